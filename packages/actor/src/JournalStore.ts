/**
 * Where the journal puts a group: the port between the runtime and a database. `SqlJournalStore` writes to PostgreSQL
 * (or PGlite), `MemoryJournalStore` to tables in memory; both pass the same contract test.
 */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Row } from "./Behavior.ts"
import type { CommandIdentity } from "./Receipt.ts"
import type { Head, Table } from "./Table.ts"

/** One command of a group. A refusal writes nothing; it is there to find a receipt and to prove its state current. */
export interface Entry {
  readonly entity: string
  readonly identity: CommandIdentity
  /** The encoded reply, or `undefined` for a refusal. */
  readonly outcome: unknown
  readonly refused: boolean
  readonly rows: ReadonlyArray<Row>
}

/** One actor's part of a group: from which version to which, and its head row at the end. */
export interface Part {
  readonly entity: string
  readonly head: Head
  readonly tables: ReadonlyMap<string, Table>
  readonly expected: number
  readonly next: number
  readonly headRow: Readonly<Record<string, unknown>>
  /** Nothing but the usual columns of the head differs from what `expected` holds. */
  readonly isUsual: boolean
}

export interface Group {
  /** In the order of the decisions. */
  readonly entries: ReadonlyArray<Entry>
  readonly parts: ReadonlyMap<string, Part>
}

/** What a receipt holds. */
export interface Stored {
  readonly hash: string
  readonly outcome: unknown
}

/**
 * - `applied`: the actors whose part was written whole; of every other actor nothing was written
 * - `duplicates`: entries, by index, that already have a receipt
 * - `claimed`: entries, by index, that claim what another actor holds, with the table that says so
 */
export interface GroupOutcome {
  readonly applied: ReadonlySet<string>
  readonly duplicates: ReadonlyMap<number, Stored>
  readonly claimed: ReadonlyMap<number, string>
}

/** The database refused the statement for what it holds. Nothing of the group was written. */
export class GroupRefused extends Schema.TaggedError<GroupRefused>("@loopdrive/actor/GroupRefused")("GroupRefused", {
  cause: Schema.Defect()
}) {}

/** The database did not answer. Whether the group was written is unknown. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>("@loopdrive/actor/StoreUnavailable")(
  "StoreUnavailable",
  { cause: Schema.Defect() }
) {}

export class JournalStore extends Context.Service<
  JournalStore,
  {
    /** Writes each actor's part whole or not at all; one refused actor does not touch another. */
    readonly commit: (group: Group) => Effect.Effect<GroupOutcome, GroupRefused | StoreUnavailable>
  }
>()("@loopdrive/actor/JournalStore") {}
