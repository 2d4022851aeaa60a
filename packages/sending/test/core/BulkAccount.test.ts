import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as BulkAccount from "../../src/core/BulkAccount.ts"
import type { Group } from "../../src/core/BulkAccount.ts"

const group = (part: Partial<Group>): Group => ({
  done: true,
  state: undefined,
  outcome: undefined,
  reason: undefined,
  count: 1,
  costCents: 0,
  ...part
})

describe("the account of a bulk", () => {
  it.each([
    [{ done: false }, "queued"],
    [{ state: "queued" }, "queued"],
    [{ state: "leaving" }, "queued"],
    [{ state: "sent" }, "sent"],
    [{ state: "deferred", reason: "capped" }, "deferred"],
    [{ state: "failed", reason: "no_consent" }, "refused"],
    [{ state: "failed", reason: "provider_rejected" }, "failed"],
    [{ state: "cancelled", reason: "cancelled" }, "failed"],
    [{ state: "unknown", reason: "unknown_outcome" }, "failed"],
    [{ reason: "no_identity" }, "refused"],
    [{ reason: "cancelled" }, "failed"],
    [{}, "failed"],
    [{ outcome: "leaves" }, "sent"],
    [{ outcome: "waits", reason: "quiet_hours" }, "deferred"],
    [{ outcome: "refused", reason: "no_consent" }, "refused"],
    [{ outcome: "whatever" }, "failed"]
  ] as const)("counts %o as %s", (part, count) => {
    assert.strictEqual(BulkAccount.of([group(part)])[count], 1)
  })

  it("holds everybody in exactly one count, with a reason for whoever did not get it", () => {
    const kind = fc.record({
      done: fc.boolean(),
      state: fc.constantFrom(undefined, "queued", "leaving", "sent", "deferred", "failed", "cancelled", "unknown"),
      outcome: fc.constantFrom(undefined, "leaves", "waits", "refused"),
      reason: fc.constantFrom("capped", "no_consent", "expired"),
      count: fc.integer({ min: 1, max: 50 }),
      costCents: fc.nat(100)
    })
    fc.assert(
      fc.property(fc.array(kind), (groups) => {
        const { candidates, costCents, deferred, failed, queued, reasons, refused, sent } = BulkAccount.of(groups)
        assert.strictEqual(candidates, queued + sent + deferred + refused + failed)
        assert.strictEqual(
          Object.values(reasons).reduce((sum, count) => sum + count, 0),
          deferred + refused + failed
        )
        assert.strictEqual(
          costCents,
          groups.reduce((sum, one) => sum + one.costCents, 0)
        )
      })
    )
  })
})
