/** Sending and its records (contract section 3.3): email so far. */
import { SendResult, SendStatus } from "@loopdrive/domain/Delivery"
import { Event } from "@loopdrive/domain/Timeline"
import * as Graph from "@loopdrive/domain/PersonGraph"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
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

export const SendApi = HttpApiGroup.make("send")
  .add(
    HttpApiEndpoint.post("email", "/email/send", { payload: EmailInput, success: SendResult }).annotate(
      RequiredScope,
      "send"
    ),
    HttpApiEndpoint.get("status", "/send/:sendId/status", { params: { sendId: Input.id }, success: SendStatus })
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
    })
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
