import { assert, describe, it } from "@effect/vitest"
import * as TwilioEmulator from "@loopdrive/testkit/TwilioEmulator"
import { ConfigProvider, Effect, Layer, Option, Redacted } from "effect"
import { TestClock } from "effect/testing"
import * as Signature from "../src/core/Signature.ts"
import * as TwilioWebhook from "../src/TwilioWebhook.ts"
import { message, start } from "./TwilioHarness.ts"

const now = Date.UTC(2030, 0, 1)
const token = "12345"
const url = "https://mycompany.com/myapp.php?foo=1&bar=2"
const fields = {
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212"
}
const { verify } = TwilioWebhook.make(Option.some(Redacted.make(token)))
const reasonOf = <A>(verified: Effect.Effect<A, { readonly reason: string }>) =>
  Effect.map(Effect.flip(verified), ({ reason }) => reason)
const signed = (form: Record<string, string>, at = url) => {
  const body = new URLSearchParams(form).toString()
  return verify(url, body, Signature.twilio(token, at, new URLSearchParams(body)))
}

describe("TwilioWebhook", () => {
  it("signs as the vendor's own example is signed", () =>
    assert.strictEqual(Signature.twilio(token, url, new URLSearchParams(fields)), "RSOYDt4T1cUTdK1PDd93/VVr8B8="))

  it("counts each value of a repeated field once", () => {
    const twice = new URLSearchParams("MediaUrl=b&MediaUrl=a&MediaUrl=b")
    assert.strictEqual(
      Signature.twilio(token, url, twice),
      Signature.hmac("sha1", "base64", token, `${url}MediaUrlaMediaUrlb`)
    )
  })

  it.effect("tells what becomes of a message, and what came in", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(now)
      const { emulator, provider } = yield* start()
      const service = TwilioWebhook.make(Option.some(Redacted.make(emulator.authToken)))
      const { externalId } = yield* provider.send(message)
      const read = (webhook: { url: string; body: string; headers: Readonly<Record<string, string>> }) =>
        service.verify(webhook.url, webhook.body, webhook.headers["x-twilio-signature"])
      const base = {
        vendor: "twilio",
        channel: "sms",
        at: now,
        externalId,
        from: "+14155550100",
        to: message.to
      } as const
      assert.deepStrictEqual(yield* read(yield* emulator.move(externalId, "delivered")), [
        { ...base, kind: "delivered", eventId: `${externalId}:delivered` }
      ])
      assert.deepStrictEqual(yield* read(yield* emulator.move(externalId, "undelivered", 30003)), [
        { ...base, kind: "failed", eventId: `${externalId}:undelivered`, code: "30003" }
      ])
      assert.deepStrictEqual(yield* read(yield* emulator.move(externalId, "sending")), [])
      const inbound = { sid: "SM9", from: message.to, to: "+14155550100", body: "Stop é & co" }
      assert.deepStrictEqual(yield* read(emulator.inbound("https://me.example/api/sms/inbound", inbound)), [
        {
          vendor: "twilio",
          channel: "sms",
          at: now,
          externalId: "SM9",
          eventId: "SM9",
          kind: "inbound",
          from: message.to,
          to: "+14155550100",
          text: "Stop é & co"
        }
      ])
    })
  )

  it.effect("takes the address with and without the standard port", () =>
    Effect.gen(function* () {
      const form = { MessageSid: "SM1", MessageStatus: "sent" }
      for (const seen of [url, "https://mycompany.com:443/myapp.php?foo=1&bar=2"])
        assert.strictEqual((yield* signed(form, seen)).length, 1)
      assert.strictEqual(
        yield* reasonOf(signed(form, "https://mycompany.com:8443/myapp.php?foo=1&bar=2")),
        "bad_signature"
      )
      assert.strictEqual(yield* reasonOf(signed(form, "http://mycompany.com/myapp.php?foo=1&bar=2")), "bad_signature")
      const plain = TwilioEmulator.sign(token, "http://a.example:80/x", form)
      yield* verify("http://a.example/x", new URLSearchParams(form).toString(), plain)
      const odd = TwilioEmulator.sign(token, "/x", form)
      yield* verify("/x", new URLSearchParams(form).toString(), odd)
    })
  )

  it.effect("refuses what is forged, changed, unsigned, or says nothing", () =>
    Effect.gen(function* () {
      const body = new URLSearchParams(fields).toString()
      assert.strictEqual(yield* reasonOf(verify(url, body, "RSOYDt4T1cUTdK1PDd93/VVr8B9=")), "bad_signature")
      assert.strictEqual(yield* reasonOf(verify(url, `${body}1`, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")), "bad_signature")
      assert.strictEqual(yield* reasonOf(verify(url, body, undefined)), "missing_header")
      assert.strictEqual(yield* reasonOf(verify(url, body, "")), "missing_header")
      assert.strictEqual(yield* reasonOf(signed(fields)), "malformed")
      assert.strictEqual(yield* reasonOf(signed({ MessageSid: "SM1" })), "malformed")
      const none = TwilioWebhook.make(Option.none())
      assert.strictEqual(yield* reasonOf(none.verify(url, body, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")), "bad_signature")
    })
  )

  it.effect("passes on that Twilio has answered a word itself", () =>
    Effect.gen(function* () {
      const [notice] = yield* signed({ MessageSid: "SM1", From: "+14155550123", Body: "", OptOutType: "STOP" })
      assert.deepInclude(notice, { kind: "inbound", code: "STOP", text: "" })
    })
  )

  it.effect("reads its token from the environment", () =>
    Effect.gen(function* () {
      const form = new URLSearchParams({ SmsSid: "SM1", MessageStatus: "READ" })
      const layer = Layer.fresh(TwilioWebhook.TwilioWebhook.layerConfig).pipe(
        Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: { TWILIO_AUTH_TOKEN: token } })))
      )
      const [notice] = yield* Effect.flatMap(TwilioWebhook.TwilioWebhook, (service) =>
        service.verify(url, form.toString(), Signature.twilio(token, url, form))
      ).pipe(Effect.provide(layer))
      assert.deepInclude(notice, { kind: "read", externalId: "SM1" })
    })
  )
})
