/** The brand voice over HTTP, without a language model. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { many, personOf, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"
import { bakery, compose, key, refusedFor, remembered, texts } from "../Voices.ts"

const objectives = ["nurture", "winback", "demo_book", "upsell", "cross_sell", "onboard", "support", "education"]
const channels = ["email", "sms", "instagram", "facebook", "x", "reddit", "whatsapp", "tiktok", "youtube", "linkedin"]

const composing = (it: Tests): void => {
  it.effect("writes three different variants that speak of what is remembered, and says who wrote them", () =>
    Effect.gen(function* () {
      const { caller, memoryId, personId } = yield* remembered()
      const answer = yield* compose(caller, { personId })
      const written = texts(answer)
      assert.strictEqual(new Set(written).size, 3)
      for (const text of written) assert.match(text, /bakery/i)
      assert.strictEqual(answer.at("body"), written[0])
      assert.lengthOf(answer.list("subjectLines"), 3)
      assert.lengthOf(answer.list("htmlVariants"), 3)
      assert.strictEqual(answer.at("primary.body"), written[0])
      assert.strictEqual(answer.at("subject"), answer.at("primary.subject"))
      assert.lengthOf(answer.list("variants"), 2)
      assert.deepInclude(answer.at("meta"), { source: "local", locale: "en", tokensUsed: 0, testMode: false })
      assert.deepStrictEqual(answer.at("meta.memoryIds"), [memoryId])
      assert.match(answer.text("meta.packVersion"), /^[0-9a-f]{64}$/)
      assert.isNotEmpty(answer.list("meta.guardrails"))
      for (const one of answer.list("meta.guardrails")) assert.include(["passed", "flagged"], one["status"])
      for (const one of answer.list("meta.snippets")) {
        assert.match(String(one["id"]), /^snip_/)
        assert.isAbove(Number(one["propensity"]), 0)
      }
      assert.deepStrictEqual(
        answer.at("metadata.snippetsUsed"),
        answer.list("meta.snippets").map(({ id }) => id)
      )
    })
  )

  it.effect("leaves out subjects and html outside email, keeps to one segment of SMS, and takes any objective", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const body = { personId, channel: "sms", objective: "nurture_checkin", constraints: { maxChars: 160 } }
      const answer = yield* compose(caller, body)
      assert.deepStrictEqual([answer.at("subjectLines"), answer.at("htmlVariants")], [[], []])
      assert.isAtMost(answer.text("body").length, 160)
      assert.strictEqual(answer.at("meta.segments"), 1)
      assert.strictEqual(answer.at("meta.useCase"), "sms_general")
      assert.isUndefined(answer.at("subject"))
    })
  )

  it.effect("has words and a pack for every objective on every channel, and for what is none of them", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const wanted = channels.flatMap((channel) =>
        [...objectives, "どうする?"].map((objective) => ({ channel, objective }))
      )
      yield* Effect.forEach(
        wanted,
        ({ channel, objective }) =>
          Effect.gen(function* () {
            const asked = { personId, channel, objective, constraints: { testMode: true, maxVariants: 1 } }
            const answer = yield* compose(caller, asked)
            assert.lengthOf(texts(answer), 1, `${channel} ${objective}`)
            const isNamed = objectives.includes(objective)
            assert.strictEqual(answer.at("meta.useCase"), `${channel}_${isNamed ? objective : "general"}`)
          }),
        { concurrency: 8, discard: true }
      )
    })
  )

  it.effect("keeps the caller's words, context, link, number of variants and reluctance to use emoji", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const linkUrl = "https://bakery.example/oven"
      const answer = yield* compose(caller, {
        personId,
        context: { product: "Oven Pro", price: "€49" },
        constraints: { maxVariants: 2, includeLink: true, linkUrl, includeEmoji: false, maxLength: 900 }
      })
      assert.lengthOf(texts(answer), 2)
      assert.isTrue(texts(answer).every((text) => text.includes(linkUrl) && text.length <= 900))
      assert.include(answer.text("htmlVariants.0"), `href="${linkUrl}"`)
      const draft = "We have kept your place on Friday."
      for (const text of texts(yield* compose(caller, { personId, draft }))) assert.include(text, draft)
    })
  )

  it.effect("speaks of what is near to the matter, not of what is merely newest, and never of what is doubtful", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered("Is looking for a bigger oven for sourdough bread")
      const add = (text: string, confidence = 1) =>
        caller.post(`/api/person/${personId}/memory`, { kind: "fact", text, confidence })
      yield* add("Wants to buy the bread oven tomorrow", 0.1)
      for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) yield* add(`Watched the football match number ${n} with the children`)
      const answer = yield* compose(caller, {
        personId,
        objective: "upsell",
        context: { offer: "a bigger bread oven" }
      })
      assert.match(texts(answer)[0] ?? "", /sourdough/)
      for (const text of texts(answer)) assert.notMatch(text, /tomorrow/)
    })
  )

  it.effect("follows a merged person, and knows nobody of another workspace", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const other = yield* personOf(caller)
      yield* caller.post("/api/person/merge", { sourceId: personId, targetId: other.id })
      for (const id of [personId, other.id])
        assert.match(texts(yield* compose(caller, { personId: id }))[0] ?? "", /bakery/i)
      const stranger = yield* tenant()
      const unknown = yield* compose(stranger, { personId })
      assert.deepStrictEqual([unknown.status, unknown.at("code")], [404, "person_not_found"])
      const foreign = yield* compose(caller, { personId, workspaceId: stranger.workspaceId })
      assert.strictEqual(foreign.status, 403)
    })
  )

  it.effect("answers a key with what it answered first, and asks anew without one", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const once = key()
      const first = yield* compose(caller, { personId }, once)
      yield* caller.post(`/api/person/${personId}/memory`, { kind: "fact", text: "Sold the bakery" })
      const repeats = yield* Effect.all(
        many(5, () => compose(caller, { personId }, once)),
        { concurrency: 5 }
      )
      for (const repeat of repeats) assert.deepStrictEqual(repeat.body, first.body)
      const other = yield* compose(caller, { personId, objective: "nurture" }, once)
      assert.deepStrictEqual([other.status, other.at("code")], [422, "idempotency_key_reused"])
      const again = yield* compose(caller, { personId })
      assert.notStrictEqual(again.at("meta.compositionId"), first.at("meta.compositionId"))
    })
  )
}

const badInput = (it: Tests): void => {
  it.effect("names what is wrong with a request to compose", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const cases: ReadonlyArray<readonly [Record<string, unknown>, string]> = [
        [{ personId: "" }, "payload.personId"],
        [{ personId, objective: "  " }, "payload.objective"],
        [{ personId, channel: "pigeon" }, "payload.channel"],
        [{ personId, draft: "" }, "payload.draft"],
        [{ personId, draft: "x".repeat(20_000) }, "payload.draft"],
        [{ personId, context: { text: "x".repeat(20_000) } }, "payload.context"],
        [{ personId, constraints: { maxChars: 0 } }, "payload.constraints.maxChars"],
        [{ personId, constraints: { maxLength: 1e9 } }, "payload.constraints.maxLength"],
        [{ personId, constraints: { maxChars: "many" } }, "payload.constraints.maxChars"],
        [{ personId, constraints: { maxVariants: 0 } }, "payload.constraints.maxVariants"],
        [{ personId, constraints: { maxVariants: 1e9 } }, "payload.constraints.maxVariants"],
        [{ personId, constraints: { minLength: -1 } }, "payload.constraints.minLength"],
        [{ personId, constraints: { linkUrl: "javascript:alert(1)" } }, "payload.constraints.linkUrl"],
        [{ personId, constraints: { urgency: "extreme" } }, "payload.constraints.urgency"]
      ]
      for (const [body, field] of cases) refusedFor(yield* compose(caller, body), field)
      const large = yield* caller.post("/brand-voice/guardrail", { text: "x".repeat(1_048_576), channel: "email" })
      assert.strictEqual(large.status, 413)
      for (const text of ["", "  ", "\u200b", "x".repeat(20_001)]) {
        refusedFor(yield* caller.post("/brand-voice/guardrail", { text, channel: "email" }), "payload.text")
        refusedFor(yield* caller.post("/brand-voice/test-alignment", { text }), "payload.text")
      }
      refusedFor(yield* caller.post("/brand-voice/guardrail", { text: "Hi", channel: "pigeon" }), "payload.channel")
      const fax = yield* caller.get("/brand-voice/snippets?channel=fax")
      refusedFor(fax, "query.channel")
      assert.include(fax.text("detail"), "email, sms")
      assert.isNotEmpty((yield* caller.get("/brand-voice/snippets?channel=EMAIL")).list())
    })
  )

  it.effect("does not find a brand, a pack or a snippet that is not there, or is somebody else's", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const other = yield* tenant()
      const brandId = (yield* other.post("/api/admin/brands", { name: "Theirs" })).text("id")
      for (const named of ["brand_unknown", brandId]) {
        const answers = [
          yield* compose(caller, { personId, brandId: named }),
          yield* caller.post("/brand-voice/guardrail", { text: "Hello", channel: "email", brandId: named }),
          yield* caller.post("/brand-voice/test-alignment", { text: "Hello", brandId: named }),
          yield* caller.get(`/brand-voice/prompts/email_nurture?brandId=${named}`),
          yield* caller.get(`/brand-voice/snippets?brandId=${named}`),
          yield* caller.get(`/brand-voice/${named}/analytics`)
        ]
        for (const answer of answers)
          assert.deepStrictEqual([answer.status, answer.at("code")], [404, "brand_not_found"], answer.raw)
        assert.deepStrictEqual(
          answers.map(({ faults }) => faults),
          [
            ["payload.brandId"],
            ["payload.brandId"],
            ["payload.brandId"],
            ["query.brandId"],
            ["query.brandId"],
            ["params.brandId"]
          ]
        )
      }
      const nobody = yield* compose(caller, { personId: "per_unknown" })
      assert.deepStrictEqual([nobody.status, nobody.faults], [404, ["payload.personId"]])
      const pack = yield* caller.get("/brand-voice/prompts/pigeon_nurture")
      assert.deepStrictEqual([pack.status, pack.at("code")], [404, "pack_not_found"])
      const [theirs] = (yield* other.get("/brand-voice/snippets?limit=1")).list()
      for (const id of ["snip_unknown", String(theirs?.["id"])]) {
        const usage = yield* caller.post(`/brand-voice/snippets/${id}/usage`, { outcome: "conversion" })
        assert.deepStrictEqual([usage.status, usage.at("code")], [404, "snippet_not_found"])
        assert.deepStrictEqual(usage.faults, ["params.snippetId"])
      }
    })
  )
}

const judging = (it: Tests): void => {
  it.effect("says what is wrong with a text, and answers one that passes", () =>
    Effect.gen(function* () {
      const { get: _, ...caller } = yield* tenant()
      const guard = (text: string, more: Record<string, unknown> = {}) =>
        caller.post("/brand-voice/guardrail", { text, channel: "email", brandId: "brand_default", ...more })
      const unsafe = yield* guard(
        "Our spring menu is here. Ask Maria at maria.silva@example.org, card 4111 1111 1111 1111."
      )
      assert.strictEqual(unsafe.at("safe"), false)
      assert.includeMembers(unsafe.at("details.piiDetected") as Array<string>, ["email", "card"])
      assert.isNotEmpty(unsafe.list("violations"))
      const redacted = unsafe.text("redacted")
      assert.notInclude(redacted, "4111")
      assert.strictEqual((yield* guard(redacted)).at("safe"), true)
      const safe = yield* guard("Our new spring menu is here. Would you like to see it on Friday?")
      assert.deepInclude(safe.body, { safe: true, violations: [] })
      assert.isUndefined(safe.at("redacted"))
      assert.strictEqual(safe.at("details.toxicitySource"), "lexicon")
      const final = yield* guard("Our new spring menu is here.", { stage: "final" })
      assert.isNotEmpty(final.list("details.complianceIssues"))
      const long = yield* guard("x ".repeat(200), { channel: "sms" })
      assert.strictEqual(long.at("safe"), false)
    })
  )

  it.effect("scores how a text speaks, between nothing and one, and names the rules it breaks", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const align = (text: string) => caller.post("/api/brand-voice/test-alignment", { text, brandId: "brand_default" })
      const loud = yield* align("ACT NOW!!! Guaranteed results!!! 🎉🎉🎉 Leverage our synergy!!!")
      const calm = yield* align("Hi Ada, we thought of you when the new oven came in. Would you like to see it?")
      assert.isBelow(Number(loud.at("score")), Number(calm.at("score")))
      assert.isAtLeast(Number(calm.at("score")), 0.8)
      assert.isNotEmpty(loud.list("feedback"))
    })
  )
}

const wording = (it: Tests): void => {
  it.effect("keeps a snippet with nothing counted, and counts every use that is told, once for each key", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const snippet = { channel: "email", objective: "demo_book", snippet: "Shall we talk?", usage: "cta" }
      const added = yield* caller.post("/brand-voice/snippets", { brandId: "brand_default", ...snippet })
      assert.deepInclude(added.body, { ...snippet, winRate: 0.5, impressions: 0, conversions: 0 })
      const path = `/brand-voice/snippets/${added.text("id")}/usage`
      for (const n of many(10, (of) => of)) {
        const counted = yield* caller.post(path, { outcome: "conversion" })
        assert.deepInclude(counted.body, { impressions: n + 1, conversions: n + 1 })
      }
      const headers = { "idempotency-key": key() }
      for (let n = 0; n < 3; n++) yield* caller.post(path, { outcome: "no_conversion" }, { headers })
      const [found] = (yield* caller.get("/brand-voice/snippets?usage=cta&minWinRate=0.9&channel=email")).list()
      assert.deepInclude(found, { id: added.text("id"), impressions: 11, conversions: 10 })
      const reused = yield* caller.post(path, { outcome: "conversion" }, { headers })
      assert.strictEqual(reused.status, 422)
    })
  )

  it.effect("ranks what has proved itself before what was lucky twice", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const add = (snippet: string) =>
        caller.post("/brand-voice/snippets", { channel: "sms", objective: "trial", snippet, usage: "cta" })
      const [proven, lucky] = [yield* add("Proven words"), yield* add("Lucky words")]
      const use = (id: string, outcome: string) => caller.post(`/brand-voice/snippets/${id}/usage`, { outcome })
      for (const n of many(30, (of) => of)) yield* use(proven.text("id"), n % 5 === 0 ? "no_conversion" : "conversion")
      for (const outcome of ["conversion", "conversion"]) yield* use(lucky.text("id"), outcome)
      const ranked = (yield* caller.get("/brand-voice/snippets?objective=trial")).list()
      assert.deepStrictEqual(
        ranked.map(({ id }) => id),
        [proven.text("id"), lucky.text("id")]
      )
      assert.lengthOf((yield* caller.get("/brand-voice/snippets?limit=1")).list(), 1)
      assert.isNotEmpty((yield* caller.get("/brand-voice/snippets?channel=dm")).list())
    })
  )

  it.effect("counts no impression for composing, and no message that was composed to be looked at", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered(bakery)
      yield* compose(caller, { personId, constraints: { testMode: true } })
      const path = "/brand-voice/brand_default/analytics"
      assert.deepStrictEqual((yield* caller.get(path)).at("byChannel"), {})
      const composed = yield* compose(caller, { personId })
      const analytics = yield* caller.get(path)
      assert.deepInclude(analytics.at("byChannel.email"), { messagesGenerated: 1, conversionRate: 0 })
      assert.deepInclude(analytics.at("byObjective.demo_book"), { messagesGenerated: 1 })
      assert.isAbove(Number(analytics.at("guardrails.totalChecks")), 0)
      const used = composed.list("meta.snippets").map(({ id }) => id)
      for (const snippet of (yield* caller.get("/brand-voice/snippets")).list())
        if (used.includes(snippet["id"])) assert.strictEqual(snippet["impressions"], 0)
      const before = yield* caller.get(`${path}?from=2020-01-01&to=2020-02-01`)
      assert.deepStrictEqual(before.at("byChannel"), {})
      refusedFor(yield* caller.get(`${path}?from=2020-02-01&to=2020-01-01`), "query.from")
    })
  )

  it.effect("tells what a model would be told, under both spellings, and takes fixed paths for what they are", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const paths = [
        "/brand-voice/prompts",
        "/brand-voice/prompt",
        "/api/brand-voice/prompts",
        "/api/brand-voice/prompt"
      ]
      for (const path of paths) {
        const pack = yield* caller.get(`${path}/email_demo_book?brandId=brand_default`)
        assert.strictEqual(pack.status, 200, pack.raw)
        assert.include(pack.text("userPromptTemplate"), "{{data}}")
        assert.isArray(pack.at("variables"))
        assert.strictEqual((yield* caller.get(`${path}/analytics`)).at("code"), "pack_not_found")
      }
      const general = yield* caller.get("/brand-voice/prompts/email_whatever_comes")
      assert.strictEqual(general.at("constraints.objective"), "general")
    })
  )
}

export const suite = (it: Tests): void => {
  composing(it)
  badInput(it)
  judging(it)
  wording(it)
}
