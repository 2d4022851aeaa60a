import { assert, describe, it } from "@effect/vitest"
import * as OtherMethods from "../../src/core/OtherMethods.ts"

describe("the methods of a path", () => {
  const methodsOf = OtherMethods.among([
    { method: "GET", path: "/api/person/:personId" },
    { method: "PATCH", path: "/api/person/:personId" },
    { method: "POST", path: "/api/person/merge" },
    { method: "POST", path: "/social/:platform/dm" }
  ])

  it("are those of every route that it fits", () => {
    assert.deepStrictEqual(methodsOf("/api/person/per_1"), ["GET", "PATCH"])
    assert.deepStrictEqual(methodsOf("/api/person/merge"), ["GET", "PATCH", "POST"])
    assert.deepStrictEqual(methodsOf("/social/x/dm"), ["POST"])
  })

  it("are none where there is no such path", () => {
    for (const path of ["/", "/api/person", "/api/person/", "/api/person/a/b", "/social//dm", "/social/x"])
      assert.deepStrictEqual(methodsOf(path), [])
  })
})
