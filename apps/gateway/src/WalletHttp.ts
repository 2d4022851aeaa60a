/** What is read of a wallet over HTTP, and Stripe's webhooks. */
import { Api } from "@loopdrive/api/Api"
import * as Input from "@loopdrive/api/Input"
import { currencyDefault } from "@loopdrive/domain/Money"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { StripeWebhook } from "@loopdrive/providers/StripeWebhook"
import { WalletClient, processScope, walletIdOf } from "@loopdrive/wallet/Client"
import { Inbox } from "@loopdrive/wallet/Inbox"
import { PaymentStore } from "@loopdrive/wallet/PaymentStore"
import { Reconciliation } from "@loopdrive/wallet/Reconciliation"
import { Reviews } from "@loopdrive/wallet/Reviews"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { HttpServerResponse } from "effect/http"
import type { HttpServerRequest } from "effect/http"
import { asProblems, invalid, notFound } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as StatementText from "./StatementText.ts"
import * as RequestContext from "./RequestContext.ts"

const iso = (millis: number): string => new Date(millis).toISOString()

/** From the first entry to now, unless said otherwise. */
const periodOf = Effect.fnUntraced(function* (query: { readonly from?: string; readonly to?: string }) {
  const from = Requests.millis(query.from) ?? 0
  const to = Requests.millis(query.to) ?? (yield* Clock.currentTimeMillis) + 1
  return from < to ? { from, to } : yield* invalid(["query", "from"], "must be before `to`")
})

export const reads = RequestContext.group(
  Api,
  "wallet",
  Effect.fn(function* (handlers) {
    const wallets = yield* WalletClient
    const store = yield* WalletStore
    const paymentStore = yield* PaymentStore
    const reconciliation = yield* Reconciliation
    const { bringUpToDate } = yield* Reviews

    /** Nobody creates a wallet: it is there when it is first looked at. */
    const walletOf = Effect.fnUntraced(function* (who: Credential) {
      yield* bringUpToDate(who.workspaceId)
      const known = yield* store.wallet(who.workspaceId)
      if (known !== undefined) return known
      const { workspaceId } = who
      yield* wallets.ask(who, { _tag: "Open" }, { workspaceId, scope: processScope, key: "open", hash: "open" })
      return (yield* store.wallet(workspaceId)) ?? (yield* notFound("wallet", workspaceId))
    })
    const own = (workspaceId: string) =>
      Effect.flatMap(Requests.credential, (who) => Effect.as(Requests.ownWorkspace(who, workspaceId), who))

    return handlers
      .handleAll({
        wallet: ({ params }) => asProblems(Effect.flatMap(own(params.workspaceId), walletOf)),
        balance: Effect.fnUntraced(function* ({ params, query }) {
          const { workspaceId } = yield* own(params.workspaceId)
          const asked = Requests.millis(query.asOf)
          const wallet = asked === undefined ? yield* store.wallet(workspaceId) : undefined
          // What is entered now has a time already and is not there yet: the last change is an instant that stands still.
          if (wallet !== undefined)
            return { workspaceId, balance: wallet.balance, currency: currencyDefault, asOf: wallet.updatedAt }
          const at = asked ?? (yield* Clock.currentTimeMillis)
          return {
            workspaceId,
            balance: yield* store.balanceAt(workspaceId, at),
            currency: currencyDefault,
            asOf: iso(at)
          }
        }, asProblems),
        transactions: ({ params, query }) =>
          asProblems(
            Effect.flatMap(own(params.workspaceId), ({ workspaceId }) =>
              store.transactions(workspaceId, Requests.pageOf(query))
            )
          )
      })
      .handleRaw(
        "statement",
        Effect.fnUntraced(function* ({ params, query }) {
          const { workspaceId } = yield* own(params.workspaceId)
          const period = yield* periodOf(query)
          const { closing, opening, transactions } = yield* store.statement(workspaceId, period)
          const frame = {
            walletId: walletIdOf(workspaceId),
            workspaceId,
            currency: currencyDefault,
            from: iso(period.from),
            to: iso(period.to),
            openingBalance: opening,
            closingBalance: closing
          }
          const isCsv = query.format === "csv"
          const text = isCsv ? StatementText.csv(frame, transactions) : StatementText.json(frame, transactions)
          return HttpServerResponse.stream(Stream.encodeText(text), {
            contentType: isCsv ? "text/csv; charset=utf-8" : "application/json",
            headers: isCsv ? { "content-disposition": `attachment; filename="statement-${workspaceId}.csv"` } : {}
          })
        }, asProblems)
      )
      .handleAll({
        reconciliation: Effect.fnUntraced(function* ({ params }) {
          const { workspaceId } = yield* own(params.workspaceId)
          const { checkedAt, ...report } = yield* reconciliation.report(workspaceId)
          return { checkedAt: iso(checkedAt), ...report }
        }, asProblems),
        holds: Effect.fnUntraced(function* ({ params, query }) {
          const { workspaceId } = yield* own(params.workspaceId)
          yield* bringUpToDate(workspaceId)
          return yield* store.holds(workspaceId, query.status, Requests.pageOf(query))
        }, asProblems),
        payments: ({ query }) =>
          asProblems(
            Effect.flatMap(own(query.workspaceId), ({ workspaceId }) =>
              paymentStore.payments(workspaceId, Requests.pageOf(query))
            )
          ),
        payouts: ({ query }) =>
          asProblems(
            Effect.flatMap(own(query.workspaceId), ({ workspaceId }) =>
              paymentStore.payouts(workspaceId, Requests.pageOf(query))
            )
          ),
        recipients: ({ query }) =>
          asProblems(
            Effect.flatMap(own(query.workspaceId), ({ workspaceId }) =>
              paymentStore.recipients(workspaceId, Requests.pageOf(query))
            )
          )
      })
      .handleRaw(
        "ledger",
        Effect.fnUntraced(function* ({ query }) {
          const { workspaceId } = yield* own(query.workspaceId)
          const text = StatementText.list(store.budgetLedger(workspaceId, yield* periodOf(query)))
          return HttpServerResponse.stream(Stream.encodeText(text), { contentType: "application/json" })
        }, asProblems)
      )
      .handleAll({
        alerts: ({ query }) =>
          asProblems(
            Effect.flatMap(own(query.workspaceId), ({ workspaceId }) =>
              store.alerts(workspaceId, query.acknowledged === undefined ? undefined : query.acknowledged === "true", {
                limit: query.limit ?? Input.pageMost,
                offset: query.offset ?? 0
              })
            )
          )
      })
  })
)

export const webhooks = RequestContext.group(
  Api,
  "stripe",
  Effect.fn(function* (handlers) {
    const verifier = yield* StripeWebhook
    const inbox = yield* Inbox

    const receive = Effect.fnUntraced(function* ({
      request
    }: {
      readonly request: HttpServerRequest.HttpServerRequest
    }) {
      const body = yield* Effect.mapError(request.arrayBuffer, () => invalid(["body"], "could not be read"))
      const event = yield* verifier.verify(new Uint8Array(body), request.headers["stripe-signature"])
      yield* inbox.receive(event)
      return { received: true as const }
    }, asProblems)
    return handlers.handleAll({
      webhook: receive,
      webhookSingular: receive,
      webhookBilling: receive
    })
  })
)
