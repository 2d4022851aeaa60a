/** 10,000 receipts, shuffled and some of them twice, over HTTP on one store, printed. Ends with 1 when the order told. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as Effect from "effect/Effect"
import * as Receipts from "../Receipts.ts"

const [target = "", scale = "1", seed = "1"] = process.argv.slice(2)

const program = Effect.gen(function* () {
  const isPostgres = target.startsWith("postgres://")
  const dataDir = isPostgres ? yield* TemporaryDirectory.make : target
  const where = isPostgres ? { dataDir, database: target } : { dataDir }
  const { what, wrong } = yield* Receipts.run(where, Math.ceil(10_000 * Number(scale)), Number(seed))
  process.stdout.write(`receipts, ${what}: ${wrong.length === 0 ? "ok" : `BROKEN: ${wrong.join("; ")}`}\n`)
  if (wrong.length > 0) process.exitCode = 1
}).pipe(Effect.scoped)

NodeRuntime.runMain(program)
