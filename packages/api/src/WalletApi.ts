/** What is read of a wallet (contract section 3.4), and Stripe's webhooks. Money is in integer cents. */
import * as Wallet from "@loopdrive/domain/Wallet"
import { Timestamp } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { operation } from "./Described.ts"
import { KeyGate, ProblemGate } from "./Gate.ts"
import * as Input from "./Input.ts"

const root = "/api/budget"
const workspace = { workspaceId: Input.id }

export const Balance = Schema.Struct({
  workspaceId: Schema.String,
  balance: Schema.Int,
  currency: Schema.String,
  asOf: Timestamp
})

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

/** What is read of it. */
export const WalletApi = HttpApiGroup.make("wallet")
  .annotate(OpenApi.Description, "What is read of a wallet. Amounts are in integer cents.")
  .add(
    HttpApiEndpoint.get("wallet", `${root}/wallet/:workspaceId`, {
      params: workspace,
      success: Wallet.Wallet
    }).annotateMerge(
      operation(
        "Read a wallet",
        "It is there when it is first looked at. `metadata.available` = balance - held + overdraft, in cents."
      )
    ),
    HttpApiEndpoint.get("balance", `${root}/wallet/:workspaceId/balance`, {
      params: workspace,
      query: { asOf: Schema.optional(Input.instant) },
      success: Balance
    }).annotateMerge(
      operation(
        "Read a wallet's balance, now or as of an instant",
        "In cents: the sum of the entries. Holds do not lower it."
      )
    ),
    HttpApiEndpoint.get("transactions", `${root}/wallet/:workspaceId/transactions`, {
      params: workspace,
      query: Input.page,
      success: Schema.Struct({ transactions: Schema.Array(Wallet.WalletTransaction), total: Schema.Int })
    }).annotateMerge(operation("List a wallet's entries", "Newest first; debits are negative.")),
    HttpApiEndpoint.get("statement", `${root}/wallet/:workspaceId/statement`, {
      params: workspace,
      query: { format: Schema.optional(Schema.Literals(["json", "csv"])), ...period },
      success: Statement
    }).annotateMerge(
      operation(
        "Read a wallet's statement, as JSON or CSV",
        "From the first entry to now unless said otherwise; streamed, not paged."
      )
    ),
    HttpApiEndpoint.get("reconciliation", `${root}/wallet/:workspaceId/reconciliation`, {
      params: workspace,
      success: DriftReport
    }).annotateMerge(
      operation(
        "Compare the books with the payment provider's",
        "No `drift` means that they agree. Amounts are in cents."
      )
    ),
    HttpApiEndpoint.get("holds", `${root}/wallet/:workspaceId/holds`, {
      params: workspace,
      query: { status: Schema.optional(Wallet.HoldStatus), ...Input.page },
      success: Schema.Struct({ holds: Schema.Array(Wallet.Hold), total: Schema.Int })
    }).annotateMerge(operation("List a wallet's holds")),
    HttpApiEndpoint.get("payments", `${root}/payments`, {
      query: { workspaceId: Input.id, ...Input.page },
      success: Schema.Struct({ payments: Schema.Array(Wallet.StripePayment), total: Schema.Int })
    }).annotateMerge(operation("List a workspace's payments")),
    HttpApiEndpoint.get("payouts", `${root}/payouts`, {
      query: { workspaceId: Input.id, ...Input.page },
      success: Schema.Struct({ payouts: Schema.Array(Wallet.StripePayout), total: Schema.Int })
    }).annotateMerge(operation("List a workspace's payouts")),
    HttpApiEndpoint.get("recipients", `${root}/recipients`, {
      query: { workspaceId: Input.id, ...Input.page },
      success: Schema.Struct({ recipients: Schema.Array(Wallet.PayoutRecipient), total: Schema.Int })
    }).annotateMerge(operation("List those who can be paid")),
    HttpApiEndpoint.get("ledger", `${root}/ledger`, {
      query: { workspaceId: Input.id, ...period },
      success: Schema.Array(Wallet.BudgetLedger)
    }).annotateMerge(
      operation("Read what was spent, by channel and category", "A bare array, streamed. Amounts are in cents.")
    ),
    HttpApiEndpoint.get("alerts", `${root}/alerts`, {
      query: {
        workspaceId: Input.id,
        acknowledged: Schema.optional(Schema.Literals(["true", "false"])),
        ...Input.page
      },
      success: Schema.Array(Wallet.SpendAlert)
    }).annotateMerge(operation("List a wallet's alerts", "A bare array."))
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)

const received = { success: Schema.Struct({ received: Schema.Literal(true) }) }

/** Stripe's webhooks, under the three names that documents give them. No key: the signature of the raw body counts. */
export const StripeApi = HttpApiGroup.make("stripe")
  .annotate(OpenApi.Description, "Stripe's webhooks.")
  .add(
    HttpApiEndpoint.post("webhook", "/api/webhooks/stripe", received).annotateMerge(
      operation(
        "Take a notice from Stripe",
        "No key: the signature of the raw body counts. A notice is only a hint, and the payment is read back before it moves money."
      )
    ),
    HttpApiEndpoint.post("webhookSingular", "/api/webhook/stripe", received).annotateMerge(
      operation("Take a notice from Stripe under its singular name", "As `/api/webhooks/stripe`.")
    ),
    HttpApiEndpoint.post("webhookBilling", "/api/billing/webhook", received).annotateMerge(
      operation("Take a notice from Stripe under its name of billing", "As `/api/webhooks/stripe`.")
    )
  )
  .middleware(ProblemGate)
