import { assert, describe, it } from "@effect/vitest"
import { defaultVoice } from "../../../../src/core/BrandVoice.ts"
import { guard } from "../../../../src/core/guardrail/Guardrail.ts"
import { purposeOf } from "../../../../src/core/composer/objective/Purpose.ts"
import { occasions } from "../../../../src/core/composer/phrases/Occasions.ts"
import * as Manners from "../../../../src/core/composer/phrases/Manners.ts"
import { purposes } from "../../../../src/core/composer/phrases/Purposes.ts"
import { snippets } from "../../../../src/Seeds.ts"

const phrasesIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return [value.replace(/^\++/, "")].filter((text) => / /.test(text))
  return typeof value === "object" && value !== null && !(value instanceof RegExp)
    ? Object.values(value).flatMap(phrasesIn)
    : []
}

/** Those that can be said where nothing was given. */
const free = (pool: ReadonlyArray<string>) => pool.filter((phrase) => !phrase.startsWith("+")).length

describe("what can be said for a purpose", () => {
  it("is enough for three variants, whatever was given, and however they are to ask", () => {
    for (const [name, { asks, bodies, openings, subjects }] of Object.entries(purposes))
      for (const pool of [openings, bodies, subjects, ...Object.values(asks)])
        assert.isAtLeast(free(pool), 3, `${name}: ${pool[0]}`)
    for (const { bodies, openings, questions, subjects } of occasions)
      for (const pool of [openings, bodies, subjects, questions]) assert.isAtLeast(free(pool), 3, pool[0])
  })

  it("may be said by every brand, and so may what a new one has on its shelf", () => {
    const pools = [...Object.values(purposes), ...occasions].flatMap((purpose) => phrasesIn(purpose))
    for (const phrase of [...pools, ...phrasesIn(Manners), ...snippets.map(({ snippet }) => snippet)])
      for (const text of [phrase, Manners.contracted(phrase)]) {
        const { violations } = guard(text, {
          voice: defaultVoice,
          channel: "email",
          purpose: "marketing",
          stage: "draft"
        })
        assert.deepStrictEqual({ text, violations }, { text, violations: [] })
      }
  })

  it("says of an occasion whether anything else belongs into it", () => {
    assert.isTrue(purposeOf("birthday").isTransactional)
    assert.isTrue(purposeOf("order_shipped").isTransactional)
    assert.isFalse(purposeOf("event invite").isTransactional)
    assert.isUndefined(purposeOf("demo_book").isOccasion)
  })
})
