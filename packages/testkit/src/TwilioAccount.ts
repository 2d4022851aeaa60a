/**
 * A Twilio account as its API lets one see it: credentials, numbers, who opted out, accepted messages. The rules behind
 * `TwilioEmulator.ts`, which names their sources.
 */
import { HttpServerResponse } from "effect/http"
import { createHash } from "node:crypto"

export interface Options {
  readonly accountSid?: string
  readonly authToken?: string
  /** Numbers that may send; by default any E.164 number. */
  readonly numbers?: ReadonlyArray<string>
  /** Requests a second before 429 (20429); unlimited by default. */
  readonly requestsPerSecond?: number
}

/** A message the account took over, as its own API names things. */
export interface Accepted {
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly body: string
  readonly numSegments: number
  readonly statusCallback: string | undefined
  readonly acceptedAtMillis: number
  status: string
  errorCode: number | null
}

type Response = HttpServerResponse.HttpServerResponse

/** The vendor's error shape. */
export const refuse = (
  status: number,
  name: string,
  message: string,
  headers: Record<string, string> = {}
): Response => {
  const code = /^\d+$/.test(name) ? Number(name) : 20500
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }
  return HttpServerResponse.jsonUnsafe(body, { status, headers })
}

const numberPattern = /^\+[1-9]\d{6,14}$/

/** About how many short messages a text is; the exact rule is not the vendor's API. */
const segmentsOf = (body: string): number => {
  const wide = [...body].some((character) => character.charCodeAt(0) > 0xff)
  const [single, several] = wide ? [70, 67] : [160, 153]
  return body.length <= single ? 1 : Math.ceil(body.length / several)
}

const date = (millis: number): string => new Date(millis).toUTCString().replace("GMT", "+0000")

export class TwilioAccount {
  readonly accountSid: string
  readonly authToken: string
  readonly accepted: Array<Accepted> = []
  /** Recipients that answered STOP. */
  readonly optedOut = new Set<string>()
  attempts = 0
  private readonly options: Options
  private window = { startMillis: 0, used: 0 }

  constructor(options: Options) {
    this.options = options
    this.accountSid = options.accountSid ?? `AC${"0".repeat(32)}`
    this.authToken = options.authToken ?? "twilio-token"
  }

  authorize(header: string | undefined): Response | undefined {
    const encoded = header?.match(/^Basic (\S+)$/i)?.[1]
    const given = encoded === undefined ? "" : Buffer.from(encoded, "base64").toString()
    return given === `${this.accountSid}:${this.authToken}` ? undefined : refuse(401, "20003", "Authenticate")
  }

  limit(nowMillis: number): Response | undefined {
    const most = this.options.requestsPerSecond
    if (most === undefined) return undefined
    if (nowMillis - this.window.startMillis >= 1000) this.window = { startMillis: nowMillis, used: 0 }
    this.window.used += 1
    return this.window.used > most ? refuse(429, "20429", "Too Many Requests", { "retry-after": "1" }) : undefined
  }

  /** Takes the message over, or refuses it. */
  create(form: URLSearchParams, nowMillis: number): Accepted | Response {
    const [from = "", to = "", body = ""] = ["From", "To", "Body"].map((name) => form.get(name) ?? "")
    if (to === "") return refuse(400, "21604", "A 'To' phone number is required.")
    if (from === "") return refuse(400, "21603", "A 'From' phone number is required.")
    if (!numberPattern.test(to)) return refuse(400, "21211", `Invalid 'To' Phone Number: ${to}`)
    const known = this.options.numbers?.includes(from) ?? numberPattern.test(from)
    if (!known) return refuse(400, "21606", `The 'From' phone number ${from} is not a valid number for this account.`)
    if (body === "") return refuse(400, "21602", "Message body is required.")
    if ([...body].length > 1600) return refuse(400, "21617", "The concatenated message body exceeds 1600 characters.")
    if (this.optedOut.has(to)) return refuse(400, "21610", "Attempt to send to unsubscribed recipient")
    const index = this.accepted.length
    const accepted: Accepted = {
      sid: `SM${createHash("md5").update(`${this.accountSid}/${index}`).digest("hex")}`,
      from,
      to,
      body,
      numSegments: segmentsOf(body),
      statusCallback: form.get("StatusCallback") ?? undefined,
      acceptedAtMillis: nowMillis,
      status: "queued",
      errorCode: null
    }
    this.accepted.push(accepted)
    return accepted
  }

  /** As `GET …/Messages.json` filters: newest first. */
  list(query: URLSearchParams): ReadonlyArray<Accepted> {
    const [to, from] = [query.get("To"), query.get("From")]
    const size = Number(query.get("PageSize") ?? "50")
    return this.accepted
      .filter((message) => (to === null || message.to === to) && (from === null || message.from === from))
      .toReversed()
      .slice(0, size)
  }

  /** The Message resource, https://www.twilio.com/docs/messaging/api/message-resource. */
  show(message: Accepted): Record<string, unknown> {
    const at = date(message.acceptedAtMillis)
    const uri = `/2010-04-01/Accounts/${this.accountSid}/Messages/${message.sid}.json`
    return {
      account_sid: this.accountSid,
      api_version: "2010-04-01",
      body: message.body,
      date_created: at,
      date_sent: message.status === "queued" ? null : at,
      date_updated: at,
      direction: "outbound-api",
      error_code: message.errorCode,
      error_message: null,
      from: message.from,
      messaging_service_sid: null,
      num_media: "0",
      num_segments: String(message.numSegments),
      price: null,
      price_unit: "USD",
      sid: message.sid,
      status: message.status,
      subresource_uris: { media: uri.replace(".json", "/Media.json") },
      to: message.to,
      uri
    }
  }
}
