/** Merges on tables in memory. What a database does with locks, running to the end at once does here. */
import { FactSource } from "@loopdrive/actor/Facts"
import { MemoryTables, change, rowsOf, selected } from "@loopdrive/actor/MemoryTables"
import type { MemoryTablesShape, Values } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { PreventSchedulerYield } from "effect/Scheduler"
import * as Schema from "effect/Schema"
import * as MemoryPeople from "./MemoryPeople.ts"
import { MergeRow, ProposalRow } from "./MergeRows.ts"
import type { MergeRows, ProposalRows } from "./MergeRows.ts"
import { Merging } from "./Merging.ts"
import * as MergeTransaction from "./MergeTransaction.ts"
import { ConsentRow } from "./Rows.ts"
import * as Standing from "./Standing.ts"
import { PersonStore } from "./Store.ts"
import * as Tables from "./Tables.ts"

const merges = {
  name: "merges",
  columns: { id: "text", source_id: "text", target_id: "text", record: "jsonb", undone_at: "timestamptz" }
}
const proposals = {
  name: "merge_proposals",
  columns: { id: "text", created_at: "timestamptz", decided_at: "timestamptz", decided_by: "text" }
}
const decodeMerges = Schema.decodeUnknownSync(Schema.Array(MergeRow))
const decodeProposals = Schema.decodeUnknownSync(Schema.Array(ProposalRow))
const consents = MemoryPeople.rowsBy(ConsentRow)

const mergeRows = (tables: MemoryTablesShape, facts: FactSource["Service"]): MergeRows => {
  const kept = rowsOf(tables, merges.name)
  const now = () => new Date(facts.gather().now).toISOString()
  return {
    // Nothing in here waits, and the fiber gives no turn away, so nothing else runs before it ends.
    transact: (effect) => Effect.provideService(effect, PreventSchedulerYield, true),
    lock: () => Effect.void,
    load: MemoryPeople.loadFrom(tables),
    point: (personId, into) =>
      Effect.sync(() => change(tables, Tables.persons, personId, { merged_into: into ?? null })),
    rise: (personId, profile) =>
      Effect.sync(() =>
        change(
          tables,
          Tables.persons,
          personId,
          profile === undefined ? {} : { ...Tables.profileColumns(profile), updated_at: now() }
        )
      ),
    append: (person, entries) =>
      Effect.sync(() => {
        const rows = rowsOf(tables, Tables.consents.name)
        for (const entry of entries)
          rows.set(entry.id, { ...Tables.consentRow(entry), person_id: person.id, workspace_id: person.workspaceId })
      }),
    consentLog: (personId) =>
      Effect.sync(() =>
        consents(tables, Tables.consents, (values) => values["person_id"] === personId)
          .toSorted((a, b) => a.position - b.position)
          .map(Standing.entryOf)
      ),
    record: (merge) => Effect.sync(() => void kept.set(merge.id, merge)),
    open: (workspaceId, personId) =>
      Effect.sync(() => {
        const rows = decodeMerges(
          selected(
            tables,
            merges,
            (row) =>
              row["workspace_id"] === workspaceId &&
              row["undone_at"] === undefined &&
              [row["source_id"], row["target_id"]].includes(personId)
          )
        )
        return rows.find((row) => row.source_id === personId) ?? rows.at(-1)
      }),
    close: (mergeId) =>
      Effect.sync(() => {
        const row = kept.get(mergeId)
        const open = row !== undefined && (row["undone_at"] ?? null) === null
        if (open) kept.set(mergeId, { ...row, undone_at: now() })
        return open
      })
  }
}

const proposalRows = (tables: MemoryTablesShape, facts: FactSource["Service"]): ProposalRows => {
  const kept = rowsOf(tables, proposals.name)
  const read = (where: (row: Values) => boolean) => decodeProposals(selected(tables, proposals, where))
  return {
    insert: (proposal) =>
      Effect.sync(() => {
        const pair = JSON.stringify([proposal.workspace_id, proposal.person_id, proposal.other_id])
        const known = kept
          .values()
          .some((row) => JSON.stringify([row["workspace_id"], row["person_id"], row["other_id"]]) === pair)
        if (!known)
          kept.set(proposal.id, {
            ...proposal,
            status: "open",
            created_at: new Date(facts.gather().now).toISOString()
          })
      }),
    list: (workspaceId, status, page) =>
      Effect.sync(() => {
        const rows = read(
          (row) => row["workspace_id"] === workspaceId && (status === undefined || row["status"] === status)
        ).toReversed()
        return { rows: rows.slice(page.offset, page.offset + page.limit), total: rows.length }
      }),
    find: (workspaceId, proposalId) =>
      Effect.sync(() => read((row) => row["workspace_id"] === workspaceId && row["id"] === proposalId)[0]),
    decide: (workspaceId, proposalId, { at, by, status }) =>
      Effect.sync(() => {
        const row = kept.get(proposalId)
        if (row?.["workspace_id"] === workspaceId && row["status"] === "open")
          kept.set(proposalId, { ...row, status, decided_at: at.toISOString(), decided_by: by })
      })
  }
}

export const layer: Layer.Layer<Merging, never, MemoryTables | PersonStore | FactSource> = Layer.effect(
  Merging,
  Effect.gen(function* () {
    const tables = yield* MemoryTables
    const facts = yield* FactSource
    return yield* MergeTransaction.make(mergeRows(tables, facts), proposalRows(tables, facts))
  })
)
