/**
 * Stripe's HTTP API as its own Node client uses it for payments, refunds, disputes, transfers and events, with its
 * errors, idempotency keys, pagination and webhooks. Used by the tests of the payment layer and by whole-server tests.
 *
 * Sources: https://docs.stripe.com/api/errors, https://docs.stripe.com/api/idempotent_requests,
 * https://docs.stripe.com/error-low-level, https://docs.stripe.com/api/pagination, https://docs.stripe.com/testing. What
 * those pages leave open (which check comes first, the wording of messages) is our choice; nothing may rest on it.
 */
import { Clock, Effect, Result } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { randomUUID } from "node:crypto"
import * as LoopbackServer from "./LoopbackServer.ts"
import { StripeAccount } from "./StripeAccount.ts"
import type { Options } from "./StripeAccount.ts"
import * as StripeDelivery from "./StripeDelivery.ts"
import * as StripeForm from "./StripeForm.ts"
import { StripeKeys } from "./StripeKeys.ts"
import type { Remembered } from "./StripeKeys.ts"
import type { StripeDispute, StripeEvent, StripeIntent, StripeRefund, StripeTransfer } from "./StripeObjects.ts"
import { invalid, refuse } from "./StripeRefusal.ts"
import type { StripeRefusal } from "./StripeRefusal.ts"
import * as StripeRoutes from "./StripeRoutes.ts"
import * as VendorFault from "./VendorFault.ts"

/** A request that reached the emulator, faults and refusals included. */
export interface Received {
  readonly method: string
  readonly path: string
  /** The form of a POST, the query of a GET, as sent. */
  readonly form: string
  readonly idempotencyKey: string | undefined
  readonly version: string | undefined
}

export interface StripeEmulator {
  readonly url: string
  /** Faults for the next requests, whichever they are. */
  readonly fault: VendorFault.VendorFaults
  /** Faults for the next requests of one method and path, such as `POST /v1/payment_intents`; they come first. */
  readonly faultOn: (route: string) => VendorFault.VendorFaults
  readonly received: Effect.Effect<ReadonlyArray<Received>>
  /** All payments, oldest first, as they are. */
  readonly payments: Effect.Effect<ReadonlyArray<StripeIntent>>
  readonly transfers: Effect.Effect<ReadonlyArray<StripeTransfer>>
  readonly events: Effect.Effect<ReadonlyArray<StripeEvent>>
  /** The customer confirms with a test card, `pm_card_visa` unless named. Fails as the card does. */
  readonly confirm: (paymentIntentId: string, card?: string) => Effect.Effect<StripeIntent, StripeRefusal>
  readonly cancel: (paymentIntentId: string) => Effect.Effect<StripeIntent, StripeRefusal>
  /** Gives back `amount` cents, or all that is left. */
  readonly refund: (paymentIntentId: string, amount?: number) => Effect.Effect<StripeRefund, StripeRefusal>
  /** Moves the payment's open dispute on, or opens one: `needs_response`, `won`, `lost` and so on. */
  readonly dispute: (
    paymentIntentId: string,
    status?: string,
    amount?: number
  ) => Effect.Effect<StripeDispute, StripeRefusal>
  /** Takes back `amount` cents of a transfer, or all that is left of it. */
  readonly reverse: (transferId: string, amount?: number) => Effect.Effect<StripeTransfer, StripeRefusal>
  /** From now on the bank declines this saved method. */
  readonly deauthorise: (paymentMethodId: string) => Effect.Effect<void>
  /** Sends a webhook for every event since the last delivery, and waits for each answer. */
  readonly deliver: (options: StripeDelivery.DeliverOptions) => Effect.Effect<ReadonlyArray<StripeDelivery.Delivery>>
}

interface Emulated {
  readonly account: StripeAccount
  readonly keys: StripeKeys
  readonly faults: VendorFault.Queue
  readonly faultsOn: Map<string, VendorFault.Queue>
  readonly received: Array<Received>
}

type Response = HttpServerResponse.HttpServerResponse

const seconds = Effect.map(Clock.currentTimeMillis, (millis) => Math.floor(millis / 1000))

const headersOf = (more: Record<string, string>): Record<string, string> => ({
  "request-id": `req_${randomUUID().slice(0, 13).replace("-", "")}`,
  ...more
})

const answer = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  HttpServerResponse.text(body, { status, contentType: "application/json", headers: headersOf(headers) })

const bodyOf = (refusal: StripeRefusal): string => JSON.stringify({ error: refusal.error })

const refused = (refusal: StripeRefusal): Response => answer(refusal.status, bodyOf(refusal))

/** For faults: `name` becomes the code, the type follows from the status. */
const lay: VendorFault.Refuse = (status, name, message, headers) => {
  const type = status >= 500 ? "api_error" : status === 402 ? "card_error" : "invalid_request_error"
  return answer(status, JSON.stringify({ error: { type, code: name, message } }), headers)
}

const isRefusal = (claimed: Remembered | StripeRefusal): claimed is StripeRefusal => "error" in claimed

/** Runs a request that nothing stands in the way of. */
const execute = (
  run: NonNullable<ReturnType<typeof StripeRoutes.find>>,
  asked: Parameters<typeof run>[0],
  fault: VendorFault.VendorFault | undefined
): { readonly status: number; readonly body: string; readonly executed: boolean } => {
  const result = run(asked)
  if (fault?.kind === "accept-then-status") {
    const error = { type: "api_error", code: fault.name, message: "Laid by a test, after the effect." }
    return { status: fault.status, body: JSON.stringify({ error }), executed: true }
  }
  if (Result.isSuccess(result)) return { status: 200, body: JSON.stringify(result.success), executed: true }
  return { status: result.failure.status, body: bodyOf(result.failure), executed: result.failure.executed }
}

const serve = Effect.fnUntraced(function* (emulated: Emulated, request: HttpServerRequest.HttpServerRequest) {
  const { account, keys } = emulated
  const [path = "", query = ""] = request.url.split("?", 2)
  const text = request.method === "POST" ? yield* request.text : query
  const key = request.method === "POST" ? request.headers["idempotency-key"] : undefined
  const version = request.headers["stripe-version"]
  emulated.received.push({ method: request.method, path, form: text, idempotencyKey: key, version })
  const faultsOn = emulated.faultsOn.get(`${request.method} ${path}`)
  const met = (faultsOn && (yield* faultsOn.take)) ?? (yield* emulated.faults.take)
  const instead = met && VendorFault.instead(met, request, lay)
  if (instead !== undefined) return yield* instead
  const token = request.headers["authorization"]?.match(/^Bearer (\S+)$/i)?.[1]
  if (token === undefined || !account.lets(token)) {
    return refused(refuse(401, "invalid_request_error", undefined, "Invalid API Key provided."))
  }
  const run = StripeRoutes.find(request.method, path)
  if (run === undefined) return refused(refuse(404, "invalid_request_error", undefined, `Unrecognized URL: ${path}`))
  if (
    request.method === "POST" &&
    request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") !== true
  ) {
    return refused(invalid(undefined, "The body is not form-encoded."))
  }
  const atSeconds = yield* seconds
  const claimed = key === undefined ? undefined : keys.claim(key, `${request.method} ${path} ${text}`, atSeconds)
  if (claimed !== undefined && isRefusal(claimed)) return refused(claimed)
  if (claimed?.answer !== undefined) {
    return answer(claimed.answer.status, claimed.answer.body, { "idempotent-replayed": "true" })
  }
  const { status, body, executed } = execute(run, { account, form: StripeForm.parse(text), atSeconds }, met?.fault)
  if (claimed !== undefined) {
    claimed.answer = executed ? { status, body } : undefined
    claimed.running = met?.fault.kind === "slow"
  }
  const release = Effect.sync(() => {
    if (claimed !== undefined) claimed.running = false
  })
  if (met !== undefined) yield* Effect.ensuring(VendorFault.afterEffect(met, request), release)
  return answer(status, body, version === undefined ? {} : { "stripe-version": version })
})

const copies = <A>(all: ReadonlyMap<string, A>): Effect.Effect<ReadonlyArray<A>> =>
  Effect.sync(() => structuredClone([...all.values()]))

const controls = (account: StripeAccount) => {
  const act = <A>(does: (atSeconds: number) => StripeForm.Answer<A>): Effect.Effect<A, StripeRefusal> =>
    Effect.flatMap(seconds, (at) => Effect.map(Effect.fromResult(does(at)), (object) => structuredClone(object)))
  return {
    confirm: (id: string, card = "pm_card_visa") => act((at) => account.confirm(id, card, at)),
    cancel: (id: string) => act((at) => account.cancel(id, at)),
    refund: (id: string, amount?: number) => {
      const form = new URLSearchParams({ payment_intent: id, ...(amount === undefined ? {} : { amount: `${amount}` }) })
      return act((at) => account.createRefund(StripeForm.parse(form.toString()), at))
    },
    dispute: (id: string, status = "needs_response", amount?: number) =>
      act((at) => account.dispute(id, status, amount, at)),
    reverse: (transferId: string, amount?: number) => act((at) => account.reverse(transferId, amount, at)),
    deauthorise: (methodId: string) => Effect.sync(() => account.deauthorise(methodId))
  }
}

/** Starts the emulator for the life of the scope. `port` 0, the default, takes a free one. */
export const make = Effect.fnUntraced(function* (options: Options & { readonly port?: number } = {}) {
  const account = new StripeAccount(options)
  const faults = yield* VendorFault.make
  const emulated: Emulated = { account, keys: new StripeKeys(), faults, faultsOn: new Map(), received: [] }
  const app: LoopbackServer.App = Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
    serve(emulated, request)
  )
  const url = yield* LoopbackServer.serve(app, options.port)
  let delivered = 0
  const emulator: StripeEmulator = {
    url,
    fault: { next: faults.next, pending: faults.pending },
    faultOn: (route) => {
      const laid = emulated.faultsOn.get(route) ?? VendorFault.makeUnsafe()
      emulated.faultsOn.set(route, laid)
      return { next: laid.next, pending: laid.pending }
    },
    received: Effect.sync(() => [...emulated.received]),
    payments: copies(account.intents),
    transfers: copies(account.transfers),
    events: copies(account.events),
    ...controls(account),
    deliver: (delivery) =>
      Effect.suspend(() => {
        const events = structuredClone([...account.events.values()].slice(delivered))
        delivered += events.length
        return StripeDelivery.deliver(events, delivery)
      })
  }
  return emulator
})
