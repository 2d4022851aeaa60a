/**
 * The embedding the environment asks for. Used by the applications when they put their layers together.
 */
import { Effect, Layer, Option } from "effect"
import type { Config } from "effect"
import * as Credential from "./Credential.ts"
import type { Embedding } from "./Embedding.ts"
import * as LocalEmbedding from "./LocalEmbedding.ts"
import type { ModelUsage } from "./ModelUsage.ts"
import * as OpenAiAccount from "./OpenAiAccount.ts"
import * as OpenAiEmbedding from "./OpenAiEmbedding.ts"

/** `OPENAI_API_KEY` set: OpenAI. Not set: computed here, in production too, for nothing is pretended by that. */
export const layerConfig: Layer.Layer<Embedding, Config.ConfigError, ModelUsage> = Layer.unwrap(
  Effect.gen(function* () {
    const apiKey = yield* Credential.config("OPENAI_API_KEY")
    if (Option.isNone(apiKey)) return LocalEmbedding.layer
    return OpenAiEmbedding.layerWith({ apiKey: apiKey.value, baseUrl: yield* OpenAiAccount.baseUrl })
  })
)
