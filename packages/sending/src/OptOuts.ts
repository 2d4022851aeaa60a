/**
 * Recipients' commands: STOP ends everything on a channel, START restores what STOP removed, HELP is answered; and the
 * one-click unsubscribe, which ends marketing. Each of them may be done twice.
 */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import type { Channel } from "@loopdrive/domain/Channel"
import { addressType } from "@loopdrive/domain/Reach"
import { PersonClient } from "@loopdrive/person/Client"
import { PersonStore } from "@loopdrive/person/Store"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as OptOutAnswer from "./core/OptOutAnswer.ts"
import type { Language } from "./core/OptOutLexicon.ts"
import type { Keyword } from "./core/OptOutWords.ts"
import * as OptOut from "./core/OptOut.ts"
import { Sending } from "./Sending.ts"
import type { SubmitError } from "./Sending.ts"
import type { Send } from "./SendStore.ts"
import { SuppressionStore } from "./SuppressionStore.ts"
import { Workspaces } from "./Workspaces.ts"

export interface Commander {
  readonly workspaceId: string
  readonly personId: string
  readonly channel: Channel
  /** In normal form. */
  readonly address: string
  /** What names this command among all: the notice it came by. */
  readonly key: string
  /** Those the command was said in; none: it was said in all. */
  readonly languages: ReadonlyArray<Language>
  /** The vendor answered the command itself. */
  readonly answered: boolean
}

/** An answer to a STOP that stood before is not owed. */
const freshMillis = 24 * 60 * 60 * 1000

/** Email is answered by nobody who was told to stop. */
const isAnswered = (channel: Channel): boolean => channel !== "email" && channel !== "site"

export class OptOuts extends Context.Service<
  OptOuts,
  {
    readonly obey: (keyword: Keyword, commander: Commander) => Effect.Effect<void, SubmitError>
    /** Ends marketing to the person of a send on its channel. Done, and in force, when it answers. */
    readonly unsubscribe: (send: Send) => Effect.Effect<void, SubmitError>
  }
>()("@loopdrive/sending/OptOuts") {
  static readonly layer = Layer.effect(
    OptOuts,
    Effect.suspend(() => make)
  )
}

const identityOf = (workspaceId: string, scope: string, key: string): CommandIdentity => ({
  workspaceId,
  scope,
  key,
  hash: ""
})

const make = Effect.gen(function* () {
  const people = yield* PersonClient
  const graph = yield* PersonStore
  const sending = yield* Sending
  const suppressions = yield* SuppressionStore
  const workspaces = yield* Workspaces

  const standing = Effect.fnUntraced(function* ({ channel, personId, workspaceId }: Commander) {
    return yield* graph.consents(workspaceId, personId, channel, yield* Clock.currentTimeMillis)
  })

  const answer = Effect.fnUntraced(function* (keyword: Keyword, commander: Commander, key: string) {
    const { address, answered, channel, languages, personId, workspaceId } = commander
    const workspace = yield* workspaces.of(workspaceId)
    if (workspace === undefined || answered || !isAnswered(channel)) return
    const { person } = yield* graph.profile(workspaceId, personId)
    const language = OptOutAnswer.languageOf(languages, person.locale)
    const nothing = {
      subject: undefined,
      html: undefined,
      from: undefined,
      replyTo: undefined,
      brandId: undefined,
      objective: undefined,
      notBefore: undefined
    }
    yield* sending.submit(
      workspace,
      {
        ...nothing,
        channel,
        purpose: "transactional",
        to: address,
        personId,
        text: OptOutAnswer.text(keyword, language, workspace.name),
        metadata: { answers: keyword },
        confirmation: true
      },
      identityOf(workspaceId, "inbound/answer", key),
      { named: true }
    )
  })

  const stop = Effect.fnUntraced(function* (commander: Commander) {
    const { address, channel, key, personId, workspaceId } = commander
    const reason = channel === "email" ? ("unsubscribe" as const) : ("stop" as const)
    const type = addressType(channel)
    const made = yield* suppressions.add({ workspaceId, type, value: address, reason, source: "inbound" })
    const now = yield* standing(commander)
    if (!OptOut.isStopped(now))
      yield* people.ask(
        workspaceId,
        personId,
        {
          _tag: "RecordConsent",
          channel,
          scope: "both",
          status: "revoked",
          source: "inbound",
          metadata: { keyword: "stop", removed: OptOut.removes(now) }
        },
        identityOf(workspaceId, "inbound/stop", key)
      )
    if (Date.parse(made.createdAt) > (yield* Clock.currentTimeMillis) - freshMillis)
      yield* answer("stop", commander, made.id)
  })

  const start = Effect.fnUntraced(function* (commander: Commander) {
    const { address, channel, key, personId, workspaceId } = commander
    const reason = channel === "email" ? ("unsubscribe" as const) : ("stop" as const)
    const restored = OptOut.restores(yield* standing(commander))
    for (const { expiresAt, scope, status } of restored)
      yield* people.ask(
        workspaceId,
        personId,
        {
          _tag: "RecordConsent",
          channel,
          scope,
          status,
          source: "inbound",
          ...(expiresAt === undefined ? {} : { expiresAt }),
          metadata: { keyword: "start" }
        },
        identityOf(workspaceId, "inbound/start", `${key} ${scope}`)
      )
    const lifted = yield* suppressions.lift(workspaceId, { type: addressType(channel), value: address }, reason)
    if (lifted || restored.length > 0) yield* answer("start", commander, key)
  })

  const unsubscribe = Effect.fn("OptOuts.unsubscribe")(function* (send: Send) {
    const { channel, id, personId, recipient, workspaceId } = send
    // First, for it is what a message about to leave is asked last.
    if (recipient !== undefined)
      yield* suppressions.add({
        workspaceId,
        type: addressType(channel),
        value: recipient,
        reason: "unsubscribe",
        source: id
      })
    yield* people.ask(
      workspaceId,
      personId,
      {
        _tag: "RecordConsent",
        channel,
        scope: "marketing",
        status: "revoked",
        source: "unsubscribe",
        metadata: { sendId: id },
        // A click and the mail program's own request are one.
        repeatedWithin: freshMillis
      },
      {
        ...identityOf(workspaceId, "unsubscribe", `${id} ${yield* Clock.currentTimeMillis}`),
        windowMillis: freshMillis
      }
    )
  })

  return OptOuts.of({
    obey: Effect.fn("OptOuts.obey")(function* (keyword, commander) {
      if (keyword === "stop") yield* stop(commander)
      if (keyword === "start") yield* start(commander)
      if (keyword === "help") yield* answer("help", commander, commander.key)
    }),
    unsubscribe
  })
})
