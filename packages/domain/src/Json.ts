/** Free-form documents that callers attach: bounded, so that a row stays a row. */
import * as Schema from "effect/Schema"

/** An object with arbitrary keys. */
export const Metadata = Schema.Record(Schema.String, Schema.Unknown)
export type Metadata = typeof Metadata.Type

/** ISO 8601 with milliseconds and `Z`, as everything on the wire. */
export const Timestamp = Schema.String.annotate({
  identifier: "Timestamp",
  description: "ISO 8601 in UTC with milliseconds",
  examples: ["2026-01-31T09:30:00.000Z"]
})
export type Timestamp = typeof Timestamp.Type

/** 0 to 1, both included. */
export const Share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

/** The same without the keys that have no value: on the wire what is not there is left out, never `null`. */
export const compact = <A extends object>(value: A): A => {
  for (const key of Object.keys(value)) {
    if (value[key as keyof A] === undefined) return Object.fromEntries(Object.entries(value).filter(isPresent)) as A
  }
  return value
}
const isPresent = ([, member]: readonly [string, unknown]): boolean => member !== undefined

/** What a row leaves empty, as a member that is not there. */
export const optional = <A>(value: A | null): A | undefined => value ?? undefined
