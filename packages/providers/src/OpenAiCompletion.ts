/**
 * Completions by OpenAI, over `OpenAiAccount.ts`: chat completions with a JSON schema that the answer must follow
 * (https://platform.openai.com/docs/guides/structured-outputs). What the schema language cannot say is checked here.
 */
import { Config, Effect, Layer, Option, Schema } from "effect"
import * as OpenAiStructuredOutput from "effect/ai/OpenAiStructuredOutput"
import { Completion } from "./Completion.ts"
import type { CompletionRequest, Service } from "./Completion.ts"
import { ModelInvalid, ModelOverBudget, ModelRefused, ModelTruncated, ModelUnavailable } from "./ModelFailure.ts"
import type { ModelFailure } from "./ModelFailure.ts"
import { ModelUsage } from "./ModelUsage.ts"
import type { Purpose } from "./ModelUsage.ts"
import * as OpenAiAccount from "./OpenAiAccount.ts"

export interface Options extends OpenAiAccount.Options {
  /** Tokens that a workspace may use in a UTC day; above it, `ModelOverBudget`. */
  readonly dailyTokens?: number
}

/** Somebody waits for what is composed: a request ends within 15 s, a call with its retries within 20. */
const defaults: OpenAiAccount.Limits = {
  concurrency: 32,
  timeout: "20 seconds",
  requestTimeout: "15 seconds",
  failures: 5,
  openFor: "30 seconds"
}

/** A workspace that sends 2,000 composed messages a day uses about half of it. */
const dailyTokensDefault = 5_000_000

const modelDefault = "gpt-5.4-mini"

const Message = Schema.Struct({
  content: Schema.optionalKey(Schema.NullOr(Schema.String)),
  refusal: Schema.optionalKey(Schema.NullOr(Schema.String))
})
const Answer = Schema.Struct({
  model: Schema.String,
  choices: Schema.NonEmptyArray(Schema.Struct({ finish_reason: Schema.String, message: Message })),
  usage: Schema.optionalKey(Schema.Struct({ prompt_tokens: Schema.Int, completion_tokens: Schema.Int }))
})
const decodeAnswer = Schema.decodeUnknownOption(Answer)
const decodeJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

/** What the model said, or why that is no answer, which cost so many tokens. */
const contentOf = (
  { choices: [choice] }: typeof Answer.Type,
  tokens: number
): Effect.Effect<unknown, Exclude<ModelFailure, ModelUnavailable>> => {
  const { content, refusal } = choice.message
  if (typeof refusal === "string" && refusal !== "")
    return Effect.fail(new ModelRefused({ explanation: refusal, tokens }))
  if (choice.finish_reason === "content_filter")
    return Effect.fail(new ModelRefused({ explanation: "The vendor's filter stopped the answer.", tokens }))
  if (choice.finish_reason === "length") return Effect.fail(new ModelTruncated({ tokens }))
  const value = decodeJson(content)
  return Option.isSome(value)
    ? Effect.succeed(value.value)
    : Effect.fail(new ModelInvalid({ problem: "the answer is not JSON", tokens }))
}

/** What the vendor is told of a shape, and how its answers are read: worked out once for each. */
const makeShape = <A>(answer: Schema.ConstraintCodec<A, unknown>) => {
  const { codec, jsonSchema } = OpenAiStructuredOutput.toCodecOpenAI(answer)
  return { jsonSchema, decode: Schema.decodeUnknownEffect(codec) }
}
const shapes = new WeakMap<object, unknown>()
const shapeOf = <A>(answer: Schema.ConstraintCodec<A, unknown>): ReturnType<typeof makeShape<A>> => {
  const known = shapes.get(answer) as ReturnType<typeof makeShape<A>> | undefined
  if (known !== undefined) return known
  const made = makeShape(answer)
  shapes.set(answer, made)
  return made
}

/** Asks on an account; `purpose` is what the tokens are booked under. */
export const asking = Effect.fnUntraced(function* (options: Options, purpose: Purpose) {
  const model = options.model ?? modelDefault
  const dailyTokens = options.dailyTokens ?? dailyTokensDefault
  const call = yield* OpenAiAccount.make(options, defaults)
  const usage = yield* ModelUsage

  const within = Effect.fnUntraced(function* (workspaceId: string) {
    const used = yield* Effect.mapError(
      usage.tokensToday(workspaceId),
      () => new ModelUnavailable({ reason: "usage_unknown" })
    )
    if (used >= dailyTokens) return yield* new ModelOverBudget({ used, budget: dailyTokens })
  })

  const complete: Service["complete"] = Effect.fn("OpenAiCompletion.complete")(function* <A>(
    request: CompletionRequest<A>
  ) {
    const { workspaceId } = request
    yield* within(workspaceId)
    const { decode, jsonSchema } = shapeOf(request.answer)
    const note = (failed: boolean, inputTokens = 0, outputTokens = 0) =>
      usage.note({ workspaceId, purpose, model, inputTokens, outputTokens, failed })

    const answer = yield* call(
      (client, signal) =>
        client.chat.completions.create(
          {
            model,
            messages: [
              { role: "system", content: request.system },
              { role: "user", content: request.user }
            ],
            max_completion_tokens: request.outputTokensMost,
            response_format: {
              type: "json_schema",
              json_schema: { name: request.name, strict: true, schema: { ...jsonSchema } }
            }
          },
          { signal }
        ),
      (raw) => {
        const decoded = decodeAnswer(raw)
        return Option.isSome(decoded) ? Effect.succeed(decoded.value) : OpenAiAccount.invalidAnswer
      }
    ).pipe(Effect.tapError(() => note(true)))

    const inputTokens = answer.usage?.prompt_tokens ?? 0
    const outputTokens = answer.usage?.completion_tokens ?? 0
    const tokens = inputTokens + outputTokens
    const value = yield* contentOf(answer, tokens).pipe(
      Effect.flatMap((content) =>
        Effect.mapError(
          decode(content),
          () => new ModelInvalid({ problem: "the answer has not the shape that was asked for", tokens })
        )
      ),
      // What an unusable answer cost is spent all the same.
      Effect.tapError(() => note(true, inputTokens, outputTokens))
    )
    yield* note(false, inputTokens, outputTokens)
    return { value, model: answer.model, inputTokens, outputTokens }
  })
  return { model, complete }
})

/** The service for one account. */
export const make = (options: Options) =>
  Effect.map(asking(options, "completion"), (service) => Completion.of({ source: "openai", ...service }))

/** The layer for given options. */
export const layerWith = (options: Options): Layer.Layer<Completion, never, ModelUsage> =>
  Layer.effect(Completion, make(options))

/** `OPENAI_MODEL` and `OPENAI_DAILY_TOKENS`, each with a default. */
export const settings = Config.all({
  model: Config.withDefault(Config.NonEmptyString("OPENAI_MODEL"), modelDefault),
  dailyTokens: Config.withDefault(
    Config.schema(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)), "OPENAI_DAILY_TOKENS"),
    dailyTokensDefault
  )
})
