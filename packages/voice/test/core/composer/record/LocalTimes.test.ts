import { describe, expect, it } from "vitest"
import { inTimeZone } from "../../../../src/core/composer/record/LocalTimes.ts"

describe("a moment, as the clock shows it where the person is", () => {
  it.each([
    ["2026-12-03T17:30:00Z", "Europe/Vienna", "2026-12-03T18:30"],
    ["2026-06-18T20:00:00.000Z", "America/New_York", "2026-06-18T16:00"],
    // Another day, and half an hour.
    ["2026-09-14T23:30Z", "Europe/Berlin", "2026-09-15T01:30"],
    ["2026-12-03T17:30:00+01:00", "Asia/Kolkata", "2026-12-03T22:00"],
    // Summer time ends between the two.
    ["2026-10-24T22:30:00Z", "Europe/Vienna", "2026-10-25T00:30"],
    ["2026-10-25T22:30:00Z", "Europe/Vienna", "2026-10-25T23:30"]
  ])("%s in %s", (stamp, zone, local) => {
    expect(inTimeZone(stamp, zone)).toBe(local)
  })

  it.each(["2026-12-03", "2026-12-03T17:30", "2026-12-03T17:30:00", "at 17:30", "2026-13-40T17:30:00Z"])(
    "leaves what is no moment: %s",
    (text) => {
      expect(inTimeZone(text, "Europe/Vienna")).toBe(text)
    }
  )

  it("finds it wherever it stands, and keeps everything else", () => {
    const context = {
      event: { at: "2026-12-03T17:30:00Z", seats: 3 },
      days: ["from 2026-12-03T17:30:00Z on"],
      none: null
    }
    expect(inTimeZone(context, "Europe/Vienna")).toEqual({
      event: { at: "2026-12-03T18:30", seats: 3 },
      days: ["from 2026-12-03T18:30 on"],
      none: null
    })
  })

  it("changes nothing in a zone that is not known", () => {
    expect(inTimeZone("2026-12-03T17:30:00Z", "Mars/Olympus")).toBe("2026-12-03T17:30:00Z")
  })
})
