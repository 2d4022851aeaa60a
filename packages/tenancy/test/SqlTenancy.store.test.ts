import { assert } from "@effect/vitest"
import { FactSource } from "@loopdrive/actor/Facts"
import { scopes } from "@loopdrive/domain/Tenancy"
import * as Bootstrap from "@loopdrive/tenancy/Bootstrap"
import * as SqlTenancy from "@loopdrive/tenancy/SqlTenancy"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as SqlClient from "effect/sql/SqlClient"

// Not the TestClock: the pool of connections lives by it, and years at once are many turns of its housekeeping.
let now = Date.UTC(2030, 0, 1)
let draws = 0
const facts = Layer.succeed(FactSource, {
  gather: () => ({ now, seed: (++draws).toString(16).padStart(32, "0") })
})
const layer = SqlTenancy.layer.pipe(Layer.provide(facts))
const page = { limit: 100, offset: 0 }

/** Two organizations with a workspace each. */
const organizations = Effect.fnUntraced(function* (name: string) {
  const sql = yield* SqlClient.SqlClient
  const tenancy = yield* Tenancy
  const make = Effect.fnUntraced(function* (id: string) {
    yield* sql`insert into organizations (id, name) values (${id}, ${id})`
    return { id, workspace: yield* tenancy.createWorkspace(id, `The workspace of ${id}`) }
  })
  return { ours: yield* make(`org_${name}_ours`), theirs: yield* make(`org_${name}_theirs`) }
})

const key = { name: "ci", scopes: ["read", "send"] as const, expiresAt: undefined }

describeStores("tenancy", (it) => {
  it.effect("keeps of a key its hash and nothing else", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const { ours } = yield* organizations("hashed")
      const issued = yield* tenancy.createKey(ours.workspace.id, key)
      const secret = Redacted.value(issued.key)
      assert.match(secret, /^ld_[A-Za-z0-9_-]{43}$/)
      const sql = yield* SqlClient.SqlClient
      const [row] = yield* sql<{ text: string }>`
        select row_to_json(k)::text as text from api_keys k where id = ${issued.record.id}`
      assert.notInclude(row?.text, secret)
      assert.notInclude(row?.text, secret.slice(3))
      const credential = yield* tenancy.authenticate(secret)
      assert.deepInclude(credential, {
        keyId: issued.record.id,
        workspaceId: ours.workspace.id,
        organizationId: ours.id
      })
      assert.deepStrictEqual([...credential.scopes].toSorted(), ["read", "send"])
      // Its use is noted beside the answer, which does not wait for it.
      const { keys } = yield* Effect.repeat(tenancy.keys(ours.workspace.id, page), {
        until: (listed) => listed.keys.some(({ id, lastUsedAt }) => id === issued.record.id && lastUsedAt !== undefined)
      })
      assert.notInclude(JSON.stringify(keys), secret)
    }).pipe(Effect.provide(layer))
  )

  it.effect("lets an unknown key, a revoked one and one past its time in nowhere, and says the same of each", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const { ours } = yield* organizations("rejected")
      const expiresAt = now + 1_000
      const passing = yield* tenancy.createKey(ours.workspace.id, { ...key, expiresAt })
      const revoked = yield* tenancy.createKey(ours.workspace.id, key)
      yield* tenancy.authenticate(Redacted.value(passing.key))
      yield* tenancy.authenticate(Redacted.value(revoked.key))
      const gone = yield* tenancy.revokeKey(ours.id, revoked.record.id)
      assert.isDefined(gone.revokedAt)
      assert.strictEqual((yield* tenancy.revokeKey(ours.id, revoked.record.id)).revokedAt, gone.revokedAt)
      // Remembered keys end with their time, not a moment later.
      now = expiresAt
      for (const text of [Redacted.value(passing.key), Redacted.value(revoked.key), "ld_unknown", ""]) {
        const error = yield* Effect.flip(tenancy.authenticate(text))
        assert.strictEqual(error._tag, "KeyRejected")
      }
    }).pipe(Effect.provide(layer))
  )

  it.effect("forgets in two seconds a key that another process revoked", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const { ours } = yield* organizations("remembered")
      const issued = yield* tenancy.createKey(ours.workspace.id, key)
      const secret = Redacted.value(issued.key)
      yield* tenancy.authenticate(secret)
      const sql = yield* SqlClient.SqlClient
      yield* sql`update api_keys set revoked_at = now() where id = ${issued.record.id}`
      now += 2_000
      assert.strictEqual((yield* Effect.flip(tenancy.authenticate(secret)))._tag, "KeyRejected")
    }).pipe(Effect.provide(layer))
  )

  it.effect("rotates a key at once: same id and scopes, another secret", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const { ours } = yield* organizations("rotated")
      const first = yield* tenancy.createKey(ours.workspace.id, key)
      yield* tenancy.authenticate(Redacted.value(first.key))
      const second = yield* tenancy.rotateKey(ours.id, first.record.id)
      assert.deepInclude(second.record, { id: first.record.id, scopes: ["read", "send"] })
      assert.strictEqual((yield* Effect.flip(tenancy.authenticate(Redacted.value(first.key))))._tag, "KeyRejected")
      assert.strictEqual((yield* tenancy.authenticate(Redacted.value(second.key))).keyId, first.record.id)
      yield* tenancy.revokeKey(ours.id, first.record.id)
      assert.strictEqual((yield* Effect.flip(tenancy.rotateKey(ours.id, first.record.id)))._tag, "KeyNotFound")
    }).pipe(Effect.provide(layer))
  )

  it.effect("answers another organization as if there were nothing", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const { ours, theirs } = yield* organizations("apart")
      const issued = yield* tenancy.createKey(ours.workspace.id, key)
      assert.strictEqual(
        (yield* Effect.flip(tenancy.workspace(theirs.id, ours.workspace.id)))._tag,
        "WorkspaceNotFound"
      )
      assert.strictEqual((yield* Effect.flip(tenancy.revokeKey(theirs.id, issued.record.id)))._tag, "KeyNotFound")
      assert.strictEqual((yield* Effect.flip(tenancy.rotateKey(theirs.id, issued.record.id)))._tag, "KeyNotFound")
      yield* tenancy.authenticate(Redacted.value(issued.key))
      const listed = yield* tenancy.workspaces(theirs.id, page)
      assert.deepStrictEqual(
        listed.workspaces.map(({ id }) => id),
        [theirs.workspace.id]
      )
      assert.strictEqual(listed.total, 1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("knows at once what another process has set, where that is asked for", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const other = Context.get(yield* Layer.build(Layer.fresh(layer)), Tenancy)
      const { id } = (yield* organizations("elsewhere")).ours.workspace
      assert.deepStrictEqual(yield* tenancy.settings(id), {})
      yield* other.changeSettings(id, { doubleOptIn: true })
      assert.deepStrictEqual(yield* tenancy.settings(id), {})
      assert.deepStrictEqual(yield* tenancy.latestSettings(id), { doubleOptIn: true })
      assert.deepStrictEqual(yield* tenancy.settings(id), { doubleOptIn: true })
    }).pipe(Effect.scoped, Effect.provide(layer))
  )

  it.effect("changes the settings that are given and leaves the others", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const { ours } = yield* organizations("settings")
      assert.deepStrictEqual(yield* tenancy.settings(ours.workspace.id), {})
      yield* tenancy.changeSettings(ours.workspace.id, { timezone: "Europe/Lisbon" })
      yield* tenancy.changeSettings(ours.workspace.id, { postalAddress: "1 Main Street" })
      assert.deepStrictEqual(yield* tenancy.settings(ours.workspace.id), {
        timezone: "Europe/Lisbon",
        postalAddress: "1 Main Street"
      })
      assert.strictEqual((yield* Effect.flip(tenancy.settings("ws_none")))._tag, "WorkspaceNotFound")
      assert.strictEqual((yield* Effect.flip(tenancy.changeSettings("ws_none", {})))._tag, "WorkspaceNotFound")
    }).pipe(Effect.provide(layer))
  )

  it.effect("begins an installation once, and makes a given key good again at every start", () =>
    Effect.gen(function* () {
      const tenancy = yield* Tenancy
      const own = Redacted.make("the-operators-own-key-of-forty-characters")
      yield* Effect.all([Bootstrap.run(own), Bootstrap.run(own)], { concurrency: 2 })
      const credential = yield* tenancy.authenticate(Redacted.value(own))
      assert.deepInclude(credential, { workspaceId: Bootstrap.workspaceId, organizationId: Bootstrap.organizationId })
      assert.deepStrictEqual([...credential.scopes].toSorted(), [...scopes].toSorted())
      const fresh = Bootstrap.freshKey()
      yield* Bootstrap.run(fresh)
      assert.strictEqual((yield* tenancy.authenticate(Redacted.value(fresh))).keyId, credential.keyId)
      assert.strictEqual((yield* tenancy.authenticate(Redacted.value(fresh))).secret, credential.secret)
      const { key: rotated } = yield* tenancy.rotateKey(Bootstrap.organizationId, Bootstrap.keyId)
      assert.isFalse(yield* Bootstrap.run(fresh, { onlyFirst: true }))
      assert.strictEqual((yield* tenancy.authenticate(Redacted.value(rotated))).keyId, credential.keyId)
      assert.isTrue(yield* Bootstrap.run(rotated, { onlyFirst: true }))
      yield* tenancy.revokeKey(Bootstrap.organizationId, Bootstrap.keyId)
      assert.isFalse(yield* Bootstrap.run(rotated))
      assert.isTrue(yield* Bootstrap.run(fresh))
      const refused = yield* Effect.flip(Bootstrap.run(Redacted.make("short")))
      assert.deepInclude(refused, { _tag: "BootstrapKeyUnusable", length: 5 })
    }).pipe(Effect.provide(layer))
  )
})
