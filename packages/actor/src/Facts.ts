/**
 * What a decision may know about the world outside its state, gathered before the decision so that deciding stays a
 * pure function that can be replayed.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SecureRandom from "effect/crypto/SecureRandom"

/**
 * - `now`: milliseconds since the Unix epoch
 * - `seed`: 16 random bytes as 32 hexadecimal digits, fresh for every decision; ids and draws are derived from it
 */
export interface Facts {
  readonly now: number
  readonly seed: string
}

/** Gathers facts. Synchronous, because nothing asynchronous may stand between a command's arrival and its decision. */
export class FactSource extends Context.Service<FactSource, { readonly gather: () => Facts }>()(
  "@loopdrive/actor/FactSource"
) {
  /** The clock of the fiber that builds the layer and the operating system's random numbers. */
  static readonly layer = Layer.effect(
    FactSource,
    Effect.gen(function* () {
      const clock = yield* Clock.Clock
      return FactSource.of({ gather: () => ({ now: clock.currentTimeMillisUnsafe(), seed: freshSeed() }) })
    })
  )

  /** Counts instead of drawing, so that a test can name the ids it will see. */
  static readonly layerCounting = Layer.effect(
    FactSource,
    Effect.gen(function* () {
      const clock = yield* Clock.Clock
      let count = 0
      return FactSource.of({
        gather: () => ({ now: clock.currentTimeMillisUnsafe(), seed: (++count).toString(16).padStart(32, "0") })
      })
    })
  )
}

// One call to the operating system serves many decisions.
const pool: { bytes: Uint8Array; offset: number } = { bytes: new Uint8Array(0), offset: 0 }
const freshSeed = (): string => {
  if (pool.offset >= pool.bytes.length) {
    pool.bytes = SecureRandom.randomBytesUnsafe(4096)
    pool.offset = 0
  }
  const seed = Buffer.from(pool.bytes.buffer, pool.bytes.byteOffset + pool.offset, 16).toString("hex")
  pool.offset += 16
  return seed
}
