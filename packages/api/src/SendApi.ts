/** Sending and its records (contract section 3.3): email so far. */
import { SendResult, SendStatus } from "@loopdrive/domain/Delivery"
import { Event } from "@loopdrive/domain/Timeline"
import * as Graph from "@loopdrive/domain/PersonGraph"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

/** One line: what goes into a header must not start another one. */
const line = (most: number) =>
  Schema.String.check(
    Schema.makeFilter((value: string) => (/[\r\n]/.test(value) ? "must be one line" : undefined)),
    Schema.isMaxLength(most)
  )

export const EmailInput = Schema.Struct({
  to: Input.maybe(Schema.String.check(Schema.isMaxLength(400))),
  personId: Input.maybe(Input.id),
  subject: Input.maybe(line(998)),
  body: Input.maybe(Schema.String.check(Schema.isMaxLength(200_000))),
  html: Input.maybe(Schema.String.check(Schema.isMaxLength(500_000))),
  brandId: Input.maybe(Input.id),
  objective: Input.maybe(Input.name),
  fromName: Input.maybe(line(200)),
  fromEmail: Input.maybe(line(254)),
  replyTo: Input.maybe(line(254)),
  utmParams: Input.maybe(Schema.Record(Schema.String, Schema.String)),
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
        cursor: Schema.optional(Schema.String.check(Schema.isMaxLength(400)))
      },
      success: Schema.Struct({
        events: Schema.Array(Event),
        nextCursor: Schema.optional(Schema.String),
        memories: Schema.optional(Schema.Array(Graph.Memory))
      })
    })
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
