/**
 * What no brand may write: attempts at secrets and money, promises that the law forbids, and taking away the way out.
 *
 * After the FTC's guidance on deceptive claims (Health Products Compliance Guidance, 2022; Business Opportunity Rule,
 * 16 CFR 437), CAN-SPAM (15 USC 7704), and the phishing patterns that the APWG describes. Patterns meet folded text,
 * sentence by sentence.
 */
import { astroturfing } from "./Astroturfing.ts"
import { attachments } from "./Attachments.ts"
import { bribes, hiddenIn } from "./Bribes.ts"
import { chatter, labelsIn } from "./Chatter.ts"
import type { Residue } from "./Chatter.ts"
import type { Finding } from "../../Check.ts"
import { confessions } from "./Confessions.ts"
import { deceptions } from "./Deceptions.ts"
import { readings } from "../../text/Folding.ts"
import { demands } from "./Demands.ts"
import { disparaging } from "./Disparagement.ts"
import { falseLaw } from "./FalseLaw.ts"
import { falseScarcity } from "./FalseScarcity.ts"
import { falseSubjects } from "./FalseSubjects.ts"
import { foreignDeceptions } from "./ForeignDeceptions.ts"
import { foreignPretexts } from "./ForeignPretexts.ts"
import { find } from "../../text/Lookup.ts"
import type { Folded } from "../../text/Folding.ts"
import { meaningsIn } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { pesterPower } from "./PesterPower.ts"
import { ploys } from "./Ploys.ts"
import { pretexts } from "./Pretexts.ts"
import { remedies } from "./Remedies.ts"
import { schemes } from "./Schemes.ts"
import { sentencesOf } from "../../text/Sentences.ts"
import { shills } from "./Shills.ts"
import { unlawfulAdvice } from "./UnlawfulAdvice.ts"
import { watching } from "./Watching.ts"
import { waysOut } from "./WaysOut.ts"
import { windfalls } from "./Windfalls.ts"

interface Claim {
  readonly label: string
  readonly pattern: RegExp
  /** Not one where this stands in the same sentence. */
  readonly unless?: RegExp
}

const money =
  "(?:money|cash|dollars|euros|pounds|funds|prize|reward|lottery|jackpot|iphone|ipad|macbook|car|vacation|gift ?cards?|voucher|bitcoin|[$€£] ?\\d[\\d,.]*|\\d[\\d,.]* ?(?:usd|eur|gbp|dollars|euros|million|k\\b))"
const secret =
  "(?:passwords?|passcodes?|pin(?: code| number)?|cvv|cvc|(?:credit |debit |bank )?card (?:numbers?|details|info(?:rmation)?|data)|social security(?: number)?|ssn|(?:bank|account|banking|login|payment|financial) (?:details|logins?|numbers?|credentials|info(?:rmation)?|data)|bank accounts?|credentials|one[- ]?time (?:codes?|passwords?|pins?)|otp|(?:security|verification|confirmation|access|authentication|2fa|sms) codes?|seed phrase|recovery phrase|private keys?|mother's maiden name|passport (?:number|scan|copy)|code you (?:just )?(?:received|got))"
const illness =
  "(?:cancers?|diabetes|depression|arthritis|covid(?:-?19)?|alzheimer'?s|hiv|aids|autism|adhd|anxiety|dementia|asthma|heart disease|high blood pressure|hypertension|tumou?rs?|infertility|obesity|insomnia|eczema|psoriasis|parkinson'?s|epilepsy|herpes|hepatitis|baldness|impotence|erectile dysfunction|chronic pain|joint pain|any disease|all diseases|diseases|ageing|aging|blindness)"
const refused = /\b(?:never|not|n't|won't|no one|nobody|beware|avoid|without|scams?|fraud)\b|n't\b/

const of = (label: string, unless: RegExp | undefined, ...patterns: ReadonlyArray<string>): ReadonlyArray<Claim> =>
  patterns.map((pattern) => ({ label, pattern: new RegExp(pattern, "g"), ...(unless === undefined ? {} : { unless }) }))

const claims: ReadonlyArray<Claim> = [
  ...of(
    "asks for a secret",
    refused,
    `(?:send|reply|respond|give|tell|confirm|verify|validate|provide|share|submit|text|email|disclose|re-?enter|forward|type)(?: (?:with|me|us|to|in|back|this|and|please|now|by|email|it|here))*(?: (?:your|the|full|complete|current|account|online))* ${secret}`,
    `(?:send|reply|give|tell|confirm|verify|provide|share|submit)\\b(?! you\\b).{0,40}\\b(?:cvv|pin|ssn|social security number|password|seed phrase|private key|one-time code|bank details|bank account)`,
    `(?:need|require)s? your ${secret}`
  ),
  ...of(
    "frightens into clicking",
    /\b(?:never ask|not ask|n't ask|claim(?:s|ed|ing)? (?:that|to be)|(?:fake|bogus|false) (?:texts?|sms|calls?|messages?|letters?|e-?mails?)|pretend\w*|phishing|scams?|fraud\w*|delete it)\b/,
    "(?:account|card|mailbox|profile|access|bank account|paypal|apple id|subscription)s? (?:has been|have been|is|was|will be|is about to be) (?:temporarily |permanently |now )?(?:suspended|locked|limited|restricted|blocked|disabled|terminated|deactivated|frozen|compromised|hacked).{0,80}(?:verify|confirm|click|log ?in|sign in|call|restore|unlock|avoid|update|password)",
    "(?:account|mailbox|profile|card|access|email)s? (?:has been|will be|is|was|is being) (?:permanently )?(?:closed|cancel\\w+|deleted|removed|erased|revoked).{0,60}(?:verify|confirm|validate|update) (?:your|the|it|now|them)",
    "(?:unusual|suspicious|unauthori[sz]ed) (?:activity|login|sign-?in|transaction|charge).{0,80}(?:verify|confirm|click|log ?in|call)",
    "(?:computer|device|phone|pc|mac|laptop) (?:is|has been|may be|was) (?:infected|hacked|compromised|locked)",
    "remote access to your|give (?:us|me) remote access|install (?:anydesk|teamviewer)",
    "(?:irs|police|fbi|tax (?:office|authority)|hmrc|immigration|court|sheriff|interpol).{0,60}(?:arrest|warrant|lawsuit|jail|prison|prosecut|gift cards?|owe|deport)",
    "(?:be|get|face) (?:arrested|arrest|jail|deported|prosecuted|sued)"
  ),
  ...of(
    "asks for money by a trick",
    /\b(?:beware|scams?|fraud\w*|never ask|not ask|n't ask|(?:fake|bogus|false) (?:account|profile|page|boss|message|e-?mail|call|site|website)s?|n't us|not us|how (?:the|this|these) (?:\w+ ){1,4}works?|spot (?:it|them|one))\b/,
    "(?:fee|fees|tax|taxes|fine|bail|debt|release)\\b.{0,40}\\b(?:gift cards?|wire transfer|western union|moneygram|bitcoin|crypto)",
    "pay\\b.{0,40}\\b(?:wire transfer|western union|moneygram)",
    "pay (?:us |it |this |now |\\S+ )?(?:only )?(?:in|with|by|using) (?:\\w+ )?gift cards?",
    "(?:gift cards?|western union|moneygram|bitcoin).{0,30}\\bto (?:release|unlock|pay|settle|avoid)",
    "send .{0,25}(?:btc|bitcoins?|eth|ether|crypto|usdt|coins?).{0,40}(?:get|receive|double|back|return)",
    "(?:prince|princess|barrister|next of kin|inheritance|beneficiary|late (?:client|husband|father|uncle)|widow of|deposed).{0,80}(?:transfer|million|funds?|bank|fortune|estate|money)",
    "(?:parcel|package|delivery|shipment) (?:is|was|has been) (?:held|stopped|on hold|pending|detained).{0,60}(?:pay|fee|confirm|click)",
    "you(?:'ve| have)? (?:just |been |already |really )*(?:won|win) (?:a |an |the |our |up to )?(?:free |brand new |\\w+ )?" +
      money,
    "you(?:'ve| have| were| are) (?:just |been |randomly |specially )*(?:selected|chosen|picked|pre-?selected|shortlisted) (?:for|to (?:receive|win|get|claim)) (?:a |an |the |our |your )?(?:free |brand new |special )?" +
      money,
    "(?:our|the|a|today's|this week's) (?:lucky|grand|random|selected) winners?|you are (?:a|the|our) (?:lucky |grand )?winner",
    "(?:claim|collect|receive) your (?:free |cash |grand )?(?:prize|winnings|inheritance|iphone|ipad|jackpot|lottery|cash|free iphone|refund now|million)"
  ),
  ...of(
    "promises money",
    /\b(?:not|never|no one|nobody|cannot be|beware)\b|n't\b(?! lose)/,
    "(?:double|triple|multiply|10x) your (?:money|investment|savings|bitcoin|income|capital)",
    "guaranteed \\d+ ?% (?:a|per|each|every) (?:day|week|month)",
    "guaranteed (?:\\d+ ?% )?(?:returns?|income|profits?|earnings|winnings?|cash|approval|loans?|payouts?|gains?)",
    "(?:returns?|income|profits?|earnings|approval|winnings) (?:is |are |of \\d+% )?guaranteed|100 ?% guaranteed",
    "risk[- ]?free (?:profits?|investments?|returns?|income|money|trading)|(?:zero|no) risk,? (?:guaranteed|profits?|high|big|of losing)|(?:profits?|returns?|investments?|income) (?:with|at) (?:no|zero) risk",
    "(?:returns?|profits?|interest|gains?) of (?:up to )?\\d+ ?% (?:a|per|each|every) (?:day|week|month)|\\d+ ?% (?:daily|weekly|monthly|guaranteed) (?:returns?|profits?|gains?)",
    "(?:earn|make) (?:up to |over )?[$€£s]? ?\\d[\\d,.]*k? ?(?:dollars |euros |pounds )?(?:per|a|an|every|each) (?:day|week|hour|month).{0,40}(?:home|online|no experience|guaranteed|couch|sleep|easy|effort)",
    "get rich(?: quick| fast)?|(?:you )?(?:can't|cannot|can not|never) lose(?: money)?|secret (?:system|trick|formula).{0,40}(?:money|rich|income|wealth|profit)",
    "(?:everyone|everybody|anyone|all applicants) (?:gets|is|are|will be|qualifies) approved|bad credit(?:,? is)?,? (?:no problem|ok|okay|welcome)|instant cash|no credit check"
  ),
  ...of(
    "promises health",
    /\b(?:no known cure|charity|fund|raise[sd]?|research|donat\w+|cannot cure|does not cure|not a cure|not intended|story|film|book)\b|n't cure/,
    `(?:cures?|cured|curing|reverses?|reversing|heals?|healing|eliminates?|destroys?|kills?|wipes? out|gets? rid of|banish(?:es)?|erases?|defeats?) (?:\\w+ ){0,3}?${illness}`,
    `(?:cure|remedy|miracle|antidote) for (?:\\w+ ){0,2}?${illness}`,
    `miracle (?:\\w+ )?(?:cure|pill|drug|remedy|treatment|diet|supplement|solution|tea|oil|cream|tablet|weight)`,
    "lose (?:up to |over )?\\d+ ?(?:pounds|lbs?|kilos?|kg|stone|inches) (?:in|within) (?:just |only )?(?:\\d+|one|two|three|a|seven|ten) (?:days?|weeks?|month|hours?|nights?)",
    "(?:lose|losing|melt|burn)s? (?:weight|fat|belly fat|pounds).{0,30}without (?:diet|exercis|effort|changing|trying)",
    "guaranteed (?:weight loss|cure|relief|healing|to cure|to lose)|weight loss guaranteed",
    "no side[- ]effects|doctors (?:hate|don't want|do not want|are furious|are shocked)|no prescription(?: needed| required)?|without (?:a )?prescription",
    "(?:fda|clinically|scientifically)[- ](?:approved|proven)(?: to)? (?:\\w+ )?(?:cure|reverse|miracle|heal)"
  ),
  ...of(
    "takes away the way out",
    undefined,
    "(?:cannot|can't|can not|no way to|impossible to|unable to|not possible to|never be able to|not allowed to|won't be able to|don't try to|do not try to|not able to|not be able to)(?: \\w+){0,2}? (?:unsubscribe|opt[- ]?out|stop (?:these|receiving|getting)|leave this list)",
    "(?:never|won't|will not|don't|do not|not) let you (?:unsubscribe|opt[- ]?out|leave|go)",
    "(?:no|without(?: any| an)?|there is no|has no) (?:way to )?(?:opt[- ]?out|unsubscribe|unsubscribing)",
    "(?:opt(?:ing)?[- ]?out|unsubscribing|unsubscribe) (?:is |are )?(?:not|never|im)[ -]?(?:possible|available|allowed|supported|an option|work)",
    "(?:scraped|harvested|bought|purchased|stole|got|found|obtained) your (?:email|address|e-?mail address|number|phone number|data|details|contact)\\b.{0,60}(?:from|off|broker|list|unsubscribe|opt|web|dark)",
    "(?:unsubscrib\\w+|opt[- ]?out)[^.!?]{0,60} (?:white (?:text |letters |font )?on (?:a )?white|where (?:nobody|no one) (?:looks|finds))|(?:hid|hidden|buried) the (?:unsubscribe|opt[- ]?out)",
    "because we (?:scraped|harvested|bought|purchased)"
  )
]

const lies: ReadonlyArray<Meaning> = [
  ...deceptions,
  ...foreignDeceptions,
  ...schemes,
  ...pretexts,
  ...foreignPretexts,
  ...demands,
  ...ploys,
  ...remedies,
  ...watching,
  ...chatter,
  ...bribes,
  ...waysOut,
  ...falseLaw,
  ...falseSubjects,
  ...shills,
  ...confessions,
  ...windfalls,
  ...attachments,
  ...falseScarcity,
  ...astroturfing,
  ...pesterPower,
  ...disparaging,
  ...unlawfulAdvice
]

const named =
  (label: Residue) =>
  (stretch: { readonly start: number; readonly end: number }): Finding => ({ ...stretch, label, replacement: "" })

/** Each sentence that makes a claim, with what it does. */
export const claimsIn = (text: string, folded: ReadonlyArray<Folded> = readings(text)): ReadonlyArray<Finding> => [
  ...phrasesIn(text, folded),
  ...meaningsIn(text, folded, lies).map((heard) => ({ ...heard, replacement: "" })),
  ...labelsIn(text).map(named("speaks of the draft")),
  ...hiddenIn(text).map(named("hides text"))
]

const phrasesIn = (text: string, folded: ReadonlyArray<Folded>): ReadonlyArray<Finding> => {
  // Most texts make none; a sentence is looked at only where the whole text has something.
  const heard = claims.filter(({ pattern }) => find(folded, pattern).length > 0)
  if (heard.length === 0) return []
  const sentences = sentencesOf(text)
  // A threat and the order that goes with it may stand in two sentences: each is read with the one after it.
  return sentences.flatMap(({ start, text: sentence }, index) => {
    const next = sentences[index + 1]
    const stretch =
      next === undefined || /\n/.test(text.slice(start + sentence.length, next.start))
        ? sentence
        : text.slice(start, next.end)
    const own = readings(sentence)
    const wide = stretch === sentence ? own : readings(stretch)
    return heard.flatMap(({ label, pattern, unless }) => {
      if (unless !== undefined && own.some((reading) => unless.test(reading.text))) return []
      const reach = label === "frightens into clicking" || label === "asks for money by a trick" ? wide : own
      return find(reach, pattern).map((found) => ({
        start: start + found.start,
        end: start + found.end,
        label,
        replacement: ""
      }))
    })
  })
}
