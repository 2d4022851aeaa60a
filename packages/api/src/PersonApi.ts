/** The person graph's routes (contract section 3.1), and the ones beside them that no SDK calls yet. */
import { ConsentChannel } from "@loopdrive/domain/Channel"
import { IdentityType } from "@loopdrive/domain/Identifier"
import { Share } from "@loopdrive/domain/Json"
import * as Graph from "@loopdrive/domain/PersonGraph"
import { Event } from "@loopdrive/domain/Timeline"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

const person = { personId: Input.id }
const Persons = Schema.Struct({ persons: Schema.Array(Graph.Person), total: Schema.Int })

/** `denied` occurs in existing data and means revoked. */
const StatusInput = Schema.Literals(["granted", "revoked", "pending", "unknown", "denied"])
/** A query's text that says yes or no. */
const Flag = Schema.Literals(["true", "false"])

export const ResolveInput = Schema.Struct({
  email: field(Input.maybe(Input.string(400)), "An email address, in any case."),
  phone: field(
    Input.maybe(Input.string(100)),
    "A phone number with its country code, best in E.164 (`+4366012345678`)."
  ),
  handle: field(Input.maybe(Input.string(600)), "A name or an id on the platform that `type` says."),
  type: field(Input.maybe(IdentityType), "The platform of `handle`, which needs one.")
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
  .annotate(OpenApi.Description, "People: who they are, what is remembered of them, and what they agreed to.")
  .add(
    HttpApiEndpoint.post("resolve", "/api/person/resolve", { payload: ResolveInput, success: Resolved })
      .annotateMerge(
        operation(
          "Find the person behind an email, phone or handle, or make it",
          "At least one of the three is needed. Where they belong to different people, these are merged if the identifiers are verified; otherwise a merge is proposed, and `confidence` is below 1."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("search", "/api/person/search", {
      query: { workspaceId: Input.id, q: Input.text(200), ...Input.page },
      success: Persons
    }).annotateMerge(operation("Search people by name or identifier")),
    HttpApiEndpoint.get("list", "/api/person", {
      query: { workspaceId: Schema.optional(Input.id), ...Input.page },
      success: Persons
    }).annotateMerge(operation("List the people of a workspace")),
    HttpApiEndpoint.get("get", "/api/person/:personId", { params: person, success: Graph.Person }).annotateMerge(
      operation("Read a person", "An id that was merged away answers with the person it lives on as.")
    ),
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
        timezone: field(
          Input.maybe(Input.string(64)),
          "IANA name, such as `Europe/Vienna`: for quiet hours, and for times in messages."
        ),
        metadata: Input.maybe(Input.metadata)
      }),
      success: Graph.Person
    })
      .annotateMerge(
        operation(
          "Change a person's name, language, time zone or metadata",
          "Fields that are left out or null stay as they are."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("timeline", "/api/person/:personId/timeline", {
      params: person,
      query: { limit: Schema.optional(Input.limit) },
      success: Schema.Array(Event)
    }).annotateMerge(
      operation(
        "Read what happened with a person, as a bare array",
        "Newest first. `GET /events/timeline` is the same with filters and pages."
      )
    )
  )
  .add(
    HttpApiEndpoint.get("identities", "/api/person/:personId/identities", {
      params: person,
      success: Schema.Array(Graph.Identity)
    }).annotateMerge(operation("List a person's identities")),
    HttpApiEndpoint.post("addIdentity", "/api/person/:personId/identities", {
      params: person,
      payload: Schema.Struct({
        type: IdentityType,
        value: field(Input.text(600), "An email address, a phone number, or a name or an id on the platform."),
        verified: field(
          Schema.Boolean,
          "Whether it is certain that it is theirs. Only verified identifiers merge people by themselves."
        ),
        isPrimary: field(Input.maybe(Schema.Boolean), "Whether it is the one of its type that is written to first."),
        metadata: Input.maybe(Input.metadata)
      }),
      success: Graph.Identity
    })
      .annotateMerge(
        operation(
          "Add an email, phone or handle to a person",
          "An identifier belongs to one person of a workspace: one that is somebody else's is refused with 409."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("memory", "/api/person/:personId/memory", {
      params: person,
      query: {
        kinds: Schema.optional(Schema.Array(Graph.MemoryKind)),
        limit: Schema.optional(Input.limit),
        minConfidence: Schema.optional(Share),
        query: Schema.optional(Input.string(4000))
      },
      success: Schema.Array(Graph.Memory)
    }).annotateMerge(
      operation(
        "Read what is remembered of a person",
        "With `query` the nearest in meaning come first, each with its `relevance`. What has expired is not shown."
      )
    ),
    HttpApiEndpoint.post("addMemory", "/api/person/:personId/memory", {
      params: person,
      payload: Schema.Struct({
        kind: Graph.MemoryKind,
        text: field(Input.text(8000), "Best one sentence about the person, such as `Runs a bakery in Lisbon`."),
        confidence: field(Input.maybe(Share), "How sure it is: 0 to 1. 1 by default."),
        metadata: Input.maybe(Input.metadata),
        sourceEventId: field(Input.maybe(Input.id), "The event of the timeline that it comes from."),
        expiresAt: field(Input.maybe(Input.instant), "ISO 8601: when it is forgotten. Never by default.")
      }),
      success: Graph.Memory
    })
      .annotateMerge(
        operation(
          "Remember something about a person",
          "What is remembered may be spoken of in messages, except health, money troubles, faith and the like."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("topics", "/api/person/:personId/topics", {
      params: person,
      success: Schema.Array(Graph.Topic)
    }).annotateMerge(operation("List the topics that interest a person")),
    HttpApiEndpoint.post("updateTopic", "/api/person/:personId/topics", {
      params: person,
      payload: Schema.Struct({
        topic: Input.name,
        weight: field(Share, "0, not at all, to 1."),
        category: Input.maybe(Input.name)
      }),
      success: Graph.Topic
    })
      .annotateMerge(
        operation(
          "Set how much a topic interests a person",
          "Topics are known by their names: the first weight makes the topic, the next ones change it."
        )
      )
      .annotate(RequiredScope, "write")
  )
  .add(
    HttpApiEndpoint.get("consent", "/api/person/:personId/consent", {
      params: person,
      query: { channel: Schema.optional(ConsentChannel), history: Schema.optional(Flag) },
      success: Schema.Array(Graph.Consent)
    }).annotateMerge(
      operation(
        "Read a person's consents",
        "The entries that stand, one for each channel and scope; with `history=true` the whole log."
      )
    ),
    HttpApiEndpoint.post("updateConsent", "/api/person/:personId/consent", {
      params: person,
      payload: Schema.Struct({
        channel: field(ConsentChannel, "`dm` is every social platform; `ads` is for audiences only."),
        scope: Graph.ConsentScope,
        status: field(StatusInput, "`denied` means revoked."),
        source: field(Input.name, "Where it was given, such as `signup form`."),
        expiresAt: field(Input.maybe(Input.instant), "ISO 8601: when it ends by itself. Never by default."),
        metadata: Input.maybe(Input.metadata)
      }),
      success: Graph.Consent
    })
      .annotateMerge(
        operation(
          "Record what a person agreed to or refused",
          "Consents are a log: nothing is overwritten, the latest entry for a channel and scope stands. With double opt-in, `pending` makes the server ask the person once."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("notes", "/api/person/:personId/notes", {
      params: person,
      success: Schema.Array(Graph.Note)
    }).annotateMerge(operation("List the notes on a person")),
    HttpApiEndpoint.post("addNote", "/api/person/:personId/notes", {
      params: person,
      payload: Schema.Struct({ content: Input.text(20_000), metadata: Input.maybe(Input.metadata) }),
      success: Graph.Note
    })
      .annotateMerge(operation("Write a note on a person", "Its author is the API key."))
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("objectives", "/api/person/:personId/objectives", {
      params: person,
      success: Schema.Array(Graph.Objective)
    }).annotateMerge(operation("List the objectives pursued with a person")),
    HttpApiEndpoint.post("addObjective", "/api/person/:personId/objectives", {
      params: person,
      payload: Schema.Struct({
        type: Input.name,
        status: Input.maybe(Graph.ObjectiveStatus),
        context: Input.maybe(Input.metadata),
        priority: field(Input.maybe(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000 }))), "0 to 1,000."),
        dueDate: Input.maybe(Input.instant)
      }),
      success: Graph.Objective
    })
      .annotateMerge(operation("Add an objective to a person"))
      .annotate(RequiredScope, "write")
  )
  .add(
    HttpApiEndpoint.post("merge", "/api/person/merge", {
      payload: Schema.Struct({
        sourceId: field(Input.id, "The person that is merged away."),
        targetId: field(Input.id, "The person that lives on."),
        dryRun: field(Input.maybe(Schema.Boolean), "Only to look at what it would change. False by default.")
      }),
      success: Schema.Union([MergePreview, Graph.Person])
    })
      .annotateMerge(
        operation(
          "Merge one person into another",
          "The target lives on and is answered; asking again is harmless. With `dryRun` it only says what would become of both."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("unmerge", "/api/person/:personId/unmerge", {
      params: person,
      success: Schema.Struct({ source: Graph.Person, target: Graph.Person })
    })
      .annotateMerge(
        operation(
          "Undo a merge",
          "`personId` is the person that was merged away; or the one it lives on as, whose latest merge is then undone."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.get("proposals", "/api/person/merge-proposals", {
      query: { status: Schema.optional(Graph.ProposalStatus), ...Input.page },
      success: Schema.Struct({ proposals: Schema.Array(Graph.MergeProposal), total: Schema.Int })
    }).annotateMerge(operation("List pairs of people who may be one")),
    HttpApiEndpoint.post("acceptProposal", "/api/person/merge-proposals/:proposalId/accept", {
      params: { proposalId: Input.id },
      success: Graph.MergeProposal
    })
      .annotateMerge(operation("Merge the two people of a proposal"))
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("rejectProposal", "/api/person/merge-proposals/:proposalId/reject", {
      params: { proposalId: Input.id },
      success: Graph.MergeProposal
    })
      .annotateMerge(operation("Say that the two people of a proposal are not one"))
      .annotate(RequiredScope, "write")
  )

export const PersonApi = finding.middleware(KeyGate).middleware(ProblemGate)
