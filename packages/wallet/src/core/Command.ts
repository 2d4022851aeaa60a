/** What can be asked of a Wallet. The schemas are a wire format: renaming a tag is a migration. */
import { Metadata } from "@loopdrive/domain/Json"
import { Amount, Limit, Signed } from "@loopdrive/domain/Money"
import { RecipientType, TransactionSource, TransactionType } from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"

const Millis = Schema.Finite
const text = Schema.optional(Schema.String)

/** Makes the wallet exist, as every command does. */
export const Open = Schema.TaggedStruct("Open", {})

/** What the books said, up to their entry `upTo`, of the one that a refund gives back: its signed cents, and those given back. */
export const Original = Schema.Struct({ amount: Schema.Int, refunded: Schema.Int, upTo: Schema.Int })
export type Original = typeof Original.Type

/** An entry. `amount` is positive, except that of an adjustment, which carries its sign. */
export const Post = Schema.TaggedStruct("Post", {
  type: TransactionType,
  amount: Signed,
  source: TransactionSource,
  referenceId: text,
  description: Schema.String,
  /** The entry that this one corrects. */
  corrects: text,
  original: Schema.optional(Original),
  metadata: Schema.optional(Metadata)
})

export const Freeze = Schema.TaggedStruct("Freeze", {})
export const Unfreeze = Schema.TaggedStruct("Unfreeze", {})
export const SetOverdraft = Schema.TaggedStruct("SetOverdraft", { limit: Limit })

export const Reserve = Schema.TaggedStruct("Reserve", {
  amount: Amount,
  referenceId: text,
  description: Schema.String,
  expiresAt: Schema.optional(Millis),
  metadata: Schema.optional(Metadata)
})
/** Spends of a hold; without `amount` all that remains. What is left stays on hold unless this is the `final` capture. */
export const Capture = Schema.TaggedStruct("Capture", {
  holdId: Schema.String,
  amount: Schema.optional(Amount),
  final: Schema.Boolean,
  description: text
})
/** Gives back of a hold; without `amount` all that remains. */
export const Release = Schema.TaggedStruct("Release", { holdId: Schema.String, amount: Schema.optional(Amount) })

/** Who the workspace is at the payment provider. The first one stays, unless the provider knows it no more: `instead` of it. */
export const KnowCustomer = Schema.TaggedStruct("KnowCustomer", { customerId: Schema.String, instead: text })

export const StartTopUp = Schema.TaggedStruct("StartTopUp", { amount: Amount })
export const AttachPayment = Schema.TaggedStruct("AttachPayment", {
  paymentId: Schema.String,
  paymentIntentId: Schema.String
})

/** What the books say of a payment so far, in cents. */
export const Settled = Schema.Struct({ credited: Schema.Int, refunded: Schema.Int, disputed: Schema.Int })
export type Settled = typeof Settled.Type

/**
 * A payment as the provider knows it now, reduced to what concerns a wallet. `withheld`: cents that disputes hold back;
 * `disputeOpen`: one of them is not decided.
 */
export const Observed = Schema.Struct({
  paymentIntentId: Schema.String,
  state: Schema.Literals(["open", "processing", "succeeded", "declined", "canceled"]),
  received: Schema.Int,
  refunded: Schema.Int,
  withheld: Schema.Int,
  disputeOpen: Schema.Boolean,
  customerId: text,
  paymentMethodId: text,
  receiptUrl: text,
  failure: text,
  /** When its customer confirmed it. */
  confirmedAt: Schema.optional(Millis)
})
export type Observed = typeof Observed.Type

/**
 * Brings the books to what the provider says of a payment. `settled` is what the books said when it was looked at: the
 * command's identity names that state, so two observers of one state never both act on it.
 */
export const SettlePayment = Schema.TaggedStruct("SettlePayment", {
  paymentId: Schema.String,
  purpose: Schema.Literals(["top_up", "auto_reload"]),
  amount: Schema.Int,
  step: Schema.Int,
  settled: Settled,
  observed: Observed
})
/** The provider will not make this payment; `withdrawn`: because we no longer want it. */
export const AbandonPayment = Schema.TaggedStruct("AbandonPayment", {
  paymentId: Schema.String,
  step: Schema.Int,
  failure: Schema.String,
  withdrawn: Schema.optional(Schema.Boolean)
})
/** Whether a reload that was decided earlier should still be made. Changes nothing. */
export const ReconsiderReload = Schema.TaggedStruct("ReconsiderReload", { paymentId: Schema.String })

/** `threshold` and `amount` stay as they were where they are absent. */
export const ConfigureReload = Schema.TaggedStruct("ConfigureReload", {
  enabled: Schema.Boolean,
  threshold: Schema.optional(Limit),
  amount: Schema.optional(Amount),
  dailyCeiling: Schema.optional(Schema.NullOr(Limit)),
  monthlyCeiling: Schema.optional(Schema.NullOr(Limit))
})

export const StartPayout = Schema.TaggedStruct("StartPayout", {
  recipientId: Schema.String,
  connectAccountId: Schema.String,
  recipientType: RecipientType,
  recipientName: Schema.String,
  amount: Amount,
  description: Schema.String
})
/** What the books say of a payout so far, in cents. */
export const Booked = Schema.Struct({ transferred: Schema.Int, reversed: Schema.Int })
export type Booked = typeof Booked.Type

/** A payout as the provider knows it now: its transfer, of which some may have come back, or that there will be none. */
export const ObservedPayout = Schema.Union([
  Schema.TaggedStruct("Transferred", { transferId: Schema.String, amount: Schema.Int, reversed: Schema.Int }),
  Schema.TaggedStruct("Refused", { reason: Schema.String })
])
export type ObservedPayout = typeof ObservedPayout.Type

/** As `SettlePayment`: brings the books from `booked` to what was observed, each `step` once. */
export const SettlePayout = Schema.TaggedStruct("SettlePayout", {
  payoutId: Schema.String,
  holdId: Schema.String,
  description: Schema.String,
  step: Schema.Int,
  booked: Booked,
  observed: ObservedPayout
})

/** Time has passed: holds expire, a reload may be due, a pace may be off. */
export const Review = Schema.TaggedStruct("Review", {})

export const Ask = Schema.Union([
  Open,
  Post,
  Freeze,
  Unfreeze,
  SetOverdraft,
  Reserve,
  Capture,
  Release,
  KnowCustomer,
  StartTopUp,
  AttachPayment,
  SettlePayment,
  AbandonPayment,
  ReconsiderReload,
  ConfigureReload,
  StartPayout,
  SettlePayout,
  Review
])
export type Ask = typeof Ask.Type

/** Whose wallet, should it have to be made: a wallet exists from its first command on. */
export const Owner = Schema.Struct({ workspaceId: Schema.String, organizationId: Schema.String })
export type Owner = typeof Owner.Type

export const Command = Schema.Struct({ owner: Owner, ask: Ask })
export type Command = typeof Command.Type
