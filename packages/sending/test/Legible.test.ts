import { assert, describe, it } from "@effect/vitest"
import * as Legible from "../src/Legible.ts"

const said = { subject: undefined, text: "Hello", html: undefined }

describe("what a recipient reads", () => {
  it("is the subject with the text, and the words of the HTML", () => {
    assert.deepStrictEqual(Legible.pieces(said), ["Hello"])
    assert.deepStrictEqual(Legible.pieces({ ...said, subject: "News" }), ["News\n\nHello"])
    assert.deepStrictEqual(Legible.pieces({ ...said, html: "<p>Good <i>day</i></p>" }), ["Hello", "Good day"])
  })

  it("is in pieces where it is long, and no words are lost at a cut", () => {
    const text = "a".repeat(Legible.pieceMost)
    assert.deepStrictEqual(Legible.pieces({ ...said, subject: "News", text }), [text, "News"])
    const words = Array.from({ length: 5000 }, (_, n) => `word${n}`)
    const [, ...pieces] = Legible.pieces({ ...said, html: words.join(" ") })
    assert.isTrue(pieces.every((piece) => piece.length <= Legible.pieceMost))
    for (const word of words)
      assert.isTrue(
        pieces.some((piece) => ` ${piece} `.includes(` ${word} `)),
        word
      )
    const solid = Legible.pieces({ ...said, html: "x".repeat(25_000) })
    assert.isTrue(solid.every((piece) => piece.length <= Legible.pieceMost))
  })
})
