/** Two people who turn out to be one, and back. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Operations from "../Operations.ts"
import { call, many, personOf, tenant } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"

const consent = { channel: "email", scope: "marketing", status: "granted", source: "form" }

/** Two people with something of each kind. */
const pair = Effect.gen(function* () {
  const caller = yield* tenant()
  const [source, target] = [yield* personOf(caller), yield* personOf(caller)]
  for (const [n, { id }] of [source, target].entries()) {
    const path = `/api/person/${id}`
    yield* caller.patch(path, n === 0 ? { firstName: "Ada", lastName: "L" } : { firstName: "Augusta" })
    yield* caller.post(`${path}/memory`, { kind: "fact", text: `fact ${n}` })
    yield* caller.post(`${path}/notes`, { content: `note ${n}` })
    yield* caller.post(`${path}/topics`, { topic: "bread", weight: n === 0 ? 0.3 : 0.6 })
    yield* caller.post(`${path}/consent`, { ...consent, status: n === 0 ? "revoked" : "granted" })
  }
  return { caller, source, target }
})

const merge = (caller: Caller, sourceId: string, targetId: string, more: object = {}) =>
  caller.post("/api/person/merge", { sourceId, targetId, ...more })

const merging = (it: Tests): void => {
  it.effect("gives the survivor what both knew, the stricter consent included", () =>
    Effect.gen(function* () {
      const { caller, source, target } = yield* pair
      const merged = yield* merge(caller, source.id, target.id)
      assert.strictEqual(merged.status, 200, merged.raw)
      assert.strictEqual(merged.text("id"), target.id)
      assert.strictEqual(merged.text("firstName"), "Augusta")
      assert.strictEqual(merged.text("lastName"), "L")
      const path = `/api/person/${target.id}`
      const count = Effect.fnUntraced(function* (what: string) {
        return (yield* caller.get(`${path}/${what}`)).list().length
      })
      assert.strictEqual(yield* count("identities"), 2)
      assert.strictEqual(yield* count("memory"), 2)
      assert.strictEqual(yield* count("notes"), 2)
      assert.strictEqual(yield* count("topics"), 1)
      assert.strictEqual((yield* caller.get(`${path}/consent`)).text("0.status"), "revoked")
      const refused = yield* caller.post("/email/send", { personId: target.id, body: "Hello" })
      assert.strictEqual(refused.at("reason"), "consent_revoked")
    })
  )

  it.effect("answers under the old id on every route, and says where the person went", () =>
    Effect.gen(function* () {
      const { caller, source, target } = yield* pair
      yield* merge(caller, source.id, target.id)
      const reading = Operations.all.filter((one) => one.method === "GET" && one.params.includes("personId"))
      for (const operation of reading) {
        const ask = (personId: string) => caller.get(Operations.urlOf(operation, { personId }))
        const [old, now] = [yield* ask(source.id), yield* ask(target.id)]
        assert.strictEqual(old.status, 200, `${operation.id}: ${old.raw}`)
        if (operation.id === "person.get") assert.strictEqual(old.text("metadata.mergedInto"), target.id)
        else assert.strictEqual(old.raw, now.raw, operation.id)
      }
      assert.strictEqual((yield* caller.get(`/api/person/${source.id}`)).text("id"), target.id)
      assert.strictEqual((yield* caller.get(`/events/timeline?personId=${source.id}`)).status, 200)
      assert.isUndefined((yield* caller.get(`/api/person/${target.id}`)).at("metadata.mergedInto"))
    })
  )

  it.effect("takes what is written under the old id for the survivor's", () =>
    Effect.gen(function* () {
      const { caller, source, target } = yield* pair
      yield* merge(caller, source.id, target.id)
      const old = `/api/person/${source.id}`
      const note = yield* caller.post(`${old}/notes`, { content: "late" })
      assert.strictEqual(note.text("personId"), target.id)
      assert.strictEqual((yield* caller.post(`${old}/consent`, consent)).text("personId"), target.id)
      assert.strictEqual((yield* caller.patch(old, { locale: "en" })).text("id"), target.id)
      // Written back as it was read, which is no merge of the survivor's.
      const read = yield* caller.get(old)
      yield* caller.patch(old, { metadata: { tier: "gold", mergedInto: read.text("metadata.mergedInto") } })
      assert.deepStrictEqual((yield* caller.get(`/api/person/${target.id}`)).at("metadata"), { tier: "gold" })
      const sent = yield* caller.post("/email/send", { to: source.id, body: "Hello" })
      assert.strictEqual(sent.status, 200, sent.raw)
      const found = yield* caller.post("/api/person/resolve", { email: source.email })
      assert.strictEqual(found.text("person.id"), target.id)
      assert.strictEqual((yield* caller.get("/api/person")).at("total"), 1)
    })
  )

  it.effect("harms nothing when it is repeated, turned round or asked of one person", () =>
    Effect.gen(function* () {
      const { caller, source, target } = yield* pair
      const first = yield* merge(caller, source.id, target.id)
      assert.strictEqual((yield* merge(caller, source.id, target.id)).raw, first.raw)
      for (const [from, to] of [
        [target.id, source.id],
        [target.id, target.id]
      ] as const) {
        const answer = yield* merge(caller, from, to)
        assert.strictEqual(answer.text("id"), target.id)
      }
    })
  )

  it.effect("merges under keys of the callers' while others read the same people", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const people = yield* Effect.all(many(8, () => personOf(caller)))
      const [first, ...rest] = people.map((person) => person.id)
      const merges = rest.map((id) =>
        caller.post("/api/person/merge", { sourceId: id, targetId: first }, { headers: { "idempotency-key": id } })
      )
      const reads = many(40, (n) => caller.get(`/api/person/${people[n % people.length]?.id}`))
      const answers = yield* Effect.all([...merges, ...reads], { concurrency: "unbounded" })
      assert.deepStrictEqual([...new Set(answers.map((answer) => answer.status))], [200])
      assert.strictEqual((yield* caller.get("/api/person")).at("total"), 1)
    })
  )

  it.effect("ends in one person when many merge the same people every way at once", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const people = yield* Effect.all(many(6, () => personOf(caller)))
      const ids = people.map((person) => person.id)
      const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const))
      const answers = yield* Effect.forEach(pairs, ([from, to]) => merge(caller, from, to), { concurrency: 8 })
      assert.deepStrictEqual([...new Set(answers.map((answer) => answer.status))], [200])
      assert.strictEqual((yield* caller.get("/api/person")).at("total"), 1)
      const roots = yield* Effect.forEach(ids, (id) => caller.get(`/api/person/${id}`))
      assert.strictEqual(new Set(roots.map((root) => root.text("id"))).size, 1)
      assert.strictEqual((yield* caller.get(`/api/person/${ids[0]}/identities`)).list().length, 6)
    })
  )
}

const undoing = (it: Tests): void => {
  it.effect("shows what a merge would change and changes nothing", () =>
    Effect.gen(function* () {
      const { caller, source, target } = yield* pair
      const preview = yield* merge(caller, source.id, target.id, { dryRun: true })
      assert.strictEqual(preview.at("dryRun"), true)
      assert.deepStrictEqual(preview.at("profile"), { lastName: "L" })
      assert.strictEqual(preview.text("identities.0.value"), source.email)
      assert.deepStrictEqual(preview.at("consents"), [
        { channel: "email", scope: "marketing", from: "granted", to: "revoked" }
      ])
      assert.strictEqual((yield* caller.get("/api/person")).at("total"), 2)
    })
  )

  it.effect("gives each person back what was its own", () =>
    Effect.gen(function* () {
      const { caller, source, target } = yield* pair
      yield* merge(caller, source.id, target.id)
      yield* caller.post(`/api/person/${source.id}/notes`, { content: "said of the source" })
      const undone = yield* caller.post(`/api/person/${source.id}/unmerge`)
      assert.strictEqual(undone.status, 200, undone.raw)
      assert.strictEqual(undone.text("source.id"), source.id)
      assert.isUndefined(undone.at("source.metadata.mergedInto"))
      assert.isUndefined(undone.at("target.lastName"))
      const notes = (yield* caller.get(`/api/person/${source.id}/notes`)).list().map((note) => note["content"])
      assert.deepStrictEqual(notes, ["said of the source", "note 0"])
      const standing = Effect.fnUntraced(function* (id: string) {
        return (yield* caller.get(`/api/person/${id}/consent`)).text("0.status")
      })
      assert.strictEqual(yield* standing(source.id), "revoked")
      assert.strictEqual(yield* standing(target.id), "granted")
      assert.strictEqual((yield* caller.get("/api/person")).at("total"), 2)
    })
  )

  it.effect("refuses to undo what was not done, and to merge with nobody", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const { id } = yield* personOf(caller)
      const undone = yield* caller.post(`/api/person/${id}/unmerge`)
      assert.strictEqual(undone.status, 409)
      assert.strictEqual(undone.at("code"), "not_merged")
      for (const [from, to] of [
        [id, "per_nobody"],
        ["per_nobody", id]
      ] as const)
        assert.strictEqual((yield* merge(caller, from, to)).status, 404)
    })
  )
}

const proposing = (it: Tests): void => {
  const proposed = Effect.gen(function* () {
    const caller = yield* tenant()
    const one = yield* personOf(caller)
    const phone = "+14155550143"
    const rival = (yield* caller.post("/api/person/resolve", { phone })).text("person.id")
    yield* caller.post("/api/person/resolve", { email: one.email, phone })
    const open = yield* caller.get("/api/person/merge-proposals?status=open")
    return { caller, one, rival, open }
  })

  it.effect("merges the two when a proposal is accepted, once", () =>
    Effect.gen(function* () {
      const { caller, one, open, rival } = yield* proposed
      assert.strictEqual(open.at("total"), 1)
      assert.strictEqual(open.text("proposals.0.personId"), one.id)
      assert.strictEqual(open.text("proposals.0.otherId"), rival)
      const path = `/api/person/merge-proposals/${open.text("proposals.0.id")}`
      for (const _ of [1, 2]) assert.strictEqual((yield* caller.post(`${path}/accept`)).at("status"), "accepted")
      assert.strictEqual((yield* caller.get(`/api/person/${rival}`)).text("id"), one.id)
      const rejected = yield* caller.post(`${path}/reject`)
      assert.strictEqual(rejected.status, 409)
      assert.strictEqual(rejected.at("code"), "proposal_decided")
      assert.strictEqual((yield* caller.get("/api/person/merge-proposals?status=open")).at("total"), 0)
    })
  )

  it.effect("keeps the two apart when it is rejected, and does not propose them again", () =>
    Effect.gen(function* () {
      const { caller, one, open, rival } = yield* proposed
      const path = `/api/person/merge-proposals/${open.text("proposals.0.id")}`
      const rejected = yield* caller.post(`${path}/reject`)
      assert.strictEqual(rejected.at("status"), "rejected")
      assert.strictEqual(rejected.at("decidedBy"), caller.keyId)
      const again = { email: one.email, phone: "+14155550143" }
      yield* caller.post("/api/person/resolve", again, { headers: { "idempotency-key": "again" } })
      assert.strictEqual((yield* caller.get("/api/person/merge-proposals")).at("total"), 1)
      assert.strictEqual((yield* caller.get("/api/person/merge-proposals?status=open")).at("total"), 0)
      assert.strictEqual((yield* caller.get(`/api/person/${rival}`)).text("id"), rival)
    })
  )

  it.effect("merges at once what both sides have verified", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const [a, b] = [yield* personOf(caller), yield* personOf(caller)]
      const verify = (id: string, type: string, value: string) =>
        caller.post(`/api/person/${id}/identities`, { type, value, verified: true })
      yield* verify(a.id, "email", a.email)
      yield* verify(b.id, "phone", "+14155550177")
      const both = yield* caller.post("/api/person/resolve", { email: a.email, phone: "+14155550177" })
      assert.strictEqual(both.text("person.id"), a.id)
      assert.strictEqual(both.at("confidence"), 1)
      assert.strictEqual((yield* caller.get(`/api/person/${b.id}`)).text("id"), a.id)
    })
  )

  it.effect("shows nobody another workspace's proposals", () =>
    Effect.gen(function* () {
      const { open } = yield* proposed
      const other = yield* tenant()
      assert.strictEqual((yield* other.get("/api/person/merge-proposals")).at("total"), 0)
      const accept = `/api/person/merge-proposals/${open.text("proposals.0.id")}/accept`
      assert.strictEqual((yield* call("POST", accept, { key: other.key })).status, 404)
    })
  )
}

export const suite = (it: Tests): void => {
  merging(it)
  undoing(it)
  proposing(it)
}
