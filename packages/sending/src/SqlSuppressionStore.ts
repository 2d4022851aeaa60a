/** Suppressions on PostgreSQL and PGlite. */
import * as Batch from "@loopdrive/actor/Batch"
import * as Decoded from "@loopdrive/actor/Decoded"
import { FactSource } from "@loopdrive/actor/Facts"
import { IdentityType } from "@loopdrive/domain/Identifier"
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Ids from "@loopdrive/domain/Ids"
import * as AddressRows from "@loopdrive/person/AddressRows"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { SuppressionNotFound, SuppressionReason, SuppressionStore, isMarketingOnly } from "./SuppressionStore.ts"
import type { Suppression } from "./SuppressionStore.ts"

const fields = {
  id: Schema.String,
  type: IdentityType,
  value: Schema.String,
  reason: SuppressionReason,
  marketing_only: Schema.Boolean,
  source: Schema.String,
  created_at: Schema.Date
}
const Row = Schema.Struct(fields)
const decoded = Decoded.all(Row)
const numbered = Decoded.all(Schema.Struct({ n: Schema.Int, ...fields }))

const toSuppression = (row: typeof Row.Type): Suppression => ({
  id: row.id,
  type: row.type,
  value: row.value,
  reason: row.reason,
  marketingOnly: row.marketing_only,
  source: row.source,
  createdAt: row.created_at.toISOString()
})

interface Asked {
  readonly workspaceId: string
  readonly addresses: ReadonlyArray<Identifier>
}

export const layer: Layer.Layer<SuppressionStore, never, SqlClient.SqlClient | FactSource> = Layer.effect(
  SuppressionStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const facts = yield* FactSource
    // Both are asked before every decision, for many callers at once.
    const ask = Batch.make({
      most: 256,
      lanes: 2,
      read: Effect.fnUntraced(function* (keys: ReadonlyArray<Asked>) {
        const flat = keys.flatMap(({ addresses, workspaceId }, n) =>
          addresses.map(({ type, value }) => ({ n, workspace: workspaceId, type, value }))
        )
        const rows = yield* numbered(
          yield* sql`select w.n, s.*
            from json_to_recordset(${JSON.stringify(flat)}::text::json) as w(n int, workspace text, type text, value text)
            cross join lateral (select * from suppressions
              where workspace_id = w.workspace and type = w.type and value = w.value limit 10) s`
        )
        return keys.map((_, n) => rows.filter((row) => row.n === n).map(toSuppression))
      })
    })
    const askReaching = Batch.make({
      most: 256,
      lanes: 2,
      read: Effect.fnUntraced(function* (keys: ReadonlyArray<{ readonly workspace: string; readonly person: string }>) {
        const rows = yield* numbered(
          yield* sql`select w.n, s.*
            from json_to_recordset(${JSON.stringify(keys.map((key, n) => ({ n, ...key })))}::text::json)
              as w(n int, workspace text, person text)
            cross join lateral ${AddressRows.of(sql, { workspace: "w.workspace", person: "w.person" })} i
            cross join lateral (select * from suppressions
              where workspace_id = w.workspace and type = i.type and value = i.value limit 10) s`
        )
        return keys.map((_, n) => rows.filter((row) => row.n === n).map(toSuppression))
      })
    })
    const of = (workspaceId: string, { reason, type, value }: Pick<Suppression, "reason" | "type" | "value">) =>
      sql`workspace_id = ${workspaceId} and type = ${type} and value = ${value} and reason = ${reason}`
    return SuppressionStore.of({
      among: (workspaceId, addresses) =>
        addresses.length === 0 ? Effect.succeed([]) : ask({ workspaceId, addresses }),
      reaching: (workspace, person) => askReaching({ workspace, person }),
      add: Effect.fnUntraced(function* (suppression) {
        const known = facts.gather()
        yield* sql`insert into suppressions
            (id, workspace_id, type, value, reason, marketing_only, source, created_at)
          values (${Ids.fresh("suppression", known)}, ${suppression.workspaceId}, ${suppression.type},
            ${suppression.value}, ${suppression.reason}, ${isMarketingOnly(suppression.reason)}, ${suppression.source},
            ${new Date(known.now)})
          on conflict (workspace_id, type, value, reason) do nothing`
        const rows = yield* sql`select * from suppressions where ${of(suppression.workspaceId, suppression)}`
        const [row] = yield* decoded(rows)
        return row === undefined ? yield* Effect.die(new Error("a suppression was not kept")) : toSuppression(row)
      }),
      remove: Effect.fnUntraced(function* (workspaceId, suppressionId) {
        const [row] = yield* decoded(
          yield* sql`delete from suppressions where id = ${suppressionId} and workspace_id = ${workspaceId} returning *`
        )
        return row === undefined ? yield* new SuppressionNotFound({ suppressionId }) : toSuppression(row)
      }),
      lift: (workspaceId, address, reason) =>
        Effect.map(
          sql`delete from suppressions where ${of(workspaceId, { ...address, reason })} returning id`,
          (rows) => rows.length > 0
        ),
      list: Effect.fnUntraced(function* (workspaceId, { limit, offset, value }) {
        const mine = sql`workspace_id = ${workspaceId} and ${value === undefined ? sql`true` : sql`value = ${value}`}`
        const { total } = yield* Decoded.total(
          yield* sql`select count(*)::int as total from suppressions where ${mine}`
        )
        const rows = yield* sql`select * from suppressions where ${mine}
          order by created_at desc, id desc limit ${limit} offset ${offset}`
        return { suppressions: (yield* decoded(rows)).map(toSuppression), total }
      })
    })
  })
)
