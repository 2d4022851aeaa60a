import { layer } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { BrandStore } from "../src/BrandStore.ts"
import { SnippetStore } from "../src/SnippetStore.ts"
import * as Stores from "./Stores.ts"
import * as Suite from "./suites/Stores.ts"

layer(Layer.empty)("the voice's stores in memory", (it) =>
  Suite.suite(it, {
    layer: Stores.layerMemory,
    fill: Effect.fnUntraced(function* (workspaceId: string, brandId: string, count: number) {
      const { add } = yield* SnippetStore
      const words = { channel: "sms", objective: "other", snippet: "Hello", usage: "cta" as const }
      yield* Effect.replicateEffect(add(workspaceId, brandId, words), count, { discard: true })
    }),
    brands: Effect.fnUntraced(function* (workspaceId: string, count: number) {
      yield* Effect.replicateEffect((yield* BrandStore).create(workspaceId, "Client"), count, { discard: true })
    }),
    workspace: (name) => Effect.succeed({ workspaceId: `ws_${name}`, personId: `per_${name}` })
  })
)
