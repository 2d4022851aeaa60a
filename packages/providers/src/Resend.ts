/**
 * Email through Resend, with the vendor's own client.
 *
 * One call to `send` makes at most ONE request: retries belong to the queue worker, which knows how long the message
 * may wait. The client is given our idempotency key, so a repeat after an unknown outcome leaves nothing twice for
 * the 24 hours Resend remembers a key (https://resend.com/docs/dashboard/emails/idempotency-keys).
 */
import { Clock, Config, Effect, Layer, Option, Redacted, Schema } from "effect"
import { Resend as Client } from "resend"
import * as RetryAfter from "./core/RetryAfter.ts"
import { sendTag } from "./core/SendTag.ts"
import { ofStatus } from "./core/VendorVerdict.ts"
import * as Credential from "./Credential.ts"
import { EmailProvider } from "./EmailProvider.ts"
import type { EmailMessage, EmailReceipt, Service } from "./EmailProvider.ts"
import { invalidAnswer, MessageProviderUnavailable, MessageRejected, ofCircuit, ofVerdict } from "./MessageFailure.ts"
import type { MessageFailure } from "./MessageFailure.ts"
import * as VendorCircuit from "./VendorCircuit.ts"

export interface Options {
  readonly apiKey: Redacted.Redacted<string>
  readonly baseUrl: string
  readonly limits?: Partial<VendorCircuit.Limits>
}

/**
 * 8 at once: enough to use any rate Resend grants (2 a second per team by default) at half a second a request, few
 * enough that a stall holds little. 10 s is the longest the worker should hold a lease for one request.
 */
const defaults: VendorCircuit.Limits = { concurrency: 8, timeout: "10 seconds", failures: 5, openFor: "30 seconds" }

/** Resend: "1-256 chars"; visible ASCII because it travels as a header. */
const keyPattern = /^[\x21-\x7e]{1,256}$/

const VendorError = Schema.Struct({
  /** Null where the client got no answer at all. */
  statusCode: Schema.NullOr(Schema.Int),
  name: Schema.String,
  message: Schema.String
})

const Answer = Schema.Struct({
  data: Schema.NullOr(Schema.Struct({ id: Schema.NonEmptyString })),
  error: Schema.NullOr(VendorError),
  headers: Schema.NullOr(Schema.Record(Schema.String, Schema.String))
})
type Answer = typeof Answer.Type

const decodeAnswer = Schema.decodeUnknownOption(Answer)

const toFailure = (error: typeof VendorError.Type, headers: Answer["headers"], nowMillis: number): MessageFailure => {
  const { message, name, statusCode: status } = error
  // The client hides why a request failed, so a refused connection cannot be told from a lost answer.
  if (status === null) return new MessageProviderUnavailable({ reason: "network", outcome: "unknown", name })
  const retryAfterMillis = RetryAfter.parse(headers?.["retry-after"], nowMillis)
  // The first request under this key is still running, and may yet send.
  if (status === 409 && name === "concurrent_idempotent_requests") {
    const wait = retryAfterMillis === undefined ? {} : { retryAfterMillis }
    return new MessageProviderUnavailable({ reason: "in_progress", outcome: "unknown", status, name, ...wait })
  }
  // Only this send uses its key: an earlier request under it was taken, and what became of that one was not heard.
  if (status === 409 && name === "invalid_idempotent_request")
    return new MessageProviderUnavailable({ reason: "in_progress", outcome: "unknown", status, name })
  return ofVerdict(ofStatus(status), { status, name, message, retryAfterMillis })
}

const readAnswer = Effect.fnUntraced(function* (raw: unknown): Effect.fn.Return<EmailReceipt, MessageFailure> {
  const answer = decodeAnswer(raw)
  if (Option.isNone(answer)) return yield* invalidAnswer()
  const { data, error, headers } = answer.value
  if (error !== null) return yield* toFailure(error, headers, yield* Clock.currentTimeMillis)
  if (data === null) return yield* invalidAnswer()
  return { externalId: data.id }
})

const payload = (message: EmailMessage) => ({
  from: message.from,
  to: message.to,
  subject: message.subject,
  text: message.text,
  tags: [{ name: sendTag, value: message.sendId }],
  ...(message.html === undefined ? {} : { html: message.html }),
  ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
  ...(message.headers === undefined ? {} : { headers: message.headers })
})

/** The service for one account. The client never rejects by contract; should it, that is a defect. */
export const make = Effect.fnUntraced(function* (options: Options) {
  const client = new Client(Redacted.value(options.apiKey), { baseUrl: options.baseUrl })
  const circuit = yield* VendorCircuit.make("resend", { ...defaults, ...options.limits })

  const send: Service["send"] = Effect.fn("Resend.send")(function* (message, idempotencyKey) {
    if (!keyPattern.test(idempotencyKey)) {
      return yield* new MessageRejected({
        reason: "request",
        status: 400,
        name: "invalid_idempotency_key",
        message: "refused before sending"
      })
    }
    const call = Effect.promise((signal) => client.emails.send(payload(message), { idempotencyKey, signal }))
    return yield* circuit.run(Effect.flatMap(call, readAnswer), ofCircuit)
  })

  return EmailProvider.of({ name: "resend", send })
})

/** `RESEND_BASE_URL`, by default the vendor's address. */
export const baseUrl = Config.NonEmptyString("RESEND_BASE_URL").pipe(Config.withDefault("https://api.resend.com"))

/** The layer for given options. */
export const layerWith = (options: Options): Layer.Layer<EmailProvider> => Layer.effect(EmailProvider, make(options))

/** The layer from `RESEND_API_KEY` (required) and `RESEND_BASE_URL`. */
export const layer: Layer.Layer<EmailProvider, Config.ConfigError | Credential.MissingCredential> = Layer.effect(
  EmailProvider,
  Effect.gen(function* () {
    const apiKey = yield* Credential.required("RESEND_API_KEY")
    return yield* make({ apiKey, baseUrl: yield* baseUrl })
  })
)
