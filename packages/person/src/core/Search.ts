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

/** `query` in lower case, without blanks around it. 0: not meant; more is better. */
const nameScore = (query: string, name: string): number => {
  const similarity = wordSimilarity(query, name)
  const position = name.indexOf(query)
  return Math.max(similarity >= alike ? similarity : 0, position === 0 ? 2 : position > 0 ? 1.5 : 0)
}

const identityScore = (query: string, { type, value }: Known): number => {
  const begins = value === query ? 3 : value.startsWith(query) ? 2 : 0
  const [name, host] = partsOf(query)
  const [own, at] = partsOf(value)
  if (type === "phone" || type === "whatsapp") {
    const digits = query.replace(/\D/g, "")
    const inside = digits.length >= digitsFewest && value.includes(digits) ? 2 : 0
    return Math.max(begins, inside, begins + inside > 0 ? wordSimilarity(name, own) : 0)
  }
  // Of an email address only the name is compared loosely; half a workspace may share the domain.
  const similarity = wordSimilarity(name, own)
  const meant = similarity >= alike && (!query.includes("@") || at.startsWith(host))
  return Math.max(begins, begins > 0 || meant ? similarity : 0)
}

/** The best score of a person's name and identifiers; 0: not meant. */
export const score = (
  query: string,
  person: { readonly firstName: string | null; readonly lastName: string | null },
  identities: ReadonlyArray<Known>
): number => {
  const name = `${person.firstName ?? ""} ${person.lastName ?? ""}`.toLowerCase()
  return Math.max(nameScore(query, name), ...identities.map((identity) => identityScore(query, identity)))
}
