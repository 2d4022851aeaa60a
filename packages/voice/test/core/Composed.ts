/** What the local composer makes of a request: for its tests. */
import type { Channel } from "@loopdrive/domain/Channel"
import * as Result from "effect/Result"
import * as ComposeRequest from "../../src/core/ComposeRequest.ts"
import type { Composition } from "../../src/core/Composition.ts"
import { compose } from "../../src/core/composer/LocalComposer.ts"
import { brand } from "./fixtures/Brand.ts"

export const bakery = { id: "m1", kind: "fact", text: "Runs a bakery in Lisbon and asked for a demo" } as const

export const request = (
  channel: Channel,
  objective: string,
  constraints: ComposeRequest.ConstraintsInput = {},
  more: Partial<Composition> = {}
): Composition => ({
  voice: brand,
  channel,
  objective,
  constraints: Result.getOrThrow(ComposeRequest.normalize(channel, constraints)),
  person: { firstName: "Ada" },
  memories: [bakery],
  topics: [],
  snippets: [],
  seed: 0,
  ...more
})

export const texts = (composition: Composition) => compose(composition).variants.map(({ text }) => text)
export const first = (composition: Composition) => texts(composition)[0] ?? ""
