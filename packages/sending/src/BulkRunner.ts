/**
 * Works bulks off: submits everybody's message under an identity that follows from the bulk and the person and never
 * expires, so that whoever takes over after a crash sends nobody a second one. Only a few of its messages are under way at
 * once: what is sent singly does not stand behind them.
 */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import type { Channel } from "@loopdrive/domain/Channel"
import * as LocalTime from "@loopdrive/domain/LocalTime"
import * as PhoneZone from "@loopdrive/domain/PhoneZone"
import { PersonStore } from "@loopdrive/person/Store"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Semaphore from "effect/Semaphore"
import * as BodyLimit from "./BodyLimit.ts"
import { BulkStore } from "./BulkStore.ts"
import type { Bulk, BulkRequest, Candidate, Done } from "./BulkStore.ts"
import * as BestChannel from "./core/BestChannel.ts"
import * as Price from "./core/Price.ts"
import type { Outgoing } from "./Outgoing.ts"
import { Policies } from "./Policies.ts"
import { Sending } from "./Sending.ts"

export interface Options {
  /** How long a process is taken to work on a bulk without saying so, ms. */
  readonly lease: number
  /** Messages of one bulk that wait for a worker or are on their way. */
  readonly underWayMost: number
  /** People decided about at once. */
  readonly batch: number
}

export const Options = Context.Reference<Options>("@loopdrive/sending/BulkRunner/Options", {
  defaultValue: () => ({ lease: 2000, underWayMost: 64, batch: 32 })
})

const jobsMost = 4
/** Whether there is a bulk to work on, and whether it was paused or cancelled, ms. */
const lookEvery = 250
const underWay = ["queued", "leaving"]

const identityOf = ({ id, workspaceId }: Bulk, { personId }: Candidate): CommandIdentity => ({
  workspaceId,
  scope: "bulk",
  key: `${id}:${personId}`,
  hash: ""
})

const messageOf = (
  { id, request }: Bulk,
  personId: string,
  channel: Channel,
  notBefore: number | undefined
): Outgoing => ({
  channel,
  purpose: request.purpose,
  to: undefined,
  personId,
  subject: channel === "email" ? request.subject : undefined,
  text: request.text,
  html: channel === "email" ? request.html : undefined,
  from: channel === "email" ? request.from : undefined,
  replyTo: undefined,
  brandId: request.brandId,
  objective: request.objective,
  metadata: request.metadata,
  notBefore,
  priority: request.priority,
  value: request.value,
  refuses: request.refuses,
  latenessMost: request.latenessMost,
  jobId: id
})

const segmentsOf = ({ metadata, text }: BulkRequest): number =>
  text === undefined ? BodyLimit.segmentsOf(metadata) : BodyLimit.segments(text)

/** What one person gets, and when. */
const plans = Effect.gen(function* () {
  const graph = yield* PersonStore
  const policies = yield* Policies

  const channelOf = Effect.fnUntraced(function* ({ request, workspaceId }: Bulk, personId: string) {
    if (request.channel !== undefined) return request.channel
    const { metadata, text } = request
    const identities = yield* graph.identities(workspaceId, personId)
    const consents = yield* graph.consents(workspaceId, personId, undefined, yield* Clock.currentTimeMillis)
    return BestChannel.pick(
      identities,
      consents,
      (channel) => text === undefined || BodyLimit.faultOf(channel, text, BodyLimit.segmentsOf(metadata)) === undefined
    )
  })

  const timeOf = Effect.fnUntraced(function* ({ request, workspaceId }: Bulk, personId: string) {
    const { localMinutes, notBefore } = request
    if (localMinutes === undefined) return notBefore
    const { identities, person } = yield* graph.profile(workspaceId, personId)
    const phone = identities.find(({ type }) => type === "phone")?.value
    const [ringing] = phone === undefined ? [] : PhoneZone.zones(phone)
    const zone = person.timezone ?? ringing ?? (yield* policies.of(workspaceId)).zone ?? "UTC"
    return LocalTime.next(zone, localMinutes, Math.max(yield* Clock.currentTimeMillis, notBefore ?? 0))
  })

  return Effect.fnUntraced(function* (bulk: Bulk, { personId }: Candidate) {
    const channel = yield* channelOf(bulk, personId)
    return messageOf(bulk, personId, channel, yield* timeOf(bulk, personId))
  })
})

const make = Effect.gen(function* () {
  const store = yield* BulkStore
  const sending = yield* Sending
  const options = yield* Options
  const plan = yield* plans

  const decide = Effect.fnUntraced(function* (bulk: Bulk, candidate: Candidate) {
    const message = yield* plan(bulk, candidate)
    const costCents = Price.centsOf(message.channel, segmentsOf(bulk.request))
    const done = { position: candidate.position, channel: message.channel, sendId: undefined, outcome: undefined }
    const tenant = { workspaceId: bulk.workspaceId, organizationId: undefined, secret: "" }
    if (bulk.request.dryRun) {
      const { outcome, reason } = yield* sending.rehearse(tenant, message)
      return { ...done, outcome, reason, costCents: outcome === "refused" ? 0 : costCents }
    }
    const { refusedFor, send } = yield* sending.submit(tenant, message, identityOf(bulk, candidate), { named: true })
    return { ...done, sendId: send.id, reason: refusedFor, costCents: refusedFor === undefined ? costCents : 0 }
  })

  /** What passes is tried again with the next batch; who cannot be written to at all is accounted for. */
  const decided = (bulk: Bulk, candidate: Candidate): Effect.Effect<ReadonlyArray<Done>> =>
    decide(bulk, candidate).pipe(
      Effect.map((done): ReadonlyArray<Done> => [done]),
      Effect.catch((error) =>
        error._tag === "PersonNotFound" || error._tag === "RecipientUnusable" || error._tag === "TooMany"
          ? Effect.succeed([
              {
                position: candidate.position,
                channel: bulk.request.channel ?? "",
                sendId: undefined,
                reason: error._tag === "TooMany" ? "capped" : "no_identity",
                outcome: undefined,
                costCents: 0
              }
            ])
          : Effect.as(Effect.logWarning("a candidate of a bulk waits for the next round", error), [])
      )
    )

  const pace = ({ request }: Bulk): { readonly batch: number; readonly pauseMillis: number } => {
    const rate = request.ratePerSecond
    if (rate === undefined) return { batch: options.batch, pauseMillis: 0 }
    const batch = Math.max(1, Math.min(options.batch, Math.floor(rate / 4)))
    return { batch, pauseMillis: (batch / rate) * 1000 }
  }

  const batchOf = Effect.fnUntraced(function* (bulk: Bulk, size: number) {
    const candidates = yield* store.waiting(bulk.id, size)
    const done = yield* Effect.forEach(candidates, (candidate) => decided(bulk, candidate), { concurrency: 16 })
    yield* store.record(bulk.id, done.flat())
    return { seen: candidates.length, done: done.flat().length }
  })

  const completed = Effect.fnUntraced(function* (bulk: Bulk) {
    const left = yield* store.sends(bulk.id, underWay, 1)
    if (left.length === 0) yield* store.change(bulk.id, ["running"], "completed")
    return left.length === 0
  })

  const run = Effect.fnUntraced(function* (bulk: Bulk) {
    yield* store.change(bulk.id, ["queued"], "running")
    const { batch, pauseMillis } = pace(bulk)
    let next = 0
    for (;;) {
      const now = yield* Clock.currentTimeMillis
      const status = yield* store.renew(bulk.id, now + options.lease + pauseMillis)
      if (status !== "running") return void (yield* store.renew(bulk.id, 0))
      // A slow one is paused and cancelled as quickly as a fast one.
      if (now < next) {
        yield* Effect.sleep(Math.min(next - now, lookEvery))
        continue
      }
      const flying = yield* store.sends(bulk.id, underWay, options.underWayMost)
      const room = Math.min(batch, options.underWayMost - flying.length)
      const { done, seen } = room > 0 ? yield* batchOf(bulk, room) : { seen: 1, done: 1 }
      if (seen === 0 && (yield* completed(bulk))) return
      // Nobody left, nothing to be had now, no room: there is time.
      const idle = seen === 0 || room <= 0 ? 20 : done === 0 ? 500 : 0
      next = now + pauseMillis
      yield* Effect.sleep(Math.max(idle, Math.min(pauseMillis, lookEvery)))
    }
  })

  /** Why it could not be taken back this time; nothing where it was, or has left. */
  const takenBack = (workspaceId: string, sendId: string) =>
    sending.cancel(workspaceId, sendId).pipe(
      Effect.as(undefined),
      Effect.catchTag("SendLeft", ({ state }) => Effect.logDebug("it left", { sendId, state })),
      Effect.catch((error) => Effect.succeed(error))
    )

  /** Nobody else is decided about, and what waits is taken back; what is on its way arrives. */
  const sweep = Effect.fnUntraced(function* (bulk: Bulk) {
    yield* store.abandon(bulk.id)
    for (;;) {
      const waiting = yield* store.sends(bulk.id, ["queued", "deferred"], 200)
      if (waiting.length === 0) return yield* store.swept(bulk.id)
      yield* store.renew(bulk.id, (yield* Clock.currentTimeMillis) + options.lease * 5)
      const answers = yield* Effect.forEach(waiting, (sendId) => takenBack(bulk.workspaceId, sendId), {
        concurrency: 16
      })
      const failed = answers.filter((error) => error !== undefined)
      if (failed.length > 0)
        yield* Effect.logWarning("sends of a cancelled bulk could not be taken back yet", failed[0]).pipe(
          Effect.annotateLogs({ jobId: bulk.id, sends: failed.length })
        )
      yield* Effect.sleep(failed.length > 0 ? 500 : 20)
    }
  })

  /** While there is nothing to do one looks for all. A database that is away is spoken of once. */
  const lookout = Semaphore.makeUnsafe(1)
  let isAway = false
  const found = lookout.withPermits(1)(
    Effect.gen(function* () {
      const jobs = yield* store.lease(yield* Clock.currentTimeMillis, options.lease, 1)
      if (isAway) yield* Effect.logInfo("bulks can be looked for again")
      isAway = false
      if (jobs.length === 0) yield* Effect.sleep(lookEvery)
      return jobs
    }).pipe(
      Effect.catch((error) => {
        const told = isAway ? Effect.void : Effect.logWarning("bulks cannot be looked for now", error)
        isAway = true
        return Effect.andThen(told, Effect.as(Effect.sleep(lookEvery), []))
      })
    )
  )

  return Effect.gen(function* () {
    for (const bulk of yield* found) yield* bulk.status === "cancelled" ? sweep(bulk) : run(bulk)
  })
})

/** Works as long as the layer lives. A bulk that another process worked on is taken over when its lease is over. */
export const layer = Layer.effectDiscard(
  Effect.gen(function* () {
    const round = yield* make
    const looking = round.pipe(
      Effect.catchCause((cause) => Effect.logWarning("a bulk was interrupted; it goes on", cause)),
      Effect.repeat(Schedule.spaced(lookEvery))
    )
    yield* Effect.forEach(Array.from({ length: jobsMost }), () => Effect.forkScoped(looking), { discard: true })
  })
)
