/**
 * Sending a message: finds the person it is for, lets the person decide, and answers with the record of the decision. The
 * message leaves later, by the queue.
 */
import type { FactSource } from "@loopdrive/actor/Facts"
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { digestOf } from "@loopdrive/domain/Digest"
import { normalize } from "@loopdrive/domain/Identifier"
import * as Ids from "@loopdrive/domain/Ids"
import { addressType, reachedBy } from "@loopdrive/domain/Reach"
import { PersonClient } from "@loopdrive/person/Client"
import type { AskError } from "@loopdrive/person/Client"
import { Resolution } from "@loopdrive/person/Resolution"
import type { ResolveError, Tenant } from "@loopdrive/person/Resolution"
import type { Message } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { PersistedQueueFactory } from "effect/persistence/PersistedQueue"
import * as Attempt from "./Attempt.ts"
import * as BodyLimit from "./BodyLimit.ts"
import { ChannelLimits } from "./ChannelLimits.ts"
import { Guardrails } from "./Composer.ts"
import type { NotChecked } from "./Composer.ts"
import { DefaultFrom } from "./EmailCarrier.ts"
import * as Expressed from "./Expressed.ts"
import { LintFacts } from "./LintFacts.ts"
import { lintOf } from "./MailLint.ts"
import type { Outgoing, Rehearsal, Submitted } from "./Outgoing.ts"
import { OutsideFacts } from "./OutsideFacts.ts"
import { Policies } from "./Policies.ts"
import { SendNotFound, SendStore } from "./SendStore.ts"
import * as Wake from "./Wake.ts"

/** The recipient is neither a person of the workspace nor an address of the channel. */
export class RecipientUnusable extends Schema.TaggedError<RecipientUnusable>("@loopdrive/sending/RecipientUnusable")(
  "RecipientUnusable",
  { field: Schema.Literals(["to", "personId"]), problem: Schema.String }
) {}

/** The send is on its way or has left: there is nothing to take back. */
export class SendLeft extends Schema.TaggedError<SendLeft>("@loopdrive/sending/SendLeft")("SendLeft", {
  sendId: Schema.String,
  state: Schema.String
}) {}

export type SubmitError = AskError | ResolveError | RecipientUnusable | SendNotFound | NotChecked | SqlError

interface Recipient {
  readonly personId: string
  /** In normal form; absent: the person's own. */
  readonly address: string | undefined
}

const messageOf = (outgoing: Outgoing, address: string | undefined): Message => {
  const { ownWords: _, personId: __, to: ___, ...message } = outgoing
  const { channel, html, jobId, subject, text } = outgoing
  return { ...message, recipient: address, sameAs: jobId ?? digestOf([channel, subject, text, html]) }
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
    /** What would become of it, by the same rules; nothing is recorded. */
    readonly rehearse: (tenant: Tenant, outgoing: Outgoing) => Effect.Effect<Rehearsal, SubmitError>
    /** Takes back a send that has not begun to leave. Taking it back twice is harmless. */
    readonly cancel: (
      workspaceId: string,
      sendId: string
    ) => Effect.Effect<void, AskError | SendNotFound | SendLeft | SqlError>
  }
>()("@loopdrive/sending/Sending") {
  static readonly layer: Layer.Layer<
    Sending,
    never,
    FactSource | PersonClient | PersonStore | Resolution | SendStore | OutsideFacts | PersistedQueueFactory
  > = Layer.effect(
    Sending,
    Effect.gen(function* () {
      const people = yield* PersonClient
      const graph = yield* PersonStore
      const resolution = yield* Resolution
      const sends = yield* SendStore
      const outside = yield* OutsideFacts
      const limits = yield* ChannelLimits
      const guardrails = yield* Guardrails
      const defaultFrom = yield* DefaultFrom
      const policies = yield* Policies
      const lintFacts = yield* LintFacts
      const attempt = yield* Attempt.make
      const wake = yield* Wake.make
      const expressed = yield* Expressed.make

      const ofAddress = Effect.fnUntraced(function* (
        tenant: Tenant,
        { channel, personId, purpose }: Outgoing,
        to: string,
        identity: CommandIdentity
      ) {
        const identifier = normalize(addressType(channel), to)
        if (Result.isFailure(identifier))
          return yield* new RecipientUnusable({ field: "to", problem: `"to" ${identifier.failure}` })
        const address = identifier.success.value
        if (personId !== undefined) {
          // A consent is a person's own: nobody else is written to under it.
          const own = (yield* graph.identities(tenant.workspaceId, personId)).some(
            ({ type, value }) => value === address && reachedBy(channel).includes(type)
          )
          if (own || purpose === "transactional") return { personId, address }
          return yield* new RecipientUnusable({
            field: "to",
            problem: '"to" is no address of the person in "personId"'
          })
        }
        const found = yield* resolution.resolve(tenant, [identifier.success], {
          ...identity,
          scope: `${identity.scope}/resolve`
        })
        return { personId: found.personId, address }
      })

      /** Two ids are one person's, or nobody knows which of them is meant. */
      const agreed = Effect.fnUntraced(function* (workspaceId: string, to: string, personId: string | undefined) {
        if (personId !== undefined) {
          const roots = yield* graph.roots(workspaceId, [to, personId])
          if (roots.get(to) !== roots.get(personId))
            return yield* new RecipientUnusable({ field: "personId", problem: '"personId" is not the person in "to"' })
        }
        return { personId: to, address: undefined }
      })

      /** A person's id wins over an address; an imported id has no prefix and is recognised by being known. */
      const recipientOf = Effect.fnUntraced(function* (
        tenant: Tenant,
        outgoing: Outgoing,
        identity: CommandIdentity
      ): Effect.fn.Return<Recipient, SubmitError> {
        const { personId, to } = outgoing
        if (to === undefined || to === personId) {
          if (personId !== undefined) return { personId, address: undefined }
          return yield* new RecipientUnusable({ field: "to", problem: "give a recipient in `to` or `personId`" })
        }
        if (Ids.is("person", to)) return yield* agreed(tenant.workspaceId, to, personId)
        const known = yield* Effect.catchTag(graph.root(tenant.workspaceId, to), "PersonNotFound", () =>
          Effect.succeed(undefined)
        )
        return known === undefined
          ? yield* ofAddress(tenant, outgoing, to, identity)
          : yield* agreed(tenant.workspaceId, to, personId)
      })

      /** What the person is to be asked, with what it cannot know. */
      const askOf = Effect.fnUntraced(function* (tenant: Tenant, personId: string, message: Message, ownWords = false) {
        const { brandId, channel, html, recipient, subject, text } = message
        const { workspaceId } = tenant
        const addressed = { workspaceId, personId, channel, recipient, metadata: message.metadata }
        const { from = defaultFrom, purpose } = message
        const linted = lintOf(
          message,
          defaultFrom,
          yield* lintFacts.of({ workspaceId, channel, purpose, from, subject, text })
        )
        const reading =
          text === undefined || ownWords
            ? undefined
            : yield* guardrails.check({
                workspaceId,
                brandId,
                channel,
                purpose: message.purpose,
                charactersMost: BodyLimit.charactersOf(channel, BodyLimit.segmentsOf(message.metadata)),
                subject,
                text,
                html
              })
        return {
          message,
          policy: yield* policies.of(workspaceId),
          outside: {
            ...(yield* limits.of(addressed)),
            suppressed: yield* outside.suppressed(addressed),
            ...(reading === undefined ? {} : { guardrail: reading }),
            ...(linted === undefined ? {} : { lint: linted })
          }
        }
      })

      const rehearsed = Effect.fnUntraced(function* (
        tenant: Tenant,
        personId: string,
        ask: Effect.Success<ReturnType<typeof askOf>>
      ) {
        const identity = Attempt.single(tenant.workspaceId, "send/rehearse")
        const reply = yield* people.ask(tenant.workspaceId, personId, { ...ask, _tag: "RehearseSend" }, identity)
        return reply._tag === "Rehearsed"
          ? { outcome: reply.outcome, reason: reply.reason }
          : yield* Effect.die(new Error(`a rehearsal was answered with ${reply._tag}`))
      })

      const admit = Effect.fnUntraced(function* (
        tenant: Tenant,
        personId: string,
        message: Message,
        identity: CommandIdentity,
        { named, ownWords }: { readonly named: boolean; readonly ownWords: boolean }
      ) {
        yield* people.prepare(personId)
        const ask = { ...(yield* askOf(tenant, personId, message, ownWords)), _tag: "AdmitSend" as const }
        const asked = yield* expressed(tenant.workspaceId, personId, ask, identity)
        const { reply } = asked
        // A caller who mends what a send was refused for and sends again means a new send, not a repeat.
        if (reply._tag !== "NotAdmitted" || named) return asked
        const now = yield* rehearsed(tenant, personId, ask)
        if (now.outcome === "refused" && now.reason === reply.reason) return asked
        return yield* expressed(tenant.workspaceId, personId, ask, {
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
        const message = messageOf(outgoing, address)
        const { reply, send: leaving } = yield* admit(tenant, personId, message, identity, {
          named: options?.named === true,
          ownWords: outgoing.ownWords === true
        })
        if (leaving !== undefined) return { send: leaving, refusedFor: undefined }
        if (reply._tag !== "Admitted" && reply._tag !== "NotAdmitted")
          return yield* Effect.die(new Error(`a send was answered with ${reply._tag}`))
        // A repeat of an express: that one has its worker.
        if (reply._tag === "Admitted" && reply.leaving === undefined) yield* wake(message, reply.sendId)
        const send = yield* sends.get(tenant.workspaceId, reply.sendId)
        return { send, refusedFor: reply._tag === "NotAdmitted" ? reply.reason : undefined }
      })

      const rehearse = Effect.fn("Sending.rehearse")(function* (tenant: Tenant, outgoing: Outgoing) {
        const identity = Attempt.single(tenant.workspaceId, "send/rehearse")
        const { address, personId } = yield* recipientOf(tenant, outgoing, identity)
        return yield* rehearsed(tenant, personId, yield* askOf(tenant, personId, messageOf(outgoing, address)))
      })

      const cancel = Effect.fn("Sending.cancel")(function* (workspaceId: string, sendId: string) {
        const send = yield* sends.get(workspaceId, sendId)
        if (send.state === "cancelled") return
        const reply = yield* attempt.say(send, { ...Attempt.aboutOf(send), _tag: "CancelSend" }, "send/cancel")
        if (reply._tag === "Cancelled") return
        const { state } = yield* sends.get(workspaceId, sendId)
        if (state !== "cancelled") return yield* new SendLeft({ sendId, state })
      })

      return Sending.of({ submit, rehearse, cancel })
    })
  )
}
