/**
 * The live actors of this process, by type and id. A command reaches its activation here in one synchronous call, whether
 * it came from a caller in this process or from another one through the cluster, so there is one order.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { Activation } from "./Activation.ts"
import type { Answer, Surroundings } from "./Activation.ts"
import { ActorUnavailable } from "./ActorUnavailable.ts"
import type { AnyBehavior, Behavior, Load } from "./Behavior.ts"
import { FactSource } from "./Facts.ts"
import { Journal } from "./Journal.ts"
import { Limits } from "./Limits.ts"
import type { LimitsShape } from "./Limits.ts"
import { IdempotencyConflict } from "./Receipt.ts"
import * as RecentReceipts from "./RecentReceipts.ts"
import type { CommandIdentity } from "./Receipt.ts"
import { aliasOf } from "./Table.ts"
import type { Table } from "./Table.ts"
import type { Projection } from "./Turn.ts"

/** What a caller knows of the actor it asks. */
export interface TakeOptions {
  /**
   * The caller has just looked and found nothing: an activation that starts with this command decides at once instead of
   * reading what is not there. Being wrong costs time and nothing else, because the fence refuses the decision.
   */
  readonly presumedNew?: boolean
}

/** The direct way to the actors of one type that live in this process. */
export interface Residents<Command, Reply, Refusal> {
  /**
   * Decides now, answers after the commit. Interrupting the caller withdraws nothing: the command takes effect and its
   * receipt answers a repeat.
   */
  readonly take: (
    id: string,
    command: Command,
    identity: CommandIdentity,
    options?: TakeOptions
  ) => Effect.Effect<Reply, Refusal | IdempotencyConflict | ActorUnavailable>
  /** Begins to read the state of an actor that is about to be asked. */
  readonly prepare: (id: string) => void
  /**
   * Drops activations at once. One with work in flight stays until that is settled: two of one actor would each decide
   * on a state that the other changes.
   */
  readonly evict: (which: (id: string) => boolean) => void
  /** How many live here now. */
  readonly size: () => number
}

/** Rows that other packages add to the turns of a behavior. Set once, where the program is put together. */
export const Projections = Context.Reference<ReadonlyArray<Projection>>("@loopdrive/actor/Projections", {
  defaultValue: () => []
})

const residents = Metric.gauge("loopdrive_actor_residents", { description: "Actors in memory, by type" })

const tablesOf = (behavior: AnyBehavior, projections: ReadonlyArray<Projection>): ReadonlyMap<string, Table> =>
  new Map([...behavior.tables, ...projections.flatMap((p) => p.tables)].map((table) => [aliasOf(table), table]))

/** Reads states in batches: the first activation goes alone, the next batch forms while it is read. */
const makeLoader = Effect.fnUntraced(function* <State, E>(load: Load<State, E>, limits: LimitsShape) {
  let wanted: Array<Activation> = []
  const waiting = Latch.makeUnsafe(false)
  const retry = Schedule.exponential("20 millis").pipe(Schedule.upTo({ duration: limits.storagePatience }))
  const loop = Effect.gen(function* () {
    while (true) {
      yield* waiting.await
      const batch = wanted.splice(0, limits.load)
      if (wanted.length === 0) waiting.closeUnsafe()
      yield* load([...new Set(batch.map((activation) => activation.id))]).pipe(
        Effect.retry(retry),
        Effect.matchCauseEffect({
          onSuccess: (found) =>
            Effect.sync(() => {
              for (const activation of batch) activation.loaded(found.get(activation.id))
            }),
          onFailure: (cause) =>
            Effect.andThen(
              Effect.logError("states could not be read", cause),
              Effect.sync(() => {
                for (const activation of batch) activation.unloadable()
              })
            )
        })
      )
    }
  })
  yield* Effect.forkScoped(loop)
  return (activation: Activation): void => {
    wanted.push(activation)
    waiting.openUnsafe()
  }
})

/** Makes room at the cap: idle activations leave, oldest first, a hundredth at a time. */
const makeRoom = (live: Map<string, Activation>, cap: number): boolean => {
  if (live.size < cap) return true
  let room = Math.max(1, Math.floor(cap / 100))
  for (const [id, activation] of live) {
    if (!activation.idle) continue
    live.delete(id)
    if (--room === 0) break
  }
  return live.size < cap
}

export class Activations extends Context.Service<
  Activations,
  {
    /** Makes a type known. Its residents live as long as the scope, and end only after their write sets have settled. */
    readonly register: <State, Command, Event, Reply, Refusal, E>(
      behavior: Behavior<State, Command, Event, Reply, Refusal>,
      load: Load<State, E>
    ) => Effect.Effect<Residents<Command, Reply, Refusal>, never, Scope.Scope>
  }
>()("@loopdrive/actor/Activations") {
  static readonly layer: Layer.Layer<Activations, never, Journal | FactSource> = Layer.effect(
    Activations,
    Effect.gen(function* () {
      const journal = yield* Journal
      const facts = yield* FactSource
      const limits = yield* Limits
      const allProjections = yield* Projections
      const context = yield* Effect.context<never>()

      const register = Effect.fnUntraced(function* <State, Command, Event, Reply, Refusal, E>(
        typed: Behavior<State, Command, Event, Reply, Refusal>,
        load: Load<State, E>
      ) {
        // The runtime handles states, commands and replies without looking inside; the types come back in `Residents`.
        const behavior = typed as unknown as AnyBehavior
        const projections = allProjections.filter((projection) => projection.type === behavior.type)
        const requestLoad = yield* makeLoader(load, limits)
        const around: Surroundings = {
          behavior,
          projections,
          tables: tablesOf(behavior, projections),
          limits,
          gather: facts.gather,
          submit: journal.submit,
          requestLoad,
          encodeReply: Schema.encodeUnknownSync(typed.wire.reply),
          decodeReply: Schema.decodeUnknownSync(typed.wire.reply),
          recent: RecentReceipts.make(limits.recentReceipts),
          onDefect: (defect) => {
            Effect.runForkWith(context)(Effect.logError(`a decision of ${behavior.type} threw`, defect))
          }
        }
        const live = new Map<string, Activation>()
        let closing = false
        const unavailable = (entity: string, reason: ActorUnavailable["reason"]) =>
          new ActorUnavailable({ entity, reason })

        const find = (id: string, presumedNew: boolean | undefined): Activation | undefined => {
          const known = live.get(id)
          if (known !== undefined) return known
          if (!makeRoom(live, limits.residents)) return undefined
          const fresh = new Activation(id, around, presumedNew)
          live.set(id, fresh)
          return fresh
        }

        const answered = (
          id: string,
          identity: CommandIdentity,
          answer: Answer
        ): Effect.Effect<Reply, Refusal | IdempotencyConflict | ActorUnavailable> => {
          switch (answer._tag) {
            case "Reply":
              return Effect.succeed(answer.reply as Reply)
            case "Refused":
              return Effect.fail(answer.refusal as Refusal)
            case "Conflict":
              return Effect.fail(new IdempotencyConflict({ scope: identity.scope, key: identity.key }))
            case "Unavailable":
              return Effect.fail(unavailable(id, answer.reason))
          }
        }

        const sweep = Effect.sync(() => {
          const before = facts.gather().now - limits.idle
          for (const [id, activation] of live) {
            if (activation.idle && activation.lastUsed < before) live.delete(id)
          }
        }).pipe(
          Effect.andThen(Effect.suspend(() => Metric.update(residents, live.size))),
          Effect.repeat(Schedule.spaced(limits.idle / 5))
        )
        yield* Effect.forkScoped(sweep)
        yield* Effect.addFinalizer(() =>
          Effect.sync(() => {
            closing = true
          })
        )

        return {
          take: (id, command, identity, options) =>
            Effect.callback<Reply, Refusal | IdempotencyConflict | ActorUnavailable>((resume) => {
              if (closing) return resume(Effect.fail(unavailable(id, "closing")))
              const activation = find(id, options?.presumedNew)
              if (activation === undefined) return resume(Effect.fail(unavailable(id, "residents")))
              activation.take(command, identity, (answer) => resume(answered(id, identity, answer)))
            }),
          prepare: (id) => {
            if (!closing) find(id, false)
          },
          evict: (which) => {
            for (const [id, activation] of live) if (activation.idle && which(id)) live.delete(id)
          },
          size: () => live.size
        } satisfies Residents<Command, Reply, Refusal>
      })

      return Activations.of({ register })
    })
  )
}
