/**
 * Harm that is left to the reader's own thought: a thing on sale that would do for wrists or a neck, and a dog, a house or a
 * brake named right before a review; in English, German, French and Spanish. Patterns meet folded text: no accents, and ss
 * for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { exposing } from "../Warnings.ts"

const helped =
  "\\b(?:crisis|hotline|helpline|lifeline|samaritans|talk to (?:us|someone|somebody|a)|reach out|therap\\w+|counsel\\w+|doctors?|emergency|you(?:'re| are) not alone|116 ?123|988|prevention|physio\\w*|seelsorge|beratung\\w*|du bist nicht allein|ecoute|prevencion|telefono de la esperanza)\\b"
const spared =
  "n't|\\b(?:never|nobody|not|without|avoid\\w*|instead of|protect\\w*|prevent\\w*|guards?|gloves?|safe\\w*|careful\\w*|support\\w*|easy|gentle|kind|ergonom\\w*|reliev\\w*|rel(?:ax|ief)\\w*|pain-?free|leaf|leaves|marble|wood\\w*|cheese|nie|nicht|ohne|schon\\w*|schutz\\w*|sans|evite\\w*|protege\\w*|sin)\\b"

const flesh =
  "(?:wrists?|veins?|throat|arter(?:y|ies)|puls(?:ader)?n?|pulsadern?|handgelenke?n?|kehle|adern|poignets?|veines?|gorge|munecas?|venas?|garganta)"
const your = "(?:your|those|the|deine[rnm]?|ihre[rnm]?|die|tes|vos|les|tus|sus|las)"
const blade =
  "(?:kni(?:fe|ves)|blades?|cutters?|scissors|shears|razors?|openers?|pruners?|secateurs|saws?|scalpels?|box ?cutters?|messer\\w*|\\w*messer|klingen?|schere|cutter|lames?|couteaux?|ciseaux|rasoirs?|cuchillas?|cuchillos?|tijeras|navajas?)"
const sharpFor = `(?:sharp\\w*|keen|scharf\\w*|tranchante?s?|coupante?s?|aiguise\\w*|afilad[oa]s?|cortantes?)(?: \\w{1,20}){0,2} (?:for|through|into|along|across|fur|durch|pour|para|por) ${your} (?:\\w{1,20} )?${flesh}`
const drawnOver = `(?:cuts?|slices?|go(?:es)?|glides?|run|runs|drag|draw|pull|slide|slides|fahr\\w*|gleit\\w*|passe\\w*|pasa\\w*)(?: \\w{1,20}){0,2} (?:through|along|across|down|into|durch|uber|sur|por) (?:${your} )?(?:\\w{1,20} )?${flesh}|short work of (?:${your} )?(?:\\w{1,20} )?${flesh}`

const low =
  "(?:it|life|everything|this|the world)(?: all)? (?:just )?(?:gets?|is|becomes?|hurts?|feels?|got)(?: all| just| simply)? (?:too (?:much|heavy|hard)|unbearable|pointless|hopeless)|had enough(?: of (?:it all|everything|life|it))?(?= ?[.!?,:;]|$)|can(?:'t|not| not) (?:take|bear|cope|go on|stand)(?: it)?(?: all)?(?: any ?(?:more|longer))?(?= ?[.!?,:;]|$| with)|feel(?:ing)? (?:like )?(?:a burden|alone|lonely|worthless|unwanted|empty)|(?:no one|nobody) (?:to (?:talk|turn) to|calls|cares|writes)|(?:tired|sick|fed up|done) (?:of|with) (?:it all|living|life|everything|being alive)|nothing (?:left )?to live for|no (?:reason|point)(?: left)? (?:to|in) (?:live|living|go on|going on)|(?:lonely|alone|sad|hopeless) (?:again|tonight|winter|christmas|evening|night)|(?:dir|alles|ihnen) (?:alles )?zu viel|kannst (?:du )?nicht mehr|hast alles satt|tout devient trop|n'en peu[xt] plus|trop lourde?|(?:ya )?no puedes mas|te pesa todo|todo (?:te )?pesa"
const cord =
  "(?:\\w*rope|ribbon|cord|scarf|belt|twine|string|cable|leash|tie|strap|curtain|clothes ?line|washing line|\\w*seil|strick|schal|gurtel|geschenkband|schnur|corde|echarpe|ceinture|ruban|ficelle|cuerda|soga|bufanda|cinturon|cinta)"
const hung =
  "(?:enough|strong|long|fest|stark|lang|assez|bastante) (?:\\w{1,20} )?(?:for|fur|pour|para) (?:your|deinen|ton|tu) (?:neck|hals|cou|cuello)|around your neck and|banisters?|rafters?|noose|ceiling (?:hooks?|beams?)|(?:holds?|carries|bears?) (?:you\\b|your (?:whole |full )?weight)|deckenhaken|dachbalken|tragt (?:auch )?dein gewicht|crochet (?:du|au) plafond|poutre|autour du cou|gancho del techo|viga\\b|tu peso"
const dose =
  "(?:the |a )?(?:whole|entire|full) (?:bottle|box|pack(?:et)?|blister|tube|jar)|(?:die |eine )?ganze (?:flasche|packung|schachtel)|(?:toute la|la) (?:bouteille|boite) entiere|toute (?:la|une) (?:bouteille|boite)|(?:todo el|el) (?:frasco|bote)(?: entero)?"
const over =
  "(?:silence|pain|noise|it|all|everything|worry|worries|sorrow|ruhe|schmerz|alles|douleur|tout|dolor|todo)(?:'s| is| are| will be| ist| est| se)? (?:\\w{1,20} )?(?:over|gone|quiet|finished|vorbei|still|fini|termine|acab\\w+|termin\\w+)|for (?:good|ever)|say goodbye|never wake|pour toujours|para siempre|fur immer"

const heed =
  "(?:think|thinking|reflect) (?:\\w{1,20} )?(?:about|of|on|over) (?:that|it|this)|think (?:twice|again|hard|it over|(?:very |really |so )?carefully)|remember (?:that|this|it|him|her|them)(?= ?(?:before|when|next|the next|if|while|[.!?,]|$))|(?:keep|bear) (?:that|this|it|him|her|them) in mind|consider (?:that|this|it)(?= ?(?:before|when|next|the next|if|while|[.!?,]|$))|(?:re-?)consider(?:ing)? (?:your|that|the)|(?:may|might) want to (?:re-?)?consider"
const remark =
  "(?:before|when|next time|if|about|your|that|until|while)(?: [^ .!?]{1,24}){0,6}? (?:reviews?|comments?|complain(?:ts?|ing)?|ratings?|refunds?|lawyers?|ombudsman|chargebacks?|testif\\w+|police|one-star|court|press|newspapers?)"
const harm =
  "poison\\w*|slug pellets|antifreeze|bait|look(?:s)? (?:so |very )?(?:much |just )?like (?:a |an )?(?:treats?|sweets|cand(?:y|ies)|biscuits?)|burns? (?:so |very |down |really )?(?:easily|fast|quickly|well|down)|(?:catch(?:es)?|on) fire|fires? (?:spreads?|starts?|happens?)|petrol|brakes?|bleach|acid|accidents?|(?:go|goes|went|gone) missing|disappears?|run over|(?:get|gets|got) (?:hurt|lost|hit|sick)|(?:ate|eats?|eat|swallow\\w*) something|slip(?:s|ped)? (?:so|on)|fall(?:s)? down the stairs"
const oneLikeYours =
  "(?:if (?:we|i|one) had|with|who (?:has|have|had)) (?:a|an|such a|such an) (?:\\w{1,20} )?(?:dog|cat|house|home|car|shop|garden|bike|daughter|son|child|kids?|wife|husband|mother|family) like (?:yours|that)"

const germanHeed =
  "denk\\w*(?: \\w{1,20}){0,2} (?:daran|dran|daruber nach)|uberleg\\w*|merk\\w* (?:dir|ihnen|euch) das|uberdenk\\w*|behalt\\w* das im kopf"
const germanRemark = "\\w*bewertung\\w*|rezension\\w*|kommentar\\w*|beschwer\\w*|anzeigen?|reklam\\w*"
const germanHarm =
  "rattengift|giftkoder|gift(?! ?(?:card|frei))|vergift\\w*|frostschutz\\w*|schneckenkorn|brenn(?:t|en) (?:so |ja )?(?:leicht|schnell|gut|ab)|bremsen|saure|unfall\\w*|unfalle|verschwind\\w*|uberfahren|zustoss\\w*"
const frenchHeed = "pense[zr]?-y|pense[zr]? a (?:ca|cela)|reflechiss\\w*|songe[zr]?-y|souvene[zr]-vous|souviens-t'en"
const frenchRemark = "avis|commentaires?|plaintes?|reclamations?|remboursement"
const frenchHarm =
  "empoisonn\\w*|poison|mort[- ]aux[- ]rats|antigel|brule(?:nt)? (?:si |tres )?(?:vite|facilement|bien)|incendies?|freins|accidents?|ecras\\w*|disparai\\w*|disparition"
const spanishHeed =
  "piensa(?:lo|telo)?|piense(?:lo|selo)?|pienselo|recuerd\\w+|acuerd\\w+|reflexion\\w+|tenlo en cuenta|tengalo en cuenta"
const spanishRemark = "resenas?|comentarios?|quejas?|denuncias?|valoracion(?:es)?|opinion(?:es)?"
const spanishHarm =
  "veneno|envenen\\w*|matarratas|anticongelante|arden? (?:tan |muy )?(?:facil\\w*|rapido|bien)|incendios?|frenos|accidentes?|desaparec\\w*|atropell\\w*"
/** When somebody comes home, and that nobody is with them. */
const hours =
  "wir wissen,? (?:\\w{1,20},? )?(?:wann|um wie viel uhr) (?:sie|du|ihre?|deine?) [^.!?]{0,40}(?:nach hause|heim|aus dem haus|zur arbeit|schlafen)|(?:nous savons|on sait) (?:\\w{1,20} )?(?:quand|a quelle heure) (?:vous|tu) (?:rentr|sort|part|dor)\\w*|sabemos (?:\\w{1,20} )?(?:cuando|a que hora) (?:llegas?|sales?|vuelves?|duermes?|te acuestas)|(?:we|i) know (?:\\w{1,20} )?(?:when|what time) you (?:\\w{1,20} )?(?:get|come|walk|go) (?:back |to )?(?:home|bed)"
const lonely =
  "(?:ganz )?allein|niemand (?:\\w{1,20} )?(?:hort|da)|schlecht bewertet|bewertung|seule?|personne (?:\\w{1,20} )?(?:n'entend|avec)|avis|sol[ao]|nadie (?:\\w{1,20} )?oye|resena|alone|on your own|nobody (?:\\w{1,20} )?hears|review"
const domestic =
  "\\b(?:smart\\w*|app|thermostat\\w*|heizung\\w*|sensor\\w*|zeitschalt\\w*|liefer\\w*|zustell\\w*|livr\\w*|entreg\\w*|deliver\\w*|courier|parcel|paket\\w*|colis|paquete|fantasma|von allein)\\b"
const heeded = `${exposing}|\\b(?:lock(?:ed)? away|out of reach|vets?|insur\\w*|recall\\w*|workshop|garage|wash\\w*|laundry|first aid|smoke alarms?|read(?:ing)?|tierarzt\\w*|versicher\\w*|veterinaire|assur\\w*|veterinari\\w*|seguros?)\\b`

type Menace = Meaning<Hurt["category"]>

export const menaces: ReadonlyArray<Menace> = [
  meaning("self-harm", 1, [sharpFor], `${helped}|${spared}`),
  meaning("self-harm", 1, [blade, drawnOver], `${helped}|${spared}`),
  meaning("self-harm", 2, [low, cord, hung], helped),
  meaning("self-harm", 2, [low, dose, over], helped),
  meaning("threat", 2, [heed, remark, `${harm}|${oneLikeYours}`], heeded),
  meaning("threat", 2, [hours, lonely], `${heeded}|${domestic}`),
  meaning("threat", 2, [germanHeed, germanRemark, germanHarm], heeded),
  meaning("threat", 2, [frenchHeed, frenchRemark, frenchHarm], heeded),
  meaning("threat", 2, [spanishHeed, spanishRemark, spanishHarm], heeded)
]
