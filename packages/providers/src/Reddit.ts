/**
 * Private messages on Reddit (https://www.reddit.com/dev/api#section_messages): composed, answered, and fetched by asking,
 * because Reddit has no webhooks.
 */
import { Effect, Schema } from "effect"
import { findIn } from "./DmProvider.ts"
import type { Connector, DmAbout, DmContext, DmMessage, DmSought, Post, Said } from "./DmProvider.ts"
import type { Notice } from "./Notice.ts"
import * as RedditApi from "./RedditApi.ts"

const Done = Schema.Struct({ json: Schema.Struct({ errors: Schema.Array(Schema.Unknown) }) })

const Answered = Schema.Struct({
  json: Schema.Struct({
    data: Schema.Struct({
      things: Schema.NonEmptyArray(
        Schema.Struct({
          data: Schema.Struct({ name: Schema.optional(Schema.String), id: Schema.optional(Schema.String) })
        })
      )
    })
  })
})

const Text = Schema.optional(Schema.NullOr(Schema.String))

/** Messages, posts and comments have different members; `created_utc` is in seconds. */
const Listing = Schema.Struct({
  data: Schema.Struct({
    children: Schema.Array(
      Schema.Struct({
        kind: Schema.String,
        data: Schema.Struct({
          name: Schema.String,
          author: Text,
          dest: Text,
          body: Text,
          title: Text,
          selftext: Text,
          subject: Text,
          first_message_name: Text,
          created_utc: Schema.optional(Schema.Finite)
        })
      })
    )
  })
})
type Child = (typeof Listing.Type)["data"]["children"][number]

/** A private message, as against an answer to a comment. */
const isMessage = ({ kind }: Child): boolean => kind === "t4"

/** The most that the platform lists at once. */
const listMost = 100

const most = 10
const polledMost = 100
const subjectMost = 100

const instant = (seconds: number | undefined): { readonly at?: number } =>
  seconds === undefined ? {} : { at: Math.round(seconds * 1000) }

const same = (a: string | null | undefined, b: string): boolean => (a ?? "").toLowerCase() === b.toLowerCase()

const nameOf = (to: string): string => to.trim().replace(/^\/?u\//i, "")

const subjectOf = ({ subject, text }: DmMessage): string => {
  const line = (subject ?? text).trim().split("\n", 1)[0] ?? ""
  return line.length <= subjectMost ? line || "Hello" : `${line.slice(0, subjectMost - 1).trimEnd()}…`
}

const toPost = ({ data }: Child): Post => ({
  id: data.name,
  text: [data.title, data.selftext, data.body]
    .filter((part) => part !== undefined && part !== null && part !== "")
    .join("\n"),
  ...instant(data.created_utc)
})

const toNotice = ({ data }: Child): Notice => ({
  vendor: "reddit",
  channel: "reddit",
  eventId: data.name,
  kind: "inbound",
  externalId: data.name,
  at: Math.round((data.created_utc ?? 0) * 1000),
  text: data.body ?? "",
  threadId: data.first_message_name ?? data.name,
  ...(data.author ? { from: data.author.toLowerCase() } : {}),
  ...(data.dest ? { to: data.dest.toLowerCase() } : {})
})

export const make = Effect.fnUntraced(function* (options: RedditApi.Options) {
  const api = yield* RedditApi.make(options)
  const list = (path: string, limit: number) =>
    Effect.map(api.call("GET", `${path}?raw_json=1&limit=${limit}`, Listing), ({ data }) => data.children)

  const said = (child: Child): Said => ({
    id: child.data.name,
    text: child.data.body ?? "",
    ours: same(child.data.author, options.username),
    ...instant(child.data.created_utc)
  })

  const sentTo = (to: string) =>
    Effect.map(list("/message/sent", 25), (all) => all.filter(({ data }) => same(data.dest, nameOf(to))).map(said))

  /** The platform lists what was sent to everybody. */
  const find = (sought: DmSought) =>
    Effect.map(list("/message/sent", listMost), (all) => {
      const page = all.map((child) => ({ ...said(child), ours: same(child.data.dest, nameOf(sought.to)) }))
      return findIn(page, listMost, sought)
    })

  /** The API does not say which message it made, so it is looked for. That it was sent is known by then. */
  const compose = Effect.fnUntraced(function* (message: DmMessage) {
    const { sendId, text, to } = message
    const form = { api_type: "json", subject: subjectOf(message), text, to: nameOf(to) }
    yield* api.call("POST", "/api/compose", Done, form)
    const found = yield* find({ to, text, since: 0 }).pipe(
      Effect.catch(() => Effect.succeed({ _tag: "Missing" } as const))
    )
    return found._tag === "Found"
      ? { externalId: found.externalId, threadId: found.externalId }
      : { externalId: sendId }
  })

  const reply = Effect.fnUntraced(function* (threadId: string, text: string) {
    const form = { api_type: "json", thing_id: threadId, text }
    const { json } = yield* api.call("POST", "/api/comment", Answered, form)
    const { id, name } = json.data.things[0].data
    return { externalId: name ?? id ?? threadId, threadId }
  })

  const context = Effect.fn("Reddit.context")(function* ({ to }: DmAbout) {
    const user = encodeURIComponent(nameOf(to))
    const posts = yield* list(`/user/${user}/submitted`, most)
    const comments = yield* list(`/user/${user}/comments`, most)
    const received = yield* list("/message/inbox", 25)
    const theirs = received.filter((child) => isMessage(child) && same(child.data.author, nameOf(to))).map(said)
    const thread = [...theirs, ...(yield* sentTo(to))].toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
    return {
      posts: posts.map(toPost),
      comments: comments.map(toPost),
      thread: thread.slice(0, most)
    } satisfies DmContext
  })

  const poll = Effect.gen(function* () {
    const unread = (yield* list("/message/unread", polledMost)).filter(isMessage)
    const ids = unread.map(({ data }) => data.name).join(",")
    return {
      notices: unread.map(toNotice),
      acknowledge:
        ids === "" ? Effect.void : Effect.asVoid(api.call("POST", "/api/read_message", Schema.Unknown, { id: ids }))
    }
  }).pipe(Effect.withSpan("Reddit.poll"))

  const connector: Connector = {
    name: "reddit",
    idempotent: false,
    send: (message) =>
      Effect.withSpan(
        message.threadId === undefined ? compose(message) : reply(message.threadId, message.text),
        "Reddit.send"
      ),
    context,
    find,
    poll
  }
  return connector
})
