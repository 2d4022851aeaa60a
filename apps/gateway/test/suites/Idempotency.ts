/** One effect per command: with a key of the caller's, with a derived one, and with a hundred callers at once. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { many, personOf, tenant, unique } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"

const atOnce = { concurrency: "unbounded" } as const
const named = (key: string) => ({ headers: { "idempotency-key": key } })
const consented = { channel: "email", scope: "marketing", status: "granted", source: "form" }

/** Every POST that adds or changes something of a person, and how to count what it did. */
const commands = (person: string): ReadonlyArray<{ path: string; body: object; other: object; list: string }> => [
  { path: `${person}/notes`, body: { content: "one" }, other: { content: "two" }, list: `${person}/notes` },
  {
    path: `${person}/objectives`,
    body: { type: "demo_book" },
    other: { type: "upsell" },
    list: `${person}/objectives`
  },
  {
    path: `${person}/memory`,
    body: { kind: "fact", text: "one" },
    other: { kind: "fact", text: "two" },
    list: `${person}/memory`
  },
  {
    path: `${person}/topics`,
    body: { topic: "bread", weight: 0.5 },
    other: { topic: "bread", weight: 0.6 },
    list: `${person}/topics`
  },
  {
    path: `${person}/consent`,
    body: consented,
    other: { ...consented, status: "revoked" },
    list: `${person}/consent?history=true`
  },
  {
    path: `${person}/identities`,
    body: { type: "x", value: "ada", verified: false },
    other: { type: "x", value: "ada", verified: true },
    list: `${person}/identities`
  }
]

const withKey = (it: Tests): void => {
  it.effect("answers a repeated key with the first answer, and does it once", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      for (const { body, list, path } of commands(`/api/person/${person.id}`)) {
        const before = (yield* caller.get(list)).list().length
        const first = yield* caller.post(path, body, named(`key ${path}`.replaceAll(" ", "-")))
        assert.strictEqual(first.status, 200, first.raw)
        const again = yield* caller.post(path, body, named(`key ${path}`.replaceAll(" ", "-")))
        assert.strictEqual(again.raw, first.raw)
        assert.strictEqual((yield* caller.get(list)).list().length, before + 1, path)
      }
    })
  )

  it.effect("refuses a key that was used with another body, and changes nothing", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      for (const { body, list, other, path } of commands(`/api/person/${person.id}`)) {
        const key = named(unique("reused"))
        yield* caller.post(path, body, key)
        const before = yield* caller.get(list)
        const conflict = yield* caller.post(path, other, key)
        assert.strictEqual(conflict.status, 422, `${path}: ${conflict.raw}`)
        assert.strictEqual(conflict.at("code"), "idempotency_key_reused")
        assert.strictEqual((yield* caller.get(list)).raw, before.raw)
      }
    })
  )

  it.effect("counts two keys as two commands", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      const notes = `/api/person/${person.id}/notes`
      for (const key of ["one", "two"]) yield* caller.post(notes, { content: "the same" }, named(key))
      assert.strictEqual((yield* caller.get(notes)).list().length, 2)
    })
  )

  it.effect("keeps a key to its credential", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* tenant(), yield* tenant()]
      for (const caller of [one, two]) {
        const answer = yield* caller.post("/api/person/resolve", { email: `${caller.keyId}@example.com` }, named("k"))
        assert.strictEqual(answer.status, 200, answer.raw)
      }
    })
  )

  it.effect("gives a hundred requests with one key one effect and one answer", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      const notes = `/api/person/${person.id}/notes`
      const answers = yield* Effect.all(
        many(100, () => caller.post(notes, { content: "once" }, named("hundred"))),
        atOnce
      )
      assert.strictEqual(new Set(answers.map((answer) => answer.raw)).size, 1)
      assert.strictEqual((yield* caller.get(notes)).list().length, 1)
    })
  )

  it.effect("refuses a key that no header should hold", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      for (const key of ["", "with blank", "x".repeat(256)]) {
        const answer = yield* caller.post("/api/person/resolve", { email: "ada@example.com" }, named(key))
        assert.strictEqual(answer.status, 400, answer.raw)
        assert.deepStrictEqual(answer.faults, ["headers.Idempotency-Key"])
      }
    })
  )

  it.effect("honours a key on merging and on undoing it", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const [a, b, c] = [yield* personOf(caller), yield* personOf(caller), yield* personOf(caller)]
      const merge = (sourceId: string, targetId: string) =>
        caller.post("/api/person/merge", { sourceId, targetId }, named("merge"))
      const first = yield* merge(a.id, b.id)
      assert.strictEqual((yield* merge(a.id, b.id)).raw, first.raw)
      assert.strictEqual((yield* merge(c.id, b.id)).status, 422)
      yield* caller.post("/api/person/merge", { sourceId: c.id, targetId: b.id })
      const undo = () => caller.post(`/api/person/${b.id}/unmerge`, undefined, named("undo"))
      const undone = yield* undo()
      assert.strictEqual(undone.text("source.id"), c.id)
      // Asked again it must not undo the merge before.
      assert.strictEqual((yield* undo()).raw, undone.raw)
      assert.strictEqual((yield* caller.get(`/api/person/${a.id}`)).text("id"), b.id)
    })
  )
}

const merging = (it: Tests): void => {
  it.effect("undoes a merge that was done again, though it was asked for in the same words just before", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const [a, b] = [yield* personOf(caller), yield* personOf(caller)]
      const unmerge = caller.post(`/api/person/${a.id}/unmerge`)
      for (let round = 0; round < 3; round++) {
        yield* caller.post("/api/person/merge", { sourceId: a.id, targetId: b.id })
        const undone = yield* unmerge
        assert.deepStrictEqual([undone.text("source.id"), undone.text("target.id")], [a.id, b.id])
        assert.strictEqual((yield* unmerge).raw, undone.raw)
        assert.strictEqual((yield* caller.get(`/api/person/${a.id}`)).text("id"), a.id)
      }
    })
  )
}

const send = (caller: Caller, personId: string) =>
  caller.post("/email/send", { personId, subject: "Hello", body: "Hello there" })

const withoutKey = (it: Tests): void => {
  it.effect("takes the same request within the window for a repeat, whatever the order of its fields", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      const notes = `/api/person/${person.id}/notes`
      const first = yield* caller.post(notes, undefined, { raw: '{"content":"same","metadata":{"a":1,"b":2}}' })
      const again = yield* caller.post(notes, undefined, { raw: '{"metadata": {"b":2,"a":1}, "content":"same"}' })
      assert.strictEqual(again.raw, first.raw)
      yield* caller.post(notes, { content: "another" })
      assert.strictEqual((yield* caller.get(notes)).list().length, 2)
    })
  )

  it.effect("makes one send of a hundred identical ones", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      const answers = yield* Effect.all(
        many(100, () => send(caller, person.id)),
        atOnce
      )
      assert.deepStrictEqual([...new Set(answers.map((answer) => answer.status))], [200])
      assert.strictEqual(new Set(answers.map((answer) => answer.text("id"))).size, 1)
      assert.strictEqual((yield* caller.get(`/events/timeline?personId=${person.id}`)).list("events").length, 1)
    })
  )

  it.effect("makes one person of five hundred callers with one new address", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const answers = yield* Effect.all(
        many(500, (n) =>
          caller.post("/api/person/resolve", { email: n % 2 === 0 ? "New@example.com" : "new@EXAMPLE.com" })
        ),
        atOnce
      )
      assert.deepStrictEqual([...new Set(answers.map((answer) => answer.status))], [200])
      assert.strictEqual(new Set(answers.map((answer) => answer.text("person.id"))).size, 1)
      assert.strictEqual((yield* caller.get("/api/person")).at("total"), 1)
      assert.strictEqual(answers[0]?.list("identities").length, 1)
    })
  )

  it.effect("records one consent for a hundred identical ones, and every change of mind", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      const path = `/api/person/${person.id}/consent`
      const say = (status: string) => caller.post(path, { ...consented, status })
      const answers = yield* Effect.all(
        many(100, () => say("granted")),
        atOnce
      )
      assert.strictEqual(new Set(answers.map((answer) => answer.raw)).size, 1)
      for (const status of ["revoked", "granted", "revoked"])
        assert.strictEqual((yield* say(status)).text("status"), status)
      assert.deepStrictEqual(
        (yield* caller.get(`${path}?history=true`)).list().map((entry) => entry["status"]),
        ["revoked", "granted", "revoked", "granted"]
      )
      assert.strictEqual((yield* caller.get(path)).text("0.status"), "revoked")
    })
  )

  it.effect("takes setting a field back for a change, not for a repeat", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      for (const firstName of ["Ada", "Grace", "Ada"]) {
        const answer = yield* caller.patch(`/api/person/${person.id}`, { firstName })
        assert.strictEqual(answer.text("firstName"), firstName)
      }
      for (const weight of [0.5, 0.6, 0.5]) {
        const answer = yield* caller.post(`/api/person/${person.id}/topics`, { topic: "bread", weight })
        assert.strictEqual(answer.at("weight"), weight)
      }
    })
  )

  it.effect("sends what was refused before once the reason is gone, though the request is the same", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      const refused = yield* send(caller, person.id)
      assert.strictEqual(refused.status, 409)
      const again = yield* send(caller, person.id)
      assert.strictEqual(again.raw, refused.raw)
      yield* caller.post(`/api/person/${person.id}/consent`, consented)
      const sent = yield* send(caller, person.id)
      assert.strictEqual(sent.status, 200, sent.raw)
      assert.strictEqual((yield* send(caller, person.id)).text("id"), sent.text("id"))
    })
  )

  it.effect("makes one workspace and one key of repeats, and shows the secret once", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const name = unique("once")
      const made = [
        yield* caller.post("/api/admin/workspaces", { name }),
        yield* caller.post("/api/admin/workspaces", { name })
      ]
      assert.strictEqual(made[1]?.raw, made[0]?.raw)
      const issue = { workspaceId: caller.workspaceId, name, scopes: ["read"] }
      const issued = [yield* caller.post("/api/admin/keys", issue), yield* caller.post("/api/admin/keys", issue)]
      assert.strictEqual(issued[1]?.text("id"), issued[0]?.text("id"))
      assert.match(issued[0]?.text("key") ?? "", /^ld_/)
      assert.isUndefined(issued[1]?.at("key"))
    })
  )
}

export const suite = (it: Tests): void => {
  withKey(it)
  withoutKey(it)
  merging(it)
}
