/** What can be asked of a Person. The schemas are a wire format: renaming a tag is a migration. */
import { Channel, ConsentChannel } from "@loopdrive/domain/Channel"
import { Purpose, Reason } from "@loopdrive/domain/Delivery"
import { Identifier, IdentityType } from "@loopdrive/domain/Identifier"
import { Metadata, Share } from "@loopdrive/domain/Json"
import { ConsentScope, ConsentStatus, MemoryKind, ObjectiveStatus } from "@loopdrive/domain/PersonGraph"
import * as Schema from "effect/Schema"

const Millis = Schema.Finite

/** Makes the person exist and own these identifiers. What it owns already stays as it is. */
export const Resolve = Schema.TaggedStruct("Resolve", {
  organizationId: Schema.optional(Schema.String),
  identifiers: Schema.Array(Identifier)
})

export const AddIdentity = Schema.TaggedStruct("AddIdentity", {
  type: IdentityType,
  value: Schema.String,
  verified: Schema.Boolean,
  isPrimary: Schema.optional(Schema.Boolean),
  metadata: Schema.optional(Metadata)
})

/** `null` clears a field, an absent one stays. */
export const Update = Schema.TaggedStruct("Update", {
  firstName: Schema.optional(Schema.NullOr(Schema.String)),
  lastName: Schema.optional(Schema.NullOr(Schema.String)),
  locale: Schema.optional(Schema.NullOr(Schema.String)),
  timezone: Schema.optional(Schema.NullOr(Schema.String)),
  metadata: Schema.optional(Schema.NullOr(Metadata))
})

export const RecordConsent = Schema.TaggedStruct("RecordConsent", {
  channel: ConsentChannel,
  scope: ConsentScope,
  status: ConsentStatus,
  source: Schema.String,
  expiresAt: Schema.optional(Millis),
  metadata: Schema.optional(Metadata),
  /** Said again within this time, with nothing else said in between, it is the same entry. Absent: every one counts. */
  repeatedWithin: Schema.optional(Millis)
})

/** `embedding` is of unit length: it is a fact about the text, computed before the person decides. */
export const Remember = Schema.TaggedStruct("Remember", {
  kind: MemoryKind,
  text: Schema.String,
  confidence: Share,
  embedding: Schema.Array(Schema.Finite),
  embeddingModel: Schema.String,
  metadata: Schema.optional(Metadata),
  sourceEventId: Schema.optional(Schema.String),
  expiresAt: Schema.optional(Millis)
})

export const WeighTopic = Schema.TaggedStruct("WeighTopic", {
  name: Schema.String,
  weight: Share,
  category: Schema.optional(Schema.String),
  source: Schema.String
})

export const AddNote = Schema.TaggedStruct("AddNote", {
  content: Schema.String,
  authorId: Schema.String,
  metadata: Schema.optional(Metadata)
})

export const AddObjective = Schema.TaggedStruct("AddObjective", {
  type: Schema.String,
  status: ObjectiveStatus,
  context: Schema.optional(Metadata),
  priority: Schema.optional(Schema.Int),
  dueDate: Schema.optional(Millis)
})

/** What is to be said, before anybody has decided whether it may be. */
export const Message = Schema.Struct({
  channel: Channel,
  purpose: Purpose,
  /** A raw address in normal form; absent: the person's own. */
  recipient: Schema.optional(Schema.String),
  subject: Schema.optional(Schema.String),
  text: Schema.String,
  html: Schema.optional(Schema.String),
  from: Schema.optional(Schema.String),
  replyTo: Schema.optional(Schema.String),
  brandId: Schema.optional(Schema.String),
  objective: Schema.optional(Schema.String),
  metadata: Schema.optional(Metadata),
  notBefore: Schema.optional(Millis)
})
export type Message = typeof Message.Type

/** Asks for a message to be sent: the person decides, and the decision is recorded either way. */
export const AdmitSend = Schema.TaggedStruct("AdmitSend", { message: Message })

/** What became of an admitted send, told by the worker that tried. */
export const SettleSend = Schema.TaggedStruct("SettleSend", {
  sendId: Schema.String,
  eventId: Schema.String,
  channel: Channel,
  recipient: Schema.optional(Schema.String),
  subject: Schema.optional(Schema.String),
  text: Schema.String,
  attempts: Schema.Int,
  outcome: Schema.Union([
    Schema.TaggedStruct("Sent", { provider: Schema.String, externalId: Schema.String }),
    Schema.TaggedStruct("Failed", { provider: Schema.String, reason: Reason, error: Schema.String }),
    Schema.TaggedStruct("Postponed", { error: Schema.String })
  ])
})
export type SettleSend = typeof SettleSend.Type

export const Ask = Schema.Union([
  Resolve,
  AddIdentity,
  Update,
  RecordConsent,
  Remember,
  WeighTopic,
  AddNote,
  AddObjective,
  AdmitSend,
  SettleSend
])
export type Ask = typeof Ask.Type

/**
 * `workspaceId` is whose data the caller may touch. `personId` is the id the caller used. After a merge it may be an absorbed one; what is recorded then stays with it, so
 * that an unmerge gives each person back what was said under its name.
 */
export const Command = Schema.Struct({ workspaceId: Schema.String, personId: Schema.String, ask: Ask })
export type Command = typeof Command.Type
