/** One message for many people (contract section 3.3), from a rehearsal to the account of what became of everybody. */
import { social } from "@loopdrive/domain/Channel"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

/** People of one bulk: what fits into a body of 1 MiB. */
export const peopleMost = 25_000

export const BulkInput = Schema.Struct({
  personIds: Schema.Array(Input.id).check(Schema.isMinLength(1), Schema.isMaxLength(peopleMost)),
  to: Input.maybe(Input.string(400)),
  body: Input.maybe(Input.string(200_000)),
  subject: Input.maybe(Input.line(998)),
  html: Input.maybe(Input.string(300_000)),
  platform: Input.maybe(Input.name),
  channel: Input.maybe(Schema.Literals(["email", "sms", ...social])),
  brandId: Input.maybe(Input.id),
  objective: Input.maybe(Input.name),
  scheduleFor: Input.maybe(Input.instant),
  sendAt: Input.maybe(Input.instant),
  metadata: Input.maybe(Input.metadata),
  ratePerSecond: Input.maybe(Schema.Finite.check(Schema.isBetween({ minimum: 0.01, maximum: 10_000 }))),
  localTime: Input.maybe(Input.line(64)),
  dryRun: Input.maybe(Schema.Boolean)
})

const counts = {
  candidates: Schema.Int,
  queued: Schema.Int,
  sent: Schema.Int,
  deferred: Schema.Int,
  refused: Schema.Int,
  failed: Schema.Int
}

/**
 * Everybody is in one of the counts. Of a rehearsal they say what would become of the message, and `costCents` what it
 * would cost.
 */
export const BulkReport = Schema.Struct({
  jobId: Schema.String,
  status: Schema.Literals(["queued", "running", "paused", "completed", "cancelled"]),
  ...counts,
  reasons: Schema.Record(Schema.String, Schema.Int),
  dryRun: Schema.Boolean,
  costCents: Schema.Int
}).annotate({ identifier: "BulkReport" })

const job = { jobId: Input.id }

export const BulkApi = HttpApiGroup.make("bulk")
  .add(
    HttpApiEndpoint.post("create", "/send/bulk", {
      payload: BulkInput,
      success: Schema.Struct({ jobId: Schema.String, queued: Schema.Int })
    }).annotateMerge(
      operation(
        "Send one message to many people",
        "Answers at once and works on; read on with `GET /send/bulk/{jobId}`. With `dryRun` nothing is sent, and the report says what would become of everybody and what it costs in cents. Ids that are nobody's here are refused together."
      )
    ),
    HttpApiEndpoint.post("pause", "/send/bulk/:jobId/pause", { params: job, success: BulkReport }).annotateMerge(
      operation("Pause a bulk", "Nobody else is decided about; what was decided before leaves at its time.")
    ),
    HttpApiEndpoint.post("resume", "/send/bulk/:jobId/resume", { params: job, success: BulkReport }).annotateMerge(
      operation("Resume a paused bulk")
    ),
    HttpApiEndpoint.post("cancel", "/send/bulk/:jobId/cancel", { params: job, success: BulkReport }).annotateMerge(
      operation(
        "Cancel a bulk",
        "Takes back everything that has not left, also of a completed bulk while messages of it wait."
      )
    )
  )
  .annotateEndpoints(RequiredScope, "send")
  .add(
    HttpApiEndpoint.get("status", "/send/bulk/:jobId", { params: job, success: BulkReport }).annotateMerge(
      operation(
        "Read the report of a bulk",
        "`candidates` is the sum of the other counts, once everybody was decided about. `costCents` is in cents."
      )
    )
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
