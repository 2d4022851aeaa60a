import { assert, describe, it } from "@effect/vitest"
import { partsOf } from "../../../src/core/composer/CallersDraft.ts"

const known = { channel: "email", name: "Ada", brand: "Lumen" } as const

describe("a caller's draft", () => {
  it("is left without its greeting and its farewell, with its holes filled, and its subject for itself", () => {
    const draft = `Subject: The {{brand}} plan\r\n\r\nHi {{first_name}},\n\nYour trial ends on 12 May.\n\nSee you there.\n\nCheers,\nMarta`
    assert.deepStrictEqual(partsOf(draft, known), {
      draft: "Your trial ends on 12 May.\n\nSee you there.",
      draftSubject: "The Lumen plan"
    })
  })

  it("keeps its farewell where none is added, and begins with a capital", () => {
    const draft = "hi {{firstName}}, your trial ends.\nThanks,\nJo"
    assert.deepStrictEqual(partsOf(draft, { ...known, channel: "sms" }), { draft: "Your trial ends.\nThanks,\nJo" })
    assert.deepStrictEqual(partsOf("Subject: A\nB", { ...known, channel: "sms" }), { draft: "B" })
  })

  it("is not taken for a greeting as a whole, nor used with a hole that nobody can fill", () => {
    assert.deepStrictEqual(partsOf("Hello there!", known), { draft: "Hello there!" })
    assert.deepStrictEqual(partsOf("Your {{plan}} ends.", known), {})
    assert.deepStrictEqual(partsOf("  ", known), {})
    assert.deepStrictEqual(partsOf(undefined, known), {})
    assert.deepStrictEqual(partsOf("It is yours, {{name}}.", { ...known, name: undefined }), {})
  })
})
