/** What is asked of a wallet over HTTP. */
import { Api } from "@loopdrive/api/Api"
import type * as Input from "@loopdrive/api/MoneyInput"
import * as Ids from "@loopdrive/domain/Ids"
import { currencyDefault } from "@loopdrive/domain/Money"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { WalletClient } from "@loopdrive/wallet/Client"
import type { Ask } from "@loopdrive/wallet/Ask"
import * as Corrections from "@loopdrive/wallet/Corrections"
import { Payments } from "@loopdrive/wallet/Payments"
import { PaymentStore } from "@loopdrive/wallet/PaymentStore"
import { Payouts } from "@loopdrive/wallet/Payouts"
import { Sweeper } from "@loopdrive/wallet/Sweeper"
import { WalletStore } from "@loopdrive/wallet/WalletStore"
import { FactSource } from "@loopdrive/actor/Facts"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { HttpServerRequest } from "effect/http"
import { asProblems, invalid, notFound } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

const optional = <A>(value: A | null | undefined): A | undefined => value ?? undefined

const identify = (request: HttpServerRequest.HttpServerRequest, who: Credential, route: string, input: unknown) =>
  Requests.identifyMoney(request, who, route, { route, input })

/** As `identify`, for what must not be done twice by accident. */
const identifyNamed = Effect.fnUntraced(function* (...request: Parameters<typeof identify>) {
  const { identity, named } = yield* identify(...request)
  return named ? identity : yield* invalid(["headers", "Idempotency-Key"], "Idempotency-Key is needed here")
})

/** A wallet's currency is fixed. */
const inCurrency = (payload: { readonly currency?: string | null | undefined }) =>
  payload.currency == null || payload.currency.toLowerCase() === currencyDefault
    ? Effect.void
    : Effect.fail(invalid(["payload", "currency"], `must be ${currencyDefault}, the currency of the wallet`))

const askOfPost = (payload: typeof Input.PostInput.Type): Extract<Ask, { readonly _tag: "Post" }> => ({
  _tag: "Post",
  type: payload.type,
  amount: payload.amount,
  source: payload.source,
  referenceId: optional(payload.referenceId),
  description: payload.description,
  corrects: optional(payload.corrects),
  metadata: optional(payload.metadata)
})

export const layer = RequestContext.group(
  Api,
  "money",
  Effect.fn(function* (handlers) {
    const wallets = yield* WalletClient
    const store = yield* WalletStore
    const paymentStore = yield* PaymentStore
    const payments = yield* Payments
    const payouts = yield* Payouts
    const sweeper = yield* Sweeper
    const facts = yield* FactSource
    const post = yield* Corrections.make

    /** The wallet after a command that every request means anew. */
    const set = Effect.fnUntraced(function* (
      request: HttpServerRequest.HttpServerRequest,
      workspaceId: string,
      route: string,
      ask: Ask
    ) {
      const who = yield* Requests.credential
      yield* Requests.ownWorkspace(who, workspaceId)
      const { identity } = yield* Requests.identifyMoneySetting(request, who, route, { route, ask })
      yield* wallets.ask(who, ask, identity)
      const wallet = yield* store.wallet(who.workspaceId)
      return wallet === undefined ? yield* notFound("wallet", who.workspaceId) : wallet
    })

    /** What a hold is after a command; an id that is nobody's here is not found, one whose hold has ended is a conflict. */
    const onHold = Effect.fnUntraced(function* (
      request: HttpServerRequest.HttpServerRequest,
      { holdId, workspaceId }: { readonly holdId?: string; readonly workspaceId: string },
      route: string,
      ask: Ask
    ) {
      const who = yield* Requests.credential
      yield* Requests.ownWorkspace(who, workspaceId)
      const { identity } = yield* identify(request, who, route, ask)
      const reply = yield* wallets
        .ask(who, ask, identity)
        .pipe(
          Effect.catchTag("HoldNotOpen", (refused) =>
            Effect.flatMap(store.hold(who.workspaceId, refused.holdId), (known) =>
              Effect.fail(known === undefined ? notFound("hold", holdId ?? "") : refused)
            )
          )
        )
      if (reply._tag !== "Held") return yield* Effect.die(new Error(`a hold answered ${reply._tag}`))
      return reply.transaction === undefined ? reply.hold : { ...reply.hold, transaction: reply.transaction }
    })

    return handlers.handleAll({
      post: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        yield* Requests.ownWorkspace(who, params.workspaceId)
        yield* inCurrency(payload)
        const identity = yield* identifyNamed(request, who, "wallet/transactions", payload)
        const reply = yield* post(who, askOfPost(payload), identity)
        return reply._tag === "Posted" ? reply.transaction : yield* Effect.die(new Error("an entry was not posted"))
      }, asProblems),
      freeze: ({ params, request }) =>
        asProblems(set(request, params.workspaceId, "wallet/freeze", { _tag: "Freeze" })),
      unfreeze: ({ params, request }) =>
        asProblems(set(request, params.workspaceId, "wallet/unfreeze", { _tag: "Unfreeze" })),
      overdraft: ({ params, payload, request }) =>
        asProblems(
          set(request, params.workspaceId, "wallet/overdraft", { _tag: "SetOverdraft", limit: payload.limit })
        ),
      autoReload: ({ params, payload, request }) =>
        asProblems(
          set(request, params.workspaceId, "wallet/auto-reload", {
            _tag: "ConfigureReload",
            enabled: payload.enabled,
            threshold: optional(payload.threshold),
            amount: optional(payload.amount),
            dailyCeiling: payload.dailyCeiling,
            monthlyCeiling: payload.monthlyCeiling
          })
        ),
      reserve: ({ params, payload, request }) =>
        asProblems(
          Effect.andThen(
            inCurrency(payload),
            onHold(request, params, "wallet/holds", {
              _tag: "Reserve",
              amount: payload.amount,
              referenceId: optional(payload.referenceId),
              description: payload.description,
              expiresAt: Requests.millis(payload.expiresAt),
              metadata: optional(payload.metadata)
            })
          )
        ),
      capture: ({ params, payload, request }) =>
        asProblems(
          Effect.andThen(
            inCurrency(payload),
            onHold(request, params, "wallet/holds/capture", {
              _tag: "Capture",
              holdId: params.holdId,
              amount: optional(payload.amount),
              final: payload.final ?? false,
              description: optional(payload.description)
            })
          )
        ),
      release: ({ params, payload, request }) =>
        asProblems(
          Effect.andThen(
            inCurrency(payload),
            onHold(request, params, "wallet/holds/release", {
              _tag: "Release",
              holdId: params.holdId,
              amount: optional(payload.amount)
            })
          )
        ),
      topUp: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        yield* Requests.ownWorkspace(who, params.workspaceId)
        yield* inCurrency(payload)
        const { identity } = yield* identify(request, who, "wallet/topup", { amount: payload.amount })
        return yield* payments.topUp(who, payload.amount, identity)
      }, asProblems),
      sweep: Effect.fnUntraced(function* ({ params }) {
        const workspaceId = yield* Requests.ownWorkspace(yield* Requests.credential, params.workspaceId)
        return yield* sweeper.payments(workspaceId)
      }, asProblems),
      payout: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        yield* Requests.ownWorkspace(who, payload.workspaceId)
        yield* inCurrency(payload)
        const { amount, description, recipientId } = payload
        const identity = yield* identifyNamed(request, who, "payout", { amount, description, recipientId })
        return yield* payouts.start(who, { amount, description, recipientId }, identity)
      }, asProblems),
      registerRecipient: Effect.fnUntraced(function* ({ payload }) {
        const who = yield* Requests.credential
        const workspaceId = yield* Requests.ownWorkspace(who, payload.workspaceId)
        return yield* paymentStore.register({
          id: Ids.fresh("recipient", facts.gather()),
          workspaceId,
          connectAccountId: payload.connectAccountId,
          type: payload.type,
          name: payload.name.trim(),
          createdAt: new Date(yield* Clock.currentTimeMillis).toISOString()
        })
      }, asProblems),
      acknowledge: Effect.fnUntraced(function* ({ params }) {
        const who = yield* Requests.credential
        return yield* store.acknowledge(who.workspaceId, params.alertId, {
          name: who.keyId,
          at: yield* Clock.currentTimeMillis
        })
      }, asProblems)
    })
  })
)
