/**
 * Double opt-in, where a workspace asks for it: whoever's consent becomes pending is sent one message that asks to confirm
 * it, and says yes by the link in it or by an answer. Each step may be done twice.
 */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import type { Channel } from "@loopdrive/domain/Channel"
import { PersonClient } from "@loopdrive/person/Client"
import type { AskError } from "@loopdrive/person/Client"
import { PersonStore } from "@loopdrive/person/Store"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import type { SqlError } from "effect/sql/SqlError"
import { ConfirmationStore } from "./ConfirmationStore.ts"
import type { Outcome, ToConfirm } from "./ConfirmationStore.ts"
import * as Confirmation from "./core/Confirmation.ts"
import * as RecipientToken from "./core/RecipientToken.ts"
import { Policies } from "./Policies.ts"
import { PublicUrl } from "./PublicUrl.ts"
import { Sending } from "./Sending.ts"
import type { SubmitError } from "./Sending.ts"
import { Workspaces } from "./Workspaces.ts"

const every = "1 second"
const most = 200
/** Tries: after 1 s, 2 s, 4 s and so on, at most five minutes apart, for about a day. */
const attemptsMost = 300
const pauseMost = 5 * 60_000

/** What does not pass by itself. */
const permanent = new Set(["PersonNotFound", "RecipientUnusable", "TooMany", "IdempotencyConflict", "IdentityTaken"])

export class Confirmations extends Context.Service<
  Confirmations,
  {
    /** Asks those who are to be asked. How many there were. */
    readonly round: Effect.Effect<number, SqlError>
    /** The question that a token answers, and who asks; undefined: it is not genuine. Changes nothing. */
    readonly confirming: (
      token: string
    ) => Effect.Effect<(ToConfirm & { readonly sender: string }) | undefined, SqlError>
    /** Grants what was asked for. `over`: it was taken back or has expired. Undefined: the token is not genuine. */
    readonly confirm: (token: string) => Effect.Effect<"confirmed" | "over" | undefined, AskError | SqlError>
    /** Takes a yes of somebody who was asked on a channel; false: nothing was open. */
    readonly answered: (
      workspaceId: string,
      personId: string,
      channel: Channel
    ) => Effect.Effect<boolean, AskError | SqlError>
  }
>()("@loopdrive/sending/Confirmations") {
  static readonly layer = Layer.effect(
    Confirmations,
    Effect.suspend(() => make)
  )
}

const identityOf = (workspaceId: string, scope: string, key: string): CommandIdentity => ({
  workspaceId,
  scope,
  key,
  hash: ""
})

const makeAsking = Effect.gen(function* () {
  const graph = yield* PersonStore
  const policies = yield* Policies
  const { base } = yield* PublicUrl
  const sending = yield* Sending
  const workspaces = yield* Workspaces

  return Effect.fnUntraced(function* ({
    channel,
    consentId,
    personId,
    workspaceId
  }: ToConfirm): Effect.fn.Return<Outcome, SubmitError> {
    const workspace = yield* workspaces.of(workspaceId)
    if (workspace === undefined || !(yield* policies.latest(workspaceId)).doubleOptIn) return "unasked"
    const now = yield* Clock.currentTimeMillis
    const pending = Confirmation.pendingOf(yield* graph.consents(workspaceId, personId, channel, now), now)
    if (pending === undefined) return "overtaken"
    // What stands may be a repeat of this one.
    const question = Confirmation.questionOf(yield* graph.consentHistory(workspaceId, personId), pending.id)
    if (question !== consentId) return "repeated"
    const { person } = yield* graph.profile(workspaceId, personId)
    const url = `${base}/c/${RecipientToken.confirm(workspace.secret, consentId)}`
    const { refusedFor } = yield* sending.submit(
      workspace,
      {
        ...Confirmation.ask(channel, person.locale, workspace.name, url),
        channel,
        purpose: "marketing",
        to: undefined,
        personId,
        html: undefined,
        from: undefined,
        replyTo: undefined,
        brandId: undefined,
        objective: undefined,
        notBefore: undefined,
        // The link is an address of ours: nothing is to be added to it.
        metadata: { confirms: consentId, utmParams: {}, segmentsMost: 2 },
        confirmation: true,
        ownWords: true
      },
      identityOf(workspaceId, "consent/ask", consentId),
      { named: true }
    )
    return refusedFor === undefined ? "asked" : "refused"
  })
})

const make = Effect.gen(function* () {
  const people = yield* PersonClient
  const graph = yield* PersonStore
  const store = yield* ConfirmationStore
  const workspaces = yield* Workspaces
  const ask = yield* makeAsking

  const attempt = (one: ToConfirm): Effect.Effect<void, SqlError> =>
    ask(one).pipe(
      Effect.flatMap((outcome) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => store.settle(one.consentId, outcome, now))
      ),
      Effect.catch(
        Effect.fnUntraced(function* (error) {
          const now = yield* Clock.currentTimeMillis
          yield* Effect.logWarning("a consent could not be asked about", error).pipe(
            Effect.annotateLogs({ consentId: one.consentId })
          )
          if (permanent.has(error._tag) || one.attempts + 1 >= attemptsMost)
            return yield* store.settle(one.consentId, "failed", now)
          yield* store.postpone(one, now + Math.min(1000 * 2 ** one.attempts, pauseMost))
        })
      )
    )

  const round = Effect.gen(function* () {
    const due = yield* store.due(yield* Clock.currentTimeMillis, most)
    yield* Effect.forEach(due, attempt, { concurrency: 8, discard: true })
    return due.length
  })

  const confirming = Effect.fn("Confirmations.confirming")(function* (token: string) {
    const consentId = RecipientToken.consentIdOf(token)
    const one = consentId === undefined ? undefined : yield* store.get(consentId)
    if (one === undefined) return undefined
    const workspace = yield* workspaces.of(one.workspaceId)
    if (workspace === undefined || !RecipientToken.isConfirm(workspace.secret, one.consentId, token)) return undefined
    return { ...one, sender: workspace.name }
  })

  const standing = (workspaceId: string, personId: string, channel: Channel) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      Effect.map(graph.consents(workspaceId, personId, channel, now), (entries) => ({
        pending: Confirmation.pendingOf(entries, now),
        granted: Confirmation.isGranted(entries)
      }))
    )

  /** Of the question that stands now: one that was asked twice is answered by either. Whether it is granted then. */
  const grant = Effect.fnUntraced(function* (workspaceId: string, personId: string, channel: Channel, by: string) {
    const { granted, pending } = yield* standing(workspaceId, personId, channel)
    if (pending === undefined) return granted
    const metadata = { confirms: pending.id, by }
    yield* people.ask(
      workspaceId,
      personId,
      {
        _tag: "RecordConsent",
        channel,
        scope: pending.scope,
        status: "granted",
        source: "double_opt_in",
        metadata,
        confirming: true
      },
      identityOf(workspaceId, "consent/confirm", pending.id)
    )
    return (yield* standing(workspaceId, personId, channel)).granted
  })

  return Confirmations.of({
    round,
    confirming,
    confirm: Effect.fn("Confirmations.confirm")(function* (token) {
      const one = yield* confirming(token)
      if (one === undefined) return undefined
      return (yield* grant(one.workspaceId, one.personId, one.channel, "link")) ? "confirmed" : "over"
    }),
    answered: Effect.fn("Confirmations.answered")(function* (workspaceId, personId, channel) {
      const { pending } = yield* standing(workspaceId, personId, channel)
      if (pending === undefined) return false
      const lineage = yield* graph.lineage(workspaceId, personId)
      if (!(yield* store.wasAsked(workspaceId, lineage, channel))) return false
      return yield* grant(workspaceId, personId, channel, "reply")
    })
  })
})

/** Asks for as long as the layer lives. */
export const layerWorker = Layer.effectDiscard(
  Effect.gen(function* () {
    const { round } = yield* Confirmations
    yield* round.pipe(
      Effect.catchCause((cause) => Effect.logWarning("a look at consents to confirm failed", cause)),
      Effect.repeat(Schedule.spaced(every)),
      Effect.forkScoped
    )
  })
)
