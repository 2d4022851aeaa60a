/**
 * Two people who turn out to be one, and back. A merge moves nothing: the source points at the survivor, the survivor
 * stands for both, and what the consent logs disagree on is restated in favour of the more restrictive. Both rows change
 * in one transaction and both versions rise, so that live activations read them anew.
 */
import type * as Graph from "@loopdrive/domain/PersonGraph"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { PersonNotFound } from "./core/Refusal.ts"
import type { Owner, Page } from "./Store.ts"

/** The id names nobody who was merged, or the merge was undone already. */
export class NotMerged extends Schema.TaggedError<NotMerged>("@loopdrive/person/NotMerged")("NotMerged", {
  personId: Schema.String
}) {}

export class ProposalNotFound extends Schema.TaggedError<ProposalNotFound>("@loopdrive/person/ProposalNotFound")(
  "ProposalNotFound",
  { proposalId: Schema.String }
) {}

/** The proposal was decided the other way. */
export class ProposalDecided extends Schema.TaggedError<ProposalDecided>("@loopdrive/person/ProposalDecided")(
  "ProposalDecided",
  { proposalId: Schema.String, status: Schema.Literals(["accepted", "rejected"]) }
) {}

/** What a merge would make different for the survivor. */
export interface MergePreview {
  readonly source: Graph.Person
  readonly target: Graph.Person
  /** Fields the survivor lacks and takes over, with their values. */
  readonly profile: Readonly<Record<string, unknown>>
  readonly identities: ReadonlyArray<Graph.Identity>
  /** What the survivor's consent would become where the two differ. */
  readonly consents: ReadonlyArray<{
    readonly channel: string
    readonly scope: string
    readonly from: string
    readonly to: string
  }>
}

/** Who is two again. */
export const Unmerged = Schema.Struct({ sourceId: Schema.String, targetId: Schema.String })
export type Unmerged = typeof Unmerged.Type

type Decide = Effect.Effect<Graph.MergeProposal, SqlError | PersonNotFound | ProposalNotFound | ProposalDecided>

export class Merging extends Context.Service<
  Merging,
  {
    /** Merging what is one already changes nothing. `by` is who asked. The target, or whoever stands for it, survives. */
    readonly merge: (
      workspaceId: string,
      sourceId: string,
      targetId: string,
      by: string
    ) => Effect.Effect<void, SqlError | PersonNotFound>
    readonly preview: (
      workspaceId: string,
      sourceId: string,
      targetId: string
    ) => Effect.Effect<MergePreview, SqlError | PersonNotFound>
    /** `personId`: the one that was merged away, or the survivor, whose latest merge is then undone. */
    readonly unmerge: (
      workspaceId: string,
      personId: string
    ) => Effect.Effect<Unmerged, SqlError | PersonNotFound | NotMerged>
    /** Records that two people may be one. Once per pair; a rejected pair is not proposed again. */
    readonly propose: (workspaceId: string, best: Owner, rival: Owner) => Effect.Effect<void, SqlError>
    /** Newest first. */
    readonly proposals: (
      workspaceId: string,
      status: Graph.MergeProposal["status"] | undefined,
      page: Page
    ) => Effect.Effect<{ readonly proposals: ReadonlyArray<Graph.MergeProposal>; readonly total: number }, SqlError>
    /** Merges the other into the person. Accepting twice is harmless, accepting a rejected one is refused. */
    readonly accept: (workspaceId: string, proposalId: string, by: string) => Decide
    readonly reject: (workspaceId: string, proposalId: string, by: string) => Decide
  }
>()("@loopdrive/person/Merging") {}
