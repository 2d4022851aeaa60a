import { assert, describe, it } from "@effect/vitest"
import { FactSource } from "@loopdrive/actor/Facts"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import { PersonClient } from "@loopdrive/person/Client"
import * as MemoryMerging from "@loopdrive/person/MemoryMerging"
import * as MemoryPersonStore from "@loopdrive/person/MemoryPersonStore"
import { Resolution, plan } from "@loopdrive/person/Resolution"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { IdentityTaken } from "../src/core/Refusal.ts"
import { resolve, tenantOf } from "./People.ts"

const email = { type: "email" as const, value: "ada@example.com" }
const phone = { type: "phone" as const, value: "+14155552671" }
const shared = { type: "email" as const, value: "info@acme.example" }
const owner = (identifier: typeof email | typeof phone, personId: string, verified = false) => ({
  identifier,
  personId,
  toldOf: personId,
  verified,
  profile: { person: { id: personId, workspaceId: "ws_x", createdAt: "", updatedAt: "" }, identities: [] }
})

describe("who is meant by some identifiers", () => {
  it("is nobody yet when nobody has one", () => {
    const planned = plan([email, phone], [])
    assert.isUndefined(planned.best)
    assert.deepStrictEqual(planned.missing, [email, phone])
  })

  it("is whoever has the strongest, and the others are rivals", () => {
    const planned = plan([phone, email], [owner(phone, "per_p"), owner(email, "per_e")])
    assert.strictEqual(planned.best?.personId, "per_e")
    assert.deepStrictEqual(
      planned.rivals.map((rival) => rival.personId),
      ["per_p"]
    )
    assert.deepStrictEqual(
      planned.matched.map(({ identifier }) => identifier.type),
      ["email"]
    )
  })

  it("names a rival once, however many identifiers it has", () => {
    const x = { type: "x" as const, value: "ada" }
    const planned = plan([email, phone, x] as never, [
      owner(email, "per_e"),
      owner(phone, "per_p"),
      owner(x as never, "per_p")
    ])
    assert.deepStrictEqual(
      planned.rivals.map((rival) => rival.personId),
      ["per_p"]
    )
  })

  it("is found by a shared mailbox alone, but not beside anything that proves more", () => {
    assert.strictEqual(plan([shared], [owner(shared, "per_s")]).best?.personId, "per_s")
    const planned = plan([shared, phone], [owner(shared, "per_s")])
    assert.isUndefined(planned.best)
    assert.deepStrictEqual(planned.missing, [phone])
  })
})

describe("finding somebody whose identifiers others keep taking", () => {
  // Others are always faster, and gone when it looks.
  const contested = Layer.succeed(PersonClient, {
    ask: () => Effect.fail(new IdentityTaken({ claimed: [email] })),
    prepare: () => Effect.void
  })
  const layer = Resolution.layer.pipe(
    Layer.provide([contested, MemoryMerging.layer]),
    Layer.provide(MemoryPersonStore.layer),
    Layer.provide([MemoryTables.layer, FactSource.layer])
  )

  it.effect("ends, and says that the workspace is contended", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(resolve(tenantOf("contended"), email))
      assert.deepInclude(error, { _tag: "ActorUnavailable", entity: "ws_contended", reason: "contended" })
    }).pipe(Effect.provide(layer))
  )
})
