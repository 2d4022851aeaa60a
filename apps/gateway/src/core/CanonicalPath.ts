/**
 * One spelling per route. The SDK puts `/api` before some paths and not before others, the documents put it before all;
 * both reach the same handler (contract sections 3 and 5.1).
 */

/** Whose canonical spelling has no `/api`. */
const bare = new Set(["brand-voice", "email", "sms", "social", "send", "events", "sandbox"])
/** Whose canonical spelling has it. */
const prefixed = new Set([
  "person",
  "budget",
  "queues",
  "admin",
  "webhooks",
  "webhook",
  "billing",
  "suppressions",
  "sends"
])

const documented: ReadonlyMap<string, string> = new Map([
  ["/events/ingest", "/events"],
  ["/events/ingest/batch", "/events/batch"]
])

/** The documents say `prompt` where the SDK says `prompts`. */
const singular = /^\/brand-voice\/prompt(?=\/)/

/** The history of a person's sends is the one person route that the SDK spells without the prefix. */
const sends = /^\/person\/[^/]*\/sends$/

/** `path` without its query. */
export const of = (path: string): string => {
  const plain = path.startsWith("/api/") ? path.slice("/api".length) : path
  const end = plain.indexOf("/", 1)
  const root = plain.slice(1, end < 0 ? undefined : end)
  if (root === "person" && sends.test(plain)) return plain
  if (bare.has(root)) return documented.get(plain) ?? plain.replace(singular, "/brand-voice/prompts")
  if (prefixed.has(root)) return plain === path ? `/api${plain}` : path
  return path
}

const decodes = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** A percent sign that escapes nothing stands for itself: whatever a caller takes for an id is looked for. */
const wellFormed = (path: string): string => (decodes(path) ? path : path.replaceAll("%", "%25"))

/** The same for a path with a query. Its result can be decoded. */
export const ofUrl = (url: string): string => {
  const at = url.indexOf("?")
  return at < 0 ? of(wellFormed(url)) : of(wellFormed(url.slice(0, at))) + url.slice(at)
}
