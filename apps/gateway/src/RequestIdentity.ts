/** The identity of a command, minted once where the request comes in. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { digestOf } from "@loopdrive/domain/Digest"

/** How long a derived key counts, from its first use: the given SDK repeats a POST for about seven seconds. */
export const derivedWindow = 30_000

/** How long a key of the caller's counts. Longer than any client retries, short enough that receipts do not pile up. */
export const namedWindow = 7 * 24 * 60 * 60 * 1000

/** What keys of the caller's and derived ones are unique within; apart, so that nobody can name what is derived. */
const derivedScope = (scope: string): string => `${scope} derived`

/** `route` and `input` are what makes two requests the same. */
export interface Asked {
  readonly workspaceId: string
  readonly keyId: string
  readonly route: string
  readonly key: string | undefined
  readonly input: unknown
}

/**
 * `key`: what the caller gave in `Idempotency-Key` (draft-ietf-httpapi-idempotency-key). Without one the request itself is
 * the key, for a short window: the given SDK sends none and repeats a POST byte for byte.
 */
export const of = (request: Asked): CommandIdentity => {
  const hash = digestOf(request.input)
  const base = { workspaceId: request.workspaceId, scope: `${request.keyId} ${request.route}`, hash }
  return request.key === undefined
    ? { ...base, key: `derived:${hash}`, windowMillis: derivedWindow }
    : { ...base, key: request.key, windowMillis: namedWindow }
}

/**
 * For commands about money: a key of the caller's is unique within `scope`, whatever route and credential it came by, and
 * counts for ever. A derived one is of the credential and the route, for the short window.
 */
export const ofMoney = (request: Asked, scope: string): CommandIdentity => {
  const { windowMillis: _, ...identity } = of(request)
  return request.key === undefined
    ? {
        ...identity,
        scope: derivedScope(scope),
        key: `${request.keyId} ${request.route} ${identity.key}`,
        windowMillis: derivedWindow
      }
    : { ...identity, scope }
}

/** As `ofSetting`, with the keys of commands about money. */
export const ofMoneySetting = (request: Asked, scope: string, nonce: string): CommandIdentity =>
  request.key === undefined ? { ...ofSetting(request, nonce), scope: derivedScope(scope) } : ofMoney(request, scope)

/**
 * For commands that set something, which do no harm when they are repeated: without a key of the caller's each request is
 * one of its own, because setting a thing back within the window is not a repeat of the first setting. `nonce` is random.
 */
export const ofSetting = (request: Asked, nonce: string): CommandIdentity => {
  const identity = of(request)
  return request.key === undefined ? { ...identity, key: `single:${nonce}` } : identity
}
