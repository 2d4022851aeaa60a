/** What a message is composed from, read and drawn: the person, what is remembered of it, and the brand's words. */
import { FactSource } from "@loopdrive/actor/Facts"
import { ConsentChannel, covers } from "@loopdrive/domain/Channel"
import type { Channel } from "@loopdrive/domain/Channel"
import { digestOf } from "@loopdrive/domain/Digest"
import type { Memory } from "@loopdrive/domain/PersonGraph"
import { SnippetUsage } from "@loopdrive/domain/Voice"
import type { SnippetLibrary } from "@loopdrive/domain/VoiceModels"
import { PersonStore } from "@loopdrive/person/Store"
import type { MemoryFilter } from "@loopdrive/person/Store"
import type { PersonNotFound } from "@loopdrive/person/Published"
import { Embedding } from "@loopdrive/providers/Embedding"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { BrandNotFound } from "./BrandStore.ts"
import { inTone } from "./core/BrandVoice.ts"
import type { Constraints } from "./core/ComposeRequest.ts"
import type { Composition } from "./core/Composition.ts"
import { isInterest } from "./core/composer/unsaid/Interests.ts"
import { inTimeZone } from "./core/composer/record/LocalTimes.ts"
import * as MemoryChoice from "./core/composer/memories/MemoryChoice.ts"
import * as Ranking from "./core/SnippetRanking.ts"
import type { Choice } from "./core/SnippetRanking.ts"
import { Library } from "./Library.ts"
import { general } from "./core/composer/objective/Purpose.ts"

/** A request for a message, in its normal form. */
export interface Wish {
  readonly workspaceId: string
  readonly personId: string
  readonly brandId: string | undefined
  readonly channel: Channel
  readonly objective: string
  readonly constraints: Constraints
  readonly context: unknown
  readonly draft: string | undefined
}

export interface Gathered {
  readonly composition: Composition
  readonly brandId: string
  /** A language tag, where the person's is known. */
  readonly locale: string | undefined
  readonly drawn: ReadonlyArray<Choice<SnippetLibrary>>
  /** Epoch milliseconds, when it was gathered. */
  readonly now: number
}

/** Memories looked at: more than are ever spoken of, so that near ones can be weighed against recent ones. */
const candidatesMost = 24
/** Texts whose vectors are remembered, and how long one may be: twelve kilobytes each, and as much again. */
const aboutsMost = 200
const aboutLongest = 4000
/** Topics told to a model. */
const topicsMost = 8
/** Snippets of one usage among which one is drawn: the best. */
const drawnAmong = 12

/** What the message is about, as text to be near to. */
const aboutOf = ({ context, draft, objective }: Wish): string =>
  [objective.replaceAll("_", " "), context === undefined ? "" : JSON.stringify(context), draft ?? ""].join("\n").trim()

const isConsentChannel = Schema.is(ConsentChannel)
const speaksOn = (snippet: SnippetLibrary, channel: Channel): boolean =>
  isConsentChannel(snippet.channel) && covers(snippet.channel, channel)

/** 0 <= draw < 1, one of its own for each usage. */
const uniform = (seed: string, usage: string): number =>
  Number.parseInt(digestOf([seed, usage]).slice(0, 8), 16) / 2 ** 32

interface Drawable {
  readonly usage: SnippetUsage
  /** Best first. */
  readonly among: ReadonlyArray<SnippetLibrary>
}

/** Of the objective's own where it has any, else of those that go with any. */
const drawableIn = (
  snippets: ReadonlyArray<SnippetLibrary>,
  { channel, objective }: Pick<Wish, "channel" | "objective">
): ReadonlyArray<Drawable> => {
  const here = snippets.filter((snippet) => speaksOn(snippet, channel))
  return SnippetUsage.literals.map((usage) => {
    const of = (wanted: string) =>
      here.filter((snippet) => snippet.usage === usage && snippet.objective.toLowerCase() === wanted)
    const own = of(objective.toLowerCase())
    return { usage, among: Ranking.rank(own.length > 0 ? own : of(general)).slice(0, drawnAmong) }
  })
}

/** Purposes of one shelf that are remembered: any text may be one. */
const purposesMost = 200
const drawable = new WeakMap<ReadonlyArray<SnippetLibrary>, Map<string, ReadonlyArray<Drawable>>>()

/** The same for everybody who is written to with the same purpose, until the shelf is read anew. */
const drawableFor = (snippets: ReadonlyArray<SnippetLibrary>, wish: Wish): ReadonlyArray<Drawable> => {
  const purposes = drawable.get(snippets) ?? new Map<string, ReadonlyArray<Drawable>>()
  drawable.set(snippets, purposes)
  const purpose = `${wish.channel} ${wish.objective}`
  const known = purposes.get(purpose)
  if (known !== undefined) return known
  const made = drawableIn(snippets, wish)
  if (purposes.size >= purposesMost) purposes.clear()
  purposes.set(purpose, made)
  return made
}

/** One snippet per usage, where it has any. */
const drawnFor = (
  snippets: ReadonlyArray<SnippetLibrary>,
  wish: Wish,
  seed: string
): ReadonlyArray<Choice<SnippetLibrary>> =>
  drawableFor(snippets, wish).flatMap(({ among, usage }) => {
    const choice = Ranking.draw(among, uniform(seed, usage))
    return choice === undefined ? [] : [choice]
  })

const candidate = ({ confidence, createdAt, id, kind, relevance, text }: Memory): MemoryChoice.Candidate => ({
  id,
  kind,
  text,
  confidence,
  similarity: relevance ?? 0,
  createdAt: Date.parse(createdAt)
})

export class Gathering extends Context.Service<
  Gathering,
  {
    readonly of: (wish: Wish) => Effect.Effect<Gathered, PersonNotFound | BrandNotFound | SqlError>
  }
>()("@loopdrive/voice/Gathering") {
  static readonly layer: Layer.Layer<Gathering, never, PersonStore | Embedding | Library | FactSource> = Layer.effect(
    Gathering,
    Effect.gen(function* () {
      const people = yield* PersonStore
      const embedding = yield* Embedding
      const library = yield* Library
      const facts = yield* FactSource

      const abouts = new Map<string, NonNullable<MemoryFilter["near"]>>()

      /** Messages with one purpose are about the same. Without an embedding, the newest memories are looked at. */
      const near = Effect.fnUntraced(function* (workspaceId: string, about: string) {
        const known = abouts.get(about)
        if (known !== undefined) return known
        const [vector] = yield* embedding
          .embed([about], workspaceId)
          .pipe(
            Effect.catch((failure) =>
              Effect.as(Effect.logWarning("memories are chosen by their age alone", failure), [])
            )
          )
        if (vector === undefined) return undefined
        const made = { embedding: Array.from(vector), model: embedding.model }
        if (abouts.size >= aboutsMost) abouts.clear()
        if (about.length <= aboutLongest) abouts.set(about, made)
        return made
      })

      const portrait = Effect.fnUntraced(function* (wish: Wish, now: number) {
        const { confidenceFloor } = MemoryChoice.usualWish
        const found = yield* people.portrait(wish.workspaceId, wish.personId, {
          kinds: [],
          minConfidence: confidenceFloor,
          limit: candidatesMost,
          near: yield* near(wish.workspaceId, aboutOf(wish)),
          now
        })
        const candidates = found.memories.map(candidate)
        const chosen = MemoryChoice.choose(candidates, { ...MemoryChoice.usualWish, now })
        return { ...found, chosen, refusals: MemoryChoice.refusals(candidates, MemoryChoice.usualWish) }
      })

      return Gathering.of({
        of: Effect.fn("Gathering.of")(function* (wish) {
          const { now, seed } = facts.gather()
          const { known, shelf } = yield* Effect.all(
            { known: portrait(wish, now), shelf: library.shelf(wish.workspaceId, wish.brandId) },
            { concurrency: "unbounded" }
          )
          const { chosen, person, refusals, topics } = known
          const drawn = drawnFor(shelf.snippets, wish, seed)
          const { timezone } = person
          const context = timezone === undefined ? wish.context : inTimeZone(wish.context, timezone)
          const composition: Composition = {
            voice: inTone(shelf.voice, wish.constraints.tone),
            channel: wish.channel,
            objective: wish.objective,
            constraints: wish.constraints,
            person: {
              ...(person.firstName === undefined ? {} : { firstName: person.firstName }),
              ...(person.lastName === undefined ? {} : { lastName: person.lastName })
            },
            memories: chosen,
            ...(refusals.length === 0 ? {} : { refusals }),
            topics: topics
              .filter(isInterest)
              .slice(0, topicsMost)
              .map(({ name }) => name),
            snippets: drawn.map(({ snippet }) => snippet),
            ...(context === undefined ? {} : { context }),
            ...(wish.draft === undefined ? {} : { draft: wish.draft }),
            seed: Number.parseInt(seed.slice(-8), 16)
          }
          return { composition, brandId: shelf.brand.id, locale: person.locale, drawn, now }
        })
      })
    })
  )
}
