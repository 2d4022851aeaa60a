/**
 * Writes the messages that came without words: composed from what is known of the person, read by the guardrails, written
 * anew at most twice where they object, and then handed on to leave.
 */
import { PersonStore } from "@loopdrive/person/Store"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Attempt from "./Attempt.ts"
import { Composer, Guardrails, NotComposed } from "./Composer.ts"
import type { Words } from "./Composer.ts"
import * as BodyLimit from "./BodyLimit.ts"
import { DefaultFrom } from "./EmailCarrier.ts"
import { LintFacts } from "./LintFacts.ts"
import { lintOf } from "./MailLint.ts"
import { PlatformContext } from "./PlatformContext.ts"
import * as Queue from "./Queue.ts"
import { SendStore } from "./SendStore.ts"
import type { Send } from "./SendStore.ts"
import * as Workers from "./Workers.ts"

/** The first, and two more. */
const attemptsMost = 3

/** Why it was not written after all. */
interface Objection {
  readonly violations: ReadonlyArray<string>
}

const tooLong = (send: Send, { text }: Words): ReadonlyArray<string> => {
  const fault = BodyLimit.faultOf(send.channel, text, BodyLimit.segmentsOf(send.metadata))
  return fault === undefined ? [] : [fault]
}

const make = Effect.gen(function* () {
  const sends = yield* SendStore
  const graph = yield* PersonStore
  const composer = yield* Composer
  const guardrails = yield* Guardrails
  const platforms = yield* PlatformContext
  const options = yield* Workers.Options
  const defaultFrom = yield* DefaultFrom
  const lintFacts = yield* LintFacts
  const attempt = yield* Attempt.make

  const objections = Effect.fnUntraced(function* (send: Send, words: Words) {
    const reading = yield* Effect.mapError(
      guardrails.check({
        ...send,
        subject: words.subject,
        text: words.text,
        html: words.html,
        charactersMost: BodyLimit.charactersOf(send.channel, BodyLimit.segmentsOf(send.metadata))
      }),
      ({ error }) => new NotComposed({ error, again: true })
    )
    const from = send.from ?? defaultFrom
    const linted = lintOf({ ...send, ...words }, defaultFrom, yield* lintFacts.of({ ...send, ...words, from }))
    return [
      ...(reading?.safe === false ? reading.violations : []),
      ...(linted?.passed === false ? linted.findings.filter((finding) => finding.startsWith("block")) : []),
      ...tooLong(send, words)
    ]
  })

  const write = Effect.fnUntraced(function* (send: Send) {
    const personId = yield* graph.root(send.workspaceId, send.personId)
    const context = yield* platforms.of(send)
    const tries: Array<Objection> = []
    while (tries.length < attemptsMost) {
      const words = yield* composer.compose({
        workspaceId: send.workspaceId,
        personId,
        channel: send.channel,
        objective: send.objective ?? "nurture",
        brandId: send.brandId,
        subject: send.subject,
        charactersMost: BodyLimit.charactersOf(send.channel, BodyLimit.segmentsOf(send.metadata)),
        context,
        violations: tries.flatMap(({ violations }) => violations)
      })
      const violations = yield* objections(send, words)
      if (violations.length === 0) return { words, tries, context }
      tries.push({ violations })
    }
    return { words: undefined, tries, context }
  })

  const recorded = Effect.fnUntraced(function* (send: Send) {
    const { context, tries, words } = yield* write(send)
    if (words === undefined) {
      const error = `the guardrails objected ${tries.length} times: ${tries.at(-1)?.violations.join("; ") ?? ""}`
      return yield* attempt.settle(send, send.attempts, {
        _tag: "Failed",
        provider: "loopdrive",
        reason: "guardrail",
        error
      })
    }
    yield* attempt.say(
      send,
      {
        ...Attempt.aboutOf(send),
        _tag: "ComposeSend",
        subject: words.subject ?? send.subject,
        text: words.text,
        html: words.html,
        trail: { ...words.trail, objections: tries, ...(Object.keys(context).length === 0 ? {} : { context }) }
      },
      "send/compose"
    )
  })

  const given = Effect.fnUntraced(function* (send: Send, { again, error }: NotComposed) {
    const attempts = send.attempts + 1
    if (again && attempts < options.attemptsMost) {
      yield* attempt.settle(send, attempts, { _tag: "Postponed", error })
      return yield* new Workers.AttemptPostponed({ sendId: send.id, attempts })
    }
    yield* attempt.settle(send, attempts, {
      _tag: "Failed",
      provider: "loopdrive",
      reason: "provider_unavailable",
      error: `not composed: ${error}`
    })
  })

  return Effect.fn("ComposeWorker.handle")(function* ({ sendId }: typeof Queue.Item.Type) {
    const send = yield* sends.find(sendId)
    if (send === undefined || send.text !== undefined || (send.state !== "queued" && send.state !== "deferred")) return
    yield* Effect.catchTag(recorded(send), "NotComposed", (error) => given(send, error))
  })
})

/** Runs the composing workers of every family for as long as the layer lives. */
export const layer = Layer.effectDiscard(
  Effect.gen(function* () {
    const handle = yield* make
    for (const family of Queue.families) yield* Workers.run(`${family}.compose`, handle)
  })
)
