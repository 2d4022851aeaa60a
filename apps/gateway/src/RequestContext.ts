/**
 * Keeps small what travels with every request. Effect gives a handler the request's services merged with those that were
 * there when its group was built, and merging copies both: with the product's eighty services that was a tenth of the
 * time of a request that does nothing. Handlers here take what they need while they are built, so neither side has to
 * hold it.
 */
import { KeyGate, ProblemGate } from "@loopdrive/api/Gate"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { HttpServer } from "effect/http"
import type { Etag, HttpPlatform, HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import type * as FileSystem from "effect/FileSystem"
import type * as Path from "effect/Path"

/** What begins with it is a service of ours, and the prefix of no clock, logger or tracer. */
const ours = "@loopdrive/"

/** What Effect looks up for each group by itself: the middleware of its endpoints. */
const gates: ReadonlySet<string> = new Set([KeyGate.key, ProblemGate.key])

/** Without services of ours but the gates. */
const lightened = <R>(context: Context.Context<R>): Context.Context<R> =>
  Context.makeUnsafe(new Map([...context.mapUnsafe].filter(([key]) => !key.startsWith(ours) || gates.has(key))))

/** As `HttpApiBuilder.group`. A handler that asks for a service of ours when a request comes does not compile in `serve`. */
export const group: typeof HttpApiBuilder.group = (api, identifier, build) =>
  Layer.effectContext(
    Effect.contextWith((all: Context.Context<never>) => {
      const layer = HttpApiBuilder.group(api, identifier, (handlers) => {
        const built: unknown = build(handlers)
        return (Effect.isEffect(built) ? Effect.provideContext(built, all) : built) as ReturnType<typeof build>
      })
      type Needs = Layer.Services<typeof layer> | Scope.Scope
      return Effect.updateContext(Layer.build(layer), (needs: Context.Context<Needs>) => lightened(needs))
    })
  )

/** What may be asked for when a request comes. */
type Asked = HttpServer.HttpServer | HttpPlatform.HttpPlatform | Etag.Generator | FileSystem.FileSystem | Path.Path

/** Serves what answers requests on the `HttpServer` in the context. */
export const serve = (
  answer: Effect.Effect<
    HttpServerResponse.HttpServerResponse,
    unknown,
    Asked | HttpServerRequest.HttpServerRequest | Scope.Scope
  >
): Layer.Layer<never, never, Asked> => {
  const served: Effect.Effect<void, never, Asked | Scope.Scope> = HttpServer.serveEffect(answer)
  return Layer.effectDiscard(
    Effect.updateContext(served, (asked: Context.Context<Asked | Scope.Scope>) => lightened(asked))
  )
}
