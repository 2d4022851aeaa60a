import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { betaBelow, betaQuantile, draw, lowerBound, propensities, rank } from "../../src/core/SnippetRanking.ts"

const tally = fc
  .nat(2000)
  .chain((impressions) => fc.record({ impressions: fc.constant(impressions), conversions: fc.nat(impressions) }))

describe("the posterior", () => {
  it("agrees with closed forms", () => {
    expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 10)
    expect(betaBelow(0.3, 2, 1)).toBeCloseTo(0.09, 10)
    expect(betaBelow(0.3, 1, 3)).toBeCloseTo(1 - 0.7 ** 3, 10)
    expect([betaBelow(0, 2, 3), betaBelow(1, 2, 3), betaBelow(-1, 2, 3)]).toEqual([0, 1, 0])
    expect(betaQuantile(0.05, 1, 1)).toBeCloseTo(0.05, 9)
    expect(betaQuantile(0.05, 1, 4)).toBeCloseTo(1 - 0.95 ** 0.25, 9)
  })

  it("is inverted by its quantile", () => {
    fc.assert(
      fc.property(tally, ({ conversions, impressions }) => {
        const [a, b] = [1 + conversions, 1 + impressions - conversions]
        expect(betaBelow(betaQuantile(0.05, a, b), a, b)).toBeCloseTo(0.05, 6)
      })
    )
  })
})

describe("ranking", () => {
  it("puts 80 of 100 before 2 of 2", () => {
    const snippets = [
      { id: "few", impressions: 2, conversions: 2 },
      { id: "many", impressions: 100, conversions: 80 },
      { id: "new", impressions: 0, conversions: 0 }
    ]
    expect(rank(snippets).map(({ id }) => id)).toEqual(["many", "few", "new"])
  })

  it("is fair among equals: by id", () => {
    const equal = ["b", "a", "c"].map((id) => ({ id, impressions: 0, conversions: 0 }))
    expect(rank(equal).map(({ id }) => id)).toEqual(["a", "b", "c"])
  })

  it("gains by a conversion and loses by none", () => {
    fc.assert(
      fc.property(tally, ({ conversions, impressions }) => {
        const now = lowerBound({ conversions, impressions })
        expect(lowerBound({ conversions: conversions + 1, impressions: impressions + 1 })).toBeGreaterThan(now)
        expect(lowerBound({ conversions, impressions: impressions + 1 })).toBeLessThan(now)
      })
    )
  })
})

describe("drawing", () => {
  it("tells the exact probability of each choice", () => {
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 8 }), (tallies) => {
        const shares = propensities(tallies)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        // The measure of the draws that fall on a snippet is its propensity.
        let edge = 0
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0.2 / tallies.length)
          const chosen = draw(tallies, edge + share / 2)
          expect(chosen).toEqual({ snippet: tallies[index], propensity: share })
          edge += share
        }
      }),
      { numRuns: 50 }
    )
  })

  it("prefers the proven one and still tries the others", () => {
    const [proven = 0, unproven = 0] = propensities([
      { impressions: 100, conversions: 80 },
      { impressions: 2, conversions: 2 }
    ])
    expect(proven).toBeGreaterThan(unproven)
    expect(unproven).toBeGreaterThanOrEqual(0.1)
  })

  it("takes the last at the very end, and nothing of nothing", () => {
    const two = [
      { impressions: 1, conversions: 0 },
      { impressions: 2, conversions: 0 }
    ]
    expect(draw(two, 0.9999999999999999)?.snippet).toBe(two[1])
    expect(draw([], 0.5)).toBeUndefined()
  })
})
