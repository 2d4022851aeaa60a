/** One message for many people (contract section 3.3), from a rehearsal to the account of what became of everybody. */
import { social } from "@loopdrive/domain/Channel"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

/** People of one bulk: what fits into a body of 1 MiB. */
export const peopleMost = 25_000

export const BulkInput = Schema.Struct({
  personIds: field(
    Schema.Array(Input.id).check(Schema.isMinLength(1), Schema.isMaxLength(peopleMost)),
    "Whom it is for: at most 25,000 ids. Everybody gets it once, however often they are named."
  ),
  to: field(Input.maybe(Input.string(400)), "Has no effect: each message goes to an address of its person."),
  body: field(
    Input.maybe(Input.string(200_000)),
    "The text. Without it one is composed for the `objective`, for each person."
  ),
  subject: field(
    Input.maybe(Input.line(998)),
    "Of an email: one line. Where nothing else names a channel, it means email."
  ),
  html: field(Input.maybe(Input.string(300_000)), "Of an email. Where nothing else names a channel, it means email."),
  platform: field(
    Input.maybe(Input.name),
    "A platform of direct messages: instagram, facebook, whatsapp, x or reddit."
  ),
  channel: field(
    Input.maybe(Schema.Literals(["email", "sms", ...social])),
    "email, sms or a platform. Where nothing hints at one, everybody gets it where it fits best."
  ),
  brandId: field(
    Input.maybe(Input.id),
    "Whose voice a composed message has. The workspace's default brand by default."
  ),
  objective: field(Input.maybe(Input.name), "What it is for, as `compose` takes it. Needed where there is no `body`."),
  scheduleFor: field(
    Input.maybe(Input.instant),
    "ISO 8601: nothing leaves earlier. A time without a zone is in UTC, one that lies in the past is refused."
  ),
  sendAt: field(Input.maybe(Input.instant), "Another name of `scheduleFor`, which counts where both are given."),
  metadata: field(
    Input.maybe(Input.metadata),
    "Kept with each send, at most 16 KiB; the keys that change how a message is sent are those of `/email/send`."
  ),
  ratePerSecond: field(
    Input.maybe(Schema.Finite.check(Schema.isBetween({ minimum: 0.01, maximum: 10_000 }))),
    "How many messages are decided about in a second at most, 0.01 to 10,000. As fast as it goes by default."
  ),
  localTime: field(
    Input.maybe(Input.line(64)),
    "A time of day such as `09:00`: each message leaves when it is that time where its person is."
  ),
  dryRun: field(Input.maybe(Schema.Boolean), "A rehearsal: the same rules, nothing sent. False by default.")
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
  .annotate(OpenApi.Description, "One message for many people.")
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
        "Everybody is in one of the counts: `candidates` is the sum of the others. `costCents` is in cents."
      )
    )
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
