/** Domain failures as problems, by tag, in one place. What is not listed does not compile. */
import type { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import type { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import * as Problems from "@loopdrive/api/Problems"
import type { AskError } from "@loopdrive/person/Client"
import type { NotMerged, ProposalDecided, ProposalNotFound } from "@loopdrive/person/Merging"
import type { EmbeddingUnavailable } from "@loopdrive/providers/Embedding"
import type { EmailProviderUnavailable } from "@loopdrive/providers/EmailProvider"
import type { SendNotFound } from "@loopdrive/sending/SendStore"
import type { RecipientUnusable } from "@loopdrive/sending/Sending"
import type { KeyNotFound, WorkspaceNotFound } from "@loopdrive/tenancy/Tenancy"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"

export type Failure =
  | AskError
  | ActorUnavailable
  | IdempotencyConflict
  | NotMerged
  | ProposalNotFound
  | ProposalDecided
  | SendNotFound
  | RecipientUnusable
  | KeyNotFound
  | WorkspaceNotFound
  | EmbeddingUnavailable
  | EmailProviderUnavailable
  | SqlError

export type Problem = InstanceType<(typeof Problems.all)[number]>

/** A request that decodes but cannot be meant. */
export const invalid = (path: ReadonlyArray<string | number>, message: string): Problems.Invalid =>
  new Problems.Invalid({ code: "invalid_request", detail: message, errors: [{ path, message }] })

const notFound = (what: string, id: string): Problems.NotFound =>
  new Problems.NotFound({ code: `${what}_not_found`, detail: `There is no ${what.replaceAll("_", " ")} ${id} here.` })

const busy = (detail: string): Problems.Unavailable =>
  new Problems.Unavailable({ code: "unavailable", detail: `${detail} Repeat the request as it is.` })

export const toProblem = (failure: Failure): Problem => {
  switch (failure._tag) {
    case "PersonNotFound":
      return notFound("person", failure.personId)
    case "SendNotFound":
      return notFound("send", failure.sendId)
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
      return new Problems.Conflict({
        code: "too_many",
        detail: `A person can have ${failure.limit} ${failure.what}.`
      })
    case "NotMerged":
      return new Problems.Conflict({ code: "not_merged", detail: `${failure.personId} was not merged.` })
    case "ProposalDecided":
      return new Problems.Conflict({
        code: "proposal_decided",
        detail: `The merge proposal was ${failure.status} already.`
      })
    case "RecipientUnusable":
      return invalid(["payload", failure.field], failure.problem)
    case "IdempotencyConflict":
      return new Problems.Unprocessable({
        code: "idempotency_key_reused",
        detail: "This Idempotency-Key was used with another request. Use a new key for a new request."
      })
    case "ActorUnavailable":
      return busy("The command could not be taken now; if it was, a repeat gets its answer.")
    case "EmbeddingUnavailable":
      return busy("The text could not be embedded now; nothing was stored.")
    case "EmailProviderUnavailable":
      return busy("The outbox could not be read now.")
    case "SqlError":
      return busy("The database could not be asked now.")
  }
}

/** Ends an effect's failures in problems. */
export const asProblems = <A, R>(effect: Effect.Effect<A, Failure | Problem, R>): Effect.Effect<A, Problem, R> =>
  Effect.mapError(effect, (failure) => ("status" in failure && "title" in failure ? failure : toProblem(failure)))
