/** What handlers ask of a request beyond its decoded parts. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { CurrentCredential } from "@loopdrive/api/Gate"
import { pageDefault } from "@loopdrive/api/Input"
import * as Problems from "@loopdrive/api/Problems"
import type { Credential } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import type { HttpServerRequest } from "effect/http"
import * as Identity from "./core/Identity.ts"
import { invalid } from "./Failures.ts"

/** A key of the caller's: what a header can carry, and no longer than anybody needs. */
const usableKey = /^[\x21-\x7e]{1,255}$/

export const credential = CurrentCredential

/**
 * The identity of the command behind this request, and whether the caller named it. `route` and `input` are what makes two
 * requests the same.
 */
export const identify = (
  request: HttpServerRequest.HttpServerRequest,
  who: Credential,
  route: string,
  input: unknown
): Effect.Effect<{ readonly identity: CommandIdentity; readonly named: boolean }, Problems.Invalid> => {
  const key = request.headers["idempotency-key"]
  if (key !== undefined && !usableKey.test(key)) {
    return Effect.fail(
      invalid(["headers", "Idempotency-Key"], "Idempotency-Key must be 1 to 255 visible ASCII characters")
    )
  }
  const identity = Identity.of({ workspaceId: who.workspaceId, keyId: who.keyId, route, key, input })
  return Effect.succeed({ identity, named: key !== undefined })
}

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
