/** What a send has come to, as callers ask for it (contract section 6: SendStatusValue). */
import type { SendStatus } from "@loopdrive/domain/Delivery"

export interface Happened {
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** The further down, the further it has come. */
const reached: ReadonlyArray<readonly [SendStatus["status"], RegExp]> = [
  ["sent", /\.sent$/],
  ["delivered", /\.delivered$/],
  ["opened", /\.(opened|read)$/],
  ["clicked", /\.clicked$/],
  ["replied", /\.replied$/]
]

/** A machine that opens or clicks is nobody. */
const isHuman = ({ payload }: Happened): boolean => payload["machine"] !== true

/** `state` is the send's own; `events` are those of this send. */
export const statusOf = (state: string, events: ReadonlyArray<Happened>): SendStatus["status"] => {
  if (state === "failed" || state === "cancelled") return "failed"
  const human = events.filter(isHuman)
  const furthest = reached.findLast(([, type]) => human.some((event) => type.test(event.type)))?.[0]
  if (furthest === undefined) return state === "sent" ? "sent" : "queued"
  // What came back is not there, unless somebody has read it all the same.
  const bounced = human.some(({ type }) => /\.(bounced|failed)$/.test(type))
  return bounced && (furthest === "sent" || furthest === "delivered") ? "failed" : furthest
}
