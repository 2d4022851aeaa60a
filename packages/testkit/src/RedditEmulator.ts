/**
 * Reddit's API as far as private messages go: the token endpoint, composing and answering, the listings of messages, its
 * errors inside successes, rate-limit headers, tokens that end.
 *
 * Sources: https://github.com/reddit-archive/reddit/wiki/OAuth2, https://www.reddit.com/dev/api,
 * https://support.reddithelp.com/hc/en-us/articles/16160319875092.
 */
import { Effect } from "effect"
import * as EmulatedVendor from "./EmulatedVendor.ts"
import type { Answered, Received, Response } from "./EmulatedVendor.ts"

export interface Options {
  readonly port?: number
  readonly clientId?: string
  readonly clientSecret?: string
  readonly username?: string
  readonly password?: string
  /** Requests in ten minutes before 429; unlimited by default. */
  readonly requestsPerWindow?: number
}

export interface Message {
  readonly name: string
  readonly author: string
  readonly dest: string
  readonly subject: string
  readonly body: string
  readonly first: string | null
  readonly at: number
  unread: boolean
}

export interface RedditEmulator extends EmulatedVendor.EmulatedVendor {
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly password: string
  readonly messages: Effect.Effect<ReadonlyArray<Message>>
  /** Somebody wrote to us. */
  readonly wrote: (author: string, body: string) => Effect.Effect<Message>
  /** Takes back every token. */
  readonly expire: Effect.Effect<void>
  /** The next message is refused with this error of the API. */
  readonly refuseNext: (name: string, message: string, ratelimit?: number) => Effect.Effect<void>
}

const windowMillis = 600_000
const tokenSeconds = 86_400

/** The vendor's error shape. */
export const refuse = (status: number, name: string, message: string, headers: Record<string, string> = {}): Response =>
  EmulatedVendor.json({ message: message || name, error: status }, status, headers)

const no = (response: Response): Answered => ({ response, effect: false })

class RedditAccount {
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly password: string
  readonly messages: Array<Message> = []
  readonly tokens = new Set<string>()
  errors: unknown
  private readonly most: number | undefined
  private issued = 0
  private window = { startMillis: 0, used: 0 }

  constructor(options: Options) {
    this.clientId = options.clientId ?? "reddit-id"
    this.clientSecret = options.clientSecret ?? "reddit-secret"
    this.username = options.username ?? "acme_shop"
    this.password = options.password ?? "reddit-password"
    this.most = options.requestsPerWindow
  }

  grant({ headers, text }: Received): Response {
    const basic = Buffer.from(`${this.clientId}:${this.clientSecret}`).toString("base64")
    if (headers["authorization"] !== `Basic ${basic}`) return refuse(401, "Unauthorized", "Unauthorized")
    const form = new URLSearchParams(text)
    const known = form.get("username") === this.username && form.get("password") === this.password
    if (form.get("grant_type") !== "password" || !known) return EmulatedVendor.json({ error: "invalid_grant" })
    this.issued += 1
    const token = `token-${this.issued}`
    this.tokens.add(token)
    return EmulatedVendor.json({ access_token: token, token_type: "bearer", expires_in: tokenSeconds, scope: "*" })
  }

  /** Headers of every answer, and whether the window is used up. */
  limit(nowMillis: number): { readonly headers: Record<string, string>; readonly spent: boolean } {
    if (nowMillis - this.window.startMillis >= windowMillis) this.window = { startMillis: nowMillis, used: 0 }
    this.window.used += 1
    const left = (this.most ?? Number.MAX_SAFE_INTEGER) - this.window.used
    const reset = Math.ceil((this.window.startMillis + windowMillis - nowMillis) / 1000)
    const headers = {
      "x-ratelimit-used": String(this.window.used),
      "x-ratelimit-remaining": String(Math.max(0, left)),
      "x-ratelimit-reset": String(reset)
    }
    return { headers, spent: left < 0 }
  }

  add(author: string, dest: string, subject: string, body: string, first: string | null, at: number): Message {
    const name = `t4_${(this.messages.length + 1).toString(36)}`
    const message: Message = { name, author, dest, subject, body, first, at, unread: author !== this.username }
    this.messages.push(message)
    return message
  }

  /** `POST /api/compose` and `/api/comment`; neither answers with a status of its own when it refuses. */
  write(form: URLSearchParams, answer: boolean, nowMillis: number): Answered {
    const errors = this.errors ?? this.missing(form, answer)
    this.errors = undefined
    if (errors !== undefined) return no(EmulatedVendor.json({ json: errors }))
    const body = form.get("text") ?? ""
    if (!answer) {
      this.add(this.username, form.get("to") ?? "", form.get("subject") ?? "", body, null, nowMillis)
      return { response: EmulatedVendor.json({ json: { errors: [] } }), effect: true }
    }
    const thread = this.messages.find(({ name }) => name === form.get("thing_id"))
    const message = this.add(this.username, thread?.author ?? "", "re:", body, thread?.name ?? null, nowMillis)
    const things = [{ kind: "t4", data: { name: message.name, body } }]
    return { response: EmulatedVendor.json({ json: { errors: [], data: { things } } }), effect: true }
  }

  private missing(form: URLSearchParams, answer: boolean): unknown {
    if (!form.get("text")) return { errors: [["NO_TEXT", "we need something here", "text"]] }
    if (!answer && !form.get("to")) return { errors: [["NO_USER", "please enter a username", "to"]] }
    return !answer && !form.get("subject")
      ? { errors: [["NO_SUBJECT", "please enter a subject", "subject"]] }
      : undefined
  }

  list(path: string): ReadonlyArray<Message> {
    const newest = this.messages.toReversed()
    if (path === "/message/sent") return newest.filter(({ author }) => author === this.username)
    const received = newest.filter(({ author }) => author !== this.username)
    return path === "/message/unread" ? received.filter(({ unread }) => unread) : received
  }
}

const show = ({ at, author, body, dest, first, name, subject }: Message) => ({
  kind: "t4",
  data: { name, author, dest, subject, body, first_message_name: first, created_utc: at / 1000, was_comment: false }
})

const listing = (children: ReadonlyArray<unknown>, headers: Record<string, string>): Answered =>
  no(EmulatedVendor.json({ kind: "Listing", data: { children, after: null } }, 200, headers))

const said = [
  {
    kind: "t3",
    data: { name: "t3_1", author: "ada", title: "Where to eat?", selftext: "Near the river.", created_utc: 1 }
  },
  { kind: "t1", data: { name: "t1_1", author: "ada", body: "Try the pie.", created_utc: 2 } }
]

const handle = (account: RedditAccount, received: Received): Answered => {
  const { headers, method, nowMillis, path, text } = received
  if (headers["user-agent"]?.includes(`/u/${account.username}`) !== true)
    return no(refuse(429, "Too Many Requests", "whoa there, pardner!"))
  if (path === "/api/v1/access_token") return no(account.grant(received))
  const token = headers["authorization"]?.match(/^Bearer (\S+)$/)?.[1] ?? ""
  if (!account.tokens.has(token)) return no(refuse(401, "Unauthorized", "Unauthorized"))
  const { headers: limits, spent } = account.limit(nowMillis)
  if (spent) return no(refuse(429, "Too Many Requests", "", limits))
  const form = new URLSearchParams(text)
  if (method === "POST" && path === "/api/compose") return account.write(form, false, nowMillis)
  if (method === "POST" && path === "/api/comment") return account.write(form, true, nowMillis)
  if (method === "POST" && path === "/api/read_message") {
    const names = new Set(form.get("id")?.split(",") ?? [])
    for (const message of account.messages) if (names.has(message.name)) message.unread = false
    return { response: EmulatedVendor.json({}, 202, limits), effect: true }
  }
  if (method === "GET" && path.startsWith("/message/")) return listing(account.list(path).map(show), limits)
  if (method === "GET" && /^\/user\/[^/]+\/submitted$/.test(path)) return listing(said.slice(0, 1), limits)
  if (method === "GET" && /^\/user\/[^/]+\/comments$/.test(path)) return listing(said.slice(1), limits)
  return no(refuse(404, "Not Found", "Not Found"))
}

/** Starts the emulator for the life of the scope. `port` 0, the default, takes a free one. */
export const make = Effect.fnUntraced(function* (options: Options = {}) {
  const account = new RedditAccount(options)
  const handler = (received: Received) => handle(account, received)
  const vendor = yield* EmulatedVendor.make({ port: options.port, refuse, handle: handler })
  const { clientId, clientSecret, password, username } = account
  const emulator: RedditEmulator = {
    ...vendor,
    clientId,
    clientSecret,
    username,
    password,
    messages: Effect.sync(() => structuredClone(account.messages)),
    wrote: (author, body) =>
      Effect.map(
        Effect.clockWith((clock) => clock.currentTimeMillis),
        (at) => structuredClone(account.add(author, username, "hello", body, null, at))
      ),
    expire: Effect.sync(() => account.tokens.clear()),
    refuseNext: (name, message, ratelimit) =>
      Effect.sync(() => {
        account.errors = { errors: [[name, message, "field"]], ...(ratelimit === undefined ? {} : { ratelimit }) }
      })
  }
  return emulator
})
