/**
 * Fortunes that come from nowhere, in English, German, French and Spanish: a stranger's millions against a small fee, and
 * coins and machines that only ever win. Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import type { Deception } from "./Deceptions.ts"
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing } from "../Warnings.ts"

const given =
  "\\b(?:raised|fundrais\\w*|charit\\w*|fund holds|prospectus|pension|museum|theat(?:re|er)|novel|film|spenden(?:aktion)?|collecte|recaud\\w*)\\b"

const stranger =
  "widow(?:er)?|late (?:father|husband|client|uncle|wife|mother|partner)|dying|(?:rich|wealthy) (?:\\w{1,20} )?(?:trader|merchant|man|woman|businessman)|merchant|trunk|vault|consignment|my (?:bank|client|superior|minister)|heirs?|next of kin|prince(?:ss)?(?:'s)?|nobody claims|unclaimed|(?:as )?my partner|beneficiary|dear (?:friend|beloved|one)|hello dear|greetings|lend (?:me |us )?your account|captain|general|diplomat|soldier|officer|attorney|in your name|witwer?|verstorbene[nr]?|erb(?:e|en|schaft)|kaufmann\\w*|handlers?|hinterlass\\w*|veuve?f?|defunte?|heriti\\w*|negociant|viud[ao]|difunt[ao]|hereder[oa]s?|herencia|comerciante"
const fortune =
  "(?:[$€£] ?|usd ?|eur ?|gbp ?)?\\d[\\d.,]* ?(?:millions?|m\\b|mio|millionen|millones)|\\d{1,3}(?:[.,' ]\\d{3}){2,}|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|zwei|drei|mehrere|deux|trois|plusieurs|dos|tres|varios) (?:millions?|millionen|millones)|boxes of (?:cash|money|gold)|(?:a )?fortune|gold bars"
const advance =
  "(?:fees?|charges?|costs?|stamps?|tax(?:es)?|clearance|deposit|courier|paperwork|gebuhr\\w*|\\w*gebuhr|\\w*kosten|frais|taxe|droits|tasas?|gastos|comision)"
const share =
  "(?:keep|receive|gets?|take|share|have|behalt\\w*|bekomm\\w*|erhalt\\w*|gard\\w+|recev\\w+|touch\\w+|qued\\w+|recib\\w+)(?: [^ .!?]{1,24}){0,5}? (?:\\d{1,2} ?(?:%|percent|per cent|prozent|pour ?cent|por ciento)|half\\b(?! (?:a|an|price)\\b)|a (?:third|quarter|share)|(?:ten|fifteen|twenty|thirty|forty|fifty) (?:percent|per cent)|die halfte|la moitie|la mitad|un tercio)|(?:\\d{1,2} ?(?:%|percent|per cent|prozent)|half|a third|(?:ten|fifteen|twenty|thirty|forty|fifty) (?:percent|per cent))(?: of (?:it|that|the (?:sum|money|total)|everything))? (?:is|are|will be|goes to|for) (?:yours|you)\\b|fifty[- ]fifty|(?:give|leave|entrust|hand|transfer|donate|geben|schenken|vererben|donner|leguer|dar|donar)\\w* (?:it |this |all |the \\w{1,20} )?(?:to )?(?:you|ihnen|dir|vous|te|le)\\b|is (?:all )?yours|in your name|gehoren ihnen"

/** Moved without a word of a fee; that comes later. */
const moving =
  "(?:help|assist|aid) me|(?:bring|move|get|carry|take|moving|bringing|getting)(?: [^ .!?]{1,24}){0,3}? (?:home|out of|abroad|to your country|safely|it|them)|hilf mir|helfen sie mir|aidez-moi|aide-moi|ayudeme|ayudame"
const strongbox = "diplomats?|consignment box(?:es)?|trunk box(?:es)?|barrister"
const remitted = `(?:remit|pay|send|settle|transfer|wire)(?: [^ .!?]{1,24}){0,6}? ${advance}`
const released =
  "hand(?:s|ed)? over|releas\\w*|deliver\\w*|winner|beneficiary|your (?:funds?|box|trunk|winnings|inheritance)"

const mothers =
  "maman|papa|mamie|papi|mama|mutti|vati|oma|opa|abuel[ao]|mami|mum|mummy|mom|dad|granny|grandma|grandpa|mamma|nonn[ao]|mae|pai"
const newNumber =
  "(?:mon |ma |c'est mon )?nouveau numero|(?:meine )?neue (?:handy)?nummer|(?:mi )?(?:nuevo numero|numero nuevo)|(?:my )?new (?:phone )?number|nuovo numero|novo numero|(?:telephone|portable) (?:est )?(?:casse|tombe|perdu)|handy (?:ist )?(?:kaputt|verloren|ins)|(?:movil|telefono) (?:esta )?roto"
const needed = "\\d[\\d.,]* ?(?:€|euros?|dollars?|pounds?|£|\\$)|[$€£] ?\\d[\\d.,]*|virement|bizum|uberweis\\w*"
const asked =
  "(?:peux|pourrais|peut)[- ]tu|envoie|envoyer|vire|kannst du|konntest du|uberweis\\w*|schick\\w*|puedes|podrias|hazme|envia\\w*|manda\\w*|can you|could you|please send|puoi|mandami|podes"

const venture =
  "(?:trading|forex|crypto|krypto|stock|bitcoin)[- ]?(?:bots?|robots?|algorithms?|ai|systems?|signals?|roboter)|(?:bots?|robots?|algorithm|ai|roboter) (?:\\w{1,20} )?(?:trades?|trader|handelt)|trades? (?:forex|crypto|stocks|all night)|ai trader|[a-z]+(?:coins?|tokens?)|tokens?|presale|pre-sale|(?:my|our) trades|algorithm|(?:robot|bot) de trading|algorithme|algoritmo|kryptowahrung\\w*|cryptomonnaie\\w*|criptomoneda\\w*|\\b(?:btc|eth|usdt)\\b"
const unfailing =
  "never (?:loses?|lost|fails?|failed|been wrong|wrong|had a (?:red|losing|bad) (?:day|week|month|trade)|goes down)|zero loss(?:es)?|no loss(?:es)?|no losing|only (?:ever )?goes up|can(?:not|'t| not) (?:be wrong|lose|fail|go wrong|go down)|100 ?% (?:win|success|accura\\w+|profit)|(?:is|are) (?:certain|sure|assured)|hundredfold|tenfold|\\d+x\\b|(?:noch )?nie (?:verlor\\w*|verliert|falsch)|verliert nie|ohne verlust\\w*|ne perd(?:ent)? jamais|n'a jamais perdu|sans (?:aucune )?pertes?|nunca (?:pierde|ha perdido|falla)|sin perdidas"
const putIn =
  "(?:put in|invest|deposit|stake|fund(?: it)? with|entry|minimum|buy at|send|einzahl\\w*|zahl\\w*|anleg\\w*|investier\\w*|placez|investissez|deposez|invierte|invierta|deposita|mete)(?: [^ .!?]{1,24}){0,3}? ?(?:[$€£] ?)?\\d[\\d.,]*|\\d[\\d.,]* ?(?:euro|€|dollar)? (?:einzahlen|anlegen|investieren)"
const takeOut =
  "(?:get|wake up to|payouts?|pays? out|take out|withdraw|cash out|receive|becomes?|retirez|recevez|recuperez|retira|retire|recibe|recupera)(?: [^ .!?]{1,24}){0,3}? ?(?:[$€£] ?)?\\d[\\d.,]*|\\d[\\d.,]* ?(?:euro|€|dollar)? (?:abheben|zuruck\\w*|auszahlen|kassieren)"
const sober =
  "\\b(?:arcade|claw|slot machines?|loyalty|points|rewards?|myths?|tax(?:es)?|may lose|can lose|fall as well|past performance|verlustrisiko|risque de perte|riesgo de perdida)\\b"

export const windfalls: ReadonlyArray<Meaning<Deception>> = [
  meaning("asks for money by a trick", 2, [stranger, fortune, advance, share], `${exposing}|${given}`),
  meaning("asks for money by a trick", 2, [stranger, fortune, share, moving], `${exposing}|${given}`),
  meaning("asks for money by a trick", 2, [strongbox, remitted, released], `${exposing}|${given}`),
  meaning(
    "asks for money by a trick",
    2,
    [mothers, newNumber, needed, asked],
    `${exposing}|voucher|gutschein|muttertag`
  ),
  meaning(
    "asks for a secret",
    1,
    [
      "(?:tell|read|send|forward|give|dictate|text|message)(?: out)? (?:to )?(?:us|me|him|her|our \\w{1,20}|the \\w{1,20}) (?:out )?(?:the |your |any )?(?:\\w{1,20} )?(?:codes?|pin|tan|otp|digits)(?: \\w{1,20}){0,2} (?:arrives?|appears?|comes?|shows? up|pops? up|you (?:get|see|receive))"
    ],
    `${exposing}|n't|\\b(?:never|not|nobody)\\b`
  ),
  meaning("promises money", 2, [venture, unfailing], `${exposing}|${sober}`),
  meaning("promises money", 2, [venture, putIn, takeOut], `${exposing}|${sober}`)
]
