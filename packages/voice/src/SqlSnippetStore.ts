/** Snippets on PostgreSQL and PGlite. */
import { FactSource } from "@loopdrive/actor/Facts"
import * as Ids from "@loopdrive/domain/Ids"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { SnippetNotFound, SnippetStore, TooManySnippets, snippetsMost } from "./SnippetStore.ts"
import * as Rows from "./VoiceRows.ts"

export const layer: Layer.Layer<SnippetStore, never, SqlClient.SqlClient | FactSource> = Layer.effect(
  SnippetStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const facts = yield* FactSource
    return SnippetStore.of({
      of: (workspaceId, brandId) =>
        Effect.flatMap(
          sql`select * from snippets where workspace_id = ${workspaceId} and brand_id = ${brandId}
            order by created_at, id limit ${snippetsMost}`,
          (rows) => Effect.map(Rows.snippets(rows), (found) => found.map(Rows.toSnippet))
        ),
      add: Effect.fnUntraced(function* (workspaceId, brandId, { channel, metadata, objective, snippet, usage }) {
        const made = facts.gather()
        const at = new Date(made.now)
        const extra = metadata === undefined ? null : JSON.stringify(metadata)
        const rows = yield* sql`
          insert into snippets
            (id, workspace_id, brand_id, channel, objective, usage, snippet, metadata, created_at, updated_at)
          select ${Ids.fresh("snippet", made)}, ${workspaceId}, ${brandId}, ${channel}, ${objective}, ${usage},
            ${snippet}, ${extra}::text::jsonb, ${at}, ${at}
          where (select count(*) from snippets
            where workspace_id = ${workspaceId} and brand_id = ${brandId}) < ${snippetsMost}
          returning *`
        const [row] = yield* Rows.snippets(rows)
        return row === undefined ? yield* new TooManySnippets({ limit: snippetsMost }) : Rows.toSnippet(row)
      }),
      count: Effect.fnUntraced(function* (workspaceId, snippetId, converted) {
        const rows = yield* sql`update snippets set impressions = impressions + 1,
            conversions = conversions + ${converted ? 1 : 0}::int, updated_at = ${new Date(facts.gather().now)}
          where workspace_id = ${workspaceId} and id = ${snippetId} returning *`
        const [row] = yield* Rows.snippets(rows)
        return row === undefined ? yield* new SnippetNotFound({ snippetId }) : Rows.toSnippet(row)
      })
    })
  })
)
