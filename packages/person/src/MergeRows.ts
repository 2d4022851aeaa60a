/**
 * What a merge reads and writes: the port between `MergeTransaction`, which knows the rules, and a store. `SqlMerging` has
 * one on the database, `MemoryMerging` one on tables in memory.
 */
import type { Load } from "@loopdrive/actor/Behavior"
import { Metadata } from "@loopdrive/domain/Json"
import * as Graph from "@loopdrive/domain/PersonGraph"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { ConsentEntry, Person, Profile } from "./core/State.ts"
import type { Page } from "./Store.ts"

const StoredProfile = Schema.Struct({
  firstName: Schema.optional(Schema.String),
  lastName: Schema.optional(Schema.String),
  locale: Schema.optional(Schema.String),
  timezone: Schema.optional(Schema.String),
  metadata: Schema.optional(Metadata)
})

/** What an unmerge needs to know: the survivor's own words before, and which entries the merge added. */
export const MergeRecord = Schema.Struct({
  before: StoredProfile,
  merged: StoredProfile,
  consentsBefore: Schema.Array(Schema.String),
  restated: Schema.Array(Schema.String)
})

/** One merge as it is kept until it is undone. */
export const MergeRow = Schema.Struct({
  id: Schema.String,
  source_id: Schema.String,
  target_id: Schema.String,
  record: MergeRecord
})
export type MergeRow = typeof MergeRow.Type

export const profileOf = (stored: typeof StoredProfile.Type): Profile => ({
  firstName: stored.firstName,
  lastName: stored.lastName,
  locale: stored.locale,
  timezone: stored.timezone,
  metadata: stored.metadata
})

type Done = Effect.Effect<void, SqlError>

/** Everything but `transact` is called inside a transaction. A person's row that changes gets the next version. */
export interface MergeRows {
  /** Applied whole or not at all, with nobody else changing the rows in between. */
  readonly transact: <A, E>(effect: Effect.Effect<A, E>) => Effect.Effect<A, E | SqlError>
  /** Keeps others from changing these people until the end. */
  readonly lock: (personIds: ReadonlyArray<string>) => Done
  readonly load: Load<Person, SqlError>
  /** Makes a person stand for nobody any more, or again for itself. */
  readonly point: (personId: string, into: string | undefined) => Done
  /** Absent `profile`: only what the person stands for has changed. */
  readonly rise: (personId: string, profile: Profile | undefined) => Done
  readonly append: (person: Person, entries: ReadonlyArray<ConsentEntry>) => Done
  /** Everything the person itself ever agreed to, replaced entries included, oldest first. */
  readonly consentLog: (personId: string) => Effect.Effect<ReadonlyArray<ConsentEntry>, SqlError>
  readonly record: (merge: MergeRow & { readonly workspace_id: string; readonly merged_by: string }) => Done
  /** The merge of the person into another, or else the latest into the person. */
  readonly open: (workspaceId: string, personId: string) => Effect.Effect<MergeRow | undefined, SqlError>
  /** False: somebody else undid it. */
  readonly close: (mergeId: string) => Effect.Effect<boolean, SqlError>
}

/** A proposal as it is kept: the pair in the order of the ids. */
export const ProposalRow = Schema.Struct({
  id: Schema.String,
  person_id: Schema.String,
  other_id: Schema.String,
  evidence: Graph.MergeProposal.fields.evidence,
  status: Graph.ProposalStatus,
  created_at: Schema.Date,
  decided_at: Schema.NullOr(Schema.Date),
  decided_by: Schema.NullOr(Schema.String)
})
export type ProposalRow = typeof ProposalRow.Type

export interface NewProposal extends Pick<ProposalRow, "evidence" | "id" | "other_id" | "person_id"> {
  readonly workspace_id: string
}

/** The part of the port that is about proposals. */
export interface ProposalRows {
  /** Changes nothing where the pair was proposed before. */
  readonly insert: (proposal: NewProposal) => Done
  /** Newest first, of one status or of all. */
  readonly list: (
    workspaceId: string,
    status: ProposalRow["status"] | undefined,
    page: Page
  ) => Effect.Effect<{ readonly rows: ReadonlyArray<ProposalRow>; readonly total: number }, SqlError>
  readonly find: (workspaceId: string, proposalId: string) => Effect.Effect<ProposalRow | undefined, SqlError>
  /** Changes nothing where it was decided before. */
  readonly decide: (
    workspaceId: string,
    proposalId: string,
    decision: { readonly status: "accepted" | "rejected"; readonly by: string; readonly at: Date }
  ) => Done
}
