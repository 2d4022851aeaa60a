/** Workspaces, settings and API keys: the service behind `/api/admin` and behind every `Authorization` header. */
import type { ApiKey, Credential, Scope, Settings, Workspace } from "@loopdrive/domain/Tenancy"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"

/** The key is unknown, revoked or over its time: which of them is not said. */
export class KeyRejected extends Schema.TaggedError<KeyRejected>("@loopdrive/tenancy/KeyRejected")("KeyRejected", {}) {}

export class WorkspaceNotFound extends Schema.TaggedError<WorkspaceNotFound>("@loopdrive/tenancy/WorkspaceNotFound")(
  "WorkspaceNotFound",
  { workspaceId: Schema.String }
) {}

export class KeyNotFound extends Schema.TaggedError<KeyNotFound>("@loopdrive/tenancy/KeyNotFound")("KeyNotFound", {
  keyId: Schema.String
}) {}

export interface NewKey {
  readonly name: string
  readonly scopes: ReadonlyArray<Scope>
  /** Epoch milliseconds. */
  readonly expiresAt: number | undefined
}

/** A key as its owner sees it once. */
export interface IssuedKey {
  readonly record: ApiKey
  readonly key: Redacted.Redacted
}

/** `secret`: what ids of new people are derived under, and what links to recipients are signed with. */
export interface TenantRecord {
  readonly workspaceId: string
  readonly organizationId: string
  readonly name: string
  readonly secret: string
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/**
 * An organization has workspaces, a workspace has keys. `organizationId` limits every method to what the caller's own
 * organization owns; anything else is not found.
 */
export class Tenancy extends Context.Service<
  Tenancy,
  {
    /** Whether the key opens a workspace now. Remembered for a moment, forgotten at once when revoked here. */
    readonly authenticate: (key: string) => Effect.Effect<Credential, KeyRejected | SqlError>
    readonly createWorkspace: (organizationId: string, name: string) => Effect.Effect<Workspace, SqlError>
    readonly workspaces: (
      organizationId: string,
      page: Page
    ) => Effect.Effect<{ readonly workspaces: ReadonlyArray<Workspace>; readonly total: number }, SqlError>
    /** Fails for a workspace of another organization as for an unknown one. */
    readonly workspace: (
      organizationId: string,
      workspaceId: string
    ) => Effect.Effect<Workspace, SqlError | WorkspaceNotFound>
    /** For processes that act for a workspace without a credential: whose it is, and its secret. */
    readonly tenant: (workspaceId: string) => Effect.Effect<TenantRecord, SqlError | WorkspaceNotFound>
    /** As they were a second ago at the earliest, where another process changes them. */
    readonly settings: (workspaceId: string) => Effect.Effect<Settings, SqlError | WorkspaceNotFound>
    /** As they are, whoever changed them, also for `settings` from then on: for what is decided once and for all. */
    readonly latestSettings: (workspaceId: string) => Effect.Effect<Settings, SqlError | WorkspaceNotFound>
    /** Replaces the fields that are given; the others stay. */
    readonly changeSettings: (
      workspaceId: string,
      settings: Settings
    ) => Effect.Effect<Settings, SqlError | WorkspaceNotFound>
    readonly createKey: (workspaceId: string, key: NewKey) => Effect.Effect<IssuedKey, SqlError>
    /** Newest first. */
    readonly keys: (
      workspaceId: string,
      page: Page
    ) => Effect.Effect<{ readonly keys: ReadonlyArray<ApiKey>; readonly total: number }, SqlError>
    /** A new secret under the same id, name and scopes; the old one stops at once. */
    readonly rotateKey: (organizationId: string, keyId: string) => Effect.Effect<IssuedKey, SqlError | KeyNotFound>
    /** Revoking twice is harmless. */
    readonly revokeKey: (organizationId: string, keyId: string) => Effect.Effect<ApiKey, SqlError | KeyNotFound>
  }
>()("@loopdrive/tenancy/Tenancy") {}
