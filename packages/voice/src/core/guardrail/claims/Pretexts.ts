/**
 * Why somebody should pay or let a stranger in, as frauds tell it: love from afar, help over the wire, an appeal that takes
 * no cards, a renewal to be stopped by phone, a supplier's new account, a fine, a machine that never loses.
 */
import type { Deception } from "./Deceptions.ts"
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

/** Who warns of a fraud tells the same story. */
const warned =
  "\\b(?:beware|scams?|scammers?|fraud(?:s|sters?|ulent)?|phish\\w*|hoax|how to spot|pretend\\w*|police advise|in our name|novel|film|play|podcast)\\b|\\b(?:never|not|n't|nobody|no one)(?: [a-z']+){0,4} (?:ask|asks|send|share|give|call|demand|move|transfer)\\b|n't ask"
const asks =
  "(?:i|we) (?:only |just |still |will |would )?need (?:\\w{1,20} ){0,2}?[$€£]? ?\\d[\\d.,]*(?![\\d.,]| ?(?:kilos?|kg|grams?|g|litres?|liters?|metres?|meters?|km|miles?|hours?|minutes?|days?|weeks?|people|more|volunteers?|of)\\b)|(?:send|lend|wire|transfer|borrow|advance|help me with)(?: [^ .!?]{1,24}){0,6}? (?:[$€£]? ?\\d[\\d.,]*|money|cash|gift cards?|bitcoin|it by|the (?:rest|fee|fare|ticket|money))|(?:give|pay)(?: it| you| everything){1,2} back|(?:until|unless) (?:someone|somebody|anyone|you) (?:pays?|covers?|settles?) [$€£]? ?\\d"

const feelings = [
  meaning<Deception>(
    "asks for money by a trick",
    2,
    [
      "my (?:dear|dearest|love|darling|heart|sweetheart|angel|queen|king|beloved)(?! (?:of|for)\\b)|i (?:think of|dream of|miss|love|adore) you|(?:fly|come|travel|get|return|home) to you|(?:hold|kiss|marry) (?:you|each other)|our (?:wedding|future|life together)",
      "(?:bank|account|cards?|pay|salary|wages|funds)(?: \\w{1,20}){0,3} (?:frozen|froze|blocked|locked|held|stuck)|(?:frozen|froze|blocked|locked) my|(?:oil )?rig|deployed|deployment|peacekeep\\w*|army base|at sea|customs|stranded|stuck (?:in|at|here)|robbed|hospital|(?:my|for the|for a|for my) (?:visa|ticket|flight|fare|papers|leave|passport|surgery|operation)",
      asks
    ],
    `${warned}|wedding (?:photo\\w*|cake|dress)|our guests`
  ),
  meaning<Deception>(
    "asks for money by a trick",
    2,
    [
      "earthquake|floods?|wildfires?|hurricane|famine|refugees|orphans?|orphanage|children|victims|relief|war\\b|shelter|donat\\w+|charity|appeal|good cause",
      "(?:gifts?|donat\\w+|help|contributions?|support|money|send|give|pay)\\b(?: [^ .!?]{1,24}){0,5}? (?:in|by|via|as|through|with) (?:\\w{1,20} ){0,2}?(?:crypto\\w*|bitcoins?|btc|usdt|gift cards?|vouchers? codes?|western union|moneygram|prepaid cards?)|gift card codes?",
      "(?:cannot|can't|can not|do not|don't|not) (?:currently )?(?:take|accept|receive) (?:any )?(?:cards?|bank|cheques?|checks?|paypal|transfers?)|no (?:cards|receipts?|banks?)\\b|only (?:by|in|via|take|accept|as|through)|by reply|reply (?:to|with)|(?:my|his|her|personal|private) (?:account|wallet)|banks? (?:are|is) (?:too |so )?(?:closed|slow|down)|dm (?:me|us)"
    ],
    `${warned}|gift aid|tax receipt|registered charity`
  )
]

const wires = [
  meaning<Deception>(
    "frightens into clicking",
    2,
    [
      "remote (?:support|access|desktop|control|assistance|help|session|tool)|anydesk|teamviewer|rustdesk|ultraviewer|quick assist|screen[- ]?shar\\w+|share your screen",
      "(?:session|access|partner|connection|support|remote|device|nine-digit|nine digit|ten-digit|six-digit) (?:id|code|number|key|password)|infect\\w+|virus\\w*|trojans?|hacked|hackers?|(?:do not|don't|not) (?:switch|turn) (?:it |your \\w+ )?off|secure your (?:bank\\w*|account|money)|refund",
      "(?:give|read|tell|send|dictate|text|allow|grant|let|connect)(?: [^ .!?]{1,24}){0,4}? (?:technicians?|agents?|engineers?|us|me|him|her|them|operator|specialist|expert|adviser)",
      "bank\\w*|infect\\w+|virus\\w*|trojans?|hacked|hackers?|accounts?|refund|licen[cs]e|payments?|stolen"
    ],
    `${warned}|you (?:asked|booked|ordered|requested)|your (?:appointment|ticket|booking)|training|course`
  ),
  meaning<Deception>(
    "asks for money by a trick",
    2,
    [
      "(?:renewed|renewal|renews|charged|debited|deducted|billed|purchase|order|payment)\\b",
      "\\d{2,}[.,]\\d\\d|[$€£] ?\\d{2,}|\\d{2,} ?(?:usd|eur|gbp|dollars|euros|pounds)",
      "(?:call|phone|ring|dial|contact|speak to)(?: [^ .!?]{1,24}){0,6}? (?:desk|number|helpline|hotline|line|toll[- ]free|support|department|team|us|\\+?\\d[\\d ()-]{6,20})",
      "(?:if|in case) (?:you |this |it )?(?:did not|didn't|have not|haven't|was not|wasn't|do not recogni[sz]e|don't recogni[sz]e)|not you\\b|(?:not|un)[- ]?authori[sz]ed|to (?:cancel|dispute|stop|reverse)",
      "within (?:the next )?(?:\\w{1,20} )?hours?|have your (?:\\w{1,20} ){0,4}?(?:card|bank\\w*|account)|(?:card|account) (?:and|or) (?:\\w{1,20} ){0,2}?(?:bank\\w*|login)|toll[- ]free|immediately"
    ],
    `${warned}|our shops?|store hours|opening hours`
  ),
  meaning<Deception>(
    "asks for money by a trick",
    2,
    [
      "(?:bank|account) (?:details|account|number|data)(?: \\w{1,20}){0,2}? (?:have|has|had|are|is|were)?(?: just| recently| now| been){0,2} ?(?:changed|updated|moved|new)|(?:changed|switched|moved) (?:our )?(?:banks?|bank (?:details|account))|new (?:iban|bank details|bank account|account (?:details|number))",
      "invoices?|bill|payment|remittance|supplier|overdue|outstanding",
      "(?:ignore|disregard|discard|do not use|don't use) (?:\\w{1,20} ){0,3}?(?:those|earlier|previous|old|invoices?|details|account|ones?)|failure to|collections?\\b|overdue|immediately|at once|penalt\\w+|late fees?|by (?:tonight|noon|end of (?:day|business))",
      "please|must|pay|use|transfer|settle"
    ],
    `${warned}|in doubt|call (?:us|the number|you) (?:on|back|to (?:check|confirm))|verify|number you know|your (?:new )?bank (?:details|account)|tell us your`
  ),
  meaning<Deception>(
    "asks for money by a trick",
    2,
    [
      "(?:parking|traffic|toll|speeding|road|congestion)? ?(?:fines?|penalt(?:y|ies)|tolls?|penalty charge)\\b",
      "unpaid|outstanding|overdue|not (?:been )?paid|in arrears",
      "pay|settle|clear it",
      "(?:within|in) (?:the next )?(?:\\d+|\\w{1,20}) ?(?:h|hours?)\\b|today|tonight|to avoid|or (?:it|the|your)|otherwise",
      "https?|link|card|click|here|voucher"
    ],
    `${warned}|appeal|contest|advice|lawyers?|library|books?|rights`
  )
]

const machines = [
  meaning<Deception>(
    "promises money",
    1,
    [
      "trading|robots?|bots?|algorithms?|signals?|forex|crypto|traders?|strategy|system|software",
      "(?:never|not|n't)(?: once| ever)? (?:yet )?(?:lost|lose) (?:an? |one |any )?(?:single )?(?:trades?|bets?|cents?|penny|pence|positions?|investments?|money)|wins? (?:every|each|all) (?:\\w{1,20} )?(?:trades?|bets?)|every (?:single )?trade (?:wins?|won|is a win)|zero loss\\w*|100 ?% win|win rate of (?:9\\d|100)"
    ],
    `${warned}|\\bno (?:strategy|system|software)|chess|game|beware of|anyone who`
  ),
  meaning<Deception>(
    "promises money",
    1,
    [
      "(?:put|pay|invest|deposit|start)(?:s|ing)?(?: in)?(?: with)?(?: only| just| as little as)? (?:[$€£] ?)?\\d[\\d.,]*",
      "(?:becomes?|turns? into|grows? (?:in)?to|makes? (?:you )?|swells? to|will be|is worth) (?:\\w{1,20} ){0,2}?(?:[$€£] ?)?\\d[\\d.,]*",
      "guarantee\\w*|(?:no|without|zero)(?: any| a)? risk|risk[- ]free|certain(?:ly)?|for sure|cannot fail|can't fail|promise"
    ],
    `${warned}|\\b(?:not guaranteed|no guarantee|savings plan|example|pension|fall as well|less than you|voucher|match(?:ed|es)?)\\b`
  )
]

export const pretexts: ReadonlyArray<Meaning<Deception>> = [...feelings, ...wires, ...machines]
