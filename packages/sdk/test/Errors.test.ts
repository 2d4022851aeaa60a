import { assert, it } from "@effect/vitest"
import * as Errors from "@loopdrive/sdk/Errors"

it.each([
  [400, Errors.ValidationError],
  [413, Errors.ValidationError],
  [422, Errors.ValidationError],
  [401, Errors.AuthenticationError],
  [403, Errors.AuthorizationError],
  [404, Errors.NotFoundError],
  [409, Errors.ConflictError],
  [429, Errors.RateLimitError],
  [503, Errors.ServerError],
  [418, Errors.LoopDriveError]
])("the status %d is an error of its own kind", (status, kind) => {
  const error = Errors.fromResponse(status, "req_1", { code: "a_code", detail: "What happened." })
  assert.strictEqual(error.constructor, kind)
  assert.deepStrictEqual(
    [error.status, error.code, error.requestId, error.message],
    [status, "a_code", "req_1", "What happened."]
  )
})

it("an answer that says nothing is still an error with a code", () => {
  const error = Errors.fromResponse(502, undefined, {})
  assert.deepStrictEqual([error.code, error.message], ["http_502", "HTTP 502"])
})
