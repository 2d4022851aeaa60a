import { assert, describe, it } from "@effect/vitest"
import type { Consent } from "@loopdrive/domain/PersonGraph"
import * as Confirmation from "../../src/core/Confirmation.ts"

const hour = 60 * 60 * 1000
const entry = (id: string, hours: number, part: Partial<Consent> = {}): Consent => ({
  id,
  personId: "per_1",
  channel: "email",
  scope: "marketing",
  status: "pending",
  source: "form",
  createdAt: new Date(hours * hour).toISOString(),
  ...part
})

describe("the question of a pending consent", () => {
  const log = [
    entry("c0", 0),
    entry("c1", 1),
    entry("sms", 1.5, { channel: "sms" }),
    entry("c23", 23, { scope: "both" }),
    entry("t", 23.5, { scope: "transactional", status: "granted" }),
    entry("c25", 25),
    entry("c40", 40),
    entry("revoked", 41, { status: "revoked" }),
    entry("c42", 42)
  ]
  it.each([
    ["c0", "c0"],
    ["c1", "c0"],
    ["sms", "sms"],
    ["c23", "c0"],
    ["c25", "c25"],
    ["c40", "c25"],
    ["c42", "c42"],
    ["unknown", "unknown"]
  ])("%s is that of %s: asked once a day, and anew after it was taken back", (id, question) => {
    assert.strictEqual(Confirmation.questionOf(log.toReversed(), id), question)
  })

  it("is the one of lower id of two that were said at one moment, in whatever order they are read", () => {
    const twins = [entry("c2", 0), entry("c1", 0), entry("c3", 0)]
    for (const read of [twins, twins.toReversed()])
      assert.deepStrictEqual(
        ["c1", "c2", "c3"].map((id) => Confirmation.questionOf(read, id)),
        ["c1", "c1", "c1"]
      )
  })

  it("is a consent itself that is not pending", () =>
    assert.strictEqual(Confirmation.questionOf([entry("c0", 0), entry("c1", 1, { status: "granted" })], "c1"), "c1"))

  it("stands open while it is pending and has not expired", () => {
    const expiring = entry("c1", 0, { expiresAt: new Date(1000).toISOString() })
    assert.strictEqual(Confirmation.pendingOf([entry("t", 0, { scope: "transactional" }), expiring], 999)?.id, "c1")
    assert.isUndefined(Confirmation.pendingOf([expiring], 1000))
    assert.isUndefined(Confirmation.pendingOf([entry("c1", 0, { status: "granted" })], 0))
    assert.isTrue(Confirmation.isGranted([entry("c1", 0, { status: "granted", scope: "both" })]))
    assert.isFalse(Confirmation.isGranted([entry("c1", 0, { status: "granted", scope: "transactional" })]))
  })
})

describe("a yes", () => {
  it.each(["YES", "Yes!", "y", "yes yes", "Oui.", "Sí", "JA 👍", "sim", "Confermo", "Ich bestätige"])(
    "is %s",
    (text) => {
      assert.isTrue(Confirmation.isYes(text))
    }
  )
  it.each(["", "no", "yes but later", "ok", "stop", "yesterday", "not yes"])("is not %o", (text) => {
    assert.isFalse(Confirmation.isYes(text))
  })
})

describe("the question itself", () => {
  it("has the link and the sender's name, a subject by email only, and speaks the person's language", () => {
    for (const locale of ["en", "fr", "es", "de", "pt", "it", undefined]) {
      const email = Confirmation.ask("email", locale, "Acme", "https://a.example/c/x.y")
      assert.include(email.subject, "Acme")
      assert.include(email.text, "\n\nhttps://a.example/c/x.y\n\n")
      const sms = Confirmation.ask("sms", locale, "Acme", "https://a.example/c/x.y")
      assert.isUndefined(sms.subject)
      assert.match(sms.text, /^Acme ?: .* https:\/\/a\.example\/c\/x\.y$/)
    }
    assert.match(Confirmation.ask("sms", "de-AT", "Acme", "u").text, /Antworten Sie JA/)
  })
})
