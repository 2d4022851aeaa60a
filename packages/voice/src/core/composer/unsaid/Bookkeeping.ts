/** What a business notes of people for itself: what they are worth, their segment, their stage, its own impressions. */
import { worded } from "../Worded.ts"

const amount = "(?:about |around |over |more than |almost |up to |approx\\.? )?(?:[$€£]|usd |eur |gbp )?\\d"

const internal = worded(
  "vips?|whales?|(?:gold|silver|bronze|platinum|top|key|priority|strategic)[- ](?:tier|segment|account|customer|client)|tier (?:\\d|one|two|three|a|b|c)|segments?(?=:| \\w+$)|persona|cohorts?|rfm|icp|nps|csat|mql|sql|mrr|arr|clv|cltv|aov|(?:lead|health|engagement|fit|intent|propensity|credit|churn|nps) scores?|scor(?:es|ed) \\d+|(?:hot|warm|cold|qualified|unqualified|dead|inbound|outbound) (?:lead|prospect)|in (?:the|our) (?:sales )?(?:pipeline|funnel)|deal size|close probability|win rate|at risk|risk of churn|churn(?:ing)? (?:risk|probability|soon)|likely to (?:churn|leave|buy|convert|upgrade)|ready to buy|(?:low|high|medium|good|big|small) (?:value|potential|spender|margin|priority|intent)|big spender|budget holder|decision[- ]?maker|gatekeeper|influencer score|account manager|upsell|cross-sell|do not discount|price[- ]sensitive|(?:tight|small|big|large|his|her|their) budgets?|budget (?:is|of|approved|around|about)|paid late|(?:pays|paid) (?:late|on time|promptly|slowly|in full)|asap|low budget|deep pockets",
  `(?:spends?|spent|paid|pays|worth|billed|invoiced|generates?|revenue of|turnover of) ${amount}[\\d.,k]*`,
  "(?:pays?|paid|paying) for \\d+ (?:seats?|licen[cs]es?|users?|accounts?)|(?:uses?|using|used) (?:only |just )?\\d+(?: (?:of|out of) (?:the |their |his |her )?\\d+)?(?: (?:seats?|licen[cs]es?|accounts?))?(?= *(?:$|[.,;]))|\\d+ (?:of|out of) \\d+ (?:seats?|licen[cs]es?|users?|accounts?)|last (?:order|login|visit|purchase) (?:on )?\\d",
  "(?:average|total|lifetime|annual|monthly|yearly) (?:order|spend\\w*|revenue|value|basket|purchase)\\w*|order value|contract value|note to self|internal(?:ly)?(?=:| note| only)|do not mention|don['’]t mention|fyi|tbd|follow[- ]up (?:in|on|next)|call (?:him|her|them) back|assigned to|sales rep"
)

/** `plan=gold`, `customer_since: 2021`: written by a program. */
const record = /(?:^|[\s;,{])[\w.-]+\s?=\s?[^\s=]|\b[a-z]+_[a-z_]+\b|[{}<>|]|(?<!\w)\w+;\s?\w+\s?[:=]/i

/** Whether a note is of that kind: it steers what is offered, and is not told to the person. */
export const isBookkeeping = (folded: string): boolean => internal.test(folded) || record.test(folded)
