import { describeStores } from "@loopdrive/testkit/TestDatabase"
import { assert } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { SqlClient } from "effect/sql"
import { PaymentProvider } from "../src/PaymentProvider.ts"
import { SandboxPayments } from "../src/SandboxPayments.ts"
import * as Sandbox from "../src/SandboxPayments.ts"
import { paymentPromises } from "./PaymentProviderContract.ts"
import { hour, rejected, sandboxSubject, topUp, unavailable } from "./PaymentSubject.ts"

const workspace = Effect.fnUntraced(function* (id: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values (${id}, 'org_test', ${id}, 's')`
  return id
})

describeStores("sandbox payments in the database", (it) => {
  for (const [n, [sentence, promise]] of paymentPromises.entries()) {
    it.effect(sentence, () =>
      Effect.gen(function* () {
        const workspaceId = yield* workspace(`ws_payments_${n}`)
        yield* promise(sandboxSubject(yield* Effect.context<PaymentProvider | SandboxPayments>(), workspaceId))
      }).pipe(Effect.provide(Sandbox.layer))
    )
  }

  it.effect("knows no payment of another workspace", () =>
    Effect.gen(function* () {
      const workspaceId = yield* workspace("ws_payments_own")
      const other = yield* workspace("ws_payments_foreign")
      const { createPayment, getPayment } = yield* PaymentProvider
      const counter = yield* SandboxPayments
      const { paymentIntentId, customerId = "" } = yield* createPayment(topUp(workspaceId))
      for (const act of [counter.confirm, counter.dispute]) {
        const error = rejected(yield* Effect.flip(act({ workspaceId: other, paymentIntentId })))
        assert.deepInclude(error, { status: 404, code: "resource_missing" })
      }
      const refund = counter.refund({ workspaceId: other, paymentIntentId, amount: 1 })
      assert.strictEqual(rejected(yield* Effect.flip(refund)).code, "resource_missing")
      assert.strictEqual(rejected(yield* Effect.flip(createPayment(topUp(other, { customerId })))).status, 404)
      assert.strictEqual((yield* getPayment(paymentIntentId)).status, "requires_payment_method")
    }).pipe(Effect.provide(Sandbox.layer))
  )

  it.effect("confirms a payment once however many confirm it at once, and refunds no more than there is", () =>
    Effect.gen(function* () {
      const workspaceId = yield* workspace("ws_payments_race")
      const { createPayment, getPayment } = yield* PaymentProvider
      const counter = yield* SandboxPayments
      const { paymentIntentId } = yield* createPayment(topUp(workspaceId))
      const whose = { workspaceId, paymentIntentId }
      const times = <A, E>(effect: Effect.Effect<A, E>) =>
        Effect.map(
          Effect.all(
            Array.from({ length: 8 }, () => Effect.exit(effect)),
            { concurrency: "unbounded" }
          ),
          (exits) => exits.filter(({ _tag }) => _tag === "Success").length
        )
      assert.strictEqual(yield* times(counter.confirm(whose)), 1)
      assert.strictEqual(yield* times(counter.refund({ ...whose, amount: 500 })), 5)
      assert.strictEqual((yield* getPayment(paymentIntentId)).amountRefunded, 2500)
    }).pipe(Effect.provide(Sandbox.layer))
  )

  it.effect("leaves the outcome open when it cannot be written or read", () =>
    Effect.gen(function* () {
      const { createPayment, listPayments } = yield* PaymentProvider
      // No such workspace: the row refers to nothing.
      const error = unavailable(yield* Effect.flip(createPayment(topUp("ws_payments_none"))))
      assert.deepStrictEqual([error.reason, error.outcome], ["store", "unknown"])
      const sql = yield* SqlClient.SqlClient
      const range = yield* hour
      const broken = sql.withTransaction(
        Effect.andThen(sql`drop table sandbox_movements`, Stream.runCollect(listPayments(range)))
      )
      assert.strictEqual(unavailable(yield* Effect.flip(broken)).reason, "store")
    }).pipe(Effect.provide(Sandbox.layer))
  )
})
