/** Bulks over HTTP. */
import { FactSource } from "@loopdrive/actor/Facts"
import { Receipts } from "@loopdrive/actor/Receipts"
import { Api } from "@loopdrive/api/Api"
import type { BulkInput } from "@loopdrive/api/BulkApi"
import * as Problems from "@loopdrive/api/Problems"
import type { Channel } from "@loopdrive/domain/Channel"
import * as Ids from "@loopdrive/domain/Ids"
import * as LocalTime from "@loopdrive/domain/LocalTime"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { PersonStore } from "@loopdrive/person/Store"
import { BulkStore } from "@loopdrive/sending/BulkStore"
import type { BulkRequest, BulkStatus } from "@loopdrive/sending/BulkStore"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import { BrandStore } from "@loopdrive/voice/BrandStore"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { asProblems, invalid } from "./Failures.ts"
import * as Outgoings from "./Outgoings.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

type Payload = typeof BulkInput.Type
const optional = <A>(value: A | null | undefined): A | undefined => value ?? undefined

/** What is said of the channel, or what hints at it; `undefined`: nothing does. */
const channelOf = Effect.fnUntraced(function* ({ channel, html, platform, subject }: Payload) {
  if (typeof platform === "string") {
    if (!Outgoings.isPlatform(platform))
      return yield* invalid(["payload", "platform"], `must be one of ${Outgoings.platforms.join(", ")}`)
    if (channel != null && channel !== platform)
      return yield* invalid(["payload", "channel"], `says ${channel} where "platform" says ${platform}`)
    return platform
  }
  if (channel != null) {
    if (channel !== "email" && channel !== "sms" && !Outgoings.isPlatform(channel))
      return yield* invalid(["payload", "channel"], `must be email, sms or one of ${Outgoings.platforms.join(", ")}`)
    return channel
  }
  return subject != null || html != null ? ("email" as const) : undefined
})

const minutesOf = (localTime: string | null | undefined) => {
  if (localTime == null) return Effect.undefined
  const minutes = LocalTime.minutesOf(localTime)
  return minutes === undefined
    ? Effect.fail(invalid(["payload", "localTime"], "must be a time of day such as 09:00"))
    : Effect.succeed(minutes)
}

const requestOf = Effect.fnUntraced(function* (payload: Payload, who: Credential, from: string | undefined) {
  const channel: Channel | undefined = yield* channelOf(payload)
  const metadata = optional(payload.metadata)
  const { confirmation: _, ...wishes } = yield* Outgoings.wishes(metadata)
  const request: BulkRequest = {
    channel,
    purpose: Outgoings.purposeOf(metadata, who),
    subject: optional(payload.subject),
    // Where nothing names a channel, everybody gets it where it fits.
    text: yield* Outgoings.words(payload, channel ?? "email"),
    html: optional(payload.html),
    from,
    brandId: optional(payload.brandId),
    objective: optional(payload.objective),
    metadata,
    notBefore: yield* Outgoings.notBefore(payload),
    localMinutes: yield* minutesOf(payload.localTime),
    ratePerSecond: optional(payload.ratePerSecond),
    dryRun: payload.dryRun === true,
    ...wishes
  }
  return request
})

/** Named in an answer at most. */
const unknownMost = 20

const Accepted = Schema.Struct({ jobId: Schema.String, queued: Schema.Int })

export const layer = RequestContext.group(
  Api,
  "bulk",
  Effect.fn(function* (handlers) {
    const store = yield* BulkStore
    const graph = yield* PersonStore
    const tenancy = yield* Tenancy
    const receipts = yield* Receipts
    const facts = yield* FactSource
    const brands = yield* BrandStore

    /** The distinct people, or which of the ids are nobody's. */
    const peopleOf = Effect.fnUntraced(function* (workspaceId: string, personIds: ReadonlyArray<string>) {
      const roots = yield* graph.roots(workspaceId, personIds)
      const unknown = personIds.flatMap((id, n) => (roots.has(id) ? [] : [n]))
      if (unknown.length > 0)
        return yield* new Problems.Invalid({
          code: "invalid_request",
          detail: `${unknown.length} of the people are not known here.`,
          errors: unknown
            .slice(0, unknownMost)
            .map((n) => ({ path: ["payload", "personIds", n], message: "is no person of this workspace" }))
        })
      return [...new Set(personIds.map((id) => roots.get(id) ?? id))]
    })

    const report = Effect.fnUntraced(function* (workspaceId: string, jobId: string) {
      const { request, status } = yield* store.get(workspaceId, jobId)
      return { jobId, status, ...(yield* store.account(jobId)), dryRun: request.dryRun }
    })

    /** Doing it twice is harmless; what has ended stays as it is. */
    const moved = Effect.fnUntraced(function* (jobId: string, from: ReadonlyArray<BulkStatus>, to: BulkStatus) {
      const { workspaceId } = yield* Requests.credential
      const { status } = yield* store.get(workspaceId, jobId)
      if (status !== to && !(yield* store.change(jobId, from, to))) {
        const now = yield* store.get(workspaceId, jobId)
        if (now.status !== to && !(to === "running" && now.status === "queued"))
          return yield* new Problems.Conflict({ code: "bulk_ended", detail: `The bulk is ${now.status}.` })
      }
      return yield* report(workspaceId, jobId)
    })

    return handlers.handleAll({
      create: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const { defaultFrom } = yield* tenancy.settings(who.workspaceId)
        const asked = yield* requestOf(payload, who, defaultFrom)
        if (asked.brandId !== undefined) yield* brands.get(who.workspaceId, asked.brandId)
        const people = yield* peopleOf(who.workspaceId, payload.personIds)
        const { identity } = yield* Requests.identify(request, who, "send/bulk", payload)
        const jobId = Ids.fresh("bulk", facts.gather())
        const create = Effect.as(store.create({ id: jobId, workspaceId: who.workspaceId, request: asked }, people), {
          jobId,
          queued: asked.dryRun ? 0 : people.length
        })
        return (yield* receipts.once(identity, Accepted, create)).value
      }, asProblems),
      status: ({ params }) =>
        asProblems(Effect.flatMap(Requests.credential, ({ workspaceId }) => report(workspaceId, params.jobId))),
      pause: ({ params }) => asProblems(moved(params.jobId, ["queued", "running"], "paused")),
      resume: ({ params }) => asProblems(moved(params.jobId, ["paused"], "running")),
      cancel: Effect.fnUntraced(function* ({ params: { jobId } }) {
        // Everybody was decided about, and what leaves later can be taken back until it does.
        const [waits] = yield* store.sends(jobId, ["deferred"], 1)
        const done: ReadonlyArray<BulkStatus> = waits === undefined ? [] : ["completed"]
        return yield* moved(jobId, ["queued", "running", "paused", ...done], "cancelled")
      }, asProblems)
    })
  })
)
