/** What may be asked of a brand's voice. For whoever serves it: everything by the names and limits of the caller. */
import { ConsentChannel, covers } from "@loopdrive/domain/Channel"
import type { PromptPack, SnippetUsage } from "@loopdrive/domain/Voice"
import type { Composed, SnippetLibrary, VoiceAnalytics } from "@loopdrive/domain/VoiceModels"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import * as Analytics from "./Analytics.ts"
import type { BrandNotFound } from "./BrandStore.ts"
import { Composing } from "./Composing.ts"
import type { ComposeFailure, Repeat } from "./Composing.ts"
import { CompositionStore } from "./CompositionStore.ts"
import type { Period } from "./CompositionStore.ts"
import * as Alignment from "./core/Alignment.ts"
import type { Policy, Verdict } from "./core/Check.ts"
import * as ComposeRequest from "./core/ComposeRequest.ts"
import type { BadRequest } from "./core/ComposeRequest.ts"
import { useCaseOf } from "./core/PromptPack.ts"
import * as SmsFitting from "./core/text/SmsFitting.ts"
import * as Ranking from "./core/SnippetRanking.ts"
import { Guarding } from "./Guarding.ts"
import { Library } from "./Library.ts"
import type { PackNotFound } from "./PackStore.ts"
import { SnippetStore } from "./SnippetStore.ts"

export interface ComposeAsked {
  readonly workspaceId: string
  readonly personId: string
  readonly brandId: string | undefined
  readonly channel: string
  readonly objective: string
  readonly constraints: ComposeRequest.ConstraintsInput
  readonly context: unknown
  readonly draft: string | undefined
}

export interface GuardAsked {
  readonly brandId: string | undefined
  readonly channel: string
  readonly text: string
  readonly purpose: Policy["purpose"]
  readonly stage: Policy["stage"]
  readonly maxChars: number | undefined
}

export interface SnippetFilter {
  readonly channel: string | undefined
  readonly objective: string | undefined
  readonly usage: SnippetUsage | undefined
  readonly minWinRate: number | undefined
  readonly limit: number
}

const isConsentChannel = Schema.is(ConsentChannel)
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Whether the words are for messages on `channel`; asked for `dm`, every platform's are. */
const speaksOn = (snippet: SnippetLibrary, channel: string): boolean =>
  same(snippet.channel, channel) ||
  (isConsentChannel(snippet.channel) &&
    isConsentChannel(channel) &&
    (covers(snippet.channel, channel) || covers(channel, snippet.channel)))

export class Voice extends Context.Service<
  Voice,
  {
    readonly compose: (asked: ComposeAsked, repeat?: Repeat) => Effect.Effect<Composed, ComposeFailure | BadRequest>
    readonly guard: (
      workspaceId: string,
      asked: GuardAsked
    ) => Effect.Effect<Verdict, BadRequest | BrandNotFound | SqlError>
    readonly align: (
      workspaceId: string,
      brandId: string | undefined,
      text: string
    ) => Effect.Effect<Alignment.Aligned, BrandNotFound | SqlError>
    /** The pack in force for a use case or, where it has none of its own, the more general one. */
    readonly pack: (
      workspaceId: string,
      brandId: string | undefined,
      useCase: string
    ) => Effect.Effect<PromptPack, BrandNotFound | PackNotFound | SqlError>
    /** Best first, by what their conversion rate is at least. */
    readonly snippets: (
      workspaceId: string,
      brandId: string | undefined,
      filter: SnippetFilter
    ) => Effect.Effect<ReadonlyArray<SnippetLibrary>, BrandNotFound | SqlError>
    readonly analytics: (
      workspaceId: string,
      brandId: string,
      period: Period
    ) => Effect.Effect<VoiceAnalytics, BrandNotFound | SqlError>
  }
>()("@loopdrive/voice/Voice") {
  static readonly layerNoDeps: Layer.Layer<
    Voice,
    never,
    Composing | Guarding | Library | CompositionStore | SnippetStore
  > = Layer.effect(
    Voice,
    Effect.gen(function* () {
      const composing = yield* Composing
      const guarding = yield* Guarding
      const library = yield* Library
      const compositions = yield* CompositionStore
      const store = yield* SnippetStore

      /** The brand with its snippets as they are counted now: the shelf's may be a moment old. */
      const counted = Effect.fnUntraced(function* (workspaceId: string, brandId: string | undefined) {
        const { brand } = yield* library.shelf(workspaceId, brandId)
        return { brand, snippets: yield* store.of(workspaceId, brand.id) }
      })

      return Voice.of({
        compose: Effect.fnUntraced(function* (asked, repeat) {
          const channel = yield* Effect.fromResult(ComposeRequest.channelOf(asked.channel))
          const constraints = yield* Effect.fromResult(ComposeRequest.normalize(channel, asked.constraints))
          const objective = asked.objective.trim()
          return yield* composing.compose({ ...asked, channel, constraints, objective }, repeat)
        }),
        guard: Effect.fnUntraced(function* (workspaceId, { brandId, maxChars, purpose, stage, text, ...asked }) {
          const channel = yield* Effect.fromResult(ComposeRequest.channelOf(asked.channel))
          const { voice } = yield* library.shelf(workspaceId, brandId)
          const segments = channel === "sms" && maxChars !== undefined ? { segments: SmsFitting.within(maxChars) } : {}
          const limit = maxChars === undefined ? {} : { maxChars, ...segments }
          const rules = { voice, channel, purpose, stage, ...limit }
          const [verdict] = yield* guarding.check(workspaceId, [{ text, rules }])
          return verdict ?? (yield* Effect.die(new Error("a text was not judged")))
        }),
        align: (workspaceId, brandId, text) =>
          Effect.map(library.shelf(workspaceId, brandId), ({ voice }) => Alignment.alignmentOf(text, voice)),
        pack: Effect.fnUntraced(function* (workspaceId, brandId, useCase) {
          const { brand } = yield* library.shelf(workspaceId, brandId)
          const [channel = "", ...objective] = useCase.split("_")
          const name = useCaseOf(channel, objective.join("_")) ?? useCase.toLowerCase()
          return (yield* library.pack(workspaceId, brand.id, name)).pack
        }),
        snippets: Effect.fnUntraced(function* (workspaceId, brandId, filter) {
          const { channel, objective, usage } = filter
          const wanted = (yield* counted(workspaceId, brandId)).snippets.filter(
            (snippet) =>
              (channel === undefined || speaksOn(snippet, channel)) &&
              (objective === undefined || same(snippet.objective, objective)) &&
              (usage === undefined || snippet.usage === usage) &&
              snippet.winRate >= (filter.minWinRate ?? 0)
          )
          return Ranking.rank(wanted).slice(0, filter.limit)
        }),
        analytics: Effect.fnUntraced(function* (workspaceId, brandId, period) {
          const { brand, snippets } = yield* counted(workspaceId, brandId)
          const totals = yield* compositions.totals(workspaceId, brand.id, period)
          return Analytics.of(brand.id, period, totals, snippets, speaksOn)
        })
      })
    })
  )
}
