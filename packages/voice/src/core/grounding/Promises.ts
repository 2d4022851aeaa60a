/**
 * What a text promises or reports without a number: something for nothing, a guarantee, fame, an end that is near, what
 * became of somebody's order. A rule catches the words that carry the promise; each of them, or one that means the same,
 * must stand in what was supplied.
 */
import { dealsIn, isDealKnown, isGiftKnown } from "./Deals.ts"

export interface FoundPromise {
  readonly start: number
  readonly end: number
  readonly supported: boolean
}

const free = "free|complimentary|gratis|on the house|on us"
const goods =
  "shipping|delivery|postage|returns?|trial|gifts?|samples?|months?|weeks?|days?|years?|upgrade|installation|setup|consultation|coffee|drinks?|dessert|bread|refills?|access|account|plan|membership|wifi|breakfast|cancellation|support|training|seats?|tickets?|e-?book|guide"
const things =
  "payment|card|order|invoice|parcel|package|subscription|account|refund|booking|delivery|transaction|trial|membership|plan"
const states =
  "failed|declined|rejected|shipped|dispatched|on its way|delivered|arrived|expired|suspended|blocked|locked|cancelled|canceled|confirmed|overdue|unpaid|approved|refunded|renewed|charged"
const happens =
  "ends?|ending|expires?|expiring|closes?|closing|runs? out|stops?|starts?|begins?|launch(?:es)?|opens?|arrives?|is due|is over|is gone|last (?:day|chance)|deadline(?: is)?"
const near =
  "today|tonight|tomorrow|soon|this (?:week|weekend|month)|next (?:week|month)|the end of the (?:day|week|month|year)"

/** Money, where no money is named: "we send it back" is of what was repaired. */
const paidBack =
  "(?:pay|refund|transfer|wire)(?: (?:you|it|the|your|full|money|price|amount|sum|all|of|every|cent|penny)){1,5} back|(?:give|send|hand) (?:you )?(?:back )?(?:all )?(?:of )?(?:your|the|every)(?: full)? (?:money|price|amount|payment|cent|penny)(?: back)?"

/** What is caught by a group must have its ground. */
const said: ReadonlyArray<RegExp> = [
  // Something for nothing.
  new RegExp(`(?<![-\\p{L}])(${free}) (?:\\p{L}+ )?(${goods})\\b(?!-)`, "giu"),
  new RegExp(`\\b(${goods}) (?:(?:is|are|for|comes?) )?(${free})\\b(?![- ](?:to|of)\\b)`, "gi"),
  /\b(get (?:one|two|three|another)(?: \w+)? (?:free|for nothing))\b/gi,
  /\bfor (free)\b|\b(free) of charge\b|\b(at no (?:extra |additional )?(?:cost|charge))\b/gi,
  /\b(?:a|get|our|with|plus|and) (free) (?!\p{L}+day\b|time\b|day\b|evening\b|afternoon\b|morning\b|weekend\b|moment\b|minute\b|hour\b|hand\b|slot\b|spot\b|range\b|spirit\b|way\b|choice\b|from\b|of\b|to\b)\p{L}/giu,
  /\b(free) for (?:your |the )?(?:first |next )?(?:\d+ )?(?:days?|weeks?|months?|years?|life)\b/gi,
  /\b(costs? (?:you )?nothing|zero cost|free forever)\b|\bno (?:hidden |extra )?(fees)\b/gi,
  /\b(unlimited)\b/gi,
  // What is vouched for.
  /\b(cancel) (?:any ?time|at any time)\b/gi,
  /\b(guarantee[ds]?|guaranteeing)\b/gi,
  /\b(money[- ]back)\b/gi,
  new RegExp(`\\b(?:we|we['’]ll|we will|and|or|gladly|simply|always|will) (${paidBack})\\b`, "giu"),
  /\b(cash[- ]?back)\b/gi,
  /\b(?:a|full|get|getting|give|offer|for|will|we|we'll|any) (refund(?:s|ed)?)\b|\b(reimburse(?:d|s|ment)?)\b/gi,
  /\b(warrant(?:y|ies))\b/gi,
  /\b(lifetime) (?:warranty|guarantee|access|deal|membership|support)\b/gi,
  /\b(risk[- ]free)\b|\bno[- ](risk)\b/gi,
  // Fame.
  /\b(?:market|industry|world|category)(?:'s)?[- ](lead(?:er|ers|ing))\b/gi,
  /(?:\bthe|['’]s) (leading)\b/gi,
  /\b(?:as )?((?:seen|featured) (?:in|on|by))\b/gi,
  /\b(award)[- ]winning\b|\b(best)[- ]selling\b|\b(number one)\b|(#\s?1\b|\bno\. ?1\b)(?!\d)/gi,
  /\b(trusted|recommended|endorsed|certified|approved) by\b/gi,
  // An end or a beginning that is near: relative days are known to whoever said them only.
  new RegExp(`\\b(?:${happens}) (?:(?:\\p{L}+ ){0,2})(${near})\\b`, "giu"),
  new RegExp(`\\b(?:only|until|till) (?:for )?(${near})\\b`, "gi"),
  new RegExp(`\\b(${near})(?: only|'s (?:the|your) last)\\b`, "gi"),
  new RegExp(
    `\\b(?:will|going to|['’]ll) (?:\\p{L}+ )?(?:bring|deliver|arrive|reach|ship|send|call|ring|come|land|collect) (?:\\p{L}+ ){0,3}(today|tonight|tomorrow|this (?:morning|afternoon|evening))\\b`,
    "giu"
  ),
  /\b(black friday|cyber monday)\b/gi,
  // What became of something, or was done.
  /\byou(?:['’]ve| have)? (?:once )?(bought|ordered|purchased|booked|visited) (?:\p{L}+ ){0,4}?(?:last (?:year|month|week|spring|summer|autumn|winter|time)|ago)\b/giu,
  /\byou (owe)\b|\byou(?:['’]ve| have)? (won)\b(?!['’])/gi,
  new RegExp(
    `\\byour (?:\\p{L}+ )?(${things}) (?:(?:has|have|is|was|could|been|not|be|now|just) ){0,3}(${states})\\b`,
    "giu"
  )
]

/** Words that stand for one another. */
const families: ReadonlyArray<RegExp> = [
  /(?<!-)\bfree\b|complimentary|gratis|on the house|\bon us\b|(?:no|zero) (?:\p{L}+ )?(?:cost|charge)|(?:for|costs?) nothing/u,
  /shipping|delivery|postage/,
  /guarant|money[- ]?back|warrant/,
  /refund|reimburs|money[- ]?back|\b(?:pay|transfer|wire|give|send|hand) (?:\p{L}+ ){0,5}(?:back|money|payment)\b/u,
  /lead(?:er|ing)/,
  /seen|featured/,
  /#\s?1\b|\bno\. ?1\b|\bnumber one\b/,
  /fail|declin|reject/,
  /\bship(?:ped|s|ment)?\b|dispatch|on its way|\bsent\b/,
  /delivered|arriv/,
  /expir|\bends?\b|ended/,
  /suspend|block|lock/,
  /cancel/,
  /overdue|unpaid|\bdue\b/,
  /payment|card|transaction|invoice/,
  /order|parcel|package/,
  /subscription|membership|plan/,
  /today|tonight/
]

/** A pattern for the word in its other endings, with whatever sign or space between its parts. */
const stemOf = (word: string): string => word.replace(/(?:ing|ed|es|s)$/, "").replace(/[^\p{L}\p{N}]+/gu, "\\W{1,3}")

const isSupported = (word: string, supplied: string): boolean => {
  const gift = /^get (\w+)/.exec(word)?.[1]
  if (gift !== undefined) return isGiftKnown(gift, supplied)
  const family = families.filter((one) => one.test(word))
  if (family.length > 0) return family.some((one) => one.test(supplied))
  return new RegExp(`(?<![\\p{L}])${stemOf(word)}`, "u").test(supplied)
}

/** `supplied`: what may be said, in lower case. */
export const promisesIn = (text: string, supplied: string): ReadonlyArray<FoundPromise> => [
  ...dealsIn(text).map((deal) => ({ start: deal.start, end: deal.end, supported: isDealKnown(deal, supplied) })),
  ...said.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      supported: match.slice(1).every((word) => word === undefined || isSupported(word.toLowerCase(), supplied))
    }))
  )
]

/** By which period a price is due. */
const periods: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [/^hour/, /\bhour(?:ly)?\b/],
  [/^da(?:y|ily)/, /\bdaily\b|\bday\b/],
  [/^week/, /\bweek(?:ly)?\b/],
  [/^mo/, /\bmonth(?:ly)?\b|\bmo\b/],
  [/^(?:y|ann)/, /\byear(?:ly)?\b|\bannual|\bannum\b|\byr\b/]
]

const due =
  /^(?:\s\p{L}+|\sper\s\p{L}+,?)?(?:\s?\/\s?|\s(?:a|an|per|each|every)\s)(hour|day|week|month|mo|year|yr|annum)\b|^,?\s(?:\w+ )?(hourly|daily|weekly|monthly|yearly|annually)\b/iu

/** Behind a number: the end of what says how often it is due, where nobody said that. */
export const unsaidPeriod = (behind: string, supplied: string): number | undefined => {
  const match = due.exec(behind)
  const period = (match?.[1] ?? match?.[2])?.toLowerCase()
  if (match === null || period === undefined) return undefined
  const known = periods.find(([wanted]) => wanted.test(period))
  return known?.[1].test(supplied) === false ? match[0].length : undefined
}
