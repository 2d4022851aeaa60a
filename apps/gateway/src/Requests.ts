/** What handlers ask of a request beyond its decoded parts. */
import type { CommandIdentity, IdempotencyConflict } from "@loopdrive/actor/Receipt"
import type { Receipts } from "@loopdrive/actor/Receipts"
import { CurrentCredential } from "@loopdrive/api/Gate"
import { pageDefault } from "@loopdrive/api/Input"
import * as Problems from "@loopdrive/api/Problems"
import type { Credential } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import * as SecureRandom from "effect/crypto/SecureRandom"
import type { HttpServerRequest } from "effect/http"
import * as RequestIdentity from "./RequestIdentity.ts"
import { invalid } from "./Failures.ts"

/** A key of the caller's: what a header can carry, and no longer than anybody needs. */
const usableKey = /^[\x21-\x7e]{1,255}$/

export const credential = CurrentCredential

export interface Identified {
  readonly identity: CommandIdentity
  /** The caller gave the key. */
  readonly named: boolean
}

/**
 * The identity of the command behind this request, and whether the caller named it. `route` and `input` are what makes two
 * requests the same; `effect` says whether doing it twice adds a second thing or sets the same one again.
 */
export const identify = (
  request: HttpServerRequest.HttpServerRequest,
  who: Credential,
  route: string,
  input: unknown,
  effect: "adds" | "sets" = "adds"
): Effect.Effect<Identified, Problems.Invalid> => {
  const key = request.headers["idempotency-key"]
  if (key !== undefined && !usableKey.test(key)) {
    return Effect.fail(
      invalid(["headers", "Idempotency-Key"], "Idempotency-Key must be 1 to 255 visible ASCII characters")
    )
  }
  const seed = Buffer.from(SecureRandom.randomBytesUnsafe(16)).toString("hex")
  const { keyId, workspaceId } = who
  const identity = RequestIdentity.of({ workspaceId, keyId, route, key, input, effect, seed })
  return Effect.succeed({ identity, named: key !== undefined })
}

/** Runs the effect once for a key that the caller gave, and as often as asked without one. */
export const onceIfNamed = <A, E, R>(
  receipts: Receipts["Service"],
  { identity, named }: Identified,
  keep: Schema.Codec<A, unknown>,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E | IdempotencyConflict | SqlError, R> =>
  named ? Effect.map(receipts.once(identity, keep, effect), ({ value }) => value) : effect

/** An explicit workspace must be the credential's own, whether or not the other one exists. */
export const ownWorkspace = (
  who: Credential,
  workspaceId: string | null | undefined
): Effect.Effect<string, Problems.Forbidden> =>
  workspaceId === undefined || workspaceId === null || workspaceId === who.workspaceId
    ? Effect.succeed(who.workspaceId)
    : Effect.fail(
        new Problems.Forbidden({ code: "workspace_forbidden", detail: "This key does not cover that workspace." })
      )

export const pageOf = (query: { readonly limit?: number | undefined; readonly offset?: number | undefined }) => ({
  limit: query.limit ?? pageDefault,
  offset: query.offset ?? 0
})

/** Epoch milliseconds of an accepted date. */
export const millis = (instant: string | null | undefined): number | undefined =>
  instant === undefined || instant === null ? undefined : Date.parse(instant)
