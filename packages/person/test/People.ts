/** People on a database, as the server puts them together: for the store tests of this package. */
import { Activations } from "@loopdrive/actor/Activations"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import * as MemoryJournalStore from "@loopdrive/actor/MemoryJournalStore"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Client from "@loopdrive/person/Client"
import { PersonClient } from "@loopdrive/person/Client"
import * as MemoryMerging from "@loopdrive/person/MemoryMerging"
import * as MemoryPersonStore from "@loopdrive/person/MemoryPersonStore"
import { Resolution } from "@loopdrive/person/Resolution"
import type { Tenant } from "@loopdrive/person/Resolution"
import * as SqlMerging from "@loopdrive/person/SqlMerging"
import * as SqlPersonStore from "@loopdrive/person/SqlPersonStore"
import { Database } from "@loopdrive/storage/Database"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import type { Ask } from "../src/core/Command.ts"

const actors = Activations.layer.pipe(Layer.provideMerge(Journal.layer), Layer.provide(SqlJournalStore.layer))

/** A process with people in it. Built twice on one database it is two processes. */
export const layer = Layer.unwrap(
  Effect.map(Database, ({ vectors }) =>
    Resolution.layer.pipe(
      Layer.provideMerge(SqlMerging.layer),
      Layer.provideMerge(Client.layer(vectors).pipe(Layer.provide(actors))),
      Layer.provideMerge(SqlPersonStore.layer(vectors)),
      Layer.provideMerge(FactSource.layer),
      Layer.provide(Topology.layerTest)
    )
  )
)

/** As `layer`, on tables in memory. */
export const layerMemory = Resolution.layer.pipe(
  Layer.provideMerge(MemoryMerging.layer),
  Layer.provideMerge(
    Client.layerMemory.pipe(
      Layer.provide(Activations.layer.pipe(Layer.provideMerge(Journal.layer), Layer.provide(MemoryJournalStore.layer)))
    )
  ),
  Layer.provideMerge(MemoryPersonStore.layer),
  Layer.provideMerge(FactSource.layer),
  Layer.provide(Topology.layerTest)
)

/** The workspace of that name, wherever it is kept. */
export const tenantOf = (name: string): Tenant => ({
  workspaceId: `ws_${name}`,
  organizationId: "org_test",
  secret: "a secret of tests"
})

/** A workspace of its own for a test, on a database. */
export const workspace = Effect.fnUntraced(function* (
  name: string
): Effect.fn.Return<Tenant, unknown, SqlClient.SqlClient> {
  const sql = yield* SqlClient.SqlClient
  const tenant = tenantOf(name)
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret)
    values (${tenant.workspaceId}, 'org_test', ${name}, ${tenant.secret})`
  return tenant
})

export const email = (value: string): Identifier => ({ type: "email", value: `${value}@example.com` })
export const phone = (digits: number): Identifier => ({ type: "phone", value: `+1415555${digits}` })

let keys = 0
/** A fresh command identity. */
export const fresh = (tenant: Tenant) => ({
  workspaceId: tenant.workspaceId,
  scope: "test",
  key: `key-${++keys}`,
  hash: "same"
})

/** Finds or makes the person behind these identifiers. */
export const resolve = (tenant: Tenant, ...identifiers: ReadonlyArray<Identifier>) =>
  Effect.flatMap(Resolution, (resolution) => resolution.resolve(tenant, identifiers, fresh(tenant)))

export const ask = (tenant: Tenant, personId: string, command: Ask) =>
  Effect.flatMap(PersonClient, (people) => people.ask(tenant.workspaceId, personId, command, fresh(tenant)))

export const note = (content: string): Ask => ({ _tag: "AddNote", content, authorId: "user_1" })

export const consent = (status: "granted" | "revoked" | "pending", scope: "marketing" | "both" = "marketing"): Ask => ({
  _tag: "RecordConsent",
  channel: "email",
  scope,
  status,
  source: "test"
})

/** Proves that an identifier belongs to the person. */
export const verify = (tenant: Tenant, personId: string, identifier: Identifier) =>
  ask(tenant, personId, { _tag: "AddIdentity", ...identifier, verified: true })
