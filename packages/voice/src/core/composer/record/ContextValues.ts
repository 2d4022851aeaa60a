/** How a value that the caller gave is said: a date as a date, money as money, a list as a list. */

const longest = 240

/** ISO 8601: a day, and a time of day as whoever gave it has it. */
const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
const list = new Intl.ListFormat("en-GB", { type: "conjunction" })

/** "1 December 2026 at 18:00 UTC"; undefined where the text is no date of ISO 8601. Midnight is no time of day. */
export const dateOf = (text: string): string | undefined => {
  const [, date, time, zone] = iso.exec(text) ?? []
  if (date === undefined) return undefined
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at)) return undefined
  if (time === undefined || time === "00:00") return day.format(at)
  return `${day.format(at)} at ${time}${zone === "Z" ? " UTC" : ""}`
}

const isoWithin =
  /(?<![\w/-])\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w/-])/g

/** With each moment of ISO 8601 in it as people write it. */
export const momentsIn = (text: string): string => text.replace(isoWithin, (stamp) => dateOf(stamp) ?? stamp)

/** The same by its day alone: what time of day it was, and where, no note tells. */
export const daysIn = (text: string): string => text.replace(isoWithin, (stamp) => dateOf(stamp.slice(0, 10)) ?? stamp)

/** "€49" or "€49.50"; undefined where the currency is none of ISO 4217. */
export const moneyOf = (amount: number, currency: string): string | undefined => {
  if (!/^[a-z]{3}$/i.test(currency)) return undefined
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol", trailingZeroDisplay: "stripIfInteger" }
  return new Intl.NumberFormat("en-GB", style as Intl.NumberFormatOptions).format(amount)
}

/** What a program calls things by: `cart_abandoned`, `users:42`, `dailyDigest`, a UUID. */
const isMachineWord = (text: string): boolean =>
  /^[a-z]\w*(?:[_:]\w+)+$/i.test(text) ||
  /^[a-z]+(?:[A-Z][a-z\d]*)+$/.test(text) ||
  /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text) ||
  /^(?:true|false|null|undefined|none|n\/a|yes|no|y|n)$/i.test(text)

const textOf = (text: string): string | undefined => {
  const plain = text.replace(/\s+/g, " ").trim()
  if (plain === "" || text.length > longest || isMachineWord(plain) || /^https?:\/\//.test(plain)) return undefined
  return dateOf(plain) ?? momentsIn(plain)
}

const nameOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? "name" in value
      ? value.name
      : "title" in value
        ? value.title
        : undefined
    : value

/** A value as it is said, or undefined where it is not meant to be. */
export const said = (value: unknown): string | undefined => {
  if (typeof value === "string") return textOf(value)
  if (typeof value === "number" && Number.isFinite(value)) return String(value)
  if (!Array.isArray(value) || value.length === 0 || value.length > 6) return undefined
  const items = value.map(nameOf).map((item) => (Array.isArray(item) ? undefined : said(item)))
  return items.every((item) => item !== undefined) ? list.format(items) : undefined
}
