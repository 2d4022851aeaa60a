/**
 * The journal's store on PostgreSQL and PGlite: a group is one statement, so it is applied whole or not at all and costs
 * one round trip. Errors of the driver become one of two facts here: refused, or unknown.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Predicate from "effect/Predicate"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Decoded from "./Decoded.ts"
import { lay, nameOf } from "./GroupLayout.ts"
import type { Laid } from "./GroupLayout.ts"
import * as GroupStatement from "./GroupStatement.ts"
import { GroupRefused, JournalStore, StoreUnavailable } from "./JournalStore.ts"
import type { GroupOutcome, Stored } from "./JournalStore.ts"

const Finding = Schema.Struct({
  kind: Schema.String,
  entity: Schema.String,
  seq: Schema.NullOr(Schema.Int),
  hash: Schema.NullOr(Schema.String),
  outcome: Schema.Unknown
})
const findingsOf = Decoded.all(Finding)

const outcomeOf = (shape: GroupStatement.Shape, findings: ReadonlyArray<typeof Finding.Type>): GroupOutcome => {
  const applied = new Set<string>()
  const duplicates = new Map<number, Stored>()
  const claimed = new Map<number, string>()
  for (const finding of findings) {
    if (finding.kind === "applied") applied.add(finding.entity)
    else if (finding.seq === null) continue
    else if (finding.kind === "duplicate")
      duplicates.set(finding.seq, { hash: finding.hash ?? "", outcome: finding.outcome })
    else claimed.set(finding.seq, shape.tables[Number(finding.kind)]?.name ?? finding.kind)
  }
  return { applied, duplicates, claimed }
}

/**
 * Classes of SQLSTATE that speak of the server and not of the statement: connection exceptions, invalid transaction
 * state (a read-only standby), insufficient resources, operator intervention (a shutdown may come after the commit)
 * and system errors. PostgreSQL documentation, appendix A.
 */
const ofServer = new Set(["08", "25", "53", "57", "58"])

const uniqueViolation = "23505"

const sqlState = (error: SqlError): string => {
  const { cause } = error.reason
  return Predicate.hasProperty(cause, "code") && typeof cause.code === "string" ? cause.code : ""
}

/**
 * A statement that lost a race (deadlock, serialisation, lock) or met a constraint was rolled back: refused. Everything
 * that says nothing about the statement (connection, time-out, the server's own state) leaves its outcome open.
 */
const translate = (error: SqlError): GroupRefused | StoreUnavailable => {
  switch (error.reason._tag) {
    case "ConnectionError":
    case "StatementTimeoutError":
    case "AuthenticationError":
    case "AuthorizationError":
      return new StoreUnavailable({ cause: error })
    default:
      return ofServer.has(sqlState(error).slice(0, 2))
        ? new StoreUnavailable({ cause: error })
        : new GroupRefused({ cause: error })
  }
}

/**
 * A group commit opens a tuplestore of 17 kB for every part of the statement, and gives all of them back at its end. More
 * than 128 kB free at the end of a process's heap is what glibc gives back to the system, to ask for it anew with the next
 * statement: two thirds of the time of a small commit went into that. Once a process has freed something large, glibc lets
 * it keep twice as much (`M_TRIM_THRESHOLD` and `M_MMAP_THRESHOLD` in mallopt(3)). ADR 0031.
 */
const keepMemory = "select octet_length(repeat(' ', 4194304))"

export const layer: Layer.Layer<JournalStore, never, SqlClient.SqlClient> = Layer.effect(
  JournalStore,
  Effect.gen(function* () {
    const sql = (yield* SqlClient.SqlClient).withoutTransforms()
    const statements = new Map<string, GroupStatement.Statement>()
    const statementOf = (shape: GroupStatement.Shape): GroupStatement.Statement => {
      const name = nameOf(shape)
      const known = statements.get(name)
      if (known !== undefined) return known
      const statement = GroupStatement.make(shape)
      statements.set(name, statement)
      return statement
    }
    const run = ({ rows, shape }: Laid) => {
      const { parameters, text } = statementOf(shape)
      return sql.unsafe(text, parameters(rows))
    }
    let session: number | undefined
    /** Once for each session, after its first commit, which waits for nothing of this: where it fails, nothing is amiss. */
    const settleIn = (findings: ReadonlyArray<typeof Finding.Type>) => {
      const seen = findings.find(({ kind }) => kind === "applied")?.seq ?? session
      if (seen === session) return Effect.void
      session = seen
      return Effect.forkDetach(Effect.ignore(sql.unsafe(keepMemory)))
    }
    return JournalStore.of({
      // Traced without a stack for each call: taking one costs as much as laying a small group out.
      commit: Effect.fnUntraced(function* (group) {
        const laid = lay(group)
        const { shape } = laid
        const rows = yield* run(laid).pipe(
          // A key may have been used with a window that is over. Nothing was written; the other way looks for that.
          Effect.catchIf(
            (error) => shape.isLasting && sqlState(error) === uniqueViolation,
            () => run({ ...laid, shape: { ...shape, isLasting: false } })
          ),
          Effect.mapError(translate)
        )
        const findings = yield* findingsOf(rows)
        yield* settleIn(findings)
        return outcomeOf(shape, findings)
      }, Effect.withSpan("Journal.commit"))
    })
  })
)
