/**
 * What commands about money take (contract section 3.4, and what services need beside it). Amounts are in integer cents.
 */
import { Amount, Limit, Signed } from "@loopdrive/domain/Money"
import * as Wallet from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"
import { field } from "./Described.ts"
import * as Input from "./Input.ts"

const currency = field(
  Input.maybe(Input.string(10)),
  "ISO 4217, in either case: that of the wallet, `usd`, which is meant anyway. Another one is refused."
)

/** One charge: the least and the most that Stripe takes in USD. */
const Charge = Schema.Int.check(Schema.isBetween({ minimum: 50, maximum: 99_999_999 }))
/** What may be transferred at once. */
const Payable = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 99_999_999 }))

/** What the wallet itself says of an entry in its metadata: not for callers to write. */
const reserved = ["cause", "corrects", "holdId", "paymentId", "payoutId"] as const

const metadata = field(
  Input.maybe(
    Input.metadata.check(
      Schema.makeFilter((given: Readonly<Record<string, unknown>>) => {
        const name = reserved.find((one) => Object.hasOwn(given, one))
        return name === undefined ? undefined : { path: [name], issue: "is the wallet's own" }
      })
    )
  ),
  "Kept with it, at most 16 KiB; `cause`, `corrects`, `holdId`, `paymentId` and `payoutId` are the wallet's own names and refused."
)
const referenceId = field(Input.maybe(Input.id), "What it belongs to in your books, such as a campaign.")
const ownWorkspace = field(
  Input.maybe(Input.id),
  "The key's own workspace, which is meant anyway; another one is refused."
)

/** `amount` is positive, whatever the type; that of an adjustment carries its sign. */
export const PostInput = Schema.Struct({
  type: field(
    Wallet.TransactionType,
    "credit and refund add to the balance, debit takes from it, adjustment does either."
  ),
  amount: field(Signed, "Integer cents. Positive, whatever the type; that of an adjustment carries its sign."),
  source: field(Wallet.TransactionSource, "Where it comes from, for the books."),
  referenceId,
  description: field(Input.text(500), "For people, who read it in the statement."),
  corrects: field(
    Input.maybe(Input.id),
    "The id of the transaction that this one corrects. All refunds of a debit together give back no more than it took."
  ),
  currency,
  metadata
}).check(
  Schema.makeFilter(({ amount, type }: { readonly amount: number; readonly type: string }) =>
    amount < 0 && type !== "adjustment" ? { path: ["amount"], issue: `must be positive for a ${type}` } : undefined
  )
)

export const HoldInput = Schema.Struct({
  amount: field(Amount, "Integer cents to set aside, at most what is available."),
  referenceId,
  description: field(Input.text(500), "For people, who read it in the statement once it is captured."),
  expiresAt: field(
    Input.maybe(Input.instant),
    "ISO 8601: when what remains is given back by itself. Without it the hold stands until it is captured or released."
  ),
  currency,
  metadata
})

/** Without `amount`, all that remains. What is left stays on hold unless this is the `final` capture. */
export const CaptureInput = Schema.Struct({
  amount: field(Input.maybe(Amount), "Integer cents to spend. All that remains by default."),
  final: field(Input.maybe(Schema.Boolean), "Whether what is left is given back. By default it stays on hold."),
  description: field(
    Input.maybe(Input.text(500)),
    "For people, who read it in the statement. That of the hold by default."
  ),
  currency
})
export const ReleaseInput = Schema.Struct({
  amount: field(Input.maybe(Amount), "Integer cents to give back. All that remains by default."),
  currency
})

export const TopUpInput = Schema.Struct({
  amount: field(Charge, "Integer cents to be paid, from 50 to 99,999,999: what Stripe takes in one charge."),
  currency
})

/** What one charge can lift a wallet over. */
const Threshold = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99_999_999 }))

/**
 * Ceilings are of a UTC day and a UTC month: unless given, 5 and 30 times the larger of `amount` and `threshold`, which
 * is the least that they may be.
 */
export const ReloadInput = Schema.Struct({
  enabled: field(Schema.Boolean, "Whether the wallet charges its saved card by itself."),
  threshold: field(Input.maybe(Threshold), "Integer cents: it charges when less than this is available."),
  amount: field(
    Input.maybe(Charge),
    "Integer cents of one charge, more where that does not lift the wallet over its threshold."
  ),
  dailyCeiling: field(
    Input.maybe(Limit),
    "The most that is charged in a UTC day, in integer cents; at least the larger of `amount` and `threshold`, and 5 times that by default."
  ),
  monthlyCeiling: field(
    Input.maybe(Limit),
    "The most that is charged in a UTC month, in integer cents; at least the larger of `amount` and `threshold`, and 30 times that by default."
  )
})

export const PayoutInput = Schema.Struct({
  workspaceId: ownWorkspace,
  recipientId: field(Input.id, "Who is paid: the id that registering the recipient answered."),
  amount: field(Payable, "Integer cents, at most what is available and 99,999,999."),
  description: field(Input.text(500), "For people, who read it in the statement."),
  currency
})

export const RecipientInput = Schema.Struct({
  workspaceId: ownWorkspace,
  connectAccountId: field(
    Schema.String.check(Schema.isPattern(/^acct_\w{1,200}$/)),
    "The Stripe Connect account that is paid: `acct_…`."
  ),
  type: field(Wallet.RecipientType, "What the recipient is to you, for the books."),
  name: field(Input.name, "For people.")
})

export const OverdraftInput = Schema.Struct({
  limit: field(Limit, "Integer cents that may be spent beyond the balance; 0 for none.")
})
