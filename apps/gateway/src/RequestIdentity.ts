/** The identity of a command, minted once where the request comes in. */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { createHash } from "node:crypto"

/** How long a derived key counts, from its first use: the given SDK repeats a POST for about seven seconds. */
export const derivedWindow = 30_000

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, canonical(member)])
  )
}

/** 64 hexadecimal digits that tell two requests apart; the order of their fields does not count. */
export const digest = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(canonical(value)))
    .digest("hex")

/** How long a key of the caller's counts. Longer than any client retries, short enough that receipts do not pile up. */
export const namedWindow = 7 * 24 * 60 * 60 * 1000

/**
 * `key`: what the caller gave in `Idempotency-Key` (draft-ietf-httpapi-idempotency-key).
 *
 * Without one, a request that adds something is its own key for a short window: the given SDK sends none and repeats a
 * POST byte for byte. A request that sets something must not be: grant, revoke and grant again within that window are
 * three requests, and a repeat of any of them changes nothing by itself. `seed` names it alone.
 */
export const of = (request: {
  readonly workspaceId: string
  readonly keyId: string
  readonly route: string
  readonly key: string | undefined
  readonly input: unknown
  readonly effect: "adds" | "sets"
  readonly seed: string
}): CommandIdentity => {
  const hash = digest(request.input)
  const base = { workspaceId: request.workspaceId, scope: `${request.keyId} ${request.route}`, hash }
  if (request.key !== undefined) return { ...base, key: request.key, windowMillis: namedWindow }
  const key = request.effect === "adds" ? `derived:${hash}` : `alone:${request.seed}`
  return { ...base, key, windowMillis: derivedWindow }
}
