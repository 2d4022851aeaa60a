/**
 * Tells the workers of this process that something was decided. The row is committed: offering its id again adds nothing,
 * and wakes a taker at once instead of at its next poll.
 */
import type { Message } from "@loopdrive/person/Published"
import * as Effect from "effect/Effect"
import * as Queue from "./Queue.ts"

type Named = Pick<Message, "channel" | "text">

const offers = Effect.gen(function* () {
  const queues = new Map<Queue.QueueName, Effect.Success<ReturnType<typeof Queue.make>>>()
  for (const family of Queue.families)
    for (const stage of ["compose", "send"] as const)
      queues.set(`${family}.${stage}`, yield* Queue.make(`${family}.${stage}`))
  return ({ channel, text }: Named, sendId: string, id: string) =>
    Effect.suspend(() => {
      const queue = queues.get(Queue.nameOf(channel, text === undefined ? "compose" : "send"))
      return queue === undefined ? Effect.void : Effect.asVoid(queue.offer({ sendId }, { id }))
    })
})

interface Told {
  readonly message: Named
  readonly sendId: string
}

/**
 * Workers look for all that is due once they are awake: what is decided while somebody goes to wake them needs one more
 * call, however much it is.
 */
export const make = Effect.map(offers, (offer) => {
  const going = new Map<Queue.QueueName, { last: Told | undefined }>()
  const go = (name: Queue.QueueName, { message, sendId }: Told): Effect.Effect<void> =>
    offer(message, sendId, sendId).pipe(
      Effect.ignore({ log: "Warn", message: "no worker woken; the row waits for the next poll" }),
      Effect.annotateLogs({ sendId }),
      Effect.andThen(
        Effect.suspend(() => {
          const last = going.get(name)?.last
          going.set(name, { last: undefined })
          if (last !== undefined) return go(name, last)
          going.delete(name)
          return Effect.void
        })
      )
    )
  /** Nobody waits for it, and nothing is lost if it fails. */
  return (message: Named, sendId: string) =>
    Effect.suspend(() => {
      const name = Queue.nameOf(message.channel, message.text === undefined ? "compose" : "send")
      const told = { message, sendId }
      const another = going.get(name)
      if (another !== undefined) {
        another.last = told
        return Effect.void
      }
      going.set(name, { last: undefined })
      return Effect.asVoid(Effect.forkDetach(go(name, told)))
    })
})

/** Puts a send back that its queue lost. Where it did not, the second item finds nothing to do. */
export const again = Effect.map(
  offers,
  (offer) => (send: Named & { readonly id: string }) => offer(send, send.id, `${send.id}:swept`)
)
