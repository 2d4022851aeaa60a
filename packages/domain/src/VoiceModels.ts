/** The models of the brand voice as they stand on the wire (contract section 7.2), and those of its administration. */
import * as Schema from "effect/Schema"
import { Metadata, Share, Timestamp } from "./Json.ts"
import { PromptPack, SnippetUsage } from "./Voice.ts"

export const Brand = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  name: Schema.String,
  /** The one meant where none is named. */
  isDefault: Schema.Boolean,
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "Brand" })
export type Brand = typeof Brand.Type

/** A version of what a model is told for one use case. It never changes. */
export const PackVersion = Schema.Struct({
  brandId: Schema.String,
  /** `{channel}_{objective}` */
  useCase: Schema.String,
  version: Schema.Int,
  /** Of what the pack says: everything composed with it carries this. */
  hash: Schema.String,
  /** Whether messages are composed with it now. */
  inForce: Schema.Boolean,
  /** Whether it stays in force although newer ones come. */
  pinned: Schema.Boolean,
  pack: PromptPack,
  createdBy: Schema.String,
  createdAt: Timestamp
}).annotate({ identifier: "PackVersion" })
export type PackVersion = typeof PackVersion.Type

/** Words that have worked, and how well. */
export const SnippetLibrary = Schema.Struct({
  id: Schema.String,
  brandId: Schema.String,
  channel: Schema.String,
  objective: Schema.String,
  snippet: Schema.String,
  usage: SnippetUsage,
  /** Conversions for each impression; 0.5 before there are any. */
  winRate: Share,
  impressions: Schema.Int,
  conversions: Schema.Int,
  metadata: Schema.optionalKey(Metadata),
  createdAt: Timestamp,
  updatedAt: Timestamp
}).annotate({ identifier: "SnippetLibrary" })
export type SnippetLibrary = typeof SnippetLibrary.Type

/** Where the words came from: the model, the composer here because there is no model, or because it failed. */
export const ComposeSource = Schema.Literals(["model", "local", "fallback"])
export type ComposeSource = typeof ComposeSource.Type

export const GuardrailItem = Schema.Struct({
  name: Schema.String,
  status: Schema.Literals(["passed", "flagged"]),
  details: Schema.optionalKey(Schema.String)
})
export type GuardrailItem = typeof GuardrailItem.Type

/** What was asked for and is not in the message: `draft`, `context.deal`, `constraints.includeLink`; and why. */
export const LeftOut = Schema.Struct({ field: Schema.String, reason: Schema.String }).annotate({
  identifier: "LeftOut"
})
export type LeftOut = typeof LeftOut.Type

/** A snippet that was drawn for a message, and with what probability. */
export const DrawnSnippet = Schema.Struct({ id: Schema.String, usage: SnippetUsage, propensity: Share })
export type DrawnSnippet = typeof DrawnSnippet.Type

export const ComposeMeta = Schema.Struct({
  compositionId: Schema.optionalKey(Schema.String),
  brandId: Schema.String,
  /** As the vendor names it; of the composer here, its own name. */
  model: Schema.String,
  source: ComposeSource,
  /** Why the model's words are not here. */
  fallbackReason: Schema.optionalKey(Schema.String),
  tokensUsed: Schema.Int,
  latencyMs: Schema.Int,
  guardrails: Schema.Array(GuardrailItem),
  /** What judged whether the text may offend. */
  toxicitySource: Schema.Literals(["moderation", "lexicon"]),
  snippets: Schema.Array(DrawnSnippet),
  /** The hash of the pack that the model was told, or would have been. */
  packVersion: Schema.String,
  useCase: Schema.String,
  memoryIds: Schema.Array(Schema.String),
  locale: Schema.String,
  alignment: Share,
  /** Variants that said what nobody had told them, or what the guardrail does not let through. */
  dropped: Schema.Int,
  /** Absent: the message has all that was asked for. */
  leftOut: Schema.optionalKey(Schema.Array(LeftOut)),
  /** For SMS: of the primary text. */
  segments: Schema.optionalKey(Schema.Int),
  testMode: Schema.Boolean
}).annotate({ identifier: "ComposeMeta" })
export type ComposeMeta = typeof ComposeMeta.Type

const Version = Schema.Struct({
  subject: Schema.optionalKey(Schema.String),
  body: Schema.String,
  cta: Schema.optionalKey(Schema.String),
  ps: Schema.optionalKey(Schema.String)
})

/** What was composed: the SDK's shape, and beside it the older ones (contract section 3.6). */
export const Composed = Schema.Struct({
  subjectLines: Schema.Array(Schema.String),
  htmlVariants: Schema.Array(Schema.String),
  textVariants: Schema.Array(Schema.String),
  body: Schema.String,
  meta: ComposeMeta,
  subject: Schema.optionalKey(Schema.String),
  cta: Schema.optionalKey(Schema.String),
  primary: Version,
  /** All but the primary one. */
  variants: Schema.Array(Version),
  metadata: Schema.Struct({
    model: Schema.String,
    tokensUsed: Schema.Int,
    latencyMs: Schema.Int,
    snippetsUsed: Schema.Array(Schema.String)
  })
}).annotate({ identifier: "Composed" })
export type Composed = typeof Composed.Type

/** Absent averages are 0: nothing was observed that they could be of. */
export const VoiceAnalytics = Schema.Struct({
  brandId: Schema.String,
  period: Schema.Struct({ from: Timestamp, to: Timestamp }),
  byChannel: Schema.Record(
    Schema.String,
    Schema.Struct({
      messagesGenerated: Schema.Int,
      avgBrandAlignment: Share,
      /** -1 to 1 */
      avgSentiment: Schema.Finite,
      /** Of the channel's snippets, since they exist. */
      conversionRate: Share,
      topPerformingSnippets: Schema.Array(Schema.String)
    })
  ),
  byObjective: Schema.Record(
    Schema.String,
    Schema.Struct({ messagesGenerated: Schema.Int, conversionRate: Share, avgResponseTime: Schema.Finite })
  ),
  experiments: Schema.Struct({ active: Schema.Int, completed: Schema.Int, avgLift: Schema.Finite }),
  guardrails: Schema.Struct({
    totalChecks: Schema.Int,
    violations: Schema.Int,
    warnings: Schema.Int,
    topViolations: Schema.Array(Schema.Struct({ type: Schema.String, count: Schema.Int }))
  })
}).annotate({ identifier: "VoiceAnalytics" })
export type VoiceAnalytics = typeof VoiceAnalytics.Type
