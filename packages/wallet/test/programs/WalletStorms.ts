/**
 * The storms of the tests at full size on one store, printed: 5,000 spends at once with money for 1,000, and 100,000 spends
 * under two activations that both believe the wallet is theirs. Ends with 1 when a cent was spent twice or a caller was
 * told anything but the refusal.
 */
import * as AnsweringNode from "@loopdrive/testkit/AnsweringNode"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Effect from "effect/Effect"
import type * as SqlClient from "effect/sql/SqlClient"
import * as Storms from "../Storms.ts"
import { workspace } from "../Wallets.ts"

const [target = ""] = process.argv.slice(2)

const judged = Effect.fnUntraced(function* (
  name: string,
  { count, money }: { readonly count: number; readonly money: number },
  storm: Effect.Effect<Storms.Tally, unknown, SqlClient.SqlClient>
) {
  const started = performance.now()
  const tally = yield* storm
  const millis = Math.round(performance.now() - started)
  const holds =
    tally.taken === money &&
    tally.refused === count - money &&
    tally.others.length === 0 &&
    tally.balance === 0 &&
    tally.entries === money + 1
  process.stdout.write(
    `${name}: ${count} spends with money for ${money}: ${tally.taken} taken, ${tally.refused} refused, ` +
      `others: ${tally.others.join(", ") || "none"}, balance ${tally.balance}, ${millis} ms: ${holds ? "ok" : "BROKEN"}\n`
  )
  if (!holds) process.exitCode = 1
})

const program = Effect.gen(function* () {
  const crowd = { count: 5_000, money: 1_000 }
  yield* judged("crowd", crowd, Storms.crowd(yield* workspace("crowd"), crowd))
  const rivals = { count: 50_000, money: 20_000 }
  yield* judged("rivals", { ...rivals, count: 100_000 }, Storms.rivals(yield* workspace("rivals"), rivals))
  process.stdout.write("storms are over\n")
})

NodeRuntime.runMain(Effect.scoped(Effect.provide(program, AnsweringNode.database(target))))
