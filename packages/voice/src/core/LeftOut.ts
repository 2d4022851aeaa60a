/**
 * What a caller asked for and the message does not have: a draft with a competitor's name in it, a value that the brand
 * forbids, a link that nobody named. It is said with the message, so that nobody takes silence for consent.
 */
import type { LeftOut } from "@loopdrive/domain/VoiceModels"
import type { CheckKind, Verdict } from "./Check.ts"
import type { Composition } from "./Composition.ts"
import type { Variant } from "./Draft.ts"
import { inOwnWords } from "./Vocabulary.ts"

/** Whether a guardrail minds a text, length apart. */
export type Judge = (text: string) => Verdict

/** What speaks against saying a value at all; how many links or capitals a message has is no matter of one value. */
const against: ReadonlySet<CheckKind> = new Set([
  "toxicity",
  "profanity",
  "pii",
  "competitor_mention",
  "forbidden_word"
])

const valuesMost = 50
const emoji = /\p{Extended_Pictographic}/u

const wordsOf = (text: string): ReadonlyArray<string> => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []

/** Half of its words, whatever became of its greeting and of what the vocabulary replaces. */
const isSaid = (text: string, message: string): boolean => {
  const words = wordsOf(text)
  const heard = new Set(wordsOf(message))
  return words.filter((word) => heard.has(word)).length * 2 >= words.length
}

const found = ({ details }: Verdict): ReadonlyArray<string> =>
  details.checks.flatMap(({ details: what, kind, severity, status }) =>
    status === "flagged" && severity === "block" && against.has(kind) ? [`${kind}: ${what.join(", ")}`] : []
  )

interface Value {
  readonly field: string
  readonly text: string
}

const valuesIn = (value: unknown, field: string): ReadonlyArray<Value> => {
  if (typeof value === "string") return [{ field, text: value }]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => valuesIn(member, `${field}.${name}`))
}

/** A message that passed cannot say what does not. */
const ofContext = ({ context, voice }: Composition, judge: Judge): ReadonlyArray<LeftOut> =>
  valuesIn(context, "context")
    .slice(0, valuesMost)
    .flatMap(({ field, text }) => {
      const reasons = found(judge(inOwnWords(text, voice)))
      return reasons.length === 0 ? [] : [{ field, reason: reasons.join("; ") }]
    })

const whyNotDraft = (draft: string, { constraints: { maxChars } }: Composition, judge: Judge): string => {
  const reasons = found(judge(draft))
  if (reasons.length > 0) return reasons.join("; ")
  const [gap] = /\{\{[^{}]*\}\}/.exec(draft) ?? []
  if (gap !== undefined) return `nothing is known for ${gap}`
  return draft.length > maxChars
    ? `does not fit into ${maxChars} characters`
    : "the guardrails let no message pass that says it"
}

const ofConstraints = ({ constraints }: Composition, { text }: Variant): ReadonlyArray<LeftOut> => {
  const { includeEmoji, includeLink, linkUrl, minLength } = constraints
  const out: Array<LeftOut> = []
  const miss = (name: string, reason: string) => out.push({ field: `constraints.${name}`, reason })
  if (includeLink && linkUrl === undefined && !/https?:\/\//i.test(text))
    miss("includeLink", "no link is known: give one in `constraints.linkUrl`")
  if (includeLink && linkUrl !== undefined && !text.includes(linkUrl)) miss("linkUrl", "found no room")
  if (includeEmoji === true && !emoji.test(text)) miss("includeEmoji", "found no room")
  if (text.length < minLength) miss("minLength", "there is not so much to say")
  return out
}

/** Of a message in our own words. What a model makes of a draft and of the context is its own. */
export const ofLocal = (composition: Composition, primary: Variant, judge: Judge): ReadonlyArray<LeftOut> => {
  const message = `${primary.subject ?? ""}\n${primary.text}`
  const { draft } = composition
  return [
    ...(draft === undefined || isSaid(draft, message)
      ? []
      : [{ field: "draft", reason: whyNotDraft(draft, composition, judge) }]),
    ...ofContext(composition, judge),
    ...ofConstraints(composition, primary)
  ]
}

/** Of any message. */
export const ofModel = ofConstraints
