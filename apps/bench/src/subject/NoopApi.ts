/** `http-noop` as LoopDrive's gateway would declare it: bearer security, validated payload, encoded answer. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as Authorization from "./Authorization.ts"

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
  .middleware(Authorization.Authorization) {}

class NoopApi extends HttpApi.make("noop").add(Events) {}

const handlers = HttpApiBuilder.group(NoopApi, "events", (endpoints) =>
  endpoints.handle("noop", ({ payload }) =>
    Effect.map(Authorization.CurrentPrincipal, ({ workspaceId }) => ({ accepted: true, workspaceId, ...payload }))
  )
)

/** The routes, with what they need. */
export const layer = HttpApiBuilder.layer(NoopApi).pipe(Layer.provide(handlers), Layer.provide(Authorization.layer))
