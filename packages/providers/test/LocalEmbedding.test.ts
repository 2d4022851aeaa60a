import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { inputBytesMax } from "../src/core/EmbeddingInput.ts"
import { dot, firstAxis } from "../src/core/Vector.ts"
import { Embedding } from "../src/Embedding.ts"
import * as LocalEmbedding from "../src/LocalEmbedding.ts"

describe("LocalEmbedding", () => {
  it.effect("answers one vector of unit length per text, in order", () =>
    Effect.gen(function* () {
      const embedding = yield* Embedding
      const texts = ["likes tea", "", "likes coffee", "likes tea"]
      const vectors = yield* embedding.embed(texts)
      assert.deepStrictEqual(
        [embedding.source, embedding.model, embedding.dimensions],
        ["local", "feature-hashing-1", 1536]
      )
      assert.deepStrictEqual(vectors[0], vectors[3])
      assert.notDeepEqual(vectors[0], vectors[2])
      assert.deepStrictEqual(vectors[1], firstAxis(1536))
      for (const vector of vectors) assert.closeTo(dot(vector, vector), 1, 1e-5)
      assert.deepStrictEqual(yield* embedding.embed([]), [])
    }).pipe(Effect.provide(LocalEmbedding.layer))
  )

  it.effect("reads the beginning of a text too long", () =>
    Effect.gen(function* () {
      const start = "word ".repeat(inputBytesMax / 5)
      const [whole, longer] = yield* (yield* Embedding).embed([start, `${start}and what follows`])
      assert.deepStrictEqual(longer, whole)
    }).pipe(Effect.provide(LocalEmbedding.layer))
  )

  it.effect("lets others have a turn within a long list", () =>
    Effect.gen(function* () {
      const seen: Array<string> = []
      const embedding = yield* Embedding
      const list = embedding.embed(Array.from({ length: 64 }, (_, n) => `text ${n}`))
      const other = Effect.sync(() => seen.push("other"))
      yield* Effect.all(
        [
          Effect.andThen(
            list,
            Effect.sync(() => seen.push("list"))
          ),
          other
        ],
        { concurrency: 2 }
      )
      assert.deepStrictEqual(seen, ["other", "list"])
    }).pipe(Effect.provide(LocalEmbedding.layer))
  )
})
