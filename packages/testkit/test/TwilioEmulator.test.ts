import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit } from "effect"
import * as TwilioEmulator from "../src/TwilioEmulator.ts"
import * as WebhookDelivery from "../src/WebhookDelivery.ts"

const form = "application/x-www-form-urlencoded"

const call = (
  emulator: TwilioEmulator.TwilioEmulator,
  method: string,
  path: string,
  body?: Record<string, string>,
  type = form
) =>
  Effect.promise(async (signal) => {
    const basic = Buffer.from(`${emulator.accountSid}:${emulator.authToken}`).toString("base64")
    const headers = { authorization: `Basic ${basic}`, ...(body === undefined ? {} : { "content-type": type }) }
    const url = `${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/${path}`
    const sent = body === undefined ? {} : { body: new URLSearchParams(body).toString() }
    const response = await fetch(url, { method, headers, signal, ...sent })
    const json: unknown = await response.json()
    return json as Record<string, unknown>
  })

describe("TwilioEmulator", () => {
  it.effect("names what is wrong as the vendor documents it", () =>
    Effect.gen(function* () {
      const emulator = yield* TwilioEmulator.make({ numbers: ["+14155550100"] })
      const whole = { From: "+14155550100", To: "+14155550123", Body: "Hi" }
      const code = (body: Record<string, string>) =>
        Effect.map(call(emulator, "POST", "Messages.json", body), (json) => json["code"])
      assert.strictEqual(yield* code({ ...whole, To: "" }), 21604)
      assert.strictEqual(yield* code({ ...whole, From: "" }), 21603)
      assert.strictEqual(yield* code({ ...whole, From: "+14155550199" }), 21606)
      assert.strictEqual(yield* code({ ...whole, Body: "a".repeat(1601) }), 21617)
      assert.strictEqual((yield* call(emulator, "POST", "Messages.json", whole, "text/plain"))["code"], 20415)
      assert.strictEqual((yield* call(emulator, "DELETE", "Messages.json"))["code"], 20004)
      assert.strictEqual((yield* call(emulator, "GET", "Calls.json"))["code"], 20404)
      yield* emulator.fault.next({ kind: "status", status: 500, name: "oops" })
      assert.strictEqual((yield* call(emulator, "GET", "Messages.json"))["code"], 20500)
    })
  )

  it.effect("counts segments, and lists everything where nothing is asked for", () =>
    Effect.gen(function* () {
      const emulator = yield* TwilioEmulator.make()
      const send = (Body: string) =>
        call(emulator, "POST", "Messages.json", { From: "+14155550100", To: "+14155550123", Body })
      const segments = [yield* send("я".repeat(70)), yield* send("я".repeat(71)), yield* send("a".repeat(160))]
      assert.deepStrictEqual(
        segments.map((json) => json["num_segments"]),
        ["1", "2", "1"]
      )
      const { messages } = yield* call(emulator, "GET", "Messages.json")
      assert.strictEqual((messages as ReadonlyArray<unknown>).length, 3)
      assert.isTrue(Exit.isFailure(yield* Effect.exit(emulator.move("SM0", "sent"))))
    })
  )

  it.effect("loses, repeats and disorders webhooks by a seed", () =>
    Effect.gen(function* () {
      const emulator = yield* TwilioEmulator.make()
      const webhooks = Array.from({ length: 40 }, (_, n) =>
        emulator.inbound("http://127.0.0.1:9/none", { sid: `SM${n}`, from: "+1", to: "+2", body: "x" })
      )
      const run = (seed: number) =>
        Effect.gen(function* () {
          const seen: Array<string> = []
          const to: WebhookDelivery.Receiver = ({ body }) =>
            Effect.sync(() => seen.push(new URLSearchParams(body).get("MessageSid") ?? "")).pipe(Effect.as(200))
          const outcomes = yield* WebhookDelivery.deliver(webhooks, {
            to,
            drop: 0.3,
            duplicate: 0.3,
            shuffle: true,
            seed
          })
          return { seen, dropped: outcomes.filter((outcome) => outcome === "dropped").length }
        })
      const [first, again, other] = [yield* run(1), yield* run(1), yield* run(2)]
      assert.deepStrictEqual(first, again)
      assert.notDeepEqual(first.seen, other.seen)
      assert.isAbove(first.dropped, 0)
      assert.isBelow(new Set(first.seen).size, first.seen.length)
      assert.deepStrictEqual(yield* WebhookDelivery.deliver(webhooks.slice(0, 1)), ["failed"])
      assert.deepStrictEqual(
        yield* WebhookDelivery.deliver(webhooks.slice(0, 1).map((webhook) => ({ ...webhook, url: emulator.url }))),
        [401]
      )
    })
  )
})
