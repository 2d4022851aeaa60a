/** Rows of the person graph as the database returns them, and what they are on the wire. */
import { Channel, ConsentChannel } from "@loopdrive/domain/Channel"
import { Purpose, Reason } from "@loopdrive/domain/Delivery"
import { IdentityType } from "@loopdrive/domain/Identifier"
import { Metadata, compact } from "@loopdrive/domain/Json"
import * as Graph from "@loopdrive/domain/PersonGraph"
import * as Schema from "effect/Schema"

const Text = Schema.NullOr(Schema.String)
const Instant = Schema.Date
const Json = Schema.NullOr(Metadata)

const optional = <A>(value: A | null): A | undefined => value ?? undefined
const iso = (instant: Date | null): string | undefined => instant?.toISOString()

export const PersonRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  organization_id: Text,
  first_name: Text,
  last_name: Text,
  locale: Text,
  timezone: Text,
  metadata: Json,
  created_at: Instant,
  updated_at: Instant
})

/** Its own metadata: what an answer said of a merge comes back with it when a caller writes it as it was read. */
const ownOf = (metadata: Graph.Person["metadata"]): Graph.Person["metadata"] => {
  if (metadata?.["mergedInto"] === undefined) return metadata
  const { mergedInto: _, ...own } = metadata
  return own
}

/** `askedAs`: the id the caller used; when it was merged away the answer says so. */
export const toPerson = (row: typeof PersonRow.Type, askedAs?: string): Graph.Person => {
  const metadata = ownOf(optional(row.metadata))
  const merged = askedAs !== undefined && askedAs !== row.id
  return compact({
    id: row.id,
    workspaceId: row.workspace_id,
    organizationId: optional(row.organization_id),
    firstName: optional(row.first_name),
    lastName: optional(row.last_name),
    locale: optional(row.locale),
    timezone: optional(row.timezone),
    metadata: merged ? { ...metadata, mergedInto: row.id } : metadata,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  })
}

export const IdentityRow = Schema.Struct({
  id: Schema.String,
  person_id: Schema.String,
  type: IdentityType,
  value: Schema.String,
  verified: Schema.Boolean,
  is_primary: Schema.Boolean,
  metadata: Json,
  created_at: Instant,
  updated_at: Instant
})

const toIdentity =
  (personId: string) =>
  (row: typeof IdentityRow.Type): Graph.Identity =>
    compact({
      id: row.id,
      personId,
      type: row.type,
      value: row.value,
      verified: row.verified,
      isPrimary: row.is_primary,
      metadata: optional(row.metadata),
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString()
    })

/** Those of a person and of everybody merged into it: one of each type is primary, the person's own before another's. */
export const toIdentities = (
  personId: string,
  rows: ReadonlyArray<typeof IdentityRow.Type>
): ReadonlyArray<Graph.Identity> => {
  const primary = new Map<string, string>()
  for (const row of rows.filter(({ is_primary }) => is_primary))
    if (!primary.has(row.type) || row.person_id === personId) primary.set(row.type, row.id)
  return rows.map((row) => toIdentity(personId)({ ...row, is_primary: primary.get(row.type) === row.id }))
}

export const ConsentRow = Schema.Struct({
  id: Schema.String,
  channel: ConsentChannel,
  scope: Graph.ConsentScope,
  status: Graph.ConsentStatus,
  source: Schema.String,
  granted_at: Schema.NullOr(Instant),
  revoked_at: Schema.NullOr(Instant),
  expires_at: Schema.NullOr(Instant),
  metadata: Json,
  position: Schema.Finite,
  created_at: Instant
})

export const toConsent =
  (personId: string) =>
  (row: typeof ConsentRow.Type): Graph.Consent =>
    compact({
      id: row.id,
      personId,
      channel: row.channel,
      scope: row.scope,
      status: row.status,
      source: row.source,
      grantedAt: iso(row.granted_at),
      revokedAt: iso(row.revoked_at),
      expiresAt: iso(row.expires_at),
      metadata: optional(row.metadata),
      createdAt: row.created_at.toISOString()
    })

export const NoteRow = Schema.Struct({
  id: Schema.String,
  content: Schema.String,
  author_id: Schema.String,
  metadata: Json,
  created_at: Instant
})

export const toNote =
  (personId: string) =>
  (row: typeof NoteRow.Type): Graph.Note =>
    compact({
      id: row.id,
      personId,
      content: row.content,
      authorId: row.author_id,
      metadata: optional(row.metadata),
      createdAt: row.created_at.toISOString()
    })

export const TopicRow = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  weight: Schema.Finite,
  category: Text,
  source: Schema.String,
  last_seen: Schema.NullOr(Instant),
  created_at: Instant,
  updated_at: Instant
})

export const toTopic =
  (personId: string) =>
  (row: typeof TopicRow.Type): Graph.Topic =>
    compact({
      id: row.id,
      personId,
      name: row.name,
      weight: row.weight,
      category: optional(row.category),
      source: row.source,
      lastSeen: iso(row.last_seen),
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString()
    })

export const MemoryRow = Schema.Struct({
  id: Schema.String,
  kind: Graph.MemoryKind,
  text: Schema.String,
  confidence: Schema.Finite,
  relevance: Schema.NullOr(Schema.Finite),
  metadata: Json,
  source_event_id: Text,
  expires_at: Schema.NullOr(Instant),
  created_at: Instant
})

export const toMemory =
  (personId: string) =>
  (row: typeof MemoryRow.Type): Graph.Memory =>
    compact({
      id: row.id,
      personId,
      kind: row.kind,
      text: row.text,
      confidence: row.confidence,
      relevance: optional(row.relevance),
      metadata: optional(row.metadata),
      sourceEventId: optional(row.source_event_id),
      expiresAt: iso(row.expires_at),
      createdAt: row.created_at.toISOString()
    })

export const ObjectiveRow = Schema.Struct({
  id: Schema.String,
  type: Schema.String,
  status: Graph.ObjectiveStatus,
  context: Json,
  priority: Schema.NullOr(Schema.Int),
  due_date: Schema.NullOr(Instant),
  created_at: Instant,
  updated_at: Instant
})

export const toObjective =
  (personId: string) =>
  (row: typeof ObjectiveRow.Type): Graph.Objective =>
    compact({
      id: row.id,
      personId,
      type: row.type,
      status: row.status,
      context: optional(row.context),
      priority: optional(row.priority),
      dueDate: iso(row.due_date),
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString()
    })

/** What an activation is made of, read in one statement. Times are epoch milliseconds. */
const Millis = Schema.NullOr(Schema.Finite)
export const StateRow = Schema.Struct({
  id: Schema.String,
  version: Schema.Int,
  merged_into: Text,
  absorbed: Schema.Array(Schema.String),
  workspace_id: Schema.String,
  organization_id: Text,
  first_name: Text,
  last_name: Text,
  locale: Text,
  timezone: Text,
  metadata: Json,
  created_at: Instant,
  updated_at: Instant,
  identities: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      person_id: Schema.String,
      type: IdentityType,
      value: Schema.String,
      verified: Schema.Boolean,
      is_primary: Schema.Boolean,
      metadata: Json,
      created_at: Schema.Finite,
      updated_at: Schema.Finite
    })
  ),
  consents: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      channel: ConsentChannel,
      scope: Graph.ConsentScope,
      status: Graph.ConsentStatus,
      source: Schema.String,
      granted_at: Millis,
      revoked_at: Millis,
      expires_at: Millis,
      metadata: Json,
      position: Schema.Finite,
      created_at: Schema.Finite
    })
  ),
  admissions: Schema.Array(
    Schema.Struct({
      send_id: Schema.String,
      person_id: Schema.String,
      channel: Channel,
      purpose: Purpose,
      state: Schema.Literals(["waiting", "leaving", "unknown", "ended"]),
      asked_at: Schema.Finite,
      due_at: Schema.Finite,
      deferred_for: Schema.NullOr(Reason),
      expires_at: Schema.Finite,
      counts_at: Millis,
      priority: Schema.Finite,
      value: Schema.Finite,
      refuses: Schema.Boolean,
      confirmation: Schema.Boolean,
      same_as: Text
    })
  )
})
