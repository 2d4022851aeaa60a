/**
 * Words of what people count among their own affairs and the law protects (GDPR articles 9 and 10): money troubles,
 * relationships that break, faith, politics, unions, sex, origin, crime, papers. For `Sensitive`, beside its own lists.
 */
import { worded } from "../Worded.ts"

const theirs = "(?:his|her|their|my|the|a|an|any)"

const money = worded(
  "(?:cannot|can['’]?t|can not|could not|couldn['’]?t|unable to|struggl\\w+ to|failed to|not able to) (?:pay(?! (?:by|with|online|via|through|in|at|per|monthly|yearly)\\b)|afford|make (?:the )?(?:rent|payments?|ends meet)|cover (?:the )?(?:rent|bills?|costs?))",
  `(?:behind|late|overdue) (?:on|with|in) (?:${theirs} )?(?:rent|mortgage|bills?|payments?|instal?ments?|loans?|invoices?|tax(?:es)?)`,
  "arrears|repossess\\w*|overdrawn|overdrafts?|in the red|made redundant|redundancy|jobless|out of work|between jobs|food (?:bank|stamps)|on welfare|housing benefit|universal credit|pay ?day loans?|debt collect\\w*|bailiffs?|maxed out|loan (?:was )?(?:rejected|denied|refused)|wages? garnish\\w*|(?:bad|poor|no) credit(?: (?:history|score|rating))?|fired|sacked|short of (?:money|cash)|strapped for cash|(?:is|are|am|flat|went|completely) broke|living (?:in|on) poverty|poverty|homeless\\w*|sleeping rough|(?:money|cash|financial|debt) (?:problems?|troubles?|worries|difficult\\w+|hardship|stress)|struggling financially|pawn(?:ed|ing)|loan sharks?|living on credit|tight on money|lost (?:his|her|their|my) (?:savings|home|house)|gambled"
)

const relations = worded(
  `cheat(?:s|ed|ing)? on|unfaithful|infidelity|affair with|having an affair|mistress|left ${theirs} (?:husband|wife|partner|spouse|family)|(?:husband|wife|partner|boyfriend|girlfriend) (?:left|walked out|moved out)|marriage (?:problems?|troubles?|counsel\\w*|is over)|marital|ex-?(?:husband|wife|girlfriend|boyfriend|partner)|restraining order|estranged|paternity|child support|alimony|stalk(?:s|ed|er|ing)|split up with|dumped by|is single(?!-)|in a (?:secret|bad|new) relationship|domestic abuse`
)

const convictions = worded(
  "(?:trade |labou?r )?union (?:member\\w*|reps?|organi[sz]er|steward|dues|activist|official)|(?:in|joined|join|leads?|left|of) (?:a|the|his|her) (?:\\w+ )?union(?! (?:jack|square|station|pacific|street))|unioni[sz]ed|works? for (?:a|the) (?:\\w+ )?union(?! (?:bank|square))|went on strike|sikhs?|mormons?|jehovah\\w*|evangelicals?|converted to (?:islam|judaism|christianity|catholicism|buddhism)|worships?|devout|pious|(?:goes|went|go) to (?:mass|temple)|fasts? (?:during|for)",
  "conservative (?:party|voter)|socialists?|communists?|marxists?|fascists?|afd|liberal democrats?|brexiteers?|remainers?|pro-?(?:life|choice)|anti-?vax\\w*|(?:supports?|supported|backs|donates to|member of) (?:the )?(?:labour|tories|greens|republicans|democrats|left|right|\\w+ party)|political(?:ly)? (?:active|views?|activist)|attended (?:a|the) (?:protest|rally)|protest(?:er|s|ed) against",
  "homosexuals?|heterosexual|lgbt\\w*|non-?binary|polyamor\\w*|one-night stands?|porn\\w*|prostitut\\w*|of \\w+ (?:origin|descent|heritage|ancestry|ethnicity)|\\w+ (?:descent|ancestry)|skin colou?r|(?:is|are) (?:black|hispanic|latino|latina|asian|arab|romani|gypsy|mixed[- ]race|biracial|african[- ]american|indigenous|aboriginal)(?! (?:and white|friday|market))"
)

const nations =
  "(?:swed|finn|dan|span|pol|turk|ir|engl|brit|scott|welsh|kurd|jew)ish|norwegian|german|austrian|swiss|french|portuguese|italian|dutch|belgian|czech|slovak|hungarian|romanian|bulgarian|serbian|croatian|bosnian|albanian|greek|russian|ukrainian|american|canadian|mexican|brazilian|argentinian|colombian|indian|pakistani|bangladeshi|chinese|japanese|korean|vietnamese|thai|filipino|indonesian|israeli|palestinian|lebanese|syrian|iraqi|iranian|afghan|egyptian|moroccan|tunisian|algerian|nigerian|ghanaian|kenyan|somali|eritrean|ethiopian|south african|australian"

const origin = worded(
  `(?:is|are|was|a|an|native) (?:${nations})(?= *(?:$|[.,;!]| (?:and|but|by|who|living|citizen|national|man|woman)))`,
  "(?:comes|came|is|originally|hails) from (?!(?:a|an|the|our|us|work|home)\\b)[a-z]+(?= *(?:$|[.,;!]))|(?:an|her|his|their|strong|foreign|thick) accent|native (?:of|speaker)|nationality|foreigner|expat\\w*"
)

const law = worded(
  "charged with (?:\\w+ )?(?:theft|assault|fraud|murder|dui|possession|a crime)|pleaded guilty|found guilty|felon(?:y|ies|s)?|misdemeanou?r|on parole|on bail|dui|drunk driving|shoplift\\w*|theft|embezzl\\w*|drug (?:dealer|dealing|offen[cs]e|possession|use|user|problem)|takes? drugs|cocaine|heroin|smokes? (?:weed|pot)|court (?:case|date|hearing)|in court|gang member|money laundering|tax evasion|behind bars|criminal record",
  "visas? (?:has |have |had )?(?:expire[sd]?|status|application|denied|refused|problems?|overstay\\w*|runs out)|overstay\\w*|illegal(?:ly)? (?:in|immigra\\w*|alien)|deport\\w*|green card|(?:work|residence) permit|without papers|immigrants?|naturali[sz]\\w+|citizenship"
)

const others = worded(
  // German, Dutch.
  "geschieden|scheidung|verschuldet|schulden|pleite|zahlungsunfahig|arbeitslos\\w*|entlassen|vorbestraft|gefangnis|schwul|lesbisch|asylbewerber\\w*|fluchtling\\w*|katholisch|evangelisch|muslimisch|judisch|gewerkschaft\\w*|verwitwet|fremdgegangen|betrugt (?:seine|ihren)|gescheiden|werkloos|failliet|weduwe\\w*|homoseksueel|moslim|joods|katholiek|vakbond\\w*|asielzoeker|vluchteling|ontslagen|gevangenis",
  // French.
  "divorcee?s?|au chomage|licencie\\w*|endette\\w*|dettes|surendette\\w*|veuve?|homosexuel\\w*|musulman\\w*|juifs?|juives?|catholiques?|syndiquee?|sans-?papiers|refugiee?s?|trompe (?:son|sa)",
  // Spanish, Portuguese, Italian.
  "divorciad[oa]|en (?:el )?paro|desempleo|desemplead[oa]|deudas?|endeudad[oa]|viud[oa]|judi[oa]|catolic[oa]|sindicat\\w*|sindicalista|indocumentad[oa]|refugiad[oa]|despedid[oa]|carcel|desempregad[oa]|dividas?|endividad[oa]|viuv[oa]|muculman[oa]|judeu|judia|divorziat[oa]|disoccupat[oa]|debiti|indebitat[oa]|vedov[oa]|ebre[oa]|cattolic[oa]|sindacat[oi]|rifugiat[oa]|licenziat[oa]|clandestin[oa]"
)

/** Whether a note speaks of one of these. `folded` as `Worded.fold` makes it. */
export const isHardship = (folded: string): boolean =>
  [money, relations, convictions, origin, law, others].some((pattern) => pattern.test(folded))
