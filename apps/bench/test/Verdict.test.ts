import { assert, describe, it } from "@effect/vitest"
import type { Sample } from "../src/Rounds.ts"
import * as Verdict from "../src/Verdict.ts"

const sample = (round: number, contestant: string, perSecond: number): Sample => ({
  round,
  workload: "hot",
  contestant,
  measurement: {
    answered: 1,
    perSecond,
    p50: 1000 / perSecond,
    p90: 1,
    p99: 1,
    max: 1,
    statuses: {},
    replayed: 0,
    differing: 0
  }
})

// A machine that slows down tenfold between the rounds.
const samples = [
  sample(1, "ours", 2000),
  sample(1, "theirs", 1000),
  sample(2, "ours", 300),
  sample(2, "theirs", 100),
  sample(3, "ours", 40),
  sample(3, "theirs", 10)
]

const goal = { workload: "hot", subject: "ours", baseline: "theirs", figure: "rate", bound: 3 } as const

describe("the verdict", () => {
  it("is the median of the ratios within rounds", () => {
    const [reached] = Verdict.judge(samples, [goal])
    assert.strictEqual(reached?.median, 3)
    assert.deepStrictEqual([reached?.low, reached?.high], [2, 4])
    assert.isTrue(reached?.met)
  })

  it("wants rates to be high and latencies to be low", () => {
    const met = (figure: "rate" | "p50", bound: number) => Verdict.judge(samples, [{ ...goal, figure, bound }])[0]?.met
    assert.isFalse(met("rate", 3.1))
    assert.isTrue(met("p50", 0.34))
    assert.isFalse(met("p50", 0.33))
  })

  it("is the figure itself, in milliseconds, where there is nothing to compare it with", () => {
    const alone = { ...goal, baseline: undefined }
    const [p50, p99] = Verdict.judge(samples, [
      { ...alone, figure: "p50", bound: 3 },
      { ...alone, figure: "p99", bound: 1 }
    ])
    assert.deepInclude(p50, { median: 1000 / 300, low: 0.5, high: 25, met: false })
    assert.deepInclude(p99, { median: 1, met: true })
    if (p50 !== undefined) assert.include(Verdict.verdicts([p50]), "ours (p50)  3.33 ms  0.50-25.00")
  })

  it("has no opinion on a ratio without a bound", () => {
    assert.isUndefined(Verdict.judge(samples, [{ ...goal, bound: undefined }])[0]?.met)
  })

  it("takes the mean of the two middle values of an even number", () => {
    assert.strictEqual(Verdict.median([4, 1, 3, 2]), 2.5)
  })

  it("tells a missed goal", () => {
    const told = Verdict.verdicts(Verdict.judge(samples, [{ ...goal, bound: 9 }]))
    assert.match(told, /ours \/ theirs \(rate\) +3\.00x +2\.00-4\.00 +>= 9 +MISSED/)
  })
})
