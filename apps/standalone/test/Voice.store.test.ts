import { assert, describe, it } from "@effect/vitest"
import { write } from "@loopdrive/testkit/EmulatedWriter"
import * as OpenAiEmulator from "@loopdrive/testkit/OpenAiEmulator"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as Effect from "effect/Effect"
import * as ReferenceFlow from "../src/ReferenceFlow.ts"
import * as RunningServer from "./RunningServer.ts"

describe("the server with a model beside it", () => {
  it.live(
    "takes the reference flow in the model's words, and says what they cost",
    () =>
      Effect.scoped(
        Effect.gen(function* () {
          const openai = yield* OpenAiEmulator.make({ write })
          const dataDir = yield* TemporaryDirectory.make
          const { child, client } = yield* RunningServer.start({ dataDir, openai: openai.url })
          const steps: Array<string> = []
          const tell = (step: string) => void steps.push(step)
          const flow = yield* Effect.promise(() => ReferenceFlow.run(client, "ada@example.com", tell))
          assert.strictEqual(flow.status, "sent")
          assert.include(steps.join("\n"), "composed three variants that speak of it (model)")
          const analytics = yield* Effect.promise(() => client.voice.getAnalytics("brand_default"))
          assert.strictEqual(analytics.byChannel["email"]?.messagesGenerated, 1)
          yield* child.kill("SIGTERM")
        })
      ),
    60_000
  )
})
