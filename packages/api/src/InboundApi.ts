/**
 * What vendors and recipients call: webhooks, messages that come in, and the addresses that may not be written to.
 * Webhooks carry no key; the signature of the raw body counts.
 */
import { Channel } from "@loopdrive/domain/Channel"
import { Timestamp } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

const received = { success: Schema.Struct({ received: Schema.Literal(true) }) }
/** Twilio logs an error for every message it is not answered about in its markup (https://www.twilio.com/docs/api/errors/12300). */
const Twiml = Schema.String.pipe(HttpApiSchema.asText({ contentType: "text/xml" }))
const platform = { platform: Input.name }

export const InboundApi = HttpApiGroup.make("inbound")
  .annotate(OpenApi.Description, "What vendors and recipients tell. No API key: signatures count.")
  .add(
    HttpApiEndpoint.post("resend", "/api/webhooks/resend", received).annotateMerge(
      operation(
        "Take a notice from Resend",
        "No key: the signature of the raw body counts, and a notice that is repeated counts once."
      )
    ),
    HttpApiEndpoint.post("twilioStatus", "/api/webhooks/twilio/status", received).annotateMerge(
      operation(
        "Take a delivery receipt from Twilio",
        "No key: the signature counts, and a notice that is repeated counts once."
      )
    ),
    HttpApiEndpoint.get("metaHandshake", "/api/webhooks/meta", { success: Schema.String }).annotateMerge(
      operation("Answer Meta's handshake", "Meta asks once, when the webhook is set up.")
    ),
    HttpApiEndpoint.post("meta", "/api/webhooks/meta", received).annotateMerge(
      operation(
        "Take receipts and messages from Meta",
        "Instagram, Facebook and WhatsApp. No key: the signature of the raw body counts."
      )
    ),
    HttpApiEndpoint.get("xChallenge", "/api/webhooks/x", {
      success: Schema.Struct({ response_token: Schema.String })
    }).annotateMerge(
      operation("Answer the challenge of X", "X asks when the webhook is set up, and again now and then.")
    ),
    HttpApiEndpoint.post("x", "/api/webhooks/x", received).annotateMerge(
      operation("Take receipts and messages from X", "No key: the signature of the raw body counts.")
    ),
    HttpApiEndpoint.post("smsInbound", "/sms/inbound", { success: Twiml }).annotateMerge(
      operation(
        "Take a text message from Twilio",
        "STOP, HELP and START are obeyed in six languages. The answer is in Twilio's markup."
      )
    ),
    HttpApiEndpoint.post("socialInbound", "/social/:platform/inbound", { params: platform, ...received }).annotateMerge(
      operation(
        "Take a direct message",
        "Signed by Meta or X; or `{ handle, message }` as JSON under an API key with the scope `write`."
      )
    )
  )
  .middleware(ProblemGate)

export const SuppressionReason = Schema.Literals([
  "hard_bounce",
  "soft_bounces",
  "complaint",
  "manual",
  "unsubscribe",
  "stop"
])

export const Suppression = Schema.Struct({
  id: Schema.String,
  channel: Channel,
  address: Schema.String,
  reason: SuppressionReason,
  /** Transactional messages may still go. */
  marketingOnly: Schema.Boolean,
  source: Schema.String,
  createdAt: Timestamp
}).annotate({ identifier: "Suppression" })

export const SuppressionApi = HttpApiGroup.make("suppressions")
  .annotate(OpenApi.Description, "Addresses that are not written to, and why.")
  .add(
    HttpApiEndpoint.post("suppress", "/api/suppressions", {
      payload: Schema.Struct({
        channel: Channel,
        address: field(
          Input.text(400),
          "As it is written to on the channel: an email address, a phone number or a handle."
        ),
        reason: field(Input.maybe(SuppressionReason), "`manual` by default.")
      }),
      success: Suppression
    }).annotateMerge(operation("Stop writing to an address", "Asking again changes nothing.")),
    HttpApiEndpoint.delete("unsuppress", "/api/suppressions/:suppressionId", {
      params: { suppressionId: Input.id },
      success: Suppression
    }).annotateMerge(
      operation("Let an address be written to again", "Gives back no consent: what was revoked stays revoked.")
    )
  )
  .annotateEndpoints(RequiredScope, "write")
  .add(
    HttpApiEndpoint.get("suppressions", "/api/suppressions", {
      query: { address: Schema.optional(Input.text(400)), channel: Schema.optional(Channel), ...Input.page },
      success: Schema.Struct({ suppressions: Schema.Array(Suppression), total: Schema.Int })
    }).annotateMerge(
      operation(
        "List the addresses that are not written to",
        "An address without its channel has to be given in normal form, as it is listed."
      )
    )
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
