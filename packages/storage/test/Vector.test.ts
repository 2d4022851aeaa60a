import { assert, describe, it } from "@effect/vitest"
import { PgTypes } from "@effect/sql-pg"
import * as Vector from "@loopdrive/storage/Vector"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { SqlClient } from "effect/sql/SqlClient"

const oid = 16_400

/** A database that knows `vector` by this number, or does not know it. */
const database = (found: number | null) => (() => Effect.succeed([{ oid: found }])) as unknown as SqlClient

/** The codec that a client learns. */
const learned = Effect.gen(function* () {
  const codecs: Array<PgTypes.Codec<ReadonlyArray<number>>> = []
  const registry: PgTypes.Registry = {
    register: (_oid, codec) => void codecs.push(codec as unknown as PgTypes.Codec<ReadonlyArray<number>>)
  }
  assert.isTrue(yield* Vector.register(database(oid), registry))
  const [codec] = codecs
  return codec ?? assert.fail("no codec was registered")
})

describe("vectors on the wire", () => {
  it.effect("are read as they were written", () =>
    Effect.gen(function* () {
      const codec = yield* learned
      const written = Result.getOrThrow(codec.encode([1, -2.5, 0]))
      assert.deepStrictEqual(Result.getOrThrow(codec.decode(written)), [1, -2.5, 0])
    })
  )

  it.effect("that are cut short are refused", () =>
    Effect.gen(function* () {
      const codec = yield* learned
      const written = Result.getOrThrow(codec.encode([1, 2]))
      for (const length of [0, 3, 7, 11]) {
        assert.isTrue(Result.isFailure(codec.decode(written.slice(0, length))), `${length} bytes`)
      }
    })
  )

  it.effect("have at least one dimension and at most 16,000", () =>
    Effect.gen(function* () {
      const codec = yield* learned
      assert.isTrue(Result.isFailure(codec.encode([])))
      assert.isTrue(Result.isFailure(codec.encode(Array.from({ length: 16_001 }, () => 0))))
    })
  )

  it.effect("are not expected of a database without the extension", () =>
    Effect.gen(function* () {
      assert.isFalse(yield* Vector.register(database(null), PgTypes.makeRegistry()))
    })
  )
})
