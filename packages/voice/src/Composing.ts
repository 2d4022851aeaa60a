/**
 * A message for a person: gathered, written by the model where there is one, checked, and recorded. Where the model does
 * not answer in time or with anything usable, the composer of `core/composer/LocalComposer.ts` writes, and the answer says so.
 */
import { FactSource } from "@loopdrive/actor/Facts"
import { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import * as Ids from "@loopdrive/domain/Ids"
import { Composed } from "@loopdrive/domain/VoiceModels"
import type { PackVersion } from "@loopdrive/domain/VoiceModels"
import type { PersonNotFound } from "@loopdrive/person/Published"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PartitionedSemaphore from "effect/PartitionedSemaphore"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { BrandNotFound } from "./BrandStore.ts"
import * as ComposedAnswer from "./ComposedAnswer.ts"
import type { Written } from "./ComposedAnswer.ts"
import { CompositionStore } from "./CompositionStore.ts"
import * as ComposePrompt from "./ComposePrompt.ts"
import type { Verdict } from "./core/Check.ts"
import type { Composition } from "./core/Composition.ts"
import * as LeftOut from "./core/LeftOut.ts"
import * as LocalComposer from "./core/composer/LocalComposer.ts"
import { useCaseOf } from "./core/PromptPack.ts"
import type { VariablesMissing } from "./core/PromptPack.ts"
import { Gathering } from "./Gathering.ts"
import type { Gathered, Wish } from "./Gathering.ts"
import { Guarding } from "./Guarding.ts"
import type { Rules } from "./Guarding.ts"
import { Library } from "./Library.ts"
import { ModelComposer } from "./ModelComposer.ts"
import type { NoDraft, Passed } from "./ModelComposer.ts"
import * as Packs from "./Packs.ts"
import type { PackNotFound } from "./PackStore.ts"
import { general } from "./core/composer/objective/Purpose.ts"

/** Whatever was written, the guardrails let nothing of it through. */
export class NothingSafe extends Schema.TaggedError<NothingSafe>("@loopdrive/voice/NothingSafe")("NothingSafe", {
  violations: Schema.Array(Schema.String)
}) {}

export type ComposeFailure =
  | PersonNotFound
  | BrandNotFound
  | PackNotFound
  | VariablesMissing
  | NothingSafe
  | IdempotencyConflict
  | SqlError

/** A key of the caller's, and a digest of what was asked with it. */
export interface Repeat {
  readonly key: string
  readonly hash: string
}

const decodeAnswer = Schema.decodeUnknownEffect(Composed)

/** The name and the version of the composer here. */
export const localModel = "loopdrive-composer-1"

const rulesOf = ({ channel, constraints, context, voice }: Composition): Rules => ({
  voice,
  channel,
  purpose: "marketing",
  stage: "draft",
  maxChars: constraints.maxChars,
  segments: constraints.segments,
  ownLinks: [
    ...(constraints.linkUrl === undefined ? [] : [constraints.linkUrl]),
    ...(JSON.stringify(context ?? null).match(/https?:\/\/[^\s"'<>\\]+/g) ?? [])
  ]
})

export class Composing extends Context.Service<
  Composing,
  {
    /** `repeat`: under which key of the caller's to keep the answer. */
    readonly compose: (wish: Wish, repeat?: Repeat) => Effect.Effect<Composed, ComposeFailure>
  }
>()("@loopdrive/voice/Composing") {
  static readonly layer: Layer.Layer<
    Composing,
    never,
    Gathering | Library | ModelComposer | Guarding | CompositionStore | FactSource
  > = Layer.effect(
    Composing,
    Effect.gen(function* () {
      const gathering = yield* Gathering
      const library = yield* Library
      const model = yield* ModelComposer
      const guarding = yield* Guarding
      const compositions = yield* CompositionStore
      const facts = yield* FactSource

      // A repeat that comes while the first is being answered waits for it.
      const turns = PartitionedSemaphore.makeUnsafe<string>({ permits: 1 })

      /** What was answered under the key. */
      const known = Effect.fnUntraced(function* (workspaceId: string, { hash, key }: Repeat) {
        const found = yield* compositions.answered(workspaceId, key)
        if (found === undefined) return undefined
        if (found.hash !== hash) return yield* new IdempotencyConflict({ scope: "brand-voice/compose", key })
        return yield* Effect.orDie(decodeAnswer(found.answer))
      })

      const checked = (composition: Composition): ReadonlyArray<Passed> =>
        LocalComposer.compose(composition).variants.map((variant) => ({
          variant,
          verdict: guarding.checkHere(variant.text, rulesOf(composition))
        }))

      /** Why nothing passed: what was found in what we wrote, or what stands in every way of writing it. */
      const faults = (composition: Composition, failed: ReadonlyArray<Verdict>): ReadonlyArray<string> => {
        const found = failed.flatMap(({ violations }) => violations)
        const { linkUrl } = composition.constraints
        const ofLink = linkUrl === undefined ? [] : guarding.checkHere(linkUrl, rulesOf(composition)).violations
        const all = [...found, ...ofLink.map((violation) => `constraints.linkUrl: ${violation}`)]
        return all.length === 0 ? ["the limits leave no room for a sentence that the brand allows"] : [...new Set(all)]
      }

      /** In our own words: with what is remembered and given, or without what a guardrail minds in it. */
      const here = Effect.fnUntraced(function* (composition: Composition, lost: NoDraft | undefined) {
        const tried = checked(composition)
        const { context: _, draft: __, ...rest } = composition
        const safe = (all: ReadonlyArray<Passed>) => all.filter(({ verdict }) => verdict.safe)
        const kept = safe(tried)
        const passed = kept.length > 0 ? kept : safe(checked({ ...rest, memories: [], topics: [], snippets: [] }))
        const failed = tried.filter(({ verdict }) => !verdict.safe).map(({ verdict }) => verdict)
        const [primary] = passed
        if (primary === undefined) return yield* new NothingSafe({ violations: faults(composition, failed) })
        const written: Written = {
          source: lost === undefined ? "local" : "fallback",
          model: localModel,
          ...(lost === undefined ? {} : { fallbackReason: lost.reason }),
          locale: "en",
          passed,
          failed: [...(lost?.failed ?? []), ...failed],
          dropped: failed.length + (lost?.dropped ?? 0),
          ungrounded: lost?.ungrounded ?? 0,
          tokens: lost?.tokens ?? 0,
          leftOut: LeftOut.ofLocal(composition, primary.variant, (text) =>
            guarding.checkHere(text, rulesOf(composition))
          )
        }
        return written
      })

      const written = Effect.fnUntraced(function* (
        workspaceId: string,
        { composition, locale }: Gathered,
        prompt: ComposePrompt.Prompt,
        pack: PackVersion
      ) {
        if (model.source === "none") return yield* here(composition, undefined)
        // What the brand put into a pack of its own may be said; ours speak of lengths and rules only.
        const sources = pack.createdBy === Packs.system ? [] : [pack.pack]
        const rules = rulesOf(composition)
        return yield* model.compose({ workspaceId, composition, prompt, rules, sources, locale }).pipe(
          Effect.map((draft): Written => {
            const [primary] = draft.passed
            const leftOut = primary === undefined ? [] : LeftOut.ofModel(composition, primary.variant)
            return { source: "model", ...draft, leftOut }
          }),
          Effect.catch((lost: NoDraft) => here(composition, lost))
        )
      })

      const fresh = Effect.fn("Composing.compose")(function* (wish: Wish, repeat: Repeat | undefined) {
        const startedAt = yield* Clock.currentTimeMillis
        const gathered: Gathered = yield* gathering.of(wish)
        const useCase = useCaseOf(wish.channel, wish.objective) ?? `${wish.channel}_${general}`
        const pack = yield* library.pack(wish.workspaceId, gathered.brandId, useCase)
        const prompt = yield* Effect.fromResult(ComposePrompt.of(pack.pack, gathered.composition, gathered.locale))
        const result = yield* written(wish.workspaceId, gathered, prompt, pack)
        const made = {
          id: Ids.fresh("composition", facts.gather()),
          wish,
          gathered,
          pack,
          written: result,
          latencyMs: (yield* Clock.currentTimeMillis) - startedAt
        }
        const answer = ComposedAnswer.of(made)
        if (wish.constraints.testMode) return answer
        const recorded = yield* compositions.record(ComposedAnswer.rowOf(made, answer, repeat))
        // Another process was asked the same and was quicker.
        return recorded || repeat === undefined ? answer : ((yield* known(wish.workspaceId, repeat)) ?? answer)
      })

      const repeatedly = Effect.fnUntraced(function* (wish: Wish, repeat: Repeat) {
        return (yield* known(wish.workspaceId, repeat)) ?? (yield* fresh(wish, repeat))
      })

      return Composing.of({
        compose: (wish, repeat) =>
          repeat === undefined || wish.constraints.testMode
            ? fresh(wish, undefined)
            : turns.withPermits(`${wish.workspaceId} ${repeat.key}`, 1)(repeatedly(wish, repeat))
      })
    })
  )
}
