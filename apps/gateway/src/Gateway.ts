/** The gateway put together: the contract's routes, their gates, and what a browser or a scraper looks at. */
import { Api } from "@loopdrive/api/Api"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { HttpRouter } from "effect/http"
import { HttpApiBuilder, HttpApiScalar } from "effect/http-api"
import * as PrometheusMetrics from "effect/observability/PrometheusMetrics"
import * as AdminHttp from "./AdminHttp.ts"
import * as BulkHttp from "./BulkHttp.ts"
import * as Edge from "./Edge.ts"
import * as Gates from "./Gates.ts"
import * as InboundHttp from "./InboundHttp.ts"
import * as LinkHttp from "./LinkHttp.ts"
import * as MoneyHttp from "./MoneyHttp.ts"
import * as Pages from "./Pages.ts"
import * as PersonHttp from "./PersonHttp.ts"
import * as QueueHttp from "./QueueHttp.ts"
import * as RequestContext from "./RequestContext.ts"
import * as SendAlertHttp from "./SendAlertHttp.ts"
import * as SendHttp from "./SendHttp.ts"
import * as SuppressionHttp from "./SuppressionHttp.ts"
import * as SystemHttp from "./SystemHttp.ts"
import * as VoiceAdminHttp from "./VoiceAdminHttp.ts"
import * as VoiceHttp from "./VoiceHttp.ts"
import * as WalletHttp from "./WalletHttp.ts"
import { Timelines } from "./Timelines.ts"

const handlers = Layer.mergeAll(
  PersonHttp.layer,
  SendHttp.sends,
  SendHttp.events,
  SendAlertHttp.layer,
  BulkHttp.layer,
  QueueHttp.layer,
  InboundHttp.webhooks,
  SuppressionHttp.layer,
  AdminHttp.layer,
  VoiceHttp.layer,
  VoiceAdminHttp.layer,
  WalletHttp.reads,
  WalletHttp.webhooks,
  MoneyHttp.layer,
  SystemHttp.system,
  SystemHttp.sandbox
).pipe(Layer.provide([Gates.problemGate, Gates.keyGate, Timelines.layer]))

/** The page of the reference asks nobody but this server: no fonts, tools or agents of those who made it. */
const reference = {
  withDefaultFonts: false,
  showDeveloperTools: "never",
  telemetry: false,
  mcp: { disabled: true },
  agent: { disabled: true },
  authentication: { preferredSecurityScheme: "bearer" }
}

/** Every route, over the services of the domain. */
export const routes = (options: { readonly origins: ReadonlyArray<string> }) =>
  Layer.mergeAll(
    HttpApiBuilder.layer(Api, { openapiPath: "/openapi.json" }).pipe(Layer.provide(handlers)),
    HttpApiScalar.layer(Api, { path: "/docs", scalar: reference }),
    PrometheusMetrics.layerHttp({ path: "/metrics" }),
    Pages.layer,
    LinkHttp.layer,
    Edge.layer(options.origins)
  )

/**
 * Serves the routes on the `HttpServer` in the context. The outermost step wraps the router instead of being given to the
 * server as middleware, which would bring back the cost of a span per request.
 */
export const layer = (options: { readonly origins: ReadonlyArray<string> }) =>
  Layer.unwrap(
    Effect.map(HttpRouter.toHttpEffect(routes(options)), (handler) => RequestContext.serve(Edge.canonical(handler)))
  )
