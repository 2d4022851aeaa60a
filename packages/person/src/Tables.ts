/** The tables of the person graph as the journal writes them. */
import type { Head, Table } from "@loopdrive/actor/Table"
import type { Row } from "@loopdrive/actor/Behavior"
import type { Fact } from "./core/Event.ts"
import type { Admission, ConsentEntry, Identity, Person, Profile } from "./core/State.ts"

export const persons: Head = {
  name: "persons",
  columns: {
    workspace_id: "text",
    organization_id: "text",
    first_name: "text",
    last_name: "text",
    locale: "text",
    timezone: "text",
    metadata: "jsonb",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  immutable: ["workspace_id", "organization_id", "created_at"]
}

const owned = { id: "text", workspace_id: "text", person_id: "text" }

export const identities: Table = {
  name: "identities",
  columns: {
    ...owned,
    type: "text",
    value: "text",
    verified: "bool",
    is_primary: "bool",
    metadata: "jsonb",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "replace",
  key: ["id"],
  immutable: ["workspace_id", "person_id", "type", "value", "created_at"],
  claim: { on: ["workspace_id", "type", "value"], owner: "person_id" }
}

export const consents: Table = {
  name: "consents",
  columns: {
    ...owned,
    channel: "text",
    scope: "text",
    status: "text",
    source: "text",
    granted_at: "timestamptz",
    revoked_at: "timestamptz",
    expires_at: "timestamptz",
    metadata: "jsonb",
    position: "bigint",
    created_at: "timestamptz"
  },
  mode: "append"
}

export const notes: Table = {
  name: "notes",
  columns: { ...owned, content: "text", author_id: "text", metadata: "jsonb", created_at: "timestamptz" },
  mode: "append"
}

export const topics: Table = {
  name: "topics",
  columns: {
    ...owned,
    name: "text",
    weight: "float8",
    category: "text",
    source: "text",
    last_seen: "timestamptz",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "replace",
  key: ["id"],
  immutable: ["workspace_id", "person_id", "created_at"]
}

export const memories = (embedding: string): Table => ({
  name: "memories",
  columns: {
    ...owned,
    kind: "text",
    text: "text",
    confidence: "float8",
    metadata: "jsonb",
    embedding,
    embedding_model: "text",
    source_event_id: "text",
    expires_at: "timestamptz",
    created_at: "timestamptz"
  },
  mode: "replace",
  key: ["id"],
  immutable: ["workspace_id", "person_id", "kind", "text", "created_at"]
})

export const objectives: Table = {
  name: "objectives",
  columns: {
    ...owned,
    type: "text",
    status: "text",
    context: "jsonb",
    priority: "int",
    due_date: "timestamptz",
    created_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "append"
}

/** What a person remembers of its sends. */
export const admissions: Table = {
  name: "admissions",
  columns: {
    send_id: "text",
    workspace_id: "text",
    person_id: "text",
    channel: "text",
    purpose: "text",
    state: "text",
    asked_at: "timestamptz",
    due_at: "timestamptz",
    deferred_for: "text",
    expires_at: "timestamptz",
    counts_at: "timestamptz",
    priority: "float8",
    value: "float8",
    refuses: "bool",
    confirmation: "bool",
    same_as: "text"
  },
  mode: "replace",
  key: ["send_id"],
  immutable: ["workspace_id", "person_id", "asked_at"]
}

/** `embedding` is the type of the column: `vector(1536)` with the extension, `real[]` without. */
export const all = (embedding: string): ReadonlyArray<Table> => [
  identities,
  consents,
  notes,
  topics,
  memories(embedding),
  objectives,
  admissions
]

const iso = (millis: number | undefined): string | null =>
  millis === undefined ? null : new Date(millis).toISOString()

export const profileColumns = (profile: Profile) => ({
  first_name: profile.firstName,
  last_name: profile.lastName,
  locale: profile.locale,
  timezone: profile.timezone,
  metadata: profile.metadata
})

export const personRow = (person: Person): Readonly<Record<string, unknown>> => ({
  workspace_id: person.workspaceId,
  organization_id: person.organizationId,
  ...profileColumns(person.profile),
  created_at: iso(person.createdAt),
  updated_at: iso(person.updatedAt)
})

const identityRow = (identity: Identity) => ({
  id: identity.id,
  person_id: identity.personId,
  type: identity.type,
  value: identity.value,
  verified: identity.verified,
  is_primary: identity.isPrimary,
  metadata: identity.metadata,
  created_at: iso(identity.createdAt),
  updated_at: iso(identity.updatedAt)
})

/** An entry of the consent log as its row, without its owner. */
export const consentRow = (entry: ConsentEntry) => ({
  id: entry.id,
  channel: entry.channel,
  scope: entry.scope,
  status: entry.status,
  source: entry.source,
  granted_at: iso(entry.grantedAt),
  revoked_at: iso(entry.revokedAt),
  expires_at: iso(entry.expiresAt),
  metadata: entry.metadata,
  position: entry.position,
  created_at: iso(entry.createdAt)
})

const admissionRow = (admission: Admission, workspaceId: string) => ({
  send_id: admission.sendId,
  workspace_id: workspaceId,
  person_id: admission.personId,
  channel: admission.channel,
  purpose: admission.purpose,
  state: admission.state,
  asked_at: iso(admission.askedAt),
  due_at: iso(admission.due),
  deferred_for: admission.deferredFor,
  expires_at: iso(admission.expiresAt),
  counts_at: iso(admission.countsAt),
  priority: admission.priority,
  value: admission.value,
  refuses: admission.refuses,
  confirmation: admission.confirmation,
  same_as: admission.sameAs
})

/** The row an event adds or replaces, if it has one in this package. */
export const rowsOf = ({ at, event, personId }: Fact, person: Person): ReadonlyArray<Row> => {
  const row = (table: string, values: Readonly<Record<string, unknown>>): ReadonlyArray<Row> => [
    { table, values: { person_id: personId, workspace_id: person.workspaceId, ...values } }
  ]
  const now = iso(at)
  switch (event._tag) {
    case "IdentityAdded":
    case "IdentityChanged":
      return row("identities", identityRow(event.identity))
    case "ConsentRecorded":
      return row("consents", consentRow(event.entry))
    case "NoteAdded":
      return row("notes", {
        id: event.id,
        content: event.content,
        author_id: event.authorId,
        metadata: event.metadata,
        created_at: now
      })
    case "TopicWeighed":
      return row("topics", {
        id: event.id,
        name: event.name,
        weight: event.weight,
        category: event.category,
        source: event.source,
        last_seen: now,
        created_at: now,
        updated_at: now
      })
    case "Remembered":
      return row("memories", {
        id: event.id,
        kind: event.kind,
        text: event.text,
        confidence: event.confidence,
        metadata: event.metadata,
        embedding: event.embedding,
        embedding_model: event.embeddingModel,
        source_event_id: event.sourceEventId,
        expires_at: iso(event.expiresAt),
        created_at: now
      })
    case "ObjectiveAdded":
      return row("objectives", {
        id: event.id,
        type: event.type,
        status: event.status,
        context: event.context,
        priority: event.priority,
        due_date: iso(event.dueDate),
        created_at: now,
        updated_at: now
      })
    // What became of it is kept by the sending package.
    case "SendAdmitted":
    case "SendDisplaced":
    case "SendDeferred":
    case "SendLeaving":
    case "SendCancelled":
    case "SendStopped":
    case "SendSettled":
      return [{ table: "admissions", values: admissionRow(event.admission, person.workspaceId) }]
    // The head row carries the rest; sends belong to the sending package.
    case "Created":
    case "ProfileChanged":
    case "SendRefused":
    case "SendComposed":
      return []
  }
}
