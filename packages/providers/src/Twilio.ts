/**
 * SMS through Twilio, with the vendor's own client (https://www.twilio.com/docs/messaging/api/message-resource).
 *
 * Twilio knows no idempotency keys, so one call to `send` makes at most ONE request and nothing here repeats it: after
 * a lost answer the outcome is `unknown`, to be settled by `find` or by the status webhook.
 */
import { Clock, Config, Effect, Layer, Option, Redacted, Schema } from "effect"
import * as NetworkFailure from "./core/NetworkFailure.ts"
import * as RetryAfter from "./core/RetryAfter.ts"
import * as TwilioError from "./core/TwilioError.ts"
import * as Credential from "./Credential.ts"
import { invalidAnswer, MessageProviderUnavailable, ofCircuit, ofVerdict } from "./MessageFailure.ts"
import type { MessageFailure } from "./MessageFailure.ts"
import { SmsProvider } from "./SmsProvider.ts"
import type { Service, SmsState } from "./SmsProvider.ts"
import * as VendorCircuit from "./VendorCircuit.ts"

export interface Options {
  /** `AC…`. */
  readonly accountSid: string
  readonly authToken: Redacted.Redacted<string>
  /** The number that sends where a message names none, E.164. */
  readonly phoneNumber: string
  /** Scheme, host and port in the place of the vendor's. */
  readonly baseUrl: string
  readonly limits?: Partial<VendorCircuit.Limits>
}

/** 8 at once and 10 s, as for email: a number sends one segment a second anyway, the vendor queues the rest. */
const defaults: VendorCircuit.Limits = { concurrency: 8, timeout: "10 seconds", failures: 5, openFor: "30 seconds" }

/** What one look-up reads: the most that the vendor puts on a page. */
const foundMost = 1000

/** Our clock and the vendor's may differ, and it keeps whole seconds. */
const clockSkewMillis = 60_000

interface Asked {
  readonly method: string
  readonly uri: string
  readonly username?: string | undefined
  readonly password?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly params?: unknown
  readonly data?: unknown
}

/** The client leaves out what is undefined, and no field that we use is a list. */
const encode = (fields: unknown): URLSearchParams =>
  new URLSearchParams(Object.entries(fields ?? {}).map(([name, value]): [string, string] => [name, String(value)]))

/** The request of the vendor's client, made by fetch, at another address, and given up with the effect it belongs to. */
const request = async (baseUrl: string, asked: Asked, signal: AbortSignal) => {
  const wanted = new URL(asked.uri)
  const url = new URL(`${wanted.pathname}${wanted.search}`, baseUrl)
  for (const [name, value] of encode(asked.params)) url.searchParams.append(name, value)
  const credentials = Buffer.from(`${asked.username}:${asked.password}`).toString("base64")
  const response = await fetch(url, {
    method: asked.method.toUpperCase(),
    headers: { ...asked.headers, authorization: `Basic ${credentials}` },
    ...(asked.data === undefined ? {} : { body: encode(asked.data) }),
    redirect: "manual",
    signal
  })
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
}

/** What is read of a message. The client turns names into camel case. */
const Message = Schema.Struct({
  sid: Schema.NonEmptyString,
  status: Schema.String,
  numSegments: Schema.optional(Schema.NullOr(Schema.String)),
  to: Schema.optional(Schema.NullOr(Schema.String)),
  body: Schema.optional(Schema.NullOr(Schema.String)),
  dateCreated: Schema.optional(Schema.NullOr(Schema.Date)),
  errorCode: Schema.optional(Schema.NullOr(Schema.Number))
})
const decodeMessage = Schema.decodeUnknownOption(Message)

/** https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const statusOf = (status: string): SmsState["status"] => {
  if (status === "delivered" || status === "read") return "delivered"
  if (status === "failed" || status === "undelivered" || status === "canceled") return "failed"
  return status === "sent" ? "sent" : "queued"
}

/** Unknown until the message leaves a messaging service: then at least one. */
const segmentsOf = (count: string | null | undefined): number => Math.max(1, Number(count) || 1)

const toState = (message: typeof Message.Type): SmsState => ({
  externalId: message.sid,
  status: statusOf(message.status),
  segments: segmentsOf(message.numSegments),
  to: message.to ?? "",
  text: message.body ?? "",
  at: message.dateCreated?.getTime() ?? 0,
  ...(message.errorCode === undefined || message.errorCode === null ? {} : { errorCode: String(message.errorCode) })
})

const read = (raw: unknown): Effect.Effect<SmsState, MessageFailure> =>
  Option.match(decodeMessage(raw), {
    onNone: () => Effect.fail(invalidAnswer()),
    onSome: (m) => Effect.succeed(toState(m))
  })

/** The vendor's refusal, as its client throws it. */
const Refusal = Schema.Struct({
  status: Schema.Int,
  code: Schema.optional(Schema.Int),
  message: Schema.optional(Schema.String)
})
const decodeRefusal = Schema.decodeUnknownOption(Refusal)

const toFailure = (thrown: unknown, retryAfterMillis: number | undefined): MessageFailure => {
  const refusal = decodeRefusal(thrown)
  if (Option.isSome(refusal)) {
    const { code, message = "", status } = refusal.value
    const name = code === undefined ? `http_${status}` : String(code)
    return ofVerdict(TwilioError.verdict(status, code), { status, name, message, retryAfterMillis })
  }
  // A success whose body is no JSON.
  if (thrown instanceof SyntaxError) return invalidAnswer()
  const outcome = NetworkFailure.neverLeft(thrown) ? "not_sent" : "unknown"
  return new MessageProviderUnavailable({ reason: "network", outcome })
}

/** The service for one account. */
export const make = Effect.fnUntraced(function* (options: Options) {
  // Slow to load, so loaded only where it is wanted.
  const { default: sdk } = yield* Effect.promise(() => import("twilio"))
  const circuit = yield* VendorCircuit.make("twilio", { ...defaults, ...options.limits })

  /** One request: the client is made for it, because nothing in the client's own calls can carry a signal. */
  const call = Effect.fnUntraced(
    function* <A>(_name: string, ask: (client: InstanceType<typeof sdk.Twilio>) => Promise<A>) {
      const nowMillis = yield* Clock.currentTimeMillis
      let headers: Readonly<Record<string, string>> = {}
      return yield* Effect.tryPromise({
        try: (signal) => {
          const httpClient = new (class extends sdk.RequestClient {
            override async request<TData>(asked: Asked) {
              const answer = await request(options.baseUrl, asked, signal)
              headers = answer.headers
              return answer as typeof answer & { readonly body: TData }
            }
          })()
          return ask(new sdk.Twilio(options.accountSid, Redacted.value(options.authToken), { httpClient }))
        },
        catch: (thrown) => toFailure(thrown, RetryAfter.parse(headers["retry-after"], nowMillis))
      })
    },
    (effect) => circuit.run(effect, ofCircuit),
    (effect, name) => Effect.withSpan(effect, `Twilio.${name}`)
  )

  const service: Service = {
    name: "twilio",
    idempotent: false,
    send: ({ from = options.phoneNumber, statusCallback, text, to }) =>
      call("send", (client) =>
        client.messages.create({ from, to, body: text, ...(statusCallback === undefined ? {} : { statusCallback }) })
      ).pipe(
        Effect.flatMap(read),
        Effect.map(({ externalId, segments }) => ({ externalId, segments }))
      ),
    find: ({ from = options.phoneNumber, since, text, to }) =>
      call("find", (client) => client.messages.list({ from, to, limit: foundMost, pageSize: foundMost })).pipe(
        Effect.flatMap((all) => Effect.forEach(all, read)),
        Effect.flatMap((all) => {
          // Not by the vendor's own filter: what is still queued has no date by which it filters.
          const recent = all.filter((state) => state.at >= since - clockSkewMillis)
          const found = recent.filter((state) => state.text === text).toSorted((a, b) => b.at - a.at)
          // What lies behind a full page was not looked at: that it is missing must not be concluded.
          return found.length === 0 && recent.length === foundMost
            ? Effect.fail(
                new MessageProviderUnavailable({
                  reason: "invalid_answer",
                  outcome: "unknown",
                  name: "too_many_messages"
                })
              )
            : Effect.succeed(found)
        })
      ),
    get: (externalId) =>
      call("get", (client) => client.messages(externalId).fetch()).pipe(
        Effect.flatMap(read),
        Effect.catchTag("MessageRejected", (rejected) =>
          rejected.status === 404 ? Effect.succeed(undefined) : Effect.fail(rejected)
        )
      )
  }
  return SmsProvider.of(service)
})

/** `TWILIO_BASE_URL`, by default the vendor's address. */
const baseUrl = Config.NonEmptyString("TWILIO_BASE_URL").pipe(Config.withDefault("https://api.twilio.com"))

/** `TWILIO_SID`, else `TWILIO_ACCOUNT_SID`. */
export const accountSid = Config.all([Credential.config("TWILIO_SID"), Credential.config("TWILIO_ACCOUNT_SID")]).pipe(
  Config.map(([short, long]) => Option.orElse(short, () => long))
)

/** The layer from `TWILIO_SID`, `TWILIO_AUTH_TOKEN`, `TWILIO_PHONE_NUMBER` (all required) and `TWILIO_BASE_URL`. */
export const layer: Layer.Layer<SmsProvider, Config.ConfigError | Credential.MissingCredential> = Layer.effect(
  SmsProvider,
  Effect.gen(function* () {
    const sid = Option.getOrUndefined(yield* accountSid) ?? (yield* Credential.required("TWILIO_SID"))
    const authToken = yield* Credential.required("TWILIO_AUTH_TOKEN")
    const phoneNumber = Redacted.value(yield* Credential.required("TWILIO_PHONE_NUMBER"))
    return yield* make({ accountSid: Redacted.value(sid), authToken, phoneNumber, baseUrl: yield* baseUrl })
  })
)
