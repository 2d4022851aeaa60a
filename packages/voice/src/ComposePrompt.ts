/** What the model is told for one message: the pack with its holes filled. What strangers wrote goes in quoted. */
import { isBlank } from "@loopdrive/domain/Blank"
import type { BrandVoice, PromptPack } from "@loopdrive/domain/Voice"
import * as Result from "effect/Result"
import type { Constraints } from "./core/ComposeRequest.ts"
import type { Composition } from "./core/Composition.ts"
import { notice, quote } from "./core/text/Injection.ts"
import * as Pack from "./core/PromptPack.ts"

export interface Prompt {
  readonly system: string
  readonly user: string
}

const sliders = ["formal", "playful", "confident", "empathetic", "technical"] as const

const list = (what: string, words: ReadonlyArray<string>): ReadonlyArray<string> =>
  words.length === 0 ? [] : [`- ${what}: ${words.join("; ")}`]

const voiceText = ({ competitors, contact, style, tone, vocabulary }: BrandVoice, toneText: string | undefined) => {
  const never = (["exclamationMarks", "emoji", "dashes", "ellipses", "bold", "italic"] as const).filter(
    (name) => !style[name]
  )
  const swaps = Object.entries(vocabulary.replacements).map(([bad, good]) => `${good} instead of ${bad}`)
  return [
    `- Speaks as: ${contact.name}`,
    `- From 0 to 100: ${sliders.map((name) => `${name} ${tone[name]}`).join(", ")}`,
    ...list("Tone asked for this time", toneText === undefined ? [] : [quote({ name: "tone", value: toneText })]),
    ...list("Tones it likes", tone.preferred),
    ...list("Tones it avoids", tone.avoided),
    `- Sentences: ${style.sentenceLength}; paragraphs: ${style.paragraphs}`,
    ...list("Never uses", never),
    ...list("Likes to say", vocabulary.preferred),
    ...list("Must not say", vocabulary.forbidden),
    ...list("Jargon to avoid", vocabulary.jargon),
    ...list("Says", swaps),
    ...list("Must not name", competitors)
  ].join("\n")
}

const limitsText = (channel: string, constraints: Constraints): string => {
  const { ctaStyle, grade, includeEmoji, includeLink, linkUrl, maxChars, minLength, segments, urgency } = constraints
  return [
    `- At most ${maxChars} characters, subject apart${minLength > 0 ? `, at least ${minLength}` : ""}.`,
    ...(channel === "sms"
      ? [`- At most ${segments} SMS segment${segments === 1 ? "" : "s"}: avoid signs outside the GSM alphabet.`]
      : []),
    ...(grade === undefined ? [] : [`- Easy enough for school grade ${grade}.`]),
    ...(includeEmoji === undefined ? [] : [includeEmoji ? "- One emoji at most." : "- No emoji."]),
    linkUrl !== undefined && includeLink
      ? `- The link ${quote({ name: "link", value: linkUrl })}, once, as it is.`
      : includeLink
        ? "- A link only if the data has one."
        : "- No links.",
    `- The call to action is ${ctaStyle}; urgency is ${urgency}.`,
    `- Personal touch: ${constraints.personalization}.`
  ].join("\n")
}

/** Of a longer memory the beginning is told. */
const memoryMost = 1000

/** What is known of the person and the occasion. Nothing else may be said. */
export const dataOf = ({ context, draft, memories, person, snippets, topics, voice }: Composition) => ({
  person,
  memories: memories.map(({ id, kind, text }) => ({ id, kind, text: text.slice(0, memoryMost) })),
  topics,
  snippets: snippets.map(({ id, snippet, usage }) => ({ id, usage, text: snippet })),
  ...(context === undefined ? {} : { context }),
  ...(draft === undefined ? {} : { draft }),
  brand: { name: voice.contact.name, links: voice.contact.links, glossary: voice.vocabulary.glossary }
})

/** Nothing is in it that a hole could be filled with. */
const isNothing = (value: unknown): boolean => {
  if (typeof value === "string") return isBlank(value)
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0)
}

/** Members of the context that can stand in a hole of their own, each quoted. */
const contextValues = (context: unknown): Readonly<Record<string, string>> =>
  typeof context !== "object" || context === null
    ? {}
    : Object.fromEntries(
        Object.entries(context).flatMap(([name, value]) =>
          isNothing(value) ? [] : [[name, quote({ name, value })] as const]
        )
      )

/** Fails with the holes that neither we nor the context can fill. */
export const of = (
  pack: PromptPack,
  composition: Composition,
  locale: string | undefined
): Result.Result<Prompt, Pack.VariablesMissing> => {
  const { channel, constraints, context, objective, person, voice } = composition
  const values = {
    firstName: quote({ name: "firstName", value: person.firstName ?? null }),
    lastName: quote({ name: "lastName", value: person.lastName ?? null }),
    brand: quote({ name: "brand", value: voice.contact.name }),
    ...contextValues(context),
    variants: String(constraints.maxVariants),
    channel,
    objective: quote({ name: "objective", value: objective }),
    voice: voiceText(voice, constraints.toneText),
    limits: limitsText(channel, constraints),
    language: locale === undefined ? "English" : `that of the locale ${quote({ name: "locale", value: locale })}`,
    data: [notice, ...Object.entries(dataOf(composition)).map(([name, value]) => quote({ name, value }))].join("\n")
  }
  const examples = (pack.examples ?? []).map(
    ({ input, output }) => `Input: ${quote({ name: "input", value: input })}\nOutput: ${output}`
  )
  return Result.map(Pack.render(pack, values), (user) => ({
    system: [pack.systemPrompt, ...examples].join("\n\n"),
    user
  }))
}
