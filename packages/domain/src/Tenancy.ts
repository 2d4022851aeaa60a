/** Whose data it is and who may touch it: workspaces, their settings, and the keys that open them. */
import * as Schema from "effect/Schema"
import { Timestamp } from "./Json.ts"

/** What a key may do. The first key of an installation has every scope. */
export const scopes = ["read", "write", "send", "send:transactional", "voice:write", "wallet:write", "admin"] as const
export const Scope = Schema.Literals(scopes)
export type Scope = typeof Scope.Type

/** What a workspace decides for itself. Absent: the default of the product. */
export const Settings = Schema.Struct({
  /** The From of an email that names none: `a@b.example` or `Name <a@b.example>`. */
  defaultFrom: Schema.optional(Schema.String),
  /** IANA name; the zone of people whose own is not known. */
  timezone: Schema.optional(Schema.String),
  postalAddress: Schema.optional(Schema.String)
}).annotate({ identifier: "Settings" })
export type Settings = typeof Settings.Type

export const Workspace = Schema.Struct({
  id: Schema.String,
  organizationId: Schema.String,
  name: Schema.String,
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Workspace" })
export type Workspace = typeof Workspace.Type

export const ApiKey = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  name: Schema.String,
  scopes: Schema.Array(Scope),
  createdAt: Timestamp,
  expiresAt: Schema.optional(Timestamp),
  revokedAt: Schema.optional(Timestamp),
  lastUsedAt: Schema.optional(Timestamp)
}).annotate({ identifier: "ApiKey" })
export type ApiKey = typeof ApiKey.Type

/** Who is asking: a key that was good a moment ago, and the workspace it opens. */
export interface Credential {
  readonly keyId: string
  readonly workspaceId: string
  readonly organizationId: string
  /** What ids of new people are derived under. */
  readonly secret: string
  readonly scopes: ReadonlySet<Scope>
}
