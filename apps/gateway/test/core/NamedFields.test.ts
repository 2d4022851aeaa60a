import { assert, describe, it } from "@effect/vitest"
import * as NamedFields from "../../src/core/NamedFields.ts"

const request = { template: "/api/persons/:personId/notes", url: "/api/persons/per_1/notes", body: "" }

describe("the field that names something", () => {
  it("is found in the path, under whichever spelling it was asked", () => {
    for (const url of ["/api/persons/per_1/notes", "/persons/per_1/notes?limit=1"])
      assert.deepStrictEqual(NamedFields.naming("per_1", { ...request, url }), ["params", "personId"])
    const odd = { ...request, url: "/api/persons/a%20b/notes" }
    assert.deepStrictEqual(NamedFields.naming("a b", odd), ["params", "personId"])
  })

  it("is found in the query and in the body", () => {
    const url = "/api/persons/per_1/notes?brandId=b%2F1"
    assert.deepStrictEqual(NamedFields.naming("b/1", { ...request, url }), ["query", "brandId"])
    const body = JSON.stringify({ text: "hello", personId: "per_2" })
    assert.deepStrictEqual(NamedFields.naming("per_2", { ...request, body }), ["payload", "personId"])
  })

  it("is none where nothing has the value, or nothing can be read", () => {
    for (const body of ["", "{", "null", '"per_3"', '{"a":{"b":"per_3"}}'])
      assert.isUndefined(NamedFields.naming("per_3", { ...request, body }))
    assert.isUndefined(NamedFields.naming("per_1", { ...request, url: "//[/per_1/notes" }))
  })
})
