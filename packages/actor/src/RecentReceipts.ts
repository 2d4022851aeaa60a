/**
 * Receipts of this process that were written or read a moment ago, so that a repeat is answered without the database. A
 * repeat that gets as far as a group is dear: it blocks its actor's part, and everything decided after it is decided
 * again; where each group of a busy actor holds one, that is every group.
 *
 * Only receipts that are kept for ever are remembered. They never change, so what is remembered cannot be wrong, whoever
 * holds the actor meanwhile; one with a window may be over by the database's clock.
 */
import type { CommandIdentity } from "./Receipt.ts"

interface RecentReceipt {
  readonly hash: string
  readonly reply: unknown
}

export interface RecentReceipts {
  /** By `identityKey`. */
  readonly find: (key: string) => RecentReceipt | undefined
  /** After the commit that made it true, and not before. */
  readonly keep: (key: string, identity: CommandIdentity, reply: unknown) => void
}

/**
 * At least the latest half of `most`, at most all of it. In two generations, the older of which is dropped whole: a map
 * that loses its oldest entry each time is searched for it from an ever emptier beginning.
 */
export const make = (most: number): RecentReceipts => {
  let older = new Map<string, RecentReceipt>()
  let newer = new Map<string, RecentReceipt>()
  return {
    find: (key) => newer.get(key) ?? older.get(key),
    keep: (key, identity, reply) => {
      if (identity.windowMillis !== undefined) return
      newer.set(key, { hash: identity.hash, reply })
      if (newer.size * 2 < most) return
      older = newer
      newer = new Map()
    }
  }
}
