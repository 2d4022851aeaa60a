/** Compositions in this process, for tests without a database. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { CompositionStore } from "./CompositionStore.ts"
import type { CompositionRow } from "./CompositionStore.ts"

const average = (rows: ReadonlyArray<CompositionRow>, of: (row: CompositionRow) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0) / rows.length
const sum = (rows: ReadonlyArray<CompositionRow>, of: (row: CompositionRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

const grouped = (rows: ReadonlyArray<CompositionRow>, by: (row: CompositionRow) => string) =>
  Object.entries(Object.groupBy(rows, by))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members = []]) => [name, members] as const)

export const layer: Layer.Layer<CompositionStore> = Layer.sync(CompositionStore, () => {
  const kept: Array<CompositionRow> = []
  const find = (workspaceId: string, key: string) =>
    kept.find((row) => row.workspaceId === workspaceId && row.repeat?.key === key)?.repeat
  return CompositionStore.of({
    record: (row) =>
      Effect.sync(() => {
        if (row.repeat !== undefined && find(row.workspaceId, row.repeat.key) !== undefined) return false
        kept.push(row)
        return true
      }),
    answered: (workspaceId, key) => Effect.sync(() => find(workspaceId, key)),
    totals: (workspaceId, brandId, { from, to }) =>
      Effect.sync(() => {
        const rows = kept.filter(
          (row) =>
            row.workspaceId === workspaceId && row.brandId === brandId && row.createdAt >= from && row.createdAt < to
        )
        const flagged = new Map<string, number>()
        for (const row of rows)
          for (const [type, count] of Object.entries(row.flagged)) flagged.set(type, (flagged.get(type) ?? 0) + count)
        return {
          channels: grouped(rows, (row) => row.channel).map(([channel, members]) => ({
            channel,
            messages: members.length,
            alignment: average(members, (row) => row.alignment),
            sentiment: average(members, (row) => row.sentiment)
          })),
          objectives: grouped(rows, (row) => row.objective).map(([objective, members]) => ({
            objective,
            messages: members.length
          })),
          checks: sum(rows, (row) => row.checks),
          violations: sum(rows, (row) => row.violations),
          warnings: sum(rows, (row) => row.warnings),
          flagged: [...flagged]
            .map(([type, count]) => ({ type, count }))
            .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))
        }
      })
  })
})
