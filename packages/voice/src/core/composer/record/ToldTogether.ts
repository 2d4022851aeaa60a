/** What of a record belongs into one sentence: a thing and its price, an offer and its end, an event with its day and place. */
import { dayOf, discountOf, isSentence, offerOf, placeOf, priceLine, spanOf } from "./Offers.ts"
import { together, wards } from "../phrases/ContextFrames.ts"
import type { Part } from "../phrases/ContextFrames.ts"
import { capital } from "../../text/Sentences.ts"
import { articled, titled } from "./Things.ts"
import { isPart, isUnknown } from "./Told.ts"
import type { Told } from "./Told.ts"
import { begins, whenAndWhere } from "./WhenAndWhere.ts"
import type { Line } from "./WhenAndWhere.ts"

/** Whether a message asks how something was. */
export const isFeedback = (objective: string): boolean =>
  /feedback|review|survey|rating|testimonial|nps/i.test(objective) && !/invit/i.test(objective)

interface Combined {
  readonly lines: ReadonlyArray<Line>
  readonly taken: Set<number>
}

const determiner = /^(?:the|our|your|an?) /i

/** Whether a message is about something that somebody has already. */
export const isTheirs = (objective: string): boolean =>
  /renew|expir|trial|invoice|payment|order|appointment|booking/i.test(objective)

/** Finds what a record has of each part, and marks what is said. */
class Reading {
  readonly taken = new Set<number>()
  readonly lines: Array<Line> = []

  readonly all: ReadonlyArray<Told>

  constructor(all: ReadonlyArray<Told>) {
    this.all = all
  }

  placeOf(part: Part): number {
    return this.all.findIndex((told, place) => isPart(part, told) && !this.taken.has(place))
  }

  textOf(place: number): string | undefined {
    return this.all[place]?.text
  }

  say(text: string, ...places: ReadonlyArray<number>): void {
    const there = places.filter((place) => place >= 0)
    for (const place of there) this.taken.add(place)
    this.lines.push([Math.min(...there), capital(text)])
  }
}

/** "until 6 December", of an offer or a price, by a key or by a day that is such an end. */
const endIn = (reading: Reading): { readonly said: string; readonly place: number } | undefined => {
  const until = reading.placeOf("until")
  if (until >= 0)
    return { said: ` until ${dayOf(reading.textOf(until) ?? "").replace(/^(?:until|on) /, "")}`, place: until }
  const date = reading.placeOf("date")
  const span = spanOf(reading.textOf(date) ?? "")
  return span === "until" || span === "before"
    ? { said: ` ${dayOf(reading.textOf(date) ?? "")}`, place: date }
    : undefined
}

/** What else a price may be of: a service without a day, an offer that is a thing, or what stands before it. */
const soldIn = (reading: Reading, price: number): Told | undefined => {
  const { all } = reading
  const [booked, offer] = [all[reading.placeOf("booked")], all[reading.placeOf("offer")]]
  if (booked !== undefined && reading.placeOf("date") < 0) return booked
  if (offer !== undefined) return offerOf(offer.text) === undefined ? offer : undefined
  if (reading.placeOf("event") >= 0 || booked !== undefined) return undefined
  const before = all[price - 1]
  const isNamed =
    before !== undefined && (isUnknown(before.name) || before.name === "room") && / |\p{Lu}/u.test(before.text)
  return isNamed && !reading.taken.has(price - 1) && spanOf(before.text) === undefined ? before : undefined
}

/** What it is and what it costs; of what somebody has already, when it is renewed. */
const addPrice = (reading: Reading, objective: string): void => {
  const [about, price, former] = [reading.placeOf("about"), reading.placeOf("price"), reading.placeOf("formerPrice")]
  const thing = reading.all[about]
  const [cost, old] = [reading.textOf(price), reading.textOf(former)]
  const renewal = reading.placeOf("renewal")
  if (thing !== undefined && renewal >= 0 && thing.isList !== true) {
    const own = thing.text.replace(determiner, "")
    const at = cost === undefined || !/\d/.test(cost) ? "" : ` at ${cost}`
    reading.say(
      `Your ${own} renews ${dayOf(reading.textOf(renewal) ?? "")}${at}`,
      about,
      renewal,
      at === "" ? -1 : price
    )
    return
  }
  const until = reading.placeOf("until")
  if (thing !== undefined && isTheirs(objective) && until >= 0) {
    const ends = /^(?:expires|expiry|expiration)/.test(reading.all[until]?.name ?? "") ? "expires" : "ends"
    reading.say(
      `Your ${thing.text.replace(determiner, "")} ${ends} ${dayOf(reading.textOf(until) ?? "")}`,
      about,
      until
    )
    return
  }
  if (cost === undefined) return
  const sold = thing ?? soldIn(reading, price)
  const end = endIn(reading)
  const tail = `${old === undefined ? "" : ` instead of ${old}`}${end?.said ?? ""}`
  if (sold === undefined) {
    if (old !== undefined) reading.say(`The price is ${cost}${tail}`, price, former, end?.place ?? -1)
    return
  }
  const verb = isTheirs(objective) ? "costs" : "is"
  reading.say(
    priceLine(articled(sold), cost, { tail, verb }),
    reading.all.indexOf(sold),
    price,
    former,
    end?.place ?? -1
  )
}

/** What is given or taken off, until when, and with which code. */
const addOffer = (reading: Reading): void => {
  const [offer, discount] = [reading.placeOf("offer"), reading.placeOf("discount")]
  const place = offer >= 0 ? offer : discount
  const told = reading.all[place]
  const text = told === undefined ? undefined : offer >= 0 ? offerOf(told.text) : discountOf(told.text)
  if (text === undefined || /[.!?]$/.test(text)) return
  const [end, code] = [endIn(reading), reading.placeOf("code")]
  const isWhole = isSentence(told?.text ?? "")
  const by = code < 0 || isWhole ? "" : ` with the code ${reading.textOf(code)}`
  if (end === undefined && by === "") return
  reading.say(
    `${text}${isWhole ? "" : (end?.said ?? "")}${by}`,
    place,
    isWhole ? -1 : (end?.place ?? -1),
    by === "" ? -1 : code
  )
}

/** "From 1 January the rate is 2.4% instead of 2.1%". */
const addChanges = (reading: Reading): void => {
  const { all } = reading
  for (const [place, { name, text }] of all.entries()) {
    const of = /^new (.+)$/.exec(name)?.[1]
    const old = all.findIndex((one) => of !== undefined && isFormer.exec(one.name)?.[1] === of)
    if (of === undefined || old < 0 || reading.taken.has(place) || reading.taken.has(old)) continue
    const from = all.findIndex((one, at) => !reading.taken.has(at) && applies.test(one.name))
    const when = from < 0 ? "" : `From ${(all[from]?.text ?? "").replace(/^(?:from|on) /i, "")} `
    const thing = reading.placeOf("about")
    const what = thing < 0 ? "" : ` of ${articled(all[thing] ?? { name: "", text: "" })}`
    const line = `${when}${when === "" ? "The" : "the"} ${of}${what} is ${text} instead of ${all[old]?.text}`
    reading.say(line, place, old, from, thing)
  }
}

const isFormer = /^(?:old|current|previous|former|present) (.+)$/
const applies = /^(?:from|effective(?: date| from| on)?|as of|valid from|start(?:s|ing)?(?: date| on)?)$/

/** "Your check-up", and by its number "Your booking FE-90215". */
const ownOf = ({ name, text }: Told): string => {
  if (/^(?:the|your|our|an?) /i.test(text)) return capital(text)
  return /^\S*\d\S*$/.test(text) ? `Your ${name} ${text}` : `Your ${text}`
}

const inSentence = (part: Part, told: Told): string => {
  if (part === "event") return titled(told)
  if (part === "booked") return ownOf(told)
  if (part === "place") return placeOf(told.text)
  // "on 1 December", "on Friday", and yet "tomorrow".
  return part === "date" ? `${begins.test(told.name) ? "starts" : "is"} ${dayOf(told.text)}` : told.text
}

/** Whose it is, where that is somebody else who is called by one name. */
const wardIn = (reading: Reading): { readonly name: string; readonly place: number } | undefined => {
  const place = reading.all.findIndex(({ name, text }) => wards.test(name) && !/\s/.test(text))
  const name = reading.textOf(place)
  return name === undefined ? undefined : { name, place }
}

const addTogether = (reading: Reading, said: string): void => {
  for (const [wanted, frame] of together) {
    const found = wanted.map((part) => reading.placeOf(part))
    if (found.includes(-1)) continue
    const date = reading.textOf(found[wanted.indexOf("date")] ?? -1) ?? ""
    if (spanOf(date) === undefined) continue
    // What begins some day is open from then on; any other day is a single one.
    if (wanted[0] === "hours" && spanOf(date) !== "from" && !/\bto\b|-|–/.test(reading.textOf(found[0] ?? -1) ?? ""))
      continue
    const ward = wanted[0] === "booked" ? wardIn(reading) : undefined
    const line = wanted.reduce(
      (text, part, index) => {
        const told = reading.all[found[index] ?? -1]
        if (told === undefined) return text
        if (part === "booked" && ward !== undefined) return text.replace("@booked", () => `${ward.name}'s ${told.text}`)
        // "You are invited to the oven day. It is on Friday."
        const isNamed = part === "event" && said.includes(told.text.toLowerCase())
        return text.replace(`@${part}`, () => (isNamed ? "It" : inSentence(part, told)))
      },
      frame.replace("@day", () => dayOf(date).replace(/^(?:on|from) /, ""))
    )
    reading.say(line, ...found, ward?.place ?? -1)
  }
}

/** The sentences that several parts make, and the places of those parts. */
export const combined = (all: ReadonlyArray<Told>, objective: string, isAbout: boolean): Combined => {
  const reading = new Reading(all)
  addChanges(reading)
  if (!isFeedback(objective)) addPrice(reading, objective)
  addOffer(reading)
  addTogether(reading, isAbout ? objective.toLowerCase() : "")
  const more = whenAndWhere(all, (part) => reading.placeOf(part), objective)
  for (const place of more.taken) reading.taken.add(place)
  return { lines: [...reading.lines, ...more.lines], taken: reading.taken }
}
