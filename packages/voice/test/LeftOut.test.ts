/** What a caller asked for and a message does not have is said with it, and nothing else is. */
import { assert, describe, it } from "@effect/vitest"
import * as LocalEmbedding from "@loopdrive/providers/LocalEmbedding"
import * as Effect from "effect/Effect"
import { BrandStore } from "../src/BrandStore.ts"
import { defaultVoice } from "../src/core/BrandVoice.ts"
import { Voice } from "../src/Voice.ts"
import type { ComposeAsked } from "../src/Voice.ts"
import { asked, house, writing } from "./House.ts"

const fieldsOf = (wish: Partial<ComposeAsked>) =>
  Effect.gen(function* () {
    const brands = yield* BrandStore
    const { brand } = yield* brands.get("ws_1", undefined)
    const vocabulary = { ...defaultVoice.vocabulary, forbidden: ["cheap"] }
    yield* brands.speak("ws_1", brand.id, { ...defaultVoice, vocabulary, competitors: ["BreadCo"] })
    const { body, meta } = yield* (yield* Voice).compose({ ...asked, ...wish })
    return { body, leftOut: meta.leftOut ?? [] }
  }).pipe(Effect.provide(house().layer))

describe("what is left out of a message", () => {
  it.effect("is a draft that the guardrails mind, with what they mind", () =>
    Effect.gen(function* () {
      for (const [draft, kind] of [
        ["Our new sourdough rises far better than BreadCo ever did.", "competitor_mention"],
        ["Please call me at 555-867-5309 about the sourdough order.", "pii"],
        ["Only idiots would miss the sourdough tasting this spring.", "toxicity"]
      ] as const) {
        const { body, leftOut } = yield* fieldsOf({ draft })
        assert.notInclude(body, "sourdough")
        assert.strictEqual(leftOut[0]?.field, "draft", draft)
        assert.include(leftOut[0]?.reason, `${kind}: `)
      }
    })
  )

  it.effect("is a draft with a gap, or one that is too long", () =>
    Effect.gen(function* () {
      const gap = yield* fieldsOf({ draft: "Your {{plan}} subscription renews soon, shall we talk?" })
      assert.deepStrictEqual(gap.leftOut, [{ field: "draft", reason: "nothing is known for {{plan}}" }])
      const draft = `The sourdough tasting takes place ${"after the harvest festival ".repeat(20)}`
      const long = yield* fieldsOf({ draft, channel: "sms" })
      assert.deepStrictEqual(long.leftOut[0]?.field, "draft")
      assert.match(long.leftOut[0]?.reason ?? "", /^does not fit into \d+ characters$/)
    })
  )

  it.effect("is a value of the context that the brand forbids, and no other", () =>
    Effect.gen(function* () {
      const context = { offer: { name: "a cheap demo", place: "our bakery in Lisbon" }, ids: ["crm_81", 7, null] }
      const { leftOut } = yield* fieldsOf({ context })
      assert.deepStrictEqual(
        leftOut.map(({ field }) => field),
        ["context.offer.name"]
      )
      assert.include(leftOut[0]?.reason, "forbidden_word")
    })
  )

  it.effect("is a value that no sentence was found for, or no room, and none that only steers", () =>
    Effect.gen(function* () {
      const steering = { id: "c_1", crm_id: "x", utm_source: "mail", segment: "gold", audience: "bakers", vip: true }
      const context = { ...steering, product: "oven X200", price: "$49", tint: "blue", mood: "blue" }
      const { body, leftOut } = yield* fieldsOf({ context, objective: "upsell" })
      assert.include(body, "The oven X200 is $49.")
      assert.deepStrictEqual(leftOut, [{ field: "context.tint", reason: "no sentence was found for it" }])
      const short = yield* fieldsOf({
        context: { product: "oven X200", offer: "a free week", url: `https://lumen.example/${"x".repeat(90)}` },
        objective: "upsell",
        channel: "sms",
        constraints: { maxChars: 60 }
      })
      assert.include(
        short.leftOut.map(({ field, reason }) => `${field}: ${reason}`),
        "context.url: found no room"
      )
    })
  )

  it.effect("is no link of the context, where one may be given", () =>
    Effect.gen(function* () {
      const context = { product: "oven X200", link: "https://lumen.example/x200" }
      const given = yield* fieldsOf({ context, objective: "upsell" })
      assert.include(given.body, context.link)
      assert.isEmpty(given.leftOut)
      const { body, leftOut } = yield* fieldsOf({ context, objective: "upsell", constraints: { includeLink: false } })
      assert.notInclude(body, "http")
      assert.isEmpty(leftOut)
    })
  )

  it.effect("is what a limit or a missing link does not allow", () =>
    Effect.gen(function* () {
      const { leftOut } = yield* fieldsOf({ constraints: { includeLink: true, minLength: 2_900 } })
      assert.deepStrictEqual(
        leftOut.map(({ field }) => field),
        ["constraints.includeLink", "constraints.minLength"]
      )
      const emoji = yield* fieldsOf({ channel: "sms", constraints: { includeEmoji: true, maxChars: 40 } })
      assert.deepStrictEqual(
        emoji.leftOut.filter(({ field }) => field === "constraints.includeEmoji"),
        /\p{Extended_Pictographic}/u.test(emoji.body)
          ? []
          : [{ field: "constraints.includeEmoji", reason: "found no room" }]
      )
      const linkUrl = "https://lumen.example/go"
      assert.isEmpty((yield* fieldsOf({ constraints: { includeLink: true, linkUrl } })).leftOut)
    })
  )

  it.effect("is nothing where the message has it all, whatever became of the greeting", () =>
    Effect.gen(function* () {
      const draft = "Hi there,\n\nthe sourdough tasting is open to all bakers this spring.\n\nBest regards,\nAda"
      const { body, leftOut } = yield* fieldsOf({ draft })
      assert.include(body, "sourdough tasting")
      assert.isEmpty(leftOut)
    })
  )

  it.effect("is told of a model's message, too, and what it wrote in vain is counted", () => {
    const wrote = { text: "Hi there, only $77.", subject: "Hello" }
    const model = writing(() => {
      const variant = { ...wrote, cta: null, ps: null, snippetIds: [], memoryIds: [] }
      return { locale: "en", variants: [variant, variant] }
    })
    return Effect.gen(function* () {
      const voice = yield* Voice
      const vain = yield* voice.compose(asked)
      assert.deepInclude(vain.meta, { source: "fallback", fallbackReason: "ungrounded", dropped: 2, tokensUsed: 30 })
      const grounding = vain.meta.guardrails.find(({ name }) => name === "grounding")
      assert.strictEqual(grounding?.status, "flagged")
      wrote.text = "Hi there, how is the bakery?"
      const { meta } = yield* voice.compose({ ...asked, constraints: { includeLink: true } })
      assert.strictEqual(meta.source, "model")
      assert.deepStrictEqual(
        meta.leftOut?.map(({ field }) => field),
        ["constraints.includeLink"]
      )
    }).pipe(Effect.provide(house(LocalEmbedding.layer, model).layer))
  })
})
