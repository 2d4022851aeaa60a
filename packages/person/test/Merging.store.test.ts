import { assert } from "@effect/vitest"
import { NotMerged, Merging } from "@loopdrive/person/Merging"
import type { Tenant } from "@loopdrive/person/Resolution"
import { PersonStore } from "@loopdrive/person/Store"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import type { Ask } from "../src/core/Command.ts"
import { ask, consent, email, layer, note, phone, resolve, workspace } from "./People.ts"

const now = Date.UTC(2030, 0, 1)

const permutations = <A>(all: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  all.length === 0
    ? [[]]
    : all.flatMap((first) => permutations(all.filter((other) => other !== first)).map((rest) => [first, ...rest]))

const person = (tenant: Tenant, name: string) => Effect.map(resolve(tenant, email(name)), ({ personId }) => personId)

const memory: Extract<Ask, { readonly _tag: "Remember" }> = {
  _tag: "Remember",
  kind: "fact",
  text: "",
  confidence: 1,
  embedding: Array.from({ length: 1536 }, (_, n) => Number(n === 0)),
  embeddingModel: "test",
  metadata: undefined,
  sourceEventId: undefined,
  expiresAt: undefined
}

const standing = Effect.fnUntraced(function* (tenant: Tenant, personId: string) {
  const store = yield* PersonStore
  const consents = yield* store.consents(tenant.workspaceId, personId, "email", now)
  return Object.fromEntries(consents.map(({ scope, status }) => [scope, status]))
})

const contents = Effect.fnUntraced(function* (tenant: Tenant, personId: string) {
  const notes = yield* (yield* PersonStore).notes(tenant.workspaceId, personId)
  return notes.map(({ content }) => content).toSorted()
})

describeStores(
  "merging people",
  (it) => {
    it.effect("makes two people one, under either id", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_one")
        const merging = yield* Merging
        const store = yield* PersonStore
        const [a, b] = [yield* person(tenant, "a"), yield* person(tenant, "b")]
        yield* ask(tenant, a, { _tag: "Update", firstName: "Ada", metadata: { plan: "pro" } })
        yield* ask(tenant, b, { _tag: "Update", lastName: "Byron", metadata: { plan: "free" } })
        yield* ask(tenant, a, note("from a"))
        const preview = yield* merging.preview(tenant.workspaceId, a, b)
        assert.deepStrictEqual(preview.profile, { firstName: "Ada" })
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        const survivor = yield* store.get(tenant.workspaceId, b)
        assert.deepInclude(survivor, { id: b, firstName: "Ada", lastName: "Byron" })
        assert.deepStrictEqual(survivor.metadata, { plan: "free" })
        const asked = yield* store.get(tenant.workspaceId, a)
        assert.strictEqual(asked.id, b)
        assert.strictEqual(asked.metadata?.["mergedInto"], b)
        const identities = yield* store.identities(tenant.workspaceId, a)
        assert.deepStrictEqual(
          identities.map(({ isPrimary, value }) => [value, isPrimary]),
          [
            ["b@example.com", true],
            ["a@example.com", false]
          ]
        )
        assert.deepStrictEqual(yield* contents(tenant, b), ["from a"])
        assert.strictEqual((yield* resolve(tenant, email("a"))).personId, b)
        assert.strictEqual((yield* store.list(tenant.workspaceId, { limit: 10, offset: 0 })).total, 1)
        yield* merging.merge(tenant.workspaceId, b, a, "test")
        assert.strictEqual(yield* store.root(tenant.workspaceId, a), b)
      }).pipe(Effect.provide(layer))
    )

    it.effect("leaves one survivor of a ring of merges at once, in whatever order they come", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_ring")
        const merging = yield* Merging
        const store = yield* PersonStore
        for (const [round, order] of permutations([0, 1, 2]).entries()) {
          const ring = yield* Effect.forEach([0, 1, 2], (n) => person(tenant, `ring${round}-${n}`))
          const merges = order.map((n) =>
            Effect.exit(merging.merge(tenant.workspaceId, ring[n] ?? "", ring[(n + 1) % 3] ?? "", "test"))
          )
          const exits = yield* Effect.all(merges, { concurrency: "unbounded" })
          assert.deepStrictEqual(exits.filter(Exit.isFailure), [])
          const roots = yield* Effect.forEach(ring, (id) => store.root(tenant.workspaceId, id))
          assert.strictEqual(new Set(roots).size, 1)
          assert.strictEqual((yield* store.lineage(tenant.workspaceId, ring[0] ?? "")).length, 3)
        }
      }).pipe(Effect.provide(layer))
    )

    it.effect("lets eight people be merged crosswise at once and loses none of what they do meanwhile", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_busy")
        const merging = yield* Merging
        const people = yield* Effect.forEach(
          Array.from({ length: 8 }, (_, n) => n),
          (n) => person(tenant, `busy-${n}`)
        )
        const merges = people.flatMap((source, n) => [
          merging.merge(tenant.workspaceId, source, people[(n + 1) % 8] ?? "", "test"),
          merging.merge(tenant.workspaceId, source, people[(n + 3) % 8] ?? "", "test")
        ])
        const notes = Array.from({ length: 80 }, (_, n) => `note ${String(n).padStart(2, "0")}`)
        const told = notes.map((text, n) => ask(tenant, people[n % 8] ?? "", note(text)))
        yield* Effect.all([...merges, ...told], { concurrency: "unbounded" })
        assert.deepStrictEqual(yield* contents(tenant, people[0] ?? ""), notes)
      }).pipe(Effect.provide(layer))
    )

    it.effect("takes the more restrictive consent, and an unmerge gives each its own word back", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_consent")
        const merging = yield* Merging
        const [a, b] = [yield* person(tenant, "a"), yield* person(tenant, "b")]
        yield* ask(tenant, a, consent("revoked"))
        yield* ask(tenant, b, consent("granted", "both"))
        const preview = yield* merging.preview(tenant.workspaceId, a, b)
        assert.deepStrictEqual(preview.consents, [
          { channel: "email", scope: "marketing", from: "granted", to: "revoked" }
        ])
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        assert.deepInclude(yield* standing(tenant, b), { marketing: "revoked" })
        yield* merging.unmerge(tenant.workspaceId, a)
        assert.deepStrictEqual(yield* standing(tenant, a), { marketing: "revoked" })
        const back = yield* standing(tenant, b)
        assert.strictEqual(back["marketing"] ?? back["both"], "granted")
      }).pipe(Effect.provide(layer))
    )

    it.effect("keeps a word given after the merge when the merge is undone", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_later_word")
        const merging = yield* Merging
        const [a, b] = [yield* person(tenant, "a"), yield* person(tenant, "b")]
        yield* ask(tenant, a, consent("pending"))
        yield* ask(tenant, b, consent("granted"))
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        yield* ask(tenant, b, consent("granted", "both"))
        yield* merging.unmerge(tenant.workspaceId, b)
        assert.strictEqual((yield* standing(tenant, b))["both"], "granted")
        assert.deepStrictEqual(yield* standing(tenant, a), { marketing: "pending" })
      }).pipe(Effect.provide(layer))
    )

    it.effect("takes a no that was said of both for each of them when the merge is undone", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_later_no")
        const merging = yield* Merging
        const [a, b] = [yield* person(tenant, "a"), yield* person(tenant, "b")]
        yield* ask(tenant, a, consent("granted", "both"))
        yield* ask(tenant, b, consent("granted"))
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        yield* ask(tenant, b, consent("revoked"))
        yield* merging.unmerge(tenant.workspaceId, a)
        for (const one of [a, b]) assert.deepInclude(yield* standing(tenant, one), { marketing: "revoked" })
        yield* ask(tenant, a, consent("granted"))
        assert.deepInclude(yield* standing(tenant, a), { marketing: "granted" })
        assert.deepInclude(yield* standing(tenant, b), { marketing: "revoked" })
      }).pipe(Effect.provide(layer))
    )

    it.effect("gives back with an unmerge what was recorded under the absorbed id, and what the merge brought", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_back")
        const merging = yield* Merging
        const store = yield* PersonStore
        const [a, b] = [yield* person(tenant, "a"), yield* person(tenant, "b")]
        yield* ask(tenant, a, { _tag: "Update", firstName: "Ada", timezone: "Europe/London" })
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        yield* ask(tenant, a, note("to a, after"))
        yield* ask(tenant, b, note("to b, after"))
        yield* ask(tenant, a, { _tag: "AddIdentity", ...phone(2671), verified: true })
        yield* ask(tenant, b, { _tag: "Update", timezone: "Europe/Paris" })
        const { sourceId, targetId } = yield* merging.unmerge(tenant.workspaceId, b)
        const source = yield* store.get(tenant.workspaceId, sourceId)
        const target = yield* store.get(tenant.workspaceId, targetId)
        assert.deepStrictEqual([source.id, target.id], [a, b])
        assert.deepStrictEqual([source.firstName, source.timezone], ["Ada", "Europe/London"])
        assert.deepStrictEqual([target.firstName, target.timezone], [undefined, "Europe/Paris"])
        assert.deepStrictEqual(yield* contents(tenant, a), ["to a, after"])
        assert.deepStrictEqual(yield* contents(tenant, b), ["to b, after"])
        const [owner] = yield* store.owners(tenant.workspaceId, [phone(2671)])
        assert.strictEqual(owner?.personId, a)
        yield* ask(tenant, a, note("alone again"))
        assert.deepStrictEqual(yield* contents(tenant, a), ["alone again", "to a, after"])
      }).pipe(Effect.provide(layer))
    )

    it.effect("keeps what is told under an id with its person, also while its merge is being undone", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_race")
        const merging = yield* Merging
        for (const round of [1, 2, 3, 4]) {
          const [a, b] = [yield* person(tenant, `race-a${round}`), yield* person(tenant, `race-b${round}`)]
          yield* ask(tenant, b, consent("revoked"))
          yield* merging.merge(tenant.workspaceId, a, b, "test")
          const words = Array.from({ length: 20 }, (_, n) => `word ${String(n).padStart(2, "0")}`)
          const told = words.flatMap((text) => [ask(tenant, a, note(text)), ask(tenant, a, consent("granted"))])
          const undone = Effect.asVoid(merging.unmerge(tenant.workspaceId, a))
          yield* Effect.all([...told.slice(0, 20), undone, ...told.slice(20)], { concurrency: "unbounded" })
          assert.deepStrictEqual(yield* contents(tenant, a), words)
          assert.deepStrictEqual(yield* contents(tenant, b), [])
          assert.deepStrictEqual(yield* standing(tenant, b), { marketing: "revoked" })
        }
      }).pipe(Effect.provide(layer))
    )

    it.effect("shows what an id was told, also while its merge is being undone", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_read")
        const merging = yield* Merging
        const store = yield* PersonStore
        const filter = { kinds: [], minConfidence: undefined, limit: 9, near: undefined, now }
        for (const round of [1, 2, 3, 4]) {
          const [a, b] = [yield* person(tenant, `read-a${round}`), yield* person(tenant, `read-b${round}`)]
          yield* ask(tenant, a, note("a word"))
          yield* ask(tenant, a, { ...memory, text: "a memory" })
          yield* merging.merge(tenant.workspaceId, a, b, "test")
          const notes = Array.from({ length: 10 }, () => contents(tenant, a))
          const memories = Array.from({ length: 10 }, () =>
            Effect.map(store.memories(tenant.workspaceId, a, filter), (all) => all.map(({ text }) => text))
          )
          const undone = Effect.as(merging.unmerge(tenant.workspaceId, a), ["a word"])
          const read = yield* Effect.all([...notes, undone, ...memories], { concurrency: "unbounded" })
          assert.deepStrictEqual(
            read.slice(0, 11),
            Array.from({ length: 11 }, () => ["a word"])
          )
          assert.deepStrictEqual(
            read.slice(11),
            Array.from({ length: 10 }, () => ["a memory"])
          )
        }
      }).pipe(Effect.provide(layer))
    )

    it.effect("gives an absorbed person back what was told together with its identifiers", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_told")
        const merging = yield* Merging
        const store = yield* PersonStore
        const [a, b] = [yield* person(tenant, "told-a"), yield* person(tenant, "told-b")]
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        assert.strictEqual((yield* resolve(tenant, email("told-a"), email("told-later"))).personId, b)
        yield* merging.unmerge(tenant.workspaceId, a)
        const valuesOf = (id: string) =>
          Effect.map(store.identities(tenant.workspaceId, id), (all) => all.map(({ value }) => value).toSorted())
        assert.deepStrictEqual(yield* valuesOf(a), ["told-a@example.com", "told-later@example.com"])
        assert.deepStrictEqual(yield* valuesOf(b), ["told-b@example.com"])
        assert.strictEqual((yield* resolve(tenant, email("told-later"))).personId, a)
      }).pipe(Effect.provide(layer))
    )

    it.effect("undoes a merge once when it is asked to twice at the same time", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("unmerge_twice")
        const merging = yield* Merging
        const sql = yield* SqlClient.SqlClient
        const [a, b] = [yield* person(tenant, "a"), yield* person(tenant, "b")]
        yield* ask(tenant, a, consent("revoked"))
        yield* ask(tenant, b, consent("granted"))
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        const exits = yield* Effect.all(
          Array.from({ length: 4 }, () => Effect.exit(merging.unmerge(tenant.workspaceId, a))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(exits.filter(Exit.isSuccess).length, 1)
        const again = yield* Effect.flip(merging.unmerge(tenant.workspaceId, a))
        assert.instanceOf(again, NotMerged)
        const restored = yield* sql`select id from consents where person_id = ${b} and source = 'unmerge'`
        assert.strictEqual(restored.length, 1)
      }).pipe(Effect.provide(layer))
    )

    it.effect("undoes a merge in the middle of a chain and keeps the rest of it", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("unmerge_chain")
        const merging = yield* Merging
        const store = yield* PersonStore
        const [a, b, c] = [yield* person(tenant, "a"), yield* person(tenant, "b"), yield* person(tenant, "c")]
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        yield* merging.merge(tenant.workspaceId, b, c, "test")
        yield* ask(tenant, a, note("said as a"))
        yield* merging.unmerge(tenant.workspaceId, a)
        assert.strictEqual(yield* store.root(tenant.workspaceId, a), a)
        assert.strictEqual(yield* store.root(tenant.workspaceId, b), c)
        assert.deepStrictEqual(yield* contents(tenant, c), [])
        yield* ask(tenant, c, note("said as c"))
        assert.deepStrictEqual(yield* contents(tenant, a), ["said as a"])
        assert.deepStrictEqual(yield* contents(tenant, b), ["said as c"])
      }).pipe(Effect.provide(layer))
    )

    it.effect("is seen by another process that has both in memory", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_elsewhere")
        const merging = yield* Merging
        const elsewhere = yield* Layer.build(Layer.fresh(layer))
        const [a, b] = [yield* person(tenant, "a"), yield* person(tenant, "b")]
        const say = (id: string, text: string) => Effect.provide(ask(tenant, id, note(text)), elsewhere)
        yield* say(a, "1 to a")
        yield* say(b, "2 to b")
        yield* merging.merge(tenant.workspaceId, a, b, "test")
        yield* say(a, "3 to a")
        yield* say(b, "4 to b")
        assert.deepStrictEqual(yield* contents(tenant, b), ["1 to a", "2 to b", "3 to a", "4 to b"])
        yield* merging.unmerge(tenant.workspaceId, b)
        yield* say(a, "5 to a")
        yield* say(b, "6 to b")
        assert.deepStrictEqual(yield* contents(tenant, a), ["1 to a", "3 to a", "5 to a"])
        assert.deepStrictEqual(yield* contents(tenant, b), ["2 to b", "4 to b", "6 to b"])
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("knows nobody of another workspace", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("merge_own")
        const other = yield* workspace("merge_other")
        const merging = yield* Merging
        const a = yield* person(tenant, "a")
        const b = yield* person(other, "b")
        const attempts: ReadonlyArray<Effect.Effect<unknown, unknown>> = [
          merging.merge(tenant.workspaceId, a, b, "test"),
          merging.merge(tenant.workspaceId, b, a, "test"),
          merging.preview(tenant.workspaceId, a, b),
          merging.unmerge(tenant.workspaceId, b)
        ]
        for (const attempt of attempts) {
          const error = yield* Effect.flip(attempt)
          assert.deepInclude(error, { _tag: "PersonNotFound", personId: b })
        }
      }).pipe(Effect.provide(layer))
    )
  },
  { clock: "live" }
)
