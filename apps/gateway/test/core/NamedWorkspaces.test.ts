import { assert, describe, it } from "@effect/vitest"
import * as NamedWorkspaces from "../../src/core/NamedWorkspaces.ts"

describe("the workspaces that a request names", () => {
  it("are all that stand in its query", () => {
    assert.deepStrictEqual(NamedWorkspaces.inQuery("/a?workspaceId=ws_1&b=2&workspaceId=ws%2D2"), ["ws_1", "ws-2"])
    for (const url of ["/a", "/workspaceId=ws_1", "/a?b=workspaceId", "/a?", "/a?workspaceId=a%20b"])
      assert.deepStrictEqual(NamedWorkspaces.inQuery(url), [])
  })

  it("are what stands at the top of its body", () => {
    assert.deepStrictEqual(NamedWorkspaces.inBody('{"a":1,"workspaceId":"ws_1"}'), ["ws_1"])
    for (const text of [
      "",
      "{",
      '{"a":{"workspaceId":"ws_1"}}',
      '["workspaceId"]',
      '{"workspaceId":1}',
      '{"workspaceId":""}',
      '"workspaceId"'
    ])
      assert.deepStrictEqual(NamedWorkspaces.inBody(text), [])
  })
})
