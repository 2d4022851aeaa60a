/** Tenancy on PostgreSQL and PGlite. */
import * as Batch from "@loopdrive/actor/Batch"
import * as Decoded from "@loopdrive/actor/Decoded"
import { FactSource } from "@loopdrive/actor/Facts"
import { compact } from "@loopdrive/domain/Json"
import * as Ids from "@loopdrive/domain/Ids"
import { Scope, Settings } from "@loopdrive/domain/Tenancy"
import type { ApiKey, Credential, Workspace } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import * as Key from "./core/Key.ts"
import * as KeyMemory from "./KeyMemory.ts"
import * as WorkspaceMemory from "./WorkspaceMemory.ts"
import * as Secrets from "./Secrets.ts"
import { KeyNotFound, KeyRejected, Tenancy, WorkspaceNotFound } from "./Tenancy.ts"
import type { NewKey, Page } from "./Tenancy.ts"

const WorkspaceRow = Schema.Struct({
  id: Schema.String,
  organization_id: Schema.String,
  name: Schema.String,
  created_at: Schema.Date,
  updated_at: Schema.Date
})
const KeyRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  name: Schema.String,
  scopes: Schema.Array(Scope),
  created_at: Schema.Date,
  expires_at: Schema.NullOr(Schema.Date),
  revoked_at: Schema.NullOr(Schema.Date),
  last_used_at: Schema.NullOr(Schema.Date)
})
const workspaceRows = Decoded.all(WorkspaceRow)
const keyRows = Decoded.all(KeyRow)
const settingsRows = Decoded.all(Schema.Struct({ settings: Settings }))
const tenantRows = Decoded.all(
  Schema.Struct({
    id: Schema.String,
    organization_id: Schema.String,
    name: Schema.String,
    secret: Schema.String,
    settings: Settings
  })
)
const credentialRows = Decoded.all(
  Schema.Struct({
    hash: Schema.String,
    id: Schema.String,
    workspace_id: Schema.String,
    organization_id: Schema.String,
    secret: Schema.String,
    scopes: Schema.Array(Scope),
    expires_at: Schema.NullOr(Schema.Date)
  })
)

const toWorkspace = (row: typeof WorkspaceRow.Type): Workspace => ({
  id: row.id,
  organizationId: row.organization_id,
  name: row.name,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString()
})
const toKey = (row: typeof KeyRow.Type): ApiKey =>
  compact({
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString(),
    revokedAt: row.revoked_at?.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString()
  })

/** How exactly the last use of a key is known, ms. */
const noteEvery = 60_000

/** Finds the credentials of keys: those asked for at one moment in one statement. */
const makeLook = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const facts = yield* FactSource
  const noted = new Map<string, number>()

  const find = Batch.make({
    most: 256,
    lanes: 1,
    read: Effect.fnUntraced(function* (hashes: ReadonlyArray<string>) {
      const now = new Date(facts.gather().now)
      const rows = yield* credentialRows(
        yield* sql`select k.hash, k.id, k.workspace_id, w.organization_id, w.secret, k.scopes, k.expires_at
          from api_keys k join workspaces w on w.id = k.workspace_id
          where k.hash in ${sql.in([...new Set(hashes)])} and k.revoked_at is null
            and (k.expires_at is null or k.expires_at > ${now})`
      )
      return hashes.map((hash) => ({ row: rows.find((row) => row.hash === hash) }))
    })
  })

  // For the owner of the key to see; nobody waits for it.
  const noteUse = (keyId: string, now: number) => {
    if (now - (noted.get(keyId) ?? 0) < noteEvery) return Effect.void
    noted.set(keyId, now)
    return sql`update api_keys set last_used_at = ${new Date(now)} where id = ${keyId}`.pipe(
      Effect.catch((error) => Effect.logWarning("the use of a key could not be noted", error)),
      Effect.forkDetach
    )
  }

  return Effect.fnUntraced(function* (hash: string, now: number) {
    const { row } = yield* find(hash)
    if (row === undefined) return yield* new KeyRejected()
    yield* noteUse(row.id, now)
    const credential: Credential = {
      keyId: row.id,
      workspaceId: row.workspace_id,
      organizationId: row.organization_id,
      secret: row.secret,
      scopes: new Set(row.scopes)
    }
    return { credential, expiresAt: row.expires_at?.getTime() }
  })
})

const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const facts = yield* FactSource
  const remembered = KeyMemory.make(yield* makeLook, () => facts.gather().now)

  const createWorkspace = Effect.fnUntraced(function* (organizationId: string, name: string) {
    const id = Ids.fresh("workspace", facts.gather())
    const [row] = yield* workspaceRows(
      yield* sql`with created as (insert into workspaces (id, organization_id, name, secret)
          values (${id}, ${organizationId}, ${name}, ${Secrets.ofWorkspace()}) returning *),
        branded as (insert into brands (id, workspace_id, name, is_default)
          select ${Ids.fresh("brand", facts.gather())}, id, name, true from created)
        select * from created`
    )
    return row === undefined ? yield* Effect.die(new Error("the new workspace was not returned")) : toWorkspace(row)
  })

  const workspaces = Effect.fnUntraced(function* (organizationId: string, page: Page) {
    const { total } = yield* Decoded.total(
      yield* sql`select count(*)::int as total from workspaces where organization_id = ${organizationId}`
    )
    const rows = yield* sql`select * from workspaces where organization_id = ${organizationId}
      order by created_at desc, id limit ${page.limit} offset ${page.offset}`
    return { workspaces: (yield* workspaceRows(rows)).map(toWorkspace), total }
  })

  const workspace = Effect.fnUntraced(function* (organizationId: string, workspaceId: string) {
    const rows = yield* sql`select * from workspaces where id = ${workspaceId} and organization_id = ${organizationId}`
    const [row] = yield* workspaceRows(rows)
    return row === undefined ? yield* new WorkspaceNotFound({ workspaceId }) : toWorkspace(row)
  })

  const oneSettings = Effect.fnUntraced(function* (workspaceId: string, rows: ReadonlyArray<unknown>) {
    const [row] = yield* settingsRows(rows)
    return row === undefined ? yield* new WorkspaceNotFound({ workspaceId }) : row.settings
  })
  const known = WorkspaceMemory.make(
    Effect.fnUntraced(function* (workspaceId: string) {
      const rows =
        yield* sql`select id, organization_id, name, secret, settings from workspaces where id = ${workspaceId}`
      const [row] = yield* tenantRows(rows)
      if (row === undefined) return yield* new WorkspaceNotFound({ workspaceId })
      const { id, name, organization_id: organizationId, secret, settings } = row
      return { tenant: { workspaceId: id, organizationId, name, secret }, settings }
    }),
    () => facts.gather().now
  )
  const tenant = (workspaceId: string) => Effect.map(known.get(workspaceId), (found) => found.tenant)
  const settings = (workspaceId: string) => Effect.map(known.get(workspaceId), (found) => found.settings)
  const latestSettings = (workspaceId: string) =>
    Effect.suspend(() => {
      known.forget(workspaceId)
      return settings(workspaceId)
    })
  const changeSettings = (workspaceId: string, changed: Settings) =>
    Effect.flatMap(
      sql`update workspaces set settings = settings || ${JSON.stringify(changed)}::text::jsonb,
          updated_at = ${new Date(facts.gather().now)}
        where id = ${workspaceId} returning settings`,
      (rows) => oneSettings(workspaceId, rows)
    ).pipe(Effect.ensuring(Effect.sync(() => known.forget(workspaceId))))

  const createKey = Effect.fnUntraced(function* (workspaceId: string, key: NewKey) {
    const secret = Secrets.apiKey()
    const rows = yield* sql`insert into api_keys (id, workspace_id, name, hash, scopes, expires_at)
      values (${Ids.fresh("key", facts.gather())}, ${workspaceId}, ${key.name}, ${Key.hash(secret)},
        (select array_agg(s) from json_array_elements_text(${JSON.stringify(key.scopes)}::text::json) s),
        ${key.expiresAt === undefined ? null : new Date(key.expiresAt)})
      returning *`
    const [row] = yield* keyRows(rows)
    return row === undefined
      ? yield* Effect.die(new Error("the new key was not returned"))
      : { record: toKey(row), key: Redacted.make(secret) }
  })

  const keys = Effect.fnUntraced(function* (workspaceId: string, page: Page) {
    const { total } = yield* Decoded.total(
      yield* sql`select count(*)::int as total from api_keys where workspace_id = ${workspaceId}`
    )
    const rows = yield* sql`select * from api_keys where workspace_id = ${workspaceId}
      order by created_at desc, id limit ${page.limit} offset ${page.offset}`
    return { keys: (yield* keyRows(rows)).map(toKey), total }
  })

  const owned = (organizationId: string) =>
    sql`workspace_id in (select id from workspaces where organization_id = ${organizationId})`
  const changed = Effect.fnUntraced(function* (keyId: string, rows: ReadonlyArray<unknown>) {
    remembered.forget()
    const [row] = yield* keyRows(rows)
    return row === undefined ? yield* new KeyNotFound({ keyId }) : toKey(row)
  })

  const rotateKey = Effect.fnUntraced(function* (organizationId: string, keyId: string) {
    const secret = Secrets.apiKey()
    const rows = yield* sql`update api_keys set hash = ${Key.hash(secret)}
      where id = ${keyId} and revoked_at is null and ${owned(organizationId)} returning *`
    return { record: yield* changed(keyId, rows), key: Redacted.make(secret) }
  })

  const revokeKey = Effect.fnUntraced(function* (organizationId: string, keyId: string) {
    const rows = yield* sql`update api_keys set revoked_at = coalesce(revoked_at, ${new Date(facts.gather().now)})
      where id = ${keyId} and ${owned(organizationId)} returning *`
    return yield* changed(keyId, rows)
  })

  return Tenancy.of({
    authenticate: remembered.authenticate,
    createWorkspace,
    workspaces,
    workspace,
    tenant,
    settings,
    latestSettings,
    changeSettings,
    createKey,
    keys,
    rotateKey,
    revokeKey
  })
})

export const layer: Layer.Layer<Tenancy, never, SqlClient.SqlClient | FactSource> = Layer.effect(Tenancy, make)
