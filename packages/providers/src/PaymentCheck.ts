/**
 * What is refused before anything is asked of a payment provider, by each of them in the same words. Pure.
 */
import { amountMax, PaymentRejected } from "./PaymentProvider.ts"

/** "up to 255 characters" (https://docs.stripe.com/api/idempotent_requests); visible ASCII because it is a header. */
const keyPattern = /^[\x21-\x7e]{1,255}$/
const currencyPattern = /^[a-z]{3}$/
/** The most characters of a value in Stripe's metadata (https://docs.stripe.com/api/metadata). */
const nameLengthMax = 500

export const invalid = (code: string, message: string): PaymentRejected =>
  new PaymentRejected({ status: 400, type: "invalid_request_error", code, message })

/** What Stripe says of an id it does not know. */
export const missing = (what: string): PaymentRejected =>
  new PaymentRejected({
    status: 404,
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${what}.`
  })

interface Asked {
  readonly amount: number
  readonly currency: string
  readonly idempotencyKey: string
}

/** The refusal of a request to move money, or undefined. `names` are the ids that become metadata. */
export const refusal = (asked: Asked, names: ReadonlyArray<string>): PaymentRejected | undefined => {
  if (!Number.isSafeInteger(asked.amount)) return invalid("parameter_invalid_integer", "The amount is no integer.")
  if (asked.amount < 1) return invalid("amount_too_small", "The amount is not above zero.")
  if (asked.amount > amountMax) return invalid("amount_too_large", `The amount is above ${amountMax}.`)
  if (!currencyPattern.test(asked.currency))
    return invalid("currency_invalid", "The currency is no code in lower case.")
  if (!keyPattern.test(asked.idempotencyKey)) return invalid("idempotency_key_invalid", "The key cannot be sent.")
  if (names.some((name) => name === "" || name.length > nameLengthMax)) {
    return invalid("parameter_invalid_empty", "An id is empty or too long.")
  }
  return undefined
}
