/** The voice over stores in memory and a person that is only looked at, for the tests of this package. */
import { FactSource } from "@loopdrive/actor/Facts"
import { Completion } from "@loopdrive/providers/Completion"
import type { Embedding } from "@loopdrive/providers/Embedding"
import * as LocalEmbedding from "@loopdrive/providers/LocalEmbedding"
import * as NoModel from "@loopdrive/providers/NoModel"
import type { MemoryFilter } from "@loopdrive/person/Store"
import { PersonStore } from "@loopdrive/person/Store"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as VoiceServices from "../src/VoiceServices.ts"

export const asked = {
  workspaceId: "ws_1",
  personId: "per_1",
  brandId: undefined,
  channel: "email",
  objective: "demo_book",
  constraints: {},
  context: undefined,
  draft: undefined
}

export const createdAt = "1970-01-01T00:00:00.000Z"
const memory = { id: "mem_1", personId: "per_1", kind: "fact", confidence: 1, createdAt } as const

const none = Layer.effect(Completion, Completion).pipe(Layer.provide(NoModel.layer))

/** A model that writes what it is told to, for ten tokens read and five written. */
export const writing = (answer: (request: { readonly user: string }) => unknown): Layer.Layer<Completion> =>
  Layer.succeed(Completion, {
    source: "openai",
    model: "gpt",
    complete: (request) =>
      Effect.map(Effect.orDie(Schema.decodeUnknownEffect(request.answer)(answer(request))), (value) => ({
        value,
        model: "gpt",
        inputTokens: 10,
        outputTokens: 5
      }))
  })

/** Everything but a database, with what was asked of the person's memory. */
export const house = (
  embedding: Layer.Layer<Embedding> = LocalEmbedding.layer,
  completion: Layer.Layer<Completion> = none,
  profile: { readonly locale?: string; readonly timezone?: string } = {}
) => {
  const looked: Array<Omit<MemoryFilter, "only">> = []
  const people = Layer.mock(PersonStore)({
    portrait: (_, __, filter) =>
      Effect.sync(() => {
        looked.push(filter)
        return {
          person: { id: "per_1", workspaceId: "ws_1", lastName: "Byron", ...profile, createdAt, updatedAt: createdAt },
          topics: [],
          memories: [{ ...memory, text: "Runs a bakery in Lisbon and asked for a demo" }]
        }
      })
  })
  const layer = VoiceServices.layerNoDeps.pipe(
    Layer.provide(people),
    Layer.provide(embedding),
    Layer.provide(completion),
    Layer.provide(NoModel.layer),
    Layer.provideMerge(VoiceServices.storesMemory),
    Layer.provideMerge(FactSource.layer),
    Layer.fresh
  )
  return { layer, looked }
}
