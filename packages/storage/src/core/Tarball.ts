/**
 * Tells a whole cluster tarball from anything else, before a byte of it is written anywhere. Pure; used by `Backup` and
 * by the thread that opens the database.
 *
 * Format: POSIX ustar (pax(1), "ustar Interchange Format"): 512-byte blocks, name at 0, size in octal at 124, header
 * checksum in octal at 148, type flag at 156.
 */
import * as Result from "effect/Result"

const blockBytes = 512
/** The type flag of a directory, "5". */
const directoryFlag = 0x35

const textAt = (bytes: Uint8Array, offset: number, length: number): string => {
  const field = bytes.subarray(offset, offset + length)
  const end = field.indexOf(0)
  return new TextDecoder("latin1").decode(end < 0 ? field : field.subarray(0, end)).trim()
}

/** The sum of the header's bytes with the checksum field itself read as spaces. */
const checksumOf = (header: Uint8Array): number =>
  header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)

/** A file or directory of an archive; the content is a view into it. */
export interface Entry {
  /** Relative, without a leading slash; never leads out of where it is unpacked. */
  readonly name: string
  readonly isDirectory: boolean
  readonly content: Uint8Array
}

/** What a tar archive holds, in its order. Fails with a sentence if it is cut off, is none, or leads elsewhere. */
export const entries = (tar: Uint8Array): Result.Result<ReadonlyArray<Entry>, string> => {
  const found: Array<Entry> = []
  for (let offset = 0; offset + blockBytes <= tar.length;) {
    const header = tar.subarray(offset, offset + blockBytes)
    if (header.every((byte) => byte === 0)) return Result.succeed(found)
    if (Number.parseInt(textAt(header, 148, 8), 8) !== checksumOf(header)) return Result.fail("it is not a tar archive")
    const size = Number.parseInt(textAt(header, 124, 12) || "0", 8)
    const name = textAt(header, 0, 100).replace(/^\/+/, "")
    if (name.split("/").includes("..")) return Result.fail(`it names a file outside of itself (${name})`)
    const start = offset + blockBytes
    found.push({ name, isDirectory: header[156] === directoryFlag, content: tar.subarray(start, start + size) })
    offset = start + Math.ceil(size / blockBytes) * blockBytes
  }
  return Result.fail("the archive is cut off")
}

/** What every PostgreSQL data directory holds; without them PGlite would quietly make a new, empty cluster. */
const essentials = ["PG_VERSION", "global/pg_control"]

/** The entries of an archive that is whole and holds a PostgreSQL cluster; otherwise fails with a sentence. */
export const cluster = (tar: Uint8Array): Result.Result<ReadonlyArray<Entry>, string> =>
  Result.flatMap(entries(tar), (found) => {
    const missing = essentials.filter((essential) => !found.some(({ name }) => name === essential))
    return missing.length === 0 ? Result.succeed(found) : Result.fail(`it holds no database (no ${missing.join(", ")})`)
  })
