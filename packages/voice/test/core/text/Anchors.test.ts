import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anchorsOf, mayMatch } from "../../../src/core/text/Anchors.ts"
import { deceptions } from "../../../src/core/guardrail/claims/Deceptions.ts"
import { excluding } from "../../../src/core/guardrail/hurts/Exclusions.ts"
import { readings } from "../../../src/core/text/Folding.ts"
import { foreignPretexts } from "../../../src/core/guardrail/claims/ForeignPretexts.ts"
import { hurtful } from "../../../src/core/guardrail/hurts/HurtfulMeanings.ts"
import { innuendos } from "../../../src/core/guardrail/hurts/Innuendos.ts"
import { insinuations } from "../../../src/core/guardrail/hurts/Insinuations.ts"
import { pretexts } from "../../../src/core/guardrail/claims/Pretexts.ts"
import { schemes } from "../../../src/core/guardrail/claims/Schemes.ts"
import { slighting } from "../../../src/core/guardrail/hurts/Slights.ts"
import { phrases } from "../../../src/core/guardrail/SpamPhrases.ts"
import { lexicon } from "../../../src/core/guardrail/hurts/ToxicLexicon.ts"
import * as Eighth from "../fixtures/EighthRound.ts"
import { bad as ninthBad } from "../fixtures/NinthRound.ts"
import { bad as eleventhBad } from "../fixtures/EleventhRound.ts"
import { bad as tenthBad } from "../fixtures/TenthRound.ts"
import { bad as twelfthBad } from "../fixtures/TwelfthRound.ts"
import * as Fifth from "../fixtures/FifthRound.ts"
import { redTeam } from "../fixtures/RedTeam.ts"
import * as Seventh from "../fixtures/SeventhRound.ts"
import * as Sixth from "../fixtures/SixthRound.ts"

const patterns: ReadonlyArray<RegExp> = [
  ...lexicon.map(({ pattern }) => pattern),
  ...phrases.map(({ pattern }) => pattern),
  ...[...hurtful, ...slighting, ...excluding, ...insinuations, ...innuendos].flatMap(({ all }) => all),
  ...[...deceptions, ...schemes, ...pretexts, ...foreignPretexts].flatMap(({ all }) => all)
].map(({ source }) => new RegExp(source, "u"))

const overlooked = (text: string): ReadonlyArray<string> =>
  readings(text).flatMap((reading) =>
    patterns
      .filter((pattern) => pattern.test(reading.text) && !mayMatch(reading, pattern))
      .map(({ source }) => `${source} in ${text}`)
  )

describe("what a pattern cannot match without", () => {
  it.each<readonly [RegExp, ReadonlyArray<ReadonlyArray<string>>]>([
    [/buy now/, [["buy now"]]],
    [/(?:buy|order) now/, [["buy now", "order now"]]],
    [/pay.{0,9}(?:fee|taxes)/, [["pay"], ["fee", "taxes"]]],
    [/colou?r/, [["color", "colour"]]],
    [/gr[ae]y/, [["gray", "grey"]]],
    [/(?:very )+dull/, [["very "], ["dull"]]],
    [/(?:abc){2}/, [["abc"]]],
    [/(?:abc){2,}def/, [["abc"], ["def"]]],
    [/(?<=not )never(?! again)\b/, [["never"]]],
    [/(?<word>stop)\k<word>/, [["stop"]]],
    [/\$cash\.|\u{41}\x41\u0041\p{L}loud/u, [["$cash.", "loud"]]],
    [/[^abc]free[a-z]/, [["free"]]],
    [/(?:free)?|(?:win)*/, []],
    [/buy|\w+/, []],
    [/no/, []],
    [/Loud/i, []]
  ])("of %s", (pattern, anchors) => expect(anchorsOf(pattern)).toEqual(anchors))

  it("asks for nothing where too many words would do", () => {
    const many = Array.from({ length: 500 }, (_, n) => `word${n}`).join("|")
    expect(anchorsOf(new RegExp(`(?:${many})`))).toEqual([])
    expect(anchorsOf(new RegExp(`(?:${many.split("|").slice(0, 100).join("|")}) here`))).toHaveLength(2)
  })
})

describe("searching only where they stand", () => {
  it("overlooks nothing in the corpora", () => {
    const texts = [
      ...Fifth.bad,
      ...Sixth.bad,
      ...Seventh.bad,
      ...Eighth.bad,
      ...ninthBad,
      ...tenthBad,
      ...eleventhBad,
      ...twelfthBad,
      ...Sixth.good
    ].map(([, text]) => text)
    expect([...texts, ...redTeam.map(([, , text]) => text)].flatMap(overlooked)).toEqual([])
  })

  it("overlooks nothing in what the patterns themselves would match", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...patterns.filter(({ source }) => !/[\\(?]<?[!=]|\\b/.test(source)))
          .chain((pattern) =>
            fc.stringMatching(new RegExp(pattern.source.replaceAll("\\w", "[a-z]"))).map((text) => ({ pattern, text }))
          ),
        ({ pattern, text }) => {
          expect(pattern.test(text) && !mayMatch({ text }, pattern)).toBe(false)
        }
      ),
      { numRuns: 100 }
    )
  })

  it("says no to a text that has none of the words", () => {
    expect(mayMatch({ text: "a quiet day in spring" }, /(?:buy|order) now/)).toBe(false)
    expect(mayMatch({ text: `${"a quiet day in spring. ".repeat(40)} order now` }, /(?:buy|order) now/)).toBe(true)
  })
})
