/** Asks a person for a message with a free worker at hand, where there is one: then it is on its way when the person answers. */
import { FactSource } from "@loopdrive/actor/Facts"
import type { Facts } from "@loopdrive/actor/Facts"
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import * as Ids from "@loopdrive/domain/Ids"
import { PersonClient } from "@loopdrive/person/Client"
import type { AskError } from "@loopdrive/person/Client"
import type { AdmitSend, Message, Reply } from "@loopdrive/person/Published"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import type { Worded } from "./Dressing.ts"
import { Express } from "./Express.ts"
import type { Place } from "./Express.ts"
import * as Queue from "./Queue.ts"
import type { Send } from "./SendStore.ts"

/** `send`: it is on its way. */
export interface Asked {
  readonly reply: Reply
  readonly send: Send | undefined
}

/** What is asked of whom. */
interface Wish {
  readonly workspaceId: string
  readonly personId: string
  readonly ask: AdmitSend
}

type Known = Send & { readonly text: string }

/** The send that it will be, as far as it is known before the person has decided. */
const sendOf = (workspaceId: string, personId: string, message: Message, text: string, facts: Facts): Known => {
  const at = new Date(facts.now)
  const { brandId, channel, from, html, metadata, objective, purpose, recipient, replyTo, subject } = message
  return {
    brandId,
    channel,
    from,
    html,
    metadata,
    objective,
    purpose,
    recipient,
    replyTo,
    subject,
    id: Ids.fresh("send", facts),
    workspaceId,
    personId,
    text,
    jobId: undefined,
    state: "leaving",
    reason: undefined,
    error: undefined,
    provider: undefined,
    externalId: undefined,
    attempts: 0,
    eventId: "",
    notBefore: undefined,
    queuedAt: at,
    sentAt: undefined,
    updatedAt: at
  }
}

/** A bulk's sends are many: they wait behind those that are sent singly. */
const mayBeExpress = ({ jobId, notBefore }: Message): boolean => jobId === undefined && notBefore === undefined

export const make = Effect.gen(function* () {
  const people = yield* PersonClient
  const express = yield* Express
  const facts = yield* FactSource
  const { expire } = yield* Queue.Locks
  const patience = Duration.toMillis(expire)

  const going = Effect.fnUntraced(
    function* (place: Place, worded: Worded, send: Send, { ask, personId, workspaceId }: Wish, id: CommandIdentity) {
      const { from, headers, html, text } = worded
      const asked = { ...ask, express: { sendId: send.id, words: { from, text, html, headers }, patience } }
      const reply = yield* people.ask(workspaceId, personId, asked, id)
      // A repeat is answered with another id: that message has somebody who takes it.
      if (reply._tag !== "Admitted" || reply.leaving === undefined || reply.sendId !== send.id)
        return { reply, send: undefined }
      const at = new Date(reply.leaving.at)
      const { eventId, recipient } = reply.leaving
      const known = { personId: reply.leaving.personId, recipient, eventId, queuedAt: at, updatedAt: at }
      yield* place.go({ ...worded, ...known, state: "leaving" }, recipient)
      return { reply, send: { ...send, ...known } }
    },
    // Its caller may hang up: what the person let go has nobody else to take it soon.
    Effect.uninterruptible
  )

  const withPlace = Effect.fnUntraced(function* (place: Place, text: string, wish: Wish, identity: CommandIdentity) {
    const send = sendOf(wish.workspaceId, wish.personId, wish.ask.message, text, facts.gather())
    const worded = yield* place.word({ ...send, state: "queued" })
    return yield* going(place, worded, send, wish, identity)
  })

  return (
    workspaceId: string,
    personId: string,
    ask: AdmitSend,
    identity: CommandIdentity
  ): Effect.Effect<Asked, AskError | SqlError> =>
    Effect.suspend((): Effect.Effect<Asked, AskError | SqlError> => {
      const { channel, text } = ask.message
      const plain = Effect.map(people.ask(workspaceId, personId, ask, identity), (reply) => ({
        reply,
        send: undefined
      }))
      if (text === undefined || !mayBeExpress(ask.message)) return plain
      const place = express.place(channel)
      return place === undefined
        ? plain
        : Effect.ensuring(withPlace(place, text, { ask, personId, workspaceId }, identity), place.giveUp)
    })
})
