/** Entries that may correct another one: a refund gives back no more than its debit took, however many are asked for at once. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Owner, Post } from "./core/Command.ts"
import { WalletClient } from "./Client.ts"
import { WalletStore } from "./WalletStore.ts"

/** The entry that is to be corrected is not of this wallet, or took nothing that a refund could give back. */
export class NotCorrectable extends Schema.TaggedError<NotCorrectable>("@loopdrive/wallet/NotCorrectable")(
  "NotCorrectable",
  { reason: Schema.Literals(["unknown", "not_a_debit"]) }
) {}

/** Each time another refund of the same entry was made: so often in a row nobody is outrun by accident. */
const triesMost = 50

/** Posts an entry; the answer is the wallet's. */
export const make = Effect.gen(function* () {
  const wallets = yield* WalletClient
  const store = yield* WalletStore

  const corrected = Effect.fn("Corrections.post")(
    function* (owner: Owner, ask: typeof Post.Type, corrects: string, identity: CommandIdentity) {
      const original = yield* store.original(owner.workspaceId, corrects)
      if (original === undefined) return yield* new NotCorrectable({ reason: "unknown" })
      if (ask.type !== "refund") return yield* wallets.ask(owner, ask, identity)
      if (original.amount >= 0) return yield* new NotCorrectable({ reason: "not_a_debit" })
      return yield* wallets.ask(owner, { ...ask, original }, identity)
    },
    Effect.retry({ times: triesMost, while: ({ _tag }) => _tag === "RefundOutrun" })
  )

  return (owner: Owner, ask: typeof Post.Type, identity: CommandIdentity) =>
    ask.corrects === undefined ? wallets.ask(owner, ask, identity) : corrected(owner, ask, ask.corrects, identity)
})
