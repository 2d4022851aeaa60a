import { assert, describe, it } from "@effect/vitest"
import { identityKey } from "@loopdrive/actor/Receipt"
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import * as RecentReceipts from "@loopdrive/actor/RecentReceipts"

const identity = (key: string) => ({ workspaceId: "ws_1", scope: "wallet", key, hash: `hash of ${key}` })
const keep = (recent: RecentReceipts.RecentReceipts, kept: CommandIdentity, reply: unknown) =>
  recent.keep(identityKey(kept), kept, reply)
const find = (recent: RecentReceipts.RecentReceipts, key: string) => recent.find(identityKey(identity(key)))

describe("recent receipts", () => {
  it("answer a repeat with what was kept, and nothing else", () => {
    const recent = RecentReceipts.make(10)
    keep(recent, identity("a"), 1)
    assert.deepStrictEqual(find(recent, "a"), { hash: "hash of a", reply: 1 })
    assert.isUndefined(find(recent, "b"))
  })

  it("leave out receipts with a window, which the database's clock ends", () => {
    const recent = RecentReceipts.make(10)
    keep(recent, { ...identity("a"), windowMillis: 60_000 }, 1)
    assert.isUndefined(find(recent, "a"))
  })

  it("keep at least the latest half of their bound, and never more than all of it", () => {
    const recent = RecentReceipts.make(10)
    const keys = Array.from({ length: 103 }, (_, n) => `key ${n}`)
    for (const key of keys) keep(recent, identity(key), key)
    const found = keys.filter((key) => find(recent, key) !== undefined)
    assert.isAtMost(found.length, 10)
    assert.deepStrictEqual(found.slice(-5), keys.slice(-5))
  })
})
