/**
 * Idempotency for the few commands that belong to no actor: administration, which is rare and may cost a transaction. The
 * receipt and the effect commit together; a repeat that comes while the first is running waits for it.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as Semaphore from "effect/Semaphore"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import * as Decoded from "./Decoded.ts"
import { IdempotencyConflict, identityKey } from "./Receipt.ts"
import type { CommandIdentity } from "./Receipt.ts"

const decoded = Decoded.all(Schema.Struct({ hash: Schema.String, outcome: Schema.Struct({ value: Schema.Unknown }) }))

/** What was done, and whether it was done by this call. */
export interface Once<A> {
  readonly value: A
  readonly repeated: boolean
}

export class Receipts extends Context.Service<
  Receipts,
  {
    /** Runs the effect the first time; afterwards answers what `keep` made of its result then. */
    readonly once: <A, E, R>(
      identity: CommandIdentity,
      keep: Schema.Codec<A, unknown>,
      effect: Effect.Effect<A, E, R>
    ) => Effect.Effect<Once<A>, E | IdempotencyConflict | SqlError, R>
  }
>()("@loopdrive/actor/Receipts") {
  static readonly layer: Layer.Layer<Receipts, never, SqlClient.SqlClient> = Layer.effect(
    Receipts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const claim = ({ hash, key, scope, windowMillis, workspaceId }: CommandIdentity) => sql`
        insert into receipts (workspace_id, scope, key, hash, entity, outcome, expires_at)
        values (${workspaceId}, ${scope}, ${key}, ${hash}, '', 'null',
          now() + ${windowMillis ?? null}::bigint * interval '1 millisecond')
        on conflict (workspace_id, scope, key) do update
          set hash = excluded.hash, outcome = 'null', created_at = now(), expires_at = excluded.expires_at
          where receipts.expires_at <= now()
        returning key`
      const mine = ({ key, scope, workspaceId }: CommandIdentity) =>
        sql`workspace_id = ${workspaceId} and scope = ${scope} and key = ${key}`

      return Receipts.of({
        once: Effect.fnUntraced(function* (identity, keep, effect) {
          const claimed = yield* claim(identity)
          if (claimed.length > 0) {
            const value = yield* effect
            const outcome = JSON.stringify({ value: yield* Effect.orDie(Schema.encodeUnknownEffect(keep)(value)) })
            yield* sql`update receipts set outcome = ${outcome}::text::jsonb where ${mine(identity)}`
            return { value, repeated: false }
          }
          const rows = yield* sql`select hash, outcome from receipts where ${mine(identity)}`
          const [stored] = yield* decoded(rows)
          if (stored === undefined || stored.hash !== identity.hash)
            return yield* new IdempotencyConflict({ scope: identity.scope, key: identity.key })
          const value = yield* Effect.orDie(Schema.decodeUnknownEffect(keep)(stored.outcome.value))
          return { value, repeated: true }
        }, sql.withTransaction)
      })
    })
  )

  /** In this process. One effect at a time, so that a repeat waits for the first. */
  static readonly layerMemory: Layer.Layer<Receipts> = Layer.effect(
    Receipts,
    Effect.gen(function* () {
      const turn = yield* Semaphore.make(1)
      const kept = new Map<string, { readonly hash: string; readonly value: unknown; readonly until: number }>()
      return Receipts.of({
        once: Effect.fnUntraced(function* (identity, keep, effect) {
          const name = identityKey(identity)
          const now = yield* Clock.currentTimeMillis
          const stored = kept.get(name)
          if (stored !== undefined && stored.until > now) {
            if (stored.hash !== identity.hash)
              return yield* new IdempotencyConflict({ scope: identity.scope, key: identity.key })
            return { value: yield* Effect.orDie(Schema.decodeUnknownEffect(keep)(stored.value)), repeated: true }
          }
          const value = yield* effect
          const outcome = yield* Effect.orDie(Schema.encodeUnknownEffect(keep)(value))
          kept.set(name, { hash: identity.hash, value: outcome, until: now + (identity.windowMillis ?? Infinity) })
          return { value, repeated: false }
        }, turn.withPermits(1))
      })
    })
  )
}
