/** The guardrails with a moderation service that is asked, and does not always answer. */
import { assert, describe, it } from "@effect/vitest"
import { ModelUnavailable } from "@loopdrive/providers/ModelFailure"
import { Moderation } from "@loopdrive/providers/Moderation"
import type { Judged } from "@loopdrive/providers/Moderation"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { defaultVoice } from "../src/core/BrandVoice.ts"
import { Guarding } from "../src/Guarding.ts"
import type { Rules } from "../src/Guarding.ts"

const rules: Rules = { voice: defaultVoice, channel: "email", purpose: "marketing", stage: "draft" }
const calm: Judged = { flagged: false, score: 0.01, categories: [] }
const bad: Judged = { flagged: true, score: 0.2, categories: ["harassment"] }

/** A service that thinks of a text what `of` says; nothing where it fails. */
const guarded = (of: (text: string) => Judged | undefined) =>
  Guarding.layer.pipe(
    Layer.provide(
      Layer.succeed(Moderation, {
        source: "openai",
        judge: (_, texts) => {
          const all = texts.map(of)
          const known = all.filter((one) => one !== undefined)
          return known.length === all.length
            ? Effect.succeed(known)
            : Effect.fail(new ModelUnavailable({ reason: "timeout" }))
        }
      })
    )
  )
const check = (texts: ReadonlyArray<string>, of: (text: string) => Judged | undefined) =>
  Effect.flatMap(Guarding, (guarding) =>
    guarding.check(
      "ws_1",
      texts.map((text) => ({ text, rules }))
    )
  ).pipe(Effect.provide(guarded(of)))

describe("with a moderation service", () => {
  it.effect("blocks what the service flags, however sure it was", () =>
    Effect.gen(function* () {
      const [first, second] = yield* check(["Our spring menu is out.", "See you soon."], (text) =>
        text.startsWith("See") ? bad : calm
      )
      assert.isTrue(first?.safe)
      assert.deepStrictEqual(second?.violations, ["toxicity: by the moderation service"])
      assert.isAtLeast(second?.details.toxicity ?? 0, 0.9)
    })
  )

  it.effect("blocks marketing while the service does not answer", () =>
    Effect.gen(function* () {
      const [verdict] = yield* check(["Our spring menu is out."], () => undefined)
      assert.deepStrictEqual(verdict?.violations, ["toxicity: could not be checked"])
    })
  )

  it.effect("offers what is left of a text only when the service lets it pass, too", () =>
    Effect.gen(function* () {
      const text = "Our spring menu is out. Ask john.doe@gmail.com about it."
      const [offered] = yield* check([text], () => calm)
      assert.strictEqual(offered?.redacted, "Our spring menu is out. Ask [email removed] about it.")
      const [held] = yield* check([text], (asked) => (asked.includes("removed") ? bad : calm))
      assert.isFalse(held?.safe)
      assert.notProperty(held, "redacted")
    })
  )
})
