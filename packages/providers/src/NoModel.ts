/** No language model: what stands where no key is set. Whoever asks is told so, and does without. */
import { Effect, Layer } from "effect"
import { Classification } from "./Classification.ts"
import { Completion } from "./Completion.ts"
import { ModelUnavailable } from "./ModelFailure.ts"
import { Moderation } from "./Moderation.ts"

const absent = Effect.suspend(() => Effect.fail(new ModelUnavailable({ reason: "not_configured" })))

export const layer: Layer.Layer<Completion | Classification | Moderation> = Layer.mergeAll(
  Layer.succeed(Completion, { source: "none", model: "none", complete: () => absent }),
  Layer.succeed(Classification, { source: "none", classify: () => absent }),
  Layer.succeed(Moderation, { source: "none", judge: () => absent })
)
