/** Unpacks clusters kept as gzipped archives: snapshots, and backups. */
import { gunzipSync } from "node:zlib"

/** The most that is set aside for an archive at once: a damaged one may say anything of its size. */
const chunkMost = 256 * 1024 * 1024

/**
 * In one piece, where the archive tells its size (RFC 1952, ISIZE): forty megabytes by 16 kB cost more than to unpack.
 * Throws where it is damaged or cut off.
 */
export const gunzip = (archive: Buffer): Buffer => {
  const size = archive.length < 4 ? 0 : archive.readUInt32LE(archive.length - 4)
  return gunzipSync(archive, { chunkSize: Math.max(64, Math.min(size + 1, chunkMost)) })
}
