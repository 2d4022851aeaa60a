import { assert, describe, it } from "@effect/vitest"
import { isStale } from "../../../../src/core/composer/memories/Stale.ts"

const now = Date.UTC(2026, 10, 27)
const day = 86_400_000

describe("a plan whose time has passed", () => {
  it.each([
    ["planned to visit us in march 2023", 0],
    ["going to Japan in april 2024, wants rail pass", 0],
    ["asked for a quote in 2022 for the roof", 0],
    ["Wants to open a second shop by September", 200],
    ["Will come by next week", 30]
  ] as const)("is stale: %s", (note, age) => assert.isTrue(isStale(note, now - age * day, now)))

  it.each([
    ["Wants to open a second shop by September", 0],
    ["Plans a party in May 2027", 0],
    ["Has been a customer since 2020 and wants more seats", 0],
    ["Bought Pegasus 40 in January 2025", 0],
    ["Will come by next week", 2],
    ["Wants to be in market research", 900]
  ] as const)("is not: %s", (note, age) => assert.isFalse(isStale(note, now - age * day, now)))
})
