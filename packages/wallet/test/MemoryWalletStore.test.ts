import { layer } from "@effect/vitest"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import * as Suite from "./suites/WalletStore.ts"
import { layerMemory } from "./Wallets.ts"

layer(MemoryTables.layer, { excludeTestServices: true })("the wallet's queries in memory", (it) =>
  Suite.suite(it, {
    layer: layerMemory,
    workspace: (name) => Effect.succeed({ workspaceId: `ws_${name}`, organizationId: "org_test" })
  })
)
