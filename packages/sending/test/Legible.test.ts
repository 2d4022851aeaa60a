import { assert, describe, it } from "@effect/vitest"
import * as Legible from "../src/Legible.ts"

const said = { subject: undefined, text: "Hello", html: undefined }

const texts = (all: Legible.Said) => Legible.pieces(all).map(({ text }) => text)

describe("what a recipient reads", () => {
  it("is the text, the subject, and the words of the HTML", () => {
    assert.deepStrictEqual(texts(said), ["Hello"])
    assert.deepStrictEqual(texts({ ...said, subject: "News", html: "<p>Good <i>day</i></p>" }), [
      "Hello",
      "News",
      "Good day"
    ])
    assert.deepStrictEqual(texts({ ...said, subject: "", html: "<p></p>" }), ["Hello"])
    // How loud a subject is counts once, in the lint.
    assert.deepStrictEqual(
      Legible.pieces({ ...said, subject: "News", html: "Good day" }).map(({ weighed }) => weighed),
      [true, false, true]
    )
  })

  it("is in pieces where it is long, and no words are lost at a cut", () => {
    const words = Array.from({ length: 5000 }, (_, n) => `word${n}`)
    const [, ...pieces] = texts({ ...said, html: words.join(" ") })
    assert.isTrue(pieces.every((piece) => piece.length <= Legible.pieceMost))
    for (const word of words)
      assert.isTrue(
        pieces.some((piece) => ` ${piece} `.includes(` ${word} `)),
        word
      )
    const solid = texts({ ...said, html: "x".repeat(25_000) })
    assert.isTrue(solid.every((piece) => piece.length <= Legible.pieceMost))
  })
})
