import { assert, describe, it } from "@effect/vitest"
import * as MachineOpens from "../../src/core/MachineOpens.ts"
import type { Hit, Reason } from "../../src/core/MachineOpens.ts"

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
const gmail = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"
const click: Hit = { kind: "click", at: 100_000, deliveredAt: 0, method: "GET", userAgent: firefox, ip: "203.0.113.7" }
const open: Hit = { ...click, kind: "open" }

describe("opens and clicks", () => {
  it("are a human's where nothing speaks against it", () => {
    for (const hit of [
      click,
      open,
      { kind: "open", at: 5 },
      { ...open, userAgent: gmail },
      { ...open, ip: "2001:db8::1" }
    ] as const)
      assert.isUndefined(MachineOpens.reasonOf(hit))
  })

  const cases: ReadonlyArray<readonly [string, Hit, Reason]> = [
    ["asked for the headers only", { ...click, method: "HEAD" }, "method"],
    ["fetched ahead of the human", { ...click, purpose: "prefetch;prerender" }, "prefetch"],
    ["of a program that says nothing of itself", { ...click, userAgent: " " }, "no_agent"],
    ["of a scanner", { ...click, userAgent: "Barracuda Sentinel (EE)" }, "scanner"],
    ["of a library", { ...click, userAgent: "python-requests/2.31" }, "scanner"],
    ["of a preview in a chat", { ...click, userAgent: "facebookexternalhit/1.1" }, "scanner"],
    ["of Apple's privacy proxy", { ...open, userAgent: "Mozilla/5.0" }, "privacy_proxy"],
    ["from Apple's network", { ...open, ip: "17.58.1.2" }, "network"],
    ["from Microsoft's scanners, written as IPv6", { ...click, ip: "::ffff:40.107.3.4" }, "network"],
    ["a second after delivery", { ...click, at: 1_999 }, "too_soon"],
    ["at the moment of delivery, through a proxy", { ...open, userAgent: gmail, at: 900 }, "too_soon"],
    ["on three links at once", { ...click, otherClicksAt: [99_000, 101_500] }, "all_links"]
  ]
  for (const [name, hit, reason] of cases)
    it(`are a machine's where they were ${name}`, () => assert.strictEqual(MachineOpens.reasonOf(hit), reason))

  it("are a human's where two links are followed one after the other", () => {
    assert.isUndefined(MachineOpens.reasonOf({ ...click, otherClicksAt: [99_000] }))
    assert.isUndefined(MachineOpens.reasonOf({ ...click, otherClicksAt: [10_000, 50_000, 99_000] }))
    assert.isUndefined(MachineOpens.reasonOf({ ...open, otherClicksAt: [100_000, 100_000] }))
  })

  it("are placed in a network by the address alone", () => {
    for (const ip of ["40.91.255.255", "40.94.0.1", "18.0.0.1", "104.47.128.1", "not.an.ip.x", "300.1.1.1", "17.1.1"])
      assert.isUndefined(MachineOpens.reasonOf({ ...open, ip }), ip)
    for (const ip of ["40.92.0.0", "40.93.255.255", "52.103.0.9", "104.47.127.255"])
      assert.strictEqual(MachineOpens.reasonOf({ ...open, ip }), "network", ip)
  })
})
