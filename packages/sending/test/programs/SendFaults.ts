/**
 * The faults of sending at full size on one store, printed: a process killed at twenty chosen points of 200 sends, a bulk
 * of 10,000 under fifty interruptions, and 10,000 sends taken back as they leave. Ends with 1 when a message was doubled,
 * lost, or both sent and cancelled.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as AnsweringNode from "@loopdrive/testkit/AnsweringNode"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { cancelRaces } from "../CancelRaces.ts"
import { layer, workspace } from "../Mail.ts"
import { bulk, expressPoints, killedAt, killedTexting, points } from "../SendFaults.ts"
import type { Report } from "../SendFaults.ts"

const [target = "", scale = "1"] = process.argv.slice(2)
const part = Number(scale)

const tell = ({ what, wrong }: Report) =>
  Effect.sync(() => {
    process.stdout.write(`sends, ${what}: ${wrong.length === 0 ? "ok" : `BROKEN: ${wrong.join("; ")}`}\n`)
    if (wrong.length > 0) process.exitCode = 1
  })

const races = Effect.gen(function* () {
  const vendor = yield* ResendEmulator.make()
  const count = Math.ceil(10_000 * part)
  const tally = yield* cancelRaces(yield* workspace("races"), vendor, { count, people: 100 })
  const whole = tally.sent + tally.cancelled === count
  return {
    what: `${count} taken back as they leave: ${tally.sent} sent, ${tally.cancelled} cancelled`,
    wrong: whole ? [] : [JSON.stringify(tally)]
  }
}).pipe(Effect.scoped, Effect.provide(layer.pipe(Layer.provideMerge(AnsweringNode.database(target)))))

const program = Effect.gen(function* () {
  const sends = Math.max(20, Math.ceil(200 * part))
  yield* Effect.forEach(points(sends), (point, n) => Effect.flatMap(killedAt(target, `kill_${n}`, point, sends), tell))
  yield* Effect.forEach(expressPoints(sends), (point, n) =>
    Effect.flatMap(killedAt(target, `kill_express_${n}`, point, sends, "expresses"), tell)
  )
  const texting = (point: string, n: number) => Effect.flatMap(killedTexting(target, `text_${n}`, point, sends), tell)
  yield* Effect.forEach(points(sends), texting)
  yield* Effect.flatMap(bulk(target, "bulk", Math.ceil(10_000 * part), Math.ceil(50 * part)), tell)
  yield* Effect.flatMap(races, tell)
})

NodeRuntime.runMain(program)
