/**
 * Receipts make commands idempotent: the identity of a command is stored together with its outcome in the statement
 * that applies it, so a repeat is answered with what was answered first.
 */
import * as Schema from "effect/Schema"

/**
 * Minted once at the edge and carried unchanged through every retry.
 *
 * - `workspaceId`, `scope`, `key` together are unique for as long as the receipt is kept; `scope` is what the key is
 *   unique within (a credential and a route, or an internal process)
 * - `hash` is a digest of the payload: the same key with another hash is a conflict, never an answer
 * - `windowMillis`: the key counts for this long from its first use; absent: for as long as the receipt is kept
 */
export const CommandIdentity = Schema.Struct({
  workspaceId: Schema.String,
  scope: Schema.String,
  key: Schema.String,
  hash: Schema.String,
  windowMillis: Schema.optional(Schema.Int)
})
export type CommandIdentity = typeof CommandIdentity.Type

/** The key was used before with another payload. Nothing was changed. */
export class IdempotencyConflict extends Schema.TaggedError<IdempotencyConflict>(
  "@loopdrive/actor/IdempotencyConflict"
)("IdempotencyConflict", { scope: Schema.String, key: Schema.String }) {}

/** The text under which an identity is unique inside one process. */
export const identityKey = (identity: CommandIdentity): string =>
  `${identity.workspaceId}\u0000${identity.scope}\u0000${identity.key}`
