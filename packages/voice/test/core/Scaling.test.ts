/** What strangers write is read in time in proportion to its length, whatever it is. */
import { expect, it } from "vitest"
import type { Policy } from "../../src/core/Check.ts"
import { isAcceptable } from "../../src/core/guardrail/Guardrail.ts"
import { looksLikeInstruction } from "../../src/core/text/Injection.ts"
import { brand } from "./fixtures/Brand.ts"

const policy: Policy = { voice: brand, channel: "email", purpose: "marketing", stage: "draft" }

/** Repeated, what searches start over and over at; or between two ends, what one search goes over and over again. */
const repeated =
  "a|a |1|1 |1-2 |you |you are |a@|a.|a-|a,|1,|a'|<|[|{{|Anna |Anna\n|Anna is. |-|_|12 Market |lives at 12 Market |http://|send me your |1d10t |i\u200bd|😀|4111 1111 |GB29NWBK|gb29 |\n|\n1|acmely |you idiot |You idiot. |BUY NOW!!! |&#|&#106;|j a v a |é|ﷺ|a.b@c.d |a dot |:|a:|her has cancer |born 1 |passport number |100% |one two |𝗼|a\u0301\u0302|k y s |e.g. |send it or else pay your bank. "
const ends: ReadonlyArray<readonly [string, string, string]> = [
  ["", ".", "a"],
  ["a", " ", "b"],
  ["", "!", "a"],
  ["<", " ", "a"],
  ["<<", " ", "a"],
  ["$", "{", ""],
  ["a", "_", "a"],
  ["", "a", "@"],
  ["a", " ", "@"],
  ["a", " ", "dot"],
  ["a (", " ", "at"],
  ["j", " ", ""],
  ["http://", ".", "a"],
  ["http://x.test", "/", "a"],
  ["system", "\n", "a"],
  ["x", "\n", "write"],
  ["free", "-", ""]
]
const texts: ReadonlyArray<readonly [string, (length: number) => string]> = [
  ...repeated
    .split("|")
    .map((unit) => [unit, (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)] as const),
  ...ends.map(
    ([head, unit, tail]) => [`${head}${unit}...${tail}`, (length: number) => head + unit.repeat(length) + tail] as const
  )
]

/** Processor time in microseconds, of a text that is new each time. */
const effort = (text: string): number => {
  const before = process.cpuUsage()
  isAcceptable(text, policy)
  looksLikeInstruction(text)
  const { system, user } = process.cpuUsage(before)
  return user + system
}

/** Twice the proportion is granted, and what garbage collection costs; a search that starts over takes sixteen times. */
const inProportion = (of: (length: number) => string, end: string): boolean =>
  effort(`${of(9600)} ${end}`) <= 8 * effort(`${of(2400)} ${end}`) + 25_000

it("takes about four times as long for four times as much, of any text", () => {
  // What happened beside may spoil a measurement, and hardly three of them.
  const slow = texts.filter(([, of]) => !["x", "y", "z"].some((end) => inProportion(of, end)))
  expect(slow.map(([name]) => name)).toEqual([])
})
