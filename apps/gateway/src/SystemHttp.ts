/** Health, readiness and the sandbox outbox over HTTP. */
import { Api } from "@loopdrive/api/Api"
import * as Problems from "@loopdrive/api/Problems"
import { compact, optional } from "@loopdrive/domain/Json"
import { Completion } from "@loopdrive/providers/Completion"
import { EmailProvider } from "@loopdrive/providers/EmailProvider"
import { Embedding } from "@loopdrive/providers/Embedding"
import { Moderation } from "@loopdrive/providers/Moderation"
import { PaymentProvider } from "@loopdrive/providers/PaymentProvider"
import { SandboxOutbox } from "@loopdrive/providers/SandboxOutbox"
import type { SandboxMessage } from "@loopdrive/providers/SandboxOutbox"
import { SandboxPayments } from "@loopdrive/providers/SandboxPayments"
import { Database } from "@loopdrive/storage/Database"
import { PaymentStore } from "@loopdrive/wallet/PaymentStore"
import { toPayment } from "@loopdrive/wallet/PaymentRows"
import { PersonStore } from "@loopdrive/person/Store"
import { Settlement } from "@loopdrive/wallet/Settlement"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { asProblems, notFound } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

export const version = "0.1.0"

/** Whether the database answers. Its own service, so that a store in memory can say so too. */
export class Liveness extends Context.Service<Liveness, { readonly alive: Effect.Effect<boolean> }>()(
  "@loopdrive/gateway/Liveness"
) {}

/** How long a probe waits: a database that answers later is not one to send requests to. */
const patience = "2 seconds"

export const system = RequestContext.group(
  Api,
  "system",
  Effect.fn(function* (handlers) {
    const database = yield* Database
    const email = yield* EmailProvider
    const embedding = yield* Embedding
    const completion = yield* Completion
    const moderation = yield* Moderation
    const payments = yield* PaymentProvider
    const liveness = yield* Liveness
    const alive = liveness.alive.pipe(
      Effect.timeoutOption(patience),
      Effect.map((answer) => answer._tag === "Some" && answer.value)
    )
    const down = new Problems.Unavailable({ code: "database_down", detail: "The database does not answer." })

    const health = Effect.gen(function* () {
      if (!(yield* alive)) return yield* down
      return {
        status: "healthy" as const,
        version,
        timestamp: new Date(yield* Clock.currentTimeMillis).toISOString(),
        database: {
          store: database.store,
          version: database.version,
          vectors: database.vectors,
          durability: database.durability
        },
        services: {
          database: "connected",
          email: email.name === "sandbox" ? "sandbox" : "configured",
          embedding: embedding.source,
          // What composes, and what judges whether a text may offend.
          composing: completion.source === "none" ? "local" : `${completion.source} ${completion.model}`,
          moderation: moderation.source === "none" ? "lexicon" : moderation.source,
          payments: payments.name === "sandbox" ? "sandbox" : "configured"
        }
      }
    })

    return handlers.handleAll({
      health: () => health,
      apiHealth: () => health,
      personHealth: () => health,
      voiceHealth: () => health,
      ready: () => Effect.flatMap(alive, (up) => (up ? Effect.succeed({ ready: true as const }) : Effect.fail(down)))
    })
  })
)

/** What was not given is left out. */
const shown = (message: SandboxMessage) =>
  compact({
    id: message.id,
    sendId: message.sendId,
    channel: message.channel,
    to: message.to,
    subject: optional(message.subject),
    text: message.text ?? "",
    html: optional(message.html),
    headers: optional(message.headers),
    createdAt: message.createdAt.toISOString()
  })

export const sandbox = RequestContext.group(
  Api,
  "sandbox",
  Effect.fn(function* (handlers) {
    const outbox = yield* SandboxOutbox
    const counter = yield* SandboxPayments
    const provider = yield* PaymentProvider
    const store = yield* PaymentStore
    const settlement = yield* Settlement
    const graph = yield* PersonStore

    /** Of a person all its own; anything else is taken for an address. */
    const addressesOf = (workspaceId: string, person: string) =>
      graph.identities(workspaceId, person).pipe(
        Effect.map((identities) => identities.map(({ value }) => value)),
        Effect.catchTag("PersonNotFound", () => Effect.succeed([person, person.toLowerCase()]))
      )
    return handlers.handleAll({
      messages: Effect.fnUntraced(function* ({ query }) {
        const { workspaceId } = yield* Requests.credential
        const { channel, person } = query
        const to = person === undefined ? undefined : yield* addressesOf(workspaceId, person)
        const page = yield* outbox.page(workspaceId, { channel, to, ...Requests.pageOf(query) })
        return { messages: page.messages.map(shown), total: page.total }
      }, asProblems),
      confirmPayment: Effect.fnUntraced(function* ({ params: { paymentId }, payload }) {
        const { workspaceId } = yield* Requests.credential
        const payment = yield* store.payment(paymentId)
        const paymentIntentId = payment?.payment_intent_id
        // With a vendor there is a customer, and this stands in for nobody.
        if (provider.name !== "sandbox" || payment?.workspace_id !== workspaceId || paymentIntentId == null)
          return yield* notFound("payment", paymentId)
        yield* counter.confirm({ workspaceId, paymentIntentId, outcome: payload.outcome ?? "succeeded" })
        yield* settlement.settle(payment.id)
        const settled = yield* store.payment(payment.id)
        return settled === undefined ? yield* notFound("payment", paymentId) : toPayment(settled)
      }, asProblems)
    })
  })
)
