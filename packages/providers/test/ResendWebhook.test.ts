import { assert, describe, it } from "@effect/vitest"
import * as ResendWebhooks from "@loopdrive/testkit/ResendWebhooks"
import * as WebhookDelivery from "@loopdrive/testkit/WebhookDelivery"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import type { Notice } from "../src/Notice.ts"
import * as ResendWebhook from "../src/ResendWebhook.ts"
import { message, start } from "./ResendHarness.ts"

const now = Date.UTC(2030, 0, 1)
const secretOf = (text: string) => `whsec_${Buffer.from(text).toString("base64")}`
const secret = secretOf("one")
const body = JSON.stringify({ type: "email.sent", created_at: "2030-01-01T00:00:00.000Z", data: { email_id: "e1" } })
const headersFor = (text: string, key = secret, atSeconds = now / 1000, prefix = "svix") => ({
  [`${prefix}-id`]: "msg_1",
  [`${prefix}-timestamp`]: String(atSeconds),
  [`${prefix}-signature`]: ResendWebhooks.sign(key, "msg_1", atSeconds, text)
})
const service = (...secrets: ReadonlyArray<string>) =>
  Effect.as(TestClock.setTime(now), ResendWebhook.make(secrets.map((each) => Redacted.make(each))))
const reasonOf = <A>(verified: Effect.Effect<A, { readonly reason: string }>) =>
  Effect.map(Effect.flip(verified), ({ reason }) => reason)

describe("ResendWebhook", () => {
  it.effect("names the send in either shape of the vendor's tags, and none where there is no tag of ours", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const sendIdsOf = (tags: unknown) => {
        const event = JSON.stringify({ ...JSON.parse(body), data: { email_id: "e1", tags } })
        return Effect.map(verify(event, headersFor(event)), (notices) => notices.map(({ sendId }) => sendId))
      }
      assert.deepStrictEqual(yield* sendIdsOf([{ name: "send_id", value: "send_1" }]), ["send_1"])
      assert.deepStrictEqual(yield* sendIdsOf({ send_id: "send_1" }), ["send_1"])
      assert.deepStrictEqual(yield* sendIdsOf({ other: "send_1" }), [undefined])
      assert.deepStrictEqual(yield* sendIdsOf(null), [undefined])
    })
  )

  it.effect("tells everything that becomes of an email", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(now)
      const { emulator, provider } = yield* start()
      const { externalId } = yield* provider.send(message, "key-1")
      const { verify } = ResendWebhook.make([Redacted.make(emulator.webhookSecret)])
      const told = (type: ResendWebhooks.ResendEvent, data?: Readonly<Record<string, unknown>>) =>
        emulator.webhook("http://unused", externalId, { type, eventId: `msg_${type}`, ...(data && { data }) })
      const webhooks = yield* Effect.all([
        told("email.sent"),
        told("email.delivered"),
        told("email.delivery_delayed"),
        told("email.bounced", ResendWebhooks.details.hardBounce),
        told("email.bounced", ResendWebhooks.details.softBounce),
        told("email.bounced"),
        told("email.complained"),
        told("email.opened", { open: { userAgent: "Mozilla/5.0", ipAddress: "17.1.1.1" } }),
        told("email.clicked", ResendWebhooks.details.click("https://acme.example", "Firefox", "203.0.113.7")),
        told("email.failed", { failed: { reason: "reached_daily_quota" } })
      ])
      const seen: Array<Notice> = []
      const to: WebhookDelivery.Receiver = (webhook) =>
        Effect.map(verify(webhook.body, webhook.headers), (notices) => {
          seen.push(...notices)
          return 200
        })
      const outcomes = yield* WebhookDelivery.deliver(webhooks, { to, duplicate: 1, shuffle: true })
      assert.deepStrictEqual([...new Set(outcomes)], [200])
      assert.strictEqual(outcomes.length, 20)
      const base = {
        vendor: "resend",
        channel: "email",
        at: now,
        externalId,
        sendId: message.sendId,
        from: message.from,
        to: message.to
      } as const
      const kinds = [...new Set(seen.map(({ kind }) => kind))].toSorted()
      assert.deepStrictEqual(kinds, [
        "bounced_hard",
        "bounced_soft",
        "clicked",
        "complained",
        "delayed",
        "delivered",
        "failed",
        "opened",
        "sent"
      ])
      const of = (kind: string) => seen.find((notice) => notice.kind === kind)
      assert.deepStrictEqual(of("delivered"), { ...base, kind: "delivered", eventId: "msg_email.delivered" })
      assert.deepInclude(of("bounced_hard"), { code: "General", detail: "The mailbox does not exist." })
      assert.deepInclude(of("clicked"), { link: "https://acme.example", userAgent: "Firefox", ip: "203.0.113.7" })
      assert.deepInclude(of("opened"), { userAgent: "Mozilla/5.0", ip: "17.1.1.1" })
      assert.deepInclude(of("failed"), { detail: "reached_daily_quota" })
    })
  )

  it.effect("takes the standard's header names, several signatures, and any of several secrets", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret, secretOf("two"))
      assert.strictEqual((yield* verify(body, headersFor(body, secretOf("two"), now / 1000, "webhook"))).length, 1)
      const headers = headersFor(body)
      const both = { ...headers, "svix-signature": `v1,AAAA v1a,xyz ${headers["svix-signature"]}` }
      assert.strictEqual((yield* verify(new TextEncoder().encode(body), both))[0]?.eventId, "msg_1")
      assert.strictEqual(yield* reasonOf(verify(body, headersFor(body, secretOf("three")))), "bad_signature")
    })
  )

  it.effect("checks as the standard's own example is signed", () =>
    Effect.gen(function* () {
      // From the specification's test vector: secret, id, timestamp and body as published.
      const signed = ResendWebhooks.sign(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        '{"test": 2432232314}'
      )
      assert.strictEqual(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
      yield* TestClock.setTime(1614265330_000)
      const headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": signed
      }
      const { verify } = ResendWebhook.make([Redacted.make("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")])
      assert.strictEqual(yield* reasonOf(verify('{"test": 2432232314}', headers)), "malformed")
    })
  )

  it.effect("takes what is up to 300 seconds old or early, and nothing beyond", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      for (const [seconds, good] of [
        [300, true],
        [-300, true],
        [301, false],
        [-301, false]
      ] as const) {
        const verified = verify(body, headersFor(body, secret, now / 1000 - seconds))
        if (good) yield* verified
        else assert.strictEqual(yield* reasonOf(verified), "too_old")
      }
    })
  )

  it.effect("refuses what is forged, changed, moved to another time, or unsigned", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const headers = headersFor(body)
      assert.strictEqual(yield* reasonOf(verify(`${body} `, headers)), "bad_signature")
      assert.strictEqual(yield* reasonOf(verify(body, { ...headers, "svix-id": "msg_2" })), "bad_signature")
      assert.strictEqual(yield* reasonOf(verify(body, { ...headers, "svix-timestamp": "1" })), "bad_signature")
      assert.strictEqual(yield* reasonOf(verify(body, { ...headers, "svix-signature": "v1," })), "bad_signature")
      for (const name of ["svix-id", "svix-timestamp", "svix-signature"])
        assert.strictEqual(yield* reasonOf(verify(body, { ...headers, [name]: undefined })), "missing_header")
      const none = ResendWebhook.make([])
      assert.strictEqual(yield* reasonOf(none.verify(body, headers)), "bad_signature")
    })
  )

  it.effect("passes over events of something else, reads inbound mail, and refuses what is no event", () =>
    Effect.gen(function* () {
      const { verify } = yield* service(secret)
      const read = (event: unknown) => {
        const text = JSON.stringify(event)
        return verify(text, headersFor(text))
      }
      assert.deepStrictEqual(yield* read({ type: "contact.created", created_at: "x", data: {} }), [])
      const [inbound] = yield* read({
        type: "email.received",
        created_at: "not a date",
        data: { email_id: "e2", from: "ada@example.com", to: "shop@acme.example", text: "STOP" }
      })
      assert.deepInclude(inbound, { kind: "inbound", at: now, text: "STOP", to: "shop@acme.example" })
      assert.strictEqual(yield* reasonOf(read({ type: "email.sent" })), "malformed")
    })
  )

  it.effect("reads its secrets from the environment", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(now)
      const verifyWith = (env: Record<string, string>) =>
        Effect.flatMap(ResendWebhook.ResendWebhook, ({ verify }) => verify(body, headersFor(body))).pipe(
          Effect.provide(
            Layer.fresh(ResendWebhook.ResendWebhook.layerConfig).pipe(
              Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
            )
          )
        )
      assert.strictEqual((yield* verifyWith({ RESEND_WEBHOOK_SECRET: ` ${secretOf("old")}, ${secret},` })).length, 1)
      assert.strictEqual(yield* Effect.map(Effect.flip(verifyWith({})), ({ _tag }) => _tag), "WebhookRefused")
    })
  )
})
