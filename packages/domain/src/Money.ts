/** Money: integer cents of one currency. */
import * as Schema from "effect/Schema"

/**
 * The most one entry moves: a hundred million, in cents. Balances stay far below 2^53, so every sum of cents is exact in
 * a JavaScript number.
 */
export const entryMax = 10_000_000_000
/** What a balance may not leave, in either direction. */
export const balanceMax = 1_000_000_000_000_000

/** Cents, one or more. */
export const Amount = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: entryMax })).annotate({
  identifier: "Amount",
  description: "Integer cents"
})

/** Cents with a sign; not nothing. */
export const Signed = Schema.Int.check(
  Schema.isBetween({ minimum: -entryMax, maximum: entryMax }),
  Schema.makeFilter((cents: number) => (cents === 0 ? "must not be 0" : undefined))
).annotate({ identifier: "SignedAmount", description: "Integer cents, negative to take away" })

/** Cents, none included. */
export const Limit = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: entryMax }))

/** ISO 4217, in lower case as Stripe writes it. */
export const currencyDefault = "usd"

/** For people: `12.34 usd`. */
export const shown = (cents: number, currency: string): string => `${(cents / 100).toFixed(2)} ${currency}`
