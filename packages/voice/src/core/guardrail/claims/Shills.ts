/**
 * Praise by somebody who is nobody: a customer that the brand made up, accounts that one hand writes for, an employee who
 * says to have no ties (FTC, 16 CFR 255.5 and 465.2; UCPD annex I, 22). In English, German, French and Spanish. Patterns
 * meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const label = "pretends to be a customer"
type Shill = typeof label

/** Who warns of it, forbids it, or tells of it. */
const warned =
  "\\b(?:never|not allowed|forbid\\w*|forbidden|ban(?:s|ned)?|against (?:the|our) rules|report\\w*|spot\\w*|fake reviews? (?:are|hurt)|remove[sd]?|detect\\w*|beware|investigat\\w*|nie(?:mals)?|verboten|jamais|interdit\\w*|nunca|prohibid\\w*)\\b|(?:don't|do not|must not|we do not) (?:\\w{1,20} )?(?:post|write|publish|share|leave|use)"

const several =
  "(?:different|separate|several|fake|other|multiple|various|many|all (?:your|our|the)|dummy|alternative|alt|private|personal|two|three|four|five|six|ten|a dozen|a few|\\d{1,3})"
const accounts = "(?:accounts?|profiles?|handles?|user ?names?|identities|logins?)"
const publish =
  "(?:posts?|posting|publish|shared?|repost|put|drop|comment|write|paste|upload|leave)(?: [^ .!?]{1,24}){0,4}?"
const hands = [
  `${publish} (?:from|with|under|via|through|on|using|by) (?:\\w{1,20} )?${several} (?:\\w{1,20} )?${accounts}`,
  "(?:poste[nt]?|veroffentlich\\w*|schreib\\w*)(?: [^ .!?]{1,24}){0,5}? (?:von|mit|unter|uber) (?:\\w{1,20} )?(?:verschiedenen|mehreren|drei|zwei|vier|funf|anderen|\\d{1,2}) (?:\\w{1,20} )?(?:konten|accounts|profilen)",
  "(?:poste[zr]?|publie[zr]?)(?: [^ .!?]{1,24}){0,5}? (?:depuis|avec|sous) (?:\\w{1,20} )?(?:plusieurs|trois|deux|quatre|differents|\\d{1,2}) (?:\\w{1,20} )?(?:comptes|profils)",
  "(?:publi\\w+|sub(?:e|id|ir)|cuelg\\w+)(?: [^ .!?]{1,24}){0,5}? (?:desde|con) (?:\\w{1,20} )?(?:varias|tres|dos|cuatro|distintas|diferentes|\\d{1,2}) (?:\\w{1,20} )?(?:cuentas|perfiles)"
].join("|")

/** I, and not we: a brand may well have nothing to do with another. */
const noTies =
  "i(?:'ve| have)? (?:\\w{1,20} )?(?:nothing (?:at all )?to do with|no (?:ties|connection|link|relation(?:ship)?) (?:to|with))|i (?:do not|don't) (?:even |actually )?(?:work (?:for|at)|get (?:paid|anything))|i(?:'m| am) not (?:an? )?(?:paid|affiliated|sponsored|employee|ad|advert|bot)|(?:nobody|no one) (?:is paying|paid|pays|asked) me|ich (?:habe|hab) (?:\\w{1,20} )?nichts zu tun mit|ich habe mit [^.!?]{1,30} nichts zu tun|ich arbeite nicht (?:fur|bei)|je n'ai (?:rien a voir|aucun lien) avec|je ne travaille pas (?:pour|chez)|no tengo nada que ver con|no trabajo (?:para|en)"
const posing =
  "(?:just|only|simply|merely) (?:an? )?(?:\\w{1,20} )?(?:customer|user|buyer|shopper|fan|guy|gal|mum|mom|dad|gardener|person)|(?:happy|satisfied|regular|normal|random|delighted) (?:customer|user|buyer|shopper)|(?:best|greatest|nicest|finest)(?: [^ .!?]{1,24}){0,3} (?:i(?:'ve| have)? )?(?:ever|bought|used|tried|owned)|(?:you|everyone|everybody) (?:all |guys |really |just |absolutely )*(?:should|must|need to|have to|gotta) (?:order|buy|try|get|check)|(?:stumbled|came) (?:up)?on|zufriedene[rn]? kund\\w+|nur (?:ein|eine) kund\\w+|simple(?:ment)? (?:un |une )?client\\w*|solo (?:soy )?un[ao]? client\\w*|cliente (?:feliz|satisfech\\w+|contento)"

const pretend =
  "(?:pretend\\w*|pos(?:e|es|ing)|act(?:ing)?|write|writing|sound\\w*|sign)(?: \\w{1,20}){0,3}? (?:to be|as if you(?:'re| are| were)?|as though you(?:'re| are| were)?|as|like|in the name of) (?:an? |the )?(?:\\w{1,20} ){0,2}(?:customers?|buyers?|shoppers?|users?|mums?|moms?|pensioners?|neighbou?rs?)"
const praise = "reviews?|testimonials?|ratings?|five stars|5 stars|comments?|recommendations?|rave|threads?|forums?"
const insiders =
  "\\b(?:marketing|social media|pr|sales|growth) (?:team|department|people|crew|colleagues|interns?)|(?:staff|team|colleagues|interns?|employees)(?: only)? ?:|our (?:staff|employees|interns)|(?:you|we) (?:all )?(?:work|are employed) (?:here|for us)|(?:nobody|no one) (?:will|must|should|can) (?:know|notice|find out|guess|see)(?: (?:that|it))?(?: (?:is|was|comes))?(?: from)? us"

const unbound =
  "(?:totally |completely |truly |fully )?independent (?:review|opinion|customer|buyer|user|tester|blogger)|not (?:sponsored|paid|an ad)\\b|unpaid|unbiased|no (?:ties|links?|connections?) (?:to|with) (?:the|any|this) (?:company|brand|shop|store|firm)"
/** What an order to those who are to write sounds like. */
const ordered =
  "(?:my |our |the )?boss (?:wants|says|said|asked|told)|(?:change|switch|rotate|vary) (?:the |your )?(?:user ?names?|accounts?|profiles?|names?|wording)|copy (?:and )?paste|from your (?:private|personal|own)|colleagues|interns?\\b|up-?vote|\\d+ (?:of these )?(?:a|per|each|every) day|(?:two|three|four|five|ten) of these"

export const shills: ReadonlyArray<Meaning<Shill>> = [
  meaning(label, 1, [hands], warned),
  meaning(label, 2, [noTies, posing], `${warned}|\\b(?:says?|said|writes?|wrote|told us|review by|testimonial)\\b`),
  meaning(label, 2, [pretend, praise, insiders], warned),
  meaning(label, 2, [unbound, ordered], warned)
]
