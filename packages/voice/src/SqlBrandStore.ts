/** Brands and their voices on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { FactSource } from "@loopdrive/actor/Facts"
import type { Facts } from "@loopdrive/actor/Facts"
import * as Ids from "@loopdrive/domain/Ids"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { BrandNotFound, BrandStore, TooManyBrands, brandsMost, defaultAlias } from "./BrandStore.ts"
import * as Rows from "./VoiceRows.ts"
import * as Seeds from "./Seeds.ts"

const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const facts = yield* FactSource

  /** What a brand begins with. Written together, and once: a voice that is there keeps everything as it is. */
  const seed = Effect.fnUntraced(function* (workspaceId: string, brandId: string, name: string, { now }: Facts) {
    const at = new Date(now)
    const written = yield* sql`
      insert into brand_voices (workspace_id, brand_id, voice, created_at, updated_at)
      values (${workspaceId}, ${brandId}, ${JSON.stringify(Seeds.voiceOf(name))}::text::jsonb, ${at}, ${at})
      on conflict do nothing returning brand_id`
    if (written.length === 0) return
    const rows = Seeds.snippets.map((snippet) => ({
      ...snippet,
      id: Ids.derived("snippet", workspaceId, brandId, snippet.usage, snippet.channel, snippet.snippet)
    }))
    yield* sql`
      insert into snippets (id, workspace_id, brand_id, channel, objective, usage, snippet, created_at, updated_at)
      select id, ${workspaceId}, ${brandId}, channel, objective, usage, snippet, ${at}, ${at}
      from json_to_recordset(${JSON.stringify(rows)}::text::json)
        as s(id text, channel text, objective text, usage text, snippet text)
      on conflict do nothing`
  })

  /** The default brand, where there is none yet or it has no voice yet. Safe from several processes at once. */
  const ensure = Effect.fnUntraced(function* (workspaceId: string) {
    const made = facts.gather()
    const at = new Date(made.now)
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`insert into brands (id, workspace_id, name, is_default, created_at, updated_at)
          values (${Ids.derived("brand", workspaceId, "default")}, ${workspaceId}, 'Default', true, ${at}, ${at})
          on conflict do nothing`
        const [brand] = yield* Rows.brands(
          yield* sql`select * from brands where workspace_id = ${workspaceId} and is_default`
        )
        if (brand !== undefined) yield* seed(workspaceId, brand.id, brand.name, made)
      })
    )
  })

  const find = (workspaceId: string, brandId: string | undefined) => {
    const meant = brandId === undefined ? sql`b.is_default` : sql`b.id = ${brandId}`
    return Effect.flatMap(
      sql`select b.*, v.voice from brands b
        join brand_voices v on v.workspace_id = b.workspace_id and v.brand_id = b.id
        where b.workspace_id = ${workspaceId} and ${meant}`,
      (rows) => Effect.map(Rows.voiced(rows), ([row]) => row && Rows.toVoiced(row))
    )
  }

  const get = Effect.fnUntraced(function* (workspaceId: string, brandId: string | undefined) {
    const meant = brandId === defaultAlias ? undefined : brandId
    const known = yield* find(workspaceId, meant)
    if (known !== undefined) return known
    // Brands that an older version left have no voice yet.
    yield* ensure(workspaceId)
    return (yield* find(workspaceId, meant)) ?? (yield* new BrandNotFound({ brandId: brandId ?? defaultAlias }))
  })

  return BrandStore.of({
    get,
    list: Effect.fnUntraced(function* (workspaceId, page) {
      yield* Effect.catchTag(get(workspaceId, undefined), "BrandNotFound", Effect.die)
      const { total } = yield* Decoded.total(
        yield* sql`select count(*)::int as total from brands where workspace_id = ${workspaceId}`
      )
      const rows = yield* Rows.brands(
        yield* sql`select * from brands where workspace_id = ${workspaceId}
          order by is_default desc, created_at, id limit ${page.limit} offset ${page.offset}`
      )
      return { brands: rows.map(Rows.toBrand), total }
    }),
    create: Effect.fnUntraced(function* (workspaceId, name) {
      const made = facts.gather()
      const id = Ids.fresh("brand", made)
      const at = new Date(made.now)
      const rows = yield* sql.withTransaction(
        Effect.gen(function* () {
          const written = yield* sql`
            insert into brands (id, workspace_id, name, is_default, created_at, updated_at)
            select ${id}, ${workspaceId}, ${name}, false, ${at}, ${at}
            where (select count(*) from brands where workspace_id = ${workspaceId}) < ${brandsMost}
            returning *`
          if (written.length > 0) yield* seed(workspaceId, id, name, made)
          return written
        })
      )
      const [row] = yield* Rows.brands(rows)
      return row === undefined ? yield* new TooManyBrands({ limit: brandsMost }) : Rows.toBrand(row)
    }),
    rename: Effect.fnUntraced(function* (workspaceId, brandId, name) {
      const { brand } = yield* get(workspaceId, brandId)
      const rows = yield* sql`update brands set name = ${name}, updated_at = ${new Date(facts.gather().now)}
        where workspace_id = ${workspaceId} and id = ${brand.id} returning *`
      const [row] = yield* Rows.brands(rows)
      return row === undefined ? yield* new BrandNotFound({ brandId }) : Rows.toBrand(row)
    }),
    speak: Effect.fnUntraced(function* (workspaceId, brandId, voice) {
      const { brand } = yield* get(workspaceId, brandId)
      yield* sql`update brand_voices
        set voice = ${JSON.stringify(voice)}::text::jsonb, updated_at = ${new Date(facts.gather().now)}
        where workspace_id = ${workspaceId} and brand_id = ${brand.id}`
      return { brand, voice }
    })
  })
})

export const layer: Layer.Layer<BrandStore, never, SqlClient.SqlClient | FactSource> = Layer.effect(BrandStore, make)
