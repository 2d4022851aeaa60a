/** Tenancy in this process, for tests without a database. Begins as an installation does after its first start. */
import { FactSource } from "@loopdrive/actor/Facts"
import { compact } from "@loopdrive/domain/Json"
import * as Ids from "@loopdrive/domain/Ids"
import { scopes } from "@loopdrive/domain/Tenancy"
import type { ApiKey, Settings, Workspace } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Bootstrap from "./Bootstrap.ts"
import * as Key from "./core/Key.ts"
import * as KeyMemory from "./KeyMemory.ts"
import * as Secrets from "./Secrets.ts"
import { KeyNotFound, KeyRejected, Tenancy, WorkspaceNotFound } from "./Tenancy.ts"
import type { NewKey, Page } from "./Tenancy.ts"

interface KeptWorkspace {
  readonly workspace: Workspace
  readonly secret: string
  readonly settings: Settings
}
interface KeptKey {
  readonly record: ApiKey
  readonly hash: string
}

const newestOf = <A>(rows: Iterable<A>, where: (row: A) => boolean, { limit, offset }: Page) => {
  const mine = [...rows].filter(where).toReversed()
  return { rows: mine.slice(offset, offset + limit), total: mine.length }
}

const make = Effect.fnUntraced(function* (bootstrap: Redacted.Redacted) {
  const facts = yield* FactSource
  const workspaces = new Map<string, KeptWorkspace>()
  const keys = new Map<string, KeptKey>()
  const iso = (millis: number): string => new Date(millis).toISOString()

  const remembered = KeyMemory.make(
    (hash, now) =>
      Effect.suspend(() => {
        const kept = keys.values().find((key) => key.hash === hash)
        const home = workspaces.get(kept?.record.workspaceId ?? "")
        const expiresAt = kept?.record.expiresAt === undefined ? undefined : Date.parse(kept.record.expiresAt)
        if (
          kept === undefined ||
          home === undefined ||
          kept.record.revokedAt !== undefined ||
          (expiresAt ?? now + 1) <= now
        )
          return Effect.fail(new KeyRejected())
        const { record } = kept
        keys.set(record.id, { hash, record: { ...record, lastUsedAt: iso(now) } })
        const { id, organizationId } = home.workspace
        const credential = {
          keyId: record.id,
          workspaceId: id,
          organizationId,
          secret: home.secret,
          scopes: new Set(record.scopes)
        }
        return Effect.succeed({ credential, expiresAt })
      }),
    () => facts.gather().now
  )

  const addWorkspace = (id: string, organizationId: string, name: string): Workspace => {
    const now = iso(facts.gather().now)
    const workspace = { id, organizationId, name, createdAt: now, updatedAt: now }
    workspaces.set(id, { workspace, secret: Secrets.ofWorkspace(), settings: {} })
    return workspace
  }
  const addKey = (id: string, workspaceId: string, key: NewKey, secret: string): ApiKey => {
    const record = compact({
      id,
      workspaceId,
      name: key.name,
      scopes: key.scopes,
      createdAt: iso(facts.gather().now),
      expiresAt: key.expiresAt === undefined ? undefined : iso(key.expiresAt)
    })
    keys.set(id, { record, hash: Key.hash(secret) })
    return record
  }
  addWorkspace(Bootstrap.workspaceId, Bootstrap.organizationId, "Default")
  const every = { name: "bootstrap", scopes: [...scopes], expiresAt: undefined }
  addKey(Bootstrap.keyId, Bootstrap.workspaceId, every, Redacted.value(bootstrap))

  const kept = (workspaceId: string) => {
    const found = workspaces.get(workspaceId)
    return found === undefined ? Effect.fail(new WorkspaceNotFound({ workspaceId })) : Effect.succeed(found)
  }
  const settings = (workspaceId: string) =>
    Effect.map(
      Effect.suspend(() => kept(workspaceId)),
      (found) => found.settings
    )
  const ownKey = (organizationId: string, keyId: string) =>
    Effect.suspend(() => {
      const found = keys.get(keyId)
      const home = workspaces.get(found?.record.workspaceId ?? "")
      return found === undefined || home?.workspace.organizationId !== organizationId
        ? Effect.fail(new KeyNotFound({ keyId }))
        : Effect.succeed(found)
    })
  const keep = (key: KeptKey): ApiKey => {
    remembered.forget()
    keys.set(key.record.id, key)
    return key.record
  }

  return Tenancy.of({
    authenticate: remembered.authenticate,
    createWorkspace: (organizationId, name) =>
      Effect.sync(() => addWorkspace(Ids.fresh("workspace", facts.gather()), organizationId, name)),
    workspaces: (organizationId, page) =>
      Effect.sync(() => {
        const mine = (row: KeptWorkspace) => row.workspace.organizationId === organizationId
        const { rows, total } = newestOf(workspaces.values(), mine, page)
        return { workspaces: rows.map((row) => row.workspace), total }
      }),
    workspace: (organizationId, workspaceId) =>
      Effect.flatMap(kept(workspaceId), ({ workspace }) =>
        workspace.organizationId === organizationId
          ? Effect.succeed(workspace)
          : Effect.fail(new WorkspaceNotFound({ workspaceId }))
      ),
    tenant: (workspaceId) =>
      Effect.map(
        Effect.suspend(() => kept(workspaceId)),
        ({ secret, workspace: { name, organizationId } }) => ({ workspaceId, organizationId, name, secret })
      ),
    settings,
    latestSettings: settings,
    changeSettings: (workspaceId, changed) =>
      Effect.map(
        Effect.suspend(() => kept(workspaceId)),
        (found) => {
          const merged = { ...found.settings, ...compact(changed) }
          workspaces.set(workspaceId, { ...found, settings: merged })
          return merged
        }
      ),
    createKey: (workspaceId, key) =>
      Effect.sync(() => {
        const secret = Secrets.apiKey()
        const record = addKey(Ids.fresh("key", facts.gather()), workspaceId, key, secret)
        return { record, key: Redacted.make(secret) }
      }),
    keys: (workspaceId, page) =>
      Effect.sync(() => {
        const { rows, total } = newestOf(keys.values(), (row) => row.record.workspaceId === workspaceId, page)
        return { keys: rows.map((row) => row.record), total }
      }),
    rotateKey: (organizationId, keyId) =>
      Effect.flatMap(ownKey(organizationId, keyId), ({ record }) => {
        if (record.revokedAt !== undefined) return Effect.fail(new KeyNotFound({ keyId }))
        const secret = Secrets.apiKey()
        return Effect.succeed({ record: keep({ record, hash: Key.hash(secret) }), key: Redacted.make(secret) })
      }),
    revokeKey: (organizationId, keyId) =>
      Effect.map(ownKey(organizationId, keyId), ({ hash, record }) =>
        keep({ hash, record: { ...record, revokedAt: record.revokedAt ?? iso(facts.gather().now) } })
      )
  })
})

/** With the workspace `ws_default` and `bootstrap` as its key with every scope. */
export const layer = (bootstrap: Redacted.Redacted): Layer.Layer<Tenancy, never, FactSource> =>
  Layer.effect(Tenancy, make(bootstrap))
