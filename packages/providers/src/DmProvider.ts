/**
 * The port through which a direct message leaves the house, for every social platform that has one. Used by the social
 * queue worker, which owns repeats, and by the agent, which reads a platform's context before it composes. Implemented
 * by one connector for each platform (`MetaMessaging.ts`, `WhatsApp.ts`, `X.ts`, `Reddit.ts`) and by `SandboxDm.ts`.
 */
import { Context, Effect, Schema } from "effect"
import { MessageProviderUnavailable } from "./MessageFailure.ts"
import type { MessageFailure } from "./MessageFailure.ts"
import type { Notice } from "./Notice.ts"

export const DmPlatform = Schema.Literals(["instagram", "facebook", "whatsapp", "x", "reddit"])
export type DmPlatform = typeof DmPlatform.Type

/** A message the platform approved beforehand, with what goes into its places. WhatsApp takes nothing else outside its window. */
export const DmTemplate = Schema.Struct({
  name: Schema.String,
  /** As the platform names languages: `en_US`. */
  language: Schema.String,
  parameters: Schema.Array(Schema.String)
})
export type DmTemplate = typeof DmTemplate.Type

/** One message to one person: `to` is the platform's id or handle, for WhatsApp an E.164 number. */
export const DmMessage = Schema.Struct({
  sendId: Schema.String,
  workspaceId: Schema.String,
  platform: DmPlatform,
  to: Schema.String,
  text: Schema.String,
  /** The platform's name of the conversation, where it is an answer. */
  threadId: Schema.optionalKey(Schema.String),
  /** Reddit asks for one; made from the text where there is none. */
  subject: Schema.optionalKey(Schema.String),
  template: Schema.optionalKey(DmTemplate)
})
export type DmMessage = typeof DmMessage.Type

export interface DmReceipt {
  readonly externalId: string
  readonly threadId?: string
}

/** Something that was said publicly, `at` in epoch milliseconds. */
export interface Post {
  readonly id: string
  readonly text: string
  readonly at?: number
}

/** One message of a conversation; `ours` is what we sent. */
export interface Said {
  readonly id: string
  readonly text: string
  readonly ours: boolean
  readonly at?: number
}

/** What the platform shows around a person, newest first; empty where its API gives nothing. */
export interface DmContext {
  readonly posts: ReadonlyArray<Post>
  readonly comments: ReadonlyArray<Post>
  readonly thread: ReadonlyArray<Said>
}

export interface DmAbout {
  readonly to: string
  readonly threadId?: string
}

/** What to look for after an unknown outcome: a message of ours from `since` on (epoch milliseconds). */
export interface DmSought extends DmAbout {
  readonly text: string
  readonly since: number
}

/** `Unanswerable`: the platform shows no sent messages, or not enough of them, so only its webhook can tell. */
export type Found =
  | { readonly _tag: "Found"; readonly externalId: string }
  | { readonly _tag: "Missing" }
  | { readonly _tag: "Unanswerable" }

/** New messages of a platform without webhooks. Tell it that they are kept once they are. */
export interface Polled {
  readonly notices: ReadonlyArray<Notice>
  readonly acknowledge: Effect.Effect<void, MessageFailure>
}

/** One platform. */
export interface Connector {
  readonly name: "meta" | "x" | "reddit" | "sandbox"
  /** Whether a send may be repeated after an unknown outcome: no vendor here knows idempotency keys. */
  readonly idempotent: boolean
  /** Hands the message over at most once. */
  readonly send: (message: DmMessage) => Effect.Effect<DmReceipt, MessageFailure>
  readonly context: (about: DmAbout) => Effect.Effect<DmContext, MessageFailure>
  readonly find: (sought: DmSought) => Effect.Effect<Found, MessageFailure>
  /** Nothing where the platform has webhooks. */
  readonly poll: Effect.Effect<Polled, MessageFailure>
}

export interface Service {
  readonly connector: (platform: DmPlatform) => Connector
}

export class DmProvider extends Context.Service<DmProvider, Service>()("@loopdrive/providers/DmProvider") {}

export const nothingPolled: Polled = { notices: [], acknowledge: Effect.void }

/** The vendor's clock and ours may differ. */
const clockSkewMillis = 60_000

/**
 * The newest message of ours with this text on a page of what the platform shows, newest first and `most` of it. Behind a
 * full page that does not reach back to `since` it may be all the same: then nothing is concluded.
 */
export const findIn = (page: ReadonlyArray<Said>, most: number, { since, text }: DmSought): Found => {
  const from = since - clockSkewMillis
  const found = page.find((said) => said.ours && said.text === text && (said.at === undefined || said.at >= from))
  if (found !== undefined) return { _tag: "Found", externalId: found.id }
  const oldest = page.at(-1)?.at ?? from
  return { _tag: page.length < most || oldest < from ? "Missing" : "Unanswerable" }
}

/** Our own limit, in the vendor's place: nothing was asked. */
export const quotaSpent = ({ retryAfterMillis }: { readonly retryAfterMillis: number }): MessageFailure =>
  new MessageProviderUnavailable({ reason: "rate_limited", outcome: "not_sent", name: "own_quota", retryAfterMillis })
