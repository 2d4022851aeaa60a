/**
 * Children set upon their parents, in seven languages: nag until they give in, take the card while they sleep, tell nobody,
 * or sit alone at break (UCPD annex I, 28). Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing } from "../Warnings.ts"

const label = "presses children"

const parents =
  "parents?|mums?|moms?|mummy|mommy|mother|dads?|daddy|father|granny|grandma|grandpa|grown-?ups|they|she|he|eltern|mama|mami|mutti|papa|papi|oma|opa|maman|mamie|papy|madre|padre|padres|mami|abuel[ao]s?|mamma|genitori|nonn[aoi]|mae|pai|pais|mamae|papai|avo|ouders|mam|pap|ze|elles?|ils?|ellos|sie|loro|eles"
const nag =
  "cry|cries|nag|nagging|scream|sulk|beg|whine|pester|bug|plead|moan|keep (?:asking|on|crying)|ask again|throw a tantrum|stamp your feet|don't stop|heul\\w*|wein\\w*|nerv\\w*|bettel\\w*|quengel\\w*|schrei\\w*|jammer\\w*|pleure[zrs]?|insiste[zrs]?|supplie[zrs]?|crie[zrs]?|harcele[zrs]?|reclame[zrs]?|boude[zrs]?|llora|lloriquea|insiste|suplica|grita|patalea|piangi|insisti|supplica|urla|frigna|strilla|chora|implora|berra|zeur|huil|jank|smeek|schreeuw|blijf (?:zeuren|vragen)"
const yielding =
  "(?:until|till|'til) (?:they|she|he|mum|mom|dad|daddy|mummy|mommy|granny|(?:your|both) parents|your (?:mum|mom|dad))(?: \\w{1,20})? (?:gives? (?:in|up)|caves?|says? (?:yes|ok)|buys?|pays?|agrees?|breaks?|crack|order)|bis (?:sie|er|mama|papa|mami|papi|deine eltern|die eltern)(?: \\w{1,20}){0,2}? (?:nachgib\\w*|nachgeb\\w*|nachgeben|ja sag\\w*|kauf\\w*|weich\\w*|bestell\\w*)|jusqu'a ce (?:qu'ils?|qu'elle|que (?:maman|papa|tes parents))(?: \\w{1,20}){0,2}? (?:ced\\w*|craqu\\w*|dis\\w*|achet\\w*|accept\\w*)|hasta que(?: \\w{1,20}){0,5}? (?:ced\\w*|dig\\w*|compr\\w*|acept\\w*|rind\\w*)|finche(?: \\w{1,20}){0,5}? (?:ced\\w*|dic\\w*|compr\\w*|accett\\w*|arrend\\w*)|ate(?: \\w{1,20}){0,5}? (?:ced\\w*|diz\\w*|diss\\w*|digam|compr\\w*|aceit\\w*)|tot (?:ze|zij|mama|papa|je ouders)(?: \\w{1,20}){0,3}? (?:toegev\\w*|toegeeft|zegg\\w*|ja|kop\\w*|koopt|bezwijk\\w*)"

const theirCard =
  "(?:mum|mom|mummy|mommy|dad|daddy|granny|grandma|your (?:parents?|mum|mom|dad|mother|father)|their|her|his)(?:'s|s'|')? (?:\\w{1,20} )?(?:card|credit card|phone|purse|wallet|bank card|password|pin|account)|(?:numbers?|digits|code) on (?:their|her|his|the|mum's|mom's|dad's) (?:\\w{1,20} )?card|(?:mamas|papas|mamis|papis|deren|ihre[rn]?|der eltern) (?:\\w{1,20} )?(?:karte|kreditkarte|handy|geldbeutel|portemonnaie|kartennummer)|(?:karte|kreditkarte|handy|geldbeutel) (?:von|deiner|deines|der) (?:\\w{1,20} )?(?:mama|papa|mutter|vaters?|eltern)|(?:carte|telephone|portefeuille|numeros de (?:la )?carte)(?: bleue| bancaire| de credit)? (?:de |a )(?:maman|papa|ta mere|ton pere|tes parents)|(?:tarjeta|movil|cartera)(?: de credito)? de (?:mama|papa|tu madre|tu padre|tus padres)|(?:carta|telefono|portafoglio|borsa)(?: di credito)? (?:di|della|del|dei) (?:mamma|papa|tua madre|tuo padre|tuoi genitori)|(?:cartao|telemovel|celular|carteira)(?: de credito)? (?:da|do|dos) (?:mae|pai|mamae|papai|tua mae|teu pai|teus pais)|(?:mama's|papa's|hun|haar) (?:pinpas|kaart|bankpas|creditcard|telefoon|portemonnee)|(?:pinpas|kaart|bankpas|creditcard|telefoon) van (?:mama|papa|je (?:moeder|vader|ouders))"
const stealth =
  "asleep|sleeps?|sleeping|(?:isn't|not|aren't) looking|sneak\\w*|quietly|secret\\w*|won't (?:notice|mind|know|see|find out|hear)|(?:don't|do not|no need to|without|never) (?:tell|ask|asking|telling|show|wake|waking)|just (?:type|tap|enter|copy|use|take|grab)|(?:take|grab|borrow|get|fetch|snatch|pinch|nick)\\b|schlaf\\w*|heimlich|merk\\w*|nicht (?:sagen|fragen|verraten)|sag\\w*(?: \\w{1,20}){0,2} (?:nichts|nicht)|ohne zu fragen|nimm|hol dir|schnapp\\w*|tipp\\w*|dort|dorment|cachette|sans (?:demander|dire)|ne (?:le )?dis (?:rien|pas)|prends|tape|duerm\\w*|escondidas|sin (?:preguntar|decir)|no (?:se )?lo digas|no digas nada|coge|toma|teclea|dorm\\w*|nascosto|di nascosto|senza (?:chiedere|dire)|non (?:dire|dirlo)|prendi|digita|as escondidas|sem (?:perguntar|pedir|dizer)|nao (?:digas|contes|conte)|pega|usa|slaap\\w*|slapen|stiekem|zonder te vragen|niet vertellen|niks zeggen|vertel\\w* niets|pak|typ|vul"
const purchase =
  "buy|order|hit|tap|click|press|pay|shop|cart|basket|type|enter|unlock|get (?:it|yours)|coins|gems|kauf\\w*|bestell\\w*|klick\\w*|druck\\w*|tipp\\w*|eingeben|munzen|achet\\w*|command\\w*|cliqu\\w*|appuie\\w*|tape\\w*|compr\\w*|pid\\w*|puls\\w*|clic\\w*|teclea|ordin\\w*|clicc\\w*|premi|digita|encomend\\w*|clica\\w*|carreg\\w*|koop\\w*|bestel\\w*|klik\\w*|druk\\w*|typ\\w*|vul"

const child =
  "kids|children|hey kid|boys and girls|little (?:ones|fans|friends|heroes)|(?:age|aged) (?:[4-9]|1[0-3])|you(?:'re| are) (?:only )?(?:[4-9]|1[0-3])|(?:[4-9]|1[0-3]) years? old|in your (?:class|school|year|nursery|group)|at (?:break|playtime|recess|school|lunch)|class ?mates?|playground|your parents|kinder|deiner (?:klasse|schule)|pause|schulhof|(?:[4-9]|1[0-3]) jahre alt|les enfants|ta classe|la recre|tes parents|ninos|chicos|tu clase|recreo|tus padres|bambini|ragazzi|tua classe|ricreazione|intervallo|tuoi genitori|criancas|meninos|tua turma|recreio|tua escola|teus pais|kinderen|jongens en meisjes|jouw klas|je klas|speelplaats|schoolplein|je ouders"
const outcast = `(?:nobody|no one|none of them|who)(?: \\w{1,20})? (?:will|would|wants? to|is going to|'s going to)${some(1)} (?:play|sit|talk|be friends|hang out|pick) (?:with|next to|to)? ?you|(?:everyone|everybody|all (?:the kids|your friends)|they)(?: will|'ll)? (?:\\w{1,20} )?laugh at you|(?:be|you're|you'll be|you are) the only (?:one|kid|boy|girl)(?: \\w{1,20}){0,3} without|left out|(?:niemand|keiner) (?:will |wird )?(?:\\w{1,20} )?(?:spielt|spielen|sitzt|redet|mag)(?: \\w{1,20}){0,3}?(?: mit)? (?:dir|dich)|mit (?:dir|der|dem) (?:\\w{1,20} )?(?:keiner|niemand)|(?:die|der|das) einzige ohne|(?:spielt|redet) (?:\\w{1,20} )?(?:keiner|niemand)|lachen dich aus|personne ne (?:jouera|voudra|joue|parlera)(?: \\w{1,20}){0,2} (?:avec )?toi|nadie (?:\\w{1,20} )?(?:juega|jugara|querra|hablara)(?: \\w{1,20}){0,2} contigo|nessuno (?:\\w{1,20} )?(?:gioca|giochera|vorra|parlera)(?: \\w{1,20}){0,2} con te|ninguem (?:\\w{1,20} )?(?:brinca|vai|fala)(?: \\w{1,20}){0,3} (?:contigo|com voce)|niemand (?:\\w{1,20} )?(?:speelt|wil|praat)(?: \\w{1,20}){0,3} met je|speelt er niemand met je`
const lacking =
  "without|unless|if you (?:don't|haven't)|already (?:has|have|got)|has (?:one|it)|have (?:one|it|theirs)|the only one|ohne|wenn du kein\\w*|haben (?:schon|alle)|hat (?:schon|einen|eine|eins)|sans|si tu n'as|a deja|ont deja|sin|si no tienes|ya (?:tiene|tienen)|senza|se non (?:hai|ce l'hai)|ha gia|hanno gia|sem|se nao tens|se nao tiver|ja (?:tem|tens|heeft|hebben)|zonder|als je (?:geen|er geen)"
const unloving =
  "(?:don't|doesn't|do not|does not|can't|won't)(?: \\w{1,20})? (?:really |truly |actually )?(?:love|like|care about) you|(?:love|loves) you (?:less|too little)|(?:haben|hat|lieben|liebt) dich (?:\\w{1,20} )?nicht|dich nicht (?:wirklich |richtig )?(?:lieb|liebt|lieben)|ne t'aime\\w* pas|no te quier\\w* (?:de verdad)?|non ti (?:vogliono|vuole) bene|non ti am\\w*|nao (?:te am\\w*|gost\\w* de ti)|houden? (?:\\w{1,20} )?niet (?:echt )?van je"
const refusing = `(?:won't|don't|doesn't|refuse to|will not|not|say no)${some(3)} (?:buy|get|order|pay|give)|(?:say|says) no|(?:nicht|kein\\w*)${some(3)} kauf\\w*|kauf\\w*${some(3)} nicht|n'achet\\w*|(?:ne |n')(?:\\w{1,20} )?achet\\w*|no (?:te |lo |la |os )?(?:\\w{1,20} )?compr\\w*|non (?:te |ti |lo |la )?(?:\\w{1,20} )?compr\\w*|nao (?:te |to )?(?:\\w{1,20} )?(?:compr|d)\\w*|niet (?:\\w{1,20} )?kop\\w*|(?:geen|niet)${some(3)} kop\\w*`

const allowed =
  "\\b(?:permission|allowed|with (?:an? |your |the )?(?:adult|grown-?up|parents?|mum|mom|dad)|ask (?:a |an |your )?(?:grown-?up|adult|parents?|mum|mom|dad)|helpline|parenting|toddlers?|advice|tips|expert|our team|erlaubnis|erlaubt|einverstandnis|frag (?:deine eltern|mama|papa)|autorisation|permission|demande (?:a|la permission)|permiso|autorizacion|pide permiso|permesso|chiedi (?:il permesso|a)|autorizacao|autorizacion|pede autorizacao|toestemming|vraag (?:eerst )?(?:aan )?(?:je ouders|mama|papa)|surprise (?:party|breakfast)|story|book|film|theat(?:re|er)|locked|limit|parental|protect\\w*|kindersicherung|kontrolle parental|never (?:type|enter|take|use|tell|share))\\b"

/** What a child is to say, so that it is bought. */
const blackmail = `(?:tell|say to|warn|threaten)${some(2)} (?:your )?(?:parents|mum|mom|dad|daddy|mummy|mommy|granny|them|him|her)${some(3)} (?:you'll|you will|you won't|you)${some(2)} (?:stop|never|hate|run away|move out|not (?:eat|sleep|go|talk|speak)|refuse|scream|cry|talk|speak|eat|go to school)`
const unlessBought =
  "unless|until|if (?:he|she|they) (?:doesn't|don't|won't|says? no)|or else|buys?|gets? you|give(?:s)? in|works"

export const pesterPower: ReadonlyArray<Meaning<typeof label>> = [
  meaning(label, 2, [blackmail, unlessBought], `${exposing}|${allowed}`),
  meaning(label, 2, [nag, yielding], `${exposing}|${allowed}|\\b(?:when|why) (?:kids|children|they|toddlers)\\b`),
  meaning(
    label,
    2,
    [theirCard, stealth, purchase, `${child}|${parents}`],
    `${exposing}|${allowed}|\\b(?:lost|stolen|gift|donat\\w*|refund\\w*|expired)\\b`
  ),
  meaning(
    label,
    2,
    [child, outcast, lacking],
    `${exposing}|${allowed}|\\b(?:bully\\w*|teacher|charity|no child|so that|welcome)\\b`
  ),
  meaning(label, 2, [parents, unloving, refusing], `${exposing}|${allowed}`)
]
