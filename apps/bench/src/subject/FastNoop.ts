/** `http-noop` on `FastServer`: the same routes as `PlainNoop`. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as FastServer from "@loopdrive/http/FastServer"
import * as Layer from "effect/Layer"
import * as HttpRouter from "effect/http/HttpRouter"
import * as Announced from "./Announced.ts"
import * as NoopApi from "./NoopApi.ts"

HttpRouter.serve(NoopApi.layer, { disableLogger: true, disableListenLog: true }).pipe(
  Layer.merge(Announced.layer),
  Layer.provide(FastServer.layer({ host: "127.0.0.1", port: 0 })),
  Layer.launch,
  NodeRuntime.runMain
)
