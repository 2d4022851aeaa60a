/**
 * Which snippets are good, and which are tried.
 *
 * Ranked by the lower end of what the conversion rate may be: the 5 % quantile of the Beta(1 + conversions,
 * 1 + the rest) posterior, so that few trials prove little. Tried by probability: a softmax over the same bounds, mixed
 * with a floor for everybody, whose probabilities are known exactly and can be divided by afterwards (inverse
 * propensity weighting, Horvitz and Thompson 1952).
 */
import type { SnippetUsage } from "@loopdrive/domain/Voice"
import { memo } from "@loopdrive/domain/Memo"

export interface Tally {
  readonly impressions: number
  readonly conversions: number
}

export interface Snippet extends Tally {
  readonly id: string
  readonly usage: SnippetUsage
  readonly snippet: string
}

/** A snippet that was drawn, and the probability with which it was. */
export interface Choice<S> {
  readonly snippet: S
  readonly propensity: number
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
]

/** Logarithm of the gamma function for x >= 1 (Lanczos, g = 7, n = 9). */
const logGamma = (x: number): number => {
  const z = x - 1
  const sum = lanczos.reduce((total, coefficient, index) => total + coefficient / (z + index + 1), 0.99999999999980993)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** The continued fraction of the incomplete beta function, by Lentz (Numerical Recipes section 6.4). */
const fraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300
  const guard = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return h
}

/** The regularised incomplete beta function I_x(a, b): the share of Beta(a, b) below x. */
export const betaBelow = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

/** The value that Beta(a, b) is below with probability `share`, by bisection to 1e-12. */
export const betaQuantile = (share: number, a: number, b: number): number => {
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (betaBelow(middle, a, b) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** By the two counts of a tally: most snippets stand where they stood when they were last ranked. */
const bounds = memo(10_000, (counts) => {
  const [conversions = 0, rest = 0] = counts.split(" ").map(Number)
  return betaQuantile(0.05, 1 + conversions, 1 + rest)
})

/** The rate that the snippet beats with a probability of 95 %, 0..1. */
export const lowerBound = ({ conversions, impressions }: Tally): number =>
  bounds(`${conversions} ${Math.max(0, impressions - conversions)}`)

/** Best lower bound first; of equals the one tried more, then by id. */
export const rank = <S extends Tally & { readonly id: string }>(snippets: ReadonlyArray<S>): ReadonlyArray<S> =>
  snippets
    .map((snippet) => ({ snippet, bound: lowerBound(snippet) }))
    .toSorted(
      (a, b) =>
        b.bound - a.bound || b.snippet.impressions - a.snippet.impressions || (a.snippet.id < b.snippet.id ? -1 : 1)
    )
    .map(({ snippet }) => snippet)

/** Share of the draws that goes to everybody alike, so that no propensity comes near zero. */
const explored = 0.2
/** How much a better bound counts: a tenth more in rate is e times as likely. */
const temperature = 0.1

/** Probabilities of being drawn, in the order given; they sum to 1. */
export const propensities = (tallies: ReadonlyArray<Tally>): ReadonlyArray<number> => {
  const known = tallies.map(lowerBound)
  const top = Math.max(...known)
  const weights = known.map((bound) => Math.exp((bound - top) / temperature))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (1 - explored) * (weight / sum) + explored / tallies.length)
}

/** The snippet that `draw` (0 <= draw < 1, uniform) falls on, with its exact probability. */
export const draw = <S extends Tally>(snippets: ReadonlyArray<S>, uniform: number): Choice<S> | undefined => {
  const shares = propensities(snippets)
  const choices = snippets.map((snippet, index) => ({ snippet, propensity: Number(shares[index]) }))
  let passed = 0
  const fallen = choices.find(({ propensity }) => {
    passed += propensity
    return uniform < passed
  })
  // The shares sum to 1 up to rounding; a draw within that of 1 falls on the last.
  return fallen ?? choices.at(-1)
}
