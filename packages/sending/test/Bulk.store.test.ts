import { assert } from "@effect/vitest"
import { BulkStore } from "@loopdrive/sending/BulkStore"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import { disturbed, ended, request, runner } from "./Bulks.ts"
import { consent, layer, subscriber, work, workspace } from "./Mail.ts"

const numbered = (count: number) => Array.from({ length: count }, (_, n) => n)

describeStores(
  "a bulk",
  (it) => {
    it.effect("reaches everybody once, however often it is paused, resumed and interrupted", () =>
      Effect.gen(function* () {
        const vendor = yield* ResendEmulator.make()
        const tenant = yield* workspace("disturbed")
        const store = yield* BulkStore
        const people = yield* Effect.forEach(numbered(120), (n) => subscriber(tenant, `reader-${n}`), {
          concurrency: 20
        })
        yield* consent(tenant, people[7] ?? "", "revoked")
        yield* store.create({ id: "bulk_disturbed", workspaceId: tenant.workspaceId, request }, people)
        yield* work(vendor)
        yield* disturbed("bulk_disturbed", 5)
        const account = yield* ended(tenant, "bulk_disturbed")
        assert.deepInclude(account, {
          candidates: 120,
          sent: 119,
          refused: 1,
          failed: 0,
          reasons: { consent_revoked: 1 },
          costCents: 119
        })
        const accepted = yield* vendor.accepted
        assert.strictEqual(accepted.length, 119)
        assert.strictEqual(new Set(accepted.map(({ email }) => email.to)).size, 119)
      }).pipe(Effect.scoped, Effect.provide(layer))
    )

    it.effect("that is cancelled takes back what waits and accounts for everybody", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("cancelled_bulk")
        const store = yield* BulkStore
        const people = yield* Effect.forEach(numbered(40), (n) => subscriber(tenant, `reader-${n}`), {
          concurrency: 20
        })
        const later = { ...request, notBefore: Date.UTC(2099, 0) }
        yield* store.create({ id: "bulk_cancelled", workspaceId: tenant.workspaceId, request: later }, people)
        yield* runner
        yield* ended(tenant, "bulk_cancelled")
        assert.strictEqual((yield* store.account("bulk_cancelled")).deferred, 40)
        assert.isFalse(yield* store.change("bulk_cancelled", ["running"], "cancelled"))
        assert.isTrue(yield* store.change("bulk_cancelled", ["completed"], "cancelled"))
        const account = yield* Effect.repeat(store.account("bulk_cancelled"), {
          until: ({ deferred }) => deferred === 0
        })
        assert.deepInclude(account, { candidates: 40, failed: 40, reasons: { cancelled: 40 } })
        assert.strictEqual((yield* Effect.flip(store.get("ws_other", "bulk_cancelled")))._tag, "BulkNotFound")
      }).pipe(Effect.scoped, Effect.provide(layer))
    )
  },
  { clock: "live" }
)
