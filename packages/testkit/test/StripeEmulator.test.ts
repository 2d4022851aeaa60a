import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Latch } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { TestClock } from "effect/testing"
import * as LoopbackServer from "../src/LoopbackServer.ts"
import { sign } from "../src/StripeDelivery.ts"
import * as StripeEmulator from "../src/StripeEmulator.ts"
import type { StripeEmulator as Emulator } from "../src/StripeEmulator.ts"

interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

const call = (
  { url }: Emulator,
  method: "GET" | "POST",
  path: string,
  form: Record<string, string> = {},
  headers: Record<string, string> = {}
): Effect.Effect<Answered> =>
  Effect.promise(async (signal) => {
    const encoded = new URLSearchParams(form).toString()
    const body = method === "POST" ? { body: encoded } : {}
    const response = await fetch(`${url}${path}${method === "GET" && encoded !== "" ? `?${encoded}` : ""}`, {
      method,
      ...body,
      headers: {
        authorization: "Bearer sk_test_1",
        ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
        ...headers
      },
      signal
    })
    const parsed: unknown = await response.json()
    return { status: response.status, body: parsed as Record<string, unknown>, headers: response.headers }
  })

const pay = (emulator: Emulator, form: Record<string, string> = {}, key?: string) =>
  call(
    emulator,
    "POST",
    "/v1/payment_intents",
    { amount: "2500", currency: "usd", ...form },
    key === undefined ? {} : { "idempotency-key": key }
  )

const errorOf = ({ status, body }: Answered) => {
  const { type, code } = body["error"] as Record<string, unknown>
  return [status, type, code]
}

const idsOf = ({ body }: Answered) => (body["data"] as ReadonlyArray<{ readonly id: string }>).map(({ id }) => id)

describe("StripeEmulator", () => {
  it.effect("lets in who has a key, and knows the addresses it speaks", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make({ apiKeys: ["sk_test_1"] })
      const wrong = yield* call(emulator, "GET", "/v1/events", {}, { authorization: "Bearer sk_test_2" })
      assert.strictEqual(wrong.status, 401)
      assert.strictEqual((yield* call(emulator, "GET", "/v1/invoices")).status, 404)
      const json = yield* call(emulator, "POST", "/v1/customers", {}, { "content-type": "application/json" })
      assert.strictEqual(json.status, 400)
      const known = yield* call(emulator, "GET", "/v1/events", {}, { "stripe-version": "2030-01-01.x" })
      assert.deepStrictEqual([known.status, known.headers.get("stripe-version")], [200, "2030-01-01.x"])
      assert.match(known.headers.get("request-id") ?? "", /^req_/)
    })
  )

  it.effect("keeps an answer under its key, refusals and late server errors included, and marks the repeat", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make()
      const first = yield* pay(emulator, {}, "one")
      const second = yield* pay(emulator, {}, "one")
      assert.deepStrictEqual(second.body, first.body)
      assert.deepStrictEqual(
        [first.headers.get("idempotent-replayed"), second.headers.get("idempotent-replayed")],
        [null, "true"]
      )
      assert.deepStrictEqual(errorOf(yield* pay(emulator, { amount: "2600" }, "one")), [
        400,
        "idempotency_error",
        undefined
      ])
      const fault = { kind: "accept-then-status", status: 500, name: "api_error" } as const
      yield* emulator.faultOn("POST /v1/payment_intents").next(fault)
      for (let n = 0; n < 2; n += 1) assert.strictEqual((yield* pay(emulator, {}, "two")).status, 500)
      assert.strictEqual((yield* emulator.payments).length, 2)
    })
  )

  it.effect("keeps nothing of a request it never began, and no key for more than a day", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make()
      yield* pay(emulator, { amount: "0" }, "one")
      assert.strictEqual((yield* pay(emulator, {}, "one")).status, 200)
      yield* TestClock.adjust("24 hours")
      yield* pay(emulator, {}, "one")
      assert.strictEqual((yield* emulator.payments).length, 2)
      assert.strictEqual((yield* pay(emulator, {}, "k".repeat(256))).status, 400)
    })
  )

  it.effect("refuses a repeat while the first still runs", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make()
      const latch = yield* Latch.make()
      const slow = yield* emulator.fault.next({ kind: "slow", latch })
      const fiber = yield* Effect.forkChild(pay(emulator, {}, "one"))
      yield* slow.reached
      const [status, , code] = errorOf(yield* pay(emulator, {}, "one"))
      assert.deepStrictEqual([status, code], [409, "idempotency_key_in_use"])
      yield* latch.open
      assert.strictEqual((yield* Fiber.join(fiber)).status, 200)
      assert.strictEqual((yield* pay(emulator, {}, "one")).headers.get("idempotent-replayed"), "true")
    })
  )

  it.effect("pages its lists, newest first, and filters them", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make()
      for (let n = 0; n < 5; n += 1) {
        yield* pay(emulator)
        yield* TestClock.adjust("1 second")
      }
      const all = (yield* emulator.payments).map(({ id }) => id).toReversed()
      const first = yield* call(emulator, "GET", "/v1/payment_intents", { limit: "2" })
      assert.deepStrictEqual([idsOf(first), first.body["has_more"]], [all.slice(0, 2), true])
      const last = yield* call(emulator, "GET", "/v1/payment_intents", { limit: "3", starting_after: all[1] ?? "" })
      assert.deepStrictEqual([idsOf(last), last.body["has_more"]], [all.slice(2), false])
      const some = yield* call(emulator, "GET", "/v1/payment_intents", { "created[gte]": "1", "created[lt]": "3" })
      assert.deepStrictEqual(idsOf(some), all.slice(2, 4))
      assert.strictEqual((yield* call(emulator, "GET", "/v1/payment_intents", { limit: "101" })).status, 400)
    })
  )

  it.effect("plays the customer by the API too: confirms, declines, cancels, refunds", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make()
      const { id } = (yield* pay(emulator)).body
      const path = `/v1/payment_intents/${String(id)}`
      const declined = yield* call(emulator, "POST", `${path}/confirm`, {
        payment_method: "pm_card_visa_chargeDeclined"
      })
      assert.deepStrictEqual(errorOf(declined), [402, "card_error", "card_declined"])
      const paid = yield* call(emulator, "POST", `${path}/confirm`, { payment_method: "pm_card_visa" })
      assert.deepInclude(paid.body, { status: "succeeded", amount_received: 2500 })
      assert.deepStrictEqual(errorOf(yield* call(emulator, "POST", `${path}/cancel`)), [
        400,
        "invalid_request_error",
        "payment_intent_unexpected_state"
      ])
      const refund = yield* call(emulator, "POST", "/v1/refunds", { payment_intent: String(id), amount: "500" })
      assert.strictEqual(refund.status, 200)
      const read = yield* call(emulator, "GET", path, { "expand[0]": "latest_charge" })
      assert.deepInclude(read.body["latest_charge"], { amount_refunded: 500, refunded: false })
    })
  )

  it.effect("refuses to charge at once what might redirect a customer who is not there", () =>
    Effect.gen(function* () {
      const emulator = yield* StripeEmulator.make()
      assert.strictEqual((yield* pay(emulator, { confirm: "true", payment_method: "pm_card_visa" })).status, 400)
    })
  )
})

/** Seven events: of a customerless payment made and paid, refunded, disputed and lost. */
const eventful = Effect.gen(function* () {
  const emulator = yield* StripeEmulator.make()
  yield* pay(emulator)
  const [payment] = yield* emulator.payments
  const id = payment?.id ?? ""
  yield* emulator.confirm(id)
  yield* emulator.refund(id, 500)
  yield* emulator.dispute(id)
  yield* emulator.dispute(id, "lost")
  return emulator
})

const accept = () => Effect.succeed(200)

describe("StripeEmulator's webhooks", () => {
  it.effect("delivers every event once, in order, signed over its time and body", () =>
    Effect.gen(function* () {
      const emulator = yield* eventful
      const bodies: Array<string> = []
      const deliveries = yield* emulator.deliver({
        secret: "whsec_1",
        to: ({ body, signature }) =>
          Effect.sync(() => {
            assert.strictEqual(signature, sign(body, "whsec_1", 0))
            bodies.push(body)
            return 200
          })
      })
      assert.deepStrictEqual(
        deliveries.map(({ event }) => event.type),
        [
          "payment_intent.created",
          "charge.succeeded",
          "payment_intent.succeeded",
          "refund.created",
          "charge.refunded",
          "charge.dispute.created",
          "charge.dispute.closed"
        ]
      )
      assert.strictEqual(bodies.length, 7)
      assert.deepStrictEqual(yield* emulator.deliver({ secret: "whsec_1", to: accept }), [])
    })
  )

  it.effect("loses, repeats and mixes them by its seed", () =>
    Effect.gen(function* () {
      const run = (seed: number) =>
        Effect.gen(function* () {
          const emulator = yield* eventful
          const options = { secret: "s", to: accept, drop: 0.3, duplicate: 0.5, shuffle: true, seed }
          const deliveries = yield* emulator.deliver(options)
          return deliveries.map(({ event, outcome }) => `${event.type} ${outcome}`)
        })
      const first = yield* run(7)
      assert.deepStrictEqual(yield* run(7), first)
      assert.notDeepEqual(yield* run(8), first)
      assert.isAbove(first.length, 7)
      assert.isTrue(first.some((delivery) => delivery.endsWith("dropped")))
    })
  )

  it.effect("posts to an address, waits for each answer, and goes on after none", () =>
    Effect.gen(function* () {
      const emulator = yield* eventful
      const types: Array<string> = []
      const url = yield* LoopbackServer.serve(
        Effect.gen(function* () {
          const request = yield* HttpServerRequest.HttpServerRequest
          const { type } = JSON.parse(yield* request.text) as { readonly type: string }
          types.push(type)
          if (type === "charge.refunded") return yield* LoopbackServer.drop(request)
          return HttpServerResponse.empty({ status: type === "refund.created" ? 500 : 200 })
        })
      )
      const deliveries = yield* emulator.deliver({ secret: "s", to: url })
      assert.deepStrictEqual(
        deliveries.map(({ outcome }) => outcome),
        [200, 200, 200, 500, "failed", 200, 200]
      )
      assert.strictEqual(types.length, 7)
    })
  )
})
