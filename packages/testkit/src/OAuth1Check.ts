/**
 * Whether a request carries a good OAuth 1.0a signature (RFC 5849, section 3.4): computed here on its own, so that the
 * client's way of computing it is put to the test.
 */
import { createHmac } from "node:crypto"

export interface Secrets {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly token: string
  readonly tokenSecret: string
}

/** Of requests with bodies of JSON: method, whole address, header. */
export interface Signed {
  readonly method: string
  readonly url: string
  readonly authorization: string | undefined
  readonly nowMillis: number
}

const percent = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`
    })
    .join("")

const fieldsOf = (authorization: string): ReadonlyMap<string, string> =>
  new Map(
    [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      decodeURIComponent(value)
    ])
  )

const toleranceSeconds = 300

/** Remembers nonces: one is good for one request. */
export class OAuth1Check {
  private readonly secrets: Secrets
  private readonly nonces = new Set<string>()

  constructor(secrets: Secrets) {
    this.secrets = secrets
  }

  /** What is wrong, or undefined. */
  fault({ authorization, method, nowMillis, url }: Signed): string | undefined {
    if (authorization?.startsWith("OAuth ") !== true) return "no OAuth header"
    const fields = fieldsOf(authorization)
    const { consumerKey, consumerSecret, token, tokenSecret } = this.secrets
    if (fields.get("oauth_consumer_key") !== consumerKey || fields.get("oauth_token") !== token) return "unknown keys"
    const age = Math.abs(nowMillis / 1000 - Number(fields.get("oauth_timestamp")))
    if (!(age <= toleranceSeconds)) return "timestamp out of bounds"
    const nonce = fields.get("oauth_nonce") ?? ""
    if (nonce === "" || this.nonces.has(nonce)) return "nonce used"
    this.nonces.add(nonce)
    const { origin, pathname, searchParams } = new URL(url)
    const pairs = [...searchParams, ...[...fields].filter(([name]) => name !== "oauth_signature")]
    const sorted = pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).toSorted()
    const base = [method, origin + pathname, sorted.join("&")].map(percent).join("&")
    const mac = createHmac("sha1", `${percent(consumerSecret)}&${percent(tokenSecret)}`)
      .update(base)
      .digest("base64")
    return mac === fields.get("oauth_signature") ? undefined : "bad signature"
  }
}
