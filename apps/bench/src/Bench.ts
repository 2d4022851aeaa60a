/** What makes a bench: who runs, what they are asked, what must hold afterwards, and what is to be reached. */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import type { ChildEnded } from "@loopdrive/testkit/ChildProgram"
import type * as Scope from "effect/Scope"
import type { Contestant, Entry } from "./Contestant.ts"
import type { LoadFailed } from "./Generator.ts"
import type { Measurement } from "./Plan.ts"
import type { Workload } from "./Rounds.ts"
import type { Goal } from "./Verdict.ts"

/** A contestant's data or answers are not what they must be. The figures of such a run mean nothing. */
export class InvariantBroken extends Schema.TaggedError<InvariantBroken>("@loopdrive/bench/InvariantBroken")(
  "InvariantBroken",
  { contestant: Schema.String, what: Schema.String }
) {
  override get message(): string {
    return `${this.contestant}: ${this.what}`
  }
}

/** What a contestant's program needs could not be made; `output` is what was said. */
export class BuildFailed extends Schema.TaggedError<BuildFailed>("@loopdrive/bench/BuildFailed")("BuildFailed", {
  output: Schema.String
}) {
  override get message(): string {
    return `The contestants could not be made ready:\n${this.output}`
  }
}

export interface Bench {
  readonly entries: ReadonlyArray<Entry>
  readonly workloads: ReadonlyArray<Workload>
  readonly goals: ReadonlyArray<Goal>
  /** What of it `--quick` does, where two rounds of all take more than a minute. */
  readonly quick?: { readonly rounds: number; readonly workloads: ReadonlyArray<Workload> }
  /** Makes what the contestants' programs need before any of them starts. */
  readonly build?: Effect.Effect<void, BuildFailed>
  /** Starts what a contestant needs beside a database, and answers with what its program is told of it. */
  readonly surround?: (
    entry: Entry
  ) => Effect.Effect<Readonly<Record<string, string>>, BuildFailed | ChildEnded, Scope.Scope>
  /** Makes tables and rows in a contestant's database, which is migrated; absent: the bench needs no database. */
  readonly prepare?: Effect.Effect<void, SqlError, SqlClient>
  /** Looks at a contestant after each round, given all it was measured with so far. */
  readonly check: (
    contestant: Contestant,
    measured: ReadonlyArray<Measurement>
  ) => Effect.Effect<void, InvariantBroken | LoadFailed>
}
