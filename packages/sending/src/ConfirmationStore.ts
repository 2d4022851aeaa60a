/** Consents that are to be confirmed, over all workspaces: open until their person was asked, or need not be. */
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as Decoded from "@loopdrive/actor/Decoded"
import { Channel } from "@loopdrive/domain/Channel"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { confirmations } from "./ConfirmationProjection.ts"

export interface ToConfirm {
  readonly consentId: string
  readonly workspaceId: string
  /** As it was when the consent was recorded; it may have been merged since. */
  readonly personId: string
  readonly channel: Channel
  /** How often asking was tried. */
  readonly attempts: number
}

/**
 * The person was asked; the rules refused the question; it was asked shortly before; the consent stands no more; the
 * workspace does not ask; given up.
 */
export type Outcome = "asked" | "refused" | "repeated" | "overtaken" | "unasked" | "failed"

const Row = Schema.Struct({
  consent_id: Schema.String,
  workspace_id: Schema.String,
  person_id: Schema.String,
  channel: Channel,
  attempts: Schema.Int
})
const decoded = Decoded.all(Row)
const toConfirm = (row: typeof Row.Type): ToConfirm => ({
  consentId: row.consent_id,
  workspaceId: row.workspace_id,
  personId: row.person_id,
  channel: row.channel,
  attempts: row.attempts
})

export class ConfirmationStore extends Context.Service<
  ConfirmationStore,
  {
    /** Open ones whose time has come, oldest first. */
    readonly due: (now: number, limit: number) => Effect.Effect<ReadonlyArray<ToConfirm>, SqlError>
    readonly settle: (consentId: string, outcome: Outcome, now: number) => Effect.Effect<void, SqlError>
    /** Tried once more, in vain; again at `next`. */
    readonly postpone: (one: ToConfirm, next: number) => Effect.Effect<void, SqlError>
    readonly get: (consentId: string) => Effect.Effect<ToConfirm | undefined, SqlError>
    /** Whether people who are one were ever asked on a channel. */
    readonly wasAsked: (
      workspaceId: string,
      personIds: ReadonlyArray<string>,
      channel: Channel
    ) => Effect.Effect<boolean, SqlError>
  }
>()("@loopdrive/sending/ConfirmationStore") {
  static readonly layer: Layer.Layer<ConfirmationStore, never, SqlClient.SqlClient> = Layer.effect(
    ConfirmationStore,
    Effect.map(SqlClient.SqlClient, (sql) => {
      const all = (rows: ReadonlyArray<unknown>) => Effect.map(decoded(rows), (found) => found.map(toConfirm))
      return ConfirmationStore.of({
        due: (now, limit) =>
          Effect.flatMap(
            sql`select * from confirmations where settled_at is null and next_try_at <= ${new Date(now)}
              order by next_try_at, consent_id limit ${limit}`,
            all
          ),
        settle: (consentId, outcome, now) =>
          Effect.asVoid(
            sql`update confirmations set settled_at = ${new Date(now)}, outcome = ${outcome}
              where consent_id = ${consentId} and settled_at is null`
          ),
        postpone: ({ attempts, consentId }, next) =>
          Effect.asVoid(
            sql`update confirmations set attempts = ${attempts + 1}, next_try_at = ${new Date(next)}
              where consent_id = ${consentId} and settled_at is null`
          ),
        get: (consentId) =>
          Effect.map(
            Effect.flatMap(sql`select * from confirmations where consent_id = ${consentId}`, all),
            ([one]) => one
          ),
        wasAsked: (workspaceId, personIds, channel) =>
          Effect.map(
            sql`select 1 as asked from confirmations where person_id in ${sql.in([...personIds])}
              and channel = ${channel} and outcome = 'asked' and workspace_id = ${workspaceId} limit 1`,
            (rows) => rows.length > 0
          )
      })
    })
  )
  /** Beside the journal in memory, for tests without a database. */
  static readonly layerMemory: Layer.Layer<ConfirmationStore, never, MemoryTables> = Layer.effect(
    ConfirmationStore,
    Effect.map(MemoryTables, (tables) => {
      const rows = () => rowsOf(tables, confirmations.name)
      const read = Schema.decodeUnknownSync(Row)
      const all = () =>
        [...rows().entries()].map(([key, values]) => ({
          key,
          values,
          one: toConfirm(read({ attempts: 0, ...values }))
        }))
      const change = (consentId: string, to: Readonly<Record<string, unknown>>) =>
        Effect.sync(() => {
          const known = all().find(({ one }) => one.consentId === consentId)
          if (known?.values["outcome"] === undefined && known !== undefined)
            rows().set(known.key, { ...known.values, ...to })
        })
      return ConfirmationStore.of({
        due: (now, limit) =>
          Effect.sync(() =>
            all()
              .filter(
                ({ values }) => values["outcome"] === undefined && Date.parse(String(values["next_try_at"])) <= now
              )
              .slice(0, limit)
              .map(({ one }) => one)
          ),
        settle: (consentId, outcome) => change(consentId, { outcome }),
        postpone: ({ attempts, consentId }, next) =>
          change(consentId, { attempts: attempts + 1, next_try_at: new Date(next).toISOString() }),
        get: (consentId) => Effect.sync(() => all().find(({ one }) => one.consentId === consentId)?.one),
        wasAsked: (workspaceId, personIds, channel) =>
          Effect.sync(() =>
            all().some(
              ({ one, values }) =>
                values["outcome"] === "asked" &&
                one.workspaceId === workspaceId &&
                one.channel === channel &&
                personIds.includes(one.personId)
            )
          )
      })
    })
  )
}
