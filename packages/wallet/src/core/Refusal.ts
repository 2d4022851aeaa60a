/** Why a Wallet says no. A refusal changes nothing. */
import * as Schema from "effect/Schema"

/** Cents asked for, and cents that could be had. */
export class InsufficientFunds extends Schema.TaggedError<InsufficientFunds>("@loopdrive/wallet/InsufficientFunds")(
  "InsufficientFunds",
  { requested: Schema.Int, available: Schema.Int }
) {}

/** Nothing leaves a frozen wallet. */
export class WalletFrozen extends Schema.TaggedError<WalletFrozen>("@loopdrive/wallet/WalletFrozen")(
  "WalletFrozen",
  {}
) {}

/** Of what was taken, `refundable` cents are not given back yet. */
export class RefundExceeded extends Schema.TaggedError<RefundExceeded>("@loopdrive/wallet/RefundExceeded")(
  "RefundExceeded",
  { corrects: Schema.String, requested: Schema.Int, refundable: Schema.Int }
) {}

/** The books have moved since they were read: another refund of the same entry may have come first. */
export class RefundOutrun extends Schema.TaggedError<RefundOutrun>("@loopdrive/wallet/RefundOutrun")("RefundOutrun", {
  corrects: Schema.String
}) {}

/** No wallet holds that much: `limit` cents. */
export class BalanceLimit extends Schema.TaggedError<BalanceLimit>("@loopdrive/wallet/BalanceLimit")("BalanceLimit", {
  limit: Schema.Int
}) {}

/** The wallet has no open hold of this id: there never was one, or it has ended. */
export class HoldNotOpen extends Schema.TaggedError<HoldNotOpen>("@loopdrive/wallet/HoldNotOpen")("HoldNotOpen", {
  holdId: Schema.String
}) {}

/** More was asked of a hold than remains of it, in cents. */
export class HoldExceeded extends Schema.TaggedError<HoldExceeded>("@loopdrive/wallet/HoldExceeded")("HoldExceeded", {
  holdId: Schema.String,
  requested: Schema.Int,
  remaining: Schema.Int
}) {}

/** A hold that would be over before it began. */
export class HoldExpired extends Schema.TaggedError<HoldExpired>("@loopdrive/wallet/HoldExpired")("HoldExpired", {}) {}

export class TooManyHolds extends Schema.TaggedError<TooManyHolds>("@loopdrive/wallet/TooManyHolds")("TooManyHolds", {
  limit: Schema.Int
}) {}

/** No top-up has left a payment method that could be charged. */
export class NoPaymentMethod extends Schema.TaggedError<NoPaymentMethod>("@loopdrive/wallet/NoPaymentMethod")(
  "NoPaymentMethod",
  {}
) {}

/** Auto-reload was never told `field`, so it cannot be enabled. */
export class ReloadIncomplete extends Schema.TaggedError<ReloadIncomplete>("@loopdrive/wallet/ReloadIncomplete")(
  "ReloadIncomplete",
  { field: Schema.Literals(["threshold", "amount"]) }
) {}

/** Under the ceiling `field` no reload of an empty wallet could begin: one charges `least` cents. */
export class ReloadCeiling extends Schema.TaggedError<ReloadCeiling>("@loopdrive/wallet/ReloadCeiling")(
  "ReloadCeiling",
  { field: Schema.Literals(["dailyCeiling", "monthlyCeiling"]), least: Schema.Int }
) {}

export const Refusal = Schema.Union([
  InsufficientFunds,
  WalletFrozen,
  BalanceLimit,
  RefundExceeded,
  RefundOutrun,
  HoldNotOpen,
  HoldExceeded,
  HoldExpired,
  TooManyHolds,
  NoPaymentMethod,
  ReloadIncomplete,
  ReloadCeiling
])
export type Refusal = typeof Refusal.Type
