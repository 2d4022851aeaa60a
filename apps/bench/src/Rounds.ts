/**
 * Interleaved rounds. In every round each contestant gets each workload once, in an order that turns with the round, so
 * that what disturbs the machine meets all of them; what counts is the median of the ratios within a round, never two
 * figures taken at different times.
 */
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { bearer } from "./Contestant.ts"
import type { Contestant } from "./Contestant.ts"
import * as Generator from "./Generator.ts"
import type { LoadFailed } from "./Generator.ts"
import type { Measurement, Plan, PlannedRequest } from "./Plan.ts"

export interface Workload {
  readonly name: string
  readonly connections: number
  readonly idempotent: boolean
  readonly order: "random" | "sequence"
  readonly tenants?: Plan["tenants"]
  readonly replays?: number
  /** Where the usual ones are too few for the code to be compiled. */
  readonly warmUpSeconds?: number
  /** How it is measured, where the answers alone do not tell. */
  readonly measure?: (asked: Asked) => Effect.Effect<Measurement, LoadFailed>
  readonly requests: readonly [PlannedRequest, ...Array<PlannedRequest>]
}

/** One workload on one contestant, to be measured. */
export interface Asked {
  readonly contestant: Contestant
  readonly round: number
  readonly plan: Plan
  /** What the same contestant was measured with before. */
  readonly earlier: ReadonlyArray<Sample>
}

export interface Settings {
  readonly rounds: number
  /** Measured seconds of one workload on one contestant. */
  readonly seconds: number
  readonly warmUpSeconds: number
}

/** One workload on one contestant in one round. */
export interface Sample {
  readonly round: number
  readonly workload: string
  readonly contestant: string
  readonly measurement: Measurement
}

/** More than any contestant answers in a minute here; keeps a mistake from filling the disk. */
const requestsMax = 5_000_000

const turned = <A>(items: ReadonlyArray<A>, by: number): ReadonlyArray<A> =>
  items.map((_, n) => items[(n + by) % items.length]).filter((item) => item !== undefined)

/**
 * Runs all rounds. `check` looks at a contestant's data after each of its rounds, given everything it answered so far;
 * what it fails with ends the bench.
 */
export const run = Effect.fnUntraced(function* <E>(options: {
  readonly settings: Settings
  readonly contestants: ReadonlyArray<Contestant>
  readonly workloads: ReadonlyArray<Workload>
  readonly check: (contestant: Contestant, measured: ReadonlyArray<Measurement>) => Effect.Effect<void, E>
}): Effect.fn.Return<ReadonlyArray<Sample>, E | LoadFailed> {
  const { check, contestants, settings, workloads } = options
  const samples: Array<Sample> = []
  for (let round = 1; round <= settings.rounds; round++) {
    for (const workload of workloads) {
      for (const contestant of turned(contestants, round - 1)) {
        const plan: Plan = {
          port: contestant.port,
          bearer,
          connections: workload.connections,
          warmUpSeconds: workload.warmUpSeconds ?? settings.warmUpSeconds,
          seconds: settings.seconds,
          requestsMax,
          order: workload.order,
          tenants: workload.tenants ?? null,
          replays: workload.replays ?? 0,
          peopleFrom: null,
          arrivalsPerSecond: null,
          tells: false,
          idempotencyPrefix: workload.idempotent ? `${workload.name}-${round}` : null,
          run: `${workload.name.slice(0, 1)}${String(round).padStart(5, "0")}`,
          requests: workload.requests
        }
        const earlier = samples.filter((sample) => sample.contestant === contestant.name)
        const measure = workload.measure ?? ((asked: Asked) => Generator.measure(asked.plan))
        const measurement = yield* measure({ contestant, round, plan, earlier })
        samples.push({ round, workload: workload.name, contestant: contestant.name, measurement })
        const rate = Math.round(measurement.perSecond)
        yield* Console.log(
          `round ${round}  ${workload.name.padEnd(8)} ${contestant.name.padEnd(22)} ${String(rate).padStart(7)}/s  p50 ${measurement.p50.toFixed(2)} ms`
        )
      }
    }
    for (const contestant of contestants) {
      const own = samples.filter((sample) => sample.contestant === contestant.name)
      yield* check(
        contestant,
        own.map((sample) => sample.measurement)
      )
    }
  }
  return samples
})
