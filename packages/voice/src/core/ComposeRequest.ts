/** What may be asked of a composer, in its normal form: every limit known, every name one of ours. */
import * as OptOutLine from "@loopdrive/domain/OptOutLine"
import { Channel } from "@loopdrive/domain/Channel"
import * as SmsSegments from "@loopdrive/domain/SmsSegments"
import { ToneName } from "@loopdrive/domain/Voice"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { within as segmentsWithin } from "./text/SmsFitting.ts"

/** `field` as the caller wrote it, below `constraints` where it stood there. */
export class BadRequest extends Schema.TaggedError<BadRequest>("@loopdrive/voice/BadRequest")("BadRequest", {
  field: Schema.String,
  reason: Schema.String
}) {}

/**
 * Characters of one message. Social limits are those of contract section 8.1; the rest of the platforms' are their own
 * for direct messages or posts. An email of more than ten thousand is not read, and Gmail clips at about 102 kB.
 */
const most: Readonly<Record<Channel, number>> = {
  email: 10_000,
  sms: 1600,
  instagram: 800,
  facebook: 2000,
  x: 280,
  reddit: 2000,
  whatsapp: 1000,
  tiktok: 500,
  youtube: 500,
  linkedin: 1900,
  site: 2000
}
/** Where nothing is asked: what a person reads to its end. */
const usual: Partial<Record<Channel, number>> = { email: 3000, sms: SmsSegments.single }

/** Characters below which nothing can be said. */
const charsLeast = 20
const charsMost = 100_000
const variantsMost = 10

export const CtaStyle = Schema.Literals(["direct", "soft", "question", "value"])
export type CtaStyle = typeof CtaStyle.Type
export const Level = Schema.Literals(["low", "medium", "high"])
export type Level = typeof Level.Type

/** As it may come in. Unknown keys are ignored. */
export interface ConstraintsInput {
  readonly maxVariants?: number | undefined
  readonly maxChars?: number | undefined
  /** The older name of `maxChars`; the smaller of the two holds. */
  readonly maxLength?: number | undefined
  readonly minLength?: number | undefined
  readonly tone?: string | undefined
  readonly readingLevel?: string | undefined
  readonly includeEmoji?: boolean | undefined
  readonly includeLink?: boolean | undefined
  readonly linkUrl?: string | undefined
  readonly ctaStyle?: string | undefined
  readonly urgency?: string | undefined
  readonly personalization?: string | undefined
  readonly testMode?: boolean | undefined
}

export interface Constraints {
  readonly maxVariants: number
  /** UTF-16 units of the text; never more than the channel takes. */
  readonly maxChars: number
  readonly minLength: number
  /** The tone asked for, where it is one we know ... */
  readonly tone?: ToneName
  /** ... and as it was asked for, for a model. */
  readonly toneText?: string
  /** The highest Flesch-Kincaid grade. */
  readonly grade?: number
  readonly readingLevelText?: string
  /** Not said: as the brand likes it. */
  readonly includeEmoji?: boolean
  readonly includeLink: boolean
  /** Told not to have a link; where nothing is told, one that the context has may be given. */
  readonly isLinkless?: true
  readonly linkUrl?: string
  readonly ctaStyle: CtaStyle
  readonly urgency: Level
  readonly personalization: Level
  /** For SMS: segments that may be used. */
  readonly segments: number
  readonly testMode: boolean
}

const bad = (field: string, reason: string) => Result.fail(new BadRequest({ field, reason }))

/** The channel meant. `dm` is any platform, so it is the one that takes least. */
export const channelOf = (name: string): Result.Result<Channel, BadRequest> => {
  const wanted = name.trim().toLowerCase()
  if (wanted === "dm") return Result.succeed("x")
  return Schema.is(Channel)(wanted)
    ? Result.succeed(wanted)
    : bad("channel", `must be one of ${Channel.literals.join(", ")}, or dm`)
}

/** Characters that `channel` takes at most. */
export const mostChars = (channel: Channel): number => most[channel]

const toneWords: ReadonlyArray<readonly [RegExp, ToneName]> = [
  ...ToneName.literals.map((name) => [new RegExp(`\\b${name}\\b`, "i"), name] as const),
  [/\bformal|business|corporate|polite/i, "professional"],
  [/\binformal|relaxed|laid.?back|chill/i, "casual"],
  [/\bfun(?:ny)?\b|playful|humou?r|cheeky/i, "witty"],
  [/\bcaring|supportive|understanding|gentle|compassion/i, "empathetic"],
  [/\bconfident|bold|expert|assertive/i, "authoritative"],
  [/\bwarm|kind|cheerful|approachable|upbeat/i, "friendly"],
  [/\bprecise|detailed|engineer/i, "technical"],
  [/\bchatty|natural/i, "conversational"],
  [/\binspiring|motivat|uplifting/i, "inspirational"]
]

/** The tone a caller's words mean, if they mean one. */
export const toneOf = (text: string): ToneName | undefined => toneWords.find(([pattern]) => pattern.test(text))?.[1]

const gradeWords: ReadonlyArray<readonly [RegExp, number]> = [
  [/elementary|very (?:easy|simple)|child/i, 5],
  [/simple|easy|basic|plain|low|beginner/i, 7],
  [/general|medium|middle|intermediate|standard|average/i, 9],
  [/high.?school/i, 12],
  [/college|university|advanced|professional|expert|high|graduate/i, 16]
]

/** The school grade a caller's words mean: "grade 8", "8th grade", "simple". */
export const gradeOf = (text: string): number | undefined => {
  const digits = /\d{1,2}/.exec(text)
  if (digits !== null) return Math.min(18, Math.max(3, Number(digits[0])))
  return gradeWords.find(([pattern]) => pattern.test(text))?.[1]
}

const whole = (field: string, value: number, least: number, top: number): Result.Result<number, BadRequest> =>
  Number.isSafeInteger(value) && value >= least && value <= top
    ? Result.succeed(value)
    : bad(field, `must be a whole number from ${least} to ${top}`)

const oneOf = <A extends string>(
  field: string,
  schema: { readonly literals: ReadonlyArray<A> },
  value: string | undefined,
  usually: A
): Result.Result<A, BadRequest> => {
  if (value === undefined) return Result.succeed(usually)
  const found = schema.literals.find((literal) => literal === value.trim().toLowerCase())
  return found === undefined ? bad(field, `must be one of ${schema.literals.join(", ")}`) : Result.succeed(found)
}

const linkMost = 2000

/** A link that may be put into a message: http or https, with a host, without credentials. */
const link = (field: string, value: string, maxChars: number): Result.Result<string, BadRequest> => {
  const text = value.trim()
  const url = URL.parse(text)
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== "" ||
    /\s/.test(text) ||
    text.length > linkMost
  )
    return bad(field, "must be an http or https address")
  return text.length + charsLeast > maxChars
    ? bad(field, `leaves no room for words within ${maxChars} characters`)
    : Result.succeed(text)
}

const short = (field: string, value: string | undefined): Result.Result<string | undefined, BadRequest> => {
  const text = value?.trim()
  if (text !== undefined && text.length > 200) return bad(field, "is longer than 200 characters")
  return Result.succeed(text === "" ? undefined : text)
}

/** What segments hold above the line that a marketing message leaves with. */
const roomOf = (segments: number): number =>
  (segments === 1 ? SmsSegments.single : segments * SmsSegments.several) - OptOutLine.shortLine.length - 1

/** Characters, and for SMS the segments they are in. */
const lengths = (channel: Channel, input: ConstraintsInput) =>
  Result.gen(function* () {
    const asked: Array<number> = []
    for (const name of ["maxChars", "maxLength"] as const) {
      const value = input[name]
      if (value !== undefined) asked.push(yield* whole(`constraints.${name}`, value, charsLeast, charsMost))
    }
    const within = Math.min(most[channel], ...(asked.length > 0 ? asked : [usual[channel] ?? most[channel]]))
    const minLength =
      input.minLength === undefined ? 0 : yield* whole("constraints.minLength", input.minLength, 0, within)
    const segments = channel === "sms" ? segmentsWithin(within) : 1
    const maxChars = channel === "sms" ? Math.max(minLength, Math.min(within, roomOf(segments))) : within
    return { maxChars, minLength, segments }
  })

/** The normal form, or the first thing wrong. */
export const normalize = (channel: Channel, input: ConstraintsInput): Result.Result<Constraints, BadRequest> =>
  Result.gen(function* () {
    const { maxChars, minLength, segments } = yield* lengths(channel, input)
    const maxVariants =
      input.maxVariants === undefined ? 3 : yield* whole("constraints.maxVariants", input.maxVariants, 1, variantsMost)
    const toneText = yield* short("constraints.tone", input.tone)
    const readingLevelText = yield* short("constraints.readingLevel", input.readingLevel)
    const tone = toneText === undefined ? undefined : toneOf(toneText)
    const grade = readingLevelText === undefined ? undefined : gradeOf(readingLevelText)
    const linkUrl =
      input.linkUrl === undefined || input.linkUrl.trim() === ""
        ? undefined
        : yield* link("constraints.linkUrl", input.linkUrl, maxChars)
    return {
      maxVariants,
      maxChars,
      minLength,
      segments,
      ...(tone === undefined ? {} : { tone }),
      ...(toneText === undefined ? {} : { toneText }),
      ...(grade === undefined ? {} : { grade }),
      ...(readingLevelText === undefined ? {} : { readingLevelText }),
      ...(input.includeEmoji === undefined ? {} : { includeEmoji: input.includeEmoji }),
      includeLink: input.includeLink ?? linkUrl !== undefined,
      ...(input.includeLink === false ? { isLinkless: true as const } : {}),
      ...(linkUrl === undefined ? {} : { linkUrl }),
      ctaStyle: yield* oneOf("constraints.ctaStyle", CtaStyle, input.ctaStyle, "soft"),
      urgency: yield* oneOf("constraints.urgency", Level, input.urgency, "low"),
      personalization: yield* oneOf("constraints.personalization", Level, input.personalization, "high"),
      testMode: input.testMode ?? false
    }
  })
