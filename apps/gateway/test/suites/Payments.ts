/** Money that comes and goes over HTTP: top-ups, reloads, payouts, and what vendors say of them. */
import { assert } from "@effect/vitest"
import * as StripeDelivery from "@loopdrive/testkit/StripeDelivery"
import * as Effect from "effect/Effect"
import { has, named, post, root } from "../Money.ts"
import { call, tenant, unique, webhookSecret } from "../Served.ts"
import type { Tests } from "../Served.ts"

const payments = (it: Tests): void => {
  it.effect("credits a top-up when it is paid, not when it is asked for, and once", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const key = unique("topup")
      const intent = yield* caller.post(root(caller, "/topup"), { amount: 2500 }, named(key))
      assert.strictEqual(intent.status, 200, intent.raw)
      assert.match(intent.text("clientSecret"), /_secret_/)
      assert.strictEqual((yield* caller.post(root(caller, "/topup"), { amount: 2500 }, named(key))).raw, intent.raw)
      assert.strictEqual((yield* caller.get(root(caller))).at("balance"), 0)

      const confirm = `/sandbox/stripe/payments/${intent.text("paymentIntentId")}/confirm`
      const paid = yield* caller.post(confirm, {})
      assert.strictEqual(paid.status, 200, paid.raw)
      has(paid, { status: "succeeded", amount: 2500 })
      yield* caller.post(confirm, {})
      assert.strictEqual((yield* caller.post(root(caller, "/sweep"))).status, 200)
      assert.strictEqual((yield* caller.get(root(caller, "/transactions"))).at("total"), 1)
      has(yield* caller.get(root(caller)), { balance: 2500 })
      const listed = yield* caller.get(`/api/budget/payments?workspaceId=${caller.workspaceId}`)
      assert.strictEqual(listed.at("total"), 1)
    })
  )

  it.effect("reloads by itself only with a card that a top-up has left", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const settings = { enabled: true, threshold: 1000, amount: 2000 }
      const refused = yield* caller.post(root(caller, "/auto-reload"), settings)
      assert.strictEqual(refused.status, 409)
      assert.strictEqual(refused.text("code"), "no_payment_method")
      const intent = yield* caller.post(root(caller, "/topup"), { amount: 3000 }, named())
      yield* caller.post(`/sandbox/stripe/payments/${intent.text("paymentIntentId")}/confirm`, {})
      const incomplete = yield* caller.post(root(caller, "/auto-reload"), { enabled: true, amount: 2000 })
      assert.deepStrictEqual([incomplete.status, incomplete.text("errors.0.path.1")], [400, "threshold"])
      const enabled = yield* caller.post(root(caller, "/auto-reload"), settings)
      has(enabled, { autoReloadEnabled: true, autoReloadThreshold: 1000, autoReloadAmount: 2000 })

      yield* post(caller, "debit", 2500)
      yield* caller.post(root(caller, "/sweep"))
      has(yield* caller.get(root(caller)), { balance: 2500 })
      const [reload] = (yield* caller.get(root(caller, "/transactions"))).list("transactions")
      assert.deepInclude(reload, { type: "credit", amount: 2000, source: "auto_reload" })
    })
  )

  it.effect("pays somebody who was registered, out of what can be spent, and books it for the creator", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 5000)
      const unknown = yield* caller.post(
        "/api/budget/payout",
        { recipientId: "creator_x", amount: 100, description: "d" },
        named()
      )
      assert.strictEqual(unknown.status, 404)
      const recipient = yield* caller.post("/api/budget/recipients", {
        connectAccountId: "acct_ada",
        type: "creator",
        name: "Ada"
      })
      assert.strictEqual(recipient.status, 200, recipient.raw)
      const body = { recipientId: recipient.text("id"), amount: 1500, description: "A film" }
      assert.strictEqual((yield* caller.post("/api/budget/payout", body)).status, 400)
      const key = unique("payout")
      const payout = yield* caller.post("/api/budget/payout", body, named(key))
      assert.strictEqual(payout.status, 200, payout.raw)
      has(payout, { status: "paid", amount: 1500, recipientName: "Ada", recipientType: "creator" })
      assert.strictEqual((yield* caller.post("/api/budget/payout", body, named(key))).raw, payout.raw)
      has(yield* caller.get(root(caller)), { balance: 3500 })
      const { raw } = yield* caller.get(`/api/budget/ledger?workspaceId=${caller.workspaceId}`)
      const books: unknown = JSON.parse(raw)
      assert.isTrue(Array.isArray(books) && books.length === 1)
      const much = yield* caller.post("/api/budget/payout", { ...body, amount: 3501 }, named())
      has(much, { code: "insufficient_funds", requested: 3501, available: 3500 })
      for (const amount of [0, -5, 1.5, 1e15]) {
        const refused = yield* caller.post("/api/budget/payout", { ...body, amount }, named())
        assert.deepStrictEqual([refused.status, refused.faults], [400, ["payload.amount"]])
      }
      const foreign = yield* caller.post("/api/budget/payout", { ...body, currency: "eur" }, named())
      assert.deepStrictEqual([foreign.status, foreign.faults], [400, ["payload.currency"]])
      const elsewhere = yield* caller.post("/api/budget/payout", { ...body, workspaceId: "ws_other" }, named())
      assert.strictEqual(elsewhere.status, 403)
      yield* caller.post(root(caller, "/freeze"))
      const frozen = yield* caller.post("/api/budget/payout", body, named())
      assert.deepStrictEqual([frozen.status, frozen.text("code")], [409, "wallet_frozen"])
      assert.strictEqual((yield* caller.get(root(caller, "/transactions"))).at("total"), 2)
    })
  )
}

const webhooks = (it: Tests): void => {
  const told = (paymentIntentId: string) =>
    JSON.stringify({
      id: unique("evt"),
      object: "event",
      type: "payment_intent.succeeded",
      created: 1_700_000_000,
      data: { object: { id: paymentIntentId, object: "payment_intent", amount_received: 99_999 } }
    })
  const signed = (raw: string, atSeconds: number, secret = webhookSecret) => ({
    key: null,
    raw,
    headers: { "stripe-signature": StripeDelivery.sign(raw, secret, atSeconds) }
  })

  it.effect("believes no webhook: a signed one that says paid credits nothing that was not", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const now = Math.floor(Date.now() / 1000)
      const intent = yield* caller.post(root(caller, "/topup"), { amount: 2500 }, named())
      const raw = told(intent.text("paymentIntentId"))
      for (const path of ["/api/webhooks/stripe", "/api/webhook/stripe", "/api/billing/webhook", "/webhooks/stripe"]) {
        const answer = yield* call("POST", path, signed(raw, now))
        assert.deepStrictEqual([answer.status, answer.body], [200, { received: true }], path)
      }
      has(yield* caller.get(root(caller)), { balance: 0 })
      const other = JSON.stringify({
        id: unique("evt"),
        object: "event",
        type: "balance.available",
        created: now,
        data: { object: { object: "balance" } }
      })
      for (const about of [told("pi_nobody"), other])
        assert.strictEqual((yield* call("POST", "/api/webhooks/stripe", signed(about, now))).status, 200)
    })
  )

  it.effect("refuses webhooks that are unsigned, forged, changed on the way, or older than five minutes", () =>
    Effect.gen(function* () {
      const now = Math.floor(Date.now() / 1000)
      const raw = told("pi_1")
      const header = "headers.Stripe-Signature"
      const refused = [
        [{ key: null, raw }, header],
        [signed(raw, now, "whsec_of_somebody_else"), header],
        [{ ...signed(raw, now), raw: raw.replace("99999", "99998") }, header],
        [signed(raw, now - 301), header],
        [signed("[]", now), "body"]
      ] as const
      for (const [request, fault] of refused) {
        const answer = yield* call("POST", "/api/webhooks/stripe", request)
        assert.deepStrictEqual([answer.status, answer.text("code")], [400, "webhook_refused"], answer.raw)
        assert.deepStrictEqual(answer.faults, [fault])
      }
    })
  )
}

export const suite = (it: Tests): void => {
  payments(it)
  webhooks(it)
}
