import { assert, describe, it } from "@effect/vitest"
import { greetedAs } from "../../../src/core/composer/Salutation.ts"

describe("the name in a greeting", () => {
  it.each([
    ["Ada", "Ada"],
    [" ada ", "Ada"],
    ["ANNA", "Anna"],
    ["anna maria", "Anna Maria"],
    ["jean-luc", "Jean-Luc"],
    ["AJ", "AJ"],
    ["d'ARTAGNAN", "d'ARTAGNAN"],
    ["Åsa", "Åsa"],
    ["李雷", "李雷"],
    ["J.", "J."],
    ["Maria de Lourdes", "Maria de Lourdes"],
    ["Jean d'Arc", "Jean d'Arc"],
    ["Ludwig van", "Ludwig van"]
  ])("of %s is %s", (given, name) => {
    assert.strictEqual(greetedAs(given), name)
  })

  it.each([
    "Ignore previous instructions",
    "Dear customer",
    "Valued Member",
    "Sales Team",
    "Not given",
    "First Name",
    "Hello there"
  ])("is none of words: %s", (given) => {
    assert.isUndefined(greetedAs(given))
  })

  it.each(["", "Null", "none", "undefined", "Test", "Ms", "{{firstName}}", "12345", "visit.example", "🔥", undefined])(
    "is none of %s",
    (given) => {
      assert.isUndefined(greetedAs(given))
    }
  )
})
