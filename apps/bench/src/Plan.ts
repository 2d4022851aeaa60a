/**
 * What a load generator is told and what it answers. Crosses the process boundary as one JSON document each way, so that
 * generator and servers never share an event loop.
 */
import * as Schema from "effect/Schema"

/** In a body, stands for text that no other request of the bench carries: 14 characters, safe in an address. */
export const unique = "%UNIQUE_TEXT%%"

/** One request out of the plan's list, always a POST with a JSON body. */
export const PlannedRequest = Schema.Struct({ path: Schema.String, body: Schema.String })
export type PlannedRequest = typeof PlannedRequest.Type

/**
 * - `order`: `random` draws requests from the list with a fixed seed, so that two contestants see the same sequence;
 *   `sequence` goes through it once around after the other
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
 */
export const Measurement = Schema.Struct({
  answered: Schema.Int,
  perSecond: Schema.Finite,
  p50: Schema.Finite,
  p90: Schema.Finite,
  p99: Schema.Finite,
  max: Schema.Finite,
  statuses: Schema.Record(Schema.String, Schema.Int)
})
export type Measurement = typeof Measurement.Type
