/**
 * What is asked of a wallet (contract section 3.4, and what services need beside it). Money is in integer cents. A command
 * about money is done once for each `Idempotency-Key` of a wallet, for ever.
 */
import * as Wallet from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"
import * as Money from "./MoneyInput.ts"
import * as UnknownFields from "./UnknownFields.ts"

const root = "/api/budget"
const workspace = { workspaceId: Input.id }
const hold = { ...workspace, holdId: Input.id }

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
  .annotate(
    OpenApi.Description,
    "Commands about money. Amounts are in integer cents; a command is done once for its `Idempotency-Key`, for ever."
  )
  .add(
    HttpApiEndpoint.post("post", `${root}/wallet/:workspaceId/transactions`, {
      params: workspace,
      payload: Money.PostInput,
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
      payload: Money.OverdraftInput,
      success: Wallet.Wallet
    }).annotateMerge(operation("Set how much may be spent beyond the balance", "In cents; 0 allows none.")),
    HttpApiEndpoint.post("reserve", `${root}/wallet/:workspaceId/holds`, {
      params: workspace,
      payload: Money.HoldInput,
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
      payload: Money.CaptureInput,
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
      payload: Money.ReleaseInput,
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
      payload: Money.PayoutInput,
      success: Wallet.StripePayout
    }).annotateMerge(
      operation(
        "Pay a registered recipient",
        "Needs an `Idempotency-Key`. The amount is set aside at once; the transfer follows, and only a transfer that exists is booked."
      )
    ),
    HttpApiEndpoint.post("registerRecipient", `${root}/recipients`, {
      payload: Money.RecipientInput,
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
      payload: Money.TopUpInput,
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
      payload: Money.ReloadInput,
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
