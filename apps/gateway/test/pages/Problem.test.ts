import { assert, describe, it } from "@effect/vitest"
import * as Problem from "../../pages/Problem.js"

describe("a problem on a page", () => {
  it.each([
    [{ status: 0 }, "does not answer", "Nothing is done twice"],
    [
      { status: 400, errors: [{ path: ["payload", "amount"], message: "must be positive" }] },
      "Amount must be positive.",
      "again"
    ],
    [
      { status: 400, errors: [{ path: ["payload", "dailyCeiling"], message: "must be more." }] },
      "Daily ceiling must be more.",
      "again"
    ],
    [{ status: 400, detail: "No." }, "No.", "Change it"],
    [{ status: 400 }, "not understood", "Change it"],
    [{ status: 401, code: "unauthorized" }, "does not know this key", "first start"],
    [{ status: 403, code: "workspace_forbidden" }, "another workspace", "ws_default"],
    [{ status: 403, code: "scope_missing", detail: 'lacks "write"' }, 'lacks "write"', "administrator"],
    [{ status: 409, code: "no_payment_method" }, "no saved card", "Top up once"],
    [{ status: 409, code: "wallet_frozen" }, "frozen", "Unfreeze"],
    [{ status: 409, code: "balance_limit" }, "full", "smaller"],
    [{ status: 422, code: "idempotency_key_reused" }, "other content", "Reload"],
    [{ status: 404, detail: "There is no alert x here." }, "There is no alert", "Refresh"],
    [{ status: 404, code: "person_not_found", detail: "There is no person x here." }, "no person x", "from the list"],
    [{ status: 404, code: "brand_not_found" }, "no such brand", "workspace's own"],
    [{ status: 418 }, "refused (418)", "Refresh"],
    [{ status: 500, requestId: "req_1" }, "Something went wrong", "req_1"],
    [{ status: 502 }, "Something went wrong", "operator."],
    [{ status: 503, detail: "The database is away." }, "database is away", "in a moment"],
    [{ status: 429 }, "busy", "in a moment"]
  ])("with %o says what is and what to do", (problem, what, next) => {
    const said = Problem.explain(problem)
    assert.include(said.what, what)
    assert.include(said.next, next)
  })

  it("whose code is a name of every object is explained like any other", () => {
    assert.include(
      Problem.explain({ status: 404, code: "constructor", detail: "No such thing." }).what,
      "No such thing."
    )
  })
})
