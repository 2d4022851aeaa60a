import { expect, it } from "vitest"
import { memo } from "@loopdrive/domain/Memo"

it("works a text out once, keeps what is asked for again, and no long ones", () => {
  const asked: Array<string> = []
  const length = memo(4, (text) => {
    asked.push(text)
    return text.length
  })
  expect(["a", "bb", "a", "ccc", "a", "dddd", "a", "bb"].map(length)).toEqual([1, 2, 1, 3, 1, 4, 1, 2])
  expect(asked).toEqual(["a", "bb", "ccc", "dddd", "bb"])
  const long = "x".repeat(5000)
  expect([length(long), length(long)]).toEqual([5000, 5000])
  expect(asked.filter((text) => text === long)).toHaveLength(2)
})
