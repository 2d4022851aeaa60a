/** Whose data it is and who may touch it: workspaces, their settings, and the keys that open them. */
import * as Schema from "effect/Schema"
import { Channel } from "./Channel.ts"
import { Timestamp } from "./Json.ts"

/** `HH:MM`, 00:00 to 23:59. */
const TimeOfDay = Schema.String.check(
  Schema.makeFilter((value: string) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : "must be a time of day such as 21:00"
  )
)

/** What a key may do. The first key of an installation has every scope. */
export const scopes = ["read", "write", "send", "send:transactional", "voice:write", "wallet:write", "admin"] as const
export const Scope = Schema.Literals(scopes)
export type Scope = typeof Scope.Type

/** What a workspace decides for itself. Absent: the default of the product. */
export const Settings = Schema.Struct({
  /** The From of an email that names none: `a@b.example` or `Name <a@b.example>`. */
  defaultFrom: Schema.optionalKey(Schema.String),
  /** IANA name; the zone of people whose own is not known. */
  timezone: Schema.optionalKey(Schema.String),
  postalAddress: Schema.optionalKey(Schema.String),
  /** Marketing messages a person gets at most in any window of so many hours; without a channel, on all together. */
  caps: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        channel: Schema.optionalKey(Channel),
        limit: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000 })),
        windowHours: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 744 }))
      })
    ).check(Schema.isMaxLength(20))
  ),
  /** When SMS and direct messages are kept back, by the person's clock; equal times: never. */
  quietHours: Schema.optionalKey(Schema.Struct({ start: TimeOfDay, end: TimeOfDay })),
  /** How long the send that takes the last slot of a cap waits for a better one. */
  contestMillis: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 60_000 }))),
  /** Whether somebody whose consent is pending is asked to confirm it, and sent nothing else. */
  doubleOptIn: Schema.optionalKey(Schema.Boolean)
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
  expiresAt: Schema.optionalKey(Timestamp),
  revokedAt: Schema.optionalKey(Timestamp),
  lastUsedAt: Schema.optionalKey(Timestamp)
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
