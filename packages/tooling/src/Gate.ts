/** A gate: one step every change must pass. `TestAll` runs them, their tests run them on trees with planted violations. */
import type * as Effect from "effect/Effect"
import type { ChildProcessSpawner } from "effect/process/ChildProcessSpawner"
import * as Finding from "./Finding.ts"

/** What a gate says. `output` is shown when it did not pass, `note` beside its name always. */
export interface Verdict {
  readonly passed: boolean
  readonly output: string
  readonly note: string
}

export interface Gate {
  readonly name: string
  /**
   * Judges the tree under `root`. It never fails as an effect: a gate that could not do its work, whether a tool is
   * missing, crashed or ran past its time, answers `passed: false` and says so.
   */
  readonly check: (root: string) => Effect.Effect<Verdict, never, ChildProcessSpawner>
}

export const failed = (output: string, note = ""): Verdict => ({ passed: false, output, note })

/** The verdict over findings, and over how much was read: a gate that read nothing has not passed. */
export const ofFindings = (findings: ReadonlyArray<Finding.Finding>, read: number, unit: string): Verdict =>
  read === 0
    ? failed(`No ${unit} were read: the gate looked at nothing.`)
    : {
        passed: findings.length === 0,
        output: findings.map(Finding.render).join("\n"),
        note: `${read} ${unit}${findings.length === 0 ? "" : `, ${findings.length} findings`}`
      }
