/**
 * Embeddings on the wire: number arrays in and out, whether the column is pgvector's `vector` or `real[]`. Used by
 * `Database` (decoding) and by every store with an embedding column.
 */
import { PgTypes } from "@effect/sql-pg"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"

/** pgvector's binary format (its `vector_send`): int16 dimensions, int16 unused, then float4 each, big-endian. */
const headerBytes = 4
const dimensionsMax = 16_000

const codec: PgTypes.Codec<ReadonlyArray<number>> = {
  decode: (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const dimensions = bytes.byteLength < headerBytes ? -1 : view.getInt16(0)
    if (dimensions < 0 || bytes.byteLength !== headerBytes + dimensions * 4) {
      return Result.fail(new PgTypes.CodecError({ message: `A vector of ${bytes.byteLength} bytes is malformed` }))
    }
    return Result.succeed(Array.from({ length: dimensions }, (_, index) => view.getFloat32(headerBytes + index * 4)))
  },
  encode: (values) => {
    if (values.length === 0 || values.length > dimensionsMax) {
      return Result.fail(new PgTypes.CodecError({ message: `A vector has 1 to ${dimensionsMax} dimensions` }))
    }
    const bytes = new Uint8Array(headerBytes + values.length * 4)
    const view = new DataView(bytes.buffer)
    view.setInt16(0, values.length)
    for (const [index, value] of values.entries()) view.setFloat32(headerBytes + index * 4, value)
    return Result.succeed(bytes)
  }
}

/**
 * A statement parameter for an embedding, typed `real[]`. It can be inserted into either kind of column as it is
 * (pgvector casts on assignment); in a distance write `${Vector.parameter(values)}::vector`. Values become float4.
 */
export const parameter = (values: ReadonlyArray<number>): PgTypes.Parameter =>
  // The list of element types is fixed here, so the lookup of its array type cannot fail.
  Result.getOrThrow(PgTypes.array(values, PgTypes.OID.float4))

/**
 * Teaches a client's registry to read `vector` columns as number arrays, if this database has the extension. Its
 * type number differs from database to database, so it is asked for. Returns whether it has.
 */
export const register = (sql: SqlClient, registry: PgTypes.Registry): Effect.Effect<boolean, SqlError> =>
  Effect.map(sql`SELECT to_regtype('vector')::oid AS oid`, (rows) => {
    const oid = rows[0]?.oid
    if (typeof oid !== "number") return false
    registry.register(oid, codec)
    return true
  })
