import { layer } from "@effect/vitest"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import * as Effect from "effect/Effect"
import { layerMemory, tenantOf } from "./People.ts"
import * as PersonStore from "./suites/PersonStore.ts"

layer(MemoryTables.layer, { excludeTestServices: true })("the person graph's queries in memory", (it) =>
  PersonStore.suite(it, { layer: layerMemory, workspace: (name) => Effect.succeed(tenantOf(name)) })
)
