import { assert } from "@effect/vitest"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { wordSimilarity } from "../src/core/Trigram.ts"

const texts = [
  "ada lovelace",
  "augusta ada king",
  "grace brewster murray hopper",
  "margaret",
  "ada.lovelace+news@engines.example",
  "anna-maria o'neill",
  "aaaa aaaa aaa",
  "x",
  ""
]
const queries = [
  "ada",
  "lovelase",
  "hoper",
  "margret hamilton",
  "ada lovelace",
  "aaaaa",
  "neil",
  "x",
  "king ada",
  "?!",
  ""
]

const decode = Schema.decodeUnknownEffect(
  Schema.Array(Schema.Struct({ q: Schema.String, t: Schema.String, s: Schema.Finite }))
)

describeStores("word similarity in memory", (it) => {
  it.effect("is what the database computes", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const rows = yield* decode(
        yield* sql`select q, t, word_similarity(q, t)::float8 as s
          from json_array_elements_text(${JSON.stringify(queries)}::text::json) q,
            json_array_elements_text(${JSON.stringify(texts)}::text::json) t`
      )
      assert.strictEqual(rows.length, queries.length * texts.length)
      for (const { q, s, t } of rows) assert.closeTo(wordSimilarity(q, t), s, 1e-6, `"${q}" in "${t}"`)
    })
  )
})
