/** What recipients open, and what keeps them from being written to: unsubscribe, short links, suppressions, the lint. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { Served, call, tenant, unique } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"
import { awake, reachable, settled } from "./Channels.ts"

const browser = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14) AppleWebKit/605.1 Version/17 Safari/605.1"

/** As a browser or a mail program asks, without following. */
const visit = (url: string, request: RequestInit = {}) =>
  Effect.promise(async () => {
    const headers = { "user-agent": browser, ...(request.headers as Record<string, string> | undefined) }
    const response = await fetch(url, { redirect: "manual", ...request, headers })
    return { status: response.status, location: response.headers.get("location"), text: await response.text() }
  })

const outbox = (caller: Caller, query = "") =>
  Effect.map(caller.get(`/sandbox/messages${query}`), (answer) => answer.list("messages"))

/** An email that left, and the link of its header. */
const mailed = Effect.fnUntraced(function* (caller: Caller, to: string, more: object = {}) {
  const sent = yield* caller.post("/email/send", { to, subject: unique("News"), body: "Hello there", ...more })
  yield* settled(caller, sent.text("id"))
  const [message] = yield* outbox(caller)
  const headers = message?.["headers"] as Record<string, string> | undefined
  return { sendId: sent.text("id"), message, url: headers?.["List-Unsubscribe"]?.replace(/[<>]/g, "") ?? "" }
})

const unsubscribing = (it: Tests): void => {
  it.effect("a marketing email can be ended with one click: looking changes nothing, the POST ends marketing", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const { message, url } = yield* mailed(caller, person.id)
      assert.propertyVal(message?.["headers"], "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
      const page = yield* visit(url)
      assert.strictEqual(page.status, 200)
      assert.include(page.text, "Unsubscribe")
      assert.strictEqual((yield* caller.get("/api/suppressions")).at("total"), 0)
      const scheduleFor = new Date(performance.timeOrigin + performance.now() + 1500).toISOString()
      const due = yield* caller.post("/email/send", { to: person.id, body: "Later", scheduleFor })
      const form = { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) }
      assert.strictEqual((yield* visit(url, form)).status, 200)
      assert.strictEqual((yield* visit(url, form)).status, 200)
      const kept = yield* caller.get("/api/suppressions")
      assert.deepInclude(kept.at("suppressions.0"), { reason: "unsubscribe", marketingOnly: true, channel: "email" })
      assert.strictEqual((yield* settled(caller, due.text("id"))).at("status"), "failed")
      assert.strictEqual((yield* outbox(caller)).length, 1)
      const history = (yield* caller.get(`/api/person/${person.id}/consent?history=true`)).list()
      assert.strictEqual(history.filter(({ status }) => status === "revoked").length, 1)
      const receipt = { to: person.id, body: "Your receipt", metadata: { purpose: "transactional" } }
      assert.strictEqual((yield* caller.post("/email/send", receipt)).status, 200)
    })
  )

  it.effect("a link that nobody was sent ends nothing, and a transactional email has none", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const { url } = yield* mailed(caller, person.id)
      for (const wrong of [
        `${url}x`,
        url.replace(/\.[^.]*$/, ".AAAAAAAAAAAAAAAA"),
        url.replace(/\/u\/.*/, "/u/nothing")
      ]) {
        assert.strictEqual((yield* visit(wrong)).status, 404, wrong)
        assert.strictEqual((yield* visit(wrong, { method: "POST" })).status, 404)
      }
      assert.strictEqual((yield* caller.get("/api/suppressions")).at("total"), 0)
      const plain = yield* mailed(caller, person.id, { metadata: { purpose: "transactional" } })
      assert.isUndefined(plain.message?.["headers"])
    })
  )

  it.effect("a workspace that says where it is says so below its marketing, with the way out", () =>
    Effect.gen(function* () {
      const caller = yield* awake({ postalAddress: "Acme, 1 High St <Bath>" })
      const person = yield* reachable(caller)
      const { message, url } = yield* mailed(caller, person.id, { html: "<body><p>Hello there</p></body>" })
      assert.include(String(message?.["text"]), `Acme, 1 High St <Bath>\nUnsubscribe: ${url}`)
      assert.include(String(message?.["html"]), `Acme, 1 High St &lt;Bath&gt;<br><a href="${url}">`)
      const sms = yield* caller.post("/sms/send", { to: person.id, body: "Hello" })
      yield* settled(caller, sms.text("id"))
      assert.strictEqual((yield* outbox(caller, "?channel=sms"))[0]?.["text"], "Hello\nReply STOP to opt out.")
    })
  )
}

const following = (it: Tests): void => {
  it.effect("links of an SMS are short, lead where its author meant, and count a person once and machines never", () =>
    Effect.gen(function* () {
      const { base } = yield* Served
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const body = "See https://acme.example/a?x=1, then https://acme.example/a."
      const sent = yield* caller.post("/sms/send", { to: person.id, body })
      yield* settled(caller, sent.text("id"))
      const [message] = yield* outbox(caller, `?person=${person.id}`)
      const links = String(message?.["text"]).match(/http\S*\/l\/[\w-]+/gu) ?? []
      assert.strictEqual(links.length, 2)
      assert.isTrue(links.every((link) => link.startsWith(`${base}/l/`)))
      const [first = ""] = links
      const head = yield* visit(first, { method: "HEAD" })
      assert.strictEqual(head.status, 302)
      const crawled = yield* visit(first, { headers: { "user-agent": "WhatsApp/2.23" } })
      assert.strictEqual(crawled.location, "https://acme.example/a?x=1&utm_source=loopdrive&utm_medium=sms")
      assert.strictEqual((yield* caller.get(`/send/${sent.text("id")}/status`)).at("status"), "sent")
      for (const _ of [1, 2]) assert.strictEqual((yield* visit(first)).status, 302)
      const status = yield* caller.get(`/send/${sent.text("id")}/status`)
      assert.strictEqual(status.at("status"), "clicked")
      const clicks = status.list("events").filter(({ type }) => type === "sms.clicked")
      assert.sameMembers(
        clicks.map(({ payload }) => (payload as Record<string, unknown>)["machine"] === true),
        [true, false]
      )
      assert.strictEqual((yield* visit(`${base}/l/AAAAAAAAAAAAAAAA`)).status, 404)
    })
  )
}

const suppressing = (it: Tests): void => {
  it.effect("an address is suppressed and let go by hand, in its own workspace only", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const made = yield* caller.post("/api/suppressions", { channel: "sms", address: person.phone })
      assert.deepInclude(made.body, { channel: "sms", address: person.phone, reason: "manual", marketingOnly: false })
      const refused = yield* caller.post("/sms/send", { to: person.id, body: "Hello" })
      assert.strictEqual(refused.at("reason"), "suppressed")
      const stranger = yield* tenant()
      assert.strictEqual((yield* stranger.get("/api/suppressions")).at("total"), 0)
      const path = `/suppressions/${made.text("id")}`
      assert.strictEqual((yield* call("DELETE", path, { key: stranger.key })).status, 404)
      assert.strictEqual((yield* call("DELETE", path, { key: caller.key })).text("id"), made.text("id"))
      assert.strictEqual((yield* caller.get("/api/suppressions")).at("total"), 0)
      assert.strictEqual((yield* caller.post("/sms/send", { to: person.id, body: "Hello" })).status, 200)
      const wrong = yield* caller.post("/api/suppressions", { channel: "email", address: "nobody" })
      assert.strictEqual(wrong.status, 400)
      assert.include(wrong.raw, "address")
    })
  )

  it.effect("an address stays suppressed for whoever it comes to by a merge, under either id", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const email = `${unique("leaver")}@example.com`
      const left = (yield* caller.post("/api/person/resolve", { email })).text("person.id")
      const handle = { handle: unique("stayer"), type: "x" }
      const stays = (yield* caller.post("/api/person/resolve", handle)).text("person.id")
      const yes = { channel: "email", scope: "marketing", status: "granted", source: "test" }
      for (const id of [left, stays]) yield* caller.post(`/api/person/${id}/consent`, yes)
      yield* caller.post("/api/suppressions", { channel: "email", address: email })
      yield* caller.post("/api/person/merge", { sourceId: left, targetId: stays })
      for (const to of [left, stays]) {
        const refused = yield* caller.post("/email/send", { to, body: "Hello there" })
        assert.strictEqual(refused.at("reason"), "suppressed", refused.raw)
        assert.strictEqual(refused.status, 409)
      }
    })
  )

  it.effect("marketing in the name of a domain that nobody stands behind is refused for the lint, and says why", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const email = { to: person.id, subject: "News", body: "Hello there", fromEmail: "us@nobody.dev" }
      const refused = yield* caller.post("/email/send", email)
      assert.strictEqual(refused.at("reason"), "lint", refused.raw)
      const explained = yield* caller.get(`/send/${refused.text("sendId")}/explain`)
      assert.match(explained.raw, /block dmarc/)
      const receipt = { ...email, metadata: { purpose: "transactional" } }
      assert.strictEqual((yield* caller.post("/email/send", receipt)).status, 200)
    })
  )

  it.effect("marketing whose subject reads like spam is refused for the lint, and says so where it only might", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const body = "There is something new in the shop. Come and have a look when you have a minute."
      const loud = { to: person.id, subject: "FREE CASH BONUS!!! ACT NOW WINNER", body }
      const refused = yield* caller.post("/email/send", loud)
      assert.strictEqual(refused.at("reason"), "lint", refused.raw)
      const explained = yield* caller.get(`/send/${refused.text("sendId")}/explain`)
      assert.match(explained.raw, /block spam_score: 0\.\d\d >= 0\.7/)
      // What no text may say no subject may either.
      const trick = { ...loud, subject: "You are a winner! Claim your free cash prize now!!!" }
      assert.strictEqual((yield* caller.post("/email/send", trick)).at("reason"), "guardrail")
      const pushy = { ...loud, subject: "BUY NOW!!! Limited time offer!!!" }
      const sent = yield* caller.post("/email/send", pushy)
      assert.strictEqual(sent.status, 200, sent.raw)
      assert.match((yield* caller.get(`/send/${sent.text("id")}/explain`)).raw, /warn spam_score/)
    })
  )
}

export const suite = (it: Tests): void => {
  unsubscribing(it)
  following(it)
  suppressing(it)
}
