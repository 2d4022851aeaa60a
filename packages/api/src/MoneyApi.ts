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

/** Fixed for each wallet; naming another one is refused. */
const currency = Input.maybe(Input.string(10))

/** One charge: the least and the most that Stripe takes in USD. */
const Charge = Schema.Int.check(Schema.isBetween({ minimum: 50, maximum: 99_999_999 }))
/** What may be transferred at once. */
const Payable = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 99_999_999 }))

/** What the wallet itself says of an entry in its metadata: not for callers to write. */
const reserved = ["cause", "corrects", "holdId", "paymentId", "payoutId"] as const

const metadata = Input.metadata.check(
  Schema.makeFilter((given: Readonly<Record<string, unknown>>) => {
    const field = reserved.find((name) => Object.hasOwn(given, name))
    return field === undefined ? undefined : { path: [field], issue: "is the wallet's own" }
  })
)

/** `amount` is positive, whatever the type; that of an adjustment carries its sign. */
export const PostInput = Schema.Struct({
  type: Wallet.TransactionType,
  amount: Signed,
  source: Wallet.TransactionSource,
  referenceId: Input.maybe(Input.id),
  description: Input.text(500),
  /** The transaction that this one corrects. All refunds of a debit together give back no more than it took. */
  corrects: Input.maybe(Input.id),
  currency,
  metadata: Input.maybe(metadata)
}).check(
  Schema.makeFilter(({ amount, type }: { readonly amount: number; readonly type: string }) =>
    amount < 0 && type !== "adjustment" ? { path: ["amount"], issue: `must be positive for a ${type}` } : undefined
  )
)

export const HoldInput = Schema.Struct({
  amount: Amount,
  referenceId: Input.maybe(Input.id),
  description: Input.text(500),
  /** Absent: the hold stands until it is captured or released. */
  expiresAt: Input.maybe(Input.instant),
  currency,
  metadata: Input.maybe(metadata)
})

/** Without `amount`, all that remains. What is left stays on hold unless this is the `final` capture. */
export const CaptureInput = Schema.Struct({
  amount: Input.maybe(Amount),
  final: Input.maybe(Schema.Boolean),
  description: Input.maybe(Input.text(500)),
  currency
})
export const ReleaseInput = Schema.Struct({ amount: Input.maybe(Amount), currency })

export const TopUpInput = Schema.Struct({ amount: Charge, currency })

/** What one charge can lift a wallet over. */
const Threshold = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99_999_999 }))

/**
 * Ceilings are of a UTC day and a UTC month: unless given, 5 and 30 times the larger of `amount` and `threshold`, which
 * is the least that they may be.
 */
export const ReloadInput = Schema.Struct({
  enabled: Schema.Boolean,
  threshold: Input.maybe(Threshold),
  amount: Input.maybe(Charge),
  dailyCeiling: Input.maybe(Limit),
  monthlyCeiling: Input.maybe(Limit)
})

export const PayoutInput = Schema.Struct({
  workspaceId: Input.maybe(Input.id),
  recipientId: Input.id,
  amount: Payable,
  description: Input.text(500),
  currency
})

export const RecipientInput = Schema.Struct({
  workspaceId: Input.maybe(Input.id),
  connectAccountId: Schema.String.check(Schema.isPattern(/^acct_\w{1,200}$/)),
  type: Wallet.RecipientType,
  name: Input.name
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
      payload: Schema.Struct({ limit: Limit }),
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
          "Below `threshold` it charges `amount`, in cents, within the ceilings of a UTC day and a UTC month."
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
