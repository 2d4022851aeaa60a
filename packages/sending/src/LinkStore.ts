/** Short links: what a token leads to. */
import * as Decoded from "@loopdrive/actor/Decoded"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

export interface ShortLink {
  readonly token: string
  readonly workspaceId: string
  readonly sendId: string
  /** http or https. */
  readonly target: string
}

const Row = Schema.Struct({
  token: Schema.String,
  workspace_id: Schema.String,
  send_id: Schema.String,
  target: Schema.String
})
const decoded = Decoded.all(Row)

export class LinkStore extends Context.Service<
  LinkStore,
  {
    /** One that is known stays as it is. */
    readonly put: (links: ReadonlyArray<ShortLink>) => Effect.Effect<void, SqlError>
    readonly get: (token: string) => Effect.Effect<ShortLink | undefined, SqlError>
  }
>()("@loopdrive/sending/LinkStore") {
  static readonly layer: Layer.Layer<LinkStore, never, SqlClient.SqlClient> = Layer.effect(
    LinkStore,
    Effect.map(SqlClient.SqlClient, (sql) =>
      LinkStore.of({
        put: (links) =>
          links.length === 0
            ? Effect.void
            : Effect.asVoid(
                sql`insert into short_links (token, workspace_id, send_id, target)
                  select token, "workspaceId", "sendId", target
                  from json_to_recordset(${JSON.stringify(links)}::text::json)
                    as l(token text, "workspaceId" text, "sendId" text, target text)
                  on conflict (token) do nothing`
              ),
        get: (token) =>
          Effect.map(Effect.flatMap(sql`select * from short_links where token = ${token}`, decoded), ([row]) =>
            row === undefined
              ? undefined
              : { token: row.token, workspaceId: row.workspace_id, sendId: row.send_id, target: row.target }
          )
      })
    )
  )
  /** In this process, gone with it. */
  static readonly layerMemory: Layer.Layer<LinkStore> = Layer.sync(LinkStore, () => {
    const kept = new Map<string, ShortLink>()
    return LinkStore.of({
      put: (links) =>
        Effect.sync(() => {
          for (const link of links) if (!kept.has(link.token)) kept.set(link.token, link)
        }),
      get: (token) => Effect.sync(() => kept.get(token))
    })
  })
}
