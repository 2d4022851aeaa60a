/**
 * Words of health, in the languages people keep notes in: conditions, allergies, injuries, pregnancy, treatment. For
 * `Sensitive`; what only sounds like one ("allergic to boring emails", "migrates to a new system") is not meant.
 */
import { worded } from "../Worded.ts"

/** What people say they are allergic to when they mean that they dislike it. */
const figurative =
  "(?:e-?mails?|meetings?|spam|jargon|calls?|small talk|marketing|bureaucracy|paperwork|mondays?|ads|advert\\w*|newsletters?|hype|change|work|buzzwords?|slides|spreadsheets?|nonsense|fluff|pop-?ups?)"

const english = worded(
  `allergic(?! to (?:\\w+ ){0,2}${figurative})|allergy|allergies|anaphyla\\w*|(?:lactose|gluten|food|histamine)[- ]intoleran\\w*|intolerant (?:of|to) (?:lactose|gluten|milk|dairy|nuts|eggs)|intolerances?|coeliacs?|celiacs?|penicillin|epi-?pen|inhaler`,
  "asthma\\w*|migraines?|(?:has|have|gets?|got|chronic|bad|severe|constant) headaches?|hard of hearing|hearing (?:loss|impair\\w+|problems?|difficult\\w+)|deaf(?:ness)?|tinnitus|visually impaired|partially sighted|losing (?:his|her|their|my) (?:sight|hearing|hair|memory)",
  "eczema|psoriasis|arthrit\\w+|rheumat\\w+|osteopor\\w+|sclerosis|parkinson\\w*|lupus|crohn\\w*|colitis|ibs|irritable bowel|acid reflux|thyroid|hypertension|blood (?:pressure|sugar|disorder|clots?)|high cholesterol|heart (?:condition|disease|problems?|trouble|failure|surgery)|pacemaker|dialysis|(?:kidney|liver|lung) (?:disease|failure|problems?)|transplant(?:ed)?|tumou?rs?|leuka?emia|lymphoma|in remission|sciatica|hernia|slipped disc|fibromyalgia|long covid|covid|(?:has|had|got|with) (?:the )?flu|pneumonia|infections?|shingles",
  "concussion|broke(?:n)? (?:his|her|their|my|a|an) (?:leg|arm|hip|wrist|foot|ankle|neck|back|nose|rib)|broken (?:leg|arm|hip|wrist|foot|ankle|rib)|(?:knee|back|hip|neck|shoulder|joint|tooth|foot) (?:pain|problems?|trouble|replacement|injur\\w+)|(?:is|was|got|badly) injured|injury|on crutches|prosthe\\w+|handicapped|in (?:the )?hospital|hospitali[sz]ed|discharged from|(?:is|was|be|been|feels?|felt|fell|very|seriously|mentally|chronically|terminally|off) (?:ill|sick)(?! of)",
  "smokes?(?! (?:salmon|fish|meat|ham|cheese|brisket|ribs))|(?:a|heavy|chain) smoker|bulimi\\w*|anorexi\\w*|eating disorders?|bipolar|schizo\\w*|ptsd|traumati[sz]ed|ocd|dyslexi\\w*|down['’]?s syndrome|mental health|nervous breakdown|painkillers?|(?:takes?|on) (?:pills|statins|blood thinners|medicine)|prescriptions? for|hormone (?:therapy|treatment)|undergo\\w* (?:treatment|an operation)|had an operation|physio(?:therapy)?|on a diet|erectile|suffers? from (?:\\w+ )?(?:pains?|attacks|fits|disorder|condition|nerves)"
)

const others = worded(
  // German.
  "allergi(?!c\\b|es\\b)\\w*|schwanger\\w*|migrane|krebs(?:krank\\w*)?|diabetiker\\w*|zuckerkrank|behindert\\w*|behinderung|schwerbehindert\\w*|krank|krankheit\\w*|krankgeschrieben|schwerhorig\\w*|gehorlos\\w*|taub|herzinfarkt|schlaganfall|bluthochdruck|psychisch\\w*|suchtig|alkoholiker\\w*|rollstuhl|pflegebedurftig|fehlgeburt|laktoseintoleran\\w*|zoliakie|im krankenhaus",
  // French.
  "(?:est|suis|etait|etes|tombee) enceinte|asthmatique|cancer du|diabetique|depressi(?:f|ve)|handicapee?s?|malade|maladies?|sourde?|malentendante?|fausse couche|grossesse|infarctus|avc",
  // Spanish, Portuguese, Italian.
  "embarazada|alergi\\w*|asma|asmatic[oa]|migranas?|jaquecas?|diabetic[oa]|deprimid[oa]|depresion|discapacitad[oa]|discapacidad|enferm[oa]|enfermedad\\w*|sord[oa]|infarto|celiac[oa]|gravida|enxaquecas?|cancro|deficiencia|deficiente|doente|doencas?|surd[oa]|enfarte|incinta|emicrani[ae]|tumore|depress[oa]|disabile|disabilita|malat[oa]|malatti[ae]",
  // Dutch.
  "zwanger\\w*|astma\\w*|kanker|suikerziekte|depressie\\w*|gehandicapt\\w*|ziek|ziekte|slechthorend\\w*|doof|hartaanval|beroerte"
)

/** Whether a note speaks of somebody's health. `folded` as `Worded.fold` makes it. */
export const isAilment = (folded: string): boolean => english.test(folded) || others.test(folded)
