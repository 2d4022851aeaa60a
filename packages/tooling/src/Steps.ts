/** Runs the gates and then the tests, prints one line for each, and adds up (`TestAll`). */
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type { ChildProcessSpawner } from "effect/process/ChildProcessSpawner"
import * as Semaphore from "effect/Semaphore"
import type * as Gate from "./Gate.ts"
import type * as TestRun from "./TestRun.ts"

/** How many gates run at once: the target is a machine with two cores. */
const atOnce = 2

export interface Total {
  readonly passed: number
  readonly failed: number
}

/** The last line of everything. */
export const totalLine = ({ passed, failed }: Total): string => `${passed} passed, ${failed} failed`

const line = (name: string, took: Duration.Duration, passed: boolean, note: string): string =>
  [passed ? "ok  " : "FAIL", name.padEnd(18), `${Duration.toSeconds(took).toFixed(1)} s`.padStart(8), "", note]
    .join(" ")
    .trimEnd()

const report = (gate: Gate.Gate, [took, verdict]: readonly [Duration.Duration, Gate.Verdict]) =>
  Effect.gen(function* () {
    yield* Console.log(line(gate.name, took, verdict.passed, verdict.note))
    if (!verdict.passed) yield* Console.log(verdict.output.trim())
    return verdict.passed
  })

/** Two at a time, reported in their order; one that fails keeps none of the others from running. */
export const runGates = (
  gates: ReadonlyArray<Gate.Gate>,
  root: string
): Effect.Effect<Total, never, ChildProcessSpawner> =>
  Effect.gen(function* () {
    const slots = Semaphore.makeUnsafe(atOnce)
    const running = yield* Effect.forEach(gates, (gate) =>
      Effect.forkChild(slots.withPermits(1)(Effect.timed(gate.check(root))))
    )
    let passed = 0
    for (const [index, gate] of gates.entries()) {
      const fiber = running[index]
      if (fiber !== undefined && (yield* report(gate, yield* Fiber.join(fiber)))) passed += 1
    }
    return { passed, failed: gates.length - passed }
  })

/** Runs the tests and reports them as one step; its output is shown where a test failed. */
export const runTests = (
  tests: Effect.Effect<TestRun.Counts, never, ChildProcessSpawner>
): Effect.Effect<Total, never, ChildProcessSpawner> =>
  Effect.gen(function* () {
    const [took, counts] = yield* Effect.timed(tests)
    const skipped = counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`
    yield* Console.log(line("tests", took, counts.failed === 0, totalLine(counts) + skipped))
    if (counts.failed > 0) yield* Console.log(counts.output.trim())
    return { passed: counts.passed, failed: counts.failed }
  })
