/**
 * UTM parameters on links (https://support.google.com/analytics/answer/10917952): only on http and https ones, and
 * never in the place of a parameter that is there. The rest of the text stays as it was, byte for byte.
 */

/** The wire's names without their prefix: `source`, `medium`, `campaign`, `term`, `content`, `id`. */
export type UtmParams = Readonly<Record<string, string>>

export interface Options {
  /** Links that begin with one of these stay as they are: unsubscribe, preferences, short links of ours. */
  readonly except?: ReadonlyArray<string>
}

const names = new Set(["source", "medium", "campaign", "term", "content", "id", "source_platform", "creative_format"])

/**
 * What to add, in the order of `names`, whatever order the parameters come in: a database keeps none. Names with the prefix
 * already on are taken too, unknown and empty ones are not.
 */
const pairsOf = (params: UtmParams): ReadonlyArray<readonly [string, string]> => {
  const given = new Map(
    Object.entries(params).map(([name, value]) => [name.trim().toLowerCase().replace(/^utm_/, ""), value.trim()])
  )
  return [...names].flatMap((name) => {
    const value = given.get(name) ?? ""
    return value === "" ? [] : [[`utm_${name}`, value] as const]
  })
}

const nameOf = (pair: string): string => {
  const raw = (pair.split("=", 1)[0] ?? "").toLowerCase()
  // A malformed escape is some name we never add.
  return /%(?![0-9a-f]{2})/i.test(raw) ? raw : raw.replace(/%5f/g, "_")
}

const isWeb = (url: string): boolean => /^https?:\/\/[^/?#\s]/i.test(url) && URL.canParse(url)

/** One link with what it lacks of the parameters, before its fragment. Other links than http(s) come back as they are. */
export const applyToUrl = (url: string, params: UtmParams, { except = [] }: Options = {}): string => {
  if (!isWeb(url) || except.some((start) => start !== "" && url.startsWith(start))) return url
  const hash = url.indexOf("#")
  const [whole, fragment] = hash < 0 ? [url, ""] : [url.slice(0, hash), url.slice(hash)]
  const mark = whole.indexOf("?")
  const query = mark < 0 ? "" : whole.slice(mark + 1)
  const there = new Set(query.split("&").map(nameOf))
  const added = pairsOf(params)
    .filter(([name]) => !there.has(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  if (added.length === 0) return url
  const glue = mark < 0 ? "?" : query === "" || query.endsWith("&") ? "" : "&"
  return `${whole}${glue}${added.join("&")}${fragment}`
}

/** Not part of a link that stands in a sentence; a closing bracket only where the link opened none. */
const trimmed = (found: string): string => {
  let link = found
  for (;;) {
    const last = link.at(-1) ?? ""
    const opened = last === ")" ? "(" : last === "]" ? "[" : ""
    const closes = opened !== "" && link.split(opened).length >= link.split(last).length
    if (closes || !/[.,;:!?'")\]}>*_]/.test(last)) return link
    link = link.slice(0, -1)
  }
}

const inText = /https?:\/\/[^\s<>"]+/gi

/** Every link of a plain text, in order, as `URL`s are found in sentences. */
export const linksOf = (text: string): ReadonlyArray<string> => (text.match(inText) ?? []).map(trimmed)

/** A plain text with the parameters on each of its links. */
export const applyToText = (text: string, params: UtmParams, options?: Options): string =>
  text.replace(inText, (found) => {
    const link = trimmed(found)
    return applyToUrl(link, params, options) + found.slice(link.length)
  })

const anchor = /(<a(?:rea)?\b(?:[^>"']|"[^"]*"|'[^']*')*?\shref\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi

const decode = (attribute: string): string =>
  attribute
    .replace(/&(?:amp|#38|#x26);/gi, "&")
    .replace(/&(?:quot|#34);/gi, '"')
    .replace(/&(?:#39|apos);/gi, "'")

const encode = (url: string): string =>
  url.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("<", "&lt;")

/** HTML with the parameters on the link of each `<a href>`; what is shown, and images, stay. */
export const applyToHtml = (html: string, params: UtmParams, options?: Options): string =>
  html.replace(anchor, (whole, before: string, value: string) => {
    const quote = value.startsWith('"') || value.startsWith("'") ? value.charAt(0) : ""
    const url = decode(quote === "" ? value : value.slice(1, -1)).trim()
    const next = applyToUrl(url, params, options)
    return next === url ? whole : `${before}"${encode(next)}"`
  })
