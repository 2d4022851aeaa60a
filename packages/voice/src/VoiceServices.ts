/** The voice put together over its stores. */
import * as Layer from "effect/Layer"
import { Composing } from "./Composing.ts"
import { Gathering } from "./Gathering.ts"
import { Guarding } from "./Guarding.ts"
import { Library } from "./Library.ts"
import * as MemoryBrandStore from "./MemoryBrandStore.ts"
import * as MemoryCompositionStore from "./MemoryCompositionStore.ts"
import * as MemoryPackStore from "./MemoryPackStore.ts"
import { ModelComposer } from "./ModelComposer.ts"
import * as SqlBrandStore from "./SqlBrandStore.ts"
import * as SqlCompositionStore from "./SqlCompositionStore.ts"
import * as SqlPackStore from "./SqlPackStore.ts"
import * as SqlSnippetStore from "./SqlSnippetStore.ts"
import { Voice } from "./Voice.ts"

/** Needs the stores, the person graph, an embedding and whatever model there is. */
export const layerNoDeps = Voice.layerNoDeps.pipe(
  Layer.provide(Composing.layer),
  Layer.provide(ModelComposer.layer),
  Layer.provide(Guarding.layer),
  Layer.provide(Gathering.layer),
  Layer.provideMerge(Library.layer)
)

/** On a database. */
export const stores = Layer.mergeAll(
  SqlBrandStore.layer,
  SqlPackStore.layer,
  SqlSnippetStore.layer,
  SqlCompositionStore.layer
)

/** In this process, for tests without a database. */
export const storesMemory = Layer.mergeAll(MemoryBrandStore.layer, MemoryPackStore.layer, MemoryCompositionStore.layer)
