/** Why a webhook is not believed, whichever vendor's name is on it. Used by the HTTP layer, which answers 400. */
import { Schema } from "effect"

/**
 * The webhook is not to be believed. `too_old` has a good signature, made more than 300 seconds ago; `malformed` is
 * signed well and is no event. None of them is cured by another delivery of the same request.
 */
export class WebhookRefused extends Schema.TaggedError<WebhookRefused>()("WebhookRefused", {
  reason: Schema.Literals(["missing_header", "bad_signature", "too_old", "malformed"])
}) {}
