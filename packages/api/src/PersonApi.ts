/** The person graph's routes (contract section 3.1), and the ones beside them that no SDK calls yet. */
import { ConsentChannel } from "@loopdrive/domain/Channel"
import { IdentityType } from "@loopdrive/domain/Identifier"
import { Share } from "@loopdrive/domain/Json"
import * as Graph from "@loopdrive/domain/PersonGraph"
import { Event } from "@loopdrive/domain/Timeline"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

const person = { personId: Input.id }
const Persons = Schema.Struct({ persons: Schema.Array(Graph.Person), total: Schema.Int })

/** `denied` occurs in existing data and means revoked. */
const StatusInput = Schema.Literals(["granted", "revoked", "pending", "unknown", "denied"])
/** A query's text that says yes or no. */
const Flag = Schema.Literals(["true", "false"])

export const ResolveInput = Schema.Struct({
  email: Input.maybe(Input.string(400)),
  phone: Input.maybe(Input.string(100)),
  handle: Input.maybe(Input.string(600)),
  type: Input.maybe(IdentityType)
})

export const Resolved = Schema.Struct({
  person: Graph.Person,
  identities: Schema.Array(Graph.Identity),
  matchedOn: Schema.Array(IdentityType),
  confidence: Share
}).annotate({ identifier: "Resolved" })

export const MergePreview = Schema.Struct({
  dryRun: Schema.Literal(true),
  source: Graph.Person,
  target: Graph.Person,
  profile: Schema.Record(Schema.String, Schema.Unknown),
  identities: Schema.Array(Graph.Identity),
  consents: Schema.Array(
    Schema.Struct({ channel: Schema.String, scope: Schema.String, from: Schema.String, to: Schema.String })
  )
}).annotate({ identifier: "MergePreview" })

const finding = HttpApiGroup.make("person")
  .add(
    HttpApiEndpoint.post("resolve", "/api/person/resolve", { payload: ResolveInput, success: Resolved }).annotate(
      RequiredScope,
      "write"
    ),
    HttpApiEndpoint.get("search", "/api/person/search", {
      query: { workspaceId: Input.id, q: Input.text(200), ...Input.page },
      success: Persons
    }),
    HttpApiEndpoint.get("list", "/api/person", {
      query: { workspaceId: Schema.optional(Input.id), ...Input.page },
      success: Persons
    }),
    HttpApiEndpoint.get("get", "/api/person/:personId", { params: person, success: Graph.Person }),
    HttpApiEndpoint.patch("update", "/api/person/:personId", {
      params: person,
      payload: Schema.Struct({
        firstName: Input.maybe(Input.name),
        lastName: Input.maybe(Input.name),
        locale: Input.maybe(
          Schema.String.check(
            Schema.makeFilter((value: string) =>
              /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(value) ? undefined : "must be a language tag like en-US"
            )
          )
        ),
        timezone: Input.maybe(Input.string(64)),
        metadata: Input.maybe(Input.metadata)
      }),
      success: Graph.Person
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("timeline", "/api/person/:personId/timeline", {
      params: person,
      query: { limit: Schema.optional(Input.limit) },
      success: Schema.Array(Event)
    })
  )
  .add(
    HttpApiEndpoint.get("identities", "/api/person/:personId/identities", {
      params: person,
      success: Schema.Array(Graph.Identity)
    }),
    HttpApiEndpoint.post("addIdentity", "/api/person/:personId/identities", {
      params: person,
      payload: Schema.Struct({
        type: IdentityType,
        value: Input.text(600),
        verified: Schema.Boolean,
        isPrimary: Input.maybe(Schema.Boolean),
        metadata: Input.maybe(Input.metadata)
      }),
      success: Graph.Identity
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("memory", "/api/person/:personId/memory", {
      params: person,
      query: {
        kinds: Schema.optional(Schema.Array(Graph.MemoryKind)),
        limit: Schema.optional(Input.limit),
        minConfidence: Schema.optional(Share),
        query: Schema.optional(Input.string(4000))
      },
      success: Schema.Array(Graph.Memory)
    }),
    HttpApiEndpoint.post("addMemory", "/api/person/:personId/memory", {
      params: person,
      payload: Schema.Struct({
        kind: Graph.MemoryKind,
        text: Input.text(8000),
        confidence: Input.maybe(Share),
        metadata: Input.maybe(Input.metadata),
        sourceEventId: Input.maybe(Input.id),
        expiresAt: Input.maybe(Input.instant)
      }),
      success: Graph.Memory
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("topics", "/api/person/:personId/topics", {
      params: person,
      success: Schema.Array(Graph.Topic)
    }),
    HttpApiEndpoint.post("updateTopic", "/api/person/:personId/topics", {
      params: person,
      payload: Schema.Struct({ topic: Input.name, weight: Share, category: Input.maybe(Input.name) }),
      success: Graph.Topic
    }).annotate(RequiredScope, "write")
  )
  .add(
    HttpApiEndpoint.get("consent", "/api/person/:personId/consent", {
      params: person,
      query: { channel: Schema.optional(ConsentChannel), history: Schema.optional(Flag) },
      success: Schema.Array(Graph.Consent)
    }),
    HttpApiEndpoint.post("updateConsent", "/api/person/:personId/consent", {
      params: person,
      payload: Schema.Struct({
        channel: ConsentChannel,
        scope: Graph.ConsentScope,
        status: StatusInput,
        source: Input.name,
        expiresAt: Input.maybe(Input.instant),
        metadata: Input.maybe(Input.metadata)
      }),
      success: Graph.Consent
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("notes", "/api/person/:personId/notes", { params: person, success: Schema.Array(Graph.Note) }),
    HttpApiEndpoint.post("addNote", "/api/person/:personId/notes", {
      params: person,
      payload: Schema.Struct({ content: Input.text(20_000), metadata: Input.maybe(Input.metadata) }),
      success: Graph.Note
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("objectives", "/api/person/:personId/objectives", {
      params: person,
      success: Schema.Array(Graph.Objective)
    }),
    HttpApiEndpoint.post("addObjective", "/api/person/:personId/objectives", {
      params: person,
      payload: Schema.Struct({
        type: Input.name,
        status: Input.maybe(Graph.ObjectiveStatus),
        context: Input.maybe(Input.metadata),
        priority: Input.maybe(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000 }))),
        dueDate: Input.maybe(Input.instant)
      }),
      success: Graph.Objective
    }).annotate(RequiredScope, "write")
  )
  .add(
    HttpApiEndpoint.post("merge", "/api/person/merge", {
      payload: Schema.Struct({ sourceId: Input.id, targetId: Input.id, dryRun: Input.maybe(Schema.Boolean) }),
      success: Schema.Union([MergePreview, Graph.Person])
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("unmerge", "/api/person/:personId/unmerge", {
      params: person,
      success: Schema.Struct({ source: Graph.Person, target: Graph.Person })
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("proposals", "/api/person/merge-proposals", {
      query: { status: Schema.optional(Graph.ProposalStatus), ...Input.page },
      success: Schema.Struct({ proposals: Schema.Array(Graph.MergeProposal), total: Schema.Int })
    }),
    HttpApiEndpoint.post("acceptProposal", "/api/person/merge-proposals/:proposalId/accept", {
      params: { proposalId: Input.id },
      success: Graph.MergeProposal
    }).annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("rejectProposal", "/api/person/merge-proposals/:proposalId/reject", {
      params: { proposalId: Input.id },
      success: Graph.MergeProposal
    }).annotate(RequiredScope, "write")
  )

export const PersonApi = finding.middleware(KeyGate).middleware(ProblemGate)
