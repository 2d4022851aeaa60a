/**
 * What a customer is asked for instead of money: hands on a body, a visit after hours, a short skirt for a discount, a
 * picture of what nobody else sees; in English, German, French and Spanish. Patterns meet folded text: no accents, and ss for
 * the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const told =
  "\\b(?:bully\\w*|harass\\w*|consent|museum|exhibition|sculptures?|novel|film|movie|theat(?:re|er)|musical|screening|clinic|physio\\w*|doctors?|nurses?|midwi\\w+|breastfe\\w+|first aid|belastigung|ausstellung|harcelement|acoso|physiotherap\\w*|kine\\w*)\\b"

const parts =
  "(?:boobs?|boobies|tits|titties|breasts?|bosom|cleavage|curves|body|thighs?|butt|booty|bum|hips|lips|bra|panties|underwear|skin)"
const garment =
  "(?:sundress|dress|jeans|skirt|miniskirt|bikini|leggings|shorts|blouse|stockings|heels|swimsuit|swimwear|underwear|lingerie|(?:crop |tank |tight |low-cut |little )top)"

/** Said to somebody it is nothing else. */
const touched = [
  `(?:get|getting|want|wanting|have|having|put|putting|run|running|lay|keep|take)(?: back)? (?:my|our|these|both) (?:\\w{1,20} )?(?:hands?|fingers?|lips|tongue|mouth|paws) (?:all )?(?:on|over|in|around|off|up|down|through|across) (?:you(?= ?(?:[.!?,;]|$|tonight|all|again|after|while|when|as|right))|(?:your|those) (?:\\w{1,20} )?${parts})`,
  "(?:sit|climb|bounce|hop|jump)(?: \\w{1,20}){0,2} on (?:my|daddy's) (?:lap|face|knees?)",
  "(?:bend|bending|throw|throwing) you (?:right )?over(?: (?:the|my|this|that|your|our))?|(?:pin|pinning|press|pressing|push|pushing) you (?:right )?(?:up )?(?:against|down on(?:to)?|under) (?:the|my|this|that|me)|(?:spank|undress|fondle|grope|caress|straddle) you\\b",
  "(?:take|taking) you (?:right )?(?:here |there |now )?(?:on|over|against) (?:the|that|my|this|your) (?:\\w{1,20} )?(?:desk|table|counter|bench|bed|couch|shelf|wall)",
  "what (?:you|i|we|these hands|my hands|my tongue)(?:'d| would| could| can| will|'ll| want to)? (?:like to |love to )?do to (?:me|you(?:r body)?)(?= (?:on|in|under|behind|with|tonight|all night|after|when|if)|[.!?,;]|$)"
].join("|")

const gaze =
  "(?:couldn't|can't|cannot|could not|can not|can hardly|kept|keep|never) (?:\\w{1,20} )?(?:stop |help |help but |resist )?(?:looking|staring|drooling|gazing|ogling|dreaming|fantasi\\w+|take my eyes|thinking)"
const yourPicture =
  "(?:your|that) (?:\\w{1,20} )?(?:photos?|pics?|pictures?|selfies?|stor(?:y|ies)|posts?|videos?|avatar)|(?:you|your (?:legs|lips|hips|body|curves|figure))\\b"
const wearing = `(?:in|under|without|wearing|about|out of) (?:that|those|your|these) (?:\\w{1,20} ){0,2}${garment}|(?:your|those) (?:\\w{1,20} )?(?:curves|cleavage|thighs|lips|legs|hips)`

const afterHours =
  "after (?:closing|hours|work|dark|we close|we've closed|everyone (?:has |is )?(?:left|gone))|(?:when|once) (?:the shop is|we are|we're|everybody is|everyone is) (?:closed|empty|gone)|(?:stockroom|back ?room|store ?room)"
const alluring = `(?:wear|wearing|put on|come in|in) (?:something|nothing|those|that|your) (?:\\w{1,20} )?(?:tight|short|sexy|see-through|slinky|skimpy|low-cut|little|revealing|${garment})|nice and tight|(?:come|come over|come in|drop in) alone(?! or\\b)|just (?:the two of us|you and me)|tight (?:jeans|dress|skirt|top)`
const onMe =
  "on me|on the house|for free|is free|are free|(?:won't|don't|needn't|not) (?:have to |need to )?pay|discount|no charge|nothing to pay|yours for (?:it|that)"

const revealing =
  "how (?:short|tight|low-cut|low|revealing|see-through|skimpy|sexy|naughty|dirty)(?: \\w{1,20}){0,3} (?:skirt|dress|top|blouse|jeans|shorts|neckline|you (?:are|get|dress|can be))|the (?:shorter|tighter|lower|skimpier|sexier|naughtier) (?:your|the) (?:\\w{1,20} )?(?:skirt|dress|top|blouse|jeans|shorts|neckline)"
const pricing = "discount|price|refund|shipping|delivery|upgrade|free|cheaper|percent|order|extra"

const intimate =
  "(?:kiss|cuddle|sleep with|strip for|undress for|dance for) me(?: \\w{1,20}){0,3} and (?:\\w{1,20} ){1,4}(?:is|are|comes|ships|gets|goes) (?:\\w{1,20} )?(?:free|on me|on the house|yours)|(?:for|more than) (?:just )?a (?:little )?kiss and (?:\\w{1,20} ){1,3}(?:is|are)|(?:naughty|sexy|nude|naked|topless|dirty|spicy|steamy|x-rated) (?:little )?(?:selfies?|photos?|pics?|pictures?|snaps?|shots?|videos?) (?:of|from) you"

const undressed =
  "(?:robe|bathrobe|dressing gown|towel|nightie|nightdress|nightgown|negligee|pyjamas|pajamas|pjs|undies|bra|bikini|leggings|shorts|skirt|yoga pants|underwear|lingerie)"
/** Whoever was at the door saw more than a parcel. */
const seenAtTheDoor = [
  `(?:you|u) (?:\\w{1,20} )?(?:look|looked|looks|looking) (?:\\w{1,20} )?(?:hot|sexy|delicious|yummy|ravishing|irresistible|tempting|naughty|good enough to eat|edible)(?: \\w{1,20}){0,2} (?:in|without|out of|under|wearing) (?:that|your|those|the|just a|only a|nothing but a|a) (?:\\w{1,20} ){0,2}?${undressed}`,
  `(?:likes?|liked|loves?|loved|enjoyed|dreams? of|can't forget|couldn't take his eyes off|thinks? (?:about|of)) (?:what (?:he|she|they) saw (?:under|of|through)|(?:you|the view|the sight)(?: of you)? in) (?:that|your|those|the) (?:\\w{1,20} ){0,2}?${undressed}`,
  "(?:keeps?|kept|can't stop|cannot stop|won't stop|couldn't stop) (?:talking|thinking|dreaming|raving|fantasi[sz]ing) (?:about|of) (?:your|those|her) (?:\\w{1,20} )?(?:legs|body|lips|curves|figure|bum|butt|thighs|cleavage|hips)",
  "(?:send|text|show)(?: (?:us|me|him|her|over))? (?:something|anything|a little something) (?:naughty|spicy|sexy|dirty|steamy|saucy)",
  `(?:open|opens|answer|answers|come to|meet (?:him|her|us|me) at) the door (?:\\w{1,20} )?(?:naked|topless|undressed|nude|in (?:just|only|nothing but|no more than) (?:a |your )?(?:\\w{1,20} )?${undressed}|in nothing|with nothing on|wearing (?:nothing|as little))`,
  "(?:would love|wants?|is happy|will be happy|'d love|would like|offers?|is dying|can't wait) to (?:\\w{1,20} )?(?:join you in|tuck you in|warm (?:up )?your bed|share your (?:bed|shower|bath)|wash your back|scrub your back|undress you|see (?:more|the rest) of (?:you(?!r (?:home|garden|house|collection|work|photos|kitchen|wall|room|ideas?|posts?))|your body))"
].join("|")
/** Scantily dressed, and spoken to like that. */
const scantily = `(?:wearing|in|with) (?:just|only|nothing (?:on )?but|no more than|nothing more than) (?:an? |your )?(?:\\w{1,20} )?(?:smile|${undressed})(?!')`
const sweetly =
  "(?:hot stuff|hottie|gorgeous|sweetheart|beautiful|handsome|sexy|babe|baby|honey|darling|cutie|sugar|you (?:naughty|bad|dirty))(?=[ .,;!?]|$)|opens?(?: the door)?|saw you|if you do it again"

const bare =
  "(?:send|text|show|snap|share|mail|shoot)(?: (?:us|me|him|her|over))? (?:an? |some |your |the )?(?:\\w{1,20} )?(?:pics?|photos?|pictures?|selfies?|snaps?|videos?)(?: of (?:you|yourself))? (?:with nothing on(?! (?:the|it|your|our|my|its|a|an|top|display|this|that)\\b)|wearing (?:nothing|only|just|less)|(?:in|from) (?:the|your) (?:shower|bathtub|bed)(?= (?:and|for|to get)|[.,!?]|$)|in (?:your|just your|only your) (?:underwear|undies|lingerie|towel|bra|nightie)(?= (?:and|for|to get)|[.,!?]|$)|without (?:your |a |any |the )?(?:clothes|top|shirt|bra|towel|robe|bikini))"

const german =
  "(?:fotos?|bild(?:er)?|videos?|selfies?) von deine[nmr] (?:\\w{1,20} )?(?:brust(?:e|en)?|titten|mopsen|busen|hintern|arsch|po|dekollete|unterwasche|slip)|(?:nackt|oben-ohne-)(?:fotos?|bild(?:er)?|selfies?)(?: \\w{1,20}){0,2} von dir|(?:meine )?hande (?:\\w{1,20} ){0,2}an deine[nmr]? (?:\\w{1,20} )?(?:korper|bruste?n?|hintern|po|schenkeln?|huften)|(?:leg|beug|druck|nehm|nimm)\\w* (?:ich )?dich (?:\\w{1,20} )?(?:uber|gegen|auf) (?:den|die|das|meine[nm]?) \\w*(?:tisch|theke|bett|regal|wand|schreibtisch|bank)\\w*|setz dich auf mein(?:en)? (?:schoss|gesicht)|(?:schick|sende?)\\w* (?:uns|mir) (?:ein |noch ein )?(?:foto|bild|selfie|video)(?: von dir)? (?:ohne (?:was|etwas|alles) an|ohne (?:kleider|kleidung|bh|handtuch)|unter der dusche|aus der dusche|im (?:handtuch|bett))(?=[ .,!?]|$)|(?:im|in deinem|im kurzen) (?:bademantel|handtuch|nachthemd)(?: \\w{1,20}){0,3} (?:heiss|scharf|sexy|zum anbeissen) (?:aus|gefunden|warst)"
const french =
  "(?:photos?|images?|videos?|selfies?) de (?:tes|vos|ton|votre|ta) (?:\\w{1,20} )?(?:seins?|nichons|fesses|cul|poitrine|decollete|culotte)|(?:photos?|selfies?) (?:coquine?s?|sexy|nue?s?) de (?:toi|vous)|(?:ton|votre|tes|vos) (?:decollete|cul|fesses|seins|petite robe|jupe|jambes)[^.!?]{0,40} (?:me (?:rend\\w*|fait|font)|m'excit\\w*)|mes mains sur (?:toi\\b|ton corps|tes (?:\\w{1,20} )?(?:seins|fesses|hanches|cuisses))|(?:viens t'asseoir|assieds-toi) sur mes genoux"
const spanish =
  "(?:fotos?|imagen|imagenes|videos?|selfies?) de (?:tus|tu|sus) (?:\\w{1,20} )?(?:tetas|pechos|culo|trasero|escote|bragas|nalgas)|(?:fotos?|selfies?) (?:picantes?|cachond[ao]s?|guarr[ao]s?|desnud[ao]s?) (?:tuy[ao]s?|de ti)|(?:ese|esos|esa|tu|tus) (?:\\w{1,20} )?(?:vestidito|escote|culo|curvas|vaqueros|faldita|minifalda|labios|piernas|cuerpo)[^.!?]{0,40} me (?:vuelven?|ponen?|enloquecen?|traen?)|mis manos (?:en|sobre|por) (?:tu cuerpo|tus (?:\\w{1,20} )?(?:pechos|curvas|caderas|muslos))|sientate en mis rodillas|(?:manda|envia)(?:nos|me) (?:una |tu )?(?:foto|selfie|video) (?:sin (?:ropa|nada|nada puesto|toalla|sujetador)|(?:desde|en) (?:la ducha|la cama|toalla))(?=[ .,!?]|$)|(?:estabas|se te veia|te ves) (?:muy |tan )?(?:sexy|rica|buenisima|cachonda)(?: \\w{1,20}){0,2} (?:en|con) (?:bata|toalla|camison|esa bata|esa toalla|ese camison)"

const lateVisit =
  "nach (?:ladenschluss|feierabend|dienstschluss)|wenn (?:der laden|das geschaft) zu ist|apres la fermeture|despues del cierre|cuando cerremos"
const comeHow =
  "allein\\w*|(?:kurze[nmrs]?|enge[nmrs]?) (?:kleid|rock|jeans|hose)|(?:toute )?seule|(?:jupe|robe) (?:courte|moulante)|petite robe|decollete|sola\\b|vestidito|minifalda|falda corta|escote|vuelve loco|rend fou"
const costsNothing =
  "umsonst|gratis|kostenlos|geht auf mich|schenk\\w* ich|pour moi|offert\\w*|gratuit\\w*|ne (?:paie|paye|paieras|payeras)\\w* rien|no pagas|te (?:lo |la )?regalo|invito yo"

type Proposition = Meaning<Hurt["category"]>

export const propositions: ReadonlyArray<Proposition> = [
  meaning("harassment", 1, [touched], told),
  meaning("harassment", 1, [gaze, yourPicture, wearing], told),
  meaning("harassment", 2, [afterHours, alluring, onMe], `${told}|\\b(?:warm|fancy dress|costumes?)\\b`),
  meaning("harassment", 1, [revealing, pricing], `${told}|\\b(?:hem|tailor\\w*|alter\\w*|sewing|measure\\w*)\\b`),
  meaning("harassment", 1, [intimate], told),
  meaning(
    "harassment",
    2,
    [scantily, sweetly],
    `${told}|\\b(?:spa|sauna|pools?|beach|swim\\w*|models?|sandals?|lotion|soap)\\b`
  ),
  meaning(
    "harassment",
    1,
    [`${seenAtTheDoor}|${bare}`],
    `${told}|\\b(?:radiolog\\w*|dermatolog\\w*|size guide|blind)\\b`
  ),
  meaning("harassment", 1, [`${german}|${french}|${spanish}`], told),
  meaning("harassment", 2, [lateVisit, comeHow, costsNothing], `${told}|lesung|fuhrung|visite guidee|visita guiada`)
]
