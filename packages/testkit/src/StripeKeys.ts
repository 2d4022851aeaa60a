/**
 * Idempotency keys as Stripe keeps them (https://docs.stripe.com/api/idempotent_requests,
 * https://docs.stripe.com/error-low-level#idempotency): the first answer is kept once execution began, 500s included,
 * and given again; another request under the key is refused, and so is one that comes while the first still runs.
 */
import { invalid, refuse } from "./StripeRefusal.ts"
import type { StripeRefusal } from "./StripeRefusal.ts"

export interface Remembered {
  readonly request: string
  readonly atSeconds: number
  running: boolean
  /** Absent until execution has begun. */
  answer: { readonly status: number; readonly body: string } | undefined
}

/** "At least 24 hours", so nothing may rest on more. */
const keptSeconds = 24 * 60 * 60
const longest = 255

export class StripeKeys {
  private readonly kept = new Map<string, Remembered>()

  /** The entry to fill in or to repeat, or why the request may not have the key. `request` is method, path and body. */
  claim(key: string, request: string, atSeconds: number): Remembered | StripeRefusal {
    if (key.length > longest) return invalid("idempotency_key_too_long", "The key is longer than 255 characters.")
    const earlier = this.kept.get(key)
    const expired = earlier !== undefined && !earlier.running && atSeconds - earlier.atSeconds >= keptSeconds
    if (earlier === undefined || expired || (!earlier.running && earlier.answer === undefined)) {
      const fresh: Remembered = { request, atSeconds, running: true, answer: undefined }
      this.kept.set(key, fresh)
      return fresh
    }
    if (earlier.request !== request) {
      return refuse(
        400,
        "idempotency_error",
        undefined,
        "Keys can only be used with the parameters they were first used with."
      )
    }
    if (earlier.running) {
      const message = "There is currently another in-progress request using this key."
      return refuse(409, "idempotency_error", "idempotency_key_in_use", message)
    }
    return earlier
  }
}
