import { assert, describe, it } from "@effect/vitest"
import type { Credential } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import * as KeyMemory from "../src/KeyMemory.ts"

const credential: Credential = {
  keyId: "key_1",
  workspaceId: "ws_1",
  organizationId: "org_1",
  secret: "s",
  scopes: new Set(["read"])
}

const remembering = (expiresAt?: number) => {
  let looks = 0
  let now = 0
  const look = () => Effect.sync(() => (looks++, { credential, expiresAt }))
  return {
    memory: KeyMemory.make(look, () => now),
    looks: () => looks,
    pass: (millis: number) => {
      now += millis
    }
  }
}

describe("a credential that is remembered", () => {
  it.effect("is looked up once in a moment, and again after it", () =>
    Effect.gen(function* () {
      const { looks, memory, pass } = remembering()
      yield* memory.authenticate("a")
      yield* memory.authenticate("a")
      assert.strictEqual(looks(), 1)
      pass(2_001)
      yield* memory.authenticate("a")
      assert.strictEqual(looks(), 2)
    })
  )

  it.effect("is not remembered beyond its own end", () =>
    Effect.gen(function* () {
      const { looks, memory, pass } = remembering(100)
      yield* memory.authenticate("a")
      pass(101)
      yield* memory.authenticate("a")
      assert.strictEqual(looks(), 2)
    })
  )

  it.effect("is forgotten when a key changes", () =>
    Effect.gen(function* () {
      const { looks, memory } = remembering()
      yield* memory.authenticate("a")
      memory.forget()
      yield* memory.authenticate("a")
      assert.strictEqual(looks(), 2)
    })
  )

  it.effect("takes no more room than there is", () =>
    Effect.gen(function* () {
      const { looks, memory } = remembering()
      for (let n = 0; n <= 10_000; n++) yield* memory.authenticate(`key ${n}`)
      yield* memory.authenticate("key 0")
      assert.strictEqual(looks(), 10_002)
    })
  )
})
