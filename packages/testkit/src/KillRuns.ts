/**
 * `kill -9` at random moments, and what must hold afterwards: every acknowledged command took effect once, the others at
 * most once, and a repeat under the same key settles which. Used by a test of the runtime (a few runs) and by
 * `npm run faults` (fifty per store).
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Random from "effect/Random"
import * as Scope from "effect/Scope"
import * as AnsweringProgram from "./AnsweringProgram.ts"
import { add, contradictions, rowsOf } from "./CounterLedger.ts"
import type { Command } from "./CounterLedger.ts"

export interface Options {
  readonly program: URL
  /** The program's argument: a database's URL, or a data directory. */
  readonly target: string
  readonly runs: number
  /** The same seed plans the same runs; where exactly a kill lands depends on the machine. */
  readonly seed: string
  /** Hears of every run. */
  readonly tell?: (report: Report) => Effect.Effect<void>
}

export interface Report {
  readonly run: number
  readonly commands: number
  /** Answered before the kill, of those sent. */
  readonly acknowledged: number
  /** Sent and not answered when the kill came, and of those, how many had taken effect. */
  readonly open: number
  readonly openApplied: number
  /** From the kill until the program took commands again. */
  readonly restartMillis: number
  /** What did not hold; empty is the only good answer. */
  readonly broken: ReadonlyArray<string>
}

interface Plan {
  readonly counters: ReadonlyArray<string>
  readonly commands: ReadonlyArray<Command>
  /** The kill comes this many answers into the run, and so many milliseconds later. */
  readonly answers: number
  readonly delayMillis: number
}

const countersPerRun = 6
const commandsPerRun = 240
const atOnce = 48

const plan = (run: number): Effect.Effect<Plan> =>
  Effect.gen(function* () {
    const name = (yield* Random.nextIntBetween(0, 2 ** 31)).toString(36)
    const counters = Array.from({ length: countersPerRun }, (_, n) => `run-${run}-${name}-${n}`)
    const commands = yield* Effect.forEach(Array.from({ length: commandsPerRun }), (_, n) =>
      Effect.gen(function* () {
        const counter = yield* Random.nextIntBetween(0, countersPerRun - 1)
        const amount = yield* Random.nextIntBetween(1, 9)
        return { id: counters[counter] ?? "nobody", amount, key: `run-${run}-${name}-${n}` }
      })
    )
    const answers = yield* Random.nextIntBetween(1, commandsPerRun - atOnce)
    return { counters, commands, answers, delayMillis: yield* Random.nextBetween(0, 8) }
  })

/** Sends everything until the kill; answers what was acknowledged by then. */
const untilKilled = Effect.fnUntraced(function* (node: AnsweringProgram.AnsweringProgram, planned: Plan) {
  const replies = new Map<string, number>()
  const sent = new Set<string>()
  let planning = true
  let killed = false
  const kill = Effect.sleep(planned.delayMillis).pipe(
    Effect.andThen(Effect.sync(() => (killed = true))),
    Effect.andThen(node.kill("SIGKILL"))
  )
  const one = Effect.fnUntraced(function* (command: Command) {
    if (killed) return
    sent.add(command.key)
    const exit = yield* Effect.exit(add(node, command))
    if (Exit.isFailure(exit)) return
    replies.set(command.key, exit.value)
    if (!planning || replies.size < planned.answers) return
    planning = false
    yield* kill
  })
  yield* Effect.forEach(planned.commands, one, { concurrency: atOnce, discard: true })
  return { replies, sent }
})

/** Asks for everything again under the same keys, and compares all there is. */
const settle = Effect.fnUntraced(function* (
  node: AnsweringProgram.AnsweringProgram,
  planned: Plan,
  before: ReadonlyMap<string, number>
) {
  const broken: Array<string> = []
  const replies = new Map<string, number>()
  const again = Effect.fnUntraced(function* (command: Command) {
    const total = yield* add(node, command)
    const acknowledged = before.get(command.key)
    if (acknowledged !== undefined && acknowledged !== total)
      broken.push(`${command.key} was answered ${acknowledged}, and ${total} when repeated`)
    replies.set(command.key, total)
  })
  // In another order than before, so that a command that was lost cannot come to the total it had.
  yield* Effect.forEach(planned.commands.toReversed(), again, { concurrency: atOnce, discard: true })
  for (const counter of planned.counters) {
    const rows = yield* rowsOf(node, counter)
    broken.push(...contradictions(rows, counter, planned.commands, replies))
  }
  return broken
})

/** How many of the commands without an answer took effect all the same: steps, less the answered ones. */
const applied = Effect.fnUntraced(function* (node: AnsweringProgram.AnsweringProgram, planned: Plan) {
  let steps = 0
  for (const id of planned.counters) steps += (yield* rowsOf(node, id)).steps.length
  return steps
})

/** Starts the program, and then: load, kill, restart, compare; as often as asked, on the same store. */
export const run = Effect.fnUntraced(function* ({ program, runs, seed, target, tell }: Options) {
  const start = Effect.gen(function* () {
    const scope = yield* Effect.acquireRelease(Scope.make(), (own) => Scope.close(own, Exit.void))
    return yield* Scope.provide(AnsweringProgram.start(program, [target]), scope)
  })
  const reports: Array<Report> = []
  let node = yield* start
  for (let n = 1; n <= runs; n++) {
    const planned = yield* plan(n).pipe(Random.withSeed(`${seed}/${n}`))
    const { replies, sent } = yield* untilKilled(node, planned)
    const killedAt = yield* Clock.currentTimeMillis
    node = yield* start
    const restartMillis = (yield* Clock.currentTimeMillis) - killedAt
    const openApplied = (yield* applied(node, planned)) - replies.size
    const report: Report = {
      run: n,
      commands: planned.commands.length,
      acknowledged: replies.size,
      open: sent.size - replies.size,
      openApplied,
      restartMillis,
      broken: [
        ...(openApplied < 0 ? [`${-openApplied} acknowledged commands are not there after the kill`] : []),
        ...(yield* settle(node, planned, replies))
      ]
    }
    reports.push(report)
    if (tell !== undefined) yield* tell(report)
  }
  yield* node.kill("SIGKILL")
  return reports
}, Effect.scoped)
