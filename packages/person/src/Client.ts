/**
 * The way to a Person: hides where it lives, and follows an id that was merged away to the person it became.
 */
import * as ActorClient from "@loopdrive/actor/ActorClient"
import type { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import type { Activations, TakeOptions } from "@loopdrive/actor/Activations"
import type { Load } from "@loopdrive/actor/Behavior"
import type { MemoryTables } from "@loopdrive/actor/MemoryTables"
import type { CommandIdentity, IdempotencyConflict } from "@loopdrive/actor/Receipt"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Sharding } from "effect/cluster/Sharding"
import type { SqlClient } from "effect/sql/SqlClient"
import type { Ask } from "./core/Command.ts"
import type { IdentityTaken, PersonNotFound, TooMany } from "./core/Refusal.ts"
import type { Reply } from "./core/Reply.ts"
import type { Person } from "./core/State.ts"
import * as Loader from "./Load.ts"
import * as MemoryPeople from "./MemoryPeople.ts"
import * as PersonActor from "./Person.ts"

/** Why a person did not take a command. */
export type AskError = PersonNotFound | IdentityTaken | TooMany | IdempotencyConflict | ActorUnavailable

/** Merges chain: following one may lead to another. A chain this long is a loop in the data. */
const hopsMost = 16

export class PersonClient extends Context.Service<
  PersonClient,
  {
    /** Durable when it answers; repeats with the same identity are answered alike. */
    readonly ask: (
      workspaceId: string,
      personId: string,
      ask: Ask,
      identity: CommandIdentity,
      options?: TakeOptions
    ) => Effect.Effect<Reply, AskError>
    /** The person will be asked as soon as the caller has looked something up: it is read meanwhile. */
    readonly prepare: (personId: string) => Effect.Effect<void>
  }
>()("@loopdrive/person/PersonClient") {}

/** Over any journal: `load` says where states are read from, `embedding` how the journal's store keeps embeddings. */
export const layerWith = <R>(
  load: Effect.Effect<Load<Person, unknown>, never, R>,
  embedding: string
): Layer.Layer<PersonClient, never, R | Sharding | Activations> =>
  Layer.effect(
    PersonClient,
    Effect.gen(function* () {
      const actor = yield* ActorClient.make(PersonActor.behavior(embedding), yield* load)
      const follow = (
        id: string,
        command: { readonly workspaceId: string; readonly personId: string; readonly ask: Ask },
        identity: CommandIdentity,
        hops: number,
        options?: TakeOptions
      ): Effect.Effect<Reply, AskError> =>
        actor
          .take(id, command, identity, options)
          .pipe(
            Effect.catchTag("PersonMerged", (merged) =>
              hops > 0
                ? follow(merged.into, command, identity, hops - 1)
                : Effect.die(new Error(`the merges of ${command.personId} do not end`))
            )
          )
      return PersonClient.of({
        ask: (workspaceId, personId, ask, identity, options) =>
          follow(personId, { workspaceId, personId, ask }, identity, hopsMost, options),
        prepare: actor.prepare
      })
    })
  )

/** On tables in memory. */
export const layerMemory: Layer.Layer<PersonClient, never, MemoryTables | Sharding | Activations> = layerWith(
  MemoryPeople.load,
  "real[]"
)

/** On the database. */
export const layer = (
  vectors: "pgvector" | "exact"
): Layer.Layer<PersonClient, never, SqlClient | Sharding | Activations> =>
  layerWith(Loader.make, vectors === "pgvector" ? "vector(1536)" : "real[]")
