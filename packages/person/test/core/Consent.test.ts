import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Consent from "../../src/core/Consent.ts"
import type { ConsentEntry } from "../../src/core/State.ts"

const given = (part: Partial<ConsentEntry>): ConsentEntry => ({
  id: `consent_${part.position ?? 1}`,
  channel: "email",
  scope: "marketing",
  status: "granted",
  source: "test",
  grantedAt: undefined,
  revokedAt: undefined,
  expiresAt: undefined,
  metadata: undefined,
  position: 1,
  createdAt: 0,
  ...part
})
const logged = (entries: ReadonlyArray<ConsentEntry>) => entries.reduce<ReadonlyArray<ConsentEntry>>(Consent.record, [])

const anyEntry = (position: number) =>
  fc
    .record({
      channel: fc.constantFrom("email" as const, "sms" as const, "dm" as const, "instagram" as const),
      scope: fc.constantFrom("marketing" as const, "transactional" as const, "both" as const),
      status: fc.constantFrom("granted" as const, "revoked" as const, "pending" as const, "unknown" as const),
      expiresAt: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined })
    })
    .map((part) => given({ ...part, position }))
const anyLog = (base: number) =>
  fc.integer({ min: 0, max: 8 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyEntry(base + i))))

describe("whether a marketing message may go", () => {
  const refuses = (log: ReadonlyArray<ConsentEntry>, now = 10) => Consent.refuses(log, "email", "marketing", now)

  it("is no until somebody granted it", () => assert.strictEqual(refuses([]), "no_consent"))
  it("is yes after a grant", () => assert.isUndefined(refuses([given({})])))
  it("is yes after a grant for both scopes", () => assert.isUndefined(refuses([given({ scope: "both" })])))
  it("is no after a grant for transactional messages only", () =>
    assert.strictEqual(refuses([given({ scope: "transactional" })]), "no_consent"))
  it("is no after a grant for another channel", () =>
    assert.strictEqual(refuses([given({ channel: "sms" })]), "no_consent"))
  it("is no when the grant is over", () => {
    assert.strictEqual(refuses([given({ expiresAt: 10 })], 10), "consent_expired")
    assert.isUndefined(refuses([given({ expiresAt: 11 })], 10))
  })
  it("is no while it is pending or unknown", () => {
    assert.strictEqual(refuses([given({ status: "pending" })]), "consent_pending")
    assert.strictEqual(refuses([given({ status: "unknown" })]), "no_consent")
  })
  it("follows the latest word", () => {
    const log = logged([given({ position: 1 }), given({ status: "revoked", position: 2 })])
    assert.strictEqual(refuses(log), "consent_revoked")
    assert.isUndefined(refuses(logged([...log, given({ position: 3 })])))
  })
  it("lets a grant for both survive for transactional messages when marketing is revoked", () => {
    const log = logged([given({ scope: "both" }), given({ status: "revoked", position: 2 })])
    assert.strictEqual(refuses(log), "consent_revoked")
    assert.strictEqual(Consent.current(log, "email", "transactional")?.status, "granted")
  })
  it("does not ask a transactional message", () => {
    assert.isUndefined(Consent.refuses([given({ status: "revoked" })], "email", "transactional", 0))
  })
  it("lets a dm consent speak for the platforms, and a platform for itself", () => {
    const log = logged([given({ channel: "dm" }), given({ channel: "x", status: "revoked", position: 2 })])
    assert.isUndefined(Consent.refuses(log, "instagram", "marketing", 0))
    assert.strictEqual(Consent.refuses(log, "x", "marketing", 0), "consent_revoked")
  })
})

describe("the current state", () => {
  it("lists one element where both scopes rest on one entry, and two where they do not", () => {
    const both = logged([given({ scope: "both" })])
    assert.deepStrictEqual(
      Consent.standing(both).map(({ scope }) => scope),
      ["both"]
    )
    const split = logged([...both, given({ status: "revoked", position: 2 })])
    assert.deepStrictEqual(
      Consent.standing(split).map(({ entry, scope }) => [scope, entry.status]),
      [
        ["marketing", "revoked"],
        ["transactional", "granted"]
      ]
    )
  })

  it("loses nothing that the whole log would say", () => {
    fc.assert(
      fc.property(anyLog(1), fc.constantFrom("email" as const, "instagram" as const, "dm" as const), (log, channel) => {
        for (const scope of ["marketing", "transactional"] as const) {
          assert.strictEqual(Consent.current(logged(log), channel, scope)?.id, Consent.current(log, channel, scope)?.id)
        }
      })
    )
  })
})

describe("the consent of two people who are one", () => {
  const strictness = ["granted", "pending", "unknown", "revoked"]
  const joined = (ours: ReadonlyArray<ConsentEntry>, theirs: ReadonlyArray<ConsentEntry>) => {
    const restated = Consent.restated(ours, theirs).map(({ channel, entry, scope }, n) => ({
      ...entry,
      channel,
      scope,
      position: 1000 + n
    }))
    return [...ours, ...theirs, ...restated]
  }

  it("is never less restrictive than what either said", () => {
    fc.assert(
      fc.property(
        anyLog(1),
        anyLog(100),
        fc.constantFrom("email" as const, "sms" as const, "instagram" as const),
        fc.constantFrom("marketing" as const, "transactional" as const),
        (ours, theirs, channel, scope) => {
          const status = (log: ReadonlyArray<ConsentEntry>) => {
            const found = Consent.current(log, channel, scope)
            return found === undefined ? -1 : strictness.indexOf(found.status)
          }
          assert.isAtLeast(status(joined(ours, theirs)), Math.max(status(ours), status(theirs)))
        }
      ),
      { numRuns: 500 }
    )
  })

  it("keeps a grant that the other person said nothing about", () => {
    assert.deepStrictEqual(Consent.restated([given({})], []), [])
    assert.isUndefined(Consent.refuses(joined([given({})], []), "email", "marketing", 0))
  })

  it("takes the grant that ends first", () => {
    const [first] = Consent.restated([given({ expiresAt: 90 })], [given({ expiresAt: 50, position: 2 })])
    assert.strictEqual(first?.entry.expiresAt, 50)
  })
})
