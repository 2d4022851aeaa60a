/** The people of the `compose` bench and what is remembered of them, and what must hold of what is found again. */
import { Embedding } from "@loopdrive/providers/Embedding"
import * as LocalEmbedding from "@loopdrive/providers/LocalEmbedding"
import * as Database from "@loopdrive/storage/Database"
import * as Vector from "@loopdrive/storage/Vector"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { SqlClient } from "effect/sql/SqlClient"
import { InvariantBroken } from "./Bench.ts"
import { bearer } from "./Contestant.ts"
import type { Contestant } from "./Contestant.ts"
import type { Measurement } from "./Plan.ts"
import * as Statuses from "./Statuses.ts"

const peopleMost = 200
const memoriesOfEach = 10
/** The person who is remembered for everything. */
export const elder = "per_elder"
const memoriesOfElder = 5_000

export const personOf = (n: number): string => `per_${n % peopleMost}`

const trades = ["bakery", "bicycle shop", "dance school", "law office", "vineyard", "clinic", "bookshop", "print works"]
const places = ["Lisbon", "Oslo", "Leeds", "Porto", "Graz", "Ghent", "Malmo", "Turin", "Cork"]
const wishes = [
  "asked for a demo",
  "prefers calls in the morning",
  "wants an invoice by post",
  "looks for a bigger plan"
]
const textOf = (n: number): string =>
  `Runs a ${trades[n % trades.length]} in ${places[(n * 7) % places.length]} and ${wishes[(n * 3) % wishes.length]} (${n})`

/** The workspace that a fresh installation begins with, its people and their memories. */
export const create = Effect.gen(function* () {
  const sql = yield* SqlClient
  const { embed } = yield* Embedding
  yield* sql`insert into organizations (id, name) values ('org_default', 'Default')`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values ('ws_default', 'org_default', 'Default', 's')`
  yield* sql`insert into persons (id, version, workspace_id, organization_id, first_name, created_at, updated_at)
    select id, 1, 'ws_default', 'org_default', 'Ada', now(), now() from (select 'per_' || n as id
      from generate_series(0, ${peopleMost - 1}::int) n union all select ${elder}::text) p`
  const remember = Effect.fnUntraced(function* (personId: string, count: number) {
    const texts = Array.from({ length: count }, (_, n) => textOf(n))
    const vectors = yield* Effect.orDie(embed(texts))
    for (const [n, text] of texts.entries()) {
      yield* sql`insert into memories (id, workspace_id, person_id, kind, text, confidence, embedding, embedding_model, created_at)
        values (${`mem_${personId}_${n}`}, 'ws_default', ${personId}, 'fact', ${text}, 0.9,
          ${Vector.parameter([...(vectors[n] ?? [])])}, ${LocalEmbedding.model}, now())`
    }
  })
  yield* Effect.forEach(Array.from({ length: peopleMost }), (_, n) => remember(personOf(n), memoriesOfEach), {
    discard: true
  })
  yield* remember(elder, memoriesOfElder)
  yield* sql`analyze memories`
}).pipe(Effect.provide(LocalEmbedding.layer))

const Found = Schema.Array(Schema.Struct({ id: Schema.String, relevance: Schema.Number }))
const decodeFound = Schema.decodeUnknownEffect(Found)
const asked = "a vineyard in Turin that prefers calls"
const most = 20

const recalled = Effect.fnUntraced(function* ({ port }: Contestant) {
  const url = `http://127.0.0.1:${port}/api/person/${elder}/memory?limit=${most}&query=${encodeURIComponent(asked)}`
  const answered = yield* Effect.timed(
    Effect.promise(async () => (await fetch(url, { headers: { authorization: `Bearer ${bearer}` } })).json())
  )
  return { took: answered[0], found: yield* decodeFound(answered[1]) }
})

/** The least relevance among the best `most`, computed here from every text. */
const least = Effect.gen(function* () {
  const { embed } = yield* Embedding
  const texts = Array.from({ length: memoriesOfElder }, (_, n) => textOf(n))
  const [wanted, ...vectors] = yield* embed([asked, ...texts])
  const scores = vectors.map((vector) => vector.reduce((sum, value, n) => sum + value * (wanted?.[n] ?? 0), 0))
  return scores.toSorted((a, b) => b - a)[most - 1] ?? 0
}).pipe(Effect.provide(LocalEmbedding.layer), Effect.orDie)

/** Every answer was 200, and what is found among 5,000 memories is what looking at each of them finds. */
export const check = Effect.fnUntraced(function* (
  contestant: Contestant,
  measured: ReadonlyArray<Measurement>
): Effect.fn.Return<void, InvariantBroken> {
  yield* Statuses.allSucceeded(contestant, measured)
  const { database } = contestant
  if (database === undefined) return
  const { found, took } = yield* Effect.orDie(recalled(contestant))
  // Vectors are kept in single precision.
  const floor = (yield* least) - 1e-6
  const right = found.filter(({ relevance }) => relevance >= floor).length
  if (right !== most) {
    return yield* new InvariantBroken({ contestant: contestant.name, what: `recall ${right} of ${most}` })
  }
  const [{ composed = 0 } = {}] = yield* Effect.flatMap(
    SqlClient,
    (sql) => sql<{ composed: number }>`select count(*)::int as composed from compositions where source <> 'model'`
  ).pipe(Effect.provide(Layer.orDie(Database.layerPostgres({ url: database, maxConnections: 1 }))), Effect.orDie)
  if (composed > 0) {
    return yield* new InvariantBroken({ contestant: contestant.name, what: `${composed} messages without the model` })
  }
  yield* Console.log(`recall 1.0 among ${memoriesOfElder} memories, read in ${Duration.format(took)}`)
})
