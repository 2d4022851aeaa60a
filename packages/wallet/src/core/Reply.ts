/** What a Wallet answers: what it wrote, so that a caller need not read it back. */
import { Hold, WalletTransaction } from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"

export const Reply = Schema.Union([
  Schema.TaggedStruct("Done", {}),
  Schema.TaggedStruct("Posted", { transaction: WalletTransaction }),
  Schema.TaggedStruct("Held", { hold: Hold, transaction: Schema.optionalKey(WalletTransaction) }),
  Schema.TaggedStruct("Reconsidered", { wanted: Schema.Boolean }),
  Schema.TaggedStruct("PaymentStarted", { paymentId: Schema.String }),
  Schema.TaggedStruct("PayoutStarted", { payoutId: Schema.String, holdId: Schema.String })
])
export type Reply = typeof Reply.Type
