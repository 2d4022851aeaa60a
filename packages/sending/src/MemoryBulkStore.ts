/** Bulks in memory, for tests without a database. */
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { BulkNotFound, BulkStore } from "./BulkStore.ts"
import type { Bulk, BulkStatus, Candidate, Done } from "./BulkStore.ts"
import * as BulkAccount from "./core/BulkAccount.ts"

interface Kept {
  bulk: Bulk
  leasedUntil: number
  swept: boolean
  readonly candidates: Array<Candidate & { done: Done | undefined }>
}

const cancelled = ({ position }: Candidate): Done => ({
  position,
  channel: "",
  sendId: undefined,
  reason: "cancelled",
  outcome: undefined,
  costCents: 0
})
const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

export const layer: Layer.Layer<BulkStore, never, MemoryTables> = Layer.effect(
  BulkStore,
  Effect.map(MemoryTables, (tables) => {
    const kept = new Map<string, Kept>()
    const of = <A>(jobId: string, use: (job: Kept) => A, otherwise: A) =>
      Effect.sync(() => {
        const job = kept.get(jobId)
        return job === undefined ? otherwise : use(job)
      })
    const change = (job: Kept, status: BulkStatus) => {
      job.bulk = { ...job.bulk, status }
    }
    const isDue = ({ bulk, leasedUntil, swept }: Kept, now: number) =>
      leasedUntil < now &&
      (bulk.status === "queued" || bulk.status === "running" || (bulk.status === "cancelled" && !swept))

    return BulkStore.of({
      create: (bulk, personIds) =>
        Effect.sync(() => {
          const candidates = personIds.map((personId, n) => ({ position: n + 1, personId, done: undefined }))
          kept.set(bulk.id, { bulk: { ...bulk, status: "queued" }, leasedUntil: 0, swept: false, candidates })
        }),
      get: (workspaceId, jobId) =>
        Effect.suspend(() => {
          const bulk = kept.get(jobId)?.bulk
          return bulk?.workspaceId === workspaceId ? Effect.succeed(bulk) : Effect.fail(new BulkNotFound({ jobId }))
        }),
      account: (jobId) =>
        of(
          jobId,
          ({ candidates }) => {
            const sends = rowsOf(tables, "sends")
            return BulkAccount.of(
              candidates.map(({ done }) => {
                const send = sends.get(done?.sendId ?? "")
                return {
                  done: done !== undefined,
                  state: textOf(send?.["state"]),
                  outcome: done?.outcome,
                  reason: textOf(send?.["reason"]) ?? done?.reason,
                  count: 1,
                  costCents: done?.costCents ?? 0
                }
              })
            )
          },
          BulkAccount.of([])
        ),
      change: (jobId, from, to) =>
        of(
          jobId,
          (job) => {
            const may = from.includes(job.bulk.status)
            if (may) change(job, to)
            return may
          },
          false
        ),
      lease: (now, forMillis, limit) =>
        Effect.sync(() =>
          [...kept.values()]
            .filter((job) => isDue(job, now))
            .slice(0, limit)
            .map((job) => {
              job.leasedUntil = now + forMillis
              return job.bulk
            })
        ),
      renew: (jobId, until) =>
        of(
          jobId,
          (job) => {
            job.leasedUntil = until
            return job.bulk.status
          },
          "cancelled"
        ),
      waiting: (jobId, limit) =>
        of(jobId, ({ candidates }) => candidates.filter(({ done }) => done === undefined).slice(0, limit), []),
      record: (jobId, done) =>
        of(
          jobId,
          ({ candidates }) => {
            for (const one of done) {
              const candidate = candidates[one.position - 1]
              if (candidate !== undefined) candidate.done = one
            }
          },
          undefined
        ),
      abandon: (jobId) =>
        of(
          jobId,
          ({ candidates }) => {
            for (const candidate of candidates) candidate.done ??= cancelled(candidate)
          },
          undefined
        ),
      sends: (jobId, states, limit) =>
        Effect.sync(() =>
          rowsOf(tables, "sends")
            .values()
            .filter((row) => row["job_id"] === jobId && states.includes(String(row["state"])))
            .map((row) => String(row["id"]))
            .take(limit)
            .toArray()
        ),
      swept: (jobId) =>
        of(
          jobId,
          (job) => {
            job.swept = true
          },
          undefined
        )
    })
  })
)
