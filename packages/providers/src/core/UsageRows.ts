/** Uses of a model, added up to rows of the table that keeps them. */
import { costMicros } from "./ModelPrice.ts"

/** One call, on its UTC day as `YYYY-MM-DD`. */
export interface DatedUse {
  readonly workspaceId: string
  readonly day: string
  readonly purpose: string
  readonly model: string
  readonly inputTokens: number
  readonly outputTokens: number
  readonly failed: boolean
}

const rowOf = (first: DatedUse, uses: ReadonlyArray<DatedUse>) => {
  const sum = (of: (use: DatedUse) => number): number => uses.reduce((total, use) => total + of(use), 0)
  const inputTokens = sum((use) => use.inputTokens)
  const outputTokens = sum((use) => use.outputTokens)
  const costs = uses.map((use) => costMicros(use.model, use.inputTokens, use.outputTokens))
  return {
    workspace_id: first.workspaceId,
    day: first.day,
    purpose: first.purpose,
    model: first.model,
    calls: uses.length,
    failures: sum(({ failed }) => (failed ? 1 : 0)),
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    /** A model has a price or has none. */
    cost_micros: costs.reduce<number | null>((total, cost) => (cost === undefined ? null : (total ?? 0) + cost), null)
  }
}

/** One row for each workspace, day, purpose and model, in one order: so two writers never wait for each other in a ring. */
export const of = (uses: ReadonlyArray<DatedUse>): ReadonlyArray<ReturnType<typeof rowOf>> =>
  [...Map.groupBy(uses, ({ day, model, purpose, workspaceId }) => JSON.stringify([workspaceId, day, purpose, model]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => same.slice(0, 1).map((first) => rowOf(first, same)))
