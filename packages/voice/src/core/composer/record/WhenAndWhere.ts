/** A day, an hour and a place of what the objective, an offer or a product is about, where no event in the record has them. */
import { dayOf, placeOf, spanOf } from "./Offers.ts"
import type { Part } from "../phrases/ContextFrames.ts"
import type { Told } from "./Told.ts"

/** A sentence, and where in the record it begins. */
export type Line = readonly [place: number, text: string]

interface Found {
  readonly lines: ReadonlyArray<Line>
  readonly taken: ReadonlyArray<number>
}

/** What a day is the day of, where nothing else in the record says so. */
const dated: ReadonlyArray<readonly [RegExp, string]> = [
  [/launch|release|\bsale\b/, "It starts"],
  [/renew/, "Your renewal is due"],
  [/trial/, "Your trial ends"],
  [/expir/, "It expires"],
  [/deliver|shipp?|dispatch/, "It is due"],
  [/appointment|\bvisit|check-?up/, "Your appointment is"],
  [/booking|reservation|table/, "Your booking is"],
  [
    /invit|event|webinar|workshop|tasting|concert|course|class|party|meet|ticket|conference|launch|open day|show|rsvp/,
    "It takes place"
  ]
]

/** "placement test reminder": what is reminded of has the day. */
const named =
  /^((?:[\p{L}-]+ ){0,3}[\p{L}-]+) (?:reminder|confirmation|notice|details|info|information|update|confirmed)$/iu

/** "Your placement test is", of an objective that is called after it. */
export const ofObjective = (objective: string): string | undefined => {
  const plain = objective.replaceAll(/[_-]+/g, " ").trim()
  const thing = named.exec(plain)?.[1]
  return thing === undefined ||
    /\b(?:renewal|payment|cart|abandoned|final|friendly|first|second|last|trial)\b/i.test(thing)
    ? undefined
    : `Your ${/^\p{Lu}\p{Ll}/u.test(thing) ? `${thing.slice(0, 1).toLowerCase()}${thing.slice(1)}` : thing} is`
}

/** Whether a day is the first of more. */
export const begins = /(?:^| )(?:starts?|begins?)(?: at| on)?$|^start (?:date|day)/

const subjectOf = (told: Told | undefined, objective: string): string | undefined => {
  const own = /^(.+) (?:date|day|date ?time)$/.exec(told?.name ?? "")?.[1]
  if (told !== undefined && begins.test(told.name)) {
    const thing = /^(.+) (?:starts?|begins?)/.exec(told.name)?.[1]
    return thing === undefined ? "It starts" : `The ${thing} starts`
  }
  if (own !== undefined && !/^(?:start|end|due)$/.test(own)) return `Your ${own} is`
  return ofObjective(objective) ?? dated.find(([pattern]) => pattern.test(objective.toLowerCase()))?.[1]
}

/** `placeIn`: where in the record the first value of a part stands that is not said yet, or -1. */
export const whenAndWhere = (all: ReadonlyArray<Told>, placeIn: (part: Part) => number, objective: string): Found => {
  const [date, time, where] = [placeIn("date"), placeIn("time"), placeIn("place")]
  const text = all[date]?.text ?? ""
  const span = spanOf(text)
  const at = all[time] === undefined ? "" : ` at ${all[time].text}`
  const what = subjectOf(all[date], objective)
  const isMeeting = what === "It takes place" || placeIn("event") >= 0 || placeIn("booked") >= 0
  const isRoom = all[where]?.name === "room" && !isMeeting
  const places = all[where] === undefined || isRoom ? [] : [where]
  const close = places.length === 0 ? "" : ` ${placeOf(all[where]?.text ?? "")}`
  const one = (line: string, ...taken: ReadonlyArray<number>): Found => ({
    lines: [[Math.min(...taken), line]],
    taken
  })
  const times = all[time] === undefined ? [] : [time]
  if (span === "until") return one(`${what === undefined ? "It is valid" : "It lasts"} ${dayOf(text)}`, date)
  if (span === "by") return one(`You have time until ${text.slice(3)}`, date)
  if (span === "from") return one(`It starts on ${dayOf(text).slice(5)}${at}`, date, ...times)
  if (span !== undefined && what !== undefined)
    return one(
      `${what} ${dayOf(text)}${at}${close === "" ? "" : `${at === "" ? "" : ","}${close}`}`,
      date,
      ...times,
      ...places
    )
  if (
    span === undefined &&
    date === -1 &&
    times.length > 0 &&
    /^It takes place|^Your (?:appointment|booking)/.test(what ?? "")
  )
    return one(`It begins${at}${close}`, ...times, ...places)
  if (places.length === 0) return { lines: [], taken: [] }
  return one(isMeeting ? `It takes place${close}` : `You will find us${close}`, ...places)
}
