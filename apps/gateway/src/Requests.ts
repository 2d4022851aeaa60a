/** What handlers ask of a request beyond its decoded parts. */
import type { CommandIdentity, IdempotencyConflict } from "@loopdrive/actor/Receipt"
import type { Receipts } from "@loopdrive/actor/Receipts"
import { CurrentCredential } from "@loopdrive/api/Gate"
import { millisOf, pageDefault } from "@loopdrive/api/Input"
import * as Problems from "@loopdrive/api/Problems"
import type { Credential } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import * as SecureRandom from "effect/crypto/SecureRandom"
import type { SqlError } from "effect/sql/SqlError"
import type { HttpServerRequest } from "effect/http"
import { keyScope } from "@loopdrive/wallet/Client"
import * as RequestIdentity from "./RequestIdentity.ts"
import { invalid } from "./Failures.ts"
import { otherWorkspace } from "./Gates.ts"

/** A key of the caller's: what a header can carry, and no longer than anybody needs. */
const usableKey = /^[\x21-\x7e]{1,255}$/

export const credential = CurrentCredential

/** The identity of a command, and whether the caller named it. */
export interface Identified {
  readonly identity: CommandIdentity
  readonly named: boolean
}

const asked = (
  request: HttpServerRequest.HttpServerRequest,
  who: Credential,
  route: string,
  input: unknown
): Effect.Effect<RequestIdentity.Asked, Problems.Invalid> => {
  const key = request.headers["idempotency-key"]
  return key !== undefined && !usableKey.test(key)
    ? Effect.fail(invalid(["headers", "Idempotency-Key"], "Idempotency-Key must be 1 to 255 visible ASCII characters"))
    : Effect.succeed({ workspaceId: who.workspaceId, keyId: who.keyId, route, key, input })
}

/**
 * Of a command that adds something. `route` and `input` are what makes two requests the same: without a key, the second
 * within the window is a repeat.
 */
export const identify = (...request: Parameters<typeof asked>): Effect.Effect<Identified, Problems.Invalid> =>
  Effect.map(asked(...request), (found) => ({ identity: RequestIdentity.of(found), named: found.key !== undefined }))

const nonce = (): string => Buffer.from(SecureRandom.randomBytesUnsafe(16)).toString("hex")

/** Of a command that sets something: without a key, every request counts. */
export const identifySetting = (...request: Parameters<typeof asked>): Effect.Effect<Identified, Problems.Invalid> =>
  Effect.map(asked(...request), (found) => ({
    identity: RequestIdentity.ofSetting(found, nonce()),
    named: found.key !== undefined
  }))

/** Of a command about money that adds something: keys are unique within the wallet, see `RequestIdentity.ofMoney`. */
export const identifyMoney = (...request: Parameters<typeof asked>): Effect.Effect<Identified, Problems.Invalid> =>
  Effect.map(asked(...request), (found) => ({
    identity: RequestIdentity.ofMoney(found, keyScope),
    named: found.key !== undefined
  }))

/** Of a command about money that sets something. */
export const identifyMoneySetting = (
  ...request: Parameters<typeof asked>
): Effect.Effect<Identified, Problems.Invalid> =>
  Effect.map(asked(...request), (found) => ({
    identity: RequestIdentity.ofMoneySetting(found, keyScope, nonce()),
    named: found.key !== undefined
  }))

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
    : Effect.fail(otherWorkspace)

export const pageOf = (query: { readonly limit?: number | undefined; readonly offset?: number | undefined }) => ({
  limit: query.limit ?? pageDefault,
  offset: query.offset ?? 0
})

/** Epoch milliseconds of an accepted date. */
export const millis = (instant: string | null | undefined): number | undefined =>
  instant === undefined || instant === null ? undefined : millisOf(instant)
