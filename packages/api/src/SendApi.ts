/** Sending and its records (contract section 3.3). */
import { Reason, SendAlert, SendResult, SendStatus } from "@loopdrive/domain/Delivery"
import { Finding } from "@loopdrive/domain/Explanation"
import { Metadata, Timestamp } from "@loopdrive/domain/Json"
import { Event } from "@loopdrive/domain/Timeline"
import * as Graph from "@loopdrive/domain/PersonGraph"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

/** What all three have. */
const brandId = field(
  Input.maybe(Input.id),
  "Whose voice a composed message has. The workspace's default brand by default."
)
const objective = field(
  Input.maybe(Input.name),
  "What it is for, as `compose` takes it. Needed where there is no `body`: then the message is composed as it is sent."
)
const personId = field(Input.maybe(Input.id), "The person it is for, where `to` does not say it.")
const scheduleFor = field(
  Input.maybe(Input.instant),
  "ISO 8601: it leaves no earlier. A time without a zone is in UTC, one that lies in the past is refused."
)
const sendAt = field(Input.maybe(Input.instant), "Another name of `scheduleFor`, which counts where both are given.")
const metadata = field(
  Input.maybe(Input.metadata),
  `Kept with the send, at most 16 KiB. These keys change how it is sent:

* \`purpose\`: \`transactional\`, for API keys with the scope \`send:transactional\`; everything else is marketing
* \`priority\` (0 to 9) and \`expectedValue\` (a number from 0): which message takes the last slot of a cap
* \`maxLatenessMs\`: how late it may leave, in milliseconds; a day by default
* \`onBlock\`: \`refuse\`, rather not at all than later; \`defer\` by default
* \`segmentsMost\`: segments of an SMS, 1 to 10
* \`template\`: an approved message of WhatsApp, with its \`name\`, \`language\` and \`parameters\``
)

export const EmailInput = Schema.Struct({
  to: field(
    Input.maybe(Input.string(400)),
    "A person's id, or an email address. Marketing goes only to an address that is the person's own."
  ),
  personId,
  subject: field(Input.maybe(Input.line(998)), "One line, at most 998 characters. Composed where there is no `body`."),
  body: field(
    Input.maybe(Input.string(200_000)),
    "The text, or its plain form where there is `html`. Without it one is composed for the `objective`."
  ),
  html: field(Input.maybe(Input.string(500_000)), "The same as HTML."),
  brandId,
  objective,
  fromName: field(Input.maybe(Input.line(200)), "The sender's name. The workspace's `defaultFrom` by default."),
  fromEmail: field(Input.maybe(Input.line(254)), "The sender's address. The workspace's `defaultFrom` by default."),
  replyTo: field(Input.maybe(Input.line(254)), "Where answers go: an email address."),
  utmParams: field(
    Input.maybe(Input.texts),
    "Put on the links as they leave: `source`, `medium`, `campaign` and the like, with or without `utm_`."
  ),
  scheduleFor,
  sendAt,
  metadata
})

export const SmsInput = Schema.Struct({
  to: field(
    Input.maybe(Input.string(400)),
    "A person's id, or a phone number in E.164 (`+4366012345678`). Marketing goes only to a number that is the person's own."
  ),
  personId,
  body: field(Input.maybe(Input.string(10_000)), "The text. Without it one is composed for the `objective`."),
  brandId,
  objective,
  fromNumber: field(
    Input.maybe(Input.line(64)),
    "What it is sent from: a phone number, a short code, a sender's name of at most 11 characters, or a messaging service's id (`MG…`). The installation's number by default."
  ),
  scheduleFor,
  sendAt,
  metadata
})

export const DmInput = Schema.Struct({
  to: field(
    Input.maybe(Input.string(400)),
    "A person's id, or a handle on the platform. Marketing goes only to a handle that is the person's own."
  ),
  personId,
  platform: field(Input.maybe(Input.name), "The platform of the path; another one is refused."),
  body: field(Input.maybe(Input.string(20_000)), "The text. Without it one is composed for the `objective`."),
  brandId,
  objective,
  threadId: field(Input.maybe(Input.id), "The conversation that it belongs to, by the platform's own id."),
  scheduleFor,
  sendAt,
  metadata
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
  .annotate(OpenApi.Description, "Messages to one person, and what became of them.")
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
  .annotate(OpenApi.Description, "Alerts about sends of which nobody knows whether they left.")
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
  .annotate(OpenApi.Description, "What happened with people.")
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
