/**
 * The queries of the person graph. They read committed rows and never pass through an activation: what a command
 * acknowledged can be read right after.
 *
 * Every method takes the workspace first and sees nothing beyond it. Where it takes a person's id, that id may be one
 * that was merged away; the answer is then about the survivor. An id nobody has there is `PersonNotFound`, whether or not
 * another workspace knows it.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { ConsentChannel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason } from "@loopdrive/domain/Delivery"
import { priority } from "@loopdrive/domain/Identifier"
import type { Identifier } from "@loopdrive/domain/Identifier"
import type * as Graph from "@loopdrive/domain/PersonGraph"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import type { PersonNotFound } from "./core/Refusal.ts"

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** A person with what it can be recognised by. */
export interface Profile {
  readonly person: Graph.Person
  readonly identities: ReadonlyArray<Graph.Identity>
}

/** What a message for a person is written from. */
export interface Portrait {
  readonly person: Graph.Person
  /** Heaviest first. */
  readonly topics: ReadonlyArray<Graph.Topic>
  readonly memories: ReadonlyArray<Graph.Memory>
}

/** Who has an identifier, and who that is: most who ask for the one want the other next. */
export interface Owner {
  readonly identifier: Identifier
  readonly personId: string
  /** Whom it was told of: another one than `personId` after a merge. */
  readonly toldOf: string
  readonly verified: boolean
  readonly profile: Profile
}

export interface MemoryFilter {
  /** The one with this id, expired or not. */
  readonly only?: string
  readonly kinds: ReadonlyArray<Graph.MemoryKind>
  readonly minConfidence: number | undefined
  readonly limit: number
  /** Rank by nearness to this embedding instead of by time. Embeddings of another model count as unrelated. */
  readonly near: { readonly embedding: ReadonlyArray<number>; readonly model: string } | undefined
  /** Epoch milliseconds: what expired by then is not returned. */
  readonly now: number
}

/** The order of a person's identities: strongest type first, then primary, then oldest. */
export const byStrength = (a: Graph.Identity, b: Graph.Identity): number =>
  priority(a.type) - priority(b.type) ||
  Number(b.isPrimary) - Number(a.isPrimary) ||
  (a.createdAt < b.createdAt ? -1 : 1)

type Read<A> = Effect.Effect<A, SqlError | PersonNotFound>

export class PersonStore extends Context.Service<
  PersonStore,
  {
    /** The id the person lives under now. */
    readonly root: (workspaceId: string, personId: string) => Read<string>
    /** Where these people live now, by the id asked for; who is nobody in the workspace is left out. */
    readonly roots: (
      workspaceId: string,
      personIds: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyMap<string, string>, SqlError>
    /** Everybody the person stands for, the survivor first: under these ids its records are kept. */
    readonly lineage: (workspaceId: string, personId: string) => Read<ReadonlyArray<string>>
    readonly get: (workspaceId: string, personId: string) => Read<Graph.Person>
    /** Person and identities in one read. */
    readonly profile: (workspaceId: string, personId: string) => Read<Profile>
    /** Person, topics and the memories that `memories` answers, in one read. */
    readonly portrait: (workspaceId: string, personId: string, filter: Omit<MemoryFilter, "only">) => Read<Portrait>
    /** Newest first. `total` counts what matches before paging, like everywhere. */
    readonly list: (
      workspaceId: string,
      page: Page
    ) => Effect.Effect<{ readonly persons: ReadonlyArray<Graph.Person>; readonly total: number }, SqlError>
    /** By name, email, phone or handle; beginnings and small typing errors are found too. Best match first. */
    readonly search: (
      workspaceId: string,
      query: string,
      page: Page
    ) => Effect.Effect<{ readonly persons: ReadonlyArray<Graph.Person>; readonly total: number }, SqlError>
    /** The owners of those identifiers that somebody has. */
    readonly owners: (
      workspaceId: string,
      identifiers: ReadonlyArray<Identifier>
    ) => Effect.Effect<ReadonlyArray<Owner>, SqlError>
    /** Strongest type first, then primary, then oldest. `only`: the one with this id, here and below. */
    readonly identities: (workspaceId: string, personId: string, only?: string) => Read<ReadonlyArray<Graph.Identity>>
    /** The current state per channel and scope; an expired grant is `unknown`. */
    readonly consents: (
      workspaceId: string,
      personId: string,
      channel: ConsentChannel | Channel | undefined,
      now: number
    ) => Read<ReadonlyArray<Graph.Consent>>
    /** Why a message may not go to the person now, or `undefined`. */
    readonly refuses: (
      workspaceId: string,
      personId: string,
      channel: Channel,
      purpose: Purpose,
      now: number
    ) => Read<Reason | undefined>
    /** The whole log, newest first. */
    readonly consentHistory: (
      workspaceId: string,
      personId: string,
      only?: string
    ) => Read<ReadonlyArray<Graph.Consent>>
    /** Newest first. */
    readonly notes: (workspaceId: string, personId: string, only?: string) => Read<ReadonlyArray<Graph.Note>>
    /** Heaviest first. */
    readonly topics: (workspaceId: string, personId: string, only?: string) => Read<ReadonlyArray<Graph.Topic>>
    readonly memories: (
      workspaceId: string,
      personId: string,
      filter: MemoryFilter
    ) => Read<ReadonlyArray<Graph.Memory>>
    /** Newest first. */
    readonly objectives: (workspaceId: string, personId: string, only?: string) => Read<ReadonlyArray<Graph.Objective>>
  }
>()("@loopdrive/person/PersonStore") {}
