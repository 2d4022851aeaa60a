/** What the queries of the person graph answer on any store. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import type { PersonClient } from "@loopdrive/person/Client"
import type { Resolution, Tenant } from "@loopdrive/person/Resolution"
import { PersonStore } from "@loopdrive/person/Store"
import type { MemoryFilter } from "@loopdrive/person/Store"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Ask } from "../../src/core/Command.ts"
import { ask, consent, email, note, phone, resolve } from "../People.ts"

const now = Date.UTC(2030, 0, 1)
const everything: MemoryFilter = { kinds: [], minConfidence: undefined, limit: 100, near: undefined, now }
const page = { limit: 10, offset: 0 }

const dimensions = 1536

/** A vector of unit length that depends on `n` alone. */
const unit = (n: number): ReadonlyArray<number> => {
  const raw = Array.from({ length: dimensions }, (_, i) => Math.sin((i + 1) * (n + 1) * 0.37))
  const length = Math.hypot(...raw)
  return raw.map((x) => x / length)
}
const dot = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number =>
  a.reduce((sum, x, i) => sum + Math.fround(x) * Math.fround(b[i] ?? 0), 0)

const memory = (text: string, n: number, more: Partial<Ask & { readonly _tag: "Remember" }> = {}): Ask => ({
  _tag: "Remember",
  kind: "fact",
  text,
  confidence: 0.9,
  embedding: unit(n),
  embeddingModel: "model-a",
  ...more
})

/** A store under the suite. `Outer` is what the tests are given. */
export interface Subject<Outer> {
  readonly layer: Layer.Layer<PersonStore | PersonClient | Resolution, never, Outer>
  /** A workspace of its own for a test. */
  readonly workspace: (name: string) => Effect.Effect<Tenant, unknown, Outer>
}

export const suite = <Outer>(it: Vitest.MethodsNonLive<Outer>, { layer, workspace }: Subject<Outer>): void => {
  it.effect("rank memories by nearness, alike with and without the vector extension", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("memory_rank")
      const store = yield* PersonStore
      const { personId } = yield* resolve(tenant, email("ada"))
      const texts = Array.from({ length: 40 }, (_, n) => n)
      for (const n of texts) yield* ask(tenant, personId, memory(`memory ${n}`, n))
      yield* ask(tenant, personId, memory("of another model", 17, { embeddingModel: "model-b" }))
      const query = unit(17).map((x, i) => x + 0.4 * (unit(5)[i] ?? 0))
      const length = Math.hypot(...query)
      const embedding = query.map((x) => x / length)
      const found = yield* store.memories(tenant.workspaceId, personId, {
        ...everything,
        limit: 20,
        near: { embedding, model: "model-a" }
      })
      const expected = texts
        .map((n) => ({ text: `memory ${n}`, relevance: dot(unit(n), embedding) }))
        .toSorted((a, b) => b.relevance - a.relevance)
        .slice(0, 20)
      // Where relevance falls below nothing, the memory of the other model stands at nothing.
      const known = found.filter(({ text }) => text !== "of another model")
      assert.deepStrictEqual(
        known.map(({ text }) => text),
        expected.slice(0, known.length).map(({ text }) => text)
      )
      assert.isAtLeast(known.length, 19)
      for (const [n, { relevance }] of known.entries())
        assert.closeTo(relevance ?? NaN, expected[n]?.relevance ?? NaN, 1e-5)
    }).pipe(Effect.provide(layer))
  )

  it.effect("return no memory past its time, by whatever way it is asked for but its id", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("memory_expired")
      const store = yield* PersonStore
      const { personId } = yield* resolve(tenant, email("ada"))
      const expired = yield* ask(tenant, personId, memory("expired", 1, { expiresAt: now }))
      yield* ask(tenant, personId, memory("lasting", 2, { expiresAt: now + 1 }))
      yield* ask(tenant, personId, memory("for ever", 3))
      const texts = (filter: Partial<MemoryFilter>) =>
        Effect.map(store.memories(tenant.workspaceId, personId, { ...everything, ...filter }), (found) =>
          found.map(({ text }) => text).toSorted()
        )
      assert.deepStrictEqual(yield* texts({}), ["for ever", "lasting"])
      const near = { embedding: unit(1), model: "model-a" }
      assert.deepStrictEqual(yield* texts({ near }), ["for ever", "lasting"])
      assert.deepStrictEqual(yield* texts({ kinds: ["fact"], minConfidence: 0.5 }), ["for ever", "lasting"])
      assert.deepStrictEqual(yield* texts({ now: now + 1 }), ["for ever"])
      const id = expired._tag === "Recorded" ? expired.id : ""
      assert.deepStrictEqual(yield* texts({ only: id }), ["expired"])
    }).pipe(Effect.provide(layer))
  )

  it.effect("fold what was said twice into one memory, and filter by kind and confidence", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("memory_fold")
      const store = yield* PersonStore
      const { personId } = yield* resolve(tenant, email("ada"))
      yield* ask(tenant, personId, memory("likes tea", 1, { confidence: 0.4 }))
      yield* ask(tenant, personId, memory("likes tea", 1, { confidence: 0.8 }))
      yield* ask(tenant, personId, memory("likes tea", 1, { kind: "preference", confidence: 0.3 }))
      const found = (filter: Partial<MemoryFilter>) =>
        Effect.map(store.memories(tenant.workspaceId, personId, { ...everything, ...filter }), (all) =>
          all.map(({ confidence, kind }) => [kind, confidence])
        )
      assert.deepStrictEqual(yield* found({ kinds: ["fact"] }), [["fact", 0.8]])
      assert.deepStrictEqual(yield* found({ minConfidence: 0.5 }), [["fact", 0.8]])
      assert.strictEqual((yield* found({})).length, 2)
    }).pipe(Effect.provide(layer))
  )

  it.effect("find people by name, address, phone and with a typing error, and nobody of another workspace", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("search")
      const other = yield* workspace("search_other")
      const store = yield* PersonStore
      const ada = yield* resolve(tenant, email("ada.lovelace"), phone(5550))
      yield* ask(tenant, ada.personId, { _tag: "Update", firstName: "Ada", lastName: "Lovelace" })
      const grace = yield* resolve(tenant, email("grace"))
      yield* ask(tenant, grace.personId, { _tag: "Update", firstName: "Grace", lastName: "Hopper" })
      yield* resolve(other, email("ada.lovelace"))
      const search = (query: string) =>
        Effect.map(store.search(tenant.workspaceId, query, page), ({ persons }) => persons.map(({ id }) => id))
      for (const query of [
        "ada",
        "Lovelace",
        "lovelase",
        "ada.lovelace@example.com",
        "+1 415 555 5550",
        "ADA LOVE",
        "Lovleace",
        "dAa"
      ])
        assert.deepStrictEqual(yield* search(query), [ada.personId], query)
      assert.deepStrictEqual(yield* search("hopper"), [grace.personId])
      assert.deepStrictEqual(yield* search("%"), [])
      const all = yield* store.search(tenant.workspaceId, "example", { limit: 1, offset: 0 })
      assert.isAtMost(all.persons.length, 1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("page people newest first, and count all of them", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("list")
      const store = yield* PersonStore
      const made: Array<string> = []
      for (const n of [1, 2, 3, 4, 5]) made.push((yield* resolve(tenant, email(`page-${n}`))).personId)
      const first = yield* store.list(tenant.workspaceId, { limit: 2, offset: 0 })
      const rest = yield* store.list(tenant.workspaceId, { limit: 10, offset: 2 })
      assert.deepStrictEqual([first.total, rest.total, first.persons.length, rest.persons.length], [5, 5, 2, 3])
      assert.deepStrictEqual([...first.persons, ...rest.persons].map(({ id }) => id).toSorted(), made.toSorted())
    }).pipe(Effect.provide(layer))
  )

  it.effect("answer consents as they stand, and the whole log", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("consents")
      const store = yield* PersonStore
      const { personId } = yield* resolve(tenant, email("ada"))
      const refuses = store.refuses(tenant.workspaceId, personId, "email", "marketing", now)
      assert.strictEqual(yield* refuses, "no_consent")
      yield* ask(tenant, personId, consent("granted", "both"))
      assert.isUndefined(yield* refuses)
      yield* ask(tenant, personId, consent("revoked"))
      assert.strictEqual(yield* refuses, "consent_revoked")
      const transactional = store.refuses(tenant.workspaceId, personId, "email", "transactional", now)
      assert.isUndefined(yield* transactional)
      const log = yield* store.consentHistory(tenant.workspaceId, personId)
      assert.deepStrictEqual(
        log.map(({ scope, status }) => [scope, status]),
        [
          ["marketing", "revoked"],
          ["both", "granted"]
        ]
      )
      const [latest] = yield* store.consentHistory(tenant.workspaceId, personId, log[0]?.id)
      assert.strictEqual(latest?.id, log[0]?.id)
    }).pipe(Effect.provide(layer))
  )

  it.effect("answer notes, topics, objectives and identities of one person, one by one too", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("records")
      const store = yield* PersonStore
      const ws = tenant.workspaceId
      const { personId } = yield* resolve(tenant, email("ada"), phone(6000))
      yield* ask(tenant, personId, note("called"))
      yield* ask(tenant, personId, { _tag: "WeighTopic", name: "Bread", weight: 0.2, source: "test" })
      yield* ask(tenant, personId, { _tag: "WeighTopic", name: "bread", weight: 0.7, source: "test" })
      yield* ask(tenant, personId, { _tag: "WeighTopic", name: "Cake", weight: 0.5, source: "test" })
      yield* ask(tenant, personId, { _tag: "AddObjective", type: "demo_book", status: "active", priority: 2 })
      const [written] = yield* store.notes(ws, personId)
      assert.deepInclude(written, { content: "called", authorId: "user_1", personId })
      assert.deepStrictEqual(yield* store.notes(ws, personId, written?.id), written === undefined ? [] : [written])
      const topics = yield* store.topics(ws, personId)
      assert.deepStrictEqual(
        topics.map(({ name, weight }) => [name.toLowerCase(), weight]),
        [
          ["bread", 0.7],
          ["cake", 0.5]
        ]
      )
      const [objective] = yield* store.objectives(ws, personId)
      assert.deepInclude(objective, { type: "demo_book", status: "active", priority: 2 })
      const identities = yield* store.identities(ws, personId)
      assert.deepStrictEqual(
        identities.map(({ type }) => type),
        ["email", "phone"]
      )
      const second = identities[1]
      assert.deepStrictEqual(yield* store.identities(ws, personId, second?.id), second === undefined ? [] : [second])
      assert.strictEqual((yield* Effect.flip(store.notes("ws_none", personId)))._tag, "PersonNotFound")
    }).pipe(Effect.provide(layer))
  )

  it.effect("draw portraits of many people at once, each what its parts say one by one", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("portraits")
      const store = yield* PersonStore
      const ws = tenant.workspaceId
      const drawn = yield* Effect.forEach(["ada", "grace", "alan"], (name, n) =>
        Effect.gen(function* () {
          const { personId } = yield* resolve(tenant, email(`${name}-portrait`))
          yield* ask(tenant, personId, { _tag: "Update", firstName: name })
          for (const topic of ["Bread", "Cake"].slice(n))
            yield* ask(tenant, personId, { _tag: "WeighTopic", name: topic, weight: 0.2 + n / 10, source: "test" })
          yield* ask(tenant, personId, memory(`${name} likes tea`, n))
          yield* ask(tenant, personId, memory(`${name} left`, n + 3, { expiresAt: now }))
          yield* ask(tenant, personId, memory(`${name} may like milk`, n + 5, { confidence: 0.1 }))
          return personId
        })
      )
      const near = { embedding: unit(2), model: "model-a" }
      for (const filter of [everything, { ...everything, near }, { ...everything, minConfidence: 0.5, limit: 1 }]) {
        const portraits = yield* Effect.forEach(drawn, (id) => store.portrait(ws, id, filter), {
          concurrency: "unbounded"
        })
        for (const [n, personId] of drawn.entries()) {
          assert.deepStrictEqual(portraits[n], {
            person: yield* store.get(ws, personId),
            topics: yield* store.topics(ws, personId),
            memories: yield* store.memories(ws, personId, filter)
          })
        }
      }
      assert.deepStrictEqual(
        (yield* store.portrait(ws, drawn[0] ?? "", { ...everything, kinds: ["intent"] })).memories,
        []
      )
    }).pipe(Effect.provide(layer))
  )

  it.effect("order topics of one weight by their name, and identities of one type by their age", () =>
    Effect.gen(function* () {
      const tenant = yield* workspace("order")
      const store = yield* PersonStore
      const ws = tenant.workspaceId
      const { personId } = yield* resolve(tenant, email("z-first"))
      for (const name of ["Cheese", "apples", "Bread", "dates"])
        yield* ask(tenant, personId, { _tag: "WeighTopic", name, weight: 0.5, source: "test" })
      const topics = yield* store.topics(ws, personId)
      assert.deepStrictEqual(
        topics.map(({ name }) => name),
        ["apples", "Bread", "Cheese", "dates"]
      )
      for (const name of ["y-second", "x-third"])
        yield* ask(tenant, personId, { _tag: "AddIdentity", ...email(name), verified: false })
      const identities = yield* store.identities(ws, personId)
      assert.deepStrictEqual(
        identities.map(({ value }) => value),
        ["z-first@example.com", "y-second@example.com", "x-third@example.com"]
      )
    }).pipe(Effect.provide(layer))
  )

  it.effect("answer an id that nobody has with that nobody has it", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* workspace("nobody")
      const store = yield* PersonStore
      const asked: ReadonlyArray<Effect.Effect<unknown, unknown>> = [
        store.root(workspaceId, "per_none"),
        store.lineage(workspaceId, "per_none"),
        store.get(workspaceId, "per_none"),
        store.profile(workspaceId, "per_none"),
        store.memories(workspaceId, "per_none", everything),
        store.portrait(workspaceId, "per_none", everything)
      ]
      for (const question of asked)
        assert.deepInclude(yield* Effect.flip(question), { _tag: "PersonNotFound", personId: "per_none" })
    }).pipe(Effect.provide(layer))
  )
}
