import { assert } from "@effect/vitest"
import type { Identifier } from "@loopdrive/domain/Identifier"
import { Merging } from "@loopdrive/person/Merging"
import { Resolution } from "@loopdrive/person/Resolution"
import { PersonStore } from "@loopdrive/person/Store"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { email, fresh, layer, phone, resolve, verify, workspace } from "./People.ts"

const many = (n: number) => Array.from({ length: n }, (_, i) => i)

describeStores(
  "finding the person behind identifiers",
  (it) => {
    it.effect("makes one person of a hundred calls at once, and says once that it was new", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("resolve_once")
        const found = yield* Effect.forEach(many(100), () => resolve(tenant, email("ada")), {
          concurrency: "unbounded"
        })
        assert.strictEqual(new Set(found.map(({ personId }) => personId)).size, 1)
        assert.strictEqual(found.filter(({ created }) => created).length, 1)
        assert.strictEqual((yield* (yield* PersonStore).list(tenant.workspaceId, { limit: 1, offset: 0 })).total, 1)
      }).pipe(Effect.provide(layer))
    )

    it.effect("gives one person all the identifiers that come with a known one, however they overlap", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("resolve_overlap")
        const calls = many(24).map((n): ReadonlyArray<Identifier> => [email("ada"), phone(1000 + (n % 12))])
        const found = yield* Effect.forEach(calls, (identifiers) => resolve(tenant, ...identifiers), {
          concurrency: "unbounded"
        })
        const [person = "", ...others] = new Set(found.map(({ personId }) => personId))
        assert.deepStrictEqual(others, [])
        const identities = yield* (yield* PersonStore).identities(tenant.workspaceId, person)
        assert.strictEqual(identities.length, 13)
        assert.strictEqual(identities.filter(({ isPrimary, type }) => isPrimary && type === "phone").length, 1)
      }).pipe(Effect.provide(layer))
    )

    it.effect("gives every identifier one owner when chains of them come at once, from two processes", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("resolve_chain")
        const other = yield* Layer.build(Layer.fresh(layer))
        const identifiers = [...many(6).map((n) => email(`chain-${n}`)), ...many(6).map((n) => phone(2000 + n))]
        const calls = many(60).map((n) => [
          identifiers[n % 12] ?? email("none"),
          identifiers[(n * 5 + 1) % 12] ?? email("none")
        ])
        const found = yield* Effect.forEach(
          calls,
          (call, n) => (n % 2 === 0 ? resolve(tenant, ...call) : Effect.provide(resolve(tenant, ...call), other)),
          { concurrency: "unbounded" }
        )
        const store = yield* PersonStore
        const owners = yield* store.owners(tenant.workspaceId, identifiers)
        assert.strictEqual(owners.length, 12)
        for (const [n, call] of calls.entries()) {
          const mine = owners.filter(({ identifier }) => call.some(({ value }) => value === identifier.value))
          assert.include(
            mine.map(({ personId }) => personId),
            found[n]?.personId
          )
        }
        const sql = yield* SqlClient.SqlClient
        const empty = yield* sql`select id from persons p where workspace_id = ${tenant.workspaceId}
          and not exists (select 1 from identities i where i.person_id = p.id)`
        assert.deepStrictEqual(empty, [])
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("never lets a shared mailbox or a placeholder make two people one", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("resolve_shared")
        const merging = yield* Merging
        const info = email("info")
        const ada = yield* resolve(tenant, email("ada"), info)
        const bob = yield* resolve(tenant, email("bob"), info)
        assert.notStrictEqual(ada.personId, bob.personId)
        yield* verify(tenant, ada.personId, info)
        yield* verify(tenant, ada.personId, email("ada"))
        yield* verify(tenant, bob.personId, email("bob"))
        const again = yield* resolve(tenant, email("bob"), info)
        assert.strictEqual(again.personId, bob.personId)
        const { total } = yield* merging.proposals(tenant.workspaceId, undefined, { limit: 10, offset: 0 })
        assert.strictEqual(total, 0)
        const store = yield* PersonStore
        assert.strictEqual(yield* store.root(tenant.workspaceId, ada.personId), ada.personId)
      }).pipe(Effect.provide(layer))
    )

    it.effect("merges two people whose identifiers were both verified, and proposes it where one was not", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("resolve_verified")
        const merging = yield* Merging
        const page = { limit: 10, offset: 0 }
        const ada = yield* resolve(tenant, email("ada"))
        const caller = yield* resolve(tenant, phone(3000))
        yield* verify(tenant, ada.personId, email("ada"))
        const both = yield* resolve(tenant, email("ada"), phone(3000))
        assert.deepInclude(both, { personId: ada.personId, created: false, confidence: 0.6 })
        yield* resolve(tenant, phone(3000), email("ada"))
        const { proposals, total } = yield* merging.proposals(tenant.workspaceId, "open", page)
        assert.strictEqual(total, 1)
        assert.deepInclude(proposals[0], { personId: ada.personId, otherId: caller.personId })
        yield* verify(tenant, caller.personId, phone(3000))
        const merged = yield* resolve(tenant, email("ada"), phone(3000))
        assert.deepInclude(merged, { personId: ada.personId, confidence: 1 })
        assert.strictEqual(yield* (yield* PersonStore).root(tenant.workspaceId, caller.personId), ada.personId)
      }).pipe(Effect.provide(layer))
    )

    it.effect("decides a proposal once, and a rejected pair is not proposed again", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("proposals")
        const merging = yield* Merging
        const page = { limit: 10, offset: 0 }
        const pair = Effect.fnUntraced(function* (n: number) {
          const best = yield* resolve(tenant, email(`pair-${n}`))
          const rival = yield* resolve(tenant, phone(4000 + n))
          yield* resolve(tenant, email(`pair-${n}`), phone(4000 + n))
          const [proposal] = (yield* merging.proposals(tenant.workspaceId, "open", page)).proposals
          return { best: best.personId, rival: rival.personId, id: proposal?.id ?? "" }
        })
        const store = yield* PersonStore
        const first = yield* pair(1)
        yield* merging.accept(tenant.workspaceId, first.id, "user_1")
        const again = yield* merging.accept(tenant.workspaceId, first.id, "user_2")
        assert.deepInclude(again, { status: "accepted", decidedBy: "user_1" })
        assert.strictEqual(yield* store.root(tenant.workspaceId, first.rival), first.best)
        const second = yield* pair(2)
        yield* merging.reject(tenant.workspaceId, second.id, "user_1")
        const refused = yield* Effect.flip(merging.accept(tenant.workspaceId, second.id, "user_2"))
        assert.deepInclude(refused, { _tag: "ProposalDecided", status: "rejected" })
        yield* resolve(tenant, email("pair-2"), phone(4002))
        assert.strictEqual((yield* merging.proposals(tenant.workspaceId, "open", page)).total, 0)
        assert.strictEqual(yield* store.root(tenant.workspaceId, second.rival), second.rival)
        const unknown = yield* Effect.flip(merging.reject("ws_elsewhere", first.id, "user_1"))
        assert.strictEqual(unknown._tag, "ProposalNotFound")
      }).pipe(Effect.provide(layer))
    )

    it.effect("keeps workspaces apart that know the same address", () =>
      Effect.gen(function* () {
        const [one, two] = [yield* workspace("resolve_a"), yield* workspace("resolve_b")]
        const [a, b] = [yield* resolve(one, email("ada")), yield* resolve(two, email("ada"))]
        assert.isTrue(a.created && b.created)
        assert.notStrictEqual(a.personId, b.personId)
        const foreign = yield* Effect.flip((yield* PersonStore).get(two.workspaceId, a.personId))
        assert.strictEqual(foreign._tag, "PersonNotFound")
      }).pipe(Effect.provide(layer))
    )

    it.effect("leaves a receipt for a key of the caller's own even when nothing changes", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("resolve_claim")
        const resolution = yield* Resolution
        const first = yield* resolve(tenant, email("ada"))
        const identity = fresh(tenant)
        const claimed = yield* resolution.resolve(tenant, [email("ada")], identity, { claim: true })
        assert.strictEqual(claimed.personId, first.personId)
        const other = { ...identity, hash: "other" }
        const conflict = yield* Effect.flip(resolution.resolve(tenant, [email("ada")], other, { claim: true }))
        assert.strictEqual(conflict._tag, "IdempotencyConflict")
      }).pipe(Effect.provide(layer))
    )
  },
  { clock: "live" }
)
