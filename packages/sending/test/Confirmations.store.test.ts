import { assert } from "@effect/vitest"
import { standard } from "@loopdrive/domain/SendPolicy"
import type { Tenant } from "@loopdrive/person/Resolution"
import { ConfirmationStore } from "@loopdrive/sending/ConfirmationStore"
import { Confirmations } from "@loopdrive/sending/Confirmations"
import { Policies } from "@loopdrive/sending/Policies"
import { PublicUrl } from "@loopdrive/sending/PublicUrl"
import { SendStore } from "@loopdrive/sending/SendStore"
import { Workspaces } from "@loopdrive/sending/Workspaces"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { ConnectionError, SqlError } from "effect/sql/SqlError"
import { layer, subscriber, tell, workspace } from "./Mail.ts"

const down = new SqlError({
  reason: new ConnectionError({ cause: new Error("down"), message: "down", operation: "query" })
})

/** Asking for one workspace; `fails`: how often its rules cannot be read. */
const asking = (tenant: Tenant, fails = 0) => {
  let left = fails
  // What was remembered before the workspace made its setting.
  let remembered = standard
  const policies = Layer.succeed(Policies, {
    of: () => Effect.succeed(remembered),
    latest: () =>
      Effect.suspend(() => {
        if (left-- > 0) return Effect.fail(down)
        remembered = { ...standard, doubleOptIn: true }
        return Effect.succeed(remembered)
      })
  })
  const workspaces = Layer.succeed(Workspaces, {
    of: (id) =>
      Effect.succeed(id === tenant.workspaceId ? { ...tenant, name: "Acme", postalAddress: undefined } : undefined)
  })
  return Confirmations.layer.pipe(
    Layer.provideMerge(ConfirmationStore.layer),
    Layer.provideMerge(layer),
    Layer.provide([workspaces, policies, Layer.succeed(PublicUrl, { base: "https://acme.example" })])
  )
}

const pending = (tenant: Tenant, personId: string) =>
  tell(tenant, personId, {
    _tag: "RecordConsent",
    channel: "email",
    scope: "marketing",
    status: "pending",
    source: "form"
  })

const outcomes = (tenant: Tenant) =>
  Effect.flatMap(
    SqlClient.SqlClient,
    (sql) => sql<{ outcome: string | null; attempts: number }>`select outcome, attempts from confirmations
      where workspace_id = ${tenant.workspaceId} order by created_at, consent_id`
  )

describeStores(
  "pending consents",
  (it) => {
    it.effect("are asked about once, though whoever asked died before it could say so", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("asked")
        yield* Effect.gen(function* () {
          const person = yield* subscriber(tenant, "ada")
          yield* pending(tenant, person)
          const { round } = yield* Confirmations
          const sql = yield* SqlClient.SqlClient
          assert.strictEqual(yield* round, 1)
          yield* sql`update confirmations set settled_at = null, outcome = null
            where workspace_id = ${tenant.workspaceId}`
          assert.strictEqual(yield* round, 1)
          assert.strictEqual(yield* round, 0)
          const sends = yield* SendStore
          const { sends: all, total } = yield* sends.history(tenant.workspaceId, [person], [], { limit: 9, offset: 0 })
          assert.strictEqual(total, 1)
          assert.match(all[0]?.text ?? "", /https:\/\/acme\.example\/c\/[\w.-]+/)
          assert.deepStrictEqual(yield* outcomes(tenant), [{ outcome: "asked", attempts: 0 }])
          const store = yield* ConfirmationStore
          assert.isTrue(yield* store.wasAsked(tenant.workspaceId, [person], "email"))
          assert.isFalse(yield* store.wasAsked(tenant.workspaceId, [person], "sms"))
          assert.isUndefined(yield* store.get("consent_none"))
        }).pipe(Effect.provide(asking(tenant)))
      })
    )

    it.effect("are asked about later when that fails, and given up where it cannot succeed", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("failing")
        yield* Effect.gen(function* () {
          const person = yield* subscriber(tenant, "ada")
          yield* pending(tenant, person)
          const { round } = yield* Confirmations
          const sql = yield* SqlClient.SqlClient
          yield* round
          assert.deepStrictEqual(yield* outcomes(tenant), [{ outcome: null, attempts: 1 }])
          assert.strictEqual(yield* round, 0)
          yield* sql`update confirmations set next_try_at = created_at`
          yield* round
          assert.deepStrictEqual(yield* outcomes(tenant), [{ outcome: "asked", attempts: 1 }])
          yield* sql`insert into confirmations (consent_id, workspace_id, person_id, channel, created_at, next_try_at)
            values ('consent_lost', ${tenant.workspaceId}, 'per_nobody', 'email', now(), now() - interval '1 second')`
          yield* round
          assert.sameDeepMembers(
            [...(yield* outcomes(tenant))],
            [
              { outcome: "asked", attempts: 1 },
              { outcome: "failed", attempts: 0 }
            ]
          )
        }).pipe(Effect.provide(asking(tenant, 1)))
      })
    )
  },
  { clock: "live" }
)
