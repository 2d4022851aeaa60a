import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Happening from "../../src/core/Happening.ts"
import { statusOf } from "../../src/core/StatusOf.ts"
import type { Told } from "../../src/core/Told.ts"

const kinds = [
  "sent",
  "delayed",
  "delivered",
  "bounced_hard",
  "bounced_soft",
  "complained",
  "opened",
  "clicked",
  "read",
  "failed"
] as const

const base = { vendor: "resend", channel: "email", eventId: "e", kind: "delivered", at: 0 } as const

/** Receipts of a few sends, each by an id of its own. */
const receipts = fc
  .array(
    fc.record({
      send: fc.integer({ min: 0, max: 20 }),
      kind: fc.constantFrom(...kinds),
      at: fc.integer({ min: 0, max: 1_000_000 }),
      isMachine: fc.boolean()
    }),
    { minLength: 1, maxLength: 60 }
  )
  .map((all) =>
    all.map(({ at, isMachine, kind, send }, n) => ({
      send: `send_${send}`,
      told: { ...base, kind, at, eventId: `e${n}`, ...(isMachine ? { userAgent: "Googlebot/2.1" } : {}) } satisfies Told
    }))
  )

type Receipt = { readonly send: string; readonly told: Told }

/** What stands in the end: of each send its status and its events, of each address whether it is taken for dead. */
const ended = (deliveries: ReadonlyArray<Receipt>) => {
  const log = new Map<string, Map<string, Happening.Happening>>()
  const reasons = new Set<string>()
  const arrivals = new Map<string, Map<string, Happening.Arrival>>()
  for (const { send, told } of deliveries) {
    const events = log.get(send) ?? new Map<string, Happening.Happening>()
    const event = Happening.eventOf(told, { id: send, channel: told.channel })
    if (event !== undefined && !events.has(event.id)) events.set(event.id, event)
    log.set(send, events)
    const reason = Happening.suppressionOf(told)
    if (reason !== undefined) reasons.add(`${send} ${reason}`)
    const { at, eventId, kind } = told
    if (kind === "bounced_soft" || kind === "delivered")
      arrivals.set(send, (arrivals.get(send) ?? new Map<string, Happening.Arrival>()).set(eventId, { kind, at }))
  }
  return {
    statuses: [...log.entries()]
      .map(([send, events]) => [send, statusOf("sent", [...events.values()])])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    events: [...log.values()].flatMap((events) => [...events.keys()]).toSorted(),
    reasons: [...reasons].toSorted(),
    dead: [...arrivals.entries()]
      .filter(([, all]) => Happening.isDead([...all.values()]))
      .map(([send]) => send)
      .toSorted()
  }
}

describe("Happening", () => {
  it("ends in the same states in whatever order and however often receipts are delivered", () => {
    fc.assert(
      fc.property(
        receipts.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length * 3 }))
        ),
        ([inOrder, delivered]) => {
          assert.deepStrictEqual(ended(delivered), ended(inOrder))
        }
      ),
      { numRuns: 200 }
    )
  })

  it("never moves a status backwards", () => {
    const order = ["sent", "delivered", "opened", "clicked"]
    const positive = receipts.map((all) =>
      all.filter(({ told: { kind } }) => !["bounced_hard", "bounced_soft", "failed"].includes(kind))
    )
    fc.assert(
      fc.property(positive, (all) => {
        const events: Array<Happening.Happening> = []
        let reached = 0
        for (const { told } of all) {
          const event = Happening.eventOf(told, { id: "send_1", channel: "email" })
          if (event !== undefined) events.push(event)
          const next = order.indexOf(statusOf("sent", events))
          assert.isAtLeast(next, reached)
          reached = next
        }
      })
    )
  })

  it.each([
    ["bounced_hard", "email", undefined, "hard_bounce"],
    ["complained", "email", undefined, "complaint"],
    ["bounced_soft", "email", undefined, undefined],
    ["failed", "email", "30005", undefined],
    ["failed", "sms", "30005", "hard_bounce"],
    ["failed", "sms", "21610", "stop"],
    ["failed", "sms", "30008", undefined],
    ["failed", "sms", undefined, undefined]
  ] as const)("a %s on %s with code %s suppresses for %s", (kind, channel, code, reason) => {
    assert.strictEqual(
      Happening.suppressionOf({ ...base, kind, channel, ...(code === undefined ? {} : { code }) }),
      reason
    )
  })

  it("takes an address for dead after five soft bounces with nothing delivered between them", () => {
    const soft = (at: number) => ({ kind: "bounced_soft", at }) as const
    const five = [1, 2, 3, 4, 5].map((n) => soft(n * 10))
    assert.isTrue(Happening.isDead(five))
    assert.isFalse(Happening.isDead(five.slice(1)))
    assert.isFalse(Happening.isDead([...five, { kind: "delivered", at: 25 }]))
    assert.isTrue(Happening.isDead([...five, { kind: "delivered", at: 10 }]))
  })

  it("settles what nobody knew of by what the vendor says", () => {
    assert.strictEqual(Happening.settles("delivered"), "sent")
    assert.strictEqual(Happening.settles("failed"), "failed")
    assert.isUndefined(Happening.settles("inbound"))
  })
})

describe("a mailbox", () => {
  it("is dead after five soft bounces in a row, and of one moment what was delivered came first", () => {
    const at = (moment: number, kind: "bounced_soft" | "delivered") => ({ kind, at: moment })
    const five = Array.from({ length: 5 }, () => at(1, "bounced_soft"))
    assert.isTrue(Happening.isDead(five))
    for (const arrivals of [
      [...five, at(1, "delivered")],
      [at(1, "delivered"), ...five]
    ])
      assert.isTrue(Happening.isDead(arrivals))
    assert.isFalse(Happening.isDead([...five.slice(1), at(2, "delivered"), at(3, "bounced_soft")]))
  })
})
