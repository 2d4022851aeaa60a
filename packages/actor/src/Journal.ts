/**
 * The journal of one process: write sets of all its activations, committed in groups. The first goes alone, the next
 * group forms while it commits; one group is in flight at a time, because a second one holding the next version of the
 * same actor would read as stale.
 */
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import { JournalStore } from "./JournalStore.ts"
import type { Entry, GroupOutcome, GroupRefused, Part, Stored, StoreUnavailable } from "./JournalStore.ts"
import { Limits } from "./Limits.ts"
import { differsAsUsual } from "./Table.ts"

/** What became of an actor's part of a group. Told once per actor and group, in the order of the groups. */
export type Verdict =
  | { readonly _tag: "Applied" }
  /** Another writer came first, or an entry is a duplicate or claims what is taken; nothing was written. */
  | {
      readonly _tag: "Stale"
      readonly duplicates: ReadonlyMap<Submission, Stored>
      readonly claimed: ReadonlyMap<Submission, string>
    }
  /** The database refused this entry, alone in its group, for what it holds. */
  | { readonly _tag: "Poisoned"; readonly entry: Submission }
  /** No answer: whether it was written is unknown. */
  | { readonly _tag: "Unknown" }

/** One decided command on its way to the database. */
export interface Submission extends Entry {
  readonly part: Pick<Part, "head" | "tables">
  readonly versionBefore: number
  readonly versionAfter: number
  /** The head row after this command; asked for once per actor and group. */
  readonly headRow: () => Readonly<Record<string, unknown>>
  /** The one before it. */
  readonly headRowBefore: () => Readonly<Record<string, unknown>>
  /** Set when its activation was discarded: it is skipped, because it will be decided again. */
  withdrawn: boolean
  readonly settle: (entries: ReadonlyArray<Submission>, verdict: Verdict) => void
}

const groupSize = Metric.histogram("loopdrive_journal_group_size", {
  description: "Commands per group commit",
  boundaries: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
})

const byEntity = (entries: ReadonlyArray<Submission>): ReadonlyMap<string, Array<Submission>> => {
  const grouped = new Map<string, Array<Submission>>()
  for (const entry of entries) {
    const known = grouped.get(entry.entity)
    if (known === undefined) grouped.set(entry.entity, [entry])
    else known.push(entry)
  }
  return grouped
}

const partsOf = (entries: ReadonlyArray<Submission>): ReadonlyMap<string, Part> => {
  const parts = new Map<string, Part>()
  for (const [entity, mine] of byEntity(entries)) {
    const first = mine[0]
    const last = mine.at(-1)
    if (first === undefined || last === undefined) continue
    const headRow = last.headRow()
    const { head } = last.part
    parts.set(entity, {
      ...last.part,
      entity,
      expected: first.versionBefore,
      next: last.versionAfter,
      headRow,
      isUsual: head.usual !== undefined && differsAsUsual(head, first.headRowBefore(), headRow)
    })
  }
  return parts
}

const tellOutcome = (entries: ReadonlyArray<Submission>, outcome: GroupOutcome): void => {
  const at = <A>(found: ReadonlyMap<number, A>, entity: string): ReadonlyMap<Submission, A> => {
    const mine = new Map<Submission, A>()
    for (const [seq, value] of found) {
      const entry = entries[seq]
      if (entry?.entity === entity) mine.set(entry, value)
    }
    return mine
  }
  for (const [entity, mine] of byEntity(entries)) {
    const settle = mine[0]?.settle
    if (outcome.applied.has(entity)) settle?.(mine, { _tag: "Applied" })
    else {
      const duplicates = at(outcome.duplicates, entity)
      settle?.(mine, { _tag: "Stale", duplicates, claimed: at(outcome.claimed, entity) })
    }
  }
}

const tellAll = (entries: ReadonlyArray<Submission>, verdict: Verdict): void => {
  for (const mine of byEntity(entries).values()) mine[0]?.settle(mine, verdict)
}

/**
 * An actor's part of a group is one writer's, who saw every decision before the last. What another writer decided about
 * the same actor waits for the next group, where the version fence tells which of the two was right.
 */
const oneWriterEach = (
  entries: ReadonlyArray<Submission>
): { readonly group: ReadonlyArray<Submission>; readonly later: ReadonlyArray<Submission> } => {
  const writers = new Map<string, Submission["settle"]>()
  const later = entries.filter((entry) => {
    const writer = writers.get(entry.entity)
    if (writer === undefined) writers.set(entry.entity, entry.settle)
    return writer !== undefined && writer !== entry.settle
  })
  return { group: later.length === 0 ? entries : entries.filter((entry) => !later.includes(entry)), later }
}

export class Journal extends Context.Service<
  Journal,
  {
    /** Hands over a write set. Synchronous; the verdict comes through `settle`. */
    readonly submit: (submission: Submission) => void
    /** Completes when nothing is waiting or in flight. */
    readonly drained: Effect.Effect<void>
  }
>()("@loopdrive/actor/Journal") {
  static readonly layer: Layer.Layer<Journal, never, JournalStore> = Layer.effect(
    Journal,
    Effect.gen(function* () {
      const store = yield* JournalStore
      const limits = yield* Limits
      let pending: Array<Submission> = []
      const waiting = Latch.makeUnsafe(false)
      const idle = Latch.makeUnsafe(true)

      // A refused group is split until the entry at fault stands alone. What the same actor decided after it finds its
      // version gone and is decided again.
      const commit = (all: ReadonlyArray<Submission>): Effect.Effect<void> =>
        Effect.suspend(() => {
          const entries = all.filter((entry) => !entry.withdrawn)
          if (entries.length === 0) return Effect.void
          return store.commit({ entries, parts: partsOf(entries) }).pipe(
            Effect.exit,
            Effect.flatMap((exit) => settled(entries, exit))
          )
        })

      const settled = (
        entries: ReadonlyArray<Submission>,
        exit: Exit.Exit<GroupOutcome, GroupRefused | StoreUnavailable>
      ): Effect.Effect<void> => {
        if (Exit.isSuccess(exit)) return Effect.sync(() => tellOutcome(entries, exit.value))
        const failure = exit.cause.reasons.find(Cause.isFailReason)?.error
        const [only] = entries
        if (failure?._tag !== "GroupRefused") {
          const told = Effect.sync(() => tellAll(entries, { _tag: "Unknown" }))
          return Effect.andThen(Effect.logWarning("a group commit was not answered", exit.cause), told)
        }
        if (entries.length === 1 && only !== undefined) {
          const told = Effect.sync(() => only.settle(entries, { _tag: "Poisoned", entry: only }))
          return Effect.andThen(Effect.logWarning("the database refused a write set", exit.cause), told)
        }
        const half = Math.ceil(entries.length / 2)
        return Effect.andThen(commit(entries.slice(0, half)), commit(entries.slice(half)))
      }

      const loop = Effect.gen(function* () {
        while (true) {
          yield* waiting.await
          const { group, later } = oneWriterEach(pending.splice(0, limits.group))
          pending.unshift(...later)
          yield* Metric.update(groupSize, group.length)
          // Interrupting a commit would leave its outcome unknown for no reason.
          yield* Effect.uninterruptible(commit(group))
          if (pending.length === 0) {
            waiting.closeUnsafe()
            idle.openUnsafe()
          }
        }
      })
      yield* Effect.forkScoped(loop)
      // Runs before the loop is interrupted: what was decided is written before the process goes.
      yield* Effect.addFinalizer(() => Effect.timeoutOption(idle.await, limits.storagePatience))

      return Journal.of({
        submit: (submission) => {
          pending.push(submission)
          idle.closeUnsafe()
          waiting.openUnsafe()
        },
        drained: idle.await
      })
    })
  )
}
