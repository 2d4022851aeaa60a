/**
 * What vendors and recipients call: webhooks, messages that come in, and the addresses that may not be written to.
 * Webhooks carry no key; the signature of the raw body counts.
 */
import { Channel } from "@loopdrive/domain/Channel"
import { Timestamp } from "@loopdrive/domain/Json"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

const received = { success: Schema.Struct({ received: Schema.Literal(true) }) }
/** Twilio logs an error for every message it is not answered about in its markup (https://www.twilio.com/docs/api/errors/12300). */
const Twiml = Schema.String.pipe(HttpApiSchema.asText({ contentType: "text/xml" }))
const platform = { platform: Input.name }

export const InboundApi = HttpApiGroup.make("inbound")
  .add(
    HttpApiEndpoint.post("resend", "/api/webhooks/resend", received),
    HttpApiEndpoint.post("twilioStatus", "/api/webhooks/twilio/status", received),
    HttpApiEndpoint.get("metaHandshake", "/api/webhooks/meta", { success: Schema.String }),
    HttpApiEndpoint.post("meta", "/api/webhooks/meta", received),
    HttpApiEndpoint.get("xChallenge", "/api/webhooks/x", {
      success: Schema.Struct({ response_token: Schema.String })
    }),
    HttpApiEndpoint.post("x", "/api/webhooks/x", received),
    HttpApiEndpoint.post("smsInbound", "/sms/inbound", { success: Twiml }),
    HttpApiEndpoint.post("socialInbound", "/social/:platform/inbound", { params: platform, ...received })
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
  .add(
    HttpApiEndpoint.post("suppress", "/api/suppressions", {
      payload: Schema.Struct({
        channel: Channel,
        address: Input.text(400),
        reason: Input.maybe(SuppressionReason)
      }),
      success: Suppression
    }),
    HttpApiEndpoint.delete("unsuppress", "/api/suppressions/:suppressionId", {
      params: { suppressionId: Input.id },
      success: Suppression
    })
  )
  .annotateEndpoints(RequiredScope, "write")
  .add(
    HttpApiEndpoint.get("suppressions", "/api/suppressions", {
      query: { address: Schema.optional(Input.text(400)), channel: Schema.optional(Channel), ...Input.page },
      success: Schema.Struct({ suppressions: Schema.Array(Suppression), total: Schema.Int })
    })
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
