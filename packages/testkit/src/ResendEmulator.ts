/**
 * Resend's HTTP API as its own Node client uses it: `POST /emails` and `GET /emails/:id`, with the vendor's error
 * names, idempotency keys, rate limit and daily quota. Used by the tests of the email layer and by whole-server tests.
 *
 * Sources: https://resend.com/docs/api-reference/errors, https://resend.com/docs/api-reference/rate-limit,
 * https://resend.com/docs/dashboard/emails/idempotency-keys. What those pages leave open (which check comes first, the
 * wording of messages) is our choice; nothing may rest on it.
 */
import { Clock, Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import * as LoopbackServer from "./LoopbackServer.ts"
import { readEmail, refuse, ResendAccount } from "./ResendAccount.ts"
import type { Accepted, Options, Remembered } from "./ResendAccount.ts"
import * as ResendWebhooks from "./ResendWebhooks.ts"
import * as VendorFault from "./VendorFault.ts"
import type { SignedWebhook } from "./WebhookDelivery.ts"

export interface ResendEmulator {
  readonly url: string
  readonly fault: VendorFault.VendorFaults
  /** Every email taken over, oldest first. */
  readonly accepted: Effect.Effect<ReadonlyArray<Accepted>>
  /** Requests to `POST /emails` that reached the emulator, faults and refusals included. */
  readonly attempts: Effect.Effect<number>
  /** Signs the webhooks below: `RESEND_WEBHOOK_SECRET` of whoever receives them. */
  readonly webhookSecret: string
  /** What becomes of an accepted email, as it would be posted now. */
  readonly webhook: (
    url: string,
    emailId: string,
    told: Omit<ResendWebhooks.Told, "at">
  ) => Effect.Effect<SignedWebhook>
}

const webhookSecret = `whsec_${Buffer.from("resend-emulator-secret").toString("base64")}`

type Response = HttpServerResponse.HttpServerResponse

const isRefusal = (value: object): value is Response => HttpServerResponse.isHttpServerResponse(value)

const answer = (remembered: Remembered): Response => HttpServerResponse.jsonUnsafe({ id: remembered.id })

const postEmail = Effect.fnUntraced(function* (
  account: ResendAccount,
  faults: VendorFault.Queue,
  request: HttpServerRequest.HttpServerRequest
) {
  account.attempts += 1
  const met = yield* faults.take
  const instead = met && VendorFault.instead(met, request, refuse)
  if (instead !== undefined) return yield* instead
  const nowMillis = yield* Clock.currentTimeMillis
  const refused = account.authorize(request.headers["authorization"]) ?? account.limit(nowMillis)
  if (refused !== undefined) return refused
  const body = yield* request.text
  const key = request.headers["idempotency-key"]
  const recalled = account.recall(key, body, nowMillis)
  if (recalled !== undefined) return isRefusal(recalled) ? recalled : answer(recalled)
  const email = readEmail(body)
  if (isRefusal(email)) return email
  const taken = account.accept(email, key, body, nowMillis)
  if (isRefusal(taken)) return taken
  yield* Effect.ensuring(
    met === undefined ? Effect.void : VendorFault.afterEffect(met, request),
    Effect.sync(() => {
      taken.running = false
    })
  )
  return VendorFault.insteadOfAnswer(met, refuse) ?? answer(taken)
})

const getEmail = (account: ResendAccount, id: string): Response => {
  const found = account.accepted.find((accepted) => accepted.id === id)
  if (found === undefined) return refuse(404, "not_found", "Email not found")
  const { from, to, subject, text, html } = found.email
  return HttpServerResponse.jsonUnsafe({
    object: "email",
    id,
    from,
    to: typeof to === "string" ? [to] : to,
    subject,
    text: text ?? null,
    html: html ?? null,
    created_at: new Date(found.acceptedAtMillis).toISOString(),
    last_event: "sent"
  })
}

const app = (account: ResendAccount, faults: VendorFault.Queue): LoopbackServer.App =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const path = request.url.split("?", 1)[0] ?? ""
    if (path === "/emails" && request.method === "POST") return yield* postEmail(account, faults, request)
    const id = path.match(/^\/emails\/([^/]+)$/)?.[1]
    if (id === undefined) return refuse(404, "not_found", "The requested endpoint does not exist")
    if (request.method !== "GET")
      return refuse(405, "method_not_allowed", "This endpoint does not support this method.")
    return account.authorize(request.headers["authorization"]) ?? getEmail(account, id)
  })

/** Starts the emulator for the life of the scope. `port` 0, the default, takes a free one. */
export const make = Effect.fnUntraced(function* (options: Options & { readonly port?: number } = {}) {
  const account = new ResendAccount(options)
  const faults = yield* VendorFault.make
  const url = yield* LoopbackServer.serve(app(account, faults), options.port)
  const emulator: ResendEmulator = {
    url,
    fault: { next: faults.next, pending: faults.pending },
    accepted: Effect.sync(() => [...account.accepted]),
    attempts: Effect.sync(() => account.attempts),
    webhookSecret,
    webhook: (to, emailId, told) =>
      Effect.map(Clock.currentTimeMillis, (at) => {
        const email = account.accepted.find(({ id }) => id === emailId)
        if (email === undefined) throw new Error(`no email ${emailId}`)
        return ResendWebhooks.webhook(to, webhookSecret, email, { ...told, at }, at)
      })
  }
  return emulator
})
