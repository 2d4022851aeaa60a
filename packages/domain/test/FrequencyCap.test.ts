import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as FrequencyCap from "../src/FrequencyCap.ts"
import type { Cap, Counted } from "../src/FrequencyCap.ts"

const hour = 3_600_000
const day = 24 * hour
const sent = (...hours: ReadonlyArray<number>): ReadonlyArray<Counted> =>
  hours.map((at) => ({ channel: "email", at: at * hour }))

describe("a frequency cap", () => {
  it("lets the third message of a day through and no fourth", () => {
    assert.deepStrictEqual(FrequencyCap.decide(FrequencyCap.standard, sent(1, 2), "sms", 3 * hour), {
      _tag: "Allowed",
      left: 1
    })
    assert.deepStrictEqual(FrequencyCap.decide(FrequencyCap.standard, sent(2, 1, 3), "sms", 4 * hour), {
      _tag: "Capped",
      cap: { limit: 3, windowMillis: day },
      freesAt: hour + day
    })
  })

  it("rolls: a slot is free a day after the message, to the millisecond", () => {
    const past = sent(1, 2, 3)
    assert.strictEqual(FrequencyCap.decide(FrequencyCap.standard, past, "email", hour + day - 1)._tag, "Capped")
    assert.strictEqual(FrequencyCap.decide(FrequencyCap.standard, past, "email", hour + day)._tag, "Allowed")
  })

  it("counts a channel's own messages where it names a channel", () => {
    const caps: ReadonlyArray<Cap> = [{ channel: "sms", limit: 1, windowMillis: day }]
    assert.strictEqual(FrequencyCap.decide(caps, sent(1), "sms", 2 * hour)._tag, "Allowed")
    assert.deepStrictEqual(FrequencyCap.decide(caps, sent(1), "email", 2 * hour), { _tag: "Allowed", left: undefined })
    assert.strictEqual(FrequencyCap.decide(caps, [{ channel: "sms", at: hour }], "sms", 2 * hour)._tag, "Capped")
  })

  it("waits for the last of several full caps", () => {
    const weekly: Cap = { channel: "email", limit: 1, windowMillis: 7 * day }
    const caps: ReadonlyArray<Cap> = [{ limit: 1, windowMillis: day }, weekly, { limit: 2, windowMillis: day }]
    const verdict = FrequencyCap.decide(caps, sent(1), "email", 2 * hour)
    assert.deepStrictEqual(verdict, { _tag: "Capped", cap: weekly, freesAt: hour + 7 * day })
  })

  it("never frees a slot where there is none", () => {
    const none: Cap = { limit: 0, windowMillis: day }
    const caps: ReadonlyArray<Cap> = [none, { limit: 1, windowMillis: day }]
    assert.deepStrictEqual(FrequencyCap.decide(caps, sent(1), "email", 2 * hour), {
      _tag: "Capped",
      cap: none,
      freesAt: undefined
    })
  })

  it("counts what is promised for later", () =>
    assert.strictEqual(FrequencyCap.decide(FrequencyCap.standard, sent(5, 6, 7), "email", 4 * hour)._tag, "Capped"))

  const aCap = fc.record({
    channel: fc.constantFrom("email", "sms", undefined),
    limit: fc.integer({ min: 1, max: 4 }),
    windowMillis: fc.integer({ min: 1, max: 50 })
  })
  const toCap = ({ channel, ...cap }: { channel: string | undefined; limit: number; windowMillis: number }): Cap =>
    channel === undefined ? cap : { ...cap, channel }
  const somePast = fc.array(
    fc.record({ channel: fc.constantFrom("email", "sms"), at: fc.integer({ min: 0, max: 100 }) }),
    { maxLength: 12 }
  )

  it("is full until the instant it names, and no longer, where nothing more is sent", () => {
    fc.assert(
      fc.property(fc.array(aCap, { maxLength: 3 }), somePast, (drawn, past) => {
        const caps = drawn.map(toCap)
        const verdict = FrequencyCap.decide(caps, past, "email", 100)
        if (verdict._tag === "Allowed") return
        const frees = verdict.freesAt ?? assert.fail("never")
        for (let at = 100; at < frees; at += 1)
          assert.strictEqual(FrequencyCap.decide(caps, past, "email", at)._tag, "Capped")
        assert.strictEqual(FrequencyCap.decide(caps, past, "email", frees)._tag, "Allowed")
      })
    )
  })

  it("is never exceeded in any window, however many ask, and does not mind the order of the past", () => {
    fc.assert(
      fc.property(aCap, fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 40 }), (drawn, asked) => {
        const cap = toCap({ ...drawn, channel: undefined })
        const past: Array<Counted> = []
        for (const now of asked.toSorted((a, b) => a - b)) {
          const verdict = FrequencyCap.decide([cap], past, "sms", now)
          assert.deepStrictEqual(FrequencyCap.decide([cap], past.toReversed(), "sms", now), verdict)
          if (verdict._tag === "Allowed") past.push({ channel: "sms", at: now })
        }
        for (const { at } of past) {
          const within = past.filter((other) => other.at <= at && other.at > at - cap.windowMillis)
          assert.isAtMost(within.length, cap.limit)
        }
      })
    )
  })
})
