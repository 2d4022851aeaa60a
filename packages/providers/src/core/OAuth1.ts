/**
 * OAuth 1.0a request signatures with HMAC-SHA1 (RFC 5849, section 3.4), as X asks for in the name of a user
 * (https://docs.x.com/resources/fundamentals/authentication/oauth-1-0a/creating-a-signature). Bodies of JSON are no part
 * of it.
 */
import { createHmac } from "node:crypto"

export interface Keys {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly token: string
  readonly tokenSecret: string
}

/** Fresh for each request: `nonce` never the same twice, `timestamp` in seconds. */
export interface Moment {
  readonly nonce: string
  readonly timestamp: number
}

/** RFC 3986, stricter than `encodeURIComponent` (RFC 5849, section 3.6). */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

type Pair = readonly [string, string]

const sorted = (pairs: ReadonlyArray<Pair>): ReadonlyArray<Pair> =>
  pairs
    .map(([name, value]): Pair => [encode(name), encode(value)])
    .toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))

/** Section 3.4.1: method, address without its query, and every parameter, sorted. */
const baseString = (method: string, url: URL, pairs: ReadonlyArray<Pair>): string => {
  const all = sorted([...url.searchParams, ...pairs])
  const joined = all.map(([name, value]) => `${name}=${value}`).join("&")
  return [method.toUpperCase(), `${url.origin}${url.pathname}`, joined].map(encode).join("&")
}

/** The signature over a request with these `oauth_…` and form parameters. */
export const signature = (method: string, url: string, keys: Keys, pairs: ReadonlyArray<Pair>): string =>
  createHmac("sha1", `${encode(keys.consumerSecret)}&${encode(keys.tokenSecret)}`)
    .update(baseString(method, new URL(url), pairs))
    .digest("base64")

/** The value of `Authorization`. `form` is the body's fields where it is form-encoded. */
export const authorization = (
  method: string,
  url: string,
  keys: Keys,
  moment: Moment,
  form: Readonly<Record<string, string>> = {}
): string => {
  const oauth: ReadonlyArray<Pair> = [
    ["oauth_consumer_key", keys.consumerKey],
    ["oauth_nonce", moment.nonce],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", String(moment.timestamp)],
    ["oauth_token", keys.token],
    ["oauth_version", "1.0"]
  ]
  const signed = signature(method, url, keys, [...oauth, ...Object.entries(form)])
  const all: ReadonlyArray<Pair> = [...oauth, ["oauth_signature", signed]]
  return `OAuth ${all.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(", ")}`
}
