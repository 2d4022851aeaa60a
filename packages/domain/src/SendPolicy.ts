/** The rules a workspace sends by, as a decision about one message reads them: a snapshot, so that it can be explained. */
import * as Schema from "effect/Schema"
import * as FrequencyCap from "./FrequencyCap.ts"
import type { Cap } from "./FrequencyCap.ts"
import * as QuietHours from "./QuietHours.ts"
import type { Settings } from "./Tenancy.ts"

/** A version of the rules themselves, kept with every decision. Raised when a rule means something else than before. */
export const rulesVersion = 1

export const SendPolicy = Schema.Struct({
  caps: Schema.Array(
    Schema.Struct({ channel: Schema.optional(Schema.String), limit: Schema.Int, windowMillis: Schema.Int })
  ),
  /** Minutes after midnight; equal ones: never quiet. */
  quiet: Schema.Struct({ start: Schema.Int, end: Schema.Int }),
  /** Of people whose own zone is not known. */
  zone: Schema.optional(Schema.String),
  /** How long the send that takes the last slot of a cap waits for a better one. */
  contestMillis: Schema.Int,
  /** A person whose consent is pending may be sent the confirmation of it. */
  doubleOptIn: Schema.Boolean
})
export type SendPolicy = typeof SendPolicy.Type

/** Nothing that counts against a cap is remembered for longer. */
export const windowMost = 31 * 24 * 60 * 60 * 1000

export const standard: SendPolicy = {
  caps: FrequencyCap.standard,
  quiet: QuietHours.standard,
  contestMillis: 1000,
  doubleOptIn: false
}

const hourMillis = 3_600_000

const capOf = (cap: NonNullable<Settings["caps"]>[number]): Cap => ({
  limit: cap.limit,
  windowMillis: cap.windowHours * hourMillis,
  ...(cap.channel === undefined ? {} : { channel: cap.channel })
})

/** What a workspace's settings come to. */
export const of = (settings: Settings): SendPolicy => ({
  caps: settings.caps?.map(capOf) ?? standard.caps,
  quiet:
    settings.quietHours === undefined
      ? standard.quiet
      : (QuietHours.parse(settings.quietHours.start, settings.quietHours.end) ?? standard.quiet),
  ...(settings.timezone === undefined ? {} : { zone: settings.timezone }),
  contestMillis: settings.contestMillis ?? standard.contestMillis,
  doubleOptIn: settings.doubleOptIn ?? standard.doubleOptIn
})
