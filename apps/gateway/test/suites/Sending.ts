/** Emails from the request to the outbox, and what the timeline tells of them (contract sections 3.3 and 8.10). */
import { assert } from "@effect/vitest"
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as ReferenceFlow from "@loopdrive/standalone/ReferenceFlow"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { Served, everyScope, keyOf, personOf, tenant, unique } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"

/** The send once it is no longer waiting. */
const settled = (caller: Caller, sendId: string) =>
  caller.get(`/send/${sendId}/status`).pipe(
    Effect.repeat({
      until: (answer) => answer.at("status") !== "queued",
      schedule: Schedule.spaced("10 millis").pipe(Schedule.upTo({ duration: "20 seconds" }))
    })
  )
const timeline = (caller: Caller, personId: string, more = "") =>
  caller.get(`/events/timeline?personId=${personId}${more}`)
const outbox = (caller: Caller) => Effect.map(caller.get("/sandbox/messages"), (answer) => answer.list("messages"))

const leaving = (it: Tests): void => {
  it.effect("queues an email, sends it once, and shows one event before and after", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      const body = { personId: person.id, subject: "Hello", body: "Hello there", html: "<p>Hello</p>" }
      const unbranded = yield* caller.post("/email/send", { ...body, brandId: "brand_nobody" })
      assert.deepStrictEqual([unbranded.status, unbranded.at("code")], [404, "brand_not_found"])
      const sent = yield* caller.post("/email/send", body)
      assert.strictEqual(sent.status, 200, sent.raw)
      assert.strictEqual(sent.at("status"), "queued")
      assert.strictEqual(sent.at("channel"), "email")
      assert.strictEqual(sent.at("personId"), person.id)
      const before = (yield* timeline(caller, person.id)).list("events")
      assert.deepStrictEqual(
        before.map((event) => event["type"]),
        ["email.sent"]
      )
      const status = yield* settled(caller, sent.text("id"))
      assert.strictEqual(status.at("status"), "sent", status.raw)
      assert.strictEqual(status.at("id"), sent.text("id"))
      const after = (yield* timeline(caller, person.id)).list("events")
      assert.deepStrictEqual(
        after.map((event) => [event["id"], event["type"], event["personId"], event["workspaceId"]]),
        [[before[0]?.["id"], "email.sent", person.id, caller.workspaceId]]
      )
      assert.deepStrictEqual(status.at("events.0"), after[0])
      const messages = yield* outbox(caller)
      assert.strictEqual(messages.length, 1)
      assert.strictEqual(messages[0]?.["to"], person.email)
      assert.strictEqual(messages[0]?.["subject"], "Hello")
      assert.strictEqual(messages[0]?.["sendId"], sent.text("id"))
      assert.deepStrictEqual((yield* caller.get(`/api/person/${person.id}/timeline`)).body, after)
    })
  )

  it.effect("takes a person's id in `to`, and an address of nobody yet", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      const byId = yield* caller.post("/email/send", { to: person.id, body: "By id" })
      assert.strictEqual(byId.at("personId"), person.id, byId.raw)
      const byAddress = yield* caller.post("/email/send", { to: person.email.toUpperCase(), body: "By address" })
      assert.strictEqual(byAddress.at("personId"), person.id, byAddress.raw)
      const stranger = yield* caller.post("/email/send", { to: "stranger@example.com", body: "Unknown" })
      assert.strictEqual(stranger.status, 409)
      assert.strictEqual(stranger.at("reason"), "no_consent")
      assert.strictEqual((yield* caller.get("/api/person")).at("total"), 2)
    })
  )

  it.effect("keeps a scheduled email until its time", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      const later = yield* caller.post("/email/send", {
        personId: person.id,
        body: "Later",
        scheduleFor: "2099-01-01T00:00:00.000Z",
        sendAt: "2020-01-01T00:00:00.000Z"
      })
      assert.strictEqual(later.at("status"), "queued", later.raw)
      assert.strictEqual(later.at("metadata.state"), "deferred")
      assert.strictEqual(later.at("metadata.deferredUntil"), "2099-01-01T00:00:00.000Z")
      // Another one that is due shows that the workers have had their turn.
      const due = yield* caller.post("/email/send", { personId: person.id, body: "Now" })
      assert.strictEqual((yield* settled(caller, due.text("id"))).at("status"), "sent")
      const waiting = yield* caller.get(`/send/${later.text("id")}/status`)
      assert.strictEqual(waiting.at("status"), "queued")
      assert.strictEqual((yield* outbox(caller)).length, 1)
    })
  )

  it.effect("refuses what would start another header, in every field that becomes one", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      const injected = [
        { subject: "Hello\r\nBcc: all@example.com" },
        { subject: "Hello\nX: y" },
        { fromName: "A\r\nBcc: b@example.com", fromEmail: "a@example.com" },
        { fromEmail: "a@example.com\r\nBcc: b@example.com" },
        { fromName: "A\u001b[31m", fromEmail: "a@example.com" },
        { replyTo: "a@example.com\nBcc: b@example.com" },
        { fromEmail: "a@example.com, b@example.com" },
        { to: "a@example.com\r\nBcc: b@example.com", personId: undefined }
      ]
      for (const fields of injected) {
        const answer = yield* caller.post("/email/send", { personId: person.id, body: "Hello", ...fields })
        assert.strictEqual(answer.status, 400, `${JSON.stringify(fields)}: ${answer.raw}`)
        assert.isNotEmpty(answer.faults)
      }
      assert.isEmpty((yield* timeline(caller, person.id)).list("events"))
    })
  )
}

const naming = (it: Tests): void => {
  it.effect("takes a name alone for the one who sends, at the address that is sent from", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      const fields = {
        personId: person.id,
        subject: "Hello",
        body: "Hello there",
        html: "  ",
        fromName: "Ada <at> work"
      }
      const sent = yield* caller.post("/email/send", fields)
      const explained = yield* caller.get(`/send/${sent.text("id")}/explain`)
      assert.match(explained.raw, /Ada at work\\" <no-reply@/)
      yield* settled(caller, sent.text("id"))
      assert.isUndefined((yield* outbox(caller))[0]?.["html"])
    })
  )

  it.effect("refuses a sender's number that is none", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller)
      for (const fromNumber of ["not a number", "+1", "+49 30 123", "Bakery & Sons"]) {
        const answer = yield* caller.post("/sms/send", { to: person.id, body: "Hello", fromNumber })
        assert.deepStrictEqual([answer.status, answer.faults], [400, ["payload.fromNumber"]], answer.raw)
      }
      const named = yield* caller.post("/sms/send", { to: person.id, body: "Hello", fromNumber: "Ada & Co" })
      assert.deepStrictEqual([named.status, named.at("reason")], [409, "no_identity"])
      assert.include(named.text("detail"), "/explain")
    })
  )
}

const refusing = (it: Tests): void => {
  it.effect("refuses without consent, says why, and keeps the send as failed", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = (id: string) => `/api/person/${id}/consent`
      const consent = { channel: "email", scope: "marketing", source: "form" }
      const reasons: ReadonlyArray<readonly [object | undefined, string]> = [
        [undefined, "no_consent"],
        [{ status: "pending" }, "consent_pending"],
        [{ status: "revoked" }, "consent_revoked"],
        [{ status: "granted", expiresAt: "2020-01-01" }, "consent_expired"],
        [{ status: "granted", scope: "transactional" }, "no_consent"]
      ]
      for (const [said, reason] of reasons) {
        const person = yield* personOf(caller)
        if (said !== undefined) yield* caller.post(path(person.id), { ...consent, ...said })
        const refused = yield* caller.post("/email/send", { personId: person.id, body: "Hello" })
        assert.strictEqual(refused.status, 409, refused.raw)
        assert.strictEqual(refused.at("code"), "send_refused")
        assert.strictEqual(refused.at("reason"), reason)
        const status = yield* caller.get(`/send/${refused.text("sendId")}/status`)
        assert.strictEqual(status.at("status"), "failed")
        assert.deepStrictEqual(
          (yield* timeline(caller, person.id)).list("events").map((event) => event["type"]),
          ["email.failed"]
        )
      }
      assert.isEmpty(yield* outbox(caller))
    })
  )

  it.effect("refuses a person without an address", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const id = (yield* caller.post("/api/person/resolve", { phone: "+14155552671" })).text("person.id")
      const send = () => caller.post("/email/send", { personId: id, body: "Hello" })
      assert.strictEqual((yield* send()).at("reason"), "no_identity")
      const metadata = { purpose: "transactional" }
      const receipt = yield* caller.post("/email/send", { personId: id, body: "Hello", metadata })
      assert.strictEqual(receipt.at("reason"), "no_identity")
      yield* caller.post(`/api/person/${id}/identities`, { type: "email", value: "late@example.com", verified: true })
      assert.strictEqual((yield* send()).at("reason"), "no_consent")
    })
  )

  it.effect("sends a transactional message without consent, to a key that may", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const plain = yield* keyOf(
        caller.workspaceId,
        everyScope.filter((scope) => scope !== "send:transactional")
      )
      const person = yield* personOf(caller)
      const message = { personId: person.id, body: "Your receipt", metadata: { purpose: "transactional" } }
      const refused = yield* plain.post("/email/send", message)
      assert.strictEqual(refused.status, 409, refused.raw)
      assert.strictEqual(refused.at("reason"), "no_consent")
      const sent = yield* caller.post("/email/send", message)
      assert.strictEqual(sent.status, 200, sent.raw)
      assert.strictEqual(sent.at("metadata.purpose"), "transactional")
      assert.strictEqual((yield* settled(caller, sent.text("id"))).at("status"), "sent")
    })
  )

  it.effect("needs a recipient and something to say", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      const bad: ReadonlyArray<readonly [object, string]> = [
        [{ body: "Hello" }, "payload.to"],
        [{ to: "nobody", body: "Hello" }, "payload.to"],
        [{ to: "", body: "Hello" }, "payload.to"],
        [{ personId: person.id }, "payload.body"],
        [{ personId: person.id, body: " " }, "payload.body"]
      ]
      for (const [body, field] of bad) {
        const answer = yield* caller.post("/email/send", body)
        assert.deepStrictEqual(answer.faults, [field], `${JSON.stringify(body)}: ${answer.raw}`)
      }
      assert.strictEqual((yield* caller.get("/send/send_nobody/status")).at("code"), "send_not_found")
    })
  )

  it.effect("shows a send to its workspace alone", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [yield* tenant(), yield* tenant()]
      const person = yield* personOf(theirs, { consent: true })
      const id = (yield* theirs.post("/email/send", { personId: person.id, body: "Hello" })).text("id")
      const foreign = yield* ours.get(`/send/${id}/status`)
      const unknown = yield* ours.get("/send/send_unknown/status")
      assert.strictEqual(foreign.status, 404)
      assert.strictEqual(foreign.raw.replaceAll(id, ""), unknown.raw.replaceAll("send_unknown", ""))
      yield* settled(theirs, id)
      assert.isEmpty(yield* outbox(ours))
    })
  )
}

const telling = (it: Tests): void => {
  it.effect("pages through a timeline without losing or doubling anything, newest first", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      for (let n = 0; n < 7; n++) {
        const metadata = { purpose: "transactional" }
        const sent = yield* caller.post("/email/send", { personId: person.id, body: `Message ${n}`, metadata })
        if (n < 4) yield* settled(caller, sent.text("id"))
      }
      const all = (yield* timeline(caller, person.id)).list("events").map((event) => event["id"])
      assert.strictEqual(new Set(all).size, 7)
      const seen: Array<unknown> = []
      let cursor = ""
      do {
        const page = yield* timeline(caller, person.id, `&limit=3${cursor}`)
        seen.push(...page.list("events").map((event) => event["id"]))
        const next = page.at("nextCursor")
        cursor = typeof next === "string" ? `&cursor=${next}` : ""
      } while (cursor !== "")
      assert.deepStrictEqual(seen.toSorted(), all.toSorted())
      const times = (yield* timeline(caller, person.id)).list("events").map((event) => String(event["ts"]))
      assert.deepStrictEqual(times, times.toSorted().toReversed())
    })
  )

  it.effect("answers by channel, by type and by time, with memories if asked", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const person = yield* personOf(caller, { consent: true })
      yield* caller.post("/email/send", { personId: person.id, body: "Hello" })
      yield* caller.post(`/api/person/${person.id}/memory`, { kind: "fact", text: "Runs a bakery" })
      const count = Effect.fnUntraced(function* (query: string) {
        return (yield* timeline(caller, person.id, query)).list("events").length
      })
      assert.strictEqual(yield* count("&channels=email"), 1)
      assert.strictEqual(yield* count("&channels=sms&channels=x"), 0)
      assert.strictEqual(yield* count("&types=email.sent&types=email.opened"), 1)
      assert.strictEqual(yield* count("&types=email.opened"), 0)
      assert.strictEqual(yield* count("&dateFrom=2020-01-01T00:00:00.000Z"), 1)
      assert.strictEqual(yield* count("&dateTo=2020-01-01T00:00:00.000Z"), 0)
      const whole = yield* timeline(caller, person.id, "&includeMemory=true")
      assert.strictEqual(whole.text("memories.0.text"), "Runs a bakery")
      assert.isUndefined((yield* timeline(caller, person.id)).at("memories"))
    })
  )

  it.effect("passes the documented flow through the SDK", () =>
    Effect.gen(function* () {
      const { base, key } = yield* Served
      const client = new LoopDrive({ baseURL: base, apiKey: key })
      const steps: Array<string> = []
      const flow = ReferenceFlow.run(client, `${unique("flow")}@example.com`, (step) => steps.push(step))
      const result = yield* Effect.promise(() => flow)
      assert.strictEqual(result.status, "sent")
      assert.isAbove(steps.length, 3)
      assert.strictEqual((yield* Effect.promise(() => client.ping())).status, "healthy")
    })
  )
}

export const suite = (it: Tests): void => {
  leaving(it)
  naming(it)
  refusing(it)
  telling(it)
}
