import { assert, describe, it } from "@effect/vitest"
import { digestOf } from "@loopdrive/domain/Digest"

describe("the digest of a document", () => {
  // Receipts keep them for ever: a repeat must be known again by every later version.
  it("stays what it was when it was first written down", () => {
    const metadata = { "10": "ten", "9": "nine", "!": 0, a: { d: 1, c: 2 } }
    const odd: unknown = JSON.parse(
      '{"__proto__":{"z":1,"y":2},"é":"\\ud83d\\ude00","B":"\\n\\"","a":-0.5,"4294967295":1,"4294967294":2,"01":3}'
    )
    const known: ReadonlyArray<readonly [unknown, string]> = [
      [{}, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"],
      [{ b: 1, a: [true, null, "x"] }, "54a65415ad370228851a1da4b31b6fd42dc58b19a50d35cae759325f7388ce64"],
      [
        { type: "debit", amount: 3, source: "campaign_spend", metadata },
        "3b61f500c09a8c7b25c9b774588d5e79beb9da807f54e363c765e237686da2c2"
      ],
      [odd, "b8203226676dcbc72296df3e9502e406a391d7427e2cd0287d4a950397b371ea"],
      [[[], {}, [undefined, 1]], "be7a7fe57fbb4dea75dab740d4165fd74e49d34b8bb60ba7645e176a68683367"],
      ["text", "1e1d0f251d3a76fa2b1bfc81164078572623403887db02988b504b0492e9f076"]
    ]
    for (const [document, digest] of known) assert.strictEqual(digestOf(document), digest)
  })

  it("does not depend on the order of members, nor on one that is undefined", () => {
    assert.strictEqual(digestOf({ a: 1, b: { c: 2, d: 3 } }), digestOf({ b: { d: 3, c: 2 }, a: 1, e: undefined }))
    assert.notStrictEqual(digestOf({ a: [1, 2] }), digestOf({ a: [2, 1] }))
    assert.notStrictEqual(digestOf({ a: null }), digestOf({}))
  })
})
