/**
 * What takes a message of a family of channels to its vendor: the one thing in which the workers of email, SMS and social
 * messages differ. A carrier calls its provider once; retries are the worker's.
 */
import { Reason } from "@loopdrive/domain/Delivery"
import type { MessageFailure } from "@loopdrive/providers/MessageFailure"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Worded } from "./Dressing.ts"
import type { Family } from "./Queue.ts"

/** The vendor said no, and would say no again. */
export class CarrierRefused extends Schema.TaggedError<CarrierRefused>("@loopdrive/sending/CarrierRefused")(
  "CarrierRefused",
  { reason: Reason, error: Schema.String }
) {}

/** The vendor could not be asked, or did not say what became of the message. `maySent`: it may have it. */
export class CarrierUnavailable extends Schema.TaggedError<CarrierUnavailable>("@loopdrive/sending/CarrierUnavailable")(
  "CarrierUnavailable",
  { error: Schema.String, maySent: Schema.Boolean }
) {}

export interface Receipt {
  readonly externalId: string
}

export interface Carrier {
  readonly family: Family
  /** Who carries a message of this channel: the provider, kept with the send. */
  readonly provider: (channel: string) => string
  /** The vendor knows our key: asked again with it, it sends nothing twice. */
  readonly idempotent: (channel: string) => boolean
  /**
   * Its messages may leave in the turn that admits them: its vendor knows our key, so that a crash leaves nothing open, and
   * nothing is written for their words, which would have to name a send that is not on record yet.
   */
  readonly express?: true
  readonly send: (send: Worded, recipient: string) => Effect.Effect<Receipt, CarrierRefused | CarrierUnavailable>
  /**
   * Looks for a message that may have left, by what the vendor keeps of it. `Missing`: the vendor does not have it;
   * `Unanswerable`: it does not tell. Carriers whose vendor knows our key have no need to look.
   */
  readonly find?: (send: Worded, recipient: string) => Effect.Effect<Found, CarrierRefused | CarrierUnavailable>
}

export type Found =
  | { readonly _tag: "Found"; readonly externalId: string }
  | { readonly _tag: "Missing" }
  | { readonly _tag: "Unanswerable" }

/** A provider's failure as the workers take it. */
export const failureOf = (failure: MessageFailure): CarrierRefused | CarrierUnavailable => {
  if (failure._tag === "MessageProviderUnavailable")
    return new CarrierUnavailable({ error: failure.reason, maySent: failure.outcome === "unknown" })
  const error = `${failure.name}: ${failure.message}`
  switch (failure.reason) {
    // The operator's to mend, not the message's fault.
    case "credential":
      return new CarrierUnavailable({ error, maySent: false })
    case "unsubscribed":
      return new CarrierRefused({ reason: "suppressed", error })
    case "outside_window":
      return new CarrierRefused({ reason: "outside_window", error })
    default:
      return new CarrierRefused({ reason: "provider_rejected", error })
  }
}
