/** What is up, and the messages that the sandbox holds. */
import { Timestamp } from "@loopdrive/domain/Json"
import { StripePayment } from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

/** What the store is, and what it promises to keep. */
export const Store = Schema.Struct({
  store: Schema.Literals(["postgres", "pglite", "memory"]),
  version: Schema.String,
  vectors: Schema.Literals(["pgvector", "exact"]),
  durability: Schema.String
})

export const Health = Schema.Struct({
  status: Schema.Literals(["healthy", "unhealthy"]),
  version: Schema.String,
  timestamp: Timestamp,
  database: Store,
  services: Schema.Record(Schema.String, Schema.String)
}).annotate({ identifier: "Health" })

export const SystemApi = HttpApiGroup.make("system")
  .add(
    HttpApiEndpoint.get("health", "/health", { success: Health }),
    HttpApiEndpoint.get("apiHealth", "/api/health", { success: Health }),
    HttpApiEndpoint.get("personHealth", "/api/person/health", { success: Health }),
    HttpApiEndpoint.get("voiceHealth", "/brand-voice/health", { success: Health }),
    HttpApiEndpoint.get("ready", "/readyz", { success: Schema.Struct({ ready: Schema.Literal(true) }) })
  )
  .middleware(ProblemGate)

export const SandboxMessage = Schema.Struct({
  id: Schema.String,
  sendId: Schema.String,
  channel: Schema.String,
  to: Schema.String,
  subject: Schema.optionalKey(Schema.String),
  text: Schema.String,
  html: Schema.optionalKey(Schema.String),
  headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.String)),
  createdAt: Timestamp
}).annotate({ identifier: "SandboxMessage" })

/** What the customer does with a payment, where no customer is: nothing said, it is paid. */
export const ConfirmInput = Schema.Struct({
  outcome: Input.maybe(Schema.Literals(["succeeded", "declined", "canceled"]))
})

export const SandboxApi = HttpApiGroup.make("sandbox")
  .add(
    HttpApiEndpoint.get("messages", "/sandbox/messages", {
      /** `person`: an id, or an address as it was written to. */
      query: { channel: Schema.optional(Input.name), person: Schema.optional(Input.text(400)), ...Input.page },
      success: Schema.Struct({ messages: Schema.Array(SandboxMessage), total: Schema.Int })
    }),
    HttpApiEndpoint.post("confirmPayment", "/sandbox/stripe/payments/:paymentId/confirm", {
      params: { paymentId: Input.id },
      payload: ConfirmInput,
      success: StripePayment
    }).annotate(RequiredScope, "write")
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
