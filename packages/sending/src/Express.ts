/**
 * Messages that leave in the turn that admits them, because a worker of this process is free: nobody has to hand them out.
 * A place is taken before the person is asked, so that what is on its way has somebody to take it there. Their items stand
 * in the queue all the same, and come up if nothing is heard of them.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import type { SqlError } from "effect/sql/SqlError"
import type { Worded } from "./Dressing.ts"
import * as Queue from "./Queue.ts"
import type { Family } from "./Queue.ts"
import type { Send } from "./SendStore.ts"

/** A worker of a family, as far as it takes messages that no queue handed out. */
export interface Server {
  /** Messages that it has in hand at once, the queue's among them. */
  readonly most: number
  /** The message in the words it will leave with. */
  readonly word: (send: Send & { readonly text: string }) => Effect.Effect<Worded, SqlError>
  /** Takes what is on its way to the vendor. What it fails with is on record, or is found by the queue. */
  readonly deliver: (send: Worded, recipient: string) => Effect.Effect<void>
}

/** A worker that waits for one message. */
export interface Place extends Pick<Server, "word"> {
  /** Goes with the message; answers at once. */
  readonly go: (send: Worded, recipient: string) => Effect.Effect<void>
  /** Gives the place up; nothing happens if the message is gone. */
  readonly giveUp: Effect.Effect<void>
}

export interface Shape {
  /** Takes messages for as long as its scope lives. */
  readonly serve: (family: Family, server: Server) => Effect.Effect<void, never, Scope.Scope>
  /** Keeps a worker of the family busy meanwhile. */
  readonly busy: <A, E, R>(family: Family, work: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** Undefined: nobody is free. */
  readonly place: (channel: string) => Place | undefined
  /** Whether the send is on its way here. */
  readonly has: (sendId: string) => boolean
}

/** Without a layer every message goes by its queue. */
export const Express = Context.Reference<Shape>("@loopdrive/sending/Express", {
  defaultValue: () => ({
    serve: () => Effect.void,
    busy: (_family, work) => work,
    place: () => undefined,
    has: () => false
  })
})

interface Serving extends Server {
  readonly scope: Scope.Scope
  inHand: number
}

const kept = (serving: Serving) =>
  Effect.sync(() => {
    serving.inHand--
  })

const placeWith = (serving: Serving, going: Set<string>): Place => {
  const { deliver, scope, word } = serving
  let isFree = true
  serving.inHand++
  return {
    word,
    giveUp: Effect.suspend(() => (isFree ? kept(serving) : Effect.void)),
    go: (send, recipient) =>
      Effect.suspend(() => {
        isFree = false
        going.add(send.id)
        const over = Effect.andThen(
          Effect.sync(() => going.delete(send.id)),
          kept(serving)
        )
        return Effect.asVoid(Effect.forkIn(Effect.ensuring(deliver(send, recipient), over), scope))
      })
  }
}

const make = Effect.sync((): Shape => {
  const families = new Map<Family, Serving>()
  const going = new Set<string>()
  return {
    serve: Effect.fnUntraced(function* (family, server) {
      const serving: Serving = { ...server, scope: yield* Scope.Scope, inHand: 0 }
      families.set(family, serving)
      const over = Effect.sync(() => {
        if (families.get(family) === serving) families.delete(family)
      })
      yield* Effect.addFinalizer(() => over)
    }),
    busy: (family, work) =>
      Effect.suspend(() => {
        const serving = families.get(family)
        if (serving === undefined) return work
        serving.inHand++
        return Effect.ensuring(work, kept(serving))
      }),
    place: (channel) => {
      const serving = families.get(Queue.familyOf(channel))
      return serving !== undefined && serving.inHand < serving.most ? placeWith(serving, going) : undefined
    },
    has: (sendId) => going.has(sendId)
  }
})

export const layer = Layer.effect(Express, make)
