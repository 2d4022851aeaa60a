/**
 * What is remembered of somebody and not said to them in a message: health, grief, family troubles, faith, politics, sex,
 * origin, money troubles, the law (GDPR articles 9 and 10, and what people count among these), secrets, what we think of
 * them, what they do not want to be bothered with, and what we saw them do without their telling us. Whoever writes to them may know it;
 * a message that nobody reads before it leaves does not use it.
 */
import { isAilment } from "./Ailments.ts"
import { isDistress } from "./Distress.ts"
import { isHardship } from "./Hardships.ts"
import { fold } from "../Worded.ts"

const words = (...sources: ReadonlyArray<string>): RegExp => new RegExp(`\\b(?:${sources.join("|")})(?![a-z0-9])`, "i")

const private_ = words(
  // Health, body.
  "diagnos\\w+|depress\\w+|anxiety|panic attacks?|cancer|chemo\\w*|hiv|hepatitis|diabet\\w*|insulin|epilep\\w*|autis\\w*|adhd|dementia|alzheimer\\w*|had a stroke|heart attack",
  "pregnan\\w*|miscarr\\w*|ivf|infertil\\w*|abortions?|menopaus\\w*|surger(?:y|ies)|chronic\\w*|symptoms?|illness\\w*|disease|disabilit\\w+|disabled (?:person|people|child|son|daughter)|is disabled|disorder|wheelchair|psych(?:iatr\\w*|olog\\w*|otherap\\w*)|(?:in|to|sees? a|seeing a) therap\\w+|medication|antidepress\\w*|on sick leave|burn-?out",
  "trying (?:for|to have|to conceive) (?:a |another )?(?:baby|child|children)|conceiv\\w+|hearing aids?|(?:is|was|went|almost|nearly|legally|partially) (?:deaf|blind)|sleeps? (?:badly|poorly|little)|insomnia\\w*|snor(?:es|ing)|(?:lost|gained|lose|gain|losing|gaining) (?:\\d+ ?(?:kg|kilos?|lbs?|pounds|stone)|weight)|drinks? (?:a lot|too much|heavily)|drinking problem|casinos?|gambl\\w+|betting|lonely|loneliness|lives? alone|stressed|burnt out|cries|crying",
  "addict\\w*|rehab|alcoholism|(?:an?|is|recovering) alcoholic|suicid\\w*|self-harm|overweight|obes\\w+|short of breath|weigh(?:s|ed|t is)? \\d+|\\d+ years old|aged? \\d+|born (?:in|on) [\\w ]*\\d{4}",
  // Grief and family troubles.
  "died|dying|passed away|funeral|widow\\w*|bereave\\w*|grie(?:f|ving)|late (?:husband|wife|mother|father|son|daughter|partner)|lost (?:his|her|their|my|a|the) (?:husband|wife|mother|father|son|daughter|child|baby|partner|mom|mum|dad|parent\\w*|job)",
  "divorc\\w+|separated from|(?:the|their|her|his) separation(?! of)|single (?:mother|father|mom|mum|dad|parent)|burned down|burnt down|break-?in|burgl\\w+|robbed|accident|custody|an affair|broke up|break-?up|domestic violence|abus(?:e|ed|ive)",
  // Money, work, law.
  "behind on|rent arrears|cannot afford|can't afford|(?:late|bad|slow|poor) payer|never pays|payment morale|salary|income|earns|wages?|owes|debts?|in arrears|overdrawn|bankrupt\\w*|insolven\\w*|foreclos\\w*|evict\\w*|unemployed|laid off|got fired|was fired|on benefits|credit (?:score|rating)|net worth",
  "arrested|convicted|criminal|prison|jail|probation|lawsuit|sued|suing|police",
  // Faith, politics, sex, origin.
  "vote[sd]?(?: for)?|voter|republican|democrat|tory|tories|labour party|left-wing|right-wing|far[- ]right|(?:the )?green party|trump|biden|trade union|union member",
  "church|chapel|prays?|praying|baptis\\w*|bible|quran|kosher|halal|religio\\w*|muslims?|islam\\w*|(?:is|a|an|as) (?:devout )?christian|catholic|protestant|jewish|jews?|hindus?|buddhists?|atheist|mosque|synagogue|ramadan",
  "gay|lesbian|bisexual|transgender|trans (?:man|woman)|queer|sexual\\w*|sex life|refugees?|asylum|undocumented|immigra\\w+|ethnic\\w*",
  // Secrets.
  "passwords?|passcode|pin (?:code|is)|cvv|cvc|card (?:number|ends?|ending)|ends? (?:in|with) \\d{4}|iban|passport|ssn|social security|security question"
)

/** Said of a person; a price may be cheap, and a form difficult. */
const rather = "(?: (?:very|so|really|quite|rather|too|a bit|a|an))*"
const unkind =
  "(?:cheap|cheapskate|stingy|rude|difficult|annoying|lazy|arrogant|aggressive|stupid|dumb|clueless|needy|naive|gullible|weird|ugly|fat|drunk|unpleasant|pushy|liar|idiot|jerk|moron|pain|nightmare|dishonest|unreliable)"
const somebody = "(?:he|she|they|guy|girl|lady|man|woman|person|customer|client|lead|prospect|buyer)"

const opinion = words(
  `${somebody}(?: but| and|,)?(?: (?:is|was|are|seems?|sounds?))?${rather} ${unkind}`,
  `^(?:is|was|seems?|sounds?)${rather} ${unkind}`,
  "(?:seem(?:s|ed)?|sounds?|sounded|looks?|looked|was|is|were|got|gets) (?:very |so |really |quite |a bit |rather )*(?:confused|drunk|upset|tired|old|desperate|distracted|unsure of (?:him|her|them)self|slow|nervous|emotional)",
  "(?:fails?|failed|unable|struggles?|struggled) to (?:understand|follow|read|write|pay|use|grasp)|does(?: not|n't) (?:understand|get it|read)",
  "haggles?|hard to deal with|time[- ]?wasters?|tyre[- ]kicker|tire[- ]kicker|red flags?|do not trust|don't trust|not worth|low[- ]value|high[- ]value|churn risk|likely to churn|lead score|lifetime value|ltv|blacklist\\w*|fraud risk|upsell|cross-sell"
)

const watched = words(
  "(?:visited|viewed|opened|clicked|browsed|looked at|hovered|scrolled)\\b.{0,60}(?:\\d+ ?x|\\d+ times|twice|three times|several times|again and again)",
  "ip address|utm\\w*|cookies? id|session id"
)

/** What not to bother somebody with: to be heeded, not to be told to them. */
const refusing = "(?:hates?|dislikes?|never|don't|doesn't|do(?:es)? not|no more|stop|fewer|less)"
const means =
  "(?:contacted|contact(?= (?:by|via|on|in|at|before|after|only|me|him|her|them)\\b|$|[.!])|(?:phone |cold |sales )?calls?|called|phone|newsletters?|(?:short|long|brief|few|fewer|many|frequent|daily|weekly) (?:messages?|e?mails?|texts?|calls?)|text messages?|sms|notifications?|mailings?|marketing (?:mails?|emails?|messages?)|promotions?|promotional|upsells?|up-selling|cross-sells?|reached|pinged|bothered|disturbed|approached)"
const refusal = words(
  `${refusing}\\b[^.!?]{0,40}\\b${means}`,
  `${refusing}\\b[^.!?]{0,20}\\be?mails?\\b(?=$|[.!]| (?:over|to|instead|rather|on|in|at|after|before|than|from)\\b)`
)

/** An address on the web is nothing to read out to somebody. */
const address = /\bhttps?:\/\/|\bwww\./i

/** Whether a memory is better not spoken of. */
export const isSensitive = (memory: string): boolean => {
  if ([private_, opinion, watched, refusal, address].some((pattern) => pattern.test(memory))) return true
  const folded = fold(memory)
  return isAilment(folded) || isHardship(folded) || isDistress(folded)
}

/** What somebody who is leaving, or angry, has said: no ground to offer them more. */
const grievance =
  /\b(?:cancel(?:s|led|ling|lation)?|refund\w*|unsubscrib\w*|scam\w*|fraud\w*|complain\w*|angry|furious|disappoint\w*|chargeback|returned (?:it|them|both|everything|the)\b)/i

export const isGrievance = (memory: string): boolean => grievance.test(memory)
