/** A worker's words to the person a message is for: each of them recorded once, however often it is said. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { PersonClient } from "@loopdrive/person/Client"
import type { AskError } from "@loopdrive/person/Client"
import type { About, Ask, SettleSend } from "@loopdrive/person/Published"
import * as Effect from "effect/Effect"
import * as SecureRandom from "effect/crypto/SecureRandom"
import type { Send } from "./SendStore.ts"

/** What is said again is said within moments, by a caller that did not hear the answer. */
const window = 60_000

export const aboutOf = (send: Send, attempts = send.attempts): About => ({
  sendId: send.id,
  eventId: send.eventId,
  channel: send.channel,
  recipient: send.recipient,
  subject: send.subject,
  text: send.text,
  attempts
})

/** Every time is a time of its own: the person's state tells a repeat, not a receipt. */
export const single = (workspaceId: string, scope: string): CommandIdentity => ({
  workspaceId,
  scope,
  key: Buffer.from(SecureRandom.randomBytesUnsafe(18)).toString("base64url"),
  hash: "",
  windowMillis: window
})

export const make = Effect.map(PersonClient, (people) => {
  const say = (send: Send, ask: Ask, scope: string) =>
    Effect.suspend(() => people.ask(send.workspaceId, send.personId, ask, single(send.workspaceId, scope)))
  return {
    say,
    /** `express`: where its queue did not hand it out. */
    settle: (
      send: Send,
      attempts: number,
      outcome: SettleSend["outcome"],
      express?: SettleSend["express"]
    ): Effect.Effect<void, AskError> =>
      Effect.asVoid(say(send, { ...aboutOf(send, attempts), _tag: "SettleSend", outcome, express }, "send/settle"))
  }
})
