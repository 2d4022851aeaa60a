/**
 * Hunger and wounds as a contest, in seven languages: days without food for a prize, a line cut for every failing. A
 * doctor's word before a blood test and a charity's about hunger are none. Patterns meet folded text: no accents, and ss
 * for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const helped =
  "n't (?:do|try|skip|starve|eat)|\\b(?:never|nobody should|helpline|hotline|help ?line|therap\\w+|counsel\\w*|doctors?|surgery|blood|clinic|disorders?|recovery|survivors?|charit\\w*|donat\\w*|refugees?|famil(?:y|ies)|shelter|war|flood|storm|drought|lent|ramadan|museum|novel|film(?! (?:it|yourself|and))|history|explorers?|arktis|arzt|arztin|blut\\w*|fastenzeit|ramadan|spende\\w*|familien|medecin|sang|associations?|familles|medico|medica|sangre|familias|ong|sangue|famiglie|dokter|bloed\\w*|gezinnen|roman)\\b"

const number =
  "(?:\\d{1,2}|two|three|four|five|six|seven|ten|fourteen|several|zwei|drei|vier|funf|sechs|sieben|zehn|deux|trois|quatre|cinq|six|sept|dix|dos|tres|cuatro|cinco|seis|siete|diez|due|tre|quattro|cinque|sei|sette|dieci|dois|quatro|sete|dez|twee|drie|vijf|zes|zeven|tien)"
const foodless = [
  `${number} (?:whole |full |straight |entire )?(?:days?|nights?)(?: \\w{1,20}){0,2}? (?:with |on |of |eating )?(?:no food|zero food|nothing to eat|nothing(?: at all)? but (?:water|air|tea|coffee)|not eating|without (?:any |a bite of |eating|solid )?(?:food|eating|a bite|meals?)|without eating|eating nothing|water only|only water|no meals|zero calories)`,
  `no (?:dinners?|breakfasts?|lunch(?:es)?|meals|eating) for (?:an?|one|the|${number}) (?:whole )?(?:week|weeks|days|month)`,
  `(?:no food|zero food|nothing to eat|not eat(?:ing)?|no eating|eat nothing|eating nothing|water only|only water|without (?:food|eating)|zero calories|starve|starving)(?: \\w{1,20}){0,3}? (?:for|during|in) (?:the next |a |one |the )?(?:${number} (?:\\w{1,20} )?days?|(?:whole |full )?week|weekend|month)`,
  `${number} tage (?:lang )?(?:\\w{1,20} )?(?:nichts (?:essen|zu essen)|ohne (?:jedes |zu )?essen|nur wasser|hungern)`,
  `${number} jours (?:\\w{1,20} )?(?:sans (?:rien )?manger|sans nourriture|a l'eau)`,
  `${number} dias (?:\\w{1,20} )?(?:sin (?:comer|probar bocado|comida)|solo (?:con )?agua|sem (?:comer|comida)|so (?:a )?agua)`,
  `${number} giorni (?:\\w{1,20} )?(?:senza (?:mangiare|cibo|toccare cibo)|solo (?:acqua|ad acqua))`,
  `${number} dagen (?:lang )?(?:\\w{1,20} )?(?:zonder (?:te )?(?:eten|voedsel)|niets eten|niet eten|alleen water)`
].join("|")
const contest =
  "challenges?|dares?|dare you|beat|bet|win|wins|winners?|prize|rewards?|leaderboard|hunger|pangs?|weak|cheat\\w*|skinny|slim|thin|weigh in|heaviest|lightest|fattest|bikini|deserve|discipline|strong enough|give up|tag us|hashtag|wette\\w*|gewinn\\w*|dunn|schlank|schwach|durchhalt\\w*|defi|gagn\\w*|mince|maigre|faible|reto|gana\\w*|delgad\\w*|flac[ao]|debil|sfida\\w*|vinc\\w*|magr[ao]|debole|desafio|ganh\\w*|frac[ao]|uitdaging|winn\\w*|slank|dun|zwak"

const flesh =
  "(?:(?:your|an|the|one|each) (?:\\w{1,20} )?(?:arms?|forearms?|wrists?|thighs?|legs?|skin|belly|stomach|ankles?|hips?)|(?:den|deinen|die|deine|in den) (?:\\w{1,20} )?(?:arm|unterarm|oberschenkel|haut|handgelenk|bein|bauch)|(?:ton|le|la|ta|l') ?(?:bras|avant-bras|poignet|cuisse|peau|jambe|ventre)|(?:el|la|tu) (?:brazo|antebrazo|muneca|muslo|piel|pierna)|(?:braccio|avambraccio|polso|coscia|pelle|gamba)|(?:braco|antebraco|pulso|coxa|pele|perna)|(?:je|de|jouw) (?:arm|onderarm|pols|dij|huid|been))"
const cut = [
  `(?:cut|carve|scratch|score|slice|burn|etch|nick|draw)(?: yourself)? (?:an?|one|our|the|your|this|another|its|two|three|his|her) (?:\\w{1,20} ){0,2}?(?:lines?|notch(?:es)?|marks?|stars?|hearts?|names?|words?|initials?|logo|stripes?|cross(?:es)?|tally|letters?|numbers?|cuts?)(?: of(?: \\w{1,20}){1,3})? (?:on|in|into|across|along|down|onto) ${flesh}`,
  `(?:ritz|schneid|kratz|brenn)\\w*(?: \\w{1,20}){0,5}? (?:in|auf) ${flesh}`,
  `(?:grav|taill|entaill|scarifi|coup|brul)\\w*(?:-toi|-vous)? (?:\\w{1,20} ){0,4}?(?:sur|dans) ${flesh}`,
  `(?:corta|raja|graba|marca|hazte|haz)(?:te)? (?:\\w{1,20} ){0,4}?en ${flesh}`,
  `(?:taglia|incidi|graffia|fatti|marchia)(?:ti)? (?:\\w{1,20} ){0,4}?(?:sul|sulla|nel|nella) (?:tuo |tua )?${flesh}`,
  `(?:corta|risca|grava|marca|faz|faca)(?:-te|-se)? (?:\\w{1,20} ){0,4}?(?:no|na) (?:teu |tua |seu |sua )?${flesh}`,
  `(?:snij|kras|kerf|brand)(?: \\w{1,20}){0,5}? (?:in|op) ${flesh}`
].join("|")
const painted =
  "\\b(?:tattoo\\w*|henna|pens?|paint\\w*|marker|sticker|make-?up|glitter|sunscreen|surgeon|scan|sleeve|seam|fabric|stoff|schminke\\w*|stift|feutre|maquillage|rotulador|pennarello|caneta|stift|schmink|lotion|table|chair|trouser|turkey|chicken|lamb)\\b"

/** Wounds shown as a trophy. */
const trophies =
  "(?:post|show|share|send|tag|upload|compare|flaunt)(?: us| me)? (?:a (?:photo|picture|pic) of )?(?:your|the|those|how many) (?:\\w{1,20} )?(?:scars|cuts|wounds|burns|bruises|ribs|collarbones?|thigh gaps?|marks)"
const earned =
  "hunger|starv\\w*|no food|fasting|pangs?|skipp\\w* meals?|blade|razor|cut|arms?|wrists?|challenge|skinny|thinnest"

const blade =
  "blades?|razors?|razor ?blades?|(?:one|two|three|four|five|ten|\\d+) cuts|cutting|klingen?|schnitte|lames?|entailles|cuchillas?|cortes|lamette?|tagli|laminas?|mesjes?|sneeen"
const limb =
  "(?:your|the|those|deine?n?|tes|ton|tus?|i tuoi|le tue|os teus|je) (?:\\w{1,20} )?(?:arms?|forearms?|wrists?|thighs?|scars|blood|arme?|unterarme?|oberschenkel|narben|bras|avant-bras|poignets?|cuisses?|brazos?|antebrazos?|munecas?|cicatrices|bracci[oa]|polsi|cosce|cicatrici|bracos?|pulsos?|coxas?|armen|polsen|dijen|littekens)"

type Dare = Meaning<Hurt["category"]>

export const dares: ReadonlyArray<Dare> = [
  meaning("self-harm", 2, [foodless, contest], helped),
  meaning(
    "self-harm",
    2,
    [blade, "challenges?|dares?|dare you|contest|reto|defi|sfida|desafio|uitdaging|mutprobe", limb],
    `${helped}|${painted}|\\b(?:chef|kitchen|shav\\w*|barber|lumberjack|wood\\w*|carv\\w*|skat\\w*|sword\\w*|fencing)\\b`
  ),
  meaning("self-harm", 1, [cut], `${helped}|${painted}`),
  meaning(
    "self-harm",
    2,
    [trophies, earned],
    `${helped}|\\b(?:c-section|caesarean|mastectomy|operation|transplant|cat|kitchen|chef|paper|price|cost)\\b`
  )
]
