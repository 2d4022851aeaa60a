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
  /** The payment or transfer it is about, in the vendor's name for it; undefined: nothing that is looked at. */
  readonly objectId: string | undefined
}

/** A notice that somebody has taken up, and how often that has happened. */
export interface TakenNotice extends Notice {
  readonly attempts: number
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
    /** Who the workspace is at the provider, once that is known. */
    readonly customer: (workspaceId: string) => Effect.Effect<string | undefined, SqlError>
    /** Takes up payments whose time has come, longest waiting first: nobody else gets them for a `turn`. */
    readonly duePayments: (now: number, limit: number) => Effect.Effect<ReadonlyArray<OwnedPayment>, SqlError>
    /** Every payment of the workspace that may still change, longest waiting first. */
    readonly livePayments: (workspaceId: string, limit: number) => Effect.Effect<ReadonlyArray<OwnedPayment>, SqlError>
    /** When it is to be asked about again, unless nothing can happen to it any more. */
    readonly putOff: (paymentId: string, until: number) => Effect.Effect<void, SqlError>
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
    /** By our name for it or the provider's for its transfer. */
    readonly payout: (id: string) => Effect.Effect<OwnedPayout | undefined, SqlError>
    /** As `duePayments`, for a `lease`. */
    readonly duePayouts: (now: number, limit: number) => Effect.Effect<ReadonlyArray<OwnedPayout>, SqlError>
    /** As `livePayments`. */
    readonly livePayouts: (workspaceId: string, limit: number) => Effect.Effect<ReadonlyArray<OwnedPayout>, SqlError>
    /** Takes this one up: false where somebody else has it, or its time has not come. */
    readonly takePayout: (payoutId: string, now: number) => Effect.Effect<boolean, SqlError>
    readonly putOffPayout: (payoutId: string, until: number) => Effect.Effect<void, SqlError>
    /** In the hands of who received it until then. False when the event was told before: a duplicate does nothing. */
    readonly receive: (notice: Notice, until: number) => Effect.Effect<boolean, SqlError>
    /** Takes up notices that were not acted on, longest waiting first, as `duePayments`. */
    readonly dueNotices: (now: number, limit: number) => Effect.Effect<ReadonlyArray<TakenNotice>, SqlError>
    readonly putOffNotice: (notice: Notice, until: number, error: string) => Effect.Effect<void, SqlError>
    /** Nothing more is to be done about it. */
    readonly read: (notice: Notice, at: number) => Effect.Effect<void, SqlError>
  }
>()("@loopdrive/wallet/PaymentStore") {}
