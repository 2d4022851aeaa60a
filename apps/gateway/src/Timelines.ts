/**
 * A person's timeline: what happened, and what was accepted and has not left yet. An accepted send stands here at once
 * under the id that its event will have, so it is never seen twice and never missing.
 */
import { EventStore } from "@loopdrive/events/EventStore"
import type { Place, TimelineFilter } from "@loopdrive/events/EventStore"
import type { Event } from "@loopdrive/domain/Timeline"
import type { PersonNotFound } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
import { SendStore, toPendingEvent } from "@loopdrive/sending/SendStore"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"

export interface TimelinePage {
  readonly events: ReadonlyArray<Event>
  /** Absent: there is no more. */
  readonly next: Place | undefined
}

/** Sends of one person that wait at once: far more than a person is ever sent. */
const waitingMost = 1000

const isBefore = (place: Place, event: Event): boolean =>
  event.ts < place.ts || (event.ts === place.ts && event.id < place.id)

const matches = (filter: TimelineFilter, event: Event): boolean =>
  (filter.channels.length === 0 || filter.channels.includes(event.channel ?? "")) &&
  (filter.types.length === 0 || filter.types.includes(event.type)) &&
  (filter.from === undefined || Date.parse(event.ts) >= filter.from) &&
  (filter.to === undefined || Date.parse(event.ts) <= filter.to) &&
  (filter.after === undefined || isBefore(filter.after, event))

const newestFirst = (a: Event, b: Event): number => (a.ts === b.ts ? (a.id < b.id ? 1 : -1) : a.ts < b.ts ? 1 : -1)

export class Timelines extends Context.Service<
  Timelines,
  {
    readonly of: (
      workspaceId: string,
      personId: string,
      filter: TimelineFilter
    ) => Effect.Effect<TimelinePage, SqlError | PersonNotFound>
  }
>()("@loopdrive/gateway/Timelines") {
  static readonly everything: Omit<TimelineFilter, "limit"> = {
    channels: [],
    types: [],
    from: undefined,
    to: undefined,
    after: undefined
  }

  static readonly layer: Layer.Layer<Timelines, never, EventStore | SendStore | PersonStore> = Layer.effect(
    Timelines,
    Effect.gen(function* () {
      const log = yield* EventStore
      const sends = yield* SendStore
      const graph = yield* PersonStore
      return Timelines.of({
        of: Effect.fnUntraced(function* (workspaceId, personId, filter) {
          const lineage = yield* graph.lineage(workspaceId, personId)
          const survivor = lineage[0] ?? personId
          // In this order: a send that leaves between the two reads is found by both, never by neither.
          const waiting = (yield* sends.waiting(workspaceId, lineage, waitingMost)).map(toPendingEvent)
          const happened = yield* log.timeline(workspaceId, lineage, { ...filter, limit: filter.limit + 1 })
          const known = new Set(happened.map((event) => event.id))
          const pending = waiting.filter((event) => !known.has(event.id) && matches(filter, event))
          const all = [...happened, ...pending].toSorted(newestFirst)
          const events = all.slice(0, filter.limit).map((event) => ({ ...event, personId: survivor }))
          const last = events.at(-1)
          return {
            events,
            next: all.length > filter.limit && last !== undefined ? { ts: last.ts, id: last.id } : undefined
          }
        })
      })
    })
  )
}
