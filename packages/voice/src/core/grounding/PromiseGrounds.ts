/**
 * Promises and claims that one kind of ground settles, in the languages that are known: what is free, scarce, famous,
 * cheaper than something, organic. What was supplied may be in another language than the text, so that each kind of ground
 * is looked for in all of them.
 */
import { isEastern } from "./EasternScripts.ts"
import { easternGrounds, easternPromises } from "./languages/Eastern.ts"
import { englishPromises } from "./languages/English.ts"
import type { Ground, Language, PromiseWords } from "./languages/Language.ts"
import { perLanguage } from "./languages/Languages.ts"

interface Stretch {
  readonly start: number
  readonly end: number
}

const none = "(?:no|without|zero|ohne|keine?|sans|aucune?|sin|senza|sem|zonder|geen|bez|utan|ingen)"
const deposit =
  "(?:deposit|down payment|upfront|commitment|contract|fees?|anzahlung|kaution|bindung|vertragsbindung|gebühr|acompte|caution|dépôt|engagement|depósito|fianza|señal|anticipo|permanencia|caparra|cauzione|deposito|acconto|vincoli|caução|sinal|entrada|fideli|borg|waarborg|aanbetaling|voorschot|kaucj|zaliczk|przedpłat|deposition|handpenning|bindningstid)"

/** In what was supplied, in lower case. */
const grounds: Readonly<Record<Ground, RegExp>> = {
  free: /(?<!-)\bfree\b|complimentary|gr[aá]tis|kostenlos|kostenfrei|portofrei|umsonst|geschenk|gratuit|\boffert[es]?\b|cadeau|omaggio|regal[oi]|de graça|kostelo|on the house|for nothing|(?:no|zero|without)(?: any)? (?:\p{L}+ )?(?:cost|charge)|pay nothing|cost (?:you )?(?:a (?:cent|penny|thing|dime)|anything)|(?:our|my) treat|sans frais|sin (?:coste|cargo)|sem custo|senza (?:costi|spese)|darmow|za darmo|bezpłat|kostnadsfri|fri frakt|fraktfri|på köpet|bjuder/u,
  shipping:
    /shipping|delivery|postage|versand|liefer|zustell|livraison|\bport\b|envoi|env[ií]o|entrega|portes|frete|spedizion|consegn|verzend|bezorg|lever|dostaw|wysył|przesył|frakt/u,
  returns: /return|refund|rück|retour|umtausch|devolu|\bresi?o?\b|restituz|rimbors|ruil|troca|zwrot/u,
  guarantee:
    /guarant|warrant|money[- ]?back|garant|garanz|waarborg|rembours|rimbors|geld.?(?:zurück|terug)|devolv|refund|reimburs|gwaran|zwrot|pengarna tillbaka/u,
  "no deposit": new RegExp(
    `(?<!\\p{L})${none}\\W+(?:\\p{L}+\\W+){0,2}${deposit}|${deposit}\\W+(?:cents\\W+)?(?:free|none|0(?!\\d))`,
    "u"
  ),
  scarcity:
    /stock|left|remain|last|few|scarce|sold out|selling|limited|bestand|vorrat|letzte|wenige|ausverkauft|dernier|épuis|restant|[uú]ltim|agotad|esaurit|esgotad|laatste|uitverkocht|voorraad|capacity|ostatni|wyprzeda|zapas|sista|slutsål|lager/u,
  fame: /popular|sell|favou?rite|voted|award|winner|customers?|reviews?|rating|fastest|finest|cheapest|beliebt|meistverkauft|gewählt|ausgezeichnet|kunden|clients?|populaire|vendu|élu|prim[ée]|vendid|elegid|premiad|clientes?|popolar|vendut|elett|premiat|clienti|eleit|populair|verkocht|verkozen|bekroond|klanten|popularn|sprzedaj|nagrod|klient|populär|sålda|säljar|kunder/u,
  comparison:
    /(?<!\p{L})(?:cheap|less than|lower|lowest|fast(?:er|est)|value|günstig|billig|schnell|moins ch|rapid|rápid|barat|econ[oóôò]mic|convenient|goedko|voordelig|snel|tani|tańsz|szyb|billig|snabb)/u,
  today:
    /today|tonight|tomorrow|heute|morgen|aujourd|demain|ce soir|hoy|mañana|oggi|domani|stasera|hoje|amanhã|vandaag|vanavond|dziś|dzisiaj|jutr|i ?dag|i ?morgon|ikväll/u,
  organic: /organic|\bbio|ekolog|ecol[oó]gic|orgânic|orgánic/u,
  vegan: /vegan|végétal|wega/u,
  "gluten-free": /gluten|glutine|glúten/u,
  waterproof:
    /water[- ]?(?:proof|resistant)|wasser(?:dicht|fest)|imperm|étanche|waterdicht|wodood|vattent|prova de água/u,
  handmade: /hand|main\b|a mano|à mão|ręczn/u
}

const patternOf = ({ needs, said }: PromiseWords) => ({
  needs,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${said})(?!\\p{L})`, "giu")
})

const inEnglish = englishPromises.map(patternOf)
const inLanguage = perLanguage(({ promises }) => promises.map(patternOf))

const inEastern = easternPromises.map(({ needs, said }) => ({ needs, pattern: new RegExp(said, "gu") }))
const easternGround = new Map(
  Object.entries(easternGrounds).map(([ground, said]): [string, RegExp] => [ground, new RegExp(said, "u")])
)

const isGrounded = (need: Ground, supplied: string): boolean =>
  grounds[need].test(supplied) || easternGround.get(need)?.test(supplied) === true

/** `supplied`: what may be said, in lower case. */
export const unfoundedIn = (text: string, supplied: string, language: Language | undefined): ReadonlyArray<Stretch> =>
  [...(language === undefined ? inEnglish : inLanguage(language)), ...(isEastern(text) ? inEastern : [])].flatMap(
    ({ needs, pattern }) => {
      const found = Array.from(text.matchAll(pattern), ({ 0: whole, index }) => ({
        start: index,
        end: index + whole.trimEnd().length
      }))
      return found.length === 0 || needs.every((need) => isGrounded(need, supplied)) ? [] : found
    }
  )
