/** Sending and its records (contract section 3.3). */
import { Reason, SendAlert, SendResult, SendStatus } from "@loopdrive/domain/Delivery"
import { Finding } from "@loopdrive/domain/Explanation"
import { Metadata, Timestamp } from "@loopdrive/domain/Json"
import { Event } from "@loopdrive/domain/Timeline"
import * as Graph from "@loopdrive/domain/PersonGraph"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

export const EmailInput = Schema.Struct({
  to: Input.maybe(Input.string(400)),
  personId: Input.maybe(Input.id),
  subject: Input.maybe(Input.line(998)),
  body: Input.maybe(Input.string(200_000)),
  html: Input.maybe(Input.string(500_000)),
  brandId: Input.maybe(Input.id),
  objective: Input.maybe(Input.name),
  fromName: Input.maybe(Input.line(200)),
  fromEmail: Input.maybe(Input.line(254)),
  replyTo: Input.maybe(Input.line(254)),
  utmParams: Input.maybe(Input.texts),
  scheduleFor: Input.maybe(Input.instant),
  sendAt: Input.maybe(Input.instant),
  metadata: Input.maybe(Input.metadata)
})

export const SmsInput = Schema.Struct({
  to: Input.maybe(Input.string(400)),
  personId: Input.maybe(Input.id),
  body: Input.maybe(Input.string(10_000)),
  brandId: Input.maybe(Input.id),
  objective: Input.maybe(Input.name),
  fromNumber: Input.maybe(Input.line(64)),
  scheduleFor: Input.maybe(Input.instant),
  sendAt: Input.maybe(Input.instant),
  metadata: Input.maybe(Input.metadata)
})

export const DmInput = Schema.Struct({
  to: Input.maybe(Input.string(400)),
  personId: Input.maybe(Input.id),
  platform: Input.maybe(Input.name),
  body: Input.maybe(Input.string(20_000)),
  brandId: Input.maybe(Input.id),
  objective: Input.maybe(Input.name),
  threadId: Input.maybe(Input.id),
  scheduleFor: Input.maybe(Input.instant),
  sendAt: Input.maybe(Input.instant),
  metadata: Input.maybe(Input.metadata)
})

/** Why a send left, waits or was refused: every time it was decided about, and what was done with it. */
export const SendExplanation = Schema.Struct({
  id: Schema.String,
  state: Schema.String,
  reason: Schema.optionalKey(Reason),
  decisions: Schema.Array(
    Schema.Struct({
      at: Timestamp,
      outcome: Schema.String,
      reason: Schema.optionalKey(Schema.String),
      rules: Schema.Array(Finding)
    })
  ),
  trail: Schema.Array(Schema.Struct({ at: Timestamp, step: Schema.String, detail: Metadata }))
}).annotate({ identifier: "SendExplanation" })

const send = { sendId: Input.id }

export const SendApi = HttpApiGroup.make("send")
  .add(
    HttpApiEndpoint.post("email", "/email/send", { payload: EmailInput, success: SendResult }).annotateMerge(
      operation(
        "Send an email, or have one composed and sent",
        "Give `to` or `personId`, and `body` or an `objective` to compose for. It is answered once it is decided: consent, suppressions and caps may refuse it with 409 and the reason, quiet hours and `scheduleFor` let it wait."
      )
    ),
    HttpApiEndpoint.post("sms", "/sms/send", { payload: SmsInput, success: SendResult }).annotateMerge(
      operation(
        "Send a text message, or have one composed and sent",
        "As `/email/send`. A line on how to end the messages is added to marketing as it leaves."
      )
    ),
    HttpApiEndpoint.post("dm", "/social/:platform/dm", {
      params: { platform: Input.name },
      payload: DmInput,
      success: SendResult
    }).annotateMerge(
      operation(
        "Send a direct message, or have one composed and sent",
        "As `/email/send`. Platforms are instagram, facebook, whatsapp, x and reddit."
      )
    ),
    HttpApiEndpoint.post("cancel", "/send/:sendId/cancel", { params: send, success: SendResult }).annotateMerge(
      operation("Cancel a send that has not left", "One that has left is refused with 409.")
    )
  )
  .annotateEndpoints(RequiredScope, "send")
  .add(
    HttpApiEndpoint.get("status", "/send/:sendId/status", { params: send, success: SendStatus }).annotateMerge(
      operation("Read what became of a send")
    ),
    HttpApiEndpoint.get("explain", "/send/:sendId/explain", { params: send, success: SendExplanation }).annotateMerge(
      operation(
        "Read why a send left, waits or was refused",
        "Every decision with the rules that were asked and what each of them looked at."
      )
    ),
    HttpApiEndpoint.get("history", "/person/:personId/sends", {
      params: { personId: Input.id },
      query: { channels: Schema.optional(Schema.Array(Input.name)), ...Input.page },
      success: Schema.Struct({ sends: Schema.Array(SendResult), total: Schema.Int })
    }).annotateMerge(
      operation("List the sends to a person", "Newest first, those to people merged into this one included.")
    )
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)

/** Sends whose outcome nobody has known for 15 minutes. */
export const SendAlertApi = HttpApiGroup.make("sendAlerts")
  .add(
    HttpApiEndpoint.get("list", "/api/sends/alerts", {
      query: { acknowledged: Schema.optional(Schema.Literals(["true", "false"])), ...Input.page },
      success: Schema.Struct({ alerts: Schema.Array(SendAlert), total: Schema.Int })
    }).annotateMerge(
      operation(
        "List the alerts about sends whose outcome is unknown",
        "Raised for sends of which nobody has known for 15 minutes whether they left."
      )
    ),
    HttpApiEndpoint.post("acknowledge", "/api/sends/alerts/:alertId/acknowledge", {
      params: { alertId: Input.id },
      success: SendAlert
    })
      .annotateMerge(
        operation("Acknowledge an alert about sends", "The next send of unknown outcome raises another one.")
      )
      .annotate(RequiredScope, "write")
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)

export const EventsApi = HttpApiGroup.make("events")
  .add(
    HttpApiEndpoint.get("timeline", "/events/timeline", {
      query: {
        personId: Input.id,
        channels: Schema.optional(Schema.Array(Input.name)),
        types: Schema.optional(Schema.Array(Input.name)),
        dateFrom: Schema.optional(Input.instant),
        dateTo: Schema.optional(Input.instant),
        limit: Schema.optional(Input.limit),
        includeMemory: Schema.optional(Schema.Literals(["true", "false"])),
        cursor: Schema.optional(Input.string(400))
      },
      success: Schema.Struct({
        events: Schema.Array(Event),
        nextCursor: Schema.optionalKey(Schema.String),
        memories: Schema.optionalKey(Schema.Array(Graph.Memory))
      })
    }).annotateMerge(
      operation(
        "Read a person's timeline in pages",
        "Newest first. `nextCursor` of an answer, given as `cursor`, reads on."
      )
    )
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
