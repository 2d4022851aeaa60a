/**
 * Tricks that the text itself gives away, most often in brackets: a bill for what nobody ordered, a counter that starts
 * again, a contract made by opening a message, praise of a thing that was never used (UCPD annex I, 7, 14 and 29; FTC,
 * "Bringing Dark Patterns to Light", 2022). Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing } from "../Warnings.ts"

const money = "asks for money by a trick"
const pretence = "pretends to be a customer"
type Confessed = typeof money | typeof pretence

const bill =
  "invoices?|bills?|overdue|unpaid|(?:final|last|second) (?:notice|reminder|warning)|collections?|debt|transfer|pay (?:today|now|up|us|it|at once)|amount due|outstanding|rechnung|mahnung|facture|factura|fattura"
const unordered =
  "you (?:never|did not|didn't|have never|haven't|don't actually) (?:\\w{1,20} ){0,2}?(?:ordered|order|bought|buy|signed up|sign up|asked for|ask for|subscribed|owe us|owe anything|had|used)|(?:there|it) (?:was|is) (?:no|never an?) (?:\\w{1,20} )?(?:order|contract|debt|purchase)|(?:nobody|no one) (?:\\w{1,20} )?(?:ordered|bought|owes)|sie haben (?:das )?nie (?:etwas )?(?:bestellt|gekauft)|vous n'avez (?:jamais|rien) (?:\\w{1,20} )?commande|(?:usted )?nunca (?:lo )?(?:pidio|compro)"
const hoping =
  "(?:most|many|enough|some|half of (?:you|them)) (?:people |customers |folks |of you |of them )?(?:\\w{1,20} )?(?:pay|paid|fall for|send|transfer|never (?:check|notice|ask)|don't (?:check|notice|ask))|(?:hope|hoping|bet|trust|count(?:ing)?)(?: that| on)?(?: [\\w']{1,20}){0,3} (?:pay|paying|notice|check|anyway)|(?:but|and) (?:\\w{1,20} ){0,3}?(?:pay|works|worth a try|anyway)"

const scarce =
  "only (?:\\w{1,20} ){0,2}?(?:\\d{1,4}|one|two|three|four|five|a few|a handful)(?: \\w{1,20}){0,3}? (?:left|remain\\w*|available)|last (?:few |one|two|three|\\d{1,3}|chance|chairs|pieces|items|pairs|seats)|\\d{1,6} (?:other )?(?:people|shoppers|customers|others|visitors|users) (?:are |have |is )?(?:\\w{1,20} )?(?:looking|viewing|watching|bought|eyeing|waiting)|selling out|almost gone|(?:ends|closes|expires) (?:in|at|tonight|today|soon)|hurry|before midnight"
const plentiful =
  "(?:counter|timer|countdown|clock|number|figure)s? (?:\\w{1,20} )?(?:restarts?|resets?|starts? (?:again|over|anew)|is (?:made up|fake|invented|random)|(?:just )?goes? (?:back|round)|never (?:ends|runs out|reaches))|(?:full|whole|packed) (?:warehouse|stock ?room|store ?room|basement)|(?:hundreds|thousands|plenty|tons|loads|pallets?|more than enough)(?: \\w{1,20}){0,4}? (?:in (?:stock|the (?:back|warehouse|basement|store ?room))|left over|out (?:the )?back)|(?:we(?:'ll| will) )?(?:run|repeat|do|have) (?:the same|this|it) (?:\\w{1,20} )?(?:again )?(?:every|each|next) (?:day|week|month|morning|tomorrow)|(?:nobody|no one) is (?:actually |really )?(?:looking|watching|viewing)"

const merely =
  "(?:by|in|with) (?:merely |just |simply |only )?(?:opening|reading|receiving|viewing|scrolling|deleting|ignoring) (?:\\w{1,20} ){0,2}?(?:mail|e-?mail|message|letter|sms|text|post|newsletter)?,? ?(?:\\w{1,20} )?you (?:\\w{1,20} ){0,2}?(?:accept|agree|order|subscribe|consent|authori[sz]e|enter into|sign|commit|buy)"
const owing =
  "(?:\\d+(?:\\.\\d\\d)? (?:each|apiece|an? (?:month|week|year)|per|months?|years?)|subscription|contract|plan|fee|charge\\w*|renew\\w*|payment|bill\\w*|debit\\w*|membership)"
const hidden =
  "(?:we )?(?:do not|don't|never|won't|will not) (?:\\w{1,20} )?(?:mention|show|say|tell|list|display|disclose|print)(?: \\w{1,20}){0,3}? (?:at|in|on|until|before|during) (?:the )?(?:checkout|cart|basket|till|order|form|terms|price|receipt)|(?:start|renew|charge|bill|debit)(?: \\w{1,20}){0,3}? (?:automatically|quietly|silently|secretly)(?: \\w{1,20}){0,2}? (?:and|but|without)"

const untried =
  "(?:i(?:'ve| have)?|we(?:'ve| have)?) (?:never|not|n't) (?:\\w{1,20} )?(?:used|tried|tested|owned|opened|worn|tasted|touched|seen|bought)|haven't (?:\\w{1,20} )?(?:used|tried|tested|opened|worn|tasted)|(?:i|we) (?:\\w{1,20} )?work (?:for|at) (?:the |this |them|that )?(?:brand|company|shop|store|firm|maker|them)"
const raving =
  "(?:changed|saved|transformed) my (?:life|skin|kitchen|garden|marriage|mornings?)|(?:five|5) stars?|pretend (?:that )?(?:i|we|you)|(?:don't|do not) (?:tell|say)(?: \\w{1,20})?|(?:totally|completely|truly|fully) (?:independent|unbiased|neutral)|best (?:\\w{1,20} ){1,3}(?:ever|in the world)|everyone (?:should )?(?:buy|order|needs)|recommend"

export const confessions: ReadonlyArray<Meaning<Confessed>> = [
  meaning(money, 2, [bill, unordered, hoping], exposing),
  meaning(
    money,
    2,
    [scarce, plentiful],
    `${exposing}|\\b(?:no|without|never|not) (?:\\w{1,20} )?(?:fake|false|countdowns?|pressure)|\\b(?:oven|egg|kitchen|stove)\\b`
  ),
  meaning(money, 1, [merely, owing], exposing),
  meaning(money, 2, [hidden, owing], `${exposing}|\\b(?:competitors|others|other shops|unlike)\\b`),
  meaning(
    pretence,
    2,
    [untried, raving],
    `${exposing}|\\b(?:if you(?:'ve| have)?|those who|novices?|beginners?|until (?:now|today))\\b`
  )
]
