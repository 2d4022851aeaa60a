/**
 * How the workloads of the `send` bench are measured: what counts is not the answer but the message. It is complete when
 * the vendor has accepted it and its record says so.
 */
import * as Effect from "effect/Effect"
import * as Generator from "./Generator.ts"
import { Histogram } from "./Histogram.ts"
import type { Measurement, Plan } from "./Plan.ts"
import type { Asked, Workload } from "./Rounds.ts"
import * as SendBooks from "./SendBooks.ts"
import * as Vendor from "./Vendor.ts"
import type { Delay, Seen } from "./Vendor.ts"

interface Ran {
  readonly load: Measurement
  /** What warmed the contestant up, if anything did. */
  readonly before: NonNullable<Measurement["acknowledged"]>
  readonly seen: ReadonlyArray<Seen>
}

/** Long enough for a fresh process to compile what it runs. */
const firstSecondsMost = 3

const ran = Effect.fnUntraced(function* ({ contestant, earlier, plan }: Asked, delay: Delay, change: Partial<Plan>) {
  const vendor = contestant.surroundings[Vendor.variable]
  if (vendor === undefined) return yield* Effect.die(new Error("no vendor"))
  yield* Vendor.takes(vendor, delay)
  const load = (from: number, more: Partial<Plan>) =>
    Effect.tap(Generator.measure({ ...plan, tells: true, peopleFrom: from, ...more }), () =>
      SendBooks.worked(contestant)
    )
  const idempotencyPrefix = `first-${plan.run}`
  const first =
    earlier.length === 0
      ? yield* load(0, { seconds: Math.min(firstSecondsMost, 2 * plan.seconds), warmUpSeconds: 0, idempotencyPrefix })
      : undefined
  const seen = yield* Vendor.count(vendor)
  const people = first?.people ?? Math.max(0, ...earlier.map(({ measurement }) => measurement.people ?? 0))
  const result: Ran = {
    load: yield* load(people, change),
    before: first?.acknowledged ?? [],
    seen: yield* Vendor.seen(vendor, seen)
  }
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
    // What was refused once is taken later, which the check waits for.
    perSecond: seen.length / seconds,
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

/** All that was acknowledged is for the check. */
const told = ({ before, load }: Ran): Measurement => ({
  ...load,
  acknowledged: [...before, ...(load.acknowledged ?? [])]
})

/** As much as it can take in: `perSecond` counts completed messages, latencies are those of the answers. */
export const saturated =
  (delay: Delay): Measure =>
  (asked) =>
    Effect.map(ran(asked, delay, {}), (run) => ({ ...told(run), ...completions(run) }))

/** Half of what `whole` of the same round could take: latencies are what is added between a request and the vendor. */
export const half =
  (whole: string, delay: Delay): Measure =>
  (asked) =>
    Effect.gen(function* () {
      const before = asked.earlier.find(({ round, workload }) => round === asked.round && workload === whole)
      const keptUp = before?.measurement.keptUpPerSecond
      if (keptUp === undefined) return yield* Effect.die(new Error(`no ${whole} before its half`))
      const run = yield* ran(asked, delay, { arrivalsPerSecond: keptUp / 2 })
      return { ...told(run), ...completions(run), ...added(run, asked.plan.warmUpSeconds) }
    })
