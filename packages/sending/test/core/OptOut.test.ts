import { assert, describe, it } from "@effect/vitest"
import * as OptOut from "../../src/core/OptOut.ts"

const granted = { scope: "marketing", status: "granted" } as const
const stoppedWith = (removed: ReadonlyArray<OptOut.Removed>) =>
  ({ scope: "both", status: "revoked", metadata: { keyword: "stop", removed } }) as const

describe("OptOut", () => {
  it("START restores what STOP removed, with its end", () => {
    const expiresAt = "2027-01-01T00:00:00.000Z"
    const removed = OptOut.removes([{ ...granted, expiresAt }])
    assert.deepStrictEqual(removed, [{ scope: "marketing", status: "granted", expiresAt: Date.parse(expiresAt) }])
    assert.deepStrictEqual(OptOut.restores([stoppedWith(removed)]), removed)
  })

  it("a consent for both scopes comes back as one", () => {
    const removed = OptOut.removes([{ scope: "both", status: "granted" }])
    assert.deepStrictEqual(removed, [{ scope: "both", status: "granted" }])
    assert.deepStrictEqual(OptOut.restores([stoppedWith(removed)]), removed)
  })

  it("scopes that differ come back as they were", () => {
    const removed = OptOut.removes([granted, { scope: "transactional", status: "pending" }])
    assert.deepStrictEqual(removed, [granted, { scope: "transactional", status: "pending" }])
  })

  it("START restores nothing that somebody revoked before, or spoke of since", () => {
    assert.deepStrictEqual(OptOut.removes([{ scope: "marketing", status: "revoked" }]), [])
    assert.deepStrictEqual(OptOut.restores([]), [])
    assert.deepStrictEqual(OptOut.restores([{ scope: "both", status: "revoked", metadata: { keyword: "other" } }]), [])
    const since = { ...stoppedWith([{ scope: "both", status: "granted" }]), scope: "transactional" as const }
    assert.deepStrictEqual(OptOut.restores([{ scope: "marketing", status: "revoked" }, since]), [
      { scope: "transactional", status: "granted" }
    ])
  })

  it("a second STOP keeps what the first one removed, and knows that it is stopped", () => {
    const stopped = stoppedWith([granted])
    assert.isTrue(OptOut.isStopped([stopped]))
    assert.deepStrictEqual(OptOut.removes([stopped]), [granted])
    assert.isFalse(OptOut.isStopped([granted]))
  })

  it("a command that a later one has answered is overtaken; HELP neither overtakes nor is overtaken", () => {
    const stop = { keyword: "stop", at: 1 } as const
    assert.isTrue(OptOut.isOvertaken(stop, [stop, { keyword: "start", at: 2 }]))
    assert.isFalse(OptOut.isOvertaken(stop, [stop, { keyword: "start", at: 0 }]))
    assert.isFalse(OptOut.isOvertaken(stop, [stop, { keyword: "help", at: 2 }]))
    assert.isFalse(OptOut.isOvertaken({ keyword: "help", at: 0 }, [{ keyword: "start", at: 2 }]))
  })
})
