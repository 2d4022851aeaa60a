/** The durable queues over HTTP. */
import { Api } from "@loopdrive/api/Api"
import * as Problems from "@loopdrive/api/Problems"
import { compact } from "@loopdrive/domain/Json"
import * as Queue from "@loopdrive/sending/Queue"
import { QueueStore } from "@loopdrive/sending/QueueStore"
import type { DeadItem } from "@loopdrive/sending/QueueStore"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { asProblems, notFound } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

const isName = Schema.is(Queue.QueueName)

const named = (name: string): Effect.Effect<Queue.QueueName, Problems.NotFound> =>
  isName(name) ? Effect.succeed(name) : Effect.fail(notFound("queue", name))

const shown = ({ attempts, createdAt, element, error, failedAt, id }: DeadItem) =>
  compact({
    id,
    attempts,
    error,
    createdAt,
    failedAt,
    // What was put there is an object; what cannot be read is shown as it is.
    element: typeof element === "object" && element !== null ? { ...element } : String(element)
  })

export const layer = RequestContext.group(
  Api,
  "queues",
  Effect.fn(function* (handlers) {
    const store = yield* QueueStore
    return handlers.handleAll({
      stats: () => asProblems(Effect.map(store.stats(), (queues) => ({ queues }))),
      dead: Effect.fnUntraced(function* ({ params, query }) {
        const { workspaceId } = yield* Requests.credential
        const found = yield* store.dead(yield* named(params.name), workspaceId, Requests.pageOf(query))
        return { items: found.items.map(shown), total: found.total }
      }, asProblems),
      requeue: Effect.fnUntraced(function* ({ params }) {
        const { workspaceId } = yield* Requests.credential
        const queue = yield* named(params.name)
        yield* store.requeue(queue, workspaceId, params.id)
        return { id: params.id, queue }
      }, asProblems)
    })
  })
)
