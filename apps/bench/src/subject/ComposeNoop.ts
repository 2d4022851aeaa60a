/** The route of `compose` on the server alone: key check, the product's schema of the body, and nothing behind it. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { ComposeInput } from "@loopdrive/api/ComposeInput"
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

class Voice extends HttpApiGroup.make("voice")
  .add(
    HttpApiEndpoint.post("compose", "/brand-voice/compose", {
      payload: ComposeInput,
      success: Schema.Struct({ body: Schema.String })
    })
  )
  .middleware(Authorization.Authorization) {}

class NoopApi extends HttpApi.make("compose-noop").add(Voice) {}

const handlers = HttpApiBuilder.group(NoopApi, "voice", (endpoints) =>
  endpoints.handle("compose", ({ payload }) => Effect.succeed({ body: payload.objective }))
)
const routes = HttpApiBuilder.layer(NoopApi).pipe(Layer.provide(handlers), Layer.provide(Authorization.layer))

HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
  Layer.merge(Announced.layer),
  Layer.provide(FastServer.layer({ host: "127.0.0.1", port: 0 })),
  Layer.launch,
  NodeRuntime.runMain
)
