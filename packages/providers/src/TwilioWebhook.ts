/**
 * Webhooks from Twilio: what became of a message, and messages that came in (https://www.twilio.com/docs/usage/webhooks/
 * messaging-webhooks). The scheme has no time: a repeat is told by its event id.
 */
import { Clock, Context, Effect, Layer, Option, Redacted } from "effect"
import type { Config } from "effect"
import * as Signature from "./core/Signature.ts"
import * as Credential from "./Credential.ts"
import { present } from "./Notice.ts"
import type { Notice, NoticeKind } from "./Notice.ts"
import { WebhookRefused } from "./WebhookRefused.ts"

export interface Service {
  /** `url` is the address as Twilio called it: the public one, with its query. `body` is the form as received. */
  readonly verify: (
    url: string,
    body: string,
    signature: string | undefined
  ) => Effect.Effect<ReadonlyArray<Notice>, WebhookRefused>
}

/** With and without the standard port: proxies differ in which of them Twilio sees. */
const spellings = (url: string): ReadonlyArray<string> => {
  const parts = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(url)
  if (parts === null) return [url]
  const [, scheme = "", host = "", rest = ""] = parts
  const bare = host.replace(/:\d+$/, "")
  const port = scheme.toLowerCase() === "https" ? 443 : 80
  return [url, `${scheme}://${bare}${rest}`, `${scheme}://${bare}:${port}${rest}`]
}

const kinds: Readonly<Record<string, NoticeKind>> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
  undelivered: "failed",
  canceled: "failed"
}

const read = (form: URLSearchParams, nowMillis: number): ReadonlyArray<Notice> | undefined => {
  const externalId = form.get("MessageSid") ?? form.get("SmsSid")
  if (externalId === null || externalId === "") return undefined
  const status = form.get("MessageStatus")?.toLowerCase()
  const base = { vendor: "twilio", channel: "sms", at: nowMillis, externalId } as const
  const ends = { from: form.get("From"), to: form.get("To") }
  if (status === undefined) {
    const text = form.get("Body")
    if (!ends.from || text === null) return undefined
    // `OptOutType` where Twilio itself answered the word: STOP, HELP or START.
    const fields = present({ ...ends, code: form.get("OptOutType") })
    return [{ ...base, eventId: externalId, kind: "inbound", text, ...fields }]
  }
  const kind = kinds[status]
  if (kind === undefined) return []
  const fields = present({ ...ends, code: form.get("ErrorCode"), detail: form.get("ErrorMessage") })
  return [{ ...base, eventId: `${externalId}:${status}`, kind, ...fields }]
}

const refused = (reason: WebhookRefused["reason"]) => new WebhookRefused({ reason })

/** For an account's token; none refuses everything. */
export const make = (authToken: Option.Option<Redacted.Redacted<string>>): Service => ({
  verify: Effect.fn("TwilioWebhook.verify")(function* (url, body, signature) {
    if (signature === undefined || signature === "") return yield* refused("missing_header")
    const form = new URLSearchParams(body)
    const holds =
      Option.isSome(authToken) &&
      spellings(url).some((each) =>
        Signature.equals(signature, Signature.twilio(Redacted.value(authToken.value), each, form))
      )
    if (!holds) return yield* refused("bad_signature")
    return read(form, yield* Clock.currentTimeMillis) ?? (yield* refused("malformed"))
  })
})

export class TwilioWebhook extends Context.Service<TwilioWebhook, Service>()("@loopdrive/providers/TwilioWebhook") {
  /** For `TWILIO_AUTH_TOKEN`. */
  static readonly layerConfig: Layer.Layer<TwilioWebhook, Config.ConfigError> = Layer.effect(
    TwilioWebhook,
    Effect.map(Credential.config("TWILIO_AUTH_TOKEN"), make)
  )
}
