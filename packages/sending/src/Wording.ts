/**
 * The words a message goes to its vendor with: made once, recorded as it leaves, and read again for every later request.
 * A vendor refuses a key with other words than it knows, and what may have left is looked for by its words; meanwhile the
 * address of this installation, the postal address below the message, or the code that puts them there may have changed.
 */
import * as Effect from "effect/Effect"
import { Dressing } from "./Dressing.ts"
import type { Worded } from "./Dressing.ts"
import { DefaultFrom } from "./EmailCarrier.ts"
import { SendStore } from "./SendStore.ts"
import type { Send } from "./SendStore.ts"

/** It has not been to a vendor yet. */
const isNew = ({ attempts, state }: Send) => attempts === 0 && (state === "queued" || state === "deferred")

export const make = Effect.gen(function* () {
  const sends = yield* SendStore
  const dressing = yield* Dressing
  const defaultFrom = yield* DefaultFrom

  return Effect.fn("Wording.of")(function* (send: Send & { readonly text: string }) {
    const left = isNew(send) ? undefined : yield* sends.left(send.id)
    if (left !== undefined) return { ...send, ...left } satisfies Worded
    const from = send.channel === "email" ? (send.from ?? defaultFrom) : send.from
    return yield* dressing.dress({ ...send, from })
  })
})
