/** Bearer security as the gateway declares it; used by every subject. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as HttpApiMiddleware from "effect/http-api/HttpApiMiddleware"
import * as HttpApiSecurity from "effect/http-api/HttpApiSecurity"
import * as ApiKeys from "../ApiKeys.ts"
import { given } from "../Served.ts"
import * as Tenants from "../Tenants.ts"

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

export const layer = Layer.effect(
  Authorization,
  Effect.sync(() => {
    const principalOf = ApiKeys.make(Tenants.keys(given("BENCH_KEY")))
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
