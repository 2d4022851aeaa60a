import { assert } from "@effect/vitest"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as SqlClient from "effect/sql/SqlClient"
import { BrandStore } from "../src/BrandStore.ts"
import { PackStore } from "../src/PackStore.ts"
import * as Stores from "./Stores.ts"
import * as Suite from "./suites/Stores.ts"

describeStores("the voice's stores on a database", (it) => {
  Suite.suite(it, { layer: Stores.layer, workspace: Stores.workspace, fill: Stores.fill, brands: Stores.brands })

  it.effect("changes no pack that was ever composed with", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* Stores.workspace("immutable")
      const sql = yield* SqlClient.SqlClient
      const { brand } = yield* (yield* BrandStore).get(workspaceId, undefined)
      const pack = { systemPrompt: "Write.", userPromptTemplate: "", variables: [], constraints: {} }
      yield* (yield* PackStore).add({ workspaceId, brandId: brand.id, useCase: "email_nurture" }, pack, "key_1")
      for (const forbidden of [
        sql`update prompt_packs set pack = '{}' where workspace_id = ${workspaceId}`,
        sql`delete from prompt_packs where workspace_id = ${workspaceId}`
      ])
        assert.isTrue(Exit.isFailure(yield* Effect.exit(forbidden)))
    }).pipe(Effect.provide(Stores.layer))
  )

  it.effect("begins a brand that an older version left without a voice", () =>
    Effect.gen(function* () {
      const { workspaceId } = yield* Stores.workspace("older")
      const sql = yield* SqlClient.SqlClient
      yield* sql`insert into brands (id, workspace_id, name, is_default)
        values ('brand_older', ${workspaceId}, 'Older Ltd', true)`
      const { brand, voice } = yield* (yield* BrandStore).get(workspaceId, "brand_older")
      assert.deepStrictEqual([brand.id, voice.contact.name], ["brand_older", "Older Ltd"])
    }).pipe(Effect.provide(Stores.layer))
  )
})
