/** Administration: workspaces, settings and keys. Needs the scope `admin`. */
import { ApiKey, Scope, Settings, Workspace } from "@loopdrive/domain/Tenancy"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

/** A key with its secret: shown in this answer and never again. A repeat of the request is answered without it. */
export const IssuedKey = Schema.Struct({
  ...ApiKey.fields,
  key: Schema.optionalKey(
    Schema.String.annotate({
      description:
        "The secret, shown once. The answer to a repeated request has none: whoever missed it rotates the key to get another."
    })
  )
}).annotate({ identifier: "IssuedKey" })
const key = { keyId: Input.id }

const zone = Input.string(64)

export const AdminApi = HttpApiGroup.make("admin")
  .annotate(OpenApi.Description, "Workspaces, settings and API keys. Needs the scope `admin`.")
  .add(
    HttpApiEndpoint.post("createWorkspace", "/workspaces", {
      payload: Schema.Struct({ name: Input.name }),
      success: Workspace
    }).annotateMerge(operation("Create a workspace in the organization")),
    HttpApiEndpoint.get("workspaces", "/workspaces", {
      query: Input.page,
      success: Schema.Struct({ workspaces: Schema.Array(Workspace), total: Schema.Int })
    }).annotateMerge(operation("List the workspaces of the organization")),
    HttpApiEndpoint.get("settings", "/settings", {
      query: { workspaceId: Schema.optional(Input.id) },
      success: Settings
    }).annotateMerge(operation("Read a workspace's settings", "What is absent has the product's default.")),
    HttpApiEndpoint.patch("changeSettings", "/settings", {
      payload: Schema.Struct({
        workspaceId: field(Input.maybe(Input.id), "A workspace of the organization. The key's own by default."),
        defaultFrom: field(
          Input.maybe(Input.line(400)),
          "The From of an email that names none: `a@b.example` or `Name <a@b.example>`."
        ),
        timezone: field(
          Input.maybe(zone),
          "IANA name, such as `Europe/Vienna`: the zone of people whose own is not known."
        ),
        postalAddress: field(Input.maybe(Input.text(500)), "Stands below marketing emails, as the law asks."),
        caps: field(
          Input.maybe(Settings.fields.caps.schema),
          "Marketing messages that a person gets at most within any `windowHours` hours; without a channel, on all together."
        ),
        quietHours: field(
          Input.maybe(Settings.fields.quietHours.schema),
          "When SMS and direct messages are kept back, as `HH:MM` by the person's clock. Equal times: never."
        ),
        contestMillis: field(
          Input.maybe(Settings.fields.contestMillis.schema),
          "Milliseconds that the send which takes the last slot of a cap waits for a better one, 0 to 60,000."
        ),
        doubleOptIn: field(
          Input.maybe(Schema.Boolean),
          "Whether somebody whose consent is pending is asked once to confirm it, and sent nothing else."
        )
      }),
      success: Settings
    }).annotateMerge(
      operation(
        "Change a workspace's settings",
        "Fields that are left out or null stay as they are. A change counts for messages that already wait."
      )
    )
  )
  .add(
    HttpApiEndpoint.post("createKey", "/keys", {
      payload: Schema.Struct({
        workspaceId: field(Input.id, "What it opens: a workspace of the organization."),
        name: Input.name,
        scopes: field(Schema.NonEmptyArray(Scope), "What it may do: the scopes that it needs, and no others."),
        expiresAt: field(Input.maybe(Input.instant), "ISO 8601, in the future. Without it the key does not expire.")
      }),
      success: IssuedKey
    }).annotateMerge(operation("Create an API key", "The secret is in this answer and never again.")),
    HttpApiEndpoint.get("keys", "/keys", {
      query: { workspaceId: Schema.optional(Input.id), ...Input.page },
      success: Schema.Struct({ keys: Schema.Array(ApiKey), total: Schema.Int })
    }).annotateMerge(operation("List a workspace's API keys", "Without their secrets.")),
    HttpApiEndpoint.post("rotateKey", "/keys/:keyId/rotate", { params: key, success: IssuedKey }).annotateMerge(
      operation(
        "Replace the secret of an API key",
        "The old secret stops at once; the new one is in this answer and never again."
      )
    ),
    HttpApiEndpoint.post("revokeKey", "/keys/:keyId/revoke", { params: key, success: ApiKey }).annotateMerge(
      operation("Revoke an API key", "It stays listed; other processes refuse it within two seconds.")
    )
  )
  .annotateEndpoints(RequiredScope, "admin")
  .prefix("/api/admin")
  .middleware(KeyGate)
  .middleware(ProblemGate)
