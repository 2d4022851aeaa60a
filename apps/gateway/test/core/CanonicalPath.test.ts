import { assert, describe, it } from "@effect/vitest"
import { of, ofUrl } from "../../src/core/CanonicalPath.ts"

describe("the one spelling of a path", () => {
  it("is what the SDK asks for, whichever way it was asked", () => {
    const spellings: ReadonlyArray<readonly [string, string]> = [
      ["/api/email/send", "/email/send"],
      ["/email/send", "/email/send"],
      ["/api/social/x/dm", "/social/x/dm"],
      ["/api/events/ingest", "/events"],
      ["/api/events/ingest/batch", "/events/batch"],
      ["/events/ingest", "/events"],
      ["/person/per_1", "/api/person/per_1"],
      ["/api/person/per_1", "/api/person/per_1"],
      ["/api/person/per_1/sends", "/person/per_1/sends"],
      ["/budget/plan", "/api/budget/plan"],
      ["/health", "/health"],
      ["/api/health", "/api/health"],
      ["/agents", "/agents"]
    ]
    for (const [asked, canonical] of spellings) assert.strictEqual(of(asked), canonical)
  })

  it("keeps the query as it is", () => {
    assert.strictEqual(ofUrl("/person?limit=1&q=%zz"), "/api/person?limit=1&q=%zz")
  })

  it("can always be decoded", () => {
    for (const path of ["/api/person/%zz", "/api/person/%", "/api/person/%E0%A4%A", "/%ff"])
      assert.doesNotThrow(() => decodeURIComponent(ofUrl(path)))
    assert.strictEqual(decodeURIComponent(ofUrl("/api/person/100%")), "/api/person/100%")
    assert.strictEqual(ofUrl("/api/person/a%20b"), "/api/person/a%20b")
  })
})
