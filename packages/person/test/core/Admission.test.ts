import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { ada, day, noon } from "./Sends.ts"
import type { Subject } from "./Sends.ts"

const hour = 60 * 60 * 1000
const night = Date.UTC(2026, 10, 25, 22)

/** The rules that were asked last, and what each said. */
const rules = ({ events }: Subject) => {
  const event = events.findLast((one) => "findings" in one)
  return event !== undefined && "findings" in event ? event.findings.map(({ outcome, rule }) => [rule, outcome]) : []
}

describe("an admission", () => {
  it("asks its rules in their order and keeps what each said", () => {
    const subject = ada()
    subject.admit({ channel: "instagram" }, { guardrail: { safe: true, violations: [] }, window: { open: true } })
    assert.deepStrictEqual(rules(subject), [
      ["identity", "pass"],
      ["consent", "pass"],
      ["suppression", "pass"],
      ["guardrail", "pass"],
      ["lateness", "pass"],
      ["cap", "pass"],
      ["quiet_hours", "pass"],
      ["window", "pass"]
    ])
  })

  const suppressed = { suppressed: [{ address: "ada@example.com", reason: "hard_bounce", marketingOnly: false }] }
  const unsubscribed = { suppressed: [{ address: "ada@example.com", reason: "unsubscribe", marketingOnly: true }] }
  it.each([
    ["a suppressed address", {}, suppressed, "suppressed"],
    ["a suppressed address even for a receipt", { purpose: "transactional" }, suppressed, "suppressed"],
    ["an unsubscribed address", {}, unsubscribed, "suppressed"],
    ["unsafe words", {}, { guardrail: { safe: false, violations: ["profanity"] } }, "guardrail"],
    ["what the lint holds for spam", {}, { lint: { passed: false, findings: ["spam"] } }, "lint"],
    ["a closed window", { channel: "instagram" }, { window: { open: false, lastHeard: 1 } }, "outside_window"],
    ["a window that never was open", { channel: "instagram" }, { window: { open: false } }, "outside_window"]
  ] as const)("refuses %s", (_, message, outside, reason) => {
    const reply = ada().admit(message, outside)
    assert.isTrue(reply._tag === "NotAdmitted" && reply.reason === reason, JSON.stringify(reply))
  })

  it("lets a receipt pass where only marketing is over, and another address than the suppressed one", () => {
    assert.strictEqual(ada().admit({ purpose: "transactional" }, unsubscribed)._tag, "Admitted")
    assert.strictEqual(ada().admit({ recipient: "work@example.com" }, suppressed)._tag, "Admitted")
  })

  it("lets the confirmation alone pass while a consent is pending, where the workspace asks for it twice", () => {
    for (const [doubleOptIn, confirmation, tag] of [
      [true, true, "Admitted"],
      [true, false, "NotAdmitted"],
      [false, true, "NotAdmitted"]
    ] as const) {
      const subject = ada({ doubleOptIn }, { consent: false })
      subject.ask({ _tag: "RecordConsent", channel: "email", scope: "marketing", status: "pending", source: "test" })
      assert.strictEqual(subject.admit({ confirmation })._tag, tag)
    }
  })

  it("defers the fourth message of a day until the first is a day old", () => {
    const subject = ada({ contestMillis: 0 })
    const first = subject.send()
    subject.begin(first)
    for (const id of [subject.send(), subject.send()]) subject.begin(id)
    const fourth = subject.admission(subject.send())
    assert.deepInclude(fourth, { deferredFor: "capped", due: noon + day, state: "waiting" })
    assert.strictEqual(subject.admit({ purpose: "transactional" })._tag, "Admitted")
    const rather = subject.admit({ refuses: true })
    assert.isTrue(rather._tag === "NotAdmitted" && rather.reason === "capped")
  })

  it("spreads those that wait over the slots that come free, and lets none wait past its time", () => {
    const subject = ada({ contestMillis: 0 })
    for (const id of [subject.send(), subject.send(), subject.send()]) {
      subject.begin(id)
      subject.now += hour
    }
    const dues = [0, 1, 2, 3].map(() => subject.admission(subject.send({ latenessMost: 2 * day }))?.due)
    assert.deepStrictEqual(dues, [noon + day, noon + day + hour, noon + day + 2 * hour, noon + 2 * day])
    const hurried = subject.admission(subject.send({ latenessMost: hour }))
    assert.strictEqual(hurried?.due, subject.now + hour)
  })

  it("never sends where a cap has no slots at all", () => {
    const subject = ada({ caps: [{ limit: 0, windowMillis: day }] })
    const id = subject.send()
    assert.deepInclude(subject.admission(id), { deferredFor: "capped", due: noon + day })
    subject.now = noon + day + 1
    assert.deepInclude(subject.begin(id), { _tag: "Stopped", reason: "expired" })
  })

  it("waits for the morning of the person, not of the sender", () => {
    const subject = ada()
    subject.now = night
    // The number is French: eleven at night there.
    const sms = subject.admission(subject.send({ channel: "sms" }))
    assert.deepInclude(sms, { deferredFor: "quiet_hours", due: Date.UTC(2026, 10, 26, 7) })
    assert.strictEqual(subject.admission(subject.send())?.deferredFor, undefined)
    subject.ask({ _tag: "Update", timezone: "America/New_York" })
    assert.strictEqual(subject.admission(subject.send({ channel: "sms" }))?.deferredFor, undefined)
    assert.strictEqual(
      subject.admission(subject.send({ channel: "sms", purpose: "transactional" }))?.deferredFor,
      undefined
    )
  })

  it("does not know until when to keep an SMS of nobody knows where, and asks again", () => {
    const subject = ada()
    const message = { channel: "sms" as const, recipient: "+881612345678" }
    const reply = subject.admit(message)
    const event = subject.events.at(-1)
    assert.isTrue(reply._tag === "Admitted" && reply.due === noon + hour)
    assert.isTrue(event?._tag === "SendAdmitted" && event.until === undefined)
    // Known by the workspace, it may go.
    const known = ada({ zone: "Europe/Lisbon" })
    assert.strictEqual(known.admission(known.send(message))?.deferredFor, undefined)
  })

  it("keeps what is scheduled until then, and asks about its cap as it leaves", () => {
    const subject = ada({ contestMillis: 0 })
    const later = subject.send({ notBefore: noon + hour })
    assert.deepInclude(subject.admission(later), { due: noon + hour, deferredFor: undefined })
    for (const id of [subject.send(), subject.send(), subject.send()]) subject.begin(id)
    subject.now = noon + hour
    assert.deepInclude(subject.begin(later), { _tag: "Later", until: noon + day })
  })

  it("waits while the quota of the account is used up, as long as that is known", () => {
    const subject = ada()
    const known = subject.admit({ channel: "instagram" }, { quota: { freesAt: noon + hour } })
    assert.isTrue(known._tag === "Admitted" && known.due === noon + hour)
    assert.isTrue(subject.admit({ channel: "instagram", refuses: true }, { quota: {} })._tag === "NotAdmitted")
  })

  it("has room for so many that wait, and no more", () => {
    const subject = ada({ caps: [] })
    const [one] = [subject.send()].map((id) => subject.admission(id))
    if (one === undefined) throw new Error("not there")
    subject.person = {
      ...subject.person,
      admissions: Array.from({ length: 1000 }, (_, n) => ({ ...one, sendId: `send_${n}` }))
    }
    assert.throws(() => subject.admit())
  })

  it("rehearsed says the same and leaves no trace", () => {
    const subject = ada()
    const rehearse = (message: { readonly channel: "email" | "sms" | "x" }) =>
      subject.ask({
        _tag: "RehearseSend",
        message: { purpose: "marketing", text: "Hello", ...message },
        policy: subject.policy,
        outside: {}
      })
    subject.now = night
    assert.deepStrictEqual(
      [rehearse({ channel: "email" }), rehearse({ channel: "sms" }), rehearse({ channel: "x" })],
      [
        { _tag: "Rehearsed", outcome: "leaves", reason: undefined },
        { _tag: "Rehearsed", outcome: "waits", reason: "quiet_hours" },
        { _tag: "Rehearsed", outcome: "refused", reason: "no_identity" }
      ]
    )
    assert.isEmpty(subject.person.admissions)
  })
})

describe("the last slot of a cap", () => {
  it("goes to the better one that comes while its holder waits", () => {
    const subject = ada()
    const [first, second, third] = [subject.send(), subject.send(), subject.send()]
    for (const id of [first, second]) assert.strictEqual(subject.begin(id)._tag, "Go")
    assert.strictEqual(subject.admission(third)?.due, noon + 1000)
    subject.now += 400
    const better = subject.send({ priority: 5 })
    assert.deepInclude(subject.admission(better), { due: noon + 1000, deferredFor: undefined })
    assert.deepInclude(subject.admission(third), { due: noon + day, deferredFor: "capped" })
    subject.now = noon + 1000
    assert.deepInclude(subject.begin(third), { _tag: "Later", until: noon + day })
    assert.strictEqual(subject.begin(better)._tag, "Go")
  })

  it("goes by expected value where priorities are equal, and by who came first where both are", () => {
    const subject = ada({ caps: [{ limit: 1, windowMillis: day }] })
    const plain = subject.send({ value: 1 })
    const equal = subject.send({ value: 1 })
    assert.strictEqual(subject.admission(equal)?.deferredFor, "capped")
    const dearer = subject.send({ value: 2 })
    assert.strictEqual(subject.admission(plain)?.deferredFor, "capped")
    subject.now += 1000
    assert.strictEqual(subject.begin(dearer)._tag, "Go")
  })

  it("is not taken from one that is leaving, and the loser that would rather not wait is refused", () => {
    const subject = ada({ caps: [{ limit: 1, windowMillis: day }], contestMillis: 0 })
    const gone = subject.send()
    subject.begin(gone)
    assert.strictEqual(subject.admission(subject.send({ priority: 9 }))?.deferredFor, "capped")
    const other = ada({ caps: [{ limit: 1, windowMillis: day }] })
    const proud = other.send({ refuses: true })
    other.send({ priority: 1 })
    assert.deepInclude(other.begin(proud), { _tag: "Stopped", reason: "capped" })
  })

  it("is counted by channel as well", () => {
    const caps = [
      { channel: "email", limit: 1, windowMillis: day },
      { limit: 3, windowMillis: day }
    ]
    const subject = ada({ caps, contestMillis: 0 })
    subject.begin(subject.send())
    assert.strictEqual(subject.admission(subject.send())?.deferredFor, "capped")
    assert.strictEqual(subject.admission(subject.send({ channel: "instagram" }))?.deferredFor, undefined)
  })

  it("goes to the best of those that were scheduled for one time", () => {
    const subject = ada({ caps: [{ limit: 1, windowMillis: day }] })
    const notBefore = noon + hour
    const [low, high] = [subject.send({ notBefore }), subject.send({ notBefore, priority: 3 })]
    subject.now = notBefore
    assert.strictEqual(subject.begin(low)._tag, "Later")
    assert.strictEqual(subject.begin(high)._tag, "Go")
  })

  it("is never given twice, whatever comes in whatever order", () => {
    const step = fc.record({
      kind: fc.constantFrom("send", "begin", "cancel", "fail", "wait"),
      pick: fc.nat(30),
      priority: fc.nat(9),
      value: fc.nat(3),
      wait: fc.integer({ min: 1, max: 10 * hour })
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 3 }), (steps, limit) => {
        const subject = ada({ caps: [{ limit, windowMillis: day }] })
        const ids: Array<string> = []
        const left: Array<number> = []
        for (const { kind, pick, priority, value, wait } of steps) {
          const id = ids[pick % Math.max(1, ids.length)]
          if (kind === "send") ids.push(subject.send({ priority, value }))
          else if (kind === "wait") subject.now += wait
          else if (id === undefined) continue
          else if (kind === "cancel") subject.cancel(id)
          else if (kind === "begin" && subject.begin(id, { idempotent: false })._tag === "Go") left.push(subject.now)
          assert.isAtMost(left.filter((at) => at > subject.now - day).length, limit)
        }
      }),
      { numRuns: 200 }
    )
  })
})
