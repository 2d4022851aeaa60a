/**
 * What a caller asked for and the message does not have: a draft with a competitor's name in it, a value that the brand
 * forbids, a link that nobody named. It is said with the message, so that nobody takes silence for consent.
 */
import type { LeftOut } from "@loopdrive/domain/VoiceModels"
import type { CheckKind, Verdict } from "./Check.ts"
import type { Composition } from "./Composition.ts"
import { contextLinesOf } from "./composer/record/ContextLines.ts"
import { isSteering } from "./composer/record/Told.ts"
import { said } from "./composer/record/ContextValues.ts"
import type { Variant } from "./Draft.ts"
import { against as refusedBy } from "./composer/unsaid/Refusals.ts"
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
  if (typeof value === "number") return [{ field, text: String(value) }]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => valuesIn(member, `${field}.${name}`))
}

const tokensOf = (text: string): ReadonlyArray<string> => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Most of what a value is said in, however its date or its amount is written. */
const isTold = (text: string, message: string): boolean => {
  const amount = Number(text)
  if (text.trim() !== "" && Number.isFinite(amount))
    return [amount, amount / 100].some((one) =>
      [String(one), one.toLocaleString("en-GB"), one.toFixed(2)].some((form) => message.includes(form))
    )
  const all = tokensOf(said(text) ?? text)
  const telling = all.filter((token) => token.length > 2 || /\d/.test(token))
  const tokens = telling.length > 0 ? telling : all
  const heard = new Set(tokensOf(message))
  return tokens.filter((token) => heard.has(token)).length * 4 >= tokens.length * 3
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text)

/** Why a value that may be said is not in the message; undefined where it is, or was never meant to be. */
const whyUntold = (
  { field, text }: Value,
  { constraints, context, objective }: Composition,
  message: string
): string | undefined => {
  const key = field.split(".").findLast((part) => !/^\d+$/.test(part)) ?? ""
  if (isAddress(text)) {
    if (!/url|link|href/i.test(key) || /image|img|logo|avatar|photo|icon|unsubscribe/i.test(key)) return undefined
    return constraints.isLinkless === true || message.includes(text) ? undefined : "found no room"
  }
  if (field === "context" || isSteering(key, text) || said(text) === undefined || isTold(text, message))
    return undefined
  return contextLinesOf(context, [], { objective }).some((line) => isTold(text, line))
    ? "found no room"
    : "no sentence was found for it"
}

/** A message that passed cannot say what does not. */
const ofContext = (composition: Composition, message: string, judge: Judge): ReadonlyArray<LeftOut> => {
  const { context, voice } = composition
  const isRefused = refusedBy(composition).length > 0
  return valuesIn(context, "context")
    .slice(0, valuesMost)
    .flatMap(({ field, text }) => {
      const reasons = found(judge(inOwnWords(text, voice)))
      if (reasons.length > 0) return [{ field, reason: reasons.join("; ") }]
      const reason = whyUntold({ field, text: inOwnWords(text, voice) }, composition, message)
      return reason === undefined ? [] : [{ field, reason: isRefused ? unwanted : reason }]
    })
}

const unwanted = "the person asked not to hear of it"

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
    ...(refusedBy(composition).length > 0 ? [{ field: "objective", reason: unwanted }] : []),
    ...ofContext(composition, message, judge),
    ...ofConstraints(composition, primary)
  ]
}

/** Of any message. */
export const ofModel = ofConstraints
