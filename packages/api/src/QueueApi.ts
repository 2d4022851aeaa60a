/** The eleven durable queues (contract section 8.7): how they run, and what could not be handled. */
import { Metadata, Timestamp } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

export const QueueStats = Schema.Struct({
  name: Schema.String,
  depth: Schema.Int,
  delayed: Schema.Int,
  oldestMillis: Schema.Int,
  completedLastMinute: Schema.Int,
  dead: Schema.Int
}).annotate({ identifier: "QueueStats" })

export const DeadItem = Schema.Struct({
  id: Schema.String,
  element: Schema.Union([Metadata, Schema.String]),
  attempts: Schema.Int,
  error: Schema.optionalKey(Schema.String),
  createdAt: Timestamp,
  failedAt: Timestamp
}).annotate({ identifier: "DeadItem" })

const queue = { name: Input.name }

export const QueueApi = HttpApiGroup.make("queues")
  .annotate(OpenApi.Description, "The durable queues: how they run, and what could not be handled.")
  .add(
    HttpApiEndpoint.get("stats", "/api/queues/stats", {
      success: Schema.Struct({ queues: Schema.Array(QueueStats) })
    }).annotateMerge(
      operation(
        "Read how the queues run",
        "Counts are those of the installation, not of the workspace; `oldestMillis` is in milliseconds."
      )
    ),
    HttpApiEndpoint.get("dead", "/api/queues/:name/dead", {
      params: queue,
      query: Input.page,
      success: Schema.Struct({ items: Schema.Array(DeadItem), total: Schema.Int })
    }).annotateMerge(
      operation("List what a queue could not handle", "The workspace's own items, put aside after ten attempts.")
    ),
    HttpApiEndpoint.post("requeue", "/api/queues/:name/dead/:id/requeue", {
      params: { ...queue, id: Input.id },
      success: Schema.Struct({ id: Schema.String, queue: Schema.String })
    })
      .annotateMerge(operation("Hand a dead item out again"))
      .annotate(RequiredScope, "send")
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
