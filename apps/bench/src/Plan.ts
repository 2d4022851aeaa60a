/**
 * What a load generator is told and what it answers. Crosses the process boundary as one JSON document each way, so that
 * generator and servers never share an event loop.
 */
import * as Schema from "effect/Schema"

/** In a body, stands for text that no other request of the bench carries: 14 characters, safe in an address. */
export const unique = "%UNIQUE_TEXT%%"

/** In a path or a bearer, stands for the number of the tenant that a request is about, in six digits. */
export const tenant = "%TENANT%"

/** In a body, stands for the number of the person that a request is about, in eight digits. */
export const person = "%PERSON%"

/** One request out of the plan's list, always a POST with a JSON body. `bearer` where it is not that of the plan. */
export const PlannedRequest = Schema.Struct({
  path: Schema.String,
  body: Schema.String,
  bearer: Schema.optionalKey(Schema.String)
})
export type PlannedRequest = typeof PlannedRequest.Type

/**
 * - `order`: `random` draws requests from the list with a fixed seed, so that two contestants see the same sequence;
 *   `sequence` goes through it once around after the other
 * - `tenants`: when set, each request is about one of `count`, drawn by Zipf's law: the n-th is asked for 1/n^exponent
 *   times as often as the first
 * - `replays`: the share of requests that repeat an acknowledged one of this plan, key and body, drawn from the last 65,536
 * - `peopleFrom`: when set, each request is about a person, from this one on in the order of `Visits.ts`
 * - `arrivalsPerSecond`: when set, requests begin at times of a Poisson process of this rate, whatever answers take, and
 *   latencies count from those times; otherwise one begins as soon as the one before it on its connection is answered
 * - `tells`: whether every acknowledged request is told one by one
 * - `idempotencyPrefix`: when set, every request carries an `Idempotency-Key` of its own that begins with it
 * - `seconds` count after `warmUpSeconds`; `requestsMax` bounds both together
 */
export const Plan = Schema.Struct({
  port: Schema.Int,
  bearer: Schema.String,
  connections: Schema.Int,
  warmUpSeconds: Schema.Finite,
  seconds: Schema.Finite,
  requestsMax: Schema.Int,
  order: Schema.Literals(["random", "sequence"]),
  tenants: Schema.NullOr(Schema.Struct({ count: Schema.Int, exponent: Schema.Finite })),
  replays: Schema.Finite,
  peopleFrom: Schema.NullOr(Schema.Int),
  arrivalsPerSecond: Schema.NullOr(Schema.Finite),
  tells: Schema.Boolean,
  idempotencyPrefix: Schema.NullOr(Schema.String),
  /** Six characters that differ between the runs of a bench. */
  run: Schema.String,
  requests: Schema.NonEmptyArray(PlannedRequest)
})
export type Plan = typeof Plan.Type

/** A request that was answered with 200 for the first time: the id in the answer, and when it began (`Monotonic.ts`). */
export const Acknowledged = Schema.Struct({ id: Schema.String, beganMicros: Schema.Finite })
export type Acknowledged = typeof Acknowledged.Type

/**
 * - `answered`: answers within the measured time, `perSecond` their rate
 * - `p50`, `p90`, `p99`, `max`: milliseconds from the first byte sent to the last byte received
 * - `statuses`: all answers by status, warm-up included: what invariants are checked against
 * - `replayed`: how many of them answered a replay; `differing`: how many of those were not the first answer, by
 *   its id where acknowledged requests are told
 * - `acknowledged`, where the plan asks for it; `people`: the first person nobody was asked about
 * - `keptUpPerSecond`, where what the answers caused is counted: requests per second of which all of it was done
 */
export const Measurement = Schema.Struct({
  answered: Schema.Int,
  perSecond: Schema.Finite,
  p50: Schema.Finite,
  p90: Schema.Finite,
  p99: Schema.Finite,
  max: Schema.Finite,
  statuses: Schema.Record(Schema.String, Schema.Int),
  replayed: Schema.Int,
  differing: Schema.Int,
  acknowledged: Schema.optionalKey(Schema.Array(Acknowledged)),
  people: Schema.optionalKey(Schema.Int),
  keptUpPerSecond: Schema.optionalKey(Schema.Finite)
})
export type Measurement = typeof Measurement.Type
