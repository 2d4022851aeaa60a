/**
 * Who holds an identifier, in any workspace: for messages that come in and name no workspace. The one query that looks
 * beyond a workspace; what it finds must not be shown to another one.
 */
import * as Decoded from "@loopdrive/actor/Decoded"
import { MemoryTables, selected } from "@loopdrive/actor/MemoryTables"
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { identities } from "./Tables.ts"

const Row = Schema.Struct({ workspace_id: Schema.String, person_id: Schema.String })
const decoded = Decoded.all(Row)
const decode = Schema.decodeUnknownSync(Schema.Array(Row))

export interface Holder {
  readonly workspaceId: string
  readonly personId: string
}

const toHolder = ({ person_id, workspace_id }: typeof Row.Type): Holder => ({
  workspaceId: workspace_id,
  personId: person_id
})

/** More workspaces than ever share one number. */
const most = 100

export class Holders extends Context.Service<
  Holders,
  {
    /** At most one of each workspace and type, in the order of the identifiers. */
    readonly of: (identifiers: ReadonlyArray<Identifier>) => Effect.Effect<ReadonlyArray<Holder>, SqlError>
  }
>()("@loopdrive/person/Holders") {
  static readonly layer: Layer.Layer<Holders, never, SqlClient.SqlClient> = Layer.effect(
    Holders,
    Effect.map(SqlClient.SqlClient, (sql) =>
      Holders.of({
        of: (identifiers) =>
          Effect.flatMap(
            sql`select i.workspace_id, i.person_id from workspaces w
              cross join rows from (json_to_recordset(${JSON.stringify(identifiers)}::text::json) as (type text, value text))
                with ordinality as a(type, value, place)
              join identities i on i.workspace_id = w.id and i.type = a.type and i.value = a.value
              order by a.place limit ${most}`,
            (rows) => Effect.map(decoded(rows), (found) => found.map(toHolder))
          )
      })
    )
  )
  /** On tables in memory. */
  static readonly layerMemory: Layer.Layer<Holders, never, MemoryTables> = Layer.effect(
    Holders,
    Effect.map(MemoryTables, (tables) =>
      Holders.of({
        of: (identifiers) =>
          Effect.sync(() =>
            identifiers.flatMap(({ type, value }) =>
              decode(selected(tables, identities, (row) => row["type"] === type && row["value"] === value)).map(
                toHolder
              )
            )
          )
      })
    )
  )
}
