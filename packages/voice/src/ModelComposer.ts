/**
 * Messages in a model's words. What it writes is not trusted: a variant that says what nobody told it, that a guardrail
 * blocks, or that keeps no limit is asked for once more, and then dropped.
 */
import { Completion } from "@loopdrive/providers/Completion"
import type { ModelFailure } from "@loopdrive/providers/ModelFailure"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { dataOf } from "./ComposePrompt.ts"
import type { Prompt } from "./ComposePrompt.ts"
import type { Verdict } from "./core/Check.ts"
import type { Composition } from "./core/Composition.ts"
import { subjectMost } from "./core/Draft.ts"
import type { Variant } from "./core/Draft.ts"
import type { Ground } from "./core/grounding/Grounding.ts"
import { quote } from "./core/text/Injection.ts"
import { plain } from "./core/text/SmsFitting.ts"
import { Guarding } from "./Guarding.ts"
import type { Rules } from "./Guarding.ts"
import { groundOf, inventedIn } from "./Invented.ts"
import { faultsOf } from "./VariantLimits.ts"

const Written = Schema.Struct({
  subject: Schema.NullOr(Schema.String),
  text: Schema.String,
  /** The sentence of the text that asks for something. */
  cta: Schema.NullOr(Schema.String),
  ps: Schema.NullOr(Schema.String),
  snippetIds: Schema.Array(Schema.String),
  memoryIds: Schema.Array(Schema.String)
})
const Answer = Schema.Struct({
  /** Language tag of what was written. */
  locale: Schema.String,
  variants: Schema.Array(Written)
})

/** A variant that may go, with what the checks said. */
export interface Passed {
  readonly variant: Variant
  readonly verdict: Verdict
}

export interface ModelDraft {
  readonly model: string
  readonly locale: string
  /** At least one. */
  readonly passed: ReadonlyArray<Passed>
  /** Verdicts on those that were not let through, the first tries included. */
  readonly failed: ReadonlyArray<Verdict>
  readonly dropped: number
  readonly ungrounded: number
  readonly tokens: number
}

/** Why there is no draft. `tokens` were spent all the same, and what was written and dropped was looked at. */
export interface NoDraft extends Pick<ModelDraft, "failed" | "dropped" | "ungrounded" | "tokens"> {
  readonly reason: string
}

/** What is to be written, from what, and what it is held to. */
export interface Task {
  readonly workspaceId: string
  readonly composition: Composition
  readonly prompt: Prompt
  readonly rules: Rules
  /** Whatever else may be said, besides what the composition holds. */
  readonly sources: ReadonlyArray<unknown>
  /** The language it was to be written in; absent: English. */
  readonly locale: string | undefined
}

interface Offender {
  readonly variant: Variant
  readonly verdict: Verdict
  readonly faults: ReadonlyArray<string>
  readonly ungrounded: boolean
}

/** About three characters make a token in the languages that need most. */
const tokensFor = ({ constraints: { maxChars, maxVariants } }: Composition): number =>
  Math.min(8000, maxVariants * (Math.ceil(maxChars / 3) + 150) + 200)

/** A model that keeps a message waiting longer than this is passed over. */
const patience = "25 seconds"

/** Such an answer may come out well when it is asked for again. */
const isPassing = (failure: ModelFailure): boolean =>
  failure._tag === "ModelTruncated" || failure._tag === "ModelInvalid"

/** Tokens that were spent on no answer. */
const costOf = (failure: ModelFailure): number => ("tokens" in failure ? failure.tokens : 0)

const reasonOf = (failure: ModelFailure): string =>
  failure._tag === "ModelUnavailable" ? `unavailable: ${failure.reason}` : failure._tag

const toVariant = (written: typeof Written.Type, { channel, memories, snippets }: Composition): Variant => {
  // A curly quote makes two segments of one, and models write them all the time.
  const spelled = (part: string): string => (channel === "sms" ? plain(part) : part)
  const text = spelled(written.text.replaceAll("\r\n", "\n")).trim()
  const subject = written.subject?.replace(/\s+/g, " ").trim() ?? ""
  const within = (part: string | null): string | undefined => {
    const wanted = spelled(part ?? "").trim()
    return wanted !== "" && text.includes(wanted) ? wanted : undefined
  }
  const [cta, ps] = [within(written.cta), within(written.ps)]
  return {
    ...(channel === "email" && subject !== "" ? { subject } : {}),
    text,
    ...(cta === undefined ? {} : { cta }),
    ...(ps === undefined ? {} : { ps }),
    snippetIds: snippets.map(({ id }) => id).filter((id) => written.snippetIds.includes(id)),
    memoryIds: memories.map(({ id }) => id).filter((id) => written.memoryIds.includes(id))
  }
}

/** Two verdicts on the parts of one message. What was found in the subject is told beside what the text was examined for. */
const joined = (text: Verdict, subject: Verdict | undefined): Verdict => {
  if (subject === undefined || subject.safe) return text
  const found = subject.details.checks.filter(({ status }) => status === "flagged")
  const details = { ...text.details, checks: [...text.details.checks, ...found] }
  return { ...text, safe: false, violations: [...text.violations, ...subject.violations], details }
}

const again = (prompt: Prompt, offenders: ReadonlyArray<Offender>): Prompt => ({
  system: prompt.system,
  user: [
    prompt.user,
    "",
    `These variants could not be used. Write ${offenders.length} others in their place, and nothing else:`,
    quote({
      name: "rejected",
      value: offenders.map(({ faults, variant }) => ({ subject: variant.subject, text: variant.text, faults }))
    })
  ].join("\n")
})

export class ModelComposer extends Context.Service<
  ModelComposer,
  {
    /** Whether there is a model at all. */
    readonly source: "openai" | "none"
    readonly compose: (task: Task) => Effect.Effect<ModelDraft, NoDraft>
  }
>()("@loopdrive/voice/ModelComposer") {
  static readonly layer: Layer.Layer<ModelComposer, never, Completion | Guarding> = Layer.effect(
    ModelComposer,
    Effect.gen(function* () {
      const completion = yield* Completion
      const guarding = yield* Guarding

      const judge = Effect.fnUntraced(function* (task: Task, ground: Ground, answer: typeof Answer.Type) {
        const { composition, rules, workspaceId } = task
        const variants = answer.variants.map((written) => toVariant(written, composition))
        const ofSubject = { ...rules, maxChars: subjectMost }
        const examined = variants.flatMap(({ subject, text }) => [
          { text, rules },
          ...(subject === undefined ? [] : [{ text: subject, rules: ofSubject }])
        ])
        const verdicts = [...(yield* guarding.check(workspaceId, examined))]
        return variants.flatMap((variant): ReadonlyArray<Offender> => {
          const text = verdicts.shift()
          const subject = variant.subject === undefined ? undefined : verdicts.shift()
          if (text === undefined) return []
          const verdict = joined(text, subject)
          const invented = inventedIn(`${variant.subject ?? ""}\n${variant.text}`, ground, task.locale)
          const faults = [
            ...invented.map((claim) => `says what the data does not: ${claim.text}`),
            ...verdict.violations,
            ...faultsOf(variant, composition)
          ]
          return [{ variant, verdict, faults, ungrounded: invented.length > 0 }]
        })
      })

      const compose = Effect.fnUntraced(function* (task: Task, spent: { tokens: number }) {
        const { composition, prompt, workspaceId } = task
        const ask = (asked: Prompt) =>
          completion
            .complete({
              workspaceId,
              name: "message",
              answer: Answer,
              ...asked,
              outputTokensMost: tokensFor(composition)
            })
            .pipe(
              Effect.tapError((failure) => Effect.sync(() => void (spent.tokens += costOf(failure)))),
              Effect.retry({ times: 1, while: isPassing }),
              Effect.tap(({ inputTokens, outputTokens }) =>
                Effect.sync(() => void (spent.tokens += inputTokens + outputTokens))
              )
            )
        const { maxVariants } = composition.constraints
        const { linkUrl = "" } = composition.constraints
        const { contact } = composition.voice
        const sources = [dataOf(composition), contact, composition.objective, linkUrl, ...task.sources]
        const ground = groundOf(sources, task.locale)
        const read = (answer: typeof Answer.Type, most: number) =>
          judge(task, ground, { ...answer, variants: answer.variants.slice(0, most) })

        const first = yield* ask(prompt)
        const tried = yield* read(first.value, maxVariants)
        const offenders = tried.filter(({ faults }) => faults.length > 0)
        const replaced =
          offenders.length === 0
            ? []
            : yield* ask(again(prompt, offenders)).pipe(
                Effect.flatMap(({ value }) => read(value, offenders.length)),
                // What was good stays good when the rest cannot be had.
                Effect.catch(() => Effect.succeed([]))
              )
        const all = [...tried, ...replaced]
        const passed = all
          .filter(({ faults }) => faults.length === 0)
          .filter(({ variant }, n, kept) => kept.findIndex((one) => one.variant.text === variant.text) === n)
        return {
          model: first.model,
          locale: first.value.locale,
          passed: passed.slice(0, maxVariants),
          failed: all.filter(({ faults }) => faults.length > 0).map(({ verdict }) => verdict),
          dropped: Math.max(0, tried.length - passed.length),
          ungrounded: all.filter(({ ungrounded }) => ungrounded).length
        }
      })

      return ModelComposer.of({
        source: completion.source,
        compose: Effect.fn("ModelComposer.compose")(function* (task) {
          const spent = { tokens: 0 }
          const none = (reason: string): NoDraft => ({
            reason,
            failed: [],
            dropped: 0,
            ungrounded: 0,
            tokens: spent.tokens
          })
          const draft = yield* compose(task, spent).pipe(
            Effect.mapError((failure) => none(reasonOf(failure))),
            Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.fail(none("unavailable: timeout")) })
          )
          const { dropped, failed, passed, ungrounded } = draft
          if (passed.length === 0) {
            const reason = ungrounded > 0 ? "ungrounded" : "nothing usable"
            return yield* Effect.fail({ ...none(reason), dropped, failed, ungrounded })
          }
          return { ...draft, tokens: spent.tokens }
        })
      })
    })
  )
}
