import { assert, describe, it } from "@effect/vitest"
import { initial } from "../../src/core/State.ts"
import * as Merge from "../../src/core/Merge.ts"
import type { ConsentEntry } from "../../src/core/State.ts"

const entry = (id: string, position: number, part: Partial<ConsentEntry> = {}): ConsentEntry => ({
  id,
  channel: "email",
  scope: "marketing",
  status: "granted",
  source: "test",
  grantedAt: undefined,
  revokedAt: undefined,
  expiresAt: undefined,
  metadata: undefined,
  position,
  createdAt: 0,
  ...part
})
const facts = { now: 1_000, seed: "0".repeat(32) }

describe("the survivor's word after an undone merge", () => {
  const granted = entry("before", 1)
  const restated = entry("restated", 2, { status: "revoked", source: "merge" })

  it("is what it was before the merge", () => {
    const [back, ...more] = Merge.consentsBack([granted, restated], [granted], new Set(["restated"]), facts)
    assert.deepInclude(back, { channel: "email", scope: "marketing", status: "granted", source: "unmerge" })
    assert.isAbove(back?.position ?? 0, restated.position)
    assert.deepStrictEqual(more, [])
  })

  it("is left alone where nothing restated stands any more", () => {
    const later = entry("later", 3, { status: "pending" })
    assert.deepStrictEqual(Merge.consentsBack([later], [granted], new Set(["restated"]), facts), [])
  })

  it("is not invented where it had said nothing", () => {
    assert.deepStrictEqual(Merge.consentsBack([restated], [], new Set(["restated"]), facts), [])
  })

  it("goes back for both kinds of message where both were restated as one", () => {
    const both = entry("restated", 2, { scope: "both", status: "revoked" })
    const [back] = Merge.consentsBack([both], [entry("before", 1, { scope: "both" })], new Set(["restated"]), facts)
    assert.deepInclude(back, { scope: "both", status: "granted" })
  })
})

describe("a no that was said while two were one", () => {
  const source = {
    ...initial("per_a"),
    consents: [entry("own", 1, { scope: "both" }), entry("dm", 1, { channel: "dm", status: "revoked" })]
  }
  const kept = (...spoken: ReadonlyArray<ConsentEntry>) =>
    Merge.refusalsKept(source, spoken, facts).map(({ channel, scope, source: by, status }) => [
      channel,
      scope,
      status,
      by
    ])

  it("is kept for whoever was merged away", () => {
    assert.deepStrictEqual(kept(entry("no", 5, { status: "revoked" })), [["email", "marketing", "revoked", "unmerge"]])
    assert.deepStrictEqual(kept(entry("no", 5, { channel: "sms", scope: "both", status: "revoked" })), [
      ["sms", "both", "revoked", "unmerge"]
    ])
  })

  it("is nothing more where it was taken back, or is known already", () => {
    assert.deepStrictEqual(kept(entry("no", 5, { status: "revoked" }), entry("yes", 6)), [])
    assert.deepStrictEqual(kept(entry("no", 5, { channel: "dm", status: "revoked" })), [])
    assert.deepStrictEqual(kept(entry("yes", 5)), [])
  })
})
