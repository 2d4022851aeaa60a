/**
 * Whether an open or a click was made by a machine: mail scanners follow every link, proxies fetch pictures before
 * anybody looks. Such ones are kept and flagged, and count as nobody's interest.
 *
 * Sources: Apple's Mail Privacy Protection (https://support.apple.com/guide/mail/use-mail-privacy-protection-mlhl03be2866),
 * Gmail's picture proxy (https://support.google.com/mail/answer/145919), Microsoft's addresses of Exchange Online
 * Protection (https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges). All of it is a guess:
 * a human who is taken for a machine costs an impression, a machine taken for a human teaches nonsense.
 */

export interface Hit {
  readonly kind: "open" | "click"
  /** Epoch milliseconds. */
  readonly at: number
  /** When the message reached the mailbox, or left where that is not known. */
  readonly deliveredAt?: number | undefined
  /** As the request had it: `GET` or `HEAD`. */
  readonly method?: string | undefined
  readonly userAgent?: string | undefined
  readonly ip?: string | undefined
  /** `Purpose`, `Sec-Purpose`, `X-Purpose` or `X-Moz`, whichever was there. */
  readonly purpose?: string | undefined
  /** Clicks on other links of the same message, for a click: epoch milliseconds. */
  readonly otherClicksAt?: ReadonlyArray<number> | undefined
}

/** Why it was a machine, or undefined where nothing speaks against a human. */
export type Reason =
  | "method"
  | "prefetch"
  | "scanner"
  | "no_agent"
  | "privacy_proxy"
  | "network"
  | "too_soon"
  | "all_links"

/** Programs that say what they are: crawlers, scanners, libraries. */
const scanners =
  /bot\b|crawl|spider|scan|slurp|preview|monitor|headless|phantomjs|barracuda|mimecast|proofpoint|urldefense|symantec|messagelabs|cloudmark|trendmicro|sophos|forcepoint|fireeye|ironport|safelinks|microsoft office|ms-office|skypeuri|facebookexternalhit|whatsapp\/|telegram|discord|twitterbot|linkedin|curl\/|wget\/|python|java\/|okhttp|go-http|libwww|node-fetch|axios|undici|httpclient|apache-http|winhttp|postman/i

/** Apple's proxy sends no more than this for a picture. */
const applePrivacy = /^mozilla\/5\.0$/i

/** Proxies that fetch when the human looks: no proof in themselves. */
const humanProxies = /googleimageproxy|yahoomailproxy|yahoo! mail proxy/i

/** Networks where no recipient reads mail: Apple's own, and Microsoft's mail scanners. First address and prefix length. */
const networks: ReadonlyArray<readonly [string, number]> = [
  ["17.0.0.0", 8],
  ["40.92.0.0", 15],
  ["40.107.0.0", 16],
  ["52.100.0.0", 14],
  ["104.47.0.0", 17]
]

/** IPv4 as a number, also where it is written inside IPv6; undefined for every other address. */
const numberOf = (ip: string): number | undefined => {
  const parts = ip.replace(/^::ffff:/i, "").split(".")
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0)
}

const isWithin = (ip: string, [base, length]: readonly [string, number]): boolean => {
  const [address, first] = [numberOf(ip), numberOf(base)]
  if (address === undefined || first === undefined) return false
  const size = 2 ** (32 - length)
  return Math.floor(address / size) === Math.floor(first / size)
}

/** Nobody reads this fast: from delivery to an open or a click, and from one link to the next but one. */
const soonestMillis = { open: 1_000, click: 2_000 }
const burstMillis = 2_000
const burstLinks = 2

const isTooSoon = ({ at, deliveredAt, kind }: Hit): boolean =>
  deliveredAt !== undefined && at - deliveredAt < soonestMillis[kind]

const isBurst = ({ at, otherClicksAt = [] }: Hit): boolean =>
  otherClicksAt.filter((other) => Math.abs(other - at) <= burstMillis).length >= burstLinks

/** The first reason found, undefined for a human. */
export const reasonOf = (hit: Hit): Reason | undefined => {
  const agent = hit.userAgent?.trim()
  if (hit.method !== undefined && hit.method.toUpperCase() !== "GET") return "method"
  if (hit.purpose !== undefined && /prefetch|preview|prerender/i.test(hit.purpose)) return "prefetch"
  if (agent === "") return "no_agent"
  if (agent !== undefined && !humanProxies.test(agent)) {
    if (applePrivacy.test(agent)) return "privacy_proxy"
    if (scanners.test(agent)) return "scanner"
  }
  const { ip } = hit
  if (ip !== undefined && networks.some((network) => isWithin(ip, network))) return "network"
  if (isTooSoon(hit)) return "too_soon"
  return hit.kind === "click" && isBurst(hit) ? "all_links" : undefined
}
