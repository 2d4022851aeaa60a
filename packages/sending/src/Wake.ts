/**
 * Tells the workers of this process that something was decided. The row is committed: offering its id again adds nothing,
 * and wakes a taker at once instead of at its next poll.
 */
import type { Message } from "@loopdrive/person/Published"
import * as Effect from "effect/Effect"
import * as Queue from "./Queue.ts"

export const make = Effect.gen(function* () {
  const queues = new Map<Queue.QueueName, Effect.Success<ReturnType<typeof Queue.make>>>()
  for (const family of Queue.families)
    for (const stage of ["compose", "send"] as const)
      queues.set(`${family}.${stage}`, yield* Queue.make(`${family}.${stage}`))

  /** Nobody waits for it, and nothing is lost if it fails. */
  return Effect.fnUntraced(function* ({ channel, text }: Pick<Message, "channel" | "text">, sendId: string) {
    const queue = queues.get(Queue.nameOf(channel, text === undefined ? "compose" : "send"))
    if (queue === undefined) return
    yield* Effect.forkDetach(
      queue
        .offer({ sendId }, { id: sendId })
        .pipe(
          Effect.ignore({ log: "Warn", message: "no worker woken; the row waits for the next poll" }),
          Effect.annotateLogs({ sendId })
        )
    )
  })
})
