import { layer } from "@effect/vitest"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import * as MemoryPaymentStore from "@loopdrive/wallet/MemoryPaymentStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Suite from "./suites/PaymentStore.ts"
import { layerMemory } from "./Wallets.ts"

layer(MemoryTables.layer, { excludeTestServices: true })("payments, payouts and notices in memory", (it) =>
  Suite.suite(it, {
    layer: Layer.merge(layerMemory, MemoryPaymentStore.layer),
    workspace: (name) => Effect.succeed({ workspaceId: `ws_${name}`, organizationId: "org_test" })
  })
)
