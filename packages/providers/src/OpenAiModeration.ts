/**
 * Judgements of OpenAI's moderation endpoint, over `OpenAiAccount.ts`
 * (https://platform.openai.com/docs/guides/moderation).
 */
import { Effect, Layer, Option, Schema } from "effect"
import { Moderation } from "./Moderation.ts"
import type { Judged } from "./Moderation.ts"
import { ModelUsage } from "./ModelUsage.ts"
import * as OpenAiAccount from "./OpenAiAccount.ts"

/** A check that holds up a message must be quick: one that is not is a check that could not run. */
const defaults: OpenAiAccount.Limits = {
  concurrency: 32,
  timeout: "8 seconds",
  requestTimeout: "4 seconds",
  failures: 5,
  openFor: "30 seconds"
}

const Answer = Schema.Struct({
  results: Schema.Array(
    Schema.Struct({
      flagged: Schema.Boolean,
      categories: Schema.Record(Schema.String, Schema.NullOr(Schema.Boolean)),
      category_scores: Schema.Record(Schema.String, Schema.Finite)
    })
  )
})
const decodeAnswer = Schema.decodeUnknownOption(Answer)

const judged = (result: (typeof Answer.Type)["results"][number]): Judged => {
  const scores = Object.entries(result.category_scores).toSorted(([, a], [, b]) => b - a)
  return {
    flagged: result.flagged,
    score: Math.min(1, Math.max(0, scores[0]?.[1] ?? 0)),
    categories: scores.map(([name]) => name).filter((name) => result.categories[name] === true)
  }
}

/** The service for one account. */
export const make = Effect.fnUntraced(function* (options: OpenAiAccount.Options) {
  const model = options.model ?? "omni-moderation-latest"
  const call = yield* OpenAiAccount.make(options, defaults)
  const usage = yield* ModelUsage
  return Moderation.of({
    source: "openai",
    judge: Effect.fn("OpenAiModeration.judge")(function* (workspaceId, texts) {
      if (texts.length === 0) return []
      const note = (failed: boolean) =>
        usage.note({ workspaceId, purpose: "moderation", model, inputTokens: 0, outputTokens: 0, failed })
      return yield* call(
        (client, signal) => client.moderations.create({ model, input: [...texts] }, { signal }),
        (raw) => {
          const answer = decodeAnswer(raw)
          return Option.isSome(answer) && answer.value.results.length === texts.length
            ? Effect.succeed(answer.value.results.map(judged))
            : OpenAiAccount.invalidAnswer
        }
      ).pipe(
        Effect.tap(() => note(false)),
        Effect.tapError(() => note(true))
      )
    })
  })
})

/** The layer for given options. */
export const layerWith = (options: OpenAiAccount.Options): Layer.Layer<Moderation, never, ModelUsage> =>
  Layer.effect(Moderation, make(options))
