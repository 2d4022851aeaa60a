/** The words of the brand voice as they stand on the wire (contract sections 6 and 7.2). */
import * as Schema from "effect/Schema"

export const ObjectiveType = Schema.Literals([
  "nurture",
  "winback",
  "demo_book",
  "upsell",
  "cross_sell",
  "onboard",
  "support",
  "education"
])
export type ObjectiveType = typeof ObjectiveType.Type

export const SnippetUsage = Schema.Literals(["subject", "opening", "body", "cta", "ps"])
export type SnippetUsage = typeof SnippetUsage.Type

export const ToneName = Schema.Literals([
  "professional",
  "casual",
  "witty",
  "empathetic",
  "authoritative",
  "friendly",
  "technical",
  "conversational",
  "inspirational"
])
export type ToneName = typeof ToneName.Type

export const Regulation = Schema.Literals(["CAN-SPAM", "GDPR", "TCPA", "CASL"])

/** What a message must carry by the time it leaves; the agent appends it, a draft need not have it. */
export const RequiredElement = Schema.Literals(["unsubscribe_link", "postal_address", "opt_out"])

/** 0 is not at all, 100 is as much as can be. */
const Slider = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 }))
const Line = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200))
/** Enough for a brand's dictionary, few enough to be looked for in every text. */
const Lines = Schema.Array(Line).check(Schema.isMaxLength(500))
const Dictionary = Schema.Record(Schema.String, Schema.String.check(Schema.isMaxLength(500)))
const TimeOfDay = Schema.String.check(Schema.isPattern(/^(?:[01]\d|2[0-3]):[0-5]\d$/))

/** What holds in one country, by its ISO 3166-1 alpha-2 code. */
const CountryRules = Schema.Struct({
  quietHours: Schema.optionalKey(Schema.Struct({ start: TimeOfDay, end: TimeOfDay })),
  messagesPerDay: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000 }))),
  consentRequired: Schema.optionalKey(Schema.Boolean),
  disclosures: Schema.optionalKey(Lines)
})

/** How a brand speaks, what it may not say, and what belongs to it. */
export const BrandVoice = Schema.Struct({
  tone: Schema.Struct({
    formal: Slider,
    playful: Slider,
    confident: Slider,
    empathetic: Slider,
    technical: Slider,
    preferred: Schema.Array(ToneName),
    avoided: Schema.Array(ToneName)
  }),
  style: Schema.Struct({
    sentenceLength: Schema.Literals(["short", "medium", "long", "varied"]),
    paragraphs: Schema.Literals(["single", "multiple", "scannable"]),
    exclamationMarks: Schema.Boolean,
    emoji: Schema.Boolean,
    dashes: Schema.Boolean,
    ellipses: Schema.Boolean,
    bold: Schema.Boolean,
    italic: Schema.Boolean,
    bullets: Schema.Boolean,
    numberedLists: Schema.Boolean
  }),
  vocabulary: Schema.Struct({
    preferred: Lines,
    forbidden: Lines,
    jargon: Lines,
    /** The word not to use, to the word to use. */
    replacements: Dictionary,
    glossary: Dictionary
  }),
  compliance: Schema.Struct({
    regulations: Schema.Array(Regulation),
    /** By channel. */
    disclaimers: Dictionary,
    required: Schema.Array(RequiredElement),
    countries: Schema.Record(Schema.String, CountryRules)
  }),
  competitors: Lines,
  /** The brand's own: none of it is anybody's private data, and links to it are safe. */
  contact: Schema.Struct({
    name: Line,
    emails: Lines,
    phones: Lines,
    /** Hosts or addresses; a host stands for what is below it. */
    links: Lines,
    postalAddress: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(500)))
  })
}).annotate({ identifier: "BrandVoice" })
export type BrandVoice = typeof BrandVoice.Type

/** What a language model is told, with holes for the variables (contract section 7.2). */
export const PromptPack = Schema.Struct({
  systemPrompt: Schema.String,
  userPromptTemplate: Schema.String,
  variables: Schema.Array(Schema.String),
  examples: Schema.optionalKey(
    Schema.Array(Schema.Struct({ input: Schema.Record(Schema.String, Schema.Unknown), output: Schema.String }))
  ),
  constraints: Schema.Record(Schema.String, Schema.Unknown)
}).annotate({ identifier: "PromptPack" })
export type PromptPack = typeof PromptPack.Type
