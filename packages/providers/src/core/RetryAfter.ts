/**
 * The `Retry-After` response header as milliseconds. Used by every vendor layer.
 */

/** A vendor that asks for more than a day is asking for a person; the queue looks again after a day anyway. */
const longestMillis = 24 * 60 * 60 * 1000

/**
 * Reads `Retry-After` in either of its forms, delay seconds or an HTTP date (RFC 9110, section 10.2.3), relative to
 * `nowMillis` (epoch milliseconds). A date in the past is 0. Anything above a day is a day. Undefined where the header
 * is absent or is neither form.
 */
export const parse = (value: string | null | undefined, nowMillis: number): number | undefined => {
  const text = value?.trim()
  if (text === undefined || text === "") return undefined
  // Decimals are outside the RFC, but vendors send them.
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), longestMillis)
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - nowMillis), longestMillis)
}
