/** Links of a text: where they are, where they lead, and which of them must not be followed. */
import type { Finding } from "../Check.ts"
import { narrow, spanOf } from "./Folding.ts"

export interface Link {
  readonly start: number
  readonly end: number
  /** As it stands in the text. */
  readonly text: string
  readonly host: string
  /** Path and query, without a trailing slash. */
  readonly path: string
}

/** Top-level domains after which a bare `name.tld` is read as a link even without a path. */
const bare =
  /^(?:com|net|org|io|co|app|dev|ai|shop|store|info|biz|me|eu|uk|de|fr|es|it|nl|us|ca|ly|example|test|link|xyz|online|site|page)$/

const pattern =
  /(?:https?:\/\/|www\.)[^\s<>"'`]+|(?<![\p{L}\p{N}@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?![\p{L}\p{N}@]|\.\p{L})(?:\/[^\s<>"'`]*)?/giu

const trailing = /(?<![.,;:!?…)\]}'"*_])[.,;:!?…)\]}'"*_]+$/u

/** The host of an address or of a bare host, in lower case; undefined when it is neither. */
export const hostOf = (address: string): string | undefined => {
  const text = address.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  return url === null || url.hostname === "" ? undefined : url.hostname.replace(/^www\./, "")
}

/** Whether `host` is one of the brand's, or below one. */
export const isOwnHost = (host: string, own: ReadonlyArray<string>): boolean => {
  const wanted = host.toLowerCase().replace(/^www\./, "")
  return own.some((address) => {
    const known = hostOf(address)
    return known !== undefined && (wanted === known || wanted.endsWith(`.${known}`))
  })
}

export const linksIn = (text: string): ReadonlyArray<Link> =>
  Array.from(text.matchAll(pattern)).flatMap((match): ReadonlyArray<Link> => {
    const written = match[0].replace(trailing, "")
    const explicit = /^(?:https?:\/\/|www\.)/i.test(written)
    const url = URL.parse(/^https?:\/\//i.test(written) ? written : `https://${written}`)
    if (url === null) return []
    if (!explicit && !written.includes("/") && !bare.test(url.hostname.replace(/^.*\./, ""))) return []
    return [
      {
        start: match.index,
        end: match.index + written.length,
        text: written,
        host: url.hostname.replace(/^www\./, ""),
        path: `${url.pathname}${url.search}`.replace(/(?<!\/)\/+$/, "")
      }
    ]
  })

const entity = /&(?:#\d{1,6}|#x[\da-f]{1,5}|colon|tab|newline);?/gi
const named: Readonly<Record<string, string>> = { colon: ":", tab: "", newline: "" }

/** Schemes that run or read something, however they are spelled; none of them belongs into a message. */
const running =
  /(?:j\s{0,4}a\s{0,4}v\s{0,4}a|v\s{0,4}b|live)\s{0,4}s\s{0,4}c\s{0,4}r\s{0,4}i\s{0,4}p\s{0,4}t\s{0,4}:|(?<![\p{L}])(?:data\s{0,4}:\s{0,4}(?:text|application|image)\s{0,4}\/|(?:file|blob|filesystem|view-source|chrome|about|intent)\s{0,4}:\s{0,4}\/?\/|about:blank)/giu
const markup =
  /<\s{0,8}\/?\s{0,8}(?:script|iframe|object|embed|form|input|svg|img|style|meta|link|base)\b[^>]*>?|\bon(?:error|load|click|mouseover|focus)\s{0,8}=/giu
const program = /\.(?:exe|scr|bat|cmd|msi|apk|vbs|ps1|jar|com\.exe|dmg|iso)(?:$|[?#])/i
const octets = /^(?:\d{1,3}\.){3}\d{1,3}$|^\[/

/** Services that give any address a short one: nobody sees where it leads. */
const shorteners = new Set(
  "bit.ly tinyurl.com goo.gl t.co ow.ly is.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy tiny.cc t.ly bl.ink lnkd.in s.id v.gd soo.gd adf.ly short.io shorte.st bitly.com tiny.one qr.ae trib.al snip.ly clck.ru".split(
    " "
  )
)

const wrongWith = ({ host, text }: Link, own: ReadonlyArray<string>): string | undefined => {
  if (/^https?:\/\/[^/?#]*@/i.test(text)) return "hides its host behind a name"
  if (shorteners.has(host) && !isOwnHost(host, own)) return "hides where it leads"
  if (octets.test(host)) return "leads to a bare address"
  if (program.test(text)) return "leads to a program"
  if (/(?:^|\.)xn--/.test(host) && !isOwnHost(host, own)) return "has a host that can look like another"
  return undefined
}

/** What a character reference of HTML stands for. */
const characterOf = (reference: string): string => {
  const name = reference.replace(/[&;]/g, "").toLowerCase()
  if (!name.startsWith("#")) return String(named[name])
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return String.fromCodePoint(code % 0x11_0000)
}

export interface LinkFinding extends Finding {
  readonly problem: string
}

/** The links that must not leave, and why. */
export const unsafeIn = (text: string, own: ReadonlyArray<string>): ReadonlyArray<LinkFinding> => {
  // The same length, so that offsets stay true; what fills up is seen as nothing.
  const decoded = text.replace(entity, (whole) => characterOf(whole).padEnd(whole.length, "\u200b"))
  const folded = narrow(decoded)
  const found = (expression: RegExp, problem: string): ReadonlyArray<LinkFinding> =>
    Array.from(folded.text.matchAll(expression), (match) => ({
      ...spanOf(folded, match.index, match.index + match[0].length),
      label: "link",
      replacement: "",
      problem
    }))
  const links = linksIn(text).flatMap((link): ReadonlyArray<LinkFinding> => {
    const problem = wrongWith(link, own)
    return problem === undefined
      ? []
      : [{ start: link.start, end: link.end, label: "link", replacement: "", problem: `${problem}: ${link.text}` }]
  })
  return [
    ...found(running, "runs something instead of leading somewhere"),
    ...found(markup, "carries markup that a message must not have"),
    ...links
  ]
}
