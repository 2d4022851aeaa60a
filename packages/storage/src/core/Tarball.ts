/**
 * Tells a whole cluster tarball from anything else, before a byte of it is written anywhere. Pure; used by `Backup`.
 *
 * Format: POSIX ustar (pax(1), "ustar Interchange Format"): 512-byte blocks, name at 0, size in octal at 124, header
 * checksum in octal at 148.
 */
import * as Result from "effect/Result"

const blockBytes = 512

const textAt = (bytes: Uint8Array, offset: number, length: number): string => {
  const field = bytes.subarray(offset, offset + length)
  const end = field.indexOf(0)
  return new TextDecoder("latin1").decode(end < 0 ? field : field.subarray(0, end)).trim()
}

/** The sum of the header's bytes with the checksum field itself read as spaces. */
const checksumOf = (header: Uint8Array): number =>
  header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)

/** Names of the files in a tar archive, without a leading slash. Fails with a sentence if it is cut off or is none. */
export const names = (tar: Uint8Array): Result.Result<ReadonlyArray<string>, string> => {
  const found: Array<string> = []
  for (let offset = 0; offset + blockBytes <= tar.length;) {
    const header = tar.subarray(offset, offset + blockBytes)
    if (header.every((byte) => byte === 0)) return Result.succeed(found)
    if (Number.parseInt(textAt(header, 148, 8), 8) !== checksumOf(header)) return Result.fail("it is not a tar archive")
    const size = Number.parseInt(textAt(header, 124, 12) || "0", 8)
    found.push(textAt(header, 0, 100).replace(/^\/+/, ""))
    offset += blockBytes + Math.ceil(size / blockBytes) * blockBytes
  }
  return Result.fail("the archive is cut off")
}

/** What every PostgreSQL data directory holds; without them PGlite would quietly make a new, empty cluster. */
const essentials = ["PG_VERSION", "global/pg_control"]

/** Fails with a sentence unless the archive is whole and holds a PostgreSQL cluster. */
export const checkCluster = (tar: Uint8Array): Result.Result<void, string> => {
  const found = names(tar)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const missing = essentials.filter((name) => !found.success.includes(name))
  return missing.length === 0
    ? Result.succeed(undefined)
    : Result.fail(`it holds no database (no ${missing.join(", ")})`)
}
