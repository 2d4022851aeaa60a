/** `http-noop` on `FastServer`: the same routes as `PlainNoop`. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as FastServer from "@loopdrive/http/FastServer"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServer from "effect/http/HttpServer"
import { announce } from "../Served.ts"
import * as NoopApi from "./NoopApi.ts"

const ready = Layer.effectDiscard(
  Effect.flatMap(HttpServer.HttpServer, ({ address }) =>
    Effect.sync(() => announce("port" in address ? address.port : 0))
  )
)

HttpRouter.serve(NoopApi.layer, { disableLogger: true, disableListenLog: true }).pipe(
  Layer.merge(ready),
  Layer.provide(FastServer.layer({ host: "127.0.0.1", port: 0 })),
  Layer.launch,
  NodeRuntime.runMain
)
