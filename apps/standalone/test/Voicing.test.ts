import { assert, describe, it } from "@effect/vitest"
import { Composer, Guardrails } from "@loopdrive/sending/Composer"
import { BrandNotFound } from "@loopdrive/voice/BrandStore"
import { NothingSafe } from "@loopdrive/voice/Composing"
import { Voice } from "@loopdrive/voice/Voice"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { SqlError, UnknownError } from "effect/sql/SqlError"
import * as Voicing from "../src/Voicing.ts"

type Service = Voice["Service"]

/** The ports over a voice that has these members only. */
const over = (members: Partial<Service>) => Voicing.layer.pipe(Layer.provide(Layer.succeed(Voice, members as Service)))

const away = new SqlError({ reason: new UnknownError({ cause: new Error("away") }) })

const wanted = {
  workspaceId: "ws_1",
  personId: "per_1",
  channel: "sms",
  objective: "nurture",
  brandId: undefined,
  subject: undefined,
  charactersMost: 160,
  context: { thread: ["Hello?"] },
  violations: []
}

const checked = {
  workspaceId: "ws_1",
  brandId: "brand_gone",
  channel: "email",
  purpose: "marketing",
  subject: "News",
  text: "There is some.",
  html: undefined,
  charactersMost: 100
} as const

describe("the voice behind a send", () => {
  it.effect("is told what the last attempt got wrong, and how much the channel takes", () =>
    Effect.gen(function* () {
      const asked: Array<Parameters<Service["compose"]>[0]> = []
      const compose: Service["compose"] = (request) => {
        asked.push(request)
        return Effect.fail(new NothingSafe({ violations: ["rude"] }))
      }
      const { compose: write } = yield* Effect.provide(Composer, over({ compose }))
      yield* Effect.exit(write({ ...wanted, violations: ["no caps"] }))
      yield* Effect.exit(write({ ...wanted, channel: "email" }))
      assert.deepInclude(asked[0], {
        context: { thread: ["Hello?"], avoid: ["no caps"] },
        constraints: { maxChars: 160 }
      })
      assert.deepInclude(asked[1], { context: { thread: ["Hello?"] }, constraints: {} })
    })
  )

  it.effect("is asked again only where time may cure what went wrong", () =>
    Effect.gen(function* () {
      for (const [failure, again, words] of [
        [away, true, "SqlError"],
        [new NothingSafe({ violations: ["rude", "long"] }), false, "rude; long"],
        [new BrandNotFound({ brandId: "brand_gone" }), false, "BrandNotFound"]
      ] as const) {
        const { compose } = yield* Effect.provide(Composer, over({ compose: () => Effect.fail(failure) }))
        const error = yield* Effect.flip(compose(wanted))
        assert.strictEqual(error.again, again)
        assert.include(error.error, words)
      }
    })
  )

  it.effect("reads what is to leave by the default brand's rules where the brand is not known", () =>
    Effect.gen(function* () {
      const brands: Array<string | undefined> = []
      const guard: Service["guard"] = (_, { brandId }) => {
        brands.push(brandId)
        return brandId === undefined
          ? Effect.succeed({ safe: false, violations: ["rude"] } as unknown as Effect.Success<
              ReturnType<Service["guard"]>
            >)
          : Effect.fail(new BrandNotFound({ brandId }))
      }
      const { check } = yield* Effect.provide(Guardrails, over({ guard }))
      assert.deepStrictEqual(yield* check({ ...checked, subject: undefined }), { safe: false, violations: ["rude"] })
      assert.deepStrictEqual(brands, ["brand_gone", undefined])
    })
  )

  it.effect("reads the subject and the words of the HTML as well, and objects once to what it meets twice", () =>
    Effect.gen(function* () {
      const guard: Service["guard"] = (_, { text }) =>
        Effect.succeed({
          safe: !/moron|FREE/.test(text),
          violations: text.includes("moron") ? ["rude"] : text.includes("FREE") ? ["spam_score: 0.9"] : []
        } as unknown as Effect.Success<ReturnType<Service["guard"]>>)
      const { check } = yield* Effect.provide(Guardrails, over({ guard }))
      const rude = { safe: false, violations: ["rude"] }
      assert.deepStrictEqual(yield* check(checked), { safe: true, violations: [] })
      assert.deepStrictEqual(yield* check({ ...checked, subject: "You moron" }), rude)
      assert.isTrue((yield* check({ ...checked, subject: "FREE" }))?.safe)
      assert.isFalse((yield* check({ ...checked, html: "<p>FREE</p>" }))?.safe)
      assert.deepStrictEqual(yield* check({ ...checked, html: "<p>You mo<b>r</b>on</p>" }), rude)
      assert.deepStrictEqual(yield* check({ ...checked, text: "moron", html: "<p>moron</p>" }), rude)
    })
  )

  it.effect("says that it could not read what is to leave", () =>
    Effect.gen(function* () {
      const { check } = yield* Effect.provide(Guardrails, over({ guard: () => Effect.fail(away) }))
      assert.strictEqual((yield* Effect.flip(check(checked))).error, "SqlError")
    })
  )
})
