/** The signatures under vendors' webhooks: made and compared so that the time taken tells nothing of the secret. */
import { createHmac, timingSafeEqual } from "node:crypto"

type Bytes = string | Uint8Array

/** Whether two texts are the same, in a time that depends on their lengths alone. */
export const equals = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** HMAC of the parts one after the other. */
export const hmac = (
  algorithm: "sha1" | "sha256",
  encoding: "hex" | "base64",
  key: Bytes,
  ...parts: ReadonlyArray<Bytes>
): string => {
  const mac = createHmac(algorithm, key)
  for (const part of parts) mac.update(part)
  return mac.digest(encoding)
}

/**
 * Standard Webhooks (https://www.standardwebhooks.com): `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`. A
 * secret is `whsec_` and base64; one that is no base64 is taken as it is.
 */
export const standardWebhook = (secret: string, id: string, timestamp: string, body: Bytes): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")
  return `v1,${hmac("sha256", "base64", key, `${id}.${timestamp}.`, body)}`
}

/**
 * Twilio: base64 of HMAC-SHA1 over the address and each field's name and value, sorted by name; a repeated field counts
 * each of its values once (https://www.twilio.com/docs/usage/security#validating-requests).
 */
export const twilio = (authToken: string, url: string, fields: URLSearchParams): string => {
  const names = [...new Set(fields.keys())].toSorted((a, b) => (a < b ? -1 : 1))
  const values = names.flatMap((name) => [...new Set(fields.getAll(name))].toSorted().map((value) => name + value))
  return hmac("sha1", "base64", authToken, url, ...values)
}

/** Meta: `sha256=` and hex of HMAC-SHA256 over the body (https://developers.facebook.com/docs/graph-api/webhooks/getting-started). */
export const meta = (appSecret: string, body: Bytes): string => `sha256=${hmac("sha256", "hex", appSecret, body)}`

/** X: `sha256=` and base64 of HMAC-SHA256, over the body or a challenge (https://docs.x.com/x-api/webhooks/quickstart). */
export const x = (consumerSecret: string, body: Bytes): string =>
  `sha256=${hmac("sha256", "base64", consumerSecret, body)}`
