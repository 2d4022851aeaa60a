import { assert, describe, it } from "@effect/vitest"
import { greetedAs } from "../../src/core/Salutation.ts"

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
    ["J.", "J."]
  ])("of %s is %s", (given, name) => {
    assert.strictEqual(greetedAs(given), name)
  })

  it.each(["", "Null", "none", "undefined", "Test", "Ms", "{{firstName}}", "12345", "visit.example", "🔥", undefined])(
    "is none of %s",
    (given) => {
      assert.isUndefined(greetedAs(given))
    }
  )
})
