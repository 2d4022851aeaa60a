/**
 * The language model the environment asks for. Used by the applications when they put their layers together.
 */
import { Effect, Layer, Option } from "effect"
import type { Config } from "effect"
import type { Classification } from "./Classification.ts"
import type { Completion } from "./Completion.ts"
import * as Credential from "./Credential.ts"
import type { Moderation } from "./Moderation.ts"
import type { ModelUsage } from "./ModelUsage.ts"
import * as NoModel from "./NoModel.ts"
import * as OpenAiAccount from "./OpenAiAccount.ts"
import * as OpenAiClassification from "./OpenAiClassification.ts"
import * as OpenAiCompletion from "./OpenAiCompletion.ts"
import * as OpenAiModeration from "./OpenAiModeration.ts"

/**
 * `OPENAI_API_KEY` set: OpenAI. Not set: none, in production too, for nothing is pretended by that: messages are composed
 * here and say so.
 */
export const layerConfig: Layer.Layer<Completion | Classification | Moderation, Config.ConfigError, ModelUsage> =
  Layer.unwrap(
    Effect.gen(function* () {
      const apiKey = yield* Credential.config("OPENAI_API_KEY")
      if (Option.isNone(apiKey)) return NoModel.layer
      const account = { apiKey: apiKey.value, baseUrl: yield* OpenAiAccount.baseUrl }
      const composing = { ...account, ...(yield* OpenAiCompletion.settings) }
      return Layer.mergeAll(
        OpenAiCompletion.layerWith(composing),
        OpenAiClassification.layerWith(composing),
        OpenAiModeration.layerWith(account)
      )
    })
  )
