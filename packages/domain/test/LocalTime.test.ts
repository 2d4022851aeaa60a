import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as LocalTime from "../src/LocalTime.ts"
import * as SendPolicy from "../src/SendPolicy.ts"
import { addressType, reachedBy } from "../src/Reach.ts"

const day = 24 * 60 * 60 * 1000
const nine = 9 * 60
const next = (zone: string, at: string) => new Date(LocalTime.next(zone, nine, Date.parse(at))).toISOString()

describe("nine o'clock somewhere", () => {
  it.each([
    ["Asia/Tokyo", "2026-06-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z"],
    ["Asia/Tokyo", "2026-06-01T00:00:00.001Z", "2026-06-02T00:00:00.000Z"],
    ["America/New_York", "2026-06-01T00:00:00.000Z", "2026-06-01T13:00:00.000Z"],
    ["nowhere", "2026-06-01T10:00:00.000Z", "2026-06-02T09:00:00.000Z"],
    // The clocks of Paris go forward on March 29 and back on October 25, at night.
    ["Europe/Paris", "2026-03-28T09:00:00.000Z", "2026-03-29T07:00:00.000Z"],
    ["Europe/Paris", "2026-10-24T09:00:00.000Z", "2026-10-25T08:00:00.000Z"]
  ])("in %s after %s is %s", (zone, at, wanted) => {
    assert.strictEqual(next(zone, at), wanted)
  })

  it("comes within a day and an hour, whenever it is asked for", () => {
    const zones = fc.constantFrom("Europe/London", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu")
    fc.assert(
      fc.property(zones, fc.nat(day * 3650), fc.nat(1439), (zone, after, minutes) => {
        const at = Date.UTC(2020, 0) + after
        const found = LocalTime.next(zone, minutes, at)
        assert.isAtLeast(found, at)
        assert.isAtMost(found, at + day + 2 * 60 * 60 * 1000)
      })
    )
  })

  it("is written as hours and minutes", () => {
    assert.deepStrictEqual(["00:00", "09:30", "23:59", "24:00", "9:00", "noon"].map(LocalTime.minutesOf), [
      0,
      570,
      1439,
      undefined,
      undefined,
      undefined
    ])
  })
})

describe("what a workspace sends by", () => {
  it("is the standard where it says nothing, and what it says where it does", () => {
    assert.deepStrictEqual(SendPolicy.of({}), SendPolicy.standard)
    assert.deepStrictEqual(
      SendPolicy.of({
        timezone: "Europe/Lisbon",
        caps: [
          { channel: "email", limit: 2, windowHours: 48 },
          { limit: 5, windowHours: 24 }
        ],
        quietHours: { start: "22:00", end: "06:30" },
        contestMillis: 0,
        doubleOptIn: true
      }),
      {
        caps: [
          { channel: "email", limit: 2, windowMillis: 2 * day },
          { limit: 5, windowMillis: day }
        ],
        quiet: { start: 22 * 60, end: 390 },
        zone: "Europe/Lisbon",
        contestMillis: 0,
        doubleOptIn: true
      }
    )
    // Settings are checked as they are set; others there may be are not obeyed.
    assert.deepStrictEqual(
      SendPolicy.of({ quietHours: { start: "late", end: "06:30" } }).quiet,
      SendPolicy.standard.quiet
    )
  })
})

describe("what a channel writes to", () => {
  it("are the identities of its type", () => {
    assert.deepStrictEqual(
      [reachedBy("email"), reachedBy("sms"), reachedBy("whatsapp"), reachedBy("site"), reachedBy("x")],
      [["email"], ["phone"], ["whatsapp", "phone"], [], ["x"]]
    )
    assert.deepStrictEqual((["email", "sms", "whatsapp", "site"] as const).map(addressType), [
      "email",
      "phone",
      "whatsapp",
      "anonymous_id"
    ])
  })
})
