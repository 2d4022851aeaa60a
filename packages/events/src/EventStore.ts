/** The log of events: what is read of it, and what joins it outside a person's turn. Reading sees one workspace. */
import type { Event } from "@loopdrive/domain/Timeline"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import type { NewEvent } from "./EventTable.ts"

export interface TimelineFilter {
  /** Empty: all. */
  readonly channels: ReadonlyArray<string>
  readonly types: ReadonlyArray<string>
  /** Epoch milliseconds, both included. */
  readonly from: number | undefined
  readonly to: number | undefined
  readonly limit: number
  /** Only what comes after this place in the order, newest first. */
  readonly after: Place | undefined
}

/** What an event was, without its content. */
export interface HappenedKind {
  readonly type: string
  /** `machine`: no human did it. */
  readonly payload: { readonly machine?: boolean }
}

/** A place in a timeline: the time, and the id among events of one time. */
export interface Place {
  readonly ts: string
  readonly id: string
}

export class EventStore extends Context.Service<
  EventStore,
  {
    /** What happened with people who are one, newest first. */
    readonly timeline: (
      workspaceId: string,
      personIds: ReadonlyArray<string>,
      filter: TimelineFilter
    ) => Effect.Effect<ReadonlyArray<Event>, SqlError>
    /** What happened with a send, oldest first. */
    readonly ofSend: (workspaceId: string, sendId: string) => Effect.Effect<ReadonlyArray<Event>, SqlError>
    /** What kinds of things happened with each of these sends, each kind once, in no order. */
    readonly kindsOf: (
      workspaceId: string,
      sendIds: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyMap<string, ReadonlyArray<HappenedKind>>, SqlError>
    /** A second event with the same id changes nothing. Persons and sends that it names must exist. */
    readonly append: (events: ReadonlyArray<NewEvent>) => Effect.Effect<void, SqlError>
  }
>()("@loopdrive/events/EventStore") {}
