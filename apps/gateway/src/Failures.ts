/** Domain failures as problems, by tag, in one place. What is not listed does not compile. */
import type { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import type { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import * as Problems from "@loopdrive/api/Problems"
import type { AskError } from "@loopdrive/person/Client"
import type { PersonNotFound } from "@loopdrive/person/Published"
import type { NotMerged, ProposalDecided, ProposalNotFound } from "@loopdrive/person/Merging"
import type { EmbeddingUnavailable } from "@loopdrive/providers/Embedding"
import type { SandboxUnavailable } from "@loopdrive/providers/SandboxOutbox"
import type { SuppressionNotFound } from "@loopdrive/sending/SuppressionStore"
import type { SendAlertNotFound } from "@loopdrive/sending/SendAlertStore"
import type { SendNotFound } from "@loopdrive/sending/SendStore"
import type { NotChecked } from "@loopdrive/sending/Composer"
import type { BulkNotFound } from "@loopdrive/sending/BulkStore"
import type { ItemNotFound } from "@loopdrive/sending/QueueStore"
import type { RecipientUnusable, SendLeft } from "@loopdrive/sending/Sending"
import type { KeyNotFound, WorkspaceNotFound } from "@loopdrive/tenancy/Tenancy"
import type { ComposeFailure } from "@loopdrive/voice/Composing"
import type { TooManyBrands } from "@loopdrive/voice/BrandStore"
import type { BadRequest, VariableUndeclared } from "@loopdrive/voice/Published"
import type { NothingToRollBackTo } from "@loopdrive/voice/PackStore"
import type { SnippetNotFound, TooManySnippets } from "@loopdrive/voice/SnippetStore"
import * as Effect from "effect/Effect"
import type { PaymentProviderUnavailable, PaymentRejected } from "@loopdrive/providers/PaymentProvider"
import type { WebhookRefused } from "@loopdrive/providers/WebhookRefused"
import type { AskError as WalletError } from "@loopdrive/wallet/Client"
import type { NotCorrectable } from "@loopdrive/wallet/Corrections"
import type { PaymentGivenUp } from "@loopdrive/wallet/Payments"
import type { PaymentNotFound, RecipientNotFound } from "@loopdrive/wallet/PaymentStore"
import type { PayoutNotFound } from "@loopdrive/wallet/Payouts"
import type { AlertNotFound } from "@loopdrive/wallet/WalletStore"
import type { SqlError } from "effect/sql/SqlError"

export type Failure =
  | AskError
  | ActorUnavailable
  | IdempotencyConflict
  | NotMerged
  | ProposalNotFound
  | ProposalDecided
  | SendNotFound
  | SendAlertNotFound
  | SuppressionNotFound
  | RecipientUnusable
  | SendLeft
  | NotChecked
  | ItemNotFound
  | BulkNotFound
  | KeyNotFound
  | WorkspaceNotFound
  | EmbeddingUnavailable
  | SandboxUnavailable
  | WalletFailure
  | VoiceFailure
  | SqlError

type VoiceFailure =
  | Exclude<ComposeFailure, PersonNotFound | IdempotencyConflict | SqlError>
  | BadRequest
  | VariableUndeclared
  | NothingToRollBackTo
  | SnippetNotFound
  | TooManySnippets
  | TooManyBrands

type PaymentFailure =
  | PaymentGivenUp
  | PaymentNotFound
  | RecipientNotFound
  | PayoutNotFound
  | PaymentRejected
  | PaymentProviderUnavailable
  | WebhookRefused

type WalletFailure = WalletError | AlertNotFound | NotCorrectable | PaymentFailure

export type Problem = InstanceType<(typeof Problems.all)[number]>

/** A request that decodes but cannot be meant. */
export const invalid = (path: ReadonlyArray<string | number>, message: string): Problems.Invalid =>
  new Problems.Invalid({ code: "invalid_request", detail: message, errors: [{ path, message }] })

export const notFound = (what: string, id: string): Problems.NotFound =>
  new Problems.NotFound({
    code: `${what}_not_found`,
    id,
    detail: `There is no ${what.replaceAll("_", " ")} ${id} here.`
  })

const busy = (detail: string): Problems.Unavailable =>
  new Problems.Unavailable({ code: "unavailable", detail: `${detail} Repeat the request as it is.` })

const conflict = (
  code: string,
  detail: string,
  more: { requested?: number; available?: number; remaining?: number; refundable?: number } = {}
) => new Problems.Conflict({ code, detail, ...more })

const webhookProblems: Readonly<Record<WebhookRefused["reason"], string>> = {
  missing_header: "The signature, or what goes with it, is missing.",
  bad_signature: "The signature is not of this body under any secret known here.",
  too_old: "The signature is older than 300 seconds.",
  malformed: "The body is no event."
}

/** `header`: where the vendor signs. */
export const refusedWebhook = ({ reason }: WebhookRefused, header: string): Problems.Invalid =>
  new Problems.Invalid({
    code: "webhook_refused",
    detail: webhookProblems[reason],
    errors: [{ path: reason === "malformed" ? ["body"] : ["headers", header], message: reason }]
  })

/** `parameter`: what the vendor asks with, when an address is registered. */
export const refusedHandshake = ({ reason }: WebhookRefused, parameter: string): Problems.Invalid =>
  new Problems.Invalid({
    code: "webhook_refused",
    detail:
      reason === "missing_header"
        ? "What a vendor asks when it registers an address is missing or incomplete."
        : "This server does not know the token or the secret that an answer needs: set the vendor's as `.env.example` says.",
    errors: [{ path: ["query", parameter], message: reason }]
  })

/** What payments, payouts and those who tell of them say no to. */
const paymentProblem = (failure: PaymentFailure): Problem => {
  switch (failure._tag) {
    case "PaymentNotFound":
      return notFound("payment", failure.paymentId)
    case "PaymentGivenUp":
      return conflict(
        "payment_given_up",
        `This payment was given up: ${failure.reason} Ask for a new one under another key.`
      )
    case "RecipientNotFound":
      return notFound("recipient", failure.recipientId)
    case "PayoutNotFound":
      return notFound("payout", failure.payoutId)
    case "PaymentRejected":
      return new Problems.Unprocessable({
        code: failure.code ?? "payment_rejected",
        detail: `The payment provider refused: ${failure.message}`
      })
    case "PaymentProviderUnavailable":
      return failure.reason === "not_authorized"
        ? new Problems.Unavailable({
            code: "payment_provider_not_authorized",
            detail: "The payment provider does not accept this server's key. Whoever runs the server has to mend that."
          })
        : busy("The payment provider could not be asked now.")
    case "WebhookRefused":
      return refusedWebhook(failure, "Stripe-Signature")
  }
}

/** What a wallet says no to. */
const walletProblem = (failure: Exclude<WalletFailure, ActorUnavailable | IdempotencyConflict>): Problem => {
  switch (failure._tag) {
    case "InsufficientFunds":
      return conflict(
        "insufficient_funds",
        `${failure.requested} cents were asked for, ${failure.available > 0 ? failure.available : "none"} can be spent.`,
        { requested: failure.requested, available: failure.available }
      )
    case "WalletFrozen":
      return conflict("wallet_frozen", "The wallet is frozen: nothing leaves it until it is unfrozen.")
    case "BalanceLimit":
      return conflict("balance_limit", `A wallet holds ${failure.limit} cents at the most.`)
    case "NotCorrectable":
      return invalid(
        ["payload", "corrects"],
        failure.reason === "unknown" ? "must be a transaction of this wallet" : "must be a debit: a refund gives back"
      )
    case "RefundExceeded":
      return conflict("refund_exceeded", `Of this debit, ${failure.refundable} cents can still be given back.`, {
        requested: failure.requested,
        refundable: failure.refundable
      })
    case "RefundOutrun":
      return conflict("refund_outrun", "Other refunds of this debit came first. Ask again.")
    case "HoldNotOpen":
      return conflict("hold_not_open", `The hold ${failure.holdId} has ended.`)
    case "HoldExceeded":
      return conflict("hold_exceeded", `Of the hold, ${failure.remaining} cents remain.`, {
        requested: failure.requested,
        remaining: failure.remaining
      })
    case "HoldExpired":
      return invalid(["payload", "expiresAt"], "must be in the future")
    case "TooManyHolds":
      return conflict("too_many_holds", `A wallet can have ${failure.limit} open holds.`)
    case "NoPaymentMethod":
      return conflict(
        "no_payment_method",
        "Top the wallet up once: the card that pays is the one that is charged later."
      )
    case "ReloadIncomplete":
      return invalid(["payload", failure.field], `is needed to enable auto-reload, and must be above 0`)
    case "ReloadCeiling":
      return invalid(
        ["payload", failure.field],
        `must be at least ${failure.least}: what one reload of an empty wallet charges`
      )
    case "AlertNotFound":
      return notFound("alert", failure.alertId)
    default:
      return paymentProblem(failure)
  }
}

/** What brands, packs, snippets and what is composed of them say no to. */
const voiceProblem = (failure: VoiceFailure): Problem => {
  switch (failure._tag) {
    case "BrandNotFound":
      return notFound("brand", failure.brandId)
    case "PackNotFound":
      return failure.version === undefined
        ? notFound("pack", failure.useCase)
        : notFound("pack_version", `${failure.version} of ${failure.useCase}`)
    case "SnippetNotFound":
      return notFound("snippet", failure.snippetId)
    case "BadRequest":
      return invalid(["payload", ...failure.field.split(".")], `"${failure.field}" ${failure.reason}`)
    case "VariablesMissing":
      return new Problems.Invalid({
        code: "variables_missing",
        detail: `The pack's template needs ${failure.names.map((name) => `context.${name}`).join(", ")}.`,
        errors: failure.names.map((name) => ({ path: ["payload", "context", name], message: "is needed" }))
      })
    case "VariableUndeclared":
      return invalid(["payload", "variables"], `lack "${failure.name}", which the template has a hole for`)
    case "NothingToRollBackTo":
      return conflict("nothing_to_roll_back_to", `The first version of ${failure.useCase} is in force.`)
    case "NothingSafe":
      return new Problems.Unprocessable({
        code: "nothing_safe",
        detail: `No variant passes the guardrails: ${failure.violations.join("; ")}`
      })
    case "TooManySnippets":
      return conflict("too_many", `A brand can have ${failure.limit} snippets.`)
    case "TooManyBrands":
      return conflict("too_many", `A workspace can have ${failure.limit} brands.`)
  }
}

export const toProblem = (failure: Failure): Problem => {
  switch (failure._tag) {
    case "PersonNotFound":
      return notFound("person", failure.personId)
    case "SendNotFound":
      return notFound("send", failure.sendId)
    case "SendAlertNotFound":
      return notFound("alert", failure.alertId)
    case "SuppressionNotFound":
      return notFound("suppression", failure.suppressionId)
    case "ProposalNotFound":
      return notFound("merge_proposal", failure.proposalId)
    case "KeyNotFound":
      return notFound("key", failure.keyId)
    case "WorkspaceNotFound":
      return notFound("workspace", failure.workspaceId)
    case "IdentityTaken":
      return new Problems.Conflict({
        code: "identity_taken",
        detail: `Another person has ${failure.claimed.map(({ type, value }) => `${type} ${value}`).join(", ")}.`
      })
    case "TooMany":
      return conflict("too_many", `A person can have ${failure.limit} ${failure.what}.`)
    case "NotMerged":
      return new Problems.Conflict({ code: "not_merged", detail: `${failure.personId} was not merged.` })
    case "ProposalDecided":
      return conflict("proposal_decided", `The merge proposal was ${failure.status} already.`)
    case "RecipientUnusable":
      return invalid(["payload", failure.field], failure.problem)
    case "IdempotencyConflict":
      return new Problems.Unprocessable({
        code: "idempotency_key_reused",
        detail: "This Idempotency-Key was used with another request. Use a new key for a new request."
      })
    case "ActorUnavailable":
      return busy("The command could not be taken now; if it was, a repeat gets its answer.")
    case "SendLeft":
      return conflict("send_left", `The send ${failure.sendId} is ${failure.state}: there is nothing to take back.`)
    case "BulkNotFound":
      return notFound("bulk", failure.jobId)
    case "ItemNotFound":
      return notFound("queue_item", failure.id)
    case "NotChecked":
      return busy("The guardrails could not be asked now; nothing was sent.")
    case "EmbeddingUnavailable":
      return busy("The text could not be embedded now; nothing was stored.")
    case "SandboxUnavailable":
      return busy("The outbox could not be read now.")
    case "SqlError":
      return busy("The database could not be asked now.")
    case "BrandNotFound":
    case "PackNotFound":
    case "SnippetNotFound":
    case "BadRequest":
    case "VariablesMissing":
    case "VariableUndeclared":
    case "NothingToRollBackTo":
    case "NothingSafe":
    case "TooManySnippets":
    case "TooManyBrands":
      return voiceProblem(failure)
    default:
      return walletProblem(failure)
  }
}

/** Ends an effect's failures in problems. */
export const asProblems = <A, R>(effect: Effect.Effect<A, Failure | Problem, R>): Effect.Effect<A, Problem, R> =>
  Effect.mapError(effect, (failure) => ("status" in failure && "title" in failure ? failure : toProblem(failure)))
