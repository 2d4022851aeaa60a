import { assert, describe, it } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import { NotMerged, ProposalDecided, ProposalNotFound } from "@loopdrive/person/Merging"
import { EmbeddingUnavailable } from "@loopdrive/providers/Embedding"
import { SandboxUnavailable } from "@loopdrive/providers/SandboxOutbox"
import { SendAlertNotFound } from "@loopdrive/sending/SendAlertStore"
import { SendNotFound } from "@loopdrive/sending/SendStore"
import { RecipientUnusable } from "@loopdrive/sending/Sending"
import { KeyNotFound, WorkspaceNotFound } from "@loopdrive/tenancy/Tenancy"
import { PaymentProviderUnavailable, PaymentRejected } from "@loopdrive/providers/PaymentProvider"
import { WebhookRefused } from "@loopdrive/providers/WebhookRefused"
import { PaymentGivenUp } from "@loopdrive/wallet/Payments"
import { PaymentNotFound, RecipientNotFound } from "@loopdrive/wallet/PaymentStore"
import { PayoutNotFound } from "@loopdrive/wallet/Payouts"
import { AlertNotFound } from "@loopdrive/wallet/WalletStore"
import * as WalletActor from "@loopdrive/wallet/Wallet"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { ConnectionError, SqlError } from "effect/sql/SqlError"
import { asProblems, invalid, toProblem } from "../src/Failures.ts"

/** As it comes from a wallet in another process. */
const refusal = Schema.decodeUnknownSync(WalletActor.behavior.wire.refusal)

const down = new SqlError({
  reason: new ConnectionError({ cause: new Error("down"), message: "down", operation: "query" })
})

describe("a failure on the wire", () => {
  it.each([
    [new SendNotFound({ sendId: "send_1" }), 404, "send_not_found"],
    [new SendAlertNotFound({ alertId: "alert_1" }), 404, "alert_not_found"],
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
    [down, 503, "unavailable"],
    [refusal({ _tag: "InsufficientFunds", requested: 2, available: 1 }), 409, "insufficient_funds"],
    [refusal({ _tag: "WalletFrozen" }), 409, "wallet_frozen"],
    [refusal({ _tag: "BalanceLimit", limit: 5 }), 409, "balance_limit"],
    [refusal({ _tag: "HoldNotOpen", holdId: "hold_1" }), 409, "hold_not_open"],
    [refusal({ _tag: "HoldExceeded", holdId: "hold_1", requested: 2, remaining: 1 }), 409, "hold_exceeded"],
    [refusal({ _tag: "RefundExceeded", corrects: "txn_1", requested: 2, refundable: 1 }), 409, "refund_exceeded"],
    [refusal({ _tag: "RefundOutrun", corrects: "txn_1" }), 409, "refund_outrun"],
    [refusal({ _tag: "HoldExpired" }), 400, "invalid_request"],
    [refusal({ _tag: "TooManyHolds", limit: 1 }), 409, "too_many_holds"],
    [refusal({ _tag: "NoPaymentMethod" }), 409, "no_payment_method"],
    [refusal({ _tag: "ReloadIncomplete", field: "amount" }), 400, "invalid_request"],
    [refusal({ _tag: "ReloadCeiling", field: "dailyCeiling", least: 100 }), 400, "invalid_request"],
    [new AlertNotFound({ alertId: "alert_1" }), 404, "alert_not_found"],
    [new PaymentNotFound({ paymentId: "pay_1" }), 404, "payment_not_found"],
    [new RecipientNotFound({ recipientId: "creator_1" }), 404, "recipient_not_found"],
    [new PaymentGivenUp({ paymentId: "pay_1", reason: "It was late." }), 409, "payment_given_up"],
    [new PayoutNotFound({ payoutId: "payout_1" }), 404, "payout_not_found"],
    [new PaymentRejected({ status: 402, type: "card_error", message: "no" }), 422, "payment_rejected"],
    [new PaymentRejected({ status: 402, type: "card_error", code: "lost", message: "no" }), 422, "lost"],
    [new PaymentProviderUnavailable({ reason: "timeout", outcome: "unknown" }), 503, "unavailable"],
    [
      new PaymentProviderUnavailable({ reason: "not_authorized", outcome: "not_done" }),
      503,
      "payment_provider_not_authorized"
    ],
    [new WebhookRefused({ reason: "too_old" }), 400, "webhook_refused"]
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
