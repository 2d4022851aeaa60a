/** Private data in a text: what it is and where it stands. The brand's own details are nobody's private data. */
import * as Phone from "@loopdrive/domain/Phone"
import type { BrandVoice } from "@loopdrive/domain/Voice"
import * as Result from "effect/Result"
import type { Finding } from "../Check.ts"
import { confidencesIn } from "./Confidences.ts"
import type { Confidence } from "./Confidences.ts"
import { narrow, spanOf } from "../text/Folding.ts"
import { isOwnHost } from "../text/Links.ts"
import { secretsIn } from "./Secrets.ts"
import type { Secret } from "./Secrets.ts"
import { memo } from "@loopdrive/domain/Memo"

export type Kind = "email" | "phone" | "card" | "ssn" | "iban" | "ip"

interface Hit {
  readonly kind: Kind
  readonly from: number
  readonly to: number
  readonly value: string
}

const digitsOf = (text: string): string => text.replace(/\D/g, "")

/** The check digit of ISO/IEC 7812-1 annex B. */
export const luhn = (digits: string): boolean => {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** The check digits of ISO 13616-1 (ISO/IEC 7064 MOD 97-10). */
export const mod97 = (iban: string): boolean => {
  const turned = iban.slice(4) + iban.slice(0, 4)
  let rest = 0
  for (const character of turned) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Ranges that card networks have issued from: 2 (Mastercard), 3, 4, 5, 6. */
const cardPrefix = /^(?:3[0-9]|4|5[0-9]|6|2[2-7])/

const hits = (kind: Kind, text: string, pattern: RegExp, accept: (value: string, at: number) => string | undefined) =>
  Array.from(text.matchAll(pattern)).flatMap((match): ReadonlyArray<Hit> => {
    const value = accept(match[0], match.index)
    return value === undefined ? [] : [{ kind, from: match.index, to: match.index + match[0].trimEnd().length, value }]
  })

/** As much of what stands before a place as says what follows. */
const before = (text: string, index: number): string => text.slice(Math.max(0, index - 60), index)

const at = String.raw`(?:\s?@\s?|\s*[([{<]\s*(?:at|@)\s*[)\]}>]\s*)`
const dot = String.raw`(?:\.|\s*[([{<]\s*(?:dot|\.)\s*[)\]}>]\s*|\s+dot\s+)`
const local = String.raw`(?<![\p{L}\p{N}_%+-])[\p{L}\p{N}](?:[\p{L}\p{N}_%+-]|\.(?=[\p{L}\p{N}])){0,63}(?:\s+dot\s+[\p{L}\p{N}]{1,63}){0,4}`
const label = String.raw`[\p{L}\p{N}-]{0,62}[\p{L}\p{N}]`
const domain = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:${dot}${label}){0,6}${dot}\p{L}{2,63}`
const email = new RegExp(
  `${local}(?:${at}${domain}|\\s+at\\s+[\\p{L}\\p{N}-]{1,63}(?:\\s+dot\\s+[\\p{L}\\p{N}-]{1,63}){1,6})`,
  "gu"
)

const emails = (text: string): ReadonlyArray<Hit> =>
  hits("email", text, email, (value) =>
    value
      .replace(/\s+dot\s+|\s*[([{<]\s*(?:dot|\.)\s*[)\]}>]\s*/g, ".")
      .replace(/\s+at\s+|\s*[([{<]\s*(?:at|@)\s*[)\]}>]\s*|\s?@\s?/g, "@")
  )

const cards = (text: string): ReadonlyArray<Hit> =>
  hits("card", text, /(?<![\p{L}\p{N}])\d(?:[ ._/-]{0,2}\d){12,18}(?![\p{L}\p{N}])/gu, (value) => {
    const digits = digitsOf(value)
    return cardPrefix.test(digits) && luhn(digits) ? digits : undefined
  })

/** Social security numbers as the SSA issues them: no 000, 666 or 9xx area, no zero group, no zero serial. */
const issued = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/

const ssns = (text: string): ReadonlyArray<Hit> =>
  hits("ssn", text, /(?<![\p{L}\p{N}-])\d{3}([ .-]?)\d{2}\1\d{4}(?![\p{L}\p{N}]|-\d)/gu, (value, index) => {
    const digits = digitsOf(value)
    const named = /\b(?:ssn|social(?: security)?)\b[^.!?]{0,30}$/.test(before(text, index))
    return issued.test(digits) && (named || /[ .-]/.test(value)) ? digits : undefined
  })

const ibans = (text: string): ReadonlyArray<Hit> =>
  Array.from(text.matchAll(/(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ .-]?[a-z\d]){11,30}/gu)).flatMap(
    (match): ReadonlyArray<Hit> => {
      // What follows an IBAN may look like more of it.
      for (let length = match[0].length; length >= 15; length--) {
        const written = match[0].slice(0, length)
        const value = written.replace(/[ .-]/g, "")
        if (/[ .-]$/.test(written)) continue
        if (value.length >= 15 && mod97(value))
          return [{ kind: "iban", from: match.index, to: match.index + length, value }]
      }
      return []
    }
  )

const isIpv6 = (value: string): boolean => {
  const halves = value.split("::")
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")))
  if (halves.length > 2 || groups.some((group) => !/^[\da-f]{1,4}$/.test(group))) return false
  return halves.length === 2 ? groups.length >= 2 && groups.length < 8 : groups.length === 8
}

const partsOf = (quad: string): ReadonlyArray<number> => quad.split(".").map(Number)

/**
 * Of every computer, or of some network's inside, so that they lead to nobody: the computer itself, unspecified and private
 * addresses, those of one link, of groups and masks (RFC 1122, 1918, 3927, 5771; RFC 4193, 4291).
 */
const isEverybodys = (address: string): boolean => {
  if (address.includes(":"))
    return address === "::1" || address === "::" || /^f[cd][\da-f]{2}:|^fe[89ab][\da-f]:/.test(address)
  const [first = 0, second = 0] = partsOf(address)
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first >= 224 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254)
  )
}

/** Kept for examples (RFC 5737, RFC 3849). Who does not say that it is one may mean somebody's all the same. */
const isSample = (address: string): boolean => /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.|^2001:0?db8:/.test(address)
const exemplary =
  /\b(?:examples?|e\.g\.|eg|for instance|such as|sample|placeholders?|dummy|documentation|docs|replace|instead of|z\. ?b\.|beispiel\w*|platzhalter|exemple|ejemplo|esempio|exemplo|voorbeeld)(?:[^.!?\n]|\.(?=\d)){0,60}$/

/** Where somebody was seen it is theirs, for whoever knows the network. */
const seen =
  /\b(?:logged (?:in|on)|log-?(?:ins?|ons?) (?:\w{1,20} )?(?:seen|from|by|at)|sign(?:ed)?[- ]?ins? (?:\w{1,20} )?(?:seen|from|by|at)|signed in|seen|visited|browses?|browsing|came from|comes from|connections? from|traced|his|her|their|customer|client|member|neighbou?r)\b[^.!?\n]{0,40}$/

const isNobodys = (address: string, lead: string): boolean =>
  (isEverybodys(address) && !seen.test(lead)) || (isSample(address) && exemplary.test(lead))

/** What a program's version is called, before it; perhaps one that came before it, too. */
const versioned =
  /\b(?:v|ver|versions?|versie|versione|versiones|versao|versoes|versions?nummer|fassung|release(?: notes)?|changelog|build|update|upgrade|patch|hotfix|firmware|driver|treiber|sdk|plugin|kernel|bios|app|tool)[.:#]? ?(?:(?:number|nr|no|n|to|auf|naar|a|from|von|van|de|da|of|op|vers|is|ist)\.? ?){0,2}(?:v?\d+(?:\.\d+){1,3} ?(?:to|and|or|auf|und|naar|en|vers|et|a|y|e|o|->|→|,|-) ?)?v?$/

const dotted = (text: string): ReadonlyArray<Hit> => {
  const quads = hits("ip", text, /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/gu, (value) => value)
  const major = (value: string): string => value.slice(0, value.indexOf("."))
  const versions = new Set(
    quads.filter(({ from }) => versioned.test(before(text, from))).map(({ value }) => major(value))
  )
  // Of two versions only the first may be called one.
  return quads.filter(
    ({ value }) => !versions.has(major(value)) && value.split(".").every((part) => Number(part) <= 255)
  )
}

const ips = (text: string): ReadonlyArray<Hit> =>
  [
    ...dotted(text),
    ...hits("ip", text, /(?<![\p{L}\p{N}:])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\p{L}\p{N}])/gu, (value) =>
      isIpv6(value) ? value : undefined
    )
  ].filter(({ from, value }) => !isNobodys(value, before(text, from)))

const asksToCall =
  /\b(?:call|phone|telephone|tel|mobile|cell|text|dial|ring|whatsapp|sms|ping|fax|line|hotline|reach \w+ (?:at|on)|number(?: is|:))[^.!?\d]{0,25}$/
/** A number that is called something else. */
const otherwise =
  /\b(?:order|invoice|ref|reference|isbn|part|sku|tracking|ticket|case|no|nr|model|serial|vat|account|booking|id|item|code|#)\.?(?: (?:no|nr|number|id|code))?\.?:? ?#?$/
/** So that not even "00" makes it a telephone. */
const goods =
  /\b(?:part|spare part|item|batch|lot|serial|sku|ean|upc|gtin|tracking|article|(?:ersatz)?teile?|artikel|charge|serien|sendungs|paket|reference|referencia|piece|pieza|lote|articulo|colis)(?:[ -]?(?:no|nr|num|number|numbers|nummer|numero|code|id|n[°o]))?\.?:? ?#?$/
/** Numbers of parts in a row, of which only the first is called one. */
const parts = /\b(?:part|article|item|spare part|model|serial|order|reference) (?:numbers|nos)\b[^.!?]{0,50}$/
const american = /^\(?(?:\+?1[ ._-]?)?\(?[2-9]\d{2}\)?[ ._-]{1,2}[2-9]\d{2}[ ._-]\d{4}$/
const national = /^\(?0\d{1,5}\)?(?:[ ._/-]\d{2,8}){1,4}$/

const isPhone = (value: string, lead: string): boolean => {
  const digits = digitsOf(value)
  if (digits.length < 7 || digits.length > 15) return false
  if (/^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(value)) return false
  if (value.startsWith("+")) return digits.length >= 8
  if (goods.test(lead) || parts.test(lead)) return false
  if (value.startsWith("00")) return digits.length >= 10
  if (otherwise.test(lead)) return false
  if (american.test(value) || (national.test(value) && digits.length >= 9)) return true
  // One digit at a time: nobody writes anything but a telephone number like that.
  if (digits.length >= 9 && /^\d(?:[ ._-]{1,3}\d)+$/.test(value)) return true
  return asksToCall.test(lead)
}

const spelledDigit = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
const spelledNumber = new RegExp(`\\b${spelledDigit}(?:[\\s,.-]+(?:double |triple )?${spelledDigit}){6,14}\\b`, "g")

const phones = (text: string): ReadonlyArray<Hit> => [
  ...hits("phone", text, spelledNumber, (value) => value),
  ...writtenPhones(text)
]

/** As one of the carriers prints the numbers of its parcels. */
const expressNumber = /(?<![\p{L}\p{N}])1z(?: ?[a-z\d]){16}(?![\p{L}\p{N}])/gu
/** Of twenty digits and more in groups of one size, as the others print them. */
const parcelNumber = /(?<![\p{L}\p{N}])\d{4,6}(?: \d{4,6}){2,8} \d{1,6}(?![\p{L}\p{N}]|[.,]\d)/gu

const parcelNumbers = (text: string): ReadonlyArray<readonly [number, number]> => [
  ...Array.from(text.matchAll(expressNumber), ({ 0: value, index }) => [index, index + value.length] as const),
  ...Array.from(text.matchAll(parcelNumber)).flatMap(({ 0: value, index: from }) => {
    const groups = value.split(" ")
    const [first = ""] = groups
    const even = groups.every((group, index) =>
      index === groups.length - 1 ? group.length <= first.length : group.length === first.length
    )
    return even && digitsOf(value).length >= 20 ? [[from, from + value.length] as const] : []
  })
]

const writtenPhones = (text: string): ReadonlyArray<Hit> => {
  const parcels = parcelNumbers(text)
  return hits(
    "phone",
    text,
    /(?<![\p{L}\p{N}.,$€£#/-])(?:\+ ?)?\(?\d(?:[ ()./_-]{0,3}\d){6,14}(?![\p{L}\p{N}]|[.,]\d)/gu,
    (value, index) =>
      isPhone(value.trimEnd(), before(text, index))
        ? Result.getOrElse(Phone.normalize(value.replace(/[._]/g, "-").replace(/^00/, "+")), () => digitsOf(value))
        : undefined
  ).filter(({ from, to }) => !parcels.some(([start, end]) => from >= start && to <= end))
}

const isOwn = (hit: Hit, { emails: own, links, phones: numbers }: BrandVoice["contact"]): boolean => {
  if (hit.kind === "email") {
    const host = hit.value.slice(hit.value.indexOf("@") + 1)
    return (
      own.some((address) => address.toLowerCase() === hit.value) ||
      // A mailbox at a large provider does not make the provider's other mailboxes the brand's.
      isOwnHost(host, links)
    )
  }
  if (hit.kind !== "phone") return false
  const wanted = digitsOf(hit.value)
  return numbers.some((number) => {
    const known = digitsOf(Result.getOrElse(Phone.normalize(number), () => number))
    return known === wanted || (known.endsWith(wanted) && wanted.length >= 9)
  })
}

const longestFirst = ["card", "iban", "email", "ssn", "ip", "phone"] as const
const finders = { card: cards, iban: ibans, email: emails, ssn: ssns, ip: ips, phone: phones }

/** All that looks private, whosever it is. */
const suspected = memo(500, (text) => {
  const folded = narrow(text)
  const taken: Array<Hit> = []
  const covered = new Uint8Array(folded.text.length)
  for (const kind of longestFirst) {
    for (const hit of finders[kind](folded.text)) {
      if (covered.subarray(hit.from, hit.to).includes(1)) continue
      covered.fill(1, hit.from, hit.to)
      taken.push(hit)
    }
  }
  return { folded, taken, told: [...confidencesIn(text), ...secretsIn(text)] }
})

/** What is private, each place once, in the original's offsets. */
export const privateIn = (
  text: string,
  contact: BrandVoice["contact"]
): ReadonlyArray<Finding & { readonly label: Kind | Confidence | Secret }> => {
  const { folded, taken, ...all } = suspected(text)
  const postal = contact.postalAddress?.toLowerCase()
  const told = all.told.filter(
    ({ end, start }) => postal === undefined || !postal.includes(text.slice(start, end).toLowerCase())
  )
  const details = taken
    .filter((hit) => !isOwn(hit, contact))
    .filter((hit) => postal === undefined || !postal.includes(folded.text.slice(hit.from, hit.to)))
    .map(({ from, kind, to }) => ({
      ...spanOf(folded, from, to),
      label: kind,
      replacement: `[${kind} removed]`
    }))
  const covered = new Uint8Array(text.length)
  for (const { end, start } of details) covered.fill(1, start, end)
  return [...details, ...told.filter(({ end, start }) => !covered.subarray(start, end).includes(1))].toSorted(
    (a, b) => a.start - b.start
  )
}
