/**
 * Why a model gave no usable answer. Used by the ports that ask one: `Completion`, `Classification` and `Moderation`.
 */
import { Schema } from "effect"

/** What an answer that is of no use cost all the same, read and written. */
const tokens = Schema.Int

/** The model declined. Asking the same again is not likely to help. */
export class ModelRefused extends Schema.TaggedError<ModelRefused>()("ModelRefused", {
  /** In the model's words. */
  explanation: Schema.String,
  tokens
}) {}

/** The answer was cut off at the limit given for it. */
export class ModelTruncated extends Schema.TaggedError<ModelTruncated>()("ModelTruncated", {
  tokens
}) {}

/** An answer came, and it is not of the shape that was asked for. */
export class ModelInvalid extends Schema.TaggedError<ModelInvalid>()("ModelInvalid", {
  problem: Schema.String,
  tokens
}) {}

/**
 * No answer. `rejected` would be rejected again (a wrong key, a spent quota, an invalid request) and `not_configured`
 * stays so until somebody sets a key; everything else may pass. `retryAfterMillis` is the vendor's own request to wait.
 */
export class ModelUnavailable extends Schema.TaggedError<ModelUnavailable>()("ModelUnavailable", {
  reason: Schema.Literals([
    "rejected",
    "rate_limited",
    "timeout",
    "network",
    "server",
    "invalid_answer",
    "circuit_open",
    "not_configured",
    "usage_unknown"
  ]),
  status: Schema.optionalKey(Schema.Int),
  /** The vendor's error code. */
  code: Schema.optionalKey(Schema.String),
  retryAfterMillis: Schema.optionalKey(Schema.Number)
}) {}

/** The workspace has used up what it may use in a UTC day. In tokens. */
export class ModelOverBudget extends Schema.TaggedError<ModelOverBudget>()("ModelOverBudget", {
  used: Schema.Int,
  budget: Schema.Int
}) {}

export type ModelFailure = ModelRefused | ModelTruncated | ModelInvalid | ModelUnavailable | ModelOverBudget
