/** Has a wallet look at itself when its time has come: holds expire, alerts turn, reloads are tried again. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import { WalletClient, processScope } from "./Client.ts"
import type { AskError } from "./Client.ts"
import { WalletStore } from "./WalletStore.ts"
import type { ToReview } from "./WalletStore.ts"

/**
 * Two ask for one review, and one that its wallet takes for premature (clocks differ) is asked for again after this long,
 * in milliseconds.
 */
const pause = 5_000

export class Reviews extends Context.Service<
  Reviews,
  {
    /** Safe to ask for twice. */
    readonly review: (due: ToReview) => Effect.Effect<void, AskError>
    /**
     * Reviews the wallet of a workspace if it is due, so that whoever reads it next sees what a command would: a hold is
     * over when it expires, not when the sweeper comes by. A wallet that cannot be asked is read as it stands.
     */
    readonly bringUpToDate: (workspaceId: string) => Effect.Effect<void, SqlError>
  }
>()("@loopdrive/wallet/Reviews") {
  static readonly layer = Layer.effect(
    Reviews,
    Effect.suspend(() => make)
  )
}

const make = Effect.gen(function* () {
  const wallets = yield* WalletClient
  const store = yield* WalletStore

  const review = Effect.fnUntraced(function* ({ dueAt, organizationId, workspaceId }: ToReview) {
    const now = yield* Clock.currentTimeMillis
    const key = `review:${dueAt}:${Math.floor(now / pause)}`
    const identity = { workspaceId, scope: processScope, key, hash: "review", windowMillis: 2 * pause }
    yield* wallets.ask({ workspaceId, organizationId }, { _tag: "Review" }, identity)
  })

  return Reviews.of({
    review,
    bringUpToDate: Effect.fnUntraced(function* (workspaceId) {
      const due = yield* store.due(workspaceId, yield* Clock.currentTimeMillis)
      if (due === undefined) return
      yield* Effect.catchCause(review(due), (cause) =>
        Effect.logWarning("a wallet is read as it stood before it was due", cause).pipe(
          Effect.annotateLogs({ workspaceId })
        )
      )
    })
  })
})
