/** What is up, and the messages that the sandbox holds. */
import { Timestamp } from "@loopdrive/domain/Json"
import { StripePayment } from "@loopdrive/domain/Wallet"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { field, operation } from "./Described.ts"
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
  .annotate(OpenApi.Description, "Whether the server works.")
  .add(
    HttpApiEndpoint.get("health", "/health", { success: Health }).annotateMerge(
      operation("Read whether the server works, and with what", "503 while the database does not answer.")
    ),
    HttpApiEndpoint.get("apiHealth", "/api/health", { success: Health }).annotateMerge(
      operation("Read whether the server works: another spelling", "As `/health`.")
    ),
    HttpApiEndpoint.get("personHealth", "/api/person/health", { success: Health }).annotateMerge(
      operation("Read whether the person graph works", "As `/health`.")
    ),
    HttpApiEndpoint.get("voiceHealth", "/brand-voice/health", { success: Health }).annotateMerge(
      operation("Read whether the brand voice works", "As `/health`.")
    ),
    HttpApiEndpoint.get("ready", "/readyz", { success: Schema.Struct({ ready: Schema.Literal(true) }) }).annotateMerge(
      operation("Ask whether requests may be sent here", "503 while the database does not answer.")
    )
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
  outcome: field(Input.maybe(Schema.Literals(["succeeded", "declined", "canceled"])), "`succeeded` by default.")
})

export const SandboxApi = HttpApiGroup.make("sandbox")
  .annotate(OpenApi.Description, "What stands in for vendors where none is configured.")
  .add(
    HttpApiEndpoint.get("messages", "/sandbox/messages", {
      /** `person`: an id, or an address as it was written to. */
      query: { channel: Schema.optional(Input.name), person: Schema.optional(Input.text(400)), ...Input.page },
      success: Schema.Struct({ messages: Schema.Array(SandboxMessage), total: Schema.Int })
    }).annotateMerge(
      operation(
        "List the messages that the sandbox holds",
        "What recipients would have received, where no vendor is configured."
      )
    ),
    HttpApiEndpoint.post("confirmPayment", "/sandbox/stripe/payments/:paymentId/confirm", {
      params: { paymentId: Input.id },
      payload: ConfirmInput,
      success: StripePayment
    })
      .annotateMerge(
        operation(
          "Pay a payment of the sandbox, or decline it",
          "Stands in for the customer; where a payment provider is configured it answers 404."
        )
      )
      .annotate(RequiredScope, "write")
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
