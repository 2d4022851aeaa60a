/** Tells the bench the port of an Effect server. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { HttpServer } from "effect/http/HttpServer"
import { announce } from "../Served.ts"

export const layer = Layer.effectDiscard(
  Effect.flatMap(HttpServer, ({ address }) => Effect.sync(() => announce("port" in address ? address.port : 0)))
)
