import { assert, describe, it } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import { NotMerged, ProposalDecided, ProposalNotFound } from "@loopdrive/person/Merging"
import { EmbeddingUnavailable } from "@loopdrive/providers/Embedding"
import { SandboxUnavailable } from "@loopdrive/providers/SandboxOutbox"
import { SendNotFound } from "@loopdrive/sending/SendStore"
import { RecipientUnusable } from "@loopdrive/sending/Sending"
import { KeyNotFound, WorkspaceNotFound } from "@loopdrive/tenancy/Tenancy"
import * as Effect from "effect/Effect"
import { ConnectionError, SqlError } from "effect/sql/SqlError"
import { asProblems, invalid, toProblem } from "../src/Failures.ts"

const down = new SqlError({
  reason: new ConnectionError({ cause: new Error("down"), message: "down", operation: "query" })
})

describe("a failure on the wire", () => {
  it.each([
    [new SendNotFound({ sendId: "send_1" }), 404, "send_not_found"],
    [new ProposalNotFound({ proposalId: "prop_1" }), 404, "merge_proposal_not_found"],
    [new KeyNotFound({ keyId: "key_1" }), 404, "key_not_found"],
    [new WorkspaceNotFound({ workspaceId: "ws_1" }), 404, "workspace_not_found"],
    [new NotMerged({ personId: "per_1" }), 409, "not_merged"],
    [new ProposalDecided({ proposalId: "prop_1", status: "rejected" }), 409, "proposal_decided"],
    [new RecipientUnusable({ field: "to", problem: "is nobody" }), 400, "invalid_request"],
    [new IdempotencyConflict({ scope: "s", key: "k" }), 422, "idempotency_key_reused"],
    [new ActorUnavailable({ entity: "per_1", reason: "storage" }), 503, "unavailable"],
    [new EmbeddingUnavailable({ source: "openai", reason: "timeout" }), 503, "unavailable"],
    [new SandboxUnavailable({ cause: new Error("down") }), 503, "unavailable"],
    [down, 503, "unavailable"]
  ] as const)("%s is a problem with its own status and code", (failure, status, code) => {
    const problem = toProblem(failure)
    assert.deepStrictEqual([problem.status, problem.code], [status, code])
    assert.isString(problem.detail)
  })

  it.effect("stays the problem it is already", () =>
    Effect.gen(function* () {
      const problem = invalid(["payload", "email"], "is missing")
      assert.strictEqual(yield* Effect.flip(asProblems(Effect.fail(problem))), problem)
    })
  )
})
