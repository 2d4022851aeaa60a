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

export const make = Effect.map(
  offers,
  (offer) =>
    /** Nobody waits for it, and nothing is lost if it fails. */
    (message: Named, sendId: string) =>
      Effect.asVoid(
        Effect.forkDetach(
          offer(message, sendId, sendId).pipe(
            Effect.ignore({ log: "Warn", message: "no worker woken; the row waits for the next poll" }),
            Effect.annotateLogs({ sendId })
          )
        )
      )
)

/** Puts a send back that its queue lost. Where it did not, the second item finds nothing to do. */
export const again = Effect.map(
  offers,
  (offer) => (send: Named & { readonly id: string }) => offer(send, send.id, `${send.id}:swept`)
)
