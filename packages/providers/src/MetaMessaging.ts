/**
 * Direct messages on Messenger and Instagram through the Graph API
 * (https://developers.facebook.com/docs/messenger-platform/send-messages,
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message). Both answer a person who
 * wrote within the last 24 hours; what else may be sent is not marketing, so it is not sent.
 */
import { Effect, Schema } from "effect"
import { findIn, nothingPolled } from "./DmProvider.ts"
import type { Connector, DmAbout, DmContext, Post, Said } from "./DmProvider.ts"
import * as MetaGraph from "./MetaGraph.ts"

export interface Account {
  readonly platform: "instagram" | "facebook"
  /** The page that sends, or, where Instagram has no page, its professional account. */
  readonly senderId: string
  /** The Instagram professional account, whose posts are context; the page for Messenger. */
  readonly profileId: string
}

const Sent = Schema.Struct({ message_id: Schema.NonEmptyString })

const Text = Schema.optional(Schema.NullOr(Schema.String))

/** A list of what is asked of a field. */
const listOf = <S extends Schema.Struct.Fields>(fields: S) =>
  Schema.Struct({ data: Schema.Array(Schema.Struct(fields)) })

const Conversations = listOf({
  id: Schema.String,
  messages: Schema.optional(
    listOf({
      id: Schema.String,
      message: Text,
      created_time: Text,
      from: Schema.optional(Schema.Struct({ id: Schema.String }))
    })
  )
})

/** Pages call it message and created_time, Instagram caption or text and timestamp. */
const Spoken = { id: Schema.String, message: Text, caption: Text, text: Text, created_time: Text, timestamp: Text }
const Feed = listOf({ ...Spoken, comments: Schema.optional(listOf(Spoken)) })

/** Enough to pick up a conversation, few enough to be read by whoever composes. */
const most = 10

const instant = (text: string | null | undefined): { readonly at?: number } => {
  // Meta writes offsets as +0000.
  const at = Date.parse((text ?? "").replace(/([+-]\d\d)(\d\d)$/, "$1:$2"))
  return Number.isNaN(at) ? {} : { at }
}

type Spoke = Schema.Struct<typeof Spoken>["Type"]

const toPost = ({ caption, created_time, id, message, text, timestamp }: Spoke): Post => ({
  id,
  text: message ?? caption ?? text ?? "",
  ...instant(created_time ?? timestamp)
})

const fieldsOf = (platform: Account["platform"]): string =>
  platform === "facebook"
    ? `id,message,created_time,comments.limit(${most}){id,message,created_time}`
    : `id,caption,timestamp,comments.limit(${most}){id,text,timestamp}`

/** Platform limits of the documents: 1,000 requests an hour. */
const windows = [{ limit: 1000, window: "1 hour" }] as const

export const make = Effect.fnUntraced(function* (account: Account, credentials: MetaGraph.Credentials) {
  const { platform, profileId, senderId } = account
  const graph = yield* MetaGraph.make(platform, credentials, windows)

  const thread = ({ to }: DmAbout) =>
    graph
      .get(
        `${senderId}/conversations`,
        {
          platform: platform === "facebook" ? "messenger" : "instagram",
          user_id: to,
          fields: `id,messages.limit(${most}){id,message,created_time,from}`
        },
        Conversations
      )
      .pipe(
        Effect.map(({ data }) =>
          data
            .flatMap(({ messages }) => messages?.data ?? [])
            .map(({ created_time, from, id, message }): Said => ({
              id,
              text: message ?? "",
              ours: from !== undefined && from.id !== to,
              ...instant(created_time)
            }))
        )
      )

  const context = Effect.fn("MetaMessaging.context")(function* (about: DmAbout) {
    const said = yield* thread(about)
    const edge = platform === "facebook" ? "feed" : "media"
    const { data } = yield* graph.get(`${profileId}/${edge}`, { limit: `${most}`, fields: fieldsOf(platform) }, Feed)
    const comments = data.flatMap((post) => post.comments?.data ?? []).map(toPost)
    return { posts: data.map(toPost), comments, thread: said } satisfies DmContext
  })

  const connector: Connector = {
    name: "meta",
    idempotent: false,
    send: Effect.fn("MetaMessaging.send")(function* ({ sendId, text, to }) {
      const message = platform === "facebook" ? { text, metadata: sendId } : { text }
      const body = { recipient: { id: to }, messaging_type: "RESPONSE", message }
      const { message_id: externalId } = yield* graph.post(`${senderId}/messages`, body, Sent)
      return { externalId }
    }),
    context,
    find: (sought) => Effect.map(thread(sought), (said) => findIn(said, most, sought)),
    poll: Effect.succeed(nothingPolled)
  }
  return connector
})
