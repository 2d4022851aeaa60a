import { assert, describe, it } from "@effect/vitest"
import { ada, day, noon } from "./Sends.ts"

const hour = 60 * 60 * 1000
const tags = (subject: ReturnType<typeof ada>) => subject.events.map(({ _tag }) => _tag)

describe("a message that is to leave", () => {
  it("is asked about once more: a consent withdrawn meanwhile counts, and so does a suppression", () => {
    const subject = ada()
    const [first, second] = [subject.send(), subject.send()]
    const suppressed = [{ address: "ada@example.com", reason: "complaint", marketingOnly: false }]
    assert.deepInclude(subject.begin(first, { outside: { suppressed } }), { _tag: "Stopped", reason: "suppressed" })
    subject.ask({ _tag: "RecordConsent", channel: "email", scope: "both", status: "revoked", source: "test" })
    assert.deepInclude(subject.begin(second), { _tag: "Stopped", reason: "consent_revoked" })
    assert.isEmpty(subject.person.admissions)
  })

  it("goes to an address that is the person's own still, unless it is not marketing", () => {
    const subject = ada()
    const [marketing, receipt] = [subject.send(), subject.send({ purpose: "transactional" })]
    const about = { recipient: "given-back@example.com" }
    assert.deepInclude(subject.begin(marketing, { about }), { _tag: "Stopped", reason: "no_identity" })
    assert.strictEqual(subject.begin(receipt, { about })._tag, "Go")
  })

  it("is not sent when it is too late", () => {
    const subject = ada()
    const [late, later] = [subject.send({ latenessMost: hour }), subject.send()]
    subject.now = noon + hour + 1
    assert.deepInclude(subject.begin(late), { _tag: "Stopped", reason: "expired" })
    subject.now = noon + day
    assert.strictEqual(subject.begin(later)._tag, "Go")
  })

  it("waits on when it was asked about too early", () => {
    const subject = ada()
    const id = subject.send({ notBefore: noon + hour })
    assert.deepInclude(subject.begin(id), { _tag: "Later", until: noon + hour })
    subject.now = noon + hour - 200
    assert.strictEqual(subject.begin(id)._tag, "Go")
  })

  it("is stopped by the quiet of the night, or kept until the morning", () => {
    const subject = ada()
    const about = { channel: "sms" as const, recipient: "+33612345678" }
    const notBefore = Date.UTC(2026, 10, 25, 19, 59)
    const [patient, proud] = [
      subject.send({ channel: "sms", notBefore }),
      subject.send({ channel: "sms", notBefore, refuses: true })
    ]
    subject.now = notBefore + 5 * 60_000
    assert.deepInclude(subject.begin(patient, { about }), { _tag: "Later", until: Date.UTC(2026, 10, 26, 7) })
    assert.deepInclude(subject.begin(proud, { about }), { _tag: "Stopped", reason: "quiet_hours" })
  })

  it("can be taken back until it begins to leave, and not after", () => {
    const subject = ada()
    const [early, late] = [subject.send(), subject.send()]
    assert.strictEqual(subject.cancel(early)._tag, "Cancelled")
    assert.strictEqual(subject.begin(early)._tag, "Gone")
    subject.begin(late)
    assert.strictEqual(subject.cancel(late)._tag, "TooLate")
    assert.strictEqual(subject.cancel("send_none")._tag, "TooLate")
  })

  it("whose worker died is asked for again where the vendor knows its key, and is unknown where not", () => {
    const subject = ada()
    const [known, stranger, old] = [subject.send(), subject.send(), subject.send({ purpose: "transactional" })]
    for (const id of [known, stranger, old]) subject.begin(id)
    assert.strictEqual(subject.begin(known)._tag, "Go")
    assert.strictEqual(subject.begin(stranger, { idempotent: false })._tag, "Unknown")
    assert.strictEqual(subject.admission(stranger)?.state, "unknown")
    assert.strictEqual(subject.begin(stranger, { idempotent: false })._tag, "Gone")
    // The vendor forgets its keys after a day.
    subject.now += day
    assert.strictEqual(subject.begin(old)._tag, "Unknown")
  })

  it("counts from when it leaves, and no more when it did not leave after all", () => {
    const subject = ada({ contestMillis: 0 })
    const ids = [subject.send(), subject.send(), subject.send()]
    for (const id of ids) subject.begin(id)
    const [first = "", second = "", third = ""] = ids
    subject.sent(first)
    subject.settle(second, { _tag: "Failed", provider: "test", reason: "provider_rejected", error: "no" })
    subject.settle(third, { _tag: "Unknown", provider: "test", error: "silence" })
    assert.strictEqual(subject.admission(subject.send())?.deferredFor, undefined)
    assert.strictEqual(subject.admission(subject.send())?.deferredFor, "capped")
    subject.settle(third, { _tag: "Postponed", error: "it never came", again: noon + hour })
    assert.deepInclude(subject.admission(third), { state: "waiting", countsAt: undefined })
  })

  it("that may have left stays on its way while the vendor is asked again", () => {
    const subject = ada()
    const id = subject.send()
    subject.begin(id)
    subject.settle(id, { _tag: "Retrying", error: "timeout" })
    assert.strictEqual(subject.cancel(id)._tag, "TooLate")
    subject.settle(id, { _tag: "Postponed", error: "it said it has not" })
    assert.strictEqual(subject.cancel(id)._tag, "Cancelled")
  })

  it("is settled once, by whoever tells first", () => {
    const subject = ada()
    const id = subject.send()
    subject.begin(id)
    subject.sent(id)
    subject.settle(id, { _tag: "Failed", provider: "test", reason: "provider_rejected", error: "late" })
    assert.deepStrictEqual(tags(subject).slice(-2), ["SendLeaving", "SendSettled"])
  })

  it("gets its words while it waits, and not after it was taken back", () => {
    const subject = ada()
    const id = subject.send({ objective: "demo_book" })
    const words = { ...subject.about(id), _tag: "ComposeSend" as const, text: "Hello Ada", trail: { model: "test" } }
    assert.strictEqual(subject.ask(words)._tag, "Settled")
    subject.cancel(id)
    assert.strictEqual(subject.ask(words)._tag, "Gone")
  })

  it("is forgotten when nothing depends on it any more", () => {
    const subject = ada()
    const receipt = subject.send({ purpose: "transactional" })
    const news = subject.send()
    for (const id of [receipt, news]) {
      subject.begin(id)
      subject.sent(id)
    }
    assert.deepStrictEqual(
      subject.person.admissions.map(({ sendId }) => sendId),
      [news]
    )
    subject.now += 32 * day
    const next = subject.send()
    assert.deepStrictEqual(
      subject.person.admissions.map(({ sendId }) => sendId),
      [next]
    )
  })
})

describe("two people who turn out to be one", () => {
  it("are sent once what both were to be sent", () => {
    const subject = ada()
    const mine = subject.send({ sameAs: "bulk_1" })
    subject.person = {
      ...subject.person,
      absorbed: ["per_b"],
      admissions: subject.person.admissions
        .map((one) => ({ ...one, sendId: "send_b", personId: "per_b" }))
        .concat(subject.person.admissions)
    }
    assert.strictEqual(subject.begin("send_b")._tag, "Stopped")
    assert.strictEqual(subject.begin(mine)._tag, "Go")
  })
})
