/** Payments, payouts and what vendors told us: committed rows, and the notes of those who look after them. */
import type * as Wire from "@loopdrive/domain/Wallet"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { OwnedPayment, OwnedPayout } from "./PaymentRows.ts"
import type { Page } from "./WalletStore.ts"

/** No payment of this workspace has the id. */
export class PaymentNotFound extends Schema.TaggedError<PaymentNotFound>("@loopdrive/wallet/PaymentNotFound")(
  "PaymentNotFound",
  { paymentId: Schema.String }
) {}

/** Nobody of this id was registered in this workspace. */
export class RecipientNotFound extends Schema.TaggedError<RecipientNotFound>("@loopdrive/wallet/RecipientNotFound")(
  "RecipientNotFound",
  { recipientId: Schema.String }
) {}

/** A vendor's word that something happened, which says only what to look at. */
export interface Notice {
  readonly provider: string
  readonly eventId: string
  readonly type: string
  /** The payment it is about, in the vendor's name for it; undefined: none of ours. */
  readonly objectId: string | undefined
}

export class PaymentStore extends Context.Service<
  PaymentStore,
  {
    /** Newest first. */
    readonly payments: (
      workspaceId: string,
      page: Page
    ) => Effect.Effect<{ readonly payments: ReadonlyArray<Wire.StripePayment>; readonly total: number }, SqlError>
    /** By our name for it or the provider's. */
    readonly payment: (id: string) => Effect.Effect<OwnedPayment | undefined, SqlError>
    /**
     * Payments to ask the provider about, longest waiting first: the younger one is, the more often, and not after 120
     * days, the longest a card's owner may take to dispute it. `everything`: all of these whenever they were asked for.
     */
    readonly unsettled: (options: {
      readonly now: number
      readonly limit: number
      readonly workspaceId?: string
      readonly everything?: boolean
    }) => Effect.Effect<ReadonlyArray<OwnedPayment>, SqlError>
    /** Notes that the provider was asked about it. */
    readonly checked: (paymentId: string, at: number) => Effect.Effect<void, SqlError>
    /** Makes a recipient known, or changes what is known of the account. */
    readonly register: (recipient: Wire.PayoutRecipient) => Effect.Effect<Wire.PayoutRecipient, SqlError>
    readonly recipients: (
      workspaceId: string,
      page: Page
    ) => Effect.Effect<{ readonly recipients: ReadonlyArray<Wire.PayoutRecipient>; readonly total: number }, SqlError>
    readonly recipient: (
      workspaceId: string,
      recipientId: string
    ) => Effect.Effect<Wire.PayoutRecipient, RecipientNotFound | SqlError>
    /** Newest first. */
    readonly payouts: (
      workspaceId: string,
      page: Page
    ) => Effect.Effect<{ readonly payouts: ReadonlyArray<Wire.StripePayout>; readonly total: number }, SqlError>
    readonly payout: (payoutId: string) => Effect.Effect<OwnedPayout | undefined, SqlError>
    /** Payouts whose transfer is not known to exist or to have failed, as `unsettled`. */
    readonly pendingPayouts: (now: number, limit: number) => Effect.Effect<ReadonlyArray<OwnedPayout>, SqlError>
    readonly payoutChecked: (payoutId: string, at: number) => Effect.Effect<void, SqlError>
    /** False when the event was told before: a duplicate does nothing. */
    readonly receive: (notice: Notice) => Effect.Effect<boolean, SqlError>
    /** Notices nobody has acted on, oldest first. */
    readonly unread: (before: number, limit: number) => Effect.Effect<ReadonlyArray<Notice>, SqlError>
    readonly read: (notice: Notice, at: number) => Effect.Effect<void, SqlError>
  }
>()("@loopdrive/wallet/PaymentStore") {}

/** How long a payment is looked after: card networks give 120 days to dispute one. */
export const lookedAfter = 120 * 86_400_000

/** A payment is asked about again after a tenth of its age, in milliseconds: every few seconds at first, daily in the end. */
export const pauseOf = (age: number): number => Math.min(86_400_000, Math.max(5_000, age / 10))
