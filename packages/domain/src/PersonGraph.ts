/** The models of the person graph as they stand on the wire (contract section 7.1). */
import * as Schema from "effect/Schema"
import { ConsentChannel } from "./Channel.ts"
import { IdentityType } from "./Identifier.ts"
import { Metadata, Share, Timestamp } from "./Json.ts"

export const Person = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  organizationId: Schema.optionalKey(Schema.String),
  firstName: Schema.optionalKey(Schema.String),
  lastName: Schema.optionalKey(Schema.String),
  locale: Schema.optionalKey(Schema.String),
  timezone: Schema.optionalKey(Schema.String),
  metadata: Schema.optionalKey(Metadata),
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Person" })
export type Person = typeof Person.Type

export const Identity = Schema.Struct({
  id: Schema.String,
  personId: Schema.String,
  type: IdentityType,
  value: Schema.String,
  verified: Schema.Boolean,
  isPrimary: Schema.optionalKey(Schema.Boolean),
  metadata: Schema.optionalKey(Metadata),
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Identity" })
export type Identity = typeof Identity.Type

export const ConsentScope = Schema.Literals(["marketing", "transactional", "both"])
export type ConsentScope = typeof ConsentScope.Type
export const ConsentStatus = Schema.Literals(["granted", "revoked", "pending", "unknown"])
export type ConsentStatus = typeof ConsentStatus.Type

export const Consent = Schema.Struct({
  id: Schema.String,
  personId: Schema.String,
  channel: ConsentChannel,
  scope: ConsentScope,
  status: ConsentStatus,
  source: Schema.String,
  grantedAt: Schema.optionalKey(Timestamp),
  revokedAt: Schema.optionalKey(Timestamp),
  expiresAt: Schema.optionalKey(Timestamp),
  metadata: Schema.optionalKey(Metadata),
  createdAt: Timestamp
}).annotate({ identifier: "Consent" })
export type Consent = typeof Consent.Type

export const Note = Schema.Struct({
  id: Schema.String,
  personId: Schema.String,
  content: Schema.String,
  authorId: Schema.String,
  metadata: Schema.optionalKey(Metadata),
  createdAt: Timestamp
}).annotate({ identifier: "Note" })
export type Note = typeof Note.Type

export const Topic = Schema.Struct({
  id: Schema.String,
  personId: Schema.String,
  name: Schema.String,
  weight: Share,
  category: Schema.optionalKey(Schema.String),
  source: Schema.String,
  lastSeen: Schema.optionalKey(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Topic" })
export type Topic = typeof Topic.Type

export const MemoryKind = Schema.Literals(["fact", "intent", "message", "document", "objection", "preference"])
export type MemoryKind = typeof MemoryKind.Type

export const Memory = Schema.Struct({
  id: Schema.String,
  personId: Schema.String,
  kind: MemoryKind,
  text: Schema.String,
  confidence: Share,
  relevance: Schema.optionalKey(Schema.Finite),
  metadata: Schema.optionalKey(Metadata),
  sourceEventId: Schema.optionalKey(Schema.String),
  expiresAt: Schema.optionalKey(Timestamp),
  createdAt: Timestamp
}).annotate({ identifier: "Memory" })
export type Memory = typeof Memory.Type

export const ObjectiveStatus = Schema.Literals(["active", "paused", "completed", "abandoned"])
export type ObjectiveStatus = typeof ObjectiveStatus.Type

export const Objective = Schema.Struct({
  id: Schema.String,
  personId: Schema.String,
  type: Schema.String,
  status: ObjectiveStatus,
  context: Schema.optionalKey(Metadata),
  priority: Schema.optionalKey(Schema.Int),
  dueDate: Schema.optionalKey(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Objective" })
export type Objective = typeof Objective.Type

export const ProposalStatus = Schema.Literals(["open", "accepted", "rejected"])

/** Two people who may be one: their identifiers came together, but not all of them were verified. */
export const MergeProposal = Schema.Struct({
  id: Schema.String,
  personId: Schema.String,
  otherId: Schema.String,
  evidence: Schema.Array(Schema.Struct({ personId: Schema.String, type: IdentityType, value: Schema.String })),
  status: ProposalStatus,
  createdAt: Timestamp,
  decidedAt: Schema.optionalKey(Timestamp),
  decidedBy: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "MergeProposal" })
export type MergeProposal = typeof MergeProposal.Type
