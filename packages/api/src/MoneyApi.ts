/**
 * What is asked of a wallet (contract section 3.4, and what services need beside it). Money is in integer cents. A command
 * about money is done once for each `Idempotency-Key` of a wallet, for ever.
 */
import { Amount, Limit, Signed } from "@loopdrive/domain/Money"
import * as Wallet from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"
import * as UnknownFields from "./UnknownFields.ts"

const root = "/api/budget"
const workspace = { workspaceId: Input.id }
const hold = { ...workspace, holdId: Input.id }

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

/** A hold, and the entry that a capture made. */
export const HoldOutcome = Schema.Struct({
  ...Wallet.Hold.fields,
  transaction: Schema.optionalKey(Wallet.WalletTransaction)
}).annotate({ identifier: "HoldOutcome" })

/** What a sweep did: payments asked about, books changed, payments that could not be asked about. */
export const Swept = Schema.Struct({ looked: Schema.Int, settled: Schema.Int, failed: Schema.Int }).annotate({
  identifier: "Swept"
})

/** For services that spend. */
const spending = HttpApiGroup.make("money")
  .add(
    HttpApiEndpoint.post("post", `${root}/wallet/:workspaceId/transactions`, {
      params: workspace,
      payload: PostInput,
      success: Wallet.WalletTransaction
    }).annotateMerge(
      operation(
        "Write an entry into a wallet",
        "Needs an `Idempotency-Key`: the same key does it once, for ever. A debit that is not covered by what is available is refused with 409."
      )
    ),
    HttpApiEndpoint.post("freeze", `${root}/wallet/:workspaceId/freeze`, {
      params: workspace,
      success: Wallet.Wallet
    }).annotateMerge(
      operation("Freeze a wallet", "No debit, hold, capture or reload while it is frozen; credits still come in.")
    ),
    HttpApiEndpoint.post("unfreeze", `${root}/wallet/:workspaceId/unfreeze`, {
      params: workspace,
      success: Wallet.Wallet
    }).annotateMerge(operation("Unfreeze a wallet")),
    HttpApiEndpoint.post("overdraft", `${root}/wallet/:workspaceId/overdraft`, {
      params: workspace,
      payload: Schema.Struct({
        limit: field(Limit, "Integer cents that may be spent beyond the balance; 0 for none.")
      }),
      success: Wallet.Wallet
    }).annotateMerge(operation("Set how much may be spent beyond the balance", "In cents; 0 allows none.")),
    HttpApiEndpoint.post("reserve", `${root}/wallet/:workspaceId/holds`, {
      params: workspace,
      payload: HoldInput,
      success: HoldOutcome
    })
      .annotateMerge(
        operation(
          "Put money of a wallet on hold",
          "What is on hold cannot be spent otherwise; the balance stays. At most 1,000 open holds. A field that is not known is refused."
        )
      )
      .annotateMerge(UnknownFields.refused),
    HttpApiEndpoint.post("capture", `${root}/wallet/:workspaceId/holds/:holdId/capture`, {
      params: hold,
      payload: CaptureInput,
      success: HoldOutcome
    })
      .annotateMerge(
        operation(
          "Spend a hold, in part or whole",
          "Without `amount` all that remains. What is left stays on hold unless this is the `final` capture. A field that is not known is refused."
        )
      )
      .annotateMerge(UnknownFields.refused),
    HttpApiEndpoint.post("release", `${root}/wallet/:workspaceId/holds/:holdId/release`, {
      params: hold,
      payload: ReleaseInput,
      success: HoldOutcome
    })
      .annotateMerge(
        operation(
          "Give back a hold, in part or whole",
          "Without `amount` all that remains. A field that is not known is refused."
        )
      )
      .annotateMerge(UnknownFields.refused),
    HttpApiEndpoint.post("sweep", `${root}/wallet/:workspaceId/sweep`, {
      params: workspace,
      success: Swept
    }).annotateMerge(
      operation(
        "Ask the payment provider about open payments and payouts now",
        "The same happens by itself from time to time; `settled` counts those that changed the books."
      )
    ),
    HttpApiEndpoint.post("payout", `${root}/payout`, {
      payload: PayoutInput,
      success: Wallet.StripePayout
    }).annotateMerge(
      operation(
        "Pay a registered recipient",
        "Needs an `Idempotency-Key`. The amount is set aside at once; the transfer follows, and only a transfer that exists is booked."
      )
    ),
    HttpApiEndpoint.post("registerRecipient", `${root}/recipients`, {
      payload: RecipientInput,
      success: Wallet.PayoutRecipient
    }).annotateMerge(
      operation(
        "Register somebody who can be paid",
        "Known by the Connect account: registering it again changes what is known of it."
      )
    )
  )
  .annotateEndpoints(RequiredScope, "wallet:write")

/** What is asked of a wallet: by services that spend, and by its owner. */
export const MoneyApi = spending
  .add(
    HttpApiEndpoint.post("topUp", `${root}/wallet/:workspaceId/topup`, {
      params: workspace,
      payload: TopUpInput,
      success: Schema.Struct({ paymentIntentId: Schema.String, clientSecret: Schema.String })
    })
      .annotateMerge(
        operation(
          "Begin a payment into a wallet",
          "Moves no money: the wallet is credited once the payment has succeeded. `clientSecret` goes to the browser, which confirms it."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("autoReload", `${root}/wallet/:workspaceId/auto-reload`, {
      params: workspace,
      payload: ReloadInput,
      success: Wallet.Wallet
    })
      .annotateMerge(
        operation(
          "Set when a wallet charges its saved card by itself",
          "Fields that are left out stay as they are; a ceiling that is null is the usual one again. To enable it both `threshold` and `amount` must be known, and a card: that of the last top-up that was confirmed."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("acknowledge", `${root}/alerts/:alertId/acknowledge`, {
      params: { alertId: Input.id },
      success: Wallet.SpendAlert
    })
      .annotateMerge(operation("Acknowledge an alert of a wallet"))
      .annotate(RequiredScope, "write")
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
