import { assert, describe, it } from "@effect/vitest"
import { forge, sign } from "@loopdrive/testkit/StripeDelivery"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import * as StripeWebhook from "../src/StripeWebhook.ts"
import { WebhookRefused } from "../src/WebhookRefused.ts"
import { topUp } from "./PaymentSubject.ts"
import { start } from "./StripeHarness.ts"

const nowSeconds = Date.UTC(2030, 0, 1) / 1000
const secret = "whsec_one"

const service = (...secrets: ReadonlyArray<string>) =>
  Effect.andThen(TestClock.setTime(nowSeconds * 1000), StripeWebhook.make(secrets.map((each) => Redacted.make(each))))

const eventOf = (object: object, type = "payment_intent.succeeded"): string =>
  JSON.stringify({ id: "evt_1", object: "event", type, created: nowSeconds - 60, data: { object } })

const body = eventOf({ id: "pi_1", object: "payment_intent", amount: 2500 })

const refusal = (verified: Effect.Effect<unknown, WebhookRefused>) =>
  Effect.map(Effect.flip(verified), ({ reason }) => reason)

describe("StripeWebhook", () => {
  it.effect("tells what a genuine event is about, and nothing else of it", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const expected: StripeWebhook.WebhookEvent = {
        id: "evt_1",
        type: "payment_intent.succeeded",
        created: new Date((nowSeconds - 60) * 1000),
        objectId: "pi_1",
        objectType: "payment_intent",
        paymentIntentId: "pi_1"
      }
      assert.deepStrictEqual(yield* verify(body, sign(body, secret, nowSeconds)), expected)
      const bytes = new TextEncoder().encode(body)
      assert.deepStrictEqual(yield* verify(bytes, sign(body, secret, nowSeconds)), expected)
    })
  )

  for (const [object, type, about] of [
    [{ id: "ch_1", object: "charge", payment_intent: "pi_1" }, "charge.refunded", { paymentIntentId: "pi_1" }],
    [{ id: "du_1", object: "dispute", payment_intent: "pi_1" }, "charge.dispute.created", { paymentIntentId: "pi_1" }],
    [{ id: "re_1", object: "refund", payment_intent: { id: "pi_1" } }, "refund.updated", { paymentIntentId: "pi_1" }],
    [{ id: "ch_1", object: "charge", payment_intent: null }, "charge.succeeded", {}],
    [{ id: "tr_1", object: "transfer" }, "transfer.reversed", { transferId: "tr_1" }],
    [{ id: "cus_1", object: "customer" }, "customer.created", {}]
  ] as const) {
    it.effect(`names the payment or transfer of ${type}, where there is one (${JSON.stringify(about)})`, () =>
      Effect.gen(function* () {
        const { verify } = yield* service(secret)
        const payload = eventOf(object, type)
        const { paymentIntentId, transferId, objectId } = yield* verify(payload, sign(payload, secret, nowSeconds))
        const named = {
          ...(paymentIntentId === undefined ? {} : { paymentIntentId }),
          ...(transferId === undefined ? {} : { transferId })
        }
        assert.deepStrictEqual([named, objectId], [about, object.id])
      })
    )
  }

  it.effect("takes what any of its secrets signed, so that one can take over from another", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret, "whsec_two")
      for (const good of [secret, "whsec_two"]) yield* verify(body, sign(body, good, nowSeconds))
      assert.strictEqual(yield* refusal(verify(body, sign(body, "whsec_three", nowSeconds))), "bad_signature")
      // While it rotates, Stripe signs with both at once.
      const [stamp, first = ""] = sign(body, "whsec_old", nowSeconds).split(",")
      const [, second = ""] = sign(body, "whsec_two", nowSeconds).split(",")
      yield* verify(body, `${stamp},${first},${second}`)
    })
  )

  it.effect("takes a signature 300 seconds old, and none that is older", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const signature = sign(body, secret, nowSeconds)
      yield* TestClock.adjust("300 seconds")
      yield* verify(body, signature)
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* refusal(verify(body, signature)), "too_old")
    })
  )

  it.effect("refuses a body that was changed after it was signed", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const signature = sign(body, secret, nowSeconds)
      assert.strictEqual(yield* refusal(verify(body.replace("pi_1", "pi_2"), signature)), "bad_signature")
      assert.strictEqual(yield* refusal(verify(`${body} `, signature)), "bad_signature")
      assert.strictEqual(yield* refusal(verify("", signature)), "bad_signature")
    })
  )

  it.effect("refuses a signature that is missing, made up, or given a new date", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const old = sign(body, secret, nowSeconds - 301)
      for (const [signature, reason] of [
        [undefined, "missing_header"],
        [" ", "missing_header"],
        ["nonsense", "bad_signature"],
        [`t=${nowSeconds}`, "bad_signature"],
        ["t=abc,v1=00", "bad_signature"],
        [forge(nowSeconds), "bad_signature"],
        [old, "too_old"],
        [old.replace(`t=${nowSeconds - 301}`, `t=${nowSeconds}`), "bad_signature"],
        [sign(body, secret, nowSeconds).replace("v1=", "v0="), "bad_signature"]
      ] as const) {
        assert.strictEqual(yield* refusal(verify(body, signature)), reason)
      }
    })
  )

  it.effect("takes events about what has no id, is no object, or is told in the newer form, and names nothing", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const created = new Date((nowSeconds - 60) * 1000)
      const thin = { id: "evt_1", object: "v2.core.event", type: "v1.billing.meter.no_meter_found" }
      for (const payload of [
        eventOf({ object: "balance" }, "balance.available"),
        eventOf({ object: "payment_intent", payment_intent: 5 }),
        JSON.stringify({ ...thin, created: created.toISOString() }),
        JSON.stringify({ ...thin, created: nowSeconds - 60, data: [] })
      ]) {
        const event = yield* verify(payload, sign(payload, secret, nowSeconds))
        assert.strictEqual(event.id, "evt_1")
        assert.deepStrictEqual(event.created, created)
        assert.isUndefined(event.objectId)
        assert.isUndefined(event.paymentIntentId)
      }
    })
  )

  it.effect("refuses what is signed well and is no event", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const odd = [
        { id: "evt_\u00001", type: "a.b", created: 1 },
        { id: "evt_1", type: "a.\u0000", created: 1 },
        { id: "evt_1", type: "a.b", created: "soon" },
        { id: "evt_1", type: "a.b", created: 9e15 }
      ].map((event) => JSON.stringify(event))
      for (const payload of ["{", "null", "[]", '{"id":"evt_1"}', '{"type":"a.b","created":1}', ...odd]) {
        assert.strictEqual(yield* refusal(verify(payload, sign(payload, secret, nowSeconds))), "malformed")
      }
    })
  )

  it.effect("reads its secrets from the environment, and without any refuses everything", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(nowSeconds * 1000)
      const verifyWith = (env: Record<string, string>, signature: string) =>
        Effect.flatMap(StripeWebhook.StripeWebhook, ({ verify }) => verify(body, signature)).pipe(
          Effect.provide(
            StripeWebhook.StripeWebhook.layerConfig.pipe(
              Layer.fresh,
              Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
            )
          )
        )
      const env = { STRIPE_WEBHOOK_SECRET: " whsec_one, whsec_two,\n" }
      for (const good of [secret, "whsec_two"]) yield* verifyWith(env, sign(body, good, nowSeconds))
      const nothing: ReadonlyArray<Record<string, string>> = [{}, { STRIPE_WEBHOOK_SECRET: " , " }]
      for (const none of nothing) {
        const error = yield* Effect.flip(verifyWith(none, sign(body, "", nowSeconds)))
        assert.deepStrictEqual(error, new WebhookRefused({ reason: "bad_signature" }))
      }
    })
  )

  it.effect("takes what the emulator delivers, and names payments and transfers to look at", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const { emulator, provider } = yield* start()
      const { paymentIntentId } = yield* provider.createPayment(topUp("ws_1"))
      yield* emulator.confirm(paymentIntentId)
      yield* emulator.refund(paymentIntentId, 100)
      yield* emulator.dispute(paymentIntentId)
      const seen: Array<StripeWebhook.WebhookEvent> = []
      yield* emulator.deliver({
        secret,
        to: (webhook) =>
          Effect.map(verify(webhook.body, webhook.signature), (event) => {
            seen.push(event)
            return 200
          })
      })
      const named = seen.filter((event) => event.paymentIntentId !== undefined)
      assert.deepStrictEqual([...new Set(named.map((event) => event.paymentIntentId))], [paymentIntentId])
      assert.deepStrictEqual(
        named.map(({ type }) => type),
        [
          "payment_intent.created",
          "charge.succeeded",
          "payment_intent.succeeded",
          "refund.created",
          "charge.refunded",
          "charge.dispute.created"
        ]
      )
    })
  )
})
