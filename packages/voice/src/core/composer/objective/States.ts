/**
 * What has become of something, by the name of an objective: `class cancelled notice` says that the class is cancelled, and
 * never that it takes place.
 */
import { dayOf, spanOf } from "../record/Offers.ts"
import { capital } from "../../text/Sentences.ts"
import { titled } from "../record/Things.ts"
import type { Fact } from "../record/Told.ts"

/** What a name says, and how it is said. */
const states: ReadonlyArray<readonly [RegExp, string]> = [
  [/^cancel(?:led|ed|lation|lations)?$/, "cancelled"],
  [/^postpone(?:d|ment)?$/, "postponed"],
  [/^reschedul(?:ed|ing)$/, "rescheduled"],
  [/^moved$/, "moved"],
  [/^delay(?:ed|s)?$/, "delayed"],
  [/^arriv(?:ed|al)$/, "arrived"],
  [/^(?:shipped|dispatched)$/, "on its way"],
  [/^(?:is )?ready(?: (?:for|to) (?:pick ?up|collection|collect))?$/, "ready"],
  [/^sold out$/, "sold out"],
  [/^(?:back )?in stock$/, "back in stock"]
]

const words =
  "cancel(?:led|ed|lations?)?|postpone(?:d|ment)?|reschedul(?:ed|ing)|moved|delay(?:ed|s)?|arriv(?:ed|al)|shipped|dispatched|(?:is )?ready(?: (?:for|to) (?:pick ?up|collection|collect))?|sold out|back in stock"
const named = new RegExp(
  `^((?:[\\p{L}'’-]+ ){0,3}?)(?:(?:is|are|was|has been|have been|got) )?(${words})(?: (?:notice|notification|alert|message|update|e ?mail|sms|text|info|announcement|news|note))*$`,
  "u"
)

/** What somebody has, and calls theirs. */
const owned =
  /\b(?:appointment|booking|reservation|order|lesson|session|visit|table|stay|trip|subscription|membership|delivery|parcel|package|flight|treatment|consultation|check-?up|repair|book|item|request|prescription|glasses|car|bike)$/
/** No state of a thing: an order to say something, somebody who moved, what is to be kept from happening. */
const isOther =
  /\b(?:tell|inform|announce|say|remind|notify|ask|let|thank|invite|apologi[sz]e|offer|customers?|clients?|users?|leads?|people|persons?|contacts?|subscribers?|members?|who|payments?|invoices?|prevent|save|stop|avoid|risk|reduce|no|not|never|about|after|before|if|to|for|and|or|we|you)\b/

const thingKey =
  /^(?:event|webinar|workshop|class|course|concert|meeting|match|game|show|screening|exhibition|performance|talk|dinner|tasting|party|tour|race|ride|appointment|booking|reservation|session|lesson|product|item|book)(?: name| title)?$/
const dateKey = /^(?:(?:\w+ )?(?:date|day|date ?time)|when)$/
const newKey = /\bnew\b/

export interface State {
  readonly text: string
  readonly uses: ReadonlyArray<string>
}

const verbOf = (state: string, isMany: boolean): string => {
  if (state === "arrived") return isMany ? "have arrived" : "has arrived"
  if (state === "moved" || state === "rescheduled") return `${isMany ? "have" : "has"} been ${state}`
  if (state === "on its way" && isMany) return "are on their way"
  return `${isMany ? "are" : "is"} ${state}`
}

/** Undefined where the name of the objective says nothing of the kind. */
export const stateIn = (objective: string, fact: (key: RegExp) => Fact | undefined): State | undefined => {
  const name = objective
    .replaceAll(/[_\s]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, "")
  const [, bare = "", said = ""] = named.exec(name) ?? []
  const state = states.find(([pattern]) => pattern.test(said))?.[1]
  const own = bare.trim().replace(/^(?:the|our|your|an?) /, "")
  if (state === undefined || isOther.test(own)) return undefined
  const thing = fact(thingKey)
  const subject =
    thing === undefined
      ? own === ""
        ? undefined
        : `${owned.test(own) ? "Your" : "The"} ${own}`
      : !/^(?:product|item|book)/.test(thing.name)
        ? titled(thing)
        : state === "on its way" && /^\p{Ll}/u.test(thing.text) && !/^(?:the|our|your|an?) /.test(thing.text)
          ? `Your ${thing.text}`
          : capital(thing.text)
  if (subject === undefined) return undefined
  const date = fact(dateKey)
  const isDated =
    date !== undefined &&
    !newKey.test(date.name) &&
    spanOf(date.text) === "on" &&
    /cancelled|postponed|sold out/.test(state)
  const when = isDated ? ` ${dayOf(date.text)}` : ""
  const isMany = /(?:[^s'’]s|s['’])$/.test(subject.replace(/[”"]$/, ""))
  return {
    text: `${subject}${when} ${verbOf(state, isMany)}.`,
    uses: [...(thing === undefined ? [] : [thing.name]), ...(isDated ? [date.name] : [])]
  }
}
