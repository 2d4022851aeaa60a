/** One thing that was looked at in a text (the kinds and severities are those of contract section 6). */
import type { Channel } from "@loopdrive/domain/Channel"
import type { BrandVoice } from "@loopdrive/domain/Voice"

export type CheckKind =
  | "toxicity"
  | "pii"
  | "profanity"
  | "competitor_mention"
  | "forbidden_word"
  | "link_validation"
  | "length_check"
  | "readability"
  | "spam_score"
  | "brand_alignment"
  | "compliance"
  | "sentiment_check"

export interface Check {
  readonly kind: CheckKind
  readonly severity: "block" | "warn" | "info"
  readonly status: "passed" | "flagged"
  /** What was found, for whoever wrote the text. Empty when nothing was. */
  readonly details: ReadonlyArray<string>
}

/** A stretch of a text that must not stay: UTF-16 offsets, and what stands there instead when it is redacted. */
export interface Finding {
  readonly start: number
  readonly end: number
  /** Such as `email` or a lexicon's category. */
  readonly label: string
  readonly replacement: string
}

/** Where and for what a text is checked. */
export interface Policy {
  readonly voice: BrandVoice
  readonly channel: Channel
  readonly purpose: "marketing" | "transactional"
  /** A `final` text is about to leave as it is; to a `draft` the agent still adds what is required. */
  readonly stage: "draft" | "final"
  /** Characters, where fewer than the channel takes were asked for. */
  readonly maxChars?: number
  /** For SMS; one when nothing is said. */
  readonly segments?: number
  /** Hosts or addresses that may be linked to besides the brand's own: what the caller supplied. */
  readonly ownLinks?: ReadonlyArray<string>
  /**
   * 0..1 from a moderation service; `unavailable` when one was to answer and did not, which blocks marketing. Left out
   * where none is used: then the lexicon decides.
   */
  readonly moderation?: number | "unavailable"
}

/** What a text's examination yields. */
export interface Verdict {
  readonly safe: boolean
  /** `kind: what`, for every check that blocks. */
  readonly violations: ReadonlyArray<string>
  /** The text without what blocks; it would pass itself. Only where the text is not safe and something sayable is left. */
  readonly redacted?: string
  readonly details: {
    /** 0..1 */
    readonly toxicity: number
    readonly toxicitySource: "moderation" | "lexicon"
    /** Kinds found: `email`, `phone`, `card`, `ssn`, `iban`, `ip`, `birth date`, `address`, `document`, `health`, `secret`. */
    readonly piiDetected: ReadonlyArray<string>
    readonly complianceIssues: ReadonlyArray<string>
    /** 0..1, and its parts by name, each 0..1. */
    readonly spam: number
    readonly spamParts: Readonly<Record<string, number>>
    readonly checks: ReadonlyArray<Check>
  }
}
