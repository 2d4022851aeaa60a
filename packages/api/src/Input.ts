/** Pieces of requests. Callers without types send `null` where they mean nothing, so input accepts it as absent. */
import { Metadata } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"

/** Absent, `null`, or a value. */
export const maybe = <S extends Schema.Constraint>(schema: S) => Schema.optional(Schema.NullOr(schema))

/** Text of a field: not blank, and bounded. */
export const text = (most: number) =>
  Schema.String.check(
    Schema.makeFilter((value: string) => (value.trim().length === 0 ? "must not be blank" : undefined)),
    Schema.isMaxLength(most)
  )

export const name = text(200)
export const id = text(200)

/** Metadata of at most 16 KiB as JSON: it is stored with the row and returned with it. */
const metadataMost = 16_384
export const metadata = Metadata.check(
  Schema.makeFilter((value: Metadata) =>
    JSON.stringify(value).length > metadataMost
      ? `must not be longer than ${metadataMost} characters as JSON`
      : undefined
  )
)

/** ISO 8601, with or without milliseconds; as epoch milliseconds inside. */
export const instant = Schema.String.check(
  Schema.makeFilter((value: string) =>
    /^\d{4}-\d\d-\d\d([T ]|$)/.test(value) && Number.isFinite(Date.parse(value))
      ? undefined
      : "must be an ISO 8601 date"
  )
)

/** Pages: 50 unless asked, 1,000 at the most. */
export const pageDefault = 50
export const pageMost = 1000
export const limit = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: pageMost }))
export const offset = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000_000 }))
export const page = { limit: Schema.optional(limit), offset: Schema.optional(offset) }
