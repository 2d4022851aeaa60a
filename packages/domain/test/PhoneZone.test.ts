import { assert, describe, it } from "@effect/vitest"
import { getCountries } from "libphonenumber-js"
import * as PhoneZone from "../src/PhoneZone.ts"
import { isZone } from "../src/TimeZone.ts"

describe("where a telephone may be ringing", () => {
  it("is the country of the number", () => {
    for (const [number, country] of [
      ["+14155550123", "US"],
      ["+14165550123", "CA"],
      ["+18765550123", "JM"],
      ["+4915112345678", "DE"],
      ["+77012345678", "KZ"]
    ] as const)
      assert.deepStrictEqual(PhoneZone.countries(number), [country])
  })

  it("is every country that shares the numbering plan where the number does not tell", () =>
    assert.includeMembers([...PhoneZone.countries("+447700900123")], ["GB", "JE", "IM", "GG"]))

  it("is nowhere for what is no number, and for a satellite phone", () => {
    assert.deepStrictEqual(PhoneZone.zones("12"), [])
    assert.deepStrictEqual(PhoneZone.zones("+881612345678"), [])
  })

  it("is every zone of the country, from one end to the other", () => {
    const american = PhoneZone.zones("+14155550123")
    assert.includeMembers([...american], ["America/New_York", "America/Los_Angeles", "Pacific/Honolulu"])
    assert.deepStrictEqual(PhoneZone.zones("+4915112345678").includes("Europe/Berlin"), true)
    assert.deepStrictEqual(PhoneZone.zones("+38344123456"), ["Europe/Belgrade"])
    assert.includeMembers([...PhoneZone.zones("+447700900123")], ["Europe/London", "Europe/Jersey"])
  })

  it("is known for a number of every country there is", () => {
    assert.isAbove(getCountries().length, 200)
    for (const number of ["+24740123", "+2908123", "+5491123456789", "+8613812345678", "+61412345678"]) {
      const zones = PhoneZone.zones(number)
      assert.isNotEmpty(zones, number)
      for (const zone of zones) assert.isTrue(isZone(zone), zone)
    }
  })
})
