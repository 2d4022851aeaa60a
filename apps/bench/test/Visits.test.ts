import { assert, describe, it } from "@effect/vitest"
import { makeDraw } from "../src/Draw.ts"
import * as Visits from "../src/Visits.ts"

const visited = (first: number, count: number): ReadonlyArray<number> => {
  const visits = Visits.make(first, makeDraw())
  return Array.from({ length: count }, () => visits.next())
}

const block = 80 * 2 + 20 * 5

describe("the people that messages are for", () => {
  it("are held back by a cap of three in the same share, however many messages there are", () => {
    for (const blocks of [1, 10]) {
      const times = Map.groupBy(visited(500, blocks * block), (n) => n)
      const over = [...times.values()].reduce((sum, each) => sum + Math.max(0, each.length - 3), 0)
      assert.strictEqual(over / (blocks * block), 2 / 13)
      assert.strictEqual(times.size, blocks * 100)
    }
  })

  it("come again while their first message is on its way", () => {
    const order = visited(0, block)
    const apart = order.flatMap((n, at) => {
      const next = order.indexOf(n, at + 1)
      return next === -1 ? [] : [next - at]
    })
    assert.isBelow(Math.min(...apart), 5)
  })

  it("are others in the next run", () => {
    const visits = Visits.make(0, makeDraw())
    const before = Array.from({ length: block + 1 }, () => visits.next())
    assert.strictEqual(visits.begun(), 200)
    const later = new Set(visited(visits.begun(), block))
    assert.isFalse(before.some((n) => later.has(n)))
  })
})
