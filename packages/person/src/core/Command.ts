/** What can be asked of a Person. The schemas are a wire format: renaming a tag is a migration. */
import { Channel, ConsentChannel } from "@loopdrive/domain/Channel"
import { Purpose, Reason } from "@loopdrive/domain/Delivery"
import { Identifier, IdentityType } from "@loopdrive/domain/Identifier"
import { Metadata, Share } from "@loopdrive/domain/Json"
import { ConsentScope, ConsentStatus, MemoryKind, ObjectiveStatus } from "@loopdrive/domain/PersonGraph"
import { SendPolicy } from "@loopdrive/domain/SendPolicy"
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
  repeatedWithin: Schema.optional(Millis),
  /** Answers a question: recorded only while what stands for marketing on the channel is pending, and has not expired. */
  confirming: Schema.optional(Schema.Boolean)
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
  /** Absent: to be composed before it leaves. */
  text: Schema.optional(Schema.String),
  html: Schema.optional(Schema.String),
  from: Schema.optional(Schema.String),
  replyTo: Schema.optional(Schema.String),
  brandId: Schema.optional(Schema.String),
  objective: Schema.optional(Schema.String),
  metadata: Schema.optional(Metadata),
  notBefore: Schema.optional(Millis),
  /** 0 to 9, then a number: what goes first where slots of a cap are short. Absent: 0. */
  priority: Schema.optional(Schema.Finite),
  value: Schema.optional(Schema.Finite),
  /** Rather not at all than later. */
  refuses: Schema.optional(Schema.Boolean),
  /** How long after its time it is still worth sending, ms. Absent: a day. */
  latenessMost: Schema.optional(Millis),
  /** Asks the person to confirm a pending consent. */
  confirmation: Schema.optional(Schema.Boolean),
  /** What makes two messages to one person the same one, when it turns out that two people are one. */
  sameAs: Schema.optional(Schema.String),
  /** The bulk it is part of. */
  jobId: Schema.optional(Schema.String)
})
export type Message = typeof Message.Type

/** What a decision about a message must know that no person knows, as it was a moment before. */
export const Outside = Schema.Struct({
  /** Addresses of the person that may not be written to. */
  suppressed: Schema.optional(
    Schema.Array(Schema.Struct({ address: Schema.String, reason: Schema.String, marketingOnly: Schema.Boolean }))
  ),
  /** What the guardrails said of the text; absent: nobody asked. */
  guardrail: Schema.optional(Schema.Struct({ safe: Schema.Boolean, violations: Schema.Array(Schema.String) })),
  lint: Schema.optional(Schema.Struct({ passed: Schema.Boolean, findings: Schema.Array(Schema.String) })),
  /** Whether the platform lets us write to this person now; absent: it has no such rule. */
  window: Schema.optional(Schema.Struct({ open: Schema.Boolean, lastHeard: Schema.optional(Millis) })),
  /** The account's quota on the platform is used up. */
  quota: Schema.optional(Schema.Struct({ freesAt: Schema.optional(Millis) }))
})
export type Outside = typeof Outside.Type

/** A message as its vendor is given it. Asked again under the same key, a vendor compares. */
export const Words = Schema.Struct({
  from: Schema.optional(Schema.String),
  text: Schema.String,
  html: Schema.optional(Schema.String),
  headers: Schema.optional(Schema.Record(Schema.String, Schema.String))
})
export type Words = typeof Words.Type

/**
 * A worker that is free and waits for the answer: where the message may leave at once, it is on its way from the turn that
 * admits it, in these words. `sendId`: the id it gets, because its words name it. `patience`: after so many milliseconds
 * its queue hands it out, should the worker not have been heard of.
 */
export const Express = Schema.Struct({ sendId: Schema.String, words: Words, patience: Millis })
export type Express = typeof Express.Type

/** Asks for a message to be sent: the person decides, and the decision is recorded either way. */
export const AdmitSend = Schema.TaggedStruct("AdmitSend", {
  message: Message,
  policy: SendPolicy,
  outside: Outside,
  express: Schema.optional(Express)
})
export type AdmitSend = typeof AdmitSend.Type

/** Asks what would become of a message, without asking for it to be sent: the same rules, and nothing is recorded. */
export const RehearseSend = Schema.TaggedStruct("RehearseSend", {
  message: Message,
  policy: SendPolicy,
  outside: Outside
})
export type RehearseSend = typeof RehearseSend.Type

/** A send as its worker knows it: what an event about it has to say. */
const about = {
  sendId: Schema.String,
  eventId: Schema.String,
  channel: Channel,
  recipient: Schema.optional(Schema.String),
  subject: Schema.optional(Schema.String),
  text: Schema.optional(Schema.String),
  attempts: Schema.Int
}
export const About = Schema.Struct(about)
export type About = typeof About.Type

/**
 * Asks whether an admitted message may leave now, in these words. `idempotent`: its vendor can be asked again without harm, so that a
 * send which was leaving when its worker died is not lost to it.
 */
export const BeginSend = Schema.TaggedStruct("BeginSend", {
  ...about,
  policy: SendPolicy,
  outside: Outside,
  idempotent: Schema.Boolean,
  words: Words
})
export type BeginSend = typeof BeginSend.Type

/** What was composed for a send that had no text, with the way it was found. */
export const ComposeSend = Schema.TaggedStruct("ComposeSend", {
  ...about,
  text: Schema.String,
  html: Schema.optional(Schema.String),
  trail: Metadata
})
export type ComposeSend = typeof ComposeSend.Type

/** Takes back a send that has not begun to leave. */
export const CancelSend = Schema.TaggedStruct("CancelSend", about)
export type CancelSend = typeof CancelSend.Type

/** What became of an admitted send, told by the worker that tried or by the vendor. */
export const SettleSend = Schema.TaggedStruct("SettleSend", {
  ...about,
  outcome: Schema.Union([
    Schema.TaggedStruct("Sent", { provider: Schema.String, externalId: Schema.String }),
    Schema.TaggedStruct("Failed", { provider: Schema.String, reason: Reason, error: Schema.String }),
    /** It certainly did not leave; it is tried again. `again`: when, if nobody else hands it out. */
    Schema.TaggedStruct("Postponed", { error: Schema.String, again: Schema.optional(Millis) }),
    /** It may have left; the vendor is asked again under the same key, which does no harm. */
    Schema.TaggedStruct("Retrying", { error: Schema.String }),
    /** It may have left, and asking again might send it twice. */
    Schema.TaggedStruct("Unknown", { provider: Schema.String, error: Schema.String })
  ]),
  /** It left as an express: its item in the queue ends with it, or comes up at `again`, where it is to be tried again. */
  express: Schema.optional(Schema.Struct({ again: Millis }))
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
  RehearseSend,
  BeginSend,
  ComposeSend,
  CancelSend,
  SettleSend
])
export type Ask = typeof Ask.Type

/**
 * `workspaceId` is whose data the caller may touch. `personId` is the id the caller used. After a merge it may be an absorbed one; what is recorded then stays with it, so
 * that an unmerge gives each person back what was said under its name.
 */
export const Command = Schema.Struct({ workspaceId: Schema.String, personId: Schema.String, ask: Ask })
export type Command = typeof Command.Type
