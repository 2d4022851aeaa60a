import { assert, describe, it } from "@effect/vitest"
import { proseOf } from "../../../../src/core/composer/memories/Prose.ts"

const cases: ReadonlyArray<readonly [string, string | undefined]> = [
  ["You run a bakery in Lisbon.", "You run a bakery in Lisbon."],
  ["You were at our booth, took a flyer, seemed interested.", "You were at our booth and took a flyer."],
  ["You like jazz, blues, rock.", "You like jazz, blues and rock."],
  ["You like jazz, blues and rock.", "You like jazz, blues and rock."],
  ["You are a non-profit, tight budget.", "You are a non-profit."],
  ["You have a shop in Graz, Austria.", "You have a shop in Graz, Austria."],
  ["You sell cakes, especially on weekends.", "You sell cakes, especially on weekends."],
  ["You ordered 12 croissants for 2026-12-24T08:00:00Z.", "You ordered 12 croissants for 24 December 2026."],
  ["You called on 2026-03-14. You want rye.", "You called on 14 March 2026. You want rye."],
  ["You ordered at 2026-03-14T10:00:00+01:00.", "You ordered on 14 March 2026."],
  ["You want demo.", "You want a demo."],
  ["You need estimate for rye.", "You need an estimate for rye."],
  ["You run a bakery (since 1998).", "You run a bakery."],
  ["You prefer rye; plan: Pro.", undefined],
  ["You are Pro -> Team.", undefined],
  ["You seem interested.", undefined],
  ["You come at 9:30.", "You come at 9:30."]
]

describe("a turned note", () => {
  for (const [note, prose] of cases) {
    it(`${note} is ${prose ?? "none"}`, () => {
      assert.strictEqual(proseOf(note), prose)
    })
  }
})
