/** What vendors tell us: webhooks believed or not, receipts in any order, replies, and the commands among them. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { Served, call, many, secrets, tenant, unique } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"
import * as Signed from "../Signed.ts"
import { awake, reachable, settled } from "./Channels.ts"

const typesOf = (caller: Caller, personId: string) =>
  Effect.map(caller.get(`/events/timeline?personId=${personId}`), (answer) =>
    answer.list("events").map((event) => String(event["type"]))
  )

/** An email that left. */
const emailed = Effect.fnUntraced(function* (caller: Caller, person: { readonly id: string; readonly email: string }) {
  const sent = yield* caller.post("/email/send", { to: person.id, subject: unique("Hello"), body: "Hello there" })
  assert.strictEqual(sent.status, 200, sent.raw)
  assert.strictEqual((yield* settled(caller, sent.text("id"))).at("status"), "sent")
  const [record] = (yield* caller.get(`/person/${person.id}/sends`)).list("sends")
  return { sendId: sent.text("id"), externalId: String(record?.["externalId"]), to: person.email }
})

const statusOf = (caller: Caller, sendId: string) =>
  Effect.map(caller.get(`/send/${sendId}/status`), (answer) => answer.at("status"))

const consentsOf = (caller: Caller, personId: string, channel: string) =>
  Effect.map(caller.get(`/api/person/${personId}/consent?channel=${channel}`), (answer) =>
    answer.list().map(({ scope, status }) => `${String(scope)} ${String(status)}`)
  )

const texts = (caller: Caller, to: string) =>
  Effect.map(caller.get("/sandbox/messages"), (answer) =>
    answer
      .list("messages")
      .filter((message) => message["to"] === to)
      .map((message) => String(message["text"]))
  )

const eventually = <A, R>(effect: Effect.Effect<A, never, R>, until: (value: A) => boolean) =>
  effect.pipe(
    Effect.repeat({ until, schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: "10 seconds" })) })
  )

const believing = (it: Tests): void => {
  it.effect("a forged, stale or unsigned webhook is a 400 and changes nothing", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const mail = yield* emailed(caller, person)
      const bounced = { ...mail, type: "email.bounced", data: { bounce: { type: "Permanent" } } }
      const old = Math.floor((performance.timeOrigin + performance.now()) / 1000) - 301
      const refused = [
        yield* Signed.resend({ ...bounced, secret: `whsec_${Buffer.from("another").toString("base64")}` }),
        yield* Signed.resend({ ...bounced, signedAt: old }),
        yield* call("POST", "/api/webhooks/resend", { key: null, body: bounced }),
        yield* Signed.twilio("/api/sms/inbound", { MessageSid: "SM1", From: person.phone, Body: "STOP" }, "another"),
        yield* Signed.meta({ object: "page", entry: [] }, "/api/webhooks/meta", "another"),
        yield* Signed.x({}, "/api/webhooks/x", "another"),
        yield* call("GET", "/api/webhooks/meta?hub.mode=subscribe&hub.verify_token=no&hub.challenge=1", { key: null }),
        yield* call("GET", "/api/webhooks/x", { key: null }),
        yield* Signed.meta({ signed: "well" })
      ]
      for (const answer of refused) assert.strictEqual(answer.status, 400, answer.raw)
      assert.deepStrictEqual(
        refused.map(({ faults }) => faults.join()),
        [
          "headers.Svix-Signature",
          "headers.Svix-Signature",
          "headers.Svix-Signature",
          "headers.X-Twilio-Signature",
          "headers.X-Hub-Signature-256",
          "headers.X-Twitter-Webhooks-Signature",
          "query.hub.verify_token",
          "query.crc_token",
          "body"
        ]
      )
      assert.strictEqual(yield* statusOf(caller, mail.sendId), "sent")
      assert.strictEqual((yield* caller.get("/api/suppressions")).at("total"), 0)
      assert.deepStrictEqual(yield* consentsOf(caller, person.id, "sms"), ["marketing granted"])
    })
  )

  it.effect("Meta's handshake and X's challenge are answered", () =>
    Effect.gen(function* () {
      const asked = new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.verify_token": secrets.metaVerify,
        "hub.challenge": "1158201444"
      })
      const { base } = yield* Served
      const response = yield* Effect.promise(() => fetch(`${base}/api/webhooks/meta?${asked}`))
      assert.strictEqual(yield* Effect.promise(() => response.text()), "1158201444")
      const challenge = yield* call("GET", "/api/webhooks/x?crc_token=abc", { key: null })
      assert.match(challenge.text("response_token"), /^sha256=/)
    })
  )
}

const receipts = (it: Tests): void => {
  it.effect("receipts move a send forward, in any order and however often they come", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const mail = yield* emailed(caller, person)
      const human = { userAgent: "Mozilla/5.0 (Macintosh) AppleWebKit/605 Safari/605", ipAddress: "203.0.113.9" }
      const clicked = {
        ...mail,
        type: "email.clicked",
        eventId: unique("evt"),
        data: { click: { ...human, link: "https://a.example" } }
      }
      for (const told of [clicked, { ...mail, type: "email.delivered" }, { ...mail, type: "email.opened" }, clicked])
        assert.deepStrictEqual((yield* Signed.resend(told)).body, { received: true })
      assert.strictEqual(yield* statusOf(caller, mail.sendId), "clicked")
      // The history's list of words ends there (contract section 6).
      assert.strictEqual((yield* caller.get(`/person/${person.id}/sends`)).at("sends.0.status"), "delivered")
      assert.sameMembers(
        [...(yield* typesOf(caller, person.id))],
        ["email.sent", "email.delivered", "email.opened", "email.clicked"]
      )
    })
  )

  it.effect("an open by a machine is on record and moves nothing", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const mail = yield* emailed(caller, yield* reachable(caller))
      const open = { userAgent: "Mozilla/5.0", ipAddress: "17.58.0.1" }
      yield* Signed.resend({ ...mail, type: "email.opened", data: { open } })
      const status = yield* caller.get(`/send/${mail.sendId}/status`)
      assert.strictEqual(status.at("status"), "sent")
      assert.strictEqual(status.at("events.1.payload.machine"), true)
    })
  )

  it.effect("a hard bounce, a complaint and five soft bounces in a row suppress the address; four do not", () =>
    Effect.gen(function* () {
      const caller = yield* awake({ caps: [] })
      const reasons = (address: string) =>
        Effect.map(caller.get(`/api/suppressions?channel=email&address=${address}`), (answer) =>
          answer.list("suppressions").map(({ reason }) => reason)
        )
      const [hard, spam, soft] = [yield* reachable(caller), yield* reachable(caller), yield* reachable(caller)]
      const dead = yield* emailed(caller, hard)
      yield* Signed.resend({ ...dead, type: "email.bounced", data: { bounce: { type: "Permanent" } } })
      assert.deepStrictEqual(yield* reasons(hard.email), ["hard_bounce"])
      assert.strictEqual(yield* statusOf(caller, dead.sendId), "failed")
      yield* Signed.resend({ ...(yield* emailed(caller, spam)), type: "email.complained" })
      assert.deepStrictEqual(yield* reasons(spam.email), ["complaint"])
      const again = yield* caller.post("/email/send", { to: spam.id, body: "Hello" })
      assert.strictEqual(again.at("reason"), "suppressed")
      const full = { type: "email.bounced", data: { bounce: { type: "Transient" } } }
      const mails = yield* Effect.forEach(
        many(5, (n) => n),
        () => emailed(caller, soft)
      )
      for (const mail of mails.slice(0, 4)) yield* Signed.resend({ ...mail, ...full })
      assert.deepStrictEqual(yield* reasons(soft.email), [])
      for (const mail of mails.slice(4)) yield* Signed.resend({ ...mail, ...full })
      assert.deepStrictEqual(yield* reasons(soft.email), ["soft_bounces"])
      const [one] = (yield* caller.get(`/api/suppressions?channel=email&address=${soft.email}`)).list("suppressions")
      yield* call("DELETE", `/api/suppressions/${String(one?.["id"])}`, { key: caller.key })
      yield* Signed.resend({ ...(yield* emailed(caller, soft)), ...full })
      assert.deepStrictEqual(yield* reasons(soft.email), [])
    })
  )

  it.effect("a receipt that comes before its send has left waits for it", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const scheduleFor = new Date(performance.timeOrigin + performance.now() + 700).toISOString()
      const sent = yield* caller.post("/email/send", { to: person.id, body: "Hello there", scheduleFor })
      const early = { type: "email.delivered", externalId: `sandbox_${sent.text("id")}`, to: person.email }
      assert.strictEqual((yield* Signed.resend(early)).status, 200)
      assert.strictEqual(yield* statusOf(caller, sent.text("id")), "queued")
      const status = yield* eventually(statusOf(caller, sent.text("id")), (now) => now === "delivered")
      assert.strictEqual(status, "delivered")
    })
  )

  it.effect("Twilio's report finds its send by the address that it was told to call", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const sent = yield* caller.post("/sms/send", { to: person.id, body: "Hello by SMS" })
      yield* settled(caller, sent.text("id"))
      const report = { MessageSid: unique("SM"), MessageStatus: "delivered", To: person.phone }
      const told = yield* Signed.twilio(`/api/webhooks/twilio/status?send=${sent.text("id")}`, report)
      assert.strictEqual(told.status, 200, told.raw)
      assert.strictEqual(yield* statusOf(caller, sent.text("id")), "delivered")
    })
  )
}

const replying = (it: Tests): void => {
  it.effect("a reply is remembered with what it wants, once however often it is delivered", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const sent = yield* caller.post("/sms/send", { to: person.id, body: "Shall we talk?" })
      yield* settled(caller, sent.text("id"))
      const sid = unique("SM")
      for (const _ of [1, 2])
        assert.deepStrictEqual(yield* Signed.sms(person.phone, "Yes, I'm interested, great!", sid), {
          status: 200,
          type: "text/xml",
          markup: '<?xml version="1.0" encoding="UTF-8"?><Response/>'
        })
      const status = yield* caller.get(`/send/${sent.text("id")}/status`)
      assert.strictEqual(status.at("status"), "replied")
      const timeline = yield* caller.get(`/events/timeline?personId=${person.id}&types=sms.replied`)
      const [reply, ...others] = timeline.list("events")
      assert.deepStrictEqual(others, [])
      assert.strictEqual(reply?.["source"], "twilio")
      assert.deepInclude(reply?.["metadata"], { intent: "interested", sentiment: "positive" })
      const memories = (yield* caller.get(`/api/person/${person.id}/memory`)).list()
      assert.deepStrictEqual(
        memories.map(({ kind, text }) => [kind, text]),
        [["intent", "Yes, I'm interested, great!"]]
      )
    })
  )

  it.effect(
    "STOP revokes every scope of the channel and suppresses; START restores what it removed; each is told once",
    () =>
      Effect.gen(function* () {
        const caller = yield* awake()
        const person = yield* reachable(caller)
        yield* settled(caller, (yield* caller.post("/sms/send", { to: person.id, body: "Offer one" })).text("id"))
        yield* Signed.sms(person.phone, " Stop! ")
        yield* Signed.sms(person.phone, "STOP")
        assert.deepStrictEqual(yield* consentsOf(caller, person.id, "sms"), ["both revoked"])
        const told = yield* eventually(texts(caller, person.phone), (all) => all.length > 1)
        assert.deepStrictEqual(
          told.map((text) => /START/.test(text)),
          [true, false]
        )
        const refused = yield* caller.post("/sms/send", { to: person.id, body: "Offer two" })
        assert.strictEqual(refused.at("reason"), "consent_revoked")
        const receipt = {
          to: person.id,
          body: "Your receipt",
          metadata: { purpose: "transactional", confirmation: true }
        }
        assert.strictEqual((yield* caller.post("/sms/send", receipt)).at("reason"), "suppressed")
        yield* Signed.sms(person.phone, "start")
        assert.include(yield* consentsOf(caller, person.id, "sms"), "marketing granted")
        assert.strictEqual((yield* caller.get("/api/suppressions")).at("total"), 0)
        assert.strictEqual((yield* caller.post("/sms/send", { to: person.id, body: "Offer two" })).status, 200)
        yield* Signed.sms(person.phone, "can't stop smiling")
        assert.include(yield* consentsOf(caller, person.id, "sms"), "marketing granted")
        assert.deepStrictEqual(yield* consentsOf(caller, person.id, "email"), ["marketing granted"])
      })
  )

  it.effect("HELP is answered in the language it was asked in, and changes nothing", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      yield* Signed.sms(person.phone, "HELP")
      const told = yield* eventually(texts(caller, person.phone), (all) => all.length > 0)
      assert.match(told[0] ?? "", /reply STOP/)
      yield* Signed.sms(person.phone, "Aidez-moi, s'il vous plaît !")
      const again = yield* eventually(texts(caller, person.phone), (all) => all.length > 1)
      assert.isTrue(again.some((text) => /répondez STOP/.test(text)))
      assert.deepStrictEqual(yield* consentsOf(caller, person.id, "sms"), ["marketing granted"])
    })
  )

  it.effect("a direct message that a caller passes on is a reply of whoever has the handle, known or not", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const handle = unique("rider")
      const body = { handle: `@${handle}`, message: "How much is it?", metadata: { campaign: "spring" } }
      for (const _ of [1, 2])
        assert.deepStrictEqual((yield* caller.post("/api/social/reddit/inbound", body)).body, { received: true })
      const id = (yield* caller.post("/api/person/resolve", { handle, type: "reddit" })).text("person.id")
      assert.sameMembers([...(yield* typesOf(caller, id))], ["dm.read", "dm.replied"])
      const [memory] = (yield* caller.get(`/api/person/${id}/memory`)).list()
      assert.deepInclude(memory, { text: "How much is it?", kind: "intent" })
      assert.strictEqual((yield* caller.post("/api/social/fax/inbound", body)).status, 404)
      assert.deepStrictEqual((yield* caller.post("/api/social/x/inbound", { handle: "a" })).faults, ["payload.message"])
      assert.strictEqual((yield* call("POST", "/api/social/x/inbound", { key: null, body })).status, 401)
      const reader = yield* tenant(["read"])
      assert.strictEqual((yield* reader.post("/api/social/x/inbound", body)).status, 403)
    })
  )

  it.effect("Meta's and X's messages and read receipts reach the person they are from", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const psid = String(2_000_000_000_000 + Math.floor(performance.now() * 1000))
      yield* caller.post(`/api/person/${person.id}/identities`, { type: "facebook", value: psid, verified: true })
      const sent = yield* caller.post("/social/facebook/dm", { personId: person.id, platform: "facebook", body: "Hi" })
      yield* settled(caller, sent.text("id"))
      const at = Math.floor(performance.timeOrigin + performance.now()) + 1000
      const told = (more: object) => ({
        object: "page",
        entry: [
          {
            id: "page",
            time: at,
            messaging: [{ sender: { id: psid }, recipient: { id: "page" }, timestamp: at, ...more }]
          }
        ]
      })
      yield* Signed.meta(told({ read: { watermark: at } }))
      assert.strictEqual(yield* statusOf(caller, sent.text("id")), "opened")
      yield* Signed.meta(
        told({ message: { mid: unique("mid"), text: "Tell me more" } }),
        "/api/social/facebook/inbound"
      )
      assert.strictEqual(yield* statusOf(caller, sent.text("id")), "replied")
      assert.includeMembers([...(yield* typesOf(caller, person.id))], ["dm.sent", "dm.read", "dm.replied"])
    })
  )

  it.effect("a number that is one's telephone and another's WhatsApp writes for whom it is the latter", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const number = `+4366${String(Math.floor(performance.now() * 1000))
        .padStart(9, "4")
        .slice(-9)}`
      const phoned = (yield* caller.post("/api/person/resolve", { phone: number })).text("person.id")
      const other = { handle: number, type: "whatsapp" }
      const written = (yield* caller.post("/api/person/resolve", other)).text("person.id")
      assert.notStrictEqual(phoned, written)
      const told = {
        object: "whatsapp_business_account",
        entry: [
          {
            id: "waba",
            changes: [
              {
                field: "messages",
                value: {
                  messaging_product: "whatsapp",
                  metadata: { display_phone_number: "15550000000", phone_number_id: "1" },
                  messages: [
                    {
                      id: unique("wamid"),
                      from: number.slice(1),
                      timestamp: String(Math.floor((performance.timeOrigin + performance.now()) / 1000)),
                      type: "text",
                      text: { body: "Hello there" }
                    }
                  ]
                }
              }
            ]
          }
        ]
      }
      yield* Signed.meta(told)
      const heard = Effect.repeat(typesOf(caller, written), {
        until: (types) => types.includes("dm.replied"),
        schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: "10 seconds" }))
      })
      assert.deepStrictEqual([...(yield* heard)], ["dm.replied"])
      assert.deepStrictEqual([...(yield* typesOf(caller, phoned))], [])
    })
  )
}

export const suite = (it: Tests): void => {
  believing(it)
  receipts(it)
  replying(it)
}
