/** The voice's stores on a database and in memory, for the tests of this package. */
import { FactSource } from "@loopdrive/actor/Facts"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import * as VoiceServices from "../src/VoiceServices.ts"

export const layer = VoiceServices.stores.pipe(Layer.provideMerge(FactSource.layer))
export const layerMemory = VoiceServices.storesMemory.pipe(Layer.provideMerge(FactSource.layer))

/** A workspace of that name with a person in it, on a database. Answers their ids. */
export const workspace = Effect.fnUntraced(function* (name: string) {
  const sql = yield* SqlClient.SqlClient
  const [workspaceId, personId] = [`ws_${name}`, `per_${name}`]
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret)
    values (${workspaceId}, 'org_test', ${name}, 'a secret of tests') on conflict do nothing`
  yield* sql`insert into persons (id, version, workspace_id, created_at, updated_at)
    values (${personId}, 1, ${workspaceId}, now(), now()) on conflict do nothing`
  return { workspaceId, personId }
})

export const fill = Effect.fnUntraced(function* (workspaceId: string, brandId: string, count: number) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`insert into snippets
      (id, workspace_id, brand_id, channel, objective, usage, snippet, created_at, updated_at)
    select ${workspaceId} || n, ${workspaceId}, ${brandId}, 'sms', 'other', 'cta', 'Hello', now(), now()
    from generate_series(1, ${count}::int) n`
})

export const brands = Effect.fnUntraced(function* (workspaceId: string, count: number) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`insert into brands (id, workspace_id, name)
    select ${workspaceId} || n, ${workspaceId}, 'Client' from generate_series(1, ${count}::int) n`
})
