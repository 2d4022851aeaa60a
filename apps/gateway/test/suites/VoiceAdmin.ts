/** Administration of brands over HTTP. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { call, keyOf, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"
import { compose, refusedFor, remembered, texts } from "../Voices.ts"

const template = { systemPrompt: "Write.", userPromptTemplate: "{{data}}", variables: ["data"] }

export const suite = (it: Tests): void => {
  it.effect("has a default brand in every workspace, and takes more", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const first = yield* caller.get("/api/admin/brands")
      assert.strictEqual(first.at("total"), 1)
      assert.deepInclude(first.at("brands.0"), { isDefault: true })
      const made = yield* caller.post("/api/admin/brands", { name: "Bread & Co" })
      assert.deepInclude(made.body, { name: "Bread & Co", isDefault: false })
      const voice = yield* caller.get(`/api/admin/voices/${made.text("id")}`)
      assert.strictEqual(voice.at("voice.contact.name"), "Bread & Co")
      const renamed = yield* caller.patch(`/api/admin/brands/${made.text("id")}`, { name: "Bread" })
      assert.strictEqual(renamed.at("name"), "Bread")
      assert.strictEqual((yield* caller.get("/api/admin/voices")).at("total"), 2)
      assert.strictEqual((yield* caller.patch("/api/admin/brands/brand_unknown", { name: "X" })).status, 404)
      const own = yield* call("GET", "/api/admin/brands")
      assert.strictEqual(own.at("brands.0.id"), "brand_default")
    })
  )

  it.effect("lets a key with `voice:write` change its own workspace's voice, and nobody else's", () =>
    Effect.gen(function* () {
      const home = yield* tenant()
      const other = yield* tenant()
      const writer = yield* keyOf(home.workspaceId, ["voice:write"])
      const change = { vocabulary: { forbidden: ["cheap"] }, tone: { formal: 90 } }
      const changed = yield* writer.patch("/api/admin/voices/brand_default", change)
      assert.strictEqual(changed.status, 200, changed.raw)
      assert.deepInclude(changed.at("voice.tone"), { formal: 90, playful: 30 })
      assert.deepStrictEqual(changed.at("voice.vocabulary.forbidden"), ["cheap"])
      assert.strictEqual((yield* writer.get(`/api/admin/voices?workspaceId=${other.workspaceId}`)).status, 403)
      assert.strictEqual((yield* home.get(`/api/admin/voices?workspaceId=${other.workspaceId}`)).status, 200)
      const guarded = yield* home.post("/brand-voice/guardrail", { text: "Our cheap bread is here.", channel: "email" })
      assert.strictEqual(guarded.at("safe"), false)
      refusedFor(
        yield* writer.patch("/api/admin/voices/brand_default", { tone: { formal: 101 } }),
        "payload.tone.formal"
      )
    })
  )

  it.effect("refuses a voice that means nothing, and names the field", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const wrong: ReadonlyArray<readonly [unknown, string]> = [
        [{ contact: { emails: ["hello@lumen.example", "nope"] } }, "payload.contact.emails.1"],
        [{ contact: { links: ["javascript:alert(1)"] } }, "payload.contact.links.0"],
        [{ contact: { phones: ["+1 555 0100", "call us"] } }, "payload.contact.phones.1"],
        [{ contact: { phones: ["12"] } }, "payload.contact.phones.0"],
        [{ tone: { spicy: 3 } }, "payload.tone.spicy"],
        [{ vocab: {} }, "payload.vocab"],
        [{ competitors: ["  "] }, "payload.competitors.0"],
        [{ vocabulary: { forbidden: [" "] } }, "payload.vocabulary.forbidden.0"],
        [{ vocabulary: { forbidden: ["Cheap"], preferred: ["cheap"] } }, "payload.vocabulary.preferred.0"],
        [{ vocabulary: { forbidden: ["bad"], replacements: { good: "bad" } } }, "payload.vocabulary.replacements.good"],
        [{ vocabulary: { replacements: { a: "b", b: "a" } } }, "payload.vocabulary.replacements.a"],
        [{ compliance: { disclaimers: { pigeon: "Coo." } } }, "payload.compliance.disclaimers.pigeon"],
        [{ compliance: { countries: { Narnia: {} } } }, "payload.compliance.countries.Narnia"],
        [{ tone: { preferred: ["playful"], avoided: ["playful"] } }, "payload.tone.preferred.0"]
      ]
      for (const [change, field] of wrong)
        refusedFor(yield* caller.patch("/api/admin/voices/brand_default", change), field)
      const links = ["lumen.example", "https://bäcker.example/brot?x=1", "http://shop.lumen.example:8080"]
      const right = yield* caller.patch("/api/admin/voices/brand_default", {
        contact: {
          links,
          emails: ["hello@lumen.example"],
          phones: ["+1 (555) 010-0123 ext. 4", "112", "0800 / 55 66 77"]
        },
        vocabulary: { forbidden: ["cheap"], replacements: { cheap: "fair" } },
        compliance: { disclaimers: { email: "A disclaimer." }, countries: { DE: {} } }
      })
      assert.strictEqual(right.status, 200, right.raw)
    })
  )

  it.effect("speaks as the brand that is named", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const brandId = (yield* caller.post("/api/admin/brands", { name: "Bread & Co" })).text("id")
      const answer = yield* compose(caller, { personId, brandId })
      assert.strictEqual(answer.at("meta.brandId"), brandId)
      assert.include(texts(answer)[0], "Bread & Co")
    })
  )

  it.effect("keeps every version of a pack, composes with the one in force, and rolls back", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const useCase = "email_demo_book"
      const hashOf = Effect.map(compose(caller, { personId }), (answer) => answer.text("meta.packVersion"))
      const first = yield* hashOf
      const added = yield* caller.post("/api/admin/packs", { useCase, ...template })
      assert.deepInclude(added.body, { version: 2, inForce: true, pinned: false })
      assert.strictEqual(yield* hashOf, added.at("hash"))
      const same = yield* caller.post("/api/admin/packs", { useCase, ...template, workspaceId: caller.workspaceId })
      assert.strictEqual(same.at("version"), 2)
      const back = yield* caller.post(`/api/admin/packs/${useCase}/rollback`, {})
      assert.deepInclude(back.body, { version: 1, inForce: true, pinned: true, hash: first })
      assert.strictEqual(yield* hashOf, first)
      yield* caller.post("/api/admin/packs", { useCase, ...template, systemPrompt: "Write well." })
      assert.strictEqual(yield* hashOf, first)
      const none = yield* caller.post(
        `/api/admin/packs/${useCase}/rollback`,
        {},
        { headers: { "idempotency-key": "another" } }
      )
      assert.deepStrictEqual([none.status, none.at("code")], [409, "nothing_to_roll_back_to"])
      assert.strictEqual((yield* caller.post(`/api/admin/packs/${useCase}/pin`, { version: 2 })).at("version"), 2)
      assert.strictEqual((yield* caller.post(`/api/admin/packs/${useCase}/pin`, {})).at("version"), 3)
      const listed = yield* caller.get(`/api/admin/packs?useCase=${useCase}`)
      assert.deepStrictEqual(
        listed.list("packs").map(({ inForce, version }) => [version, inForce]),
        [
          [3, true],
          [2, false],
          [1, false]
        ]
      )
      const unknown = yield* caller.post(`/api/admin/packs/${useCase}/pin`, { version: 9 })
      assert.deepStrictEqual([unknown.status, unknown.at("code")], [404, "pack_version_not_found"])
      assert.strictEqual((yield* caller.post("/api/admin/packs/email_nothing/rollback", {})).status, 404)
    })
  )

  it.effect("names what a template lacks, when it is stored and when it is used", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const pack = { useCase: "email_launch", systemPrompt: "Write.", userPromptTemplate: "{{data}} {{product}}" }
      const undeclared = yield* caller.post("/api/admin/packs", { ...pack, variables: ["data"] })
      refusedFor(undeclared, "payload.variables")
      yield* caller.post("/api/admin/packs", { ...pack, variables: ["data", "product"] })
      const missing = yield* compose(caller, { personId, objective: "launch" })
      refusedFor(missing, "payload.context.product")
      const given = yield* compose(caller, { personId, objective: "launch", context: { product: "Oven Pro" } })
      assert.strictEqual(given.at("meta.useCase"), "email_launch")
      for (const value of [null, "", " ", {}, []]) {
        const empty = yield* compose(caller, { personId, objective: "launch", context: { product: value } })
        refusedFor(empty, "payload.context.product")
      }
      for (const free of [0, false]) {
        const said = yield* compose(caller, { personId, objective: "launch", context: { product: free } })
        assert.strictEqual(said.status, 200, said.raw)
      }
      const ours = { userPromptTemplate: "{{data}} {{firstName}} {{lastName}} {{brand}}" }
      const variables = ["data", "firstName", "lastName", "brand"]
      yield* caller.post("/api/admin/packs", { ...pack, ...ours, useCase: "email_hello", variables })
      assert.strictEqual((yield* compose(caller, { personId, objective: "hello" })).status, 200)
    })
  )

  it.effect("refuses a pack that nobody would find, or whose template has half a hole", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      for (const useCase of ["foo_bar", "email", "email_", "Email_nurture", "general_x", "pigeon_general"]) {
        const refused = yield* caller.post("/api/admin/packs", { ...template, useCase })
        refusedFor(refused, "payload.useCase")
        assert.include(refused.text("detail"), "channels are email, sms")
      }
      for (const useCase of ["general", "x_general", "sms_spring-sale_2"])
        assert.strictEqual((yield* caller.post("/api/admin/packs", { ...template, useCase })).status, 200, useCase)
      for (const userPromptTemplate of ["{{data}} {{objective {{data}}", "{{data}} }}", "{{data}} {{a b}}"]) {
        const refused = yield* caller.post("/api/admin/packs", { ...template, useCase: "general", userPromptTemplate })
        refusedFor(refused, "payload.userPromptTemplate")
      }
      const braces = { ...template, useCase: "general", userPromptTemplate: "{{ data }} as {json}" }
      assert.strictEqual((yield* caller.post("/api/admin/packs", braces)).status, 200)
    })
  )

  it.effect("reports no use of models where none is used, and takes no days that are none", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const report = yield* caller.get("/api/admin/model-usage")
      assert.deepStrictEqual([report.at("rows"), report.at("totals.calls")], [[], 0])
      refusedFor(yield* caller.get("/api/admin/model-usage?from=2026-13-01"), "query.from")
      refusedFor(yield* caller.get("/api/admin/model-usage?from=2026-02-01&to=2026-01-01"), "query.from")
    })
  )
}
