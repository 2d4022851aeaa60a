/** What the operator is told about sends, over HTTP. */
import { Api } from "@loopdrive/api/Api"
import { SendAlertStore } from "@loopdrive/sending/SendAlertStore"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { asProblems } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

export const layer = RequestContext.group(
  Api,
  "sendAlerts",
  Effect.fn(function* (handlers) {
    const store = yield* SendAlertStore
    return handlers.handleAll({
      list: Effect.fnUntraced(function* ({ query }) {
        const { workspaceId } = yield* Requests.credential
        const acknowledged = query.acknowledged === undefined ? undefined : query.acknowledged === "true"
        return yield* store.list(workspaceId, acknowledged, Requests.pageOf(query))
      }, asProblems),
      acknowledge: Effect.fnUntraced(function* ({ params }) {
        const { keyId, workspaceId } = yield* Requests.credential
        const at = yield* Clock.currentTimeMillis
        return yield* store.acknowledge(workspaceId, params.alertId, { name: keyId, at })
      }, asProblems)
    })
  })
)
