/** How an offer, a price and a day are said, whatever words the caller has for them: "a free week", "free", "until Friday". */
import { bases } from "../phrases/Verbs.ts"
import { capital } from "../../text/Sentences.ts"

const finite =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|should|does|did|do|don['’]t)\b|['’](?:re|ll|ve)\b|^(?:we|you|it|they|there|this|that|i|he|she)\b|[!?]$/i
const happening =
  /\S (?:opens?|reopens?|closes?|starts?|begins?|ends?|comes?|arrives?|ships?|costs?|includes?|moved|changed|lasts?|takes?|works?|runs?|expires?|ordered|bought|asked)\b/i
const object =
  /^\w+ (?:a|an|the|your|us|our|it|any|all|one|two|three|more|by|before|early|now|online|with|\d+|20 ?%|[€$£]\d)\b/i

/** Whether a text is one that somebody says, not a heap of words. */
export const isSentence = (text: string): boolean => {
  const first = text.split(/\s/)[0]?.toLowerCase() ?? ""
  return finite.test(text) || happening.test(text) || (bases.has(first) && object.test(text))
}

const lowered = (text: string): string =>
  /^(?:A|An|The|Our|Your|One|Two|Three|Four|Five|Free|Half|Early|Priority|All|Every|Any|Another|Complimentary|Double|Extra)\b/.test(
    text
  )
    ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
    : text

const share =
  /^(?:up to )?(?:\d+(?:[.,]\d+)? ?%|[€$£¥]\s?\d[\d.,]*|\d[\d.,]* ?(?:€|eur|usd|gbp|euros?|dollars?|pounds?))/i
const uncounted =
  /^(?:free|complimentary) (?:\w+ )?(?:delivery|shipping|returns|parking|wi-?fi|entry|entrance|admission|coffee|tea|cake|gift wrapping|wrapping|installation|fitting|training|support|setup|set-up|access|advice|insurance|breakfast|cleaning|storage|postage|childcare|refills?)\b/i

/** "You get a free week", "20% off your next order"; undefined where it is no offer that can be told. */
export const offerOf = (value: string): string | undefined => {
  const text = value.trim().replace(/[.\s]+$/, "")
  const [, own] = /^(your [\p{L} ]+?) (?:at|for) (half(?: the)? price|no charge)$/iu.exec(text) ?? []
  if (own !== undefined) return `${capital(own)} is ${/half/i.test(text) ? "half price" : "free"}`
  if (isSentence(text)) return capital(text)
  const plain = lowered(text)
  if (plain.split(" ").length > 14 || /[:;]/.test(plain)) return undefined
  const [, turn] =
    /^(?:the |your )?((?:first|second|next|last) (?:\w+ ){0,2}?\w+) (?:is )?(?:free|for free|on us)$/i.exec(plain) ?? []
  if (turn !== undefined) return `Your ${turn.toLowerCase()} is free`
  if (share.test(plain) && /^\S+ (?:\S+ )?off\b/i.test(plain)) return capital(plain)
  if (share.test(plain))
    return /\b(?:discount|reduction|voucher|credit|rebate)\b/i.test(plain) ? `You get a ${plain}` : undefined
  if (uncounted.test(plain)) return `There is ${plain}`
  const [, gift] = /^(?:free|complimentary) ([\p{L}-]+)\b/iu.exec(plain) ?? []
  if (gift !== undefined) {
    const thing =
      /^(?:free|complimentary) (\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,2}?)(?=$| (?:at|for|with|on|in|of|to|from|until)\b)/iu.exec(
        plain
      )?.[1]
    return (thing ?? gift).trim().endsWith("s") ? `You get ${plain}` : `You get a ${plain}`
  }
  if (/^(?:half price|half-price)\b/i.test(plain))
    return `There is a ${plain.replace(/^half price/i, "half-price offer")}`
  return /^(?:a|an|the|our|your|one|two|three|four|five|six|\d+|early|priority|double|extra|another|all|every) /.test(
    plain
  )
    ? `You get ${plain}`
    : undefined
}

/** What a discount is off, or what it is called. */
export const discountOf = (value: string): string | undefined => {
  const text = value.trim()
  if (/^\d+(?:[.,]\d+)? ?%$|^[€$£]\s?\d[\d.,]*$/.test(text)) return `You get ${text} off`
  return offerOf(text)
}

export type Cost = "free" | "from" | "amount"

/** What kind of a price it is. */
export const costOf = (price: string): Cost =>
  /^(?:free|gratis|nothing|no charge|free of charge|for free|complimentary|[€$£]?0(?:[.,]00?)?)$/i.test(price.trim())
    ? "free"
    : /^(?:from|starting (?:at|from)|starts at) /i.test(price.trim())
      ? "from"
      : "amount"

/** "It costs €39 a month", "It is free of charge", "Prices start at £25". */
export const priceOf = (price: string): string | undefined => {
  const cost = costOf(price)
  if (cost === "free") return "It is free of charge"
  if (cost === "from")
    return `Prices start at ${price.trim().replace(/^(?:from|starting (?:at|from)|starts at) /i, "")}`
  if (/^free /i.test(price)) return `It is ${price.slice(0, 1).toLowerCase()}${price.slice(1)}`
  return /\d/.test(price) ? `It costs ${price}` : undefined
}

const plural = /(?:[^s]s| and \S+)$|,/i

/** "The oven is €49", and a label where no article tells that a verb may follow: "Oven X200: €49". */
export const priceLine = (
  thing: string,
  price: string,
  { tail, verb }: { readonly tail: string; readonly verb: "is" | "costs" }
): string => {
  const head = thing.split(/ (?:for|of|with|from|in|at|to) /)[0] ?? thing
  const are = plural.test(head)
  const cost = costOf(price)
  if (cost === "free") return `${capital(thing)} ${are ? "are" : "is"} free of charge${tail}`
  const isDetermined = /^(?:the|our|your|an?) /i.test(thing) && !/ for \d/.test(price)
  if (cost === "amount" && isDetermined)
    return `${capital(thing)} ${are ? (verb === "is" ? "are" : "cost") : verb} ${price}${tail}`
  return `${capital(thing)}: ${cost === "from" ? forPrice(price) : price}${tail}`
}

/** Behind the name of what is sold. */
export const forPrice = (price: string): string => {
  const cost = costOf(price)
  if (cost === "free") return "free of charge"
  return cost === "from"
    ? price.trim().replace(/^starting (?:at|from) |^starts at /i, "from ")
    : `${/ for \d/.test(price) ? "at" : "for"} ${price}`
}

export type Span = "until" | "by" | "before" | "from" | "on" | "range" | "loose"

const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?"
const timely = new RegExp(
  `\\b\\d{1,2}\\b|${weekday}|\\b${month}\\b|\\b(?:tomorrow|today|tonight|weekend|noon|midnight|christmas|easter|new year)\\b`,
  "i"
)

/** How a day is meant; undefined where the words name none. */
export const spanOf = (date: string): Span | undefined => {
  const text = date.trim()
  if (!timely.test(text) || /^\d{4}-\d/.test(text)) return undefined
  const [, word] = /^(until|till|up to|through|by|before|from|as of|starting(?: on)?|on) /i.exec(text) ?? []
  if (word === undefined) {
    if (/\d+\.? ?(?:-|–|to|until) ?\d+/.test(text)) return "range"
    return new RegExp(`\\d|${weekday}`, "i").test(text) ? "on" : "loose"
  }
  if (/^(?:until|till|up to|through)$/i.test(word)) return "until"
  if (/^(?:by|before|on)$/i.test(word))
    return word.toLowerCase() === "by" ? "by" : word.toLowerCase() === "on" ? "on" : "before"
  return /\b(?:to|until|till) /i.test(text) ? "range" : "from"
}

/** The day itself, without the word before it. */
const bare = (date: string): string =>
  date.trim().replace(/^(?:until|till|up to|through|by|before|from|as of|starting(?: on)?|on) /i, "")

/** As it stands in a sentence: "on Friday", "until 15 December", "from 8 to 12 December", "tomorrow". */
export const dayOf = (date: string): string => {
  const span = spanOf(date)
  const day = bare(date)
  if (span === "range") return `from ${day.replace(/(?<=\d\.?) ?[-–] ?(?=\d)/, " to ")}`
  if (span === "on") return `on ${day}`
  if (span === "from") return `from ${day}`
  return span === "until" ? `until ${day}` : date.trim()
}

/** "Storgata branch": which of them, and no name. */
const ofKind =
  /^\p{Lu}[\p{L}'’. -]* (?:branch|store|shop|office|room|studio|library|museum|school|club|gym|pool|entrance|terrace)$/u

/** "at our workshop", "online", "in the Great Hall" where the caller says so. */
export const placeOf = (place: string): string =>
  /^(?:in|at|on|near|by|online|via|opposite|behind|next to|upstairs|downstairs|outside|inside|here|above|below|under|across)\b ?/i.test(
    place
  )
    ? `${place.slice(0, 1).toLowerCase()}${place.slice(1)}`
    : /^(?:zoom|teams|google meet|youtube|instagram|skype|webex)\b/i.test(place)
      ? `on ${place}`
      : `at ${/^(?:The|Our|Your)\b/.test(place) ? `${place.slice(0, 1).toLowerCase()}${place.slice(1)}` : ofKind.test(place) ? `the ${place}` : place}`
