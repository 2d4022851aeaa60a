/** The route of the `turn` bench as the gateway would declare it, over an actor's client. */
import type { ActorClient } from "@loopdrive/actor/ActorClient"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { IdempotencyConflict } from "@loopdrive/actor/Receipt"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import { hash } from "node:crypto"
import { Debit, InsufficientFunds, Reply } from "./Account.ts"
import * as Authorization from "./Authorization.ts"

const text = (lengthMax: number) => Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(lengthMax))

class Accounts extends HttpApiGroup.make("accounts")
  .add(
    HttpApiEndpoint.post("debit", "/accounts/:id/debits", {
      params: { id: text(64) },
      headers: { "idempotency-key": text(255) },
      payload: Schema.Struct({
        amount: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 })),
        reason: text(64)
      }),
      success: Schema.Struct({ account: Schema.String, balance: Schema.Int, entry: Schema.Int }),
      error: [
        InsufficientFunds,
        IdempotencyConflict.pipe(HttpApiSchema.status(422)),
        ActorUnavailable.pipe(HttpApiSchema.status(503))
      ]
    })
  )
  .middleware(Authorization.Authorization) {}

class DebitApi extends HttpApi.make("debits").add(Accounts) {}

const scope = "POST /accounts/:id/debits"

const digest = (account: string, amount: number, reason: string): string =>
  hash("sha256", JSON.stringify([account, amount, reason]), "hex")

/** The routes over a client. */
export const layer = <E, R>(
  client: Effect.Effect<ActorClient<typeof Debit.Type, typeof Reply.Type, InsufficientFunds>, E, R>
) => {
  const handlers = HttpApiBuilder.group(
    DebitApi,
    "accounts",
    Effect.fnUntraced(function* (endpoints) {
      const { take } = yield* client
      return endpoints.handle("debit", ({ headers, params: { id }, payload }) =>
        Effect.flatMap(Authorization.CurrentPrincipal, ({ workspaceId }) => {
          const key = headers["idempotency-key"]
          const identity = { workspaceId, scope, key, hash: digest(id, payload.amount, payload.reason) }
          return Effect.map(take(id, payload, identity), ({ balance, entry }) => ({ account: id, balance, entry }))
        })
      )
    })
  )
  return HttpApiBuilder.layer(DebitApi).pipe(Layer.provide(handlers), Layer.provide(Authorization.layer))
}
