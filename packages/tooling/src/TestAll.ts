/**
 * `npm test`: everything a change must pass, each step with its time. A step that fails keeps none of the others from
 * running; the last line says how many tests and gates passed and failed, and the exit code is 1 if any failed.
 */
import { NodeRuntime, NodeServices } from "@effect/platform-node"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Coverage from "./Coverage.ts"
import * as DependencyGate from "./DependencyGate.ts"
import * as BundledPrograms from "./BundledPrograms.ts"
import * as OpenApiGate from "./OpenApiGate.ts"
import * as Steps from "./Steps.ts"
import * as TestRun from "./TestRun.ts"
import * as Tidy from "./Tidy.ts"
import * as Tool from "./Tool.ts"
import * as ToolGates from "./ToolGates.ts"

const { format, lint, types, pageTypes, deadCode } = ToolGates
const before = [
  format,
  lint,
  types,
  pageTypes,
  DependencyGate.gate,
  deadCode,
  Tidy.gate,
  OpenApiGate.document,
  OpenApiGate.sdk,
  BundledPrograms.gate
]
const after = [Coverage.gate]

const program = Effect.gen(function* () {
  const root = Tool.repository
  const [took, totals] = yield* Effect.timed(
    Effect.all([Steps.runGates(before, root), Steps.runTests(TestRun.run(root)), Steps.runGates(after, root)])
  )
  const total = totals.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }))
  yield* Console.log(`${Duration.toSeconds(took).toFixed(1)} s in all`)
  yield* Console.log(Steps.totalLine(total))
  if (total.failed > 0) process.exitCode = 1
})

NodeRuntime.runMain(Effect.provide(program, NodeServices.layer))
