import { assert, describe, it } from "@effect/vitest"
import type { Event } from "../../src/core/Event.ts"
import { ada, noon } from "./Sends.ts"

const hour = 60 * 60 * 1000
let count = 0

/** Asks for a message with a worker at hand. */
const express = (
  subject: ReturnType<typeof ada>,
  message: Parameters<typeof subject.admit>[0] = {},
  outside: Parameters<typeof subject.admit>[1] = {},
  personId?: string
) => {
  const sendId = `send_${String(++count).padStart(26, "0")}`
  const ask = {
    _tag: "AdmitSend" as const,
    message: { channel: "email" as const, purpose: "marketing" as const, text: "Hello", ...message },
    policy: subject.policy,
    outside,
    express: { sendId, words: { text: "Hello!" }, patience: 10_000 }
  }
  return { reply: subject.ask(ask, personId), sendId }
}

const admitted = (events: ReadonlyArray<Event>) =>
  events.flatMap((event) => (event._tag === "SendAdmitted" ? [event] : [])).at(-1)

describe("an express", () => {
  it("is on its way from the turn that admits it, under the id of its words", () => {
    const subject = ada()
    const { reply, sendId } = express(subject)
    assert.deepStrictEqual(reply, {
      _tag: "Admitted",
      sendId,
      due: noon,
      leaving: {
        personId: "per_a",
        recipient: "ada@example.com",
        eventId: sendId.replace("send_", "evt_"),
        at: noon
      }
    })
    assert.deepInclude(subject.admission(sendId), { state: "leaving", countsAt: noon })
    assert.strictEqual(subject.cancel(sendId)._tag, "TooLate")
    const leaving = admitted(subject.events)?.leaving
    assert.deepInclude(leaving, { words: { text: "Hello!" }, comesUp: noon + 10_000 })
    assert.includeMembers(leaving?.findings.map(({ rule }) => rule) ?? [], ["consent", "suppression", "cap"])
  })

  it("is asked for again by a worker that finds it in the queue, and settled once", () => {
    const subject = ada()
    const { sendId } = express(subject)
    assert.strictEqual(subject.begin(sendId)._tag, "Go")
    subject.sent(sendId)
    assert.strictEqual(subject.begin(sendId)._tag, "Gone")
  })

  it("is refused by the rules that refuse everybody, and recorded under its id", () => {
    const subject = ada()
    const suppressed = [{ address: "ada@example.com", reason: "complaint", marketingOnly: false }]
    const { reply, sendId } = express(subject, {}, { suppressed })
    assert.deepStrictEqual(reply, { _tag: "NotAdmitted", sendId, reason: "suppressed" })
    assert.isEmpty(subject.person.admissions)
  })

  it("waits like any other where it is for later, or contends for the last slot of a cap", () => {
    const subject = ada()
    for (const message of [{ notBefore: noon + hour }, {}, {}, {}, {}]) express(subject, message)
    assert.deepStrictEqual(
      subject.person.admissions.map(({ deferredFor, state }) => [state, deferredFor]),
      [
        ["waiting", undefined],
        ["leaving", undefined],
        ["leaving", undefined],
        ["waiting", undefined],
        ["waiting", "capped"]
      ]
    )
    assert.isUndefined(admitted(subject.events)?.leaving)
  })

  it("leaves to what was to leave before it a slot that both want", () => {
    const subject = ada({ contestMillis: 0 })
    const older = [1, 2, 3].map(() => subject.send({ notBefore: noon + hour, priority: 9 }))
    subject.now = noon + hour
    const { reply, sendId } = express(subject)
    assert.strictEqual(reply._tag, "Admitted")
    assert.strictEqual(subject.admission(sendId)?.state, "waiting")
    for (const id of older) assert.strictEqual(subject.begin(id)._tag, "Go")
  })

  it("stays where it is when what is asked only of what leaves says no, and its queue tells it", () => {
    const subject = ada()
    subject.person = { ...subject.person, absorbed: ["per_b"] }
    express(subject, { sameAs: "spring" }, {}, "per_b")
    const { reply, sendId } = express(subject, { sameAs: "spring" })
    assert.deepStrictEqual(reply, { _tag: "Admitted", sendId, due: noon })
    assert.strictEqual(subject.admission(sendId)?.state, "waiting")
    assert.deepInclude(subject.begin(sendId), { _tag: "Stopped", reason: "merged_duplicate" })
  })
})
