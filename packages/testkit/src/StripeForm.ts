/**
 * The form encoding of Stripe's API, nested by brackets: `metadata[walletId]=w&expand[0]=latest_charge`
 * (https://docs.stripe.com/api). Kept flat: keys are read as they are spelt.
 */
import { Result } from "effect"
import { invalid } from "./StripeRefusal.ts"
import type { StripeRefusal } from "./StripeRefusal.ts"

export interface StripeForm {
  /** The value of a key; an empty one counts as absent, as it does for Stripe. */
  readonly get: (key: string) => string | undefined
  /** The values below a key: of `metadata[a]` and `metadata[b]` under `metadata`. */
  readonly below: (key: string) => Readonly<Record<string, string>>
}

/** What an operation answers: an object of Stripe's, or its refusal. */
export type Answer<A> = Result.Result<A, StripeRefusal>

export const parse = (text: string): StripeForm => {
  const pairs = [...new URLSearchParams(text)]
  const first = new Map(pairs.toReversed())
  return {
    get: (key) => first.get(key) || undefined,
    below: (key) =>
      Object.fromEntries(
        pairs.flatMap(([name, value]) =>
          name.startsWith(`${key}[`) && name.endsWith("]") ? [[name.slice(key.length + 1, -1), value]] : []
        )
      )
  }
}

const amountMax = 99_999_999
/** The least a payment may be: 50 cents where we sell, see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. */
export const paymentMin = (currency: string): number => (currency === "usd" || currency === "eur" ? 50 : 1)

/** The field `amount`, cents. */
export const readAmount = (form: StripeForm, minimum: number): Answer<number> => {
  const text = form.get("amount") ?? ""
  if (!/^-?\d+$/.test(text)) return Result.fail(invalid("parameter_invalid_integer", `Invalid integer: ${text}`))
  const amount = Number(text)
  if (amount < minimum) return Result.fail(invalid("amount_too_small", `Amount must be at least ${minimum}.`))
  if (amount > amountMax) return Result.fail(invalid("amount_too_large", `Amount must be no more than ${amountMax}.`))
  return Result.succeed(amount)
}
