/** `http-noop` as LoopDrive's gateway would declare it: bearer security, validated payload, encoded answer. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as HttpApiMiddleware from "effect/http-api/HttpApiMiddleware"
import * as HttpApiSecurity from "effect/http-api/HttpApiSecurity"
import * as ApiKeys from "../ApiKeys.ts"
import { given } from "../Served.ts"

export class CurrentPrincipal extends Context.Service<CurrentPrincipal, ApiKeys.Principal>()(
  "@loopdrive/bench/CurrentPrincipal"
) {}

export class Unauthorized extends Schema.TaggedError<Unauthorized>()(
  "Unauthorized",
  { code: Schema.tag("unauthorized") },
  { httpApiStatus: 401 }
) {}

export class Authorization extends HttpApiMiddleware.Service<Authorization, { provides: CurrentPrincipal }>()(
  "@loopdrive/bench/Authorization",
  { security: { bearer: HttpApiSecurity.bearer }, error: Unauthorized }
) {}

const Text = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(64))
const Value = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

class Events extends HttpApiGroup.make("events")
  .add(
    HttpApiEndpoint.post("noop", "/noop", {
      payload: Schema.Struct({ personId: Text, type: Text, value: Value }),
      success: Schema.Struct({
        accepted: Schema.Boolean,
        workspaceId: Schema.String,
        personId: Schema.String,
        type: Schema.String,
        value: Schema.Int
      })
    })
  )
  .middleware(Authorization) {}

class NoopApi extends HttpApi.make("noop").add(Events) {}

const authorization = Layer.effect(
  Authorization,
  Effect.sync(() => {
    const principalOf = ApiKeys.make([given("BENCH_KEY")])
    return Authorization.of({
      bearer: (httpEffect, { credential }) => {
        const principal = principalOf(Redacted.value(credential))
        return principal === undefined
          ? Effect.fail(new Unauthorized())
          : Effect.provideService(httpEffect, CurrentPrincipal, principal)
      }
    })
  })
)

const handlers = HttpApiBuilder.group(NoopApi, "events", (endpoints) =>
  endpoints.handle("noop", ({ payload }) =>
    Effect.map(CurrentPrincipal, ({ workspaceId }) => ({ accepted: true, workspaceId, ...payload }))
  )
)

/** The routes, with what they need. */
export const layer = HttpApiBuilder.layer(NoopApi).pipe(Layer.provide(handlers), Layer.provide(authorization))
