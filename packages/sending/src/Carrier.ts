/**
 * What takes a message of a family of channels to its vendor: the one thing in which the workers of email, SMS and social
 * messages differ. A carrier calls its provider once; retries are the worker's.
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Family } from "./Queue.ts"
import type { Send } from "./SendStore.ts"

/** The vendor said no, and would say no again. */
export class CarrierRefused extends Schema.TaggedError<CarrierRefused>("@loopdrive/sending/CarrierRefused")(
  "CarrierRefused",
  { error: Schema.String }
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
  readonly idempotent: boolean
  readonly send: (
    send: Send & { readonly text: string },
    recipient: string
  ) => Effect.Effect<Receipt, CarrierRefused | CarrierUnavailable>
  /**
   * Looks for a message that may have left, by what the vendor keeps of it. `undefined`: the vendor does not know it;
   * carriers that cannot look have no such method.
   */
  readonly find?: (send: Send) => Effect.Effect<Receipt | undefined, CarrierUnavailable>
}
