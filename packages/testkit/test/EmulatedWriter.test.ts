import { assert, describe, it } from "@effect/vitest"
import { write } from "../src/EmulatedWriter.ts"

const asked = (user: string) => ({ system: "", user, name: "message", schema: {} })

describe("EmulatedWriter", () => {
  it("writes as many variants as it is asked for, about the first memory that is quoted", () => {
    const user = [
      "Write 2 variants of a message.",
      `<data name="person">{"firstName":"Ada"}</data>`,
      `<data name="memories">[{"id":"mem_1","kind":"fact","text":"Runs a bakery"}]</data>`
    ].join("\n")
    const { variants } = write(asked(user)) as { variants: ReadonlyArray<{ text: string; memoryIds: Array<string> }> }
    assert.lengthOf(variants, 2)
    for (const { memoryIds, text } of variants) {
      assert.match(text, /^Hello Ada,[^]*“Runs a bakery”/)
      assert.deepStrictEqual(memoryIds, ["mem_1"])
    }
  })

  it("writes three where nothing is said, and invents nothing where nothing is quoted", () => {
    const { variants } = write(asked("Write something.")) as { variants: ReadonlyArray<{ text: string }> }
    assert.deepStrictEqual(
      variants.map(({ text }) => text.split("\n")[0]),
      ["Hello there,", "Hello there,", "Hello there,"]
    )
  })
})
