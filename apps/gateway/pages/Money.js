/** Money as it is read and typed: cents of the API on one side, text on the other. Pure. */

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map()

/**
 * Making one of these costs more than using it a thousand times.
 * @param {string} currency
 * @param {string | undefined} locale
 * @param {Intl.NumberFormatOptions} options
 */
const formatOf = (currency, locale, options) => {
  const name = JSON.stringify([currency, locale, options])
  const known = formats.get(name)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, { style: "currency", currency: currency.toUpperCase(), ...options })
  formats.set(name, made)
  return made
}

/**
 * `1234` is `$12.34`.
 * @param {number} cents
 * @param {string} currency as the API names it, in any case
 * @param {string} [locale] the reader's own unless given
 */
export const format = (cents, currency, locale) => formatOf(currency, locale, {}).format(cents / 100)

/**
 * With its sign, whichever it is: `+$12.34`.
 * @param {number} cents
 * @param {string} currency
 * @param {string} [locale]
 */
export const signed = (cents, currency, locale) =>
  formatOf(currency, locale, { signDisplay: "exceptZero" }).format(cents / 100)

/**
 * For an axis: as short as the distance to the next tick allows.
 * @param {number} cents
 * @param {number} step cents between two ticks
 * @param {string} currency
 * @param {string} [locale]
 */
export const onAxis = (cents, step, currency, locale) => {
  if (step % 100 !== 0) return format(cents, currency, locale)
  const short = step >= 10_000_00 ? { notation: /** @type {const} */ ("compact"), maximumFractionDigits: 1 } : {}
  return formatOf(currency, locale, { minimumFractionDigits: 0, maximumFractionDigits: 0, ...short }).format(
    cents / 100
  )
}

/**
 * For a field that is edited: `1234` is `12.34`.
 * @param {number} cents
 */
export const inField = (cents) => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))

const typed = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/u

/**
 * Cents of an amount as somebody types it: `50`, `$1,250.5`. Undefined where it is none; `12,50` is none, because a comma
 * that may be taken for nothing makes a hundred times as much.
 * @param {string} text
 * @returns {number | undefined}
 */
export const parse = (text) => {
  const found = typed.exec(text.trim().replace(/^\$\s*/u, ""))
  if (found === null) return undefined
  const [, whole = "", part = ""] = found
  return Number(whole.replaceAll(",", "")) * 100 + Number(part.padEnd(2, "0"))
}
