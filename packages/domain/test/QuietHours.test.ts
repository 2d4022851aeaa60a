import { assert, describe, it } from "@effect/vitest"
import * as PhoneZone from "@loopdrive/domain/PhoneZone"
import * as fc from "fast-check"
import * as QuietHours from "../src/QuietHours.ts"

const at = (iso: string) => Date.parse(iso)
const until = (zones: ReadonlyArray<string>, iso: string, hours = QuietHours.standard) => {
  const end = QuietHours.quietUntil(hours, zones, at(iso))
  return end === undefined ? undefined : new Date(end).toISOString().replace(":00.000Z", "Z")
}
const hours = (start: string, end: string) => QuietHours.parse(start, end) ?? assert.fail(`${start} ${end}`)

describe("quiet hours", () => {
  it("start at nine and end at eight on the person's wall", () => {
    assert.isUndefined(until(["America/New_York"], "2026-01-15T01:59:59.999Z"))
    assert.strictEqual(until(["America/New_York"], "2026-01-15T02:00:00Z"), "2026-01-15T13:00Z")
    assert.strictEqual(until(["America/New_York"], "2026-01-15T12:59:59.999Z"), "2026-01-15T13:00Z")
    assert.isUndefined(until(["America/New_York"], "2026-01-15T13:00:00Z"))
  })

  it("may lie within one day", () => {
    assert.strictEqual(until(["UTC"], "2026-01-15T12:30:00Z", hours("12:00", "14:00")), "2026-01-15T14:00Z")
    assert.isUndefined(until(["UTC"], "2026-01-15T14:00:00Z", hours("12:00", "14:00")))
    assert.isUndefined(until(["UTC"], "2026-01-15T11:59:00Z", hours("12:00", "14:00")))
  })

  it("do not exist where they start when they end", () =>
    assert.isUndefined(until(["UTC"], "2026-01-15T12:30:00Z", hours("12:00", "12:00"))))

  it("end by the new time in the night the clock is put forward", () =>
    assert.strictEqual(until(["America/New_York"], "2026-03-08T03:00:00Z"), "2026-03-08T12:00Z"))

  it("end by the new time in the night the clock is put back", () =>
    assert.strictEqual(until(["America/New_York"], "2026-11-01T02:00:00Z"), "2026-11-01T13:00Z"))

  it("end with the jump where the clock is put forward past their end", () =>
    assert.strictEqual(
      until(["America/New_York"], "2026-03-08T06:00:00Z", hours("21:00", "02:30")),
      "2026-03-08T07:00Z"
    ))

  it("come again where the clock is put back into them", () => {
    const late = hours("21:00", "01:30")
    assert.strictEqual(until(["America/New_York"], "2026-11-01T05:00:00Z", late), "2026-11-01T05:30Z")
    assert.isUndefined(until(["America/New_York"], "2026-11-01T05:45:00Z", late))
    assert.strictEqual(until(["America/New_York"], "2026-11-01T06:10:00Z", late), "2026-11-01T06:30Z")
  })

  it("hold while it is quiet in any of the zones", () => {
    // New York wakes at 13:00 UTC, Honolulu at 18:00.
    const american = PhoneZone.zones("+14155550123")
    assert.strictEqual(until(american, "2026-01-15T14:00:00Z"), "2026-01-15T18:00Z")
    assert.isUndefined(until(american, "2026-01-15T18:00:00Z"))
    assert.strictEqual(until(american, "2026-01-16T02:00:00Z"), "2026-01-16T18:00Z")
  })

  it("end some day even where two zones are never awake at once", () => {
    const long = hours("18:00", "16:00")
    assert.isDefined(until(["Pacific/Auckland", "America/New_York"], "2026-01-15T12:00:00Z", long))
  })

  it("are never where no zone is known", () => {
    assert.isUndefined(until([], "2026-01-15T03:00:00Z"))
    assert.isUndefined(until(["Mars/Olympus"], "2026-01-15T03:00:00Z"))
  })

  it("are written as two times of day", () => {
    assert.deepStrictEqual(QuietHours.parse("21:00", " 8:05 "), { start: 1260, end: 485 })
    for (const wrong of ["24:00", "8", "08:60", "-1:00", "8:00 pm", ""]) {
      assert.isUndefined(QuietHours.parse(wrong, "08:00"), wrong)
      assert.isUndefined(QuietHours.parse("08:00", wrong), wrong)
    }
  })

  it("end at the first minute that is not quiet, whatever the zone and the day", () => {
    const zone = fc.constantFrom(
      "America/New_York",
      "Europe/Berlin",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "Africa/Cairo"
    )
    const minute = fc.integer({ min: 0, max: 1439 })
    const when = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
    fc.assert(
      fc.property(
        fc.array(zone, { minLength: 1, maxLength: 2 }),
        minute,
        minute,
        when,
        (zones, start, end, minutes) => {
          const window = { start, end }
          const now = minutes * 60_000
          const ends = QuietHours.quietUntil(window, zones, now)
          if (ends === undefined || ends - now >= 3 * 86_400_000) return
          assert.isUndefined(QuietHours.quietUntil(window, zones, ends))
          for (let t = now; t < ends; t += 1_800_000) assert.isDefined(QuietHours.quietUntil(window, zones, t))
          assert.isDefined(QuietHours.quietUntil(window, zones, ends - 1))
        }
      ),
      { numRuns: 60 }
    )
  })
})
