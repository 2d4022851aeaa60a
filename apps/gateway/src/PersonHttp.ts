/** The person graph over HTTP: requests become commands and queries, nothing is decided here. */
import { Receipts } from "@loopdrive/actor/Receipts"
import { Api } from "@loopdrive/api/Api"
import { MergeProposal } from "@loopdrive/domain/PersonGraph"
import { isZone } from "@loopdrive/domain/TimeZone"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { PersonClient } from "@loopdrive/person/Client"
import type { Ask } from "@loopdrive/person/Published"
import { Merging, Unmerged } from "@loopdrive/person/Merging"
import { Resolution } from "@loopdrive/person/Resolution"
import { PersonStore } from "@loopdrive/person/Store"
import { Embedding } from "@loopdrive/providers/Embedding"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { HttpServerRequest } from "effect/http"
import { derivedWindow } from "./RequestIdentity.ts"
import { asProblems, invalid } from "./Failures.ts"
import * as Identifiers from "./Identifiers.ts"
import * as Requests from "./Requests.ts"
import { Timelines } from "./Timelines.ts"
import * as RequestContext from "./RequestContext.ts"

/** What these say twice they have said once; see `Requests.identifySetting`. */
const setting: ReadonlySet<Ask["_tag"]> = new Set(["AddIdentity", "Update", "RecordConsent", "Remember", "WeighTopic"])

const optional = <A>(value: A | null | undefined): A | undefined => value ?? undefined

/** What was recorded a moment ago. */
const first = <A>(rows: ReadonlyArray<A>): Effect.Effect<A> => {
  const [row] = rows
  return row === undefined ? Effect.die(new Error("a recorded row was not found")) : Effect.succeed(row)
}

export const layer = RequestContext.group(
  Api,
  "person",
  Effect.fn(function* (handlers) {
    const people = yield* PersonClient
    const graph = yield* PersonStore
    const merging = yield* Merging
    const resolution = yield* Resolution
    const embedding = yield* Embedding
    const timelines = yield* Timelines
    const receipts = yield* Receipts

    const embed = (text: string, { workspaceId }: Credential) =>
      Effect.map(embedding.embed([text], workspaceId), ([vector]) => ({
        embedding: Array.from(vector ?? []),
        model: embedding.model
      }))

    /** Sends a command and answers the id of what it recorded. */
    const record = Effect.fnUntraced(function* (
      request: HttpServerRequest.HttpServerRequest,
      who: Credential,
      personId: string,
      ask: Ask,
      input: unknown
    ) {
      const identify = setting.has(ask._tag) ? Requests.identifySetting : Requests.identify
      const { identity } = yield* identify(request, who, `person/${ask._tag}`, [personId, input])
      const reply = yield* people.ask(who.workspaceId, personId, ask, identity)
      return reply._tag === "Recorded" ? reply.id : yield* Effect.die(new Error(`${ask._tag} answered ${reply._tag}`))
    })

    const resolving = handlers.handleAll({
      resolve: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const identifiers = yield* Identifiers.of(payload)
        const { identity, named } = yield* Requests.identifySetting(request, who, "person/Resolve", payload)
        const found = yield* resolution.resolve(who, identifiers, identity, { claim: named })
        const known = found.profile ?? (yield* graph.profile(who.workspaceId, found.personId))
        return { ...known, matchedOn: found.matchedOn, confidence: found.confidence }
      }, asProblems),
      search: Effect.fnUntraced(function* ({ query }) {
        const workspaceId = yield* Requests.ownWorkspace(yield* Requests.credential, query.workspaceId)
        return yield* graph.search(workspaceId, query.q, Requests.pageOf(query))
      }, asProblems),
      list: Effect.fnUntraced(function* ({ query }) {
        const workspaceId = yield* Requests.ownWorkspace(yield* Requests.credential, query.workspaceId)
        return yield* graph.list(workspaceId, Requests.pageOf(query))
      }, asProblems),
      get: ({ params }) =>
        asProblems(Effect.flatMap(Requests.credential, (who) => graph.get(who.workspaceId, params.personId))),
      update: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        if (typeof payload.timezone === "string" && !isZone(payload.timezone))
          return yield* invalid(["payload", "timezone"], "must be an IANA time zone such as Europe/Berlin")
        yield* record(request, who, params.personId, { _tag: "Update", ...payload }, payload)
        return yield* graph.get(who.workspaceId, params.personId)
      }, asProblems),
      timeline: Effect.fnUntraced(function* ({ params, query }) {
        const who = yield* Requests.credential
        const page = yield* timelines.of(who.workspaceId, params.personId, {
          ...Timelines.everything,
          limit: Requests.pageOf(query).limit
        })
        return page.events
      }, asProblems)
    })

    const describing = resolving.handleAll({
      identities: ({ params }) =>
        asProblems(Effect.flatMap(Requests.credential, (who) => graph.identities(who.workspaceId, params.personId))),
      addIdentity: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        const identifier = yield* Identifiers.one("value", payload.type, payload.value)
        const ask = {
          _tag: "AddIdentity" as const,
          ...identifier,
          verified: payload.verified,
          isPrimary: optional(payload.isPrimary),
          metadata: optional(payload.metadata)
        }
        const id = yield* record(request, who, params.personId, ask, payload)
        return yield* first(yield* graph.identities(who.workspaceId, params.personId, id))
      }, asProblems),
      memory: Effect.fnUntraced(function* ({ params, query }) {
        const who = yield* Requests.credential
        const asked = query.query?.trim() ?? ""
        return yield* graph.memories(who.workspaceId, params.personId, {
          kinds: query.kinds ?? [],
          minConfidence: query.minConfidence,
          limit: Requests.pageOf(query).limit,
          near: asked === "" ? undefined : yield* embed(asked, who),
          now: yield* Clock.currentTimeMillis
        })
      }, asProblems),
      addMemory: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        const text = payload.text.trim()
        const embedded = yield* embed(text, who)
        const ask = {
          _tag: "Remember" as const,
          kind: payload.kind,
          text,
          confidence: payload.confidence ?? 1,
          embedding: embedded.embedding,
          embeddingModel: embedded.model,
          metadata: optional(payload.metadata),
          sourceEventId: optional(payload.sourceEventId),
          expiresAt: Requests.millis(payload.expiresAt)
        }
        const id = yield* record(request, who, params.personId, ask, payload)
        const now = yield* Clock.currentTimeMillis
        const filter = { only: id, kinds: [], minConfidence: undefined, limit: 1, near: undefined, now }
        return yield* first(yield* graph.memories(who.workspaceId, params.personId, filter))
      }, asProblems),
      topics: ({ params }) =>
        asProblems(Effect.flatMap(Requests.credential, (who) => graph.topics(who.workspaceId, params.personId))),
      updateTopic: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        const ask = {
          _tag: "WeighTopic" as const,
          name: payload.topic.trim(),
          weight: payload.weight,
          category: optional(payload.category),
          source: "manual"
        }
        const id = yield* record(request, who, params.personId, ask, payload)
        return yield* first(yield* graph.topics(who.workspaceId, params.personId, id))
      }, asProblems)
    })

    const agreeing = describing.handleAll({
      consent: Effect.fnUntraced(function* ({ params, query }) {
        const { workspaceId } = yield* Requests.credential
        if (query.history !== "true")
          return yield* graph.consents(workspaceId, params.personId, query.channel, yield* Clock.currentTimeMillis)
        const log = yield* graph.consentHistory(workspaceId, params.personId)
        return query.channel === undefined ? log : log.filter((entry) => entry.channel === query.channel)
      }, asProblems),
      updateConsent: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        const ask = {
          _tag: "RecordConsent" as const,
          channel: payload.channel,
          scope: payload.scope,
          status: payload.status === "denied" ? ("revoked" as const) : payload.status,
          source: payload.source,
          expiresAt: Requests.millis(payload.expiresAt),
          metadata: optional(payload.metadata),
          repeatedWithin: derivedWindow
        }
        const id = yield* record(request, who, params.personId, ask, payload)
        return yield* first(yield* graph.consentHistory(who.workspaceId, params.personId, id))
      }, asProblems),
      notes: ({ params }) =>
        asProblems(Effect.flatMap(Requests.credential, (who) => graph.notes(who.workspaceId, params.personId))),
      addNote: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        const ask = {
          _tag: "AddNote" as const,
          content: payload.content,
          authorId: who.keyId,
          metadata: optional(payload.metadata)
        }
        const id = yield* record(request, who, params.personId, ask, payload)
        return yield* first(yield* graph.notes(who.workspaceId, params.personId, id))
      }, asProblems),
      objectives: ({ params }) =>
        asProblems(Effect.flatMap(Requests.credential, (who) => graph.objectives(who.workspaceId, params.personId))),
      addObjective: Effect.fnUntraced(function* ({ params, payload, request }) {
        const who = yield* Requests.credential
        const ask = {
          _tag: "AddObjective" as const,
          type: payload.type,
          status: payload.status ?? ("active" as const),
          context: optional(payload.context),
          priority: optional(payload.priority),
          dueDate: Requests.millis(payload.dueDate)
        }
        const id = yield* record(request, who, params.personId, ask, payload)
        return yield* first(yield* graph.objectives(who.workspaceId, params.personId, id))
      }, asProblems)
    })

    return agreeing.handleAll({
      merge: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const { sourceId, targetId } = payload
        if (payload.dryRun === true)
          return { dryRun: true as const, ...(yield* merging.preview(who.workspaceId, sourceId, targetId)) }
        const identified = yield* Requests.identify(request, who, "person/merge", payload)
        const merge = Effect.as(merging.merge(who.workspaceId, sourceId, targetId, who.keyId), targetId)
        const into = yield* Requests.onceIfNamed(receipts, identified, Schema.String, merge)
        return yield* graph.get(who.workspaceId, into)
      }, asProblems),
      unmerge: Effect.fnUntraced(function* ({ params, request }) {
        const who = yield* Requests.credential
        // Undone once more, it would be the merge before that.
        const { identity, named } = yield* Requests.identify(request, who, "person/unmerge", params)
        const unmerge = merging.unmerge(who.workspaceId, params.personId)
        const { repeated, value } = yield* receipts.once(identity, Unmerged, unmerge)
        // Merged again since: nobody repeats what they have seen happen, so this is no repeat.
        const isAgain = repeated && !named && (yield* graph.get(who.workspaceId, value.sourceId)).id !== value.sourceId
        const { sourceId, targetId } = isAgain ? yield* unmerge : value
        return {
          source: yield* graph.get(who.workspaceId, sourceId),
          target: yield* graph.get(who.workspaceId, targetId)
        }
      }, asProblems),
      proposals: ({ query }) =>
        asProblems(
          Effect.flatMap(Requests.credential, (who) =>
            merging.proposals(who.workspaceId, query.status, Requests.pageOf(query))
          )
        ),
      acceptProposal: Effect.fnUntraced(function* ({ params, request }) {
        const who = yield* Requests.credential
        const identified = yield* Requests.identify(request, who, "person/acceptProposal", params)
        const decide = merging.accept(who.workspaceId, params.proposalId, who.keyId)
        return yield* Requests.onceIfNamed(receipts, identified, MergeProposal, decide)
      }, asProblems),
      rejectProposal: Effect.fnUntraced(function* ({ params, request }) {
        const who = yield* Requests.credential
        const identified = yield* Requests.identify(request, who, "person/rejectProposal", params)
        const decide = merging.reject(who.workspaceId, params.proposalId, who.keyId)
        return yield* Requests.onceIfNamed(receipts, identified, MergeProposal, decide)
      }, asProblems)
    })
  })
)
