/**
 * A shortage that the text itself calls invented: a full warehouse behind the last two, a counter that starts again, panic
 * that sells; in seven languages (UCPD annex I, 7). Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing } from "../Warnings.ts"

const label = "asks for money by a trick"

const scarce =
  "(?:only|just)(?: \\w{1,20}){0,2}? (?:\\d{1,4}|one|two|three|four|five|six|a few|a handful)(?: \\w{1,20}){0,4}? (?:left|remain\\w*|available|to go)|last (?:few|one|two|three|\\d{1,3}|chance|hours?|day|pieces|items|seats|places)|almost (?:gone|sold out)|(?:ends|closes|expires|gone) (?:in|at|by|tonight|today|soon)|hurry|noch \\d{1,4}|nur (?:noch )?(?:\\d{1,4}|ein\\w*|zwei|drei|vier|funf|wenige)|letzte[nr]? (?:chance|stucke?|platze?|tage?|\\d)|fast (?:weg|ausverkauft)|(?:il ne reste|ne reste|plus) que|derni(?:er|ere)s? (?:chance|pieces?|places?|jours?|heures?)|solo (?:quedan?|\\d|dos|tres|due|tre)|ultim[oa]s? (?:\\w{1,20})|(?:rest|qued|riman|rest)\\w* (?:solo|apenas|so|poch\\w*|poc\\w*|pouc\\w*)|so (?:restam|ha|\\d)|apenas \\d|nog maar|laatste (?:kans|\\w{1,20})|bijna (?:weg|uitverkocht)"
const rewound = [
  "it (?:won't|doesn't|isn't),? of course|of course (?:it|that) (?:won't|doesn't|isn't)|we (?:write|say|put|show|print|claim)(?: \\w{1,20})? (?:that|this|it|so) (?:\\w{1,20} )?(?:for|on|about|under|with|of|every) (?:every|each|all|day|week)|(?:clock|counter|timer|banner|label|line|number)(?: \\w{1,20})? (?:makes?|gets?|keeps?) (?:people|you|customers|them|everyone) (?:to )?(?:buy|click|panic|hurry|order|nervous|buying)|(?:counter|timer|countdown|clock|deadline|offer|sale|number)s?(?: \\w{1,20}){0,4}? (?:restarts?|resets?|(?:just |simply )?starts? (?:again|over|anew)|begins? again|goes back|jumps back|is (?:made up|fake|invented|random|for show)|never (?:ends|runs out|reaches|changes)|renews? itself)",
  "(?:zahler|timer|countdown|uhr|frist|angebot|aktion)(?: \\w{1,20}){0,4}? (?:von vorn\\w*|wieder von|neu|zuruck\\w*|erfunden|nie ab|nie aus)|(?:compteur|minuteur|chrono|compte a rebours|offre)(?: \\w{1,20}){0,4}? (?:repart|recommence|se remet|a zero|bidon|invente|redemarre)|(?:contador|cuenta atras|reloj|temporizador|oferta)(?: \\w{1,20}){0,4}? (?:se reinicia|vuelve a empezar|vuelve a cero|inventad\\w*|falso|empieza otra vez)|(?:contatore|timer|conto alla rovescia|offerta)(?: \\w{1,20}){0,4}? (?:riparte|ricomincia|si azzera|finto|inventato)|(?:contador|cronometro|contagem|oferta)(?: \\w{1,20}){0,4}? (?:reinicia|recomeca|volta ao inicio|volta a zero|inventad\\w*|falso)|(?:teller|timer|klok|aftel\\w*|aanbieding)(?: \\w{1,20}){0,4}? (?:opnieuw|weer van voren|terug|verzonnen|nep)"
].join("|")
const stocked = [
  "(?:diary|calendar|house|hotel|shop|class|course|room|place)(?: \\w{1,20}){0,2}? is (?:\\w{1,20} )?(?:wide open|empty|half empty|unsold|free)|(?:warehouse|stock ?room|store ?room|basement|depot|shed|cellar|garage|container|back room)(?: \\w{1,20}){0,3}? (?:has|have|holds?|is (?:\\w{1,20} )?(?:full|packed|stuffed|bursting)|still (?:has|holds)|full of)|(?:hundreds|thousands|dozens|pallets|plenty|tons|heaps|loads)(?: \\w{1,20}){0,4}? (?:in (?:stock|storage|reserve|the \\w{1,20})|more|left|out (?:the )?back)|(?:two|three|four|five|six|seven|eight|nine|\\d) (?:hundred|thousand|dozen|pallets)(?: \\w{1,20}){0,3}? (?:in|more|left|waiting|sitting)|there (?:are|is|'s)(?: \\w{1,20}){0,2}? (?:plenty|hundreds|thousands|loads|no (?:shortage|rush|limit|end date))",
  `(?:hotel|haus|kurs|laden|kalender|albergo|maison|agenda|zaak|huis)(?: \\w{1,20}){0,2}? (?:leer|halbleer|vide|vacio|vuoto|vuota|vazio|leeg)|(?:lager|keller|halle)${some(3)} (?:voll|quillt|tausend\\w*|hundert\\w*|genug|massenhaft)|(?:hunderte|tausende|genug)${some(3)} (?:lager|keller|hinten|da)|(?:entrepot|reserve|stock|cave)${some(3)} (?:plein\\w*|deborde|regorge)|(?:centaines|milliers)${some(3)} (?:stock|reserve|entrepot|cave)|(?:almacen|trastienda|sotano)${some(3)} (?:llen[oa]|hasta arriba|repleto)|(?:cientos|miles|cientas)${some(3)} (?:almacen|stock|trastienda)|(?:magazzino|deposito|cantina)${some(3)} (?:pien[oa]|strapien[oa])|(?:centinaia|migliaia)${some(3)} (?:magazzino|deposito)|(?:armazem|deposito|stock|estoque)${some(3)} (?:chei[oa]|lotado)|(?:centenas|milhares)${some(3)} (?:armazem|stock|estoque|deposito)|(?:magazijn|loods|kelder)${some(3)} (?:vol|bomvol|puilt)|(?:honderden|duizenden)${some(3)} (?:magazijn|loods|voorraad|kelder)`
].join("|")
const aside =
  "confession|we confess|i confess|between (?:us|you and me|ourselves)|don't tell|(?:you )?didn't hear|psst|shh+|truth (?:is|be told)|in (?:truth|reality|fact)|actually|secretly|to be honest|honestly|nobody (?:checks|knows|will know|notices)|(?:nothing|a (?:bit|little|touch) of) (?:\\w{1,20} )?(?:panic|fear|pressure|urgency)|(?:panic|fear|urgency|scarcity|fomo) (?:sells|works|moves|shifts)|sounds better|works every time|keeps? you (?:buying|clicking)|unter uns|ehrlich gesagt|in wahrheit|in wirklichkeit|panik|entre nous|en verite|en realite|panique|entre nosotros|en realidad|la verdad es|panico|tra noi|detto tra|in realta|a dire il vero|entre nos|na verdade|ca para nos|onder ons|eerlijk gezegd|in werkelijkheid|eigenlijk|paniek"
const honest =
  "\\b(?:no|without|never|not) (?:\\w{1,20} )?(?:fake|false|countdowns?|timers?|pressure|tricks?)|\\b(?:oven|egg|kitchen|stove|chess|game|race|workout|round|other (?:colours?|sizes?|models)|in (?:blue|green|red|black|white|oak|other))\\b"

export const falseScarcity: ReadonlyArray<Meaning<typeof label>> = [
  meaning(label, 2, [scarce, rewound], `${exposing}|${honest}`),
  meaning(label, 2, [scarce, stocked, aside], `${exposing}|${honest}`)
]
