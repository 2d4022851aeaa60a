/**
 * Whether a query means a person: the rules of the SQL function `person_search`, for the store that has no SQL. Parts of
 * a name, beginnings of an identifier, and either with a typing error or two.
 */
import type { IdentityType } from "@loopdrive/domain/Identifier"
import { wordSimilarity } from "./Trigram.ts"

/** Less alike than this is another word. */
const alike = 0.4
/** Fewer digits than this are part of too many numbers. */
const digitsFewest = 4

/** A value in normal form. */
interface Known {
  readonly type: IdentityType
  readonly value: string
}

const partsOf = (text: string): readonly [name: string, host: string] => {
  const [name = "", host = ""] = text.split("@", 2)
  return [name, host]
}

/** 0: not meant; more is better. */
const nameScore = (query: string, name: string): number => {
  const similarity = wordSimilarity(query, name)
  const position = name.indexOf(query)
  return Math.max(similarity >= alike ? similarity : 0, position === 0 ? 2 : position > 0 ? 1.5 : 0)
}

/** A host, written as one or behind an "@". */
const host = /^@?([^@\s]+\.[^@\s]+)$/

/** Digits as they stand in a number of E.164: without the zero in the country's place, before it or in brackets. */
const digitsOf = (query: string): string => query.replace("(0)", "").replace(/\D/g, "").replace(/^0+/, "")

/** What is looked for: in lower case, without blanks around it or the "@" that people write before a handle. */
export const asked = (query: string): string => {
  const plain = query.trim().toLowerCase()
  return host.test(plain) ? plain : plain.replace(/^@(?=[^@\s]+$)/, "")
}

/**
 * The same word with two neighbours in their right order, for whoever typed them in the wrong one: that leaves too few
 * trigrams of a short word. Only for what finds nobody as it is.
 */
export const swapped = (query: string): ReadonlyArray<string> =>
  /^\p{L}{3,12}$/u.test(query)
    ? Array.from({ length: query.length - 1 }, (_, n) =>
        [query.slice(0, n), query[n + 1], query[n], query.slice(n + 2)].join("")
      ).filter((word) => word !== query)
    : []

/** Less than this is no word of a name and no beginning of an identifier, but something like it. */
export const certain = 1.5

const identityScore = (query: string, { type, value }: Known): number => {
  const begins = value === query ? 3 : value.startsWith(query) ? 2 : 0
  const [name, beyond] = partsOf(query)
  const [own, at] = partsOf(value)
  if (type === "phone" || type === "whatsapp") {
    const digits = digitsOf(query)
    const inside = digits.length >= digitsFewest && value.includes(digits) ? 2 : 0
    return Math.max(begins, inside, begins + inside > 0 ? wordSimilarity(name, own) : 0)
  }
  // Of an email address only the name is compared loosely; half a workspace may share the domain.
  const similarity = wordSimilarity(name, own)
  const meant = similarity >= alike && (!query.includes("@") || at.startsWith(beyond))
  const atHost = type === "email" && at.startsWith(host.exec(query)?.[1] ?? "@") ? 1 : 0
  return Math.max(begins, atHost, begins + atHost > 0 || meant ? similarity : 0)
}

/** The best score of a person's name and identifiers for what is `asked`; 0: not meant. */
export const score = (
  query: string,
  person: { readonly firstName: string | null; readonly lastName: string | null },
  identities: ReadonlyArray<Known>
): number => {
  const name = `${person.firstName ?? ""} ${person.lastName ?? ""}`.toLowerCase()
  return Math.max(nameScore(query, name), ...identities.map((identity) => identityScore(query, identity)))
}
