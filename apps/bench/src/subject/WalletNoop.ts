/** The wallet's route on the server alone: key check, the product's schemas both ways, and nothing between them. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { PostInput } from "@loopdrive/api/MoneyInput"
import { WalletTransaction } from "@loopdrive/domain/Wallet"
import * as FastServer from "@loopdrive/http/FastServer"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as Announced from "./Announced.ts"
import * as Authorization from "./Authorization.ts"
import * as NoWallet from "./NoWallet.ts"

class Money extends HttpApiGroup.make("money")
  .add(
    HttpApiEndpoint.post("post", "/api/budget/wallet/:workspaceId/transactions", {
      params: { workspaceId: Schema.String },
      payload: PostInput,
      success: WalletTransaction
    })
  )
  .middleware(Authorization.Authorization) {}

class NoopApi extends HttpApi.make("wallet-noop").add(Money) {}

const handlers = HttpApiBuilder.group(NoopApi, "money", (endpoints) =>
  endpoints.handle("post", ({ payload }) =>
    Effect.map(Authorization.CurrentPrincipal, ({ workspaceId }) => NoWallet.entry(workspaceId, payload))
  )
)
const routes = HttpApiBuilder.layer(NoopApi).pipe(Layer.provide(handlers), Layer.provide(Authorization.layer))

HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
  Layer.merge(Announced.layer),
  Layer.provide(FastServer.layer({ host: "127.0.0.1", port: 0 })),
  Layer.launch,
  NodeRuntime.runMain
)
