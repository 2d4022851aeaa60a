/**
 * Whether a message may be sent, decided in one turn of the person it is for: is there somewhere to send it, and does the
 * person allow it. Refused messages are recorded too.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Reason } from "@loopdrive/domain/Delivery"
import type { IdentityType } from "@loopdrive/domain/Identifier"
import * as Ids from "@loopdrive/domain/Ids"
import type { Message } from "./Command.ts"
import * as Consent from "./Consent.ts"
import type { Facts } from "./Facts.ts"
import type { Event } from "./Event.ts"
import type { Reply } from "./Reply.ts"
import type { Person } from "./State.ts"

/** The identities a channel can write to, best first. */
export const reachedBy = (channel: Channel): ReadonlyArray<IdentityType> => {
  switch (channel) {
    case "email":
      return ["email"]
    case "sms":
      return ["phone"]
    case "whatsapp":
      return ["whatsapp", "phone"]
    case "site":
      return []
    default:
      return [channel]
  }
}

/** The address of a person on a channel: its own before an absorbed person's, the primary, the verified, the oldest. */
export const addressOn = (person: Person, channel: Channel): string | undefined => {
  for (const type of reachedBy(channel)) {
    const [best] = person.identities
      .filter((identity) => identity.type === type)
      .toSorted(
        (a, b) =>
          Number(b.personId === person.id) - Number(a.personId === person.id) ||
          Number(b.isPrimary) - Number(a.isPrimary) ||
          Number(b.verified) - Number(a.verified) ||
          a.createdAt - b.createdAt
      )
    if (best !== undefined) return best.value
  }
  return undefined
}

/** Why this message may not go to this person now, or `undefined`. Asked again as the message leaves. */
export const refuses = (
  person: Person,
  message: Pick<Message, "channel" | "purpose">,
  now: number
): Reason | undefined => Consent.refuses(person.consents, message.channel, message.purpose, now)

/** The event of the timeline that a send ends in, known from the start. */
const eventIdOf = (sendId: string): string => sendId.replace(/^[a-z]+_/, `${Ids.prefixes.event}_`)

export const admit = (
  person: Person,
  message: Message,
  facts: Facts
): { readonly events: ReadonlyArray<Event>; readonly reply: Reply } => {
  const sendId = Ids.fresh("send", facts)
  const eventId = eventIdOf(sendId)
  const recipient = message.recipient ?? addressOn(person, message.channel)
  const refused = (reason: Reason) => ({
    events: [{ _tag: "SendRefused" as const, sendId, eventId, recipient, message, reason }],
    reply: { _tag: "NotAdmitted" as const, sendId, reason }
  })
  if (recipient === undefined) return refused("no_identity")
  const reason = refuses(person, message, facts.now)
  if (reason !== undefined) return refused(reason)
  return {
    events: [{ _tag: "SendAdmitted", sendId, eventId, recipient, message }],
    reply: { _tag: "Admitted", sendId }
  }
}
