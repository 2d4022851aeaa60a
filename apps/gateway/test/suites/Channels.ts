/** SMS, direct messages and what goes with every send: composing, cancelling, explaining, history, the rules. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { many, tenant, unique } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"

export const settled = (caller: Caller, sendId: string) =>
  caller.get(`/send/${sendId}/status`).pipe(
    Effect.repeat({
      until: (answer) => answer.at("status") !== "queued",
      schedule: Schedule.spaced("10 millis").pipe(Schedule.upTo({ duration: "20 seconds" }))
    })
  )

/** A workspace that is never quiet, and has these caps. */
export const awake = Effect.fnUntraced(function* (settings: object = {}) {
  const caller = yield* tenant()
  const changed = yield* caller.patch("/api/admin/settings", {
    workspaceId: caller.workspaceId,
    quietHours: { start: "00:00", end: "00:00" },
    contestMillis: 0,
    ...settings
  })
  assert.strictEqual(changed.status, 200, changed.raw)
  return caller
})

let numbers = 0
/** Somebody who can be reached everywhere, and agreed to it. */
export const reachable = Effect.fnUntraced(function* (caller: Caller) {
  const email = `${unique("reader")}@example.com`
  const phone = `+1415556${String(++numbers).padStart(4, "0")}`
  const id = (yield* caller.post("/api/person/resolve", { email, phone })).text("person.id")
  for (const [type, value] of [
    ["instagram", unique("insta")],
    ["x", unique("x")]
  ])
    yield* caller.post(`/api/person/${id}/identities`, { type, value, verified: true })
  for (const channel of ["email", "sms", "dm"])
    yield* caller.post(`/api/person/${id}/consent`, { channel, scope: "marketing", status: "granted", source: "test" })
  return { id, email, phone }
})

const outbox = (caller: Caller) => Effect.map(caller.get("/sandbox/messages"), (answer) => answer.list("messages"))

const leaving = (it: Tests): void => {
  it.effect("sends an SMS and a direct message under both spellings, each on its own channel", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const sms = yield* caller.post("/sms/send", { to: person.id, body: "Hello by SMS" })
      assert.strictEqual(sms.status, 200, sms.raw)
      assert.strictEqual(sms.at("channel"), "sms")
      const dm = yield* caller.post("/api/social/instagram/dm", {
        personId: person.id,
        platform: "instagram",
        body: "Hello there",
        threadId: "t-1"
      })
      assert.strictEqual(dm.at("channel"), "instagram", dm.raw)
      for (const send of [sms, dm]) assert.strictEqual((yield* settled(caller, send.text("id"))).at("status"), "sent")
      const events = (yield* caller.get(`/events/timeline?personId=${person.id}`)).list("events")
      assert.sameMembers(
        events.map((event) => event["type"]),
        ["sms.sent", "dm.sent"]
      )
      const kept = yield* outbox(caller)
      assert.sameMembers(
        kept.map((message) => message["channel"]),
        ["sms", "instagram"]
      )
      assert.include(
        kept.map((message) => message["to"]),
        person.phone
      )
    })
  )

  it.effect("marks the links of a message with where they come from", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const utmParams = { source: "spring", medium: "mail" }
      const sent = yield* caller.post("/email/send", { to: person.id, body: "See https://acme.example/a.", utmParams })
      yield* settled(caller, sent.text("id"))
      assert.strictEqual(
        (yield* outbox(caller))[0]?.["text"],
        "See https://acme.example/a?utm_source=spring&utm_medium=mail."
      )
    })
  )

  it.effect("composes what comes without a body from what is known of the person, and says how", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      yield* caller.post(`/api/person/${person.id}/memory`, { kind: "fact", text: "Runs a bakery in Lisbon" })
      const email = yield* caller.post("/email/send", { personId: person.id, objective: "demo_book" })
      assert.strictEqual(email.at("status"), "queued", email.raw)
      const status = yield* settled(caller, email.text("id"))
      assert.strictEqual(status.at("status"), "sent", status.raw)
      const [message] = yield* outbox(caller)
      assert.isString(message?.["subject"])
      assert.include(String(message?.["text"]), "bakery")
      const explained = yield* caller.get(`/send/${email.text("id")}/explain`)
      assert.deepStrictEqual(
        explained.list("trail").map(({ step }) => step),
        ["admitted", "composed", "leaving", "sent"]
      )
      assert.strictEqual(explained.list("trail.1.detail.memoryIds").length, 1)
      assert.deepStrictEqual(explained.list("trail.1.detail.objections"), [])
      const sms = yield* caller.post("/sms/send", { to: person.id, objective: "nurture_checkin" })
      assert.strictEqual((yield* settled(caller, sms.text("id"))).at("status"), "sent", sms.raw)
    })
  )

  it.effect("has no alert where nothing is unknown, and knows none of another workspace", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      for (const query of ["", "?acknowledged=true", "?acknowledged=false&limit=5"])
        assert.deepStrictEqual((yield* caller.get(`/api/sends/alerts${query}`)).body, { alerts: [], total: 0 })
      assert.strictEqual((yield* caller.get("/api/sends/alerts?acknowledged=maybe")).status, 400)
      const none = yield* caller.post("/api/sends/alerts/alert_none/acknowledge")
      assert.deepStrictEqual([none.status, none.at("code")], [404, "alert_not_found"])
    })
  )

  it.effect("lists what a person was sent, newest first, by channel and by page", () =>
    Effect.gen(function* () {
      const caller = yield* awake({ caps: [] })
      const person = yield* reachable(caller)
      for (const n of [1, 2]) yield* caller.post("/email/send", { to: person.id, body: `Mail ${n}` })
      yield* caller.post("/sms/send", { to: person.id, body: "Text" })
      const all = yield* caller.get(`/person/${person.id}/sends`)
      assert.strictEqual(all.at("total"), 3)
      assert.strictEqual(all.at("sends.0.channel"), "sms")
      const emails = yield* caller.get(`/api/person/${person.id}/sends?channels=email&limit=1`)
      assert.deepStrictEqual([emails.at("total"), emails.list("sends").length], [2, 1])
      assert.strictEqual((yield* caller.get("/person/per_nobody/sends")).status, 404)
    })
  )
}

const deciding = (it: Tests): void => {
  it.effect("sends three a day of many at once, and defers or refuses the others", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      yield* Effect.forEach(
        many(12, (n) => n),
        (n) => caller.post("/email/send", { to: person.id, body: `Campaign ${n}` }),
        { concurrency: 12 }
      )
      // Who lost its place to another learns that when it asks to leave.
      const stateOf = (send: unknown) => Reflect.get(Object(Reflect.get(Object(send), "metadata")), "state")
      const all = yield* caller.get(`/person/${person.id}/sends?limit=50`).pipe(
        Effect.map((answer) => answer.list("sends")),
        Effect.repeat({
          until: (sends) => sends.every((send) => ["sent", "deferred"].includes(stateOf(send))),
          schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: "20 seconds" }))
        })
      )
      assert.strictEqual(all.filter((send) => stateOf(send) === "sent").length, 3)
      const deferred = all.filter((send) => stateOf(send) === "deferred")
      assert.strictEqual(deferred.length, 9)
      const metadata = Object(Reflect.get(Object(deferred[0]), "metadata"))
      assert.strictEqual(Reflect.get(metadata, "reason"), "capped")
      assert.isString(Reflect.get(metadata, "deferredUntil"))
      const once = { onBlock: "refuse" }
      const refused = yield* caller.post("/email/send", { to: person.id, body: "One more", metadata: once })
      assert.deepStrictEqual([refused.status, refused.at("reason")], [409, "capped"])
      const receipt = { purpose: "transactional" }
      const sent = yield* caller.post("/email/send", { to: person.id, body: "Your order", metadata: receipt })
      assert.strictEqual((yield* settled(caller, sent.text("id"))).at("status"), "sent")
    })
  )

  it.effect("explains every decision by its rules", () =>
    Effect.gen(function* () {
      const caller = yield* awake({ quietHours: { start: "00:00", end: "23:59" }, timezone: "Europe/Paris" })
      const person = yield* reachable(caller)
      yield* caller.patch(`/api/person/${person.id}`, { timezone: "Europe/Paris" })
      const sms = yield* caller.post("/sms/send", { to: person.id, body: "Sleep well" })
      assert.strictEqual(sms.at("metadata.reason"), "quiet_hours", sms.raw)
      const explained = yield* caller.get(`/api/send/${sms.text("id")}/explain`)
      assert.strictEqual(explained.at("decisions.0.outcome"), "admitted")
      const rules = explained.list("decisions.0.rules")
      assert.deepStrictEqual(
        rules.map(({ rule }) => rule),
        ["identity", "consent", "suppression", "guardrail", "lateness", "cap", "quiet_hours"]
      )
      assert.deepInclude(rules.at(-1), { outcome: "defer", version: 1 })
      assert.deepInclude(rules.at(-1)?.["inputs"], { zones: ["Europe/Paris"], zonesFrom: "person" })
      assert.strictEqual((yield* caller.get("/send/send_unknown/explain")).status, 404)
    })
  )

  it.effect("refuses what the guardrails object to, and a WhatsApp message to who has not written", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const unsafe = yield* caller.post("/email/send", {
        to: person.id,
        body: "You are a stupid fucking idiot and I hate you"
      })
      assert.deepStrictEqual([unsafe.status, unsafe.at("reason")], [409, "guardrail"])
      const cold = { to: person.id, body: "Hello" }
      const refused = yield* caller.post("/social/whatsapp/dm", cold)
      assert.deepStrictEqual([refused.status, refused.at("reason")], [409, "outside_window"], refused.raw)
      const template = { name: "hello", language: "en_US", parameters: ["Ada"] }
      const approved = yield* caller.post("/social/whatsapp/dm", { ...cold, metadata: { template } })
      assert.strictEqual(approved.status, 200, approved.raw)
    })
  )

  it.effect("takes back what waits, once and for all, and nothing that has left", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const scheduleFor = "2099-01-01T00:00:00.000Z"
      const later = (yield* caller.post("/email/send", { to: person.id, body: "Later", scheduleFor })).text("id")
      for (const path of [`/send/${later}/cancel`, `/api/send/${later}/cancel`]) {
        const cancelled = yield* caller.post(path)
        assert.deepStrictEqual([cancelled.status, cancelled.at("error")], [200, "cancelled"], cancelled.raw)
        assert.strictEqual(cancelled.at("metadata.state"), "cancelled")
      }
      assert.strictEqual((yield* caller.get(`/send/${later}/status`)).at("status"), "failed")
      const sent = (yield* caller.post("/email/send", { to: person.id, body: "Now" })).text("id")
      yield* settled(caller, sent)
      assert.strictEqual((yield* caller.post(`/send/${sent}/cancel`)).at("code"), "send_left")
      assert.strictEqual((yield* caller.post("/send/send_unknown/cancel")).status, 404)
    })
  )
}

const badInput = (it: Tests): void => {
  it.effect("names the field of what cannot be meant, and records nothing", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const { id } = yield* reachable(caller)
      const past = "2020-01-01T00:00:00.000Z"
      const bad: ReadonlyArray<readonly [string, object, string]> = [
        ["/social/myspace/dm", { to: id, body: "Hello" }, "params.platform"],
        ["/social/tiktok/dm", { to: id, body: "Hello" }, "params.platform"],
        ["/social/x/dm", { to: id, body: "Hello", platform: "instagram" }, "payload.platform"],
        ["/social/x/dm", { to: id, body: "x".repeat(281) }, "payload.body"],
        [
          "/social/whatsapp/dm",
          { to: id, body: "Hello", metadata: { template: { name: "hello" } } },
          "payload.metadata.template"
        ],
        ["/sms/send", { to: id, body: "x".repeat(161) }, "payload.body"],
        [
          "/sms/send",
          { to: id, body: "é€".repeat(60), metadata: { segmentsMost: 11 } },
          "payload.metadata.segmentsMost"
        ],
        ["/sms/send", { to: "nobody", body: "Hello" }, "payload.to"],
        ["/email/send", { to: id, body: "Hello", sendAt: past }, "payload.sendAt"],
        ["/email/send", { to: id, body: "Hello", scheduleFor: past }, "payload.scheduleFor"],
        ["/email/send", { to: id, body: "Hello", metadata: { priority: 10 } }, "payload.metadata.priority"],
        [
          "/email/send",
          { to: id, body: "Hello", metadata: { expectedValue: "much" } },
          "payload.metadata.expectedValue"
        ],
        ["/email/send", { to: id, body: "Hello", metadata: { maxLatenessMs: -1 } }, "payload.metadata.maxLatenessMs"],
        ["/email/send", { to: id, body: "Hello", metadata: { onBlock: "wait" } }, "payload.metadata.onBlock"],
        ["/send/bulk", { personIds: [], body: "Hello" }, "payload.personIds"],
        ["/send/bulk", { personIds: [id, "per_nobody"], body: "Hello" }, "payload.personIds.1"],
        ["/send/bulk", { personIds: [id], body: "Hello", platform: "myspace" }, "payload.platform"],
        ["/send/bulk", { personIds: [id], body: "Hello", platform: "x", channel: "sms" }, "payload.channel"],
        ["/send/bulk", { personIds: [id], body: "Hello", channel: "youtube" }, "payload.channel"],
        ["/send/bulk", { personIds: [id], body: "Hello", localTime: "25:00" }, "payload.localTime"],
        ["/send/bulk", { personIds: [id] }, "payload.body"]
      ]
      for (const [path, body, field] of bad) {
        const answer = yield* caller.post(path, body)
        assert.strictEqual(answer.status, 400, `${path} ${JSON.stringify(body)}: ${answer.raw}`)
        assert.deepStrictEqual(answer.faults, [field], `${path} ${JSON.stringify(body)}: ${answer.raw}`)
      }
      assert.strictEqual((yield* caller.get(`/person/${id}/sends`)).at("total"), 0)
      const two =
        "Your table is booked for Saturday at half past seven, by the window as you asked. The kitchen closes at ten, and " +
        "the car park behind the house stays open until midnight. Reply here if anything changes. We look forward to it."
      const longer = yield* caller.post("/sms/send", { to: id, body: two, metadata: { segmentsMost: 2 } })
      assert.strictEqual(longer.status, 200, longer.raw)
    })
  )

  it.effect("takes settings that can be meant, and no others", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const { workspaceId } = caller
      const caps = [{ channel: "email", limit: 2, windowHours: 48 }]
      const set = yield* caller.patch("/api/admin/settings", { workspaceId, caps, doubleOptIn: true })
      assert.deepStrictEqual([set.at("caps"), set.at("doubleOptIn")], [caps, true])
      for (const bad of [
        { quietHours: { start: "9 pm", end: "08:00" } },
        { caps: [{ limit: -1, windowHours: 24 }] },
        { caps: [{ limit: 1, windowHours: 745 }] },
        { contestMillis: 60_001 }
      ])
        assert.strictEqual((yield* caller.patch("/api/admin/settings", { workspaceId, ...bad })).status, 400)
    })
  )
}

export const suite = (it: Tests): void => {
  leaving(it)
  deciding(it)
  badInput(it)
}
