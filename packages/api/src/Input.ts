/** Pieces of requests. Callers without types send `null` where they mean nothing, so input accepts it as absent. */
import { isBlank } from "@loopdrive/domain/Blank"
import { Metadata } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"

/** Absent, `null`, or a value. */
export const maybe = <S extends Schema.Constraint>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

/** PostgreSQL keeps no NUL, and half of a surrogate pair is no character in any encoding. */
const isStorable = (value: string): boolean => !value.includes("\u0000") && value.isWellFormed()
const unstorable = "must be well-formed Unicode without NUL characters"

/** Any text up to a length, the empty one included. */
export const string = (most: number) =>
  Schema.String.check(
    Schema.makeFilter((value: string) => (isStorable(value) ? undefined : unstorable)),
    Schema.isMaxLength(most)
  )

/** Text of a field: not blank, and bounded. */
export const text = (most: number) =>
  string(most).check(Schema.makeFilter((value: string) => (isBlank(value) ? "must not be blank" : undefined)))

export const name = text(200)
export const id = text(200)

/** One line: what goes into a header must not start another one. */
export const line = (most: number) =>
  string(most).check(
    Schema.makeFilter((value: string) =>
      /[\r\n]/.test(value)
        ? "must be one line"
        : /[^\P{Cc}\t]/u.test(value)
          ? "must not contain control characters"
          : undefined
    )
  )

/** Metadata of at most 16 KiB as JSON and 32 levels: it is stored with the row and returned with it. */
const metadataMost = 16_384
const deepestMost = 32

/** What is wrong with a document; looks no deeper than it may be. */
const faultOf = (value: unknown, depth: number): string | undefined => {
  if (typeof value === "string") return isStorable(value) ? undefined : unstorable
  if (typeof value !== "object" || value === null) return undefined
  if (depth === deepestMost) return `must not be nested deeper than ${deepestMost} levels`
  for (const [key, member] of Object.entries(value)) {
    const fault = isStorable(key) ? faultOf(member, depth + 1) : unstorable
    if (fault !== undefined) return fault
  }
  return undefined
}

const document = (value: object): string | undefined =>
  faultOf(value, 0) ??
  (JSON.stringify(value).length > metadataMost
    ? `must not be longer than ${metadataMost} characters as JSON`
    : undefined)

export const metadata = Metadata.check(Schema.makeFilter(document))

/** Names and values, as for links. */
export const texts = Schema.Record(Schema.String, Schema.String).check(Schema.makeFilter(document))

/** Beyond these years a database and a calendar may disagree about what a date is. */
const earliest = Date.UTC(1900, 0, 1)
const latest = Date.UTC(9999, 0, 1)

/** A date alone, or with a time, and with a zone or without: what ISO 8601 and the platform's parser agree on. */
const shape = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i

/** Epoch milliseconds of an instant. A time that names no zone is in UTC, not in whatever zone the server runs in. */
export const millisOf = (instant: string): number => {
  const [, , , , time, zone] = shape.exec(instant) ?? []
  return Date.parse(time === undefined || zone !== undefined ? instant : `${instant}Z`)
}

/** Whether the date exists and is in range; the platform's own parser takes February 31 for March 3. */
const isInstant = (value: string): boolean => {
  const [, year, month, day] = shape.exec(value) ?? []
  const millis = millisOf(value)
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCDate() === Number(day) && millis >= earliest && millis < latest
}

/** ISO 8601, with or without a time; one without a zone is in UTC. */
export const instant = string(64).check(
  Schema.makeFilter((value: string) =>
    isInstant(value) ? undefined : "must be an ISO 8601 date between the years 1900 and 9999"
  )
)

/** Pages: 50 unless asked, 1,000 at the most. */
export const pageDefault = 50
export const pageMost = 1000
export const limit = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: pageMost }))
/** Nobody reads this far. */
export const offsetMost = 10_000_000
export const offset = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: offsetMost }))
export const page = { limit: Schema.optional(limit), offset: Schema.optional(offset) }
