/** The `compose` bench on the product: its gateway, voice and stores on PostgreSQL, and a model that answers at once. */
import * as Gateway from "@loopdrive/gateway/Gateway"
import * as OpenAiClassification from "@loopdrive/providers/OpenAiClassification"
import * as OpenAiCompletion from "@loopdrive/providers/OpenAiCompletion"
import * as OpenAiModeration from "@loopdrive/providers/OpenAiModeration"
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Product from "../Product.ts"

/** A process of its own, so that the model's work is not the server's. */
const stub = new URL("../ModelStub.ts", import.meta.url)

const model = Layer.unwrap(
  Effect.gen(function* () {
    // A profile that is wanted is the server's.
    const program = yield* ChildProgram.start(stub, [], { NODE_OPTIONS: "" })
    const baseUrl = yield* program.says("http://")
    const account = { apiKey: Redacted.make("sk-bench"), baseUrl, dailyTokens: Number.MAX_SAFE_INTEGER }
    return Layer.mergeAll(
      OpenAiCompletion.layerWith(account),
      OpenAiClassification.layerWith(account),
      OpenAiModeration.layerWith(account)
    )
  })
).pipe(Layer.orDie)

Product.run(Gateway.layer({ origins: [] }), { model })
