/** Double opt-in: who is asked to confirm a consent, how often, and what counts as a yes. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { unique } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"
import * as Signed from "../Signed.ts"
import { awake, settled } from "./Channels.ts"

const asking = awake({ doubleOptIn: true })

const visit = (url: string, method: "GET" | "POST") =>
  Effect.promise(async () => {
    const response = await fetch(url, { method, redirect: "manual" })
    return { status: response.status, text: await response.text() }
  })

let numbers = 0
/** Somebody who has said nothing yet. */
const newcomer = Effect.fnUntraced(function* (caller: Caller) {
  const email = `${unique("newcomer")}@example.com`
  const phone = `+1415557${String(++numbers).padStart(4, "0")}`
  return { id: (yield* caller.post("/api/person/resolve", { email, phone })).text("person.id"), email, phone }
})

const consents = (caller: Caller, personId: string, channel: string, status: string, source = unique("form")) =>
  Effect.map(
    caller.post(`/api/person/${personId}/consent`, { channel, scope: "marketing", status, source }),
    (answer) => assert.strictEqual(answer.status, 200, answer.raw)
  )

const standing = (caller: Caller, personId: string, channel: string) =>
  Effect.map(caller.get(`/api/person/${personId}/consent?channel=${channel}`), (answer) =>
    answer.list().map(({ source, status }) => `${String(status)} ${String(source).replace(/-.*/, "")}`)
  )

/** What was sent to an address, once there are so many. */
const messages = (caller: Caller, to: string, least: number) =>
  Effect.map(caller.get("/sandbox/messages"), (answer) =>
    answer.list("messages").filter((message) => message["to"] === to)
  ).pipe(
    Effect.repeat({
      until: (found) => found.length >= least,
      schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: "10 seconds" }))
    })
  )

const linkIn = (message: Readonly<Record<string, unknown>> | undefined): string =>
  /https?:\/\/\S+\/c\/\S+/.exec(String(message?.["text"]))?.[0] ?? ""

export const suite = (it: Tests): void => {
  it.effect("asks once by itself; looking at the link changes nothing, and the POST grants", () =>
    Effect.gen(function* () {
      const caller = yield* asking
      const person = yield* newcomer(caller)
      yield* consents(caller, person.id, "email", "pending")
      yield* consents(caller, person.id, "email", "pending")
      const [message] = yield* messages(caller, person.email, 1)
      const url = linkIn(message)
      assert.match(String(message?.["subject"]), /^Please confirm/)
      assert.strictEqual((yield* visit(url, "GET")).status, 200)
      for (const wrong of [
        `${url}x`,
        url.replace(/\.[^.]*$/, ".AAAAAAAAAAAAAAAA"),
        url.replace(/\/c\/.*/, "/c/nothing")
      ])
        for (const method of ["GET", "POST"] as const) assert.strictEqual((yield* visit(wrong, method)).status, 404)
      assert.deepStrictEqual(yield* standing(caller, person.id, "email"), ["pending form"])
      const early = yield* caller.post("/email/send", { to: person.id, body: "Hello" })
      assert.strictEqual(early.at("reason"), "consent_pending")
      for (const _ of [1, 2]) assert.include((yield* visit(url, "POST")).text, "Thank you")
      assert.deepStrictEqual(yield* standing(caller, person.id, "email"), ["granted double_opt_in"])
      const sent = yield* caller.post("/email/send", { to: person.id, body: "Hello there" })
      assert.strictEqual((yield* settled(caller, sent.text("id"))).at("status"), "sent")
      assert.strictEqual((yield* messages(caller, person.email, 2)).length, 2)
    })
  )

  it.effect("an old link does not bring back what was taken back, and a new wish is asked about anew", () =>
    Effect.gen(function* () {
      const caller = yield* asking
      const person = yield* newcomer(caller)
      yield* consents(caller, person.id, "email", "pending")
      const url = linkIn((yield* messages(caller, person.email, 1))[0])
      yield* consents(caller, person.id, "email", "revoked")
      assert.include((yield* visit(url, "POST")).text, "nothing to confirm")
      assert.deepStrictEqual(yield* standing(caller, person.id, "email"), ["revoked form"])
      yield* consents(caller, person.id, "email", "pending")
      const asked = yield* messages(caller, person.email, 2)
      assert.strictEqual(new Set(asked.map(linkIn)).size, 2)
    })
  )

  it.effect("a yes in any of our languages confirms by SMS, from nobody but who was asked", () =>
    Effect.gen(function* () {
      const caller = yield* asking
      const [asked, other] = [yield* newcomer(caller), yield* newcomer(caller)]
      yield* caller.post("/api/suppressions", { channel: "sms", address: other.phone })
      yield* consents(caller, other.id, "sms", "pending")
      yield* consents(caller, asked.id, "sms", "pending")
      assert.match(String((yield* messages(caller, asked.phone, 1))[0]?.["text"]), /reply YES/)
      yield* Signed.sms(asked.phone, "maybe")
      assert.deepStrictEqual(yield* standing(caller, asked.id, "sms"), ["pending form"])
      yield* Signed.sms(asked.phone, "Oui !")
      yield* Signed.sms(other.phone, "yes")
      assert.deepStrictEqual(yield* standing(caller, asked.id, "sms"), ["granted double_opt_in"])
      // A suppressed address is not written to, so there was no question.
      assert.deepStrictEqual(yield* standing(caller, other.id, "sms"), ["pending form"])
      assert.deepStrictEqual(yield* messages(caller, other.phone, 0), [])
    })
  )

  it.effect("somebody known by a handle is asked there", () =>
    Effect.gen(function* () {
      const caller = yield* asking
      const person = yield* newcomer(caller)
      const handle = unique("insta")
      yield* caller.post(`/api/person/${person.id}/identities`, { type: "instagram", value: handle, verified: true })
      // A consent for every platform names none to ask on.
      yield* consents(caller, person.id, "dm", "pending")
      yield* consents(caller, person.id, "instagram", "pending")
      const url = linkIn((yield* messages(caller, handle, 1))[0])
      assert.include((yield* visit(url, "GET")).text, "direct message")
      assert.include((yield* visit(url, "POST")).text, "Thank you")
      assert.deepStrictEqual(yield* standing(caller, person.id, "instagram"), ["granted double_opt_in"])
    })
  )

  it.effect("nobody is asked where the workspace does not want it", () =>
    Effect.gen(function* () {
      const silent = yield* awake()
      const nobody = yield* newcomer(silent)
      yield* consents(silent, nobody.id, "email", "pending")
      const caller = yield* asking
      const person = yield* newcomer(caller)
      yield* consents(caller, person.id, "email", "pending")
      yield* messages(caller, person.email, 1)
      assert.deepStrictEqual(yield* messages(silent, nobody.email, 0), [])
    })
  )
}
