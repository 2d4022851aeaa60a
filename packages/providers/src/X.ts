/**
 * Direct messages on X through its API v2, in the name of our own account (OAuth 1.0a): https://docs.x.com/x-api/
 * direct-messages/manage/introduction. A handle is looked up first, because messages go to ids.
 */
import { Clock, Effect, Option, Random, Redacted, Result, Schema } from "effect"
import * as OAuth1 from "./core/OAuth1.ts"
import * as XError from "./core/XError.ts"
import { findIn, nothingPolled } from "./DmProvider.ts"
import type { Connector, DmAbout, DmContext, Post, Said } from "./DmProvider.ts"
import { invalidAnswer, ofVerdict } from "./MessageFailure.ts"
import type { MessageFailure } from "./MessageFailure.ts"
import type * as VendorCircuit from "./VendorCircuit.ts"
import * as VendorHttp from "./VendorHttp.ts"

export interface Options {
  readonly apiKey: Redacted.Redacted<string>
  readonly apiSecret: Redacted.Redacted<string>
  /** Begins with our account's own id and a hyphen. */
  readonly accessToken: Redacted.Redacted<string>
  readonly accessSecret: Redacted.Redacted<string>
  readonly baseUrl: string
  readonly limits?: Partial<VendorCircuit.Limits> | undefined
}

/** Messages: 1,000 a day (the documents), and 200 in 15 minutes (the vendor's page). Reading has limits of its own. */
const windows = [
  { limit: 200, window: "15 minutes" },
  { limit: 1000, window: "1 day" }
] as const

const Failed = Schema.Struct({
  title: Schema.optional(Schema.String),
  detail: Schema.optional(Schema.String),
  errors: Schema.optional(
    Schema.Array(Schema.Struct({ code: Schema.optional(Schema.Int), message: Schema.optional(Schema.String) }))
  )
})
const decodeFailed = Schema.decodeUnknownOption(Failed)

/** The window's end, in epoch seconds. */
const retryAfter = ({ headers, nowMillis }: VendorHttp.Answer): number | undefined => {
  const reset = Number(headers["x-rate-limit-reset"] ?? Number.NaN)
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - nowMillis) : undefined
}

const failure = (answer: VendorHttp.Answer): MessageFailure => {
  const { body, status } = answer
  const failed = Option.getOrUndefined(decodeFailed(body))
  const error = failed?.errors?.[0]
  const message = failed?.detail ?? error?.message ?? ""
  const name = error?.code === undefined ? (failed?.title ?? `http_${status}`) : String(error.code)
  const verdict = XError.verdict(status, error?.code, message)
  return ofVerdict(verdict, { status, name, message, retryAfterMillis: retryAfter(answer) })
}

const reader = <A>(schema: Schema.ConstraintDecoder<A>): VendorHttp.Read<A> => {
  const decode = Schema.decodeUnknownOption(schema)
  return (answer) => {
    if (answer.status < 200 || answer.status > 299) return Result.fail(failure(answer))
    return Option.match(decode(answer.body), { onNone: () => Result.fail(invalidAnswer()), onSome: Result.succeed })
  }
}

const Sent = Schema.Struct({
  data: Schema.Struct({ dm_conversation_id: Schema.NonEmptyString, dm_event_id: Schema.NonEmptyString })
})

/** Of a person that is not there only `errors` are answered, with 200. */
const User = Schema.Struct({ data: Schema.optional(Schema.Struct({ id: Schema.NonEmptyString })) })

const Spoken = {
  id: Schema.String,
  text: Schema.optional(Schema.String),
  created_at: Schema.optional(Schema.String),
  sender_id: Schema.optional(Schema.String),
  in_reply_to_user_id: Schema.optional(Schema.String)
}
/** An empty list has no `data`. */
const List = Schema.Struct({ data: Schema.optional(Schema.Array(Schema.Struct(Spoken))) })

const instant = (text: string | undefined): { readonly at?: number } => {
  const at = Date.parse(text ?? "")
  return Number.isNaN(at) ? {} : { at }
}

const most = 10

export const make = Effect.fnUntraced(function* (options: Options) {
  const http = yield* VendorHttp.make({
    vendor: "x",
    windows,
    counted: ({ method }) => method === "POST",
    limits: options.limits
  })
  const keys: OAuth1.Keys = {
    consumerKey: Redacted.value(options.apiKey),
    consumerSecret: Redacted.value(options.apiSecret),
    token: Redacted.value(options.accessToken),
    tokenSecret: Redacted.value(options.accessSecret)
  }
  const own = keys.token.split("-", 1)[0] ?? ""
  const base = options.baseUrl.replace(/\/$/, "")

  const call = Effect.fnUntraced(function* <A>(
    method: "GET" | "POST",
    path: string,
    schema: Schema.ConstraintDecoder<A>,
    json?: unknown
  ) {
    const url = `${base}${path}`
    const timestamp = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const nonce = `${(yield* Random.nextInt).toString(36)}${(yield* Random.nextInt).toString(36)}`.replaceAll("-", "")
    const headers = { authorization: OAuth1.authorization(method, url, keys, { nonce, timestamp }) }
    return yield* http.call({ method, url, headers, ...(json === undefined ? {} : { json }) }, reader(schema))
  })

  const idOf = Effect.fnUntraced(function* (to: string) {
    if (/^\d{1,19}$/.test(to)) return to
    const handle = encodeURIComponent(to.replace(/^@/, ""))
    const { data } = yield* call("GET", `/2/users/by/username/${handle}`, User)
    if (data !== undefined) return data.id
    return yield* Effect.fail(
      ofVerdict("recipient", { status: 404, name: "Not Found Error", message: "no user of this name" })
    )
  })

  const thread = Effect.fnUntraced(function* (id: string) {
    const fields = "dm_event.fields=id,text,created_at,sender_id&event_types=MessageCreate"
    const path = `/2/dm_conversations/with/${id}/dm_events?max_results=${most}&${fields}`
    const { data = [] } = yield* call("GET", path, List)
    return data.map(({ created_at, id: event, sender_id, text = "" }): Said => ({
      id: event,
      text,
      ours: sender_id === own,
      ...instant(created_at)
    }))
  })

  const context = Effect.fn("X.context")(function* ({ to }: DmAbout) {
    const id = yield* idOf(to)
    const said = yield* thread(id)
    const path = `/2/users/${id}/tweets?max_results=${most}&tweet.fields=created_at,in_reply_to_user_id`
    const { data = [] } = yield* call("GET", path, List)
    const post = ({ created_at, id: tweet, text = "" }: (typeof data)[number]): Post => ({
      id: tweet,
      text,
      ...instant(created_at)
    })
    const isReply = (tweet: (typeof data)[number]) => tweet.in_reply_to_user_id !== undefined
    return {
      posts: data.filter((tweet) => !isReply(tweet)).map(post),
      comments: data.filter(isReply).map(post),
      thread: said
    } satisfies DmContext
  })

  const connector: Connector = {
    name: "x",
    idempotent: false,
    send: Effect.fn("X.send")(function* ({ text, threadId, to }) {
      const path =
        threadId === undefined
          ? `/2/dm_conversations/with/${yield* idOf(to)}/messages`
          : `/2/dm_conversations/${encodeURIComponent(threadId)}/messages`
      const { data } = yield* call("POST", path, Sent, { text })
      return { externalId: data.dm_event_id, threadId: data.dm_conversation_id }
    }),
    context,
    find: (sought) => Effect.map(Effect.flatMap(idOf(sought.to), thread), (said) => findIn(said, most, sought)),
    poll: Effect.succeed(nothingPolled)
  }
  return connector
})
