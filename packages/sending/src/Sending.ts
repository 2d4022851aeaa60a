/**
 * Sending a message: finds the person it is for, lets the person decide, and answers with the record of the decision. The
 * message leaves later, by the queue.
 */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import type { Channel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason } from "@loopdrive/domain/Delivery"
import { normalize } from "@loopdrive/domain/Identifier"
import type { IdentityType } from "@loopdrive/domain/Identifier"
import * as Ids from "@loopdrive/domain/Ids"
import type { Metadata } from "@loopdrive/domain/Json"
import { PersonClient } from "@loopdrive/person/Client"
import type { AskError } from "@loopdrive/person/Client"
import { Resolution } from "@loopdrive/person/Resolution"
import type { ResolveError, Tenant } from "@loopdrive/person/Resolution"
import type { Message } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { PersistedQueueFactory } from "effect/persistence/PersistedQueue"
import * as Queue from "./Queue.ts"
import { SendNotFound, SendStore } from "./SendStore.ts"
import type { Send } from "./SendStore.ts"

/** The recipient is neither a person of the workspace nor an address of the channel. */
export class RecipientUnusable extends Schema.TaggedError<RecipientUnusable>("@loopdrive/sending/RecipientUnusable")(
  "RecipientUnusable",
  { field: Schema.Literals(["to", "personId"]), problem: Schema.String }
) {}

/** What a caller asks to be sent. Times in epoch milliseconds. */
export interface Outgoing {
  readonly channel: Channel
  readonly purpose: Purpose
  /** A person's id, or an address of the channel. */
  readonly to: string | undefined
  readonly personId: string | undefined
  readonly subject: string | undefined
  readonly text: string
  readonly html: string | undefined
  readonly from: string | undefined
  readonly replyTo: string | undefined
  readonly brandId: string | undefined
  readonly objective: string | undefined
  readonly metadata: Metadata | undefined
  readonly notBefore: number | undefined
}

/** The record of a send, and why it will not leave, if it will not. */
export interface Submitted {
  readonly send: Send
  readonly refusedFor: Reason | undefined
}

export type SubmitError = AskError | ResolveError | RecipientUnusable | SendNotFound | SqlError

interface Recipient {
  readonly personId: string
  /** In normal form; absent: the person's own. */
  readonly address: string | undefined
}

const addressType = (channel: Channel): IdentityType => {
  switch (channel) {
    case "email":
      return "email"
    case "sms":
      return "phone"
    case "site":
      return "anonymous_id"
    default:
      return channel
  }
}

export class Sending extends Context.Service<
  Sending,
  {
    /**
     * Durable when it answers: accepted sends leave even if this process does not live to see it. `named`: the caller
     * gave the key, so a repeat is answered as before; otherwise one that was refused is decided anew once the reason
     * for it is gone.
     */
    readonly submit: (
      tenant: Tenant,
      outgoing: Outgoing,
      identity: CommandIdentity,
      options?: { readonly named?: boolean }
    ) => Effect.Effect<Submitted, SubmitError>
  }
>()("@loopdrive/sending/Sending") {
  static readonly layer: Layer.Layer<
    Sending,
    never,
    PersonClient | PersonStore | Resolution | SendStore | PersistedQueueFactory
  > = Layer.effect(
    Sending,
    Effect.gen(function* () {
      const people = yield* PersonClient
      const graph = yield* PersonStore
      const resolution = yield* Resolution
      const sends = yield* SendStore
      const email = yield* Queue.make("email.send")

      const ofAddress = Effect.fnUntraced(function* (
        tenant: Tenant,
        { channel, personId }: Outgoing,
        to: string,
        identity: CommandIdentity
      ) {
        const identifier = normalize(addressType(channel), to)
        if (Result.isFailure(identifier))
          return yield* new RecipientUnusable({ field: "to", problem: `"to" ${identifier.failure}` })
        if (personId !== undefined) return { personId, address: identifier.success.value }
        const found = yield* resolution.resolve(tenant, [identifier.success], {
          ...identity,
          scope: `${identity.scope}/resolve`
        })
        return { personId: found.personId, address: identifier.success.value }
      })

      /** A person's id wins over an address; an imported id has no prefix and is recognised by being known. */
      const recipientOf = (
        tenant: Tenant,
        outgoing: Outgoing,
        identity: CommandIdentity
      ): Effect.Effect<Recipient, SubmitError> =>
        Effect.gen(function* () {
          const { personId, to } = outgoing
          if (to === undefined || to === personId) {
            if (personId !== undefined) return { personId, address: undefined }
            return yield* new RecipientUnusable({ field: "to", problem: "give a recipient in `to` or `personId`" })
          }
          if (Ids.is("person", to)) return { personId: to, address: undefined }
          const known = yield* Effect.catchTag(graph.root(tenant.workspaceId, to), "PersonNotFound", () =>
            Effect.succeed(undefined)
          )
          return known === undefined
            ? yield* ofAddress(tenant, outgoing, to, identity)
            : { personId: to, address: undefined }
        })

      // On a database the row is committed; offering its id again adds nothing and wakes a worker of this process at
      // once. A queue in memory gets its item here, so the offer says when it is due.
      const wake = Effect.fnUntraced(function* (sendId: string, notBefore: number | undefined) {
        const delay = Math.max(0, (notBefore ?? 0) - (yield* Clock.currentTimeMillis))
        yield* Effect.forkDetach(
          email
            .offer({ sendId }, { id: sendId, delay })
            .pipe(
              Effect.ignore({ log: "Warn", message: "no worker woken; the row waits for the next poll" }),
              Effect.annotateLogs({ sendId })
            )
        )
      })

      /** Why the person refuses a message now, as far as it can be seen from outside its turn. */
      const refusedNow = Effect.fnUntraced(function* (tenant: Tenant, personId: string, message: Message) {
        const { channel, purpose, recipient } = message
        if (recipient === undefined) {
          const identities = yield* graph.identities(tenant.workspaceId, personId)
          if (!identities.some(({ type }) => type === addressType(channel))) return "no_identity"
        }
        return yield* graph.refuses(tenant.workspaceId, personId, channel, purpose, yield* Clock.currentTimeMillis)
      })

      const admit = Effect.fnUntraced(function* (
        tenant: Tenant,
        personId: string,
        message: Message,
        identity: CommandIdentity,
        named: boolean
      ) {
        const ask = { _tag: "AdmitSend" as const, message }
        const reply = yield* people.ask(tenant.workspaceId, personId, ask, identity)
        // A caller who mends what a send was refused for and sends again means a new send, not a repeat.
        if (reply._tag !== "NotAdmitted" || named) return reply
        if ((yield* refusedNow(tenant, personId, message)) === reply.reason) return reply
        return yield* people.ask(tenant.workspaceId, personId, ask, {
          ...identity,
          key: `${identity.key} ${reply.sendId}`
        })
      })

      const submit = Effect.fn("Sending.submit")(function* (
        tenant: Tenant,
        outgoing: Outgoing,
        identity: CommandIdentity,
        options?: { readonly named?: boolean }
      ) {
        const { address, personId } = yield* recipientOf(tenant, outgoing, identity)
        const { personId: _, to: __, ...message } = outgoing
        const reply = yield* admit(
          tenant,
          personId,
          { ...message, recipient: address },
          identity,
          options?.named === true
        )
        if (reply._tag !== "Admitted" && reply._tag !== "NotAdmitted")
          return yield* Effect.die(new Error(`a send was answered with ${reply._tag}`))
        if (reply._tag === "Admitted" && outgoing.channel === "email") yield* wake(reply.sendId, outgoing.notBefore)
        const send = yield* sends.get(tenant.workspaceId, reply.sendId)
        return { send, refusedFor: reply._tag === "NotAdmitted" ? reply.reason : undefined }
      })

      return Sending.of({ submit })
    })
  )
}
