/** A wallet that answers every entry at once and keeps nothing: what a request costs before it comes to a wallet. */
import type { WalletTransaction } from "@loopdrive/domain/Wallet"
import { WalletClient, walletIdOf } from "@loopdrive/wallet/Client"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

type Asked = Pick<WalletTransaction, "type" | "amount" | "source" | "description">

/** The entry as it would stand on the wire. */
export const entry = (workspaceId: string, { amount, description, source, type }: Asked): WalletTransaction => ({
  id: "txn_00000000000000000000000000",
  walletId: walletIdOf(workspaceId),
  type,
  amount,
  balance: 1_000_000_000_000,
  source,
  description,
  timestamp: "2026-01-01T00:00:00.000Z"
})

export const layer = Layer.succeed(
  WalletClient,
  WalletClient.of({
    ask: ({ workspaceId }, ask) =>
      ask._tag === "Post"
        ? Effect.succeed({ _tag: "Posted", transaction: entry(workspaceId, ask) })
        : Effect.die(new Error("the bench posts only"))
  })
)
