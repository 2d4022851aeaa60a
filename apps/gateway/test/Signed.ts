/** Vendors' webhooks as the suites post them, signed with the secrets of `Served`. */
import { sign } from "@loopdrive/testkit/ResendWebhooks"
import * as Effect from "effect/Effect"
import { createHmac } from "node:crypto"
import { Served, call, secrets, unique } from "./Served.ts"

interface Told {
  readonly type: string
  readonly externalId: string
  readonly to: string
  readonly eventId?: string
  readonly at?: number
  readonly data?: object
  /** When it was signed, epoch seconds. */
  readonly signedAt?: number
  readonly secret?: string
}

const now = (): number => Math.floor(performance.timeOrigin + performance.now())

/** What Resend posts of an email. */
export const resend = ({ at = now(), data, eventId = unique("evt"), externalId, secret, signedAt, to, type }: Told) => {
  const created_at = new Date(at).toISOString()
  const raw = JSON.stringify({ type, created_at, data: { email_id: externalId, to: [to], created_at, ...data } })
  const seconds = signedAt ?? Math.floor(now() / 1000)
  const headers = {
    "svix-id": eventId,
    "svix-timestamp": String(seconds),
    "svix-signature": sign(secret ?? secrets.resend, eventId, seconds, raw)
  }
  return call("POST", "/api/webhooks/resend", { key: null, raw, headers })
}

type Fields = Readonly<Record<string, string>>

const form = (address: string, fields: Fields, token: string) => {
  const sorted = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const signed = createHmac("sha1", token).update(address + sorted.map(([name, value]) => name + value).join(""))
  return {
    raw: new URLSearchParams(fields).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": signed.digest("base64")
    }
  }
}

/** What Twilio posts to an address, signed for it as it is called. */
export const twilio = Effect.fnUntraced(function* (path: string, fields: Fields, token = secrets.twilio) {
  const { base } = yield* Served
  return yield* call("POST", path, { key: null, ...form(base + path, fields, token) })
})

/** A text message from a number, and the markup that Twilio is answered with. */
export const sms = Effect.fnUntraced(function* (from: string, body: string, sid = unique("SM")) {
  const { base } = yield* Served
  const address = `${base}/api/sms/inbound`
  const { headers, raw } = form(
    address,
    { MessageSid: sid, From: from, To: "+15005550006", Body: body },
    secrets.twilio
  )
  return yield* Effect.promise(async () => {
    const response = await fetch(address, { method: "POST", headers, body: raw })
    return { status: response.status, type: response.headers.get("content-type"), markup: await response.text() }
  })
})

/** What Meta posts. */
export const meta = (body: object, path = "/api/webhooks/meta", secret = secrets.meta) => {
  const raw = JSON.stringify(body)
  const signature = `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`
  return call("POST", path, { key: null, raw, headers: { "x-hub-signature-256": signature } })
}

/** What X posts. */
export const x = (body: object, path = "/api/webhooks/x", secret = secrets.x) => {
  const raw = JSON.stringify(body)
  const signature = `sha256=${createHmac("sha256", secret).update(raw).digest("base64")}`
  return call("POST", path, { key: null, raw, headers: { "x-twitter-webhooks-signature": signature } })
}
