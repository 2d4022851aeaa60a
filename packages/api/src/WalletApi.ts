/**
 * The wallet's routes (contract section 3.4, and those beside it for services). Money is in integer cents. A command
 * about money is done once for each `Idempotency-Key` of a wallet, for ever.
 */
import { Amount, Limit, Signed } from "@loopdrive/domain/Money"
import * as Wallet from "@loopdrive/domain/Wallet"
import { Timestamp } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
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

export const Balance = Schema.Struct({
  workspaceId: Schema.String,
  balance: Schema.Int,
  currency: Schema.String,
  asOf: Timestamp
})

/** A hold, and the entry that a capture made. */
export const HoldOutcome = Schema.Struct({
  ...Wallet.Hold.fields,
  transaction: Schema.optionalKey(Wallet.WalletTransaction)
}).annotate({ identifier: "HoldOutcome" })

export const Statement = Schema.Struct({
  walletId: Schema.String,
  workspaceId: Schema.String,
  currency: Schema.String,
  from: Timestamp,
  to: Timestamp,
  openingBalance: Schema.Int,
  closingBalance: Schema.Int,
  transactions: Schema.Array(Wallet.WalletTransaction)
}).annotate({ identifier: "Statement" })

/** What a sweep did: payments asked about, books changed, payments that could not be asked about. */
export const Swept = Schema.Struct({ looked: Schema.Int, settled: Schema.Int, failed: Schema.Int }).annotate({
  identifier: "Swept"
})

/** Where the books and the payment provider differ, in cents; no drift: the books are right. */
export const DriftReport = Schema.Struct({
  checkedAt: Timestamp,
  entries: Schema.Int,
  payments: Schema.Int,
  transfers: Schema.Int,
  drift: Schema.Array(
    Schema.Struct({
      kind: Schema.String,
      reference: Schema.String,
      expected: Schema.Int,
      found: Schema.Int
    })
  )
}).annotate({ identifier: "DriftReport" })

const period = { from: Schema.optional(Input.instant), to: Schema.optional(Input.instant) }

/** For services that spend. */
const spending = HttpApiGroup.make("money")
  .add(
    HttpApiEndpoint.post("post", `${root}/wallet/:workspaceId/transactions`, {
      params: workspace,
      payload: PostInput,
      success: Wallet.WalletTransaction
    }),
    HttpApiEndpoint.post("freeze", `${root}/wallet/:workspaceId/freeze`, { params: workspace, success: Wallet.Wallet }),
    HttpApiEndpoint.post("unfreeze", `${root}/wallet/:workspaceId/unfreeze`, {
      params: workspace,
      success: Wallet.Wallet
    }),
    HttpApiEndpoint.post("overdraft", `${root}/wallet/:workspaceId/overdraft`, {
      params: workspace,
      payload: Schema.Struct({ limit: Limit }),
      success: Wallet.Wallet
    }),
    HttpApiEndpoint.post("reserve", `${root}/wallet/:workspaceId/holds`, {
      params: workspace,
      payload: HoldInput,
      success: HoldOutcome
    }).annotateMerge(UnknownFields.refused),
    HttpApiEndpoint.post("capture", `${root}/wallet/:workspaceId/holds/:holdId/capture`, {
      params: hold,
      payload: CaptureInput,
      success: HoldOutcome
    }).annotateMerge(UnknownFields.refused),
    HttpApiEndpoint.post("release", `${root}/wallet/:workspaceId/holds/:holdId/release`, {
      params: hold,
      payload: ReleaseInput,
      success: HoldOutcome
    }).annotateMerge(UnknownFields.refused),
    HttpApiEndpoint.post("sweep", `${root}/wallet/:workspaceId/sweep`, { params: workspace, success: Swept }),
    HttpApiEndpoint.post("payout", `${root}/payout`, { payload: PayoutInput, success: Wallet.StripePayout }),
    HttpApiEndpoint.post("registerRecipient", `${root}/recipients`, {
      payload: RecipientInput,
      success: Wallet.PayoutRecipient
    })
  )
  .annotateEndpoints(RequiredScope, "wallet:write")

/** What is asked of a wallet: by services that spend, and by its owner. */
export const MoneyApi = spending
  .add(
    HttpApiEndpoint.post("topUp", `${root}/wallet/:workspaceId/topup`, {
      params: workspace,
      payload: TopUpInput,
      success: Schema.Struct({ paymentIntentId: Schema.String, clientSecret: Schema.String })
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("autoReload", `${root}/wallet/:workspaceId/auto-reload`, {
      params: workspace,
      payload: ReloadInput,
      success: Wallet.Wallet
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("acknowledge", `${root}/alerts/:alertId/acknowledge`, {
      params: { alertId: Input.id },
      success: Wallet.SpendAlert
    }).annotate(RequiredScope, "write")
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)

/** What is read of it. */
export const WalletApi = HttpApiGroup.make("wallet")
  .add(
    HttpApiEndpoint.get("wallet", `${root}/wallet/:workspaceId`, { params: workspace, success: Wallet.Wallet }),
    HttpApiEndpoint.get("balance", `${root}/wallet/:workspaceId/balance`, {
      params: workspace,
      query: { asOf: Schema.optional(Input.instant) },
      success: Balance
    }),
    HttpApiEndpoint.get("transactions", `${root}/wallet/:workspaceId/transactions`, {
      params: workspace,
      query: Input.page,
      success: Schema.Struct({ transactions: Schema.Array(Wallet.WalletTransaction), total: Schema.Int })
    }),
    HttpApiEndpoint.get("statement", `${root}/wallet/:workspaceId/statement`, {
      params: workspace,
      query: { format: Schema.optional(Schema.Literals(["json", "csv"])), ...period },
      success: Statement
    }),
    HttpApiEndpoint.get("reconciliation", `${root}/wallet/:workspaceId/reconciliation`, {
      params: workspace,
      success: DriftReport
    }),
    HttpApiEndpoint.get("holds", `${root}/wallet/:workspaceId/holds`, {
      params: workspace,
      query: { status: Schema.optional(Wallet.HoldStatus), ...Input.page },
      success: Schema.Struct({ holds: Schema.Array(Wallet.Hold), total: Schema.Int })
    }),
    HttpApiEndpoint.get("payments", `${root}/payments`, {
      query: { workspaceId: Input.id, ...Input.page },
      success: Schema.Struct({ payments: Schema.Array(Wallet.StripePayment), total: Schema.Int })
    }),
    HttpApiEndpoint.get("payouts", `${root}/payouts`, {
      query: { workspaceId: Input.id, ...Input.page },
      success: Schema.Struct({ payouts: Schema.Array(Wallet.StripePayout), total: Schema.Int })
    }),
    HttpApiEndpoint.get("recipients", `${root}/recipients`, {
      query: { workspaceId: Input.id, ...Input.page },
      success: Schema.Struct({ recipients: Schema.Array(Wallet.PayoutRecipient), total: Schema.Int })
    }),
    HttpApiEndpoint.get("ledger", `${root}/ledger`, {
      query: { workspaceId: Input.id, ...period },
      success: Schema.Array(Wallet.BudgetLedger)
    }),
    HttpApiEndpoint.get("alerts", `${root}/alerts`, {
      query: {
        workspaceId: Input.id,
        acknowledged: Schema.optional(Schema.Literals(["true", "false"])),
        ...Input.page
      },
      success: Schema.Array(Wallet.SpendAlert)
    })
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)

const received = { success: Schema.Struct({ received: Schema.Literal(true) }) }

/** Stripe's webhooks, under the three names that documents give them. No key: the signature of the raw body counts. */
export const StripeApi = HttpApiGroup.make("stripe")
  .add(
    HttpApiEndpoint.post("webhook", "/api/webhooks/stripe", received),
    HttpApiEndpoint.post("webhookSingular", "/api/webhook/stripe", received),
    HttpApiEndpoint.post("webhookBilling", "/api/billing/webhook", received)
  )
  .middleware(ProblemGate)
