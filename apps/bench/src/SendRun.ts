/**
 * How the workloads of the `send` bench are measured: what counts is not the answer but the message. It is complete when
 * the vendor has accepted it and its record says so.
 */
import * as Database from "@loopdrive/storage/Database"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import * as Generator from "./Generator.ts"
import { LoadFailed } from "./Generator.ts"
import { Histogram } from "./Histogram.ts"
import type { Measurement, Plan } from "./Plan.ts"
import type { Asked, Workload } from "./Rounds.ts"
import * as SendBooks from "./SendBooks.ts"
import * as Vendor from "./Vendor.ts"
import type { Delay, Seen } from "./Vendor.ts"

const decodeOpen = Schema.decodeUnknownEffect(Schema.Tuple([Schema.Struct({ open: Schema.Boolean })]))

/** Longer than any backlog here takes; a contestant that forgot a message would be waited for otherwise. */
const drainMost = Duration.seconds(120)

/** Completes when nothing is on its way any more; what is held back for a later day is not. */
const drained = ({ contestant }: Asked): Effect.Effect<void, LoadFailed> => {
  const { database, name } = contestant
  if (database === undefined) return Effect.die(new Error("messages without a database"))
  const { sends } = SendBooks.tablesOf(contestant)
  return Effect.gen(function* () {
    const sql = yield* SqlClient
    const look = Effect.flatMap(
      sql`select exists (select 1 from ${sql(sends)} where state in ('queued', 'leaving', 'unknown')) as open`,
      decodeOpen
    )
    while ((yield* look)[0].open) yield* Effect.sleep("100 millis")
  }).pipe(
    Effect.provide(Database.layerPostgres({ url: database, maxConnections: 1 })),
    Effect.orDie,
    Effect.timeoutOrElse({
      duration: drainMost,
      orElse: () => Effect.fail(new LoadFailed({ output: `${name} still has messages on their way` }))
    })
  )
}

interface Ran {
  readonly load: Measurement
  readonly seen: ReadonlyArray<Seen>
}

const ran = Effect.fnUntraced(function* (asked: Asked, delay: Delay, change: Partial<Plan>) {
  const vendor = asked.contestant.surroundings[Vendor.variable]
  if (vendor === undefined) return yield* Effect.die(new Error("no vendor"))
  yield* Vendor.takes(vendor, delay)
  const before = yield* Vendor.count(vendor)
  const peopleFrom = Math.max(0, ...asked.earlier.map(({ measurement }) => measurement.people ?? 0))
  const load = yield* Generator.measure({ ...asked.plan, tells: true, peopleFrom, ...change })
  yield* drained(asked)
  const result: Ran = { load, seen: yield* Vendor.seen(vendor, before) }
  return result
})

/** The least of many: they would not fit into the arguments of a call. */
const least = (values: ReadonlyArray<number>): number =>
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)

/**
 * Completed messages per second, from the first request until the last message that the vendor took at once: both the
 * taking in and the sending are in it, whichever is slower, and the wait before a repeat is not.
 */
const completions = ({ load, seen }: Ran): Pick<Measurement, "keptUpPerSecond" | "perSecond"> => {
  const acknowledged = load.acknowledged ?? []
  const began = least(acknowledged.map(({ beganMicros }) => beganMicros))
  const ended = -least(seen.flatMap(({ acceptedMicros, refused }) => (refused === 0 ? [-acceptedMicros] : [])))
  const seconds = (ended - began) / 1_000_000
  return {
    perSecond: seen.filter(({ acceptedMicros }) => acceptedMicros > 0).length / seconds,
    keptUpPerSecond: (acknowledged.length + load.replayed) / seconds
  }
}

/** From the start of a request until the vendor first hears of its message; without what came in the warm-up. */
const added = ({ load, seen }: Ran, warmUpSeconds: number): Pick<Measurement, "max" | "p50" | "p90" | "p99"> => {
  const began = new Map((load.acknowledged ?? []).map(({ beganMicros, id }) => [id, beganMicros]))
  const from = least([...began.values()]) + warmUpSeconds * 1_000_000
  const histogram = new Histogram()
  for (const { arrivedMicros, key } of seen) {
    const at = began.get(key)
    if (at !== undefined && at >= from) histogram.record(arrivedMicros - at)
  }
  return {
    p50: histogram.quantile(0.5),
    p90: histogram.quantile(0.9),
    p99: histogram.quantile(0.99),
    max: histogram.max
  }
}

type Measure = NonNullable<Workload["measure"]>

/** As much as it can take in: `perSecond` counts completed messages, latencies are those of the answers. */
export const saturated =
  (delay: Delay): Measure =>
  (asked) =>
    Effect.map(ran(asked, delay, {}), (run) => ({ ...run.load, ...completions(run) }))

/** Half of what `whole` of the same round could take: latencies are what is added between a request and the vendor. */
export const half =
  (whole: string, delay: Delay): Measure =>
  (asked) =>
    Effect.gen(function* () {
      const before = asked.earlier.find(({ round, workload }) => round === asked.round && workload === whole)
      const keptUp = before?.measurement.keptUpPerSecond
      if (keptUp === undefined) return yield* Effect.die(new Error(`no ${whole} before its half`))
      const run = yield* ran(asked, delay, { arrivalsPerSecond: keptUp / 2 })
      return { ...run.load, ...completions(run), ...added(run, asked.plan.warmUpSeconds) }
    })
