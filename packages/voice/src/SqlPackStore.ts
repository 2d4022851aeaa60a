/** Prompt packs on PostgreSQL and PGlite. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { FactSource } from "@loopdrive/actor/Facts"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"
import { versionOf } from "./core/PromptPack.ts"
import { NothingToRollBackTo, PackNotFound, PackStore } from "./PackStore.ts"
import type { PackPlace } from "./PackStore.ts"
import * as Rows from "./VoiceRows.ts"

const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const facts = yield* FactSource

  const of = (workspaceId: string, brandId: string) =>
    sql`(select p.*, coalesce(i.number = p.number, false) as pinned,
        p.number = coalesce(i.number, max(p.number) over (partition by p.use_case)) as in_force
      from prompt_packs p left join prompt_pins i
        on i.workspace_id = p.workspace_id and i.brand_id = p.brand_id and i.use_case = p.use_case
      where p.workspace_id = ${workspaceId} and p.brand_id = ${brandId}) p`

  const all = ({ brandId, useCase, workspaceId }: PackPlace) =>
    Effect.flatMap(
      sql`select * from ${of(workspaceId, brandId)} where use_case = ${useCase} order by number desc`,
      (rows) => Effect.map(Rows.packs(rows), (found) => found.map(Rows.toPack))
    )

  const setPin = ({ brandId, useCase, workspaceId }: PackPlace, version: number, by: string) =>
    sql`insert into prompt_pins (workspace_id, brand_id, use_case, number, pinned_by, pinned_at)
      values (${workspaceId}, ${brandId}, ${useCase}, ${version}, ${by}, ${new Date(facts.gather().now)})
      on conflict (workspace_id, brand_id, use_case) do update
        set number = excluded.number, pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at`

  const inForceAt = Effect.fnUntraced(function* (place: PackPlace) {
    const found = (yield* all(place)).find((version) => version.inForce)
    return found === undefined ? yield* new PackNotFound({ useCase: place.useCase }) : found
  })

  const pin = Effect.fnUntraced(function* (place: PackPlace, version: number | undefined, by: string) {
    const { brandId, useCase, workspaceId } = place
    if (version === undefined) {
      yield* sql`delete from prompt_pins
        where workspace_id = ${workspaceId} and brand_id = ${brandId} and use_case = ${useCase}`
      return yield* inForceAt(place)
    }
    if (!(yield* all(place)).some((one) => one.version === version))
      return yield* new PackNotFound({ useCase, version })
    yield* setPin(place, version, by)
    return yield* inForceAt(place)
  })

  return PackStore.of({
    inForce: (workspaceId, brandId, useCases) =>
      useCases.length === 0
        ? Effect.succeed([])
        : Effect.flatMap(
            sql`select * from ${of(workspaceId, brandId)} where in_force and use_case in ${sql.in([...useCases])}`,
            (rows) => Effect.map(Rows.packs(rows), (found) => found.map(Rows.toPack))
          ),
    versions: Effect.fnUntraced(function* (workspaceId, brandId, useCase, page) {
      const wanted = useCase === undefined ? sql`true` : sql`use_case = ${useCase}`
      const mine = of(workspaceId, brandId)
      const { total } = yield* Decoded.total(yield* sql`select count(*)::int as total from ${mine} where ${wanted}`)
      const rows = yield* sql`select * from ${mine} where ${wanted}
        order by use_case, number desc limit ${page.limit} offset ${page.offset}`
      return { packs: (yield* Rows.packs(rows)).map(Rows.toPack), total }
    }),
    add: Effect.fnUntraced(function* (place, pack, by) {
      const { brandId, useCase, workspaceId } = place
      const hash = versionOf(pack)
      // Two at once would take the same number; the second waits here and takes the next.
      yield* sql.withTransaction(
        Effect.gen(function* () {
          yield* sql`select 1 from brands where workspace_id = ${workspaceId} and id = ${brandId} for update`
          yield* sql`insert into prompt_packs
              (workspace_id, brand_id, use_case, number, hash, pack, created_by, created_at)
            select ${workspaceId}, ${brandId}, ${useCase}, coalesce(max(number), 0) + 1, ${hash},
              ${JSON.stringify(pack)}::text::jsonb, ${by}, ${new Date(facts.gather().now)}
            from prompt_packs
            where workspace_id = ${workspaceId} and brand_id = ${brandId} and use_case = ${useCase}
            on conflict (workspace_id, brand_id, use_case, hash) do nothing`
        })
      )
      const found = (yield* all(place)).find((version) => version.hash === hash)
      return found ?? (yield* Effect.die(new Error("a pack that was added was not found")))
    }),
    pin,
    rollBack: Effect.fnUntraced(function* (place, by) {
      const current = yield* inForceAt(place)
      const before = (yield* all(place)).find((version) => version.version < current.version)
      if (before === undefined) return yield* new NothingToRollBackTo({ useCase: place.useCase })
      return yield* pin(place, before.version, by)
    })
  })
})

export const layer: Layer.Layer<PackStore, never, SqlClient.SqlClient | FactSource> = Layer.effect(PackStore, make)
