/** `http-noop` on Effect's HTTP server as its documentation shows it. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Layer from "effect/Layer"
import * as HttpRouter from "effect/http/HttpRouter"
import { createServer } from "node:http"
import * as Announced from "./Announced.ts"
import * as NoopApi from "./NoopApi.ts"

HttpRouter.serve(NoopApi.layer, { disableLogger: true, disableListenLog: true }).pipe(
  Layer.merge(Announced.layer),
  Layer.provide(NodeHttpServer.layer(createServer, { host: "127.0.0.1", port: 0 })),
  Layer.launch,
  NodeRuntime.runMain
)
