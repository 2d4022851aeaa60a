import { layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { ModelUsage } from "../src/ModelUsage.ts"
import { modelUsageContract } from "./ModelUsageContract.ts"

layer(Layer.empty)("the use of models in memory", (it) =>
  modelUsageContract(it, Layer.fresh(ModelUsage.layerMemory), () => Effect.void)
)
