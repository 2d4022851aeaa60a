/** The bench's side of the vendor stub: starts one, says how long it takes, and reads what it saw. */
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { LoadFailed } from "./Generator.ts"
import { readyLine } from "./Served.ts"

/**
 * One message as the vendor saw it, known by its idempotency key. `acceptedMicros`: 0 where it never was; `refused`: how
 * often it was answered with 500; `repeated`: how often it came again after it had been accepted. Times of `Monotonic.ts`.
 */
export const Seen = Schema.Struct({
  key: Schema.String,
  to: Schema.String,
  arrivedMicros: Schema.Finite,
  acceptedMicros: Schema.Finite,
  refused: Schema.Int,
  repeated: Schema.Int
})
export type Seen = typeof Seen.Type

/** How long the vendor takes: `millis`, give or take up to `spread`. */
export interface Delay {
  readonly millis: number
  readonly spread: number
}

/** The variable that tells a contestant where its vendor is. */
export const variable = "RESEND_BASE_URL"

/** Starts a vendor; it ends with the scope. Answers with its address. */
export const start = Effect.gen(function* () {
  const program = yield* ChildProgram.start(new URL("VendorStub.ts", import.meta.url), [])
  const line = yield* program.says(readyLine)
  return `http://127.0.0.1:${line.slice(line.indexOf(readyLine) + readyLine.length)}`
})

const ask = (url: string): Effect.Effect<unknown, LoadFailed> =>
  Effect.tryPromise({
    try: async (signal): Promise<unknown> => (await fetch(url, { signal })).json(),
    catch: (error) => new LoadFailed({ output: `the vendor does not answer: ${String(error)}` })
  })

const decodeCount = Schema.decodeUnknownEffect(Schema.Struct({ count: Schema.Int }))
const decode = Schema.decodeUnknownEffect(Schema.Array(Seen))

/** From now on it takes so long. */
export const takes = (vendor: string, { millis, spread }: Delay): Effect.Effect<void, LoadFailed> =>
  Effect.asVoid(ask(`${vendor}/delay?millis=${millis}&spread=${spread}`))

/** What it saw, in the order of arrival, without the first `from`. */
export const seen = (vendor: string, from = 0): Effect.Effect<ReadonlyArray<Seen>, LoadFailed> =>
  Effect.flatMap(ask(`${vendor}/seen?from=${from}`), (answer) => Effect.orDie(decode(answer)))

/** How many messages it saw. */
export const count = (vendor: string): Effect.Effect<number, LoadFailed> =>
  Effect.flatMap(ask(`${vendor}/count`), (answer) =>
    Effect.map(Effect.orDie(decodeCount(answer)), (decoded) => decoded.count)
  )
