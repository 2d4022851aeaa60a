/**
 * What a load generator is told and what it answers. Crosses the process boundary as one JSON document each way, so that
 * generator and servers never share an event loop.
 */
import * as Schema from "effect/Schema"

/** In a body, stands for text that no other request of the bench carries: 14 characters, safe in an address. */
export const unique = "%UNIQUE_TEXT%%"

/** In a path or a bearer, stands for the number of the tenant that a request is about, in six digits. */
export const tenant = "%TENANT%"

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
  idempotencyPrefix: Schema.NullOr(Schema.String),
  /** Six characters that differ between the runs of a bench. */
  run: Schema.String,
  requests: Schema.NonEmptyArray(PlannedRequest)
})
export type Plan = typeof Plan.Type

/**
 * - `answered`: answers within the measured time, `perSecond` their rate
 * - `p50`, `p90`, `p99`, `max`: milliseconds from the first byte sent to the last byte received
 * - `statuses`: all answers by status, warm-up included: what invariants are checked against
 * - `replayed`: how many of them answered a replay; `differing`: how many of those were not the first answer
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
  differing: Schema.Int
})
export type Measurement = typeof Measurement.Type
