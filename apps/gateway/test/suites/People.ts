/** People and their records: who is found, what is remembered, what they agreed to (contract section 3.1). */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { call, personOf, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"

const resolving = (it: Tests): void => {
  it.effect("makes a person of a new address and finds it again however it is written", () =>
    Effect.gen(function* () {
      const { post } = yield* tenant()
      const made = yield* post("/api/person/resolve", { email: "Ada@Example.com" })
      assert.strictEqual(made.status, 200)
      assert.match(made.text("person.id"), /^per_[0-9a-z]{26}$/)
      assert.deepStrictEqual(made.at("matchedOn"), ["email"])
      assert.strictEqual(made.at("confidence"), 1)
      assert.strictEqual(made.text("identities.0.value"), "ada@example.com")
      const found = yield* post("/api/person/resolve", { email: " ada@EXAMPLE.com ", phone: null })
      assert.strictEqual(found.text("person.id"), made.text("person.id"))
    })
  )

  it.effect("joins what comes together: email, phone and handle lead to one person", () =>
    Effect.gen(function* () {
      const { get, post } = yield* tenant()
      const all = { email: "all@example.com", phone: "(415) 555-2671", handle: "@Ada", type: "instagram" }
      const id = (yield* post("/api/person/resolve", all)).text("person.id")
      for (const one of [{ phone: "+1 415 555 2671" }, { handle: "ada", type: "instagram" }])
        assert.strictEqual((yield* post("/api/person/resolve", one)).text("person.id"), id)
      assert.deepStrictEqual(
        (yield* get(`/api/person/${id}/identities`)).list().map((identity) => identity["value"]),
        ["all@example.com", "+14155552671", "ada"]
      )
      assert.strictEqual((yield* get("/api/person")).at("total"), 1)
    })
  )

  it.effect("needs an identifier, and the platform of a handle", () =>
    Effect.gen(function* () {
      const { post } = yield* tenant()
      const bad: ReadonlyArray<readonly [object, string]> = [
        [{}, "payload.email"],
        [{ email: null }, "payload.email"],
        [{ email: "nobody" }, "payload.email"],
        [{ email: "" }, "payload.email"],
        [{ phone: "12" }, "payload.phone"],
        [{ handle: "ada" }, "payload.type"],
        [{ handle: "", type: "x" }, "payload.handle"],
        [{ handle: "ada", type: "carrier-pigeon" }, "payload.type"]
      ]
      for (const [body, field] of bad) {
        const answer = yield* post("/api/person/resolve", body)
        assert.strictEqual(answer.status, 400, JSON.stringify(body))
        assert.deepStrictEqual(answer.faults, [field], answer.raw)
      }
    })
  )

  it.effect("says when identifiers belong to different people, and proposes a merge", () =>
    Effect.gen(function* () {
      const { get, post } = yield* tenant()
      const one = yield* post("/api/person/resolve", { email: "one@example.com" })
      yield* post("/api/person/resolve", { phone: "+14155550199" })
      const both = yield* post("/api/person/resolve", { email: "one@example.com", phone: "+14155550199" })
      assert.strictEqual(both.text("person.id"), one.text("person.id"))
      assert.isBelow(Number(both.at("confidence")), 1)
      assert.deepStrictEqual(both.at("matchedOn"), ["email"])
      assert.strictEqual((yield* get("/api/person/merge-proposals")).at("total"), 1)
    })
  )

  it.effect("changes a profile field by field, clears what is null and keeps the rest", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const { id } = yield* personOf(caller)
      const path = `/api/person/${id}`
      const all = { firstName: "Ada", lastName: "Lovelace", locale: "en-GB", timezone: "Europe/London" }
      const named = yield* caller.patch(path, { ...all, metadata: { tier: "gold", empty: null } })
      for (const [field, value] of Object.entries(all)) assert.strictEqual(named.at(field), value)
      const changed = yield* caller.patch(path, { lastName: null, firstName: "Augusta" })
      assert.strictEqual(changed.at("firstName"), "Augusta")
      assert.isFalse(Object.hasOwn(Object(changed.body), "lastName"))
      assert.deepStrictEqual(changed.at("metadata"), { tier: "gold", empty: null })
      assert.strictEqual((yield* caller.get(path)).raw, changed.raw)
      for (const timezone of ["Mars/Olympus", "+02:00"])
        assert.deepStrictEqual((yield* caller.patch(path, { timezone })).faults, ["payload.timezone"])
    })
  )

  it.effect("adds an identity once, and refuses one that somebody else has", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const [ada, bob] = [yield* personOf(caller), yield* personOf(caller)]
      const path = `/api/person/${ada.id}/identities`
      const added = yield* caller.post(path, { type: "phone", value: "+1 415 555 2671", verified: true })
      assert.strictEqual(added.text("value"), "+14155552671")
      assert.strictEqual(added.text("personId"), ada.id)
      assert.strictEqual(added.at("isPrimary"), true)
      const again = yield* caller.post(path, { type: "phone", value: "+14155552671", verified: false })
      assert.strictEqual(again.text("id"), added.text("id"))
      assert.strictEqual(again.at("verified"), true)
      const taken = yield* caller.post(path, { type: "email", value: bob.email.toUpperCase(), verified: true })
      assert.strictEqual(taken.status, 409)
      assert.strictEqual(taken.at("code"), "identity_taken")
      const primary = yield* caller.post(path, {
        type: "email",
        value: "new@example.com",
        verified: true,
        isPrimary: true
      })
      assert.strictEqual(primary.at("isPrimary"), true)
      const emails = (yield* caller.get(path)).list().filter((identity) => identity["type"] === "email")
      assert.deepStrictEqual(
        emails.map((identity) => [identity["value"], identity["isPrimary"]]),
        [
          ["new@example.com", true],
          [ada.email, false]
        ]
      )
    })
  )
}

const remembering = (it: Tests): void => {
  it.effect("folds what is said twice into one memory, the later confidence counting", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/memory`
      const first = yield* caller.post(path, { kind: "fact", text: "Runs a bakery", confidence: 0.4 })
      const again = yield* caller.post(path, { kind: "fact", text: " Runs a bakery ", confidence: 0.9 })
      assert.strictEqual(again.text("id"), first.text("id"))
      assert.strictEqual(again.text("createdAt"), first.text("createdAt"))
      yield* caller.post(path, { kind: "preference", text: "Runs a bakery" })
      const all = (yield* caller.get(path)).list()
      assert.deepStrictEqual(all.map((memory) => [memory["kind"], memory["confidence"]]).toSorted(), [
        ["fact", 0.9],
        ["preference", 1]
      ])
      assert.isUndefined(all[0]?.["relevance"])
    })
  )

  it.effect("answers by kind, by confidence and by number, and leaves out what has expired", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/memory`
      const said = [
        { kind: "fact", text: "sure", confidence: 0.9 },
        { kind: "fact", text: "unsure", confidence: 0.2 },
        { kind: "intent", text: "wants a demo", expiresAt: "2099-01-01" }
      ]
      for (const memory of said) yield* caller.post(path, memory)
      const expired = yield* caller.post(path, { kind: "fact", text: "old", expiresAt: "2020-01-01T00:00:00Z" })
      assert.strictEqual(expired.text("expiresAt"), "2020-01-01T00:00:00.000Z")
      const texts = Effect.fnUntraced(function* (query: string) {
        return (yield* caller.get(path + query)).list().map((memory) => memory["text"])
      })
      assert.deepStrictEqual((yield* texts("")).toSorted(), ["sure", "unsure", "wants a demo"])
      assert.deepStrictEqual(yield* texts("?kinds=intent"), ["wants a demo"])
      assert.deepStrictEqual(yield* texts("?kinds=fact&minConfidence=0.5"), ["sure"])
      assert.strictEqual((yield* texts("?limit=2")).length, 2)
      assert.strictEqual((yield* caller.get(`${path}?minConfidence=1.1`)).status, 400)
    })
  )

  it.effect("ranks by nearness to a question", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/memory`
      const texts = ["Runs a bakery in Lisbon", "Has two daughters", "Prefers calls on Monday morning"]
      for (const text of texts) yield* caller.post(path, { kind: "fact", text })
      const ranked = (yield* caller.get(`${path}?query=bakery+lisbon`)).list()
      assert.strictEqual(ranked[0]?.["text"], texts[0])
      assert.strictEqual(ranked.length, 3)
      const relevance = ranked.map((memory) => Number(memory["relevance"]))
      assert.deepStrictEqual(
        relevance,
        relevance.toSorted((a, b) => b - a)
      )
      const [best] = (yield* caller.get(`${path}?query=bakery+lisbon&limit=1`)).list()
      assert.strictEqual(best?.["text"], texts[0])
    })
  )

  it.effect("takes a question, and a memory, that say nothing to an embedding", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/memory`
      for (const text of ["Runs a bakery", "?!", "🥐"]) {
        const answer = yield* caller.post(path, { kind: "fact", text })
        assert.strictEqual(answer.status, 200, answer.raw)
      }
      for (const query of ["bakery", "...", "🥐", "%20", "' or 1=1 --"]) {
        const answer = yield* caller.get(`${path}?query=${encodeURIComponent(query)}`)
        assert.strictEqual(answer.list().length, 3, `${query}: ${answer.raw}`)
      }
    })
  )

  it.effect("keeps topics by name in any case, heaviest first", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/topics`
      const first = yield* caller.post(path, { topic: "Bread", weight: 0.2, category: "food" })
      assert.strictEqual(first.text("name"), "Bread")
      yield* caller.post(path, { topic: "cake", weight: 0.5 })
      const changed = yield* caller.post(path, { topic: "bread", weight: 0.9 })
      assert.strictEqual(changed.text("id"), first.text("id"))
      assert.deepStrictEqual(
        (yield* caller.get(path)).list().map((topic) => [topic["name"], topic["weight"]]),
        [
          ["bread", 0.9],
          ["cake", 0.5]
        ]
      )
      for (const weight of [-0.1, 1.1]) {
        const answer = yield* caller.post(path, { topic: "bread", weight })
        assert.deepStrictEqual(answer.faults, ["payload.weight"])
      }
    })
  )

  it.effect("keeps notes newest first, signed by the key, and objectives beside them", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}`
      for (const content of ["first", "second"]) {
        const note = yield* caller.post(`${path}/notes`, { content, metadata: { nested: { list: [1, null] } } })
        assert.strictEqual(note.text("authorId"), caller.keyId)
        assert.deepStrictEqual(note.at("metadata"), { nested: { list: [1, null] } })
      }
      const notes = (yield* caller.get(`${path}/notes`)).list()
      assert.deepStrictEqual(
        notes.map((note) => note["content"]),
        ["second", "first"]
      )
      const objective = yield* caller.post(`${path}/objectives`, {
        type: "demo_book",
        priority: 3,
        dueDate: "2030-01-01T10:00:00+01:00"
      })
      assert.strictEqual(objective.text("status"), "active")
      assert.strictEqual(objective.text("dueDate"), "2030-01-01T09:00:00.000Z")
      assert.deepStrictEqual((yield* caller.get(`${path}/objectives`)).body, [objective.body])
    })
  )
}

const consenting = (it: Tests): void => {
  const entry = { channel: "email", scope: "both", status: "granted", source: "form" }

  it.effect("lists what stands now, per channel and scope, and the whole log when asked", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/consent`
      assert.isEmpty((yield* caller.get(path)).list())
      const granted = yield* caller.post(path, entry)
      assert.isString(granted.at("grantedAt"))
      assert.isUndefined(granted.at("revokedAt"))
      assert.deepStrictEqual((yield* caller.get(path)).body, [granted.body])
      const revoked = yield* caller.post(path, { ...entry, scope: "marketing", status: "revoked" })
      assert.isString(revoked.at("revokedAt"))
      assert.deepStrictEqual(
        (yield* caller.get(path)).list().map((one) => [one["scope"], one["status"]]),
        [
          ["marketing", "revoked"],
          ["transactional", "granted"]
        ]
      )
      const log = (yield* caller.get(`${path}?history=true`)).list()
      assert.deepStrictEqual(
        log.map((one) => one["id"]),
        [revoked.text("id"), granted.text("id")]
      )
    })
  )

  it.effect("reads `denied` as revoked, an expired grant as unknown, and `dm` as every social platform", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/consent`
      assert.strictEqual(
        (yield* caller.post(path, { ...entry, channel: "sms", status: "denied" })).at("status"),
        "revoked"
      )
      yield* caller.post(path, { ...entry, expiresAt: "2020-01-01T00:00:00.000Z" })
      assert.deepStrictEqual(
        (yield* caller.get(`${path}?channel=email`)).list().map((one) => one["status"]),
        ["unknown"]
      )
      yield* caller.post(path, { ...entry, channel: "dm", scope: "marketing" })
      const onInstagram = (yield* caller.get(`${path}?channel=instagram`)).list()
      assert.deepStrictEqual(
        onInstagram.map((one) => one["status"]),
        ["granted"]
      )
      yield* caller.post(path, { ...entry, channel: "instagram", scope: "marketing", status: "revoked" })
      assert.strictEqual((yield* caller.get(`${path}?channel=instagram`)).text("0.status"), "revoked")
      assert.strictEqual((yield* caller.get(`${path}?channel=x`)).text("0.status"), "granted")
    })
  )

  it.effect("needs all four fields of a consent", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = `/api/person/${(yield* personOf(caller)).id}/consent`
      for (const field of Object.keys(entry)) {
        const answer = yield* caller.post(path, { ...entry, [field]: undefined })
        assert.deepStrictEqual(answer.faults, [`payload.${field}`])
      }
      assert.isEmpty((yield* caller.get(path)).list())
    })
  )
}

export const suite = (it: Tests): void => {
  resolving(it)
  remembering(it)
  consenting(it)
  it.effect("knows nobody under an id that was never issued", () =>
    Effect.gen(function* () {
      const answer = yield* call("GET", "/api/person/per_00000000000000000000000000")
      assert.strictEqual(answer.status, 404)
      assert.strictEqual(answer.at("code"), "person_not_found")
    })
  )
}
