/** What is known to belong to one person on one platform: its types, its normal forms, and which values prove nothing. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Email from "./Email.ts"
import * as Phone from "./Phone.ts"

/** In the order in which they decide a match: what a person proves ownership of most strictly comes first. */
export const types = [
  "email",
  "phone",
  "external_id",
  "crm",
  "stripe",
  "shopify",
  "whatsapp",
  "instagram",
  "facebook",
  "x",
  "reddit",
  "tiktok",
  "youtube",
  "linkedin",
  "ga4",
  "anonymous_id"
] as const

export const IdentityType = Schema.Literals(types)
export type IdentityType = typeof IdentityType.Type

/** A type and a value in normal form. */
export const Identifier = Schema.Struct({ type: IdentityType, value: Schema.String })
export type Identifier = typeof Identifier.Type

/** Lower is stronger. */
export const priority = (type: IdentityType): number => types.indexOf(type)

const handled: ReadonlySet<IdentityType> = new Set([
  "instagram",
  "facebook",
  "x",
  "reddit",
  "tiktok",
  "youtube",
  "linkedin"
])
const longest = 512

const normalizeHandle = (raw: string): Result.Result<string, string> => {
  const handle = raw.normalize("NFKC").trim().replace(/^@/, "").replace(/^u\//, "").toLowerCase()
  return /^\S{1,256}$/u.test(handle)
    ? Result.succeed(handle)
    : Result.fail("is not a handle: it is empty or has blanks")
}

const normalizeOpaque = (raw: string): Result.Result<string, string> => {
  const text = raw.trim()
  if (text.length === 0) return Result.fail("is empty")
  return text.length > longest ? Result.fail(`is longer than ${longest} characters`) : Result.succeed(text)
}

/** What software writes where it knows nothing. */
const blanks = new Set([
  "null",
  "undefined",
  "none",
  "nil",
  "nan",
  "n/a",
  "na",
  "-1",
  "unknown",
  "anonymous",
  "guest",
  "[object object]"
])
const isBlank = (text: string): boolean => blanks.has(text.toLowerCase()) || /^[-+]?[0.-]+$/.test(text)

/** Nobody sees them, and a text that is pasted brings them along: with them an address would be another person's. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/** The normal form under which a value is unique in a workspace, or a sentence that says what is wrong with it. */
export const normalize = (type: IdentityType, given: string): Result.Result<Identifier, string> => {
  const raw = given.replace(invisible, "")
  const value =
    type === "email"
      ? Email.normalize(raw)
      : type === "phone" || type === "whatsapp"
        ? Phone.normalize(raw)
        : handled.has(type)
          ? normalizeHandle(raw)
          : normalizeOpaque(raw)
  return Result.flatMap(value, (normal) =>
    isBlank(normal) ? Result.fail("says nothing about who this is") : Result.succeed({ type, value: normal })
  )
}

/**
 * Whether many people may give this value: placeholders and shared mailboxes. It can be written to, but it never makes
 * two people one. `identifier` is in normal form.
 */
export const isShared = (identifier: Identifier): boolean => {
  if (identifier.type === "email") return Email.isShared(identifier.value)
  if (identifier.type === "phone" || identifier.type === "whatsapp") return Phone.isShared(identifier.value)
  return false
}
