/** What was composed: with which pack, snippets and memories, and what the guardrails said. No text is kept. */
import type { ComposeSource, DrawnSnippet } from "@loopdrive/domain/VoiceModels"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"

export interface CompositionRow {
  readonly id: string
  readonly workspaceId: string
  readonly brandId: string
  readonly personId: string
  readonly channel: string
  readonly objective: string
  readonly useCase: string
  readonly packHash: string
  readonly source: ComposeSource
  readonly model: string
  readonly locale: string
  readonly snippets: ReadonlyArray<DrawnSnippet>
  readonly memoryIds: ReadonlyArray<string>
  readonly variants: number
  /** 0..1 */
  readonly alignment: number
  /** -1..1 */
  readonly sentiment: number
  readonly checks: number
  readonly violations: number
  readonly warnings: number
  /** How often each kind of check found something. */
  readonly flagged: Readonly<Record<string, number>>
  readonly tokens: number
  readonly latencyMs: number
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** The caller's own key, and the answer to give again. */
  readonly repeat?: { readonly key: string; readonly hash: string; readonly answer: unknown }
}

/** An answer given before under a key. */
export interface Answered {
  readonly hash: string
  readonly answer: unknown
}

/** Sums over a period. */
export interface Totals {
  readonly channels: ReadonlyArray<{
    readonly channel: string
    readonly messages: number
    readonly alignment: number
    readonly sentiment: number
  }>
  readonly objectives: ReadonlyArray<{ readonly objective: string; readonly messages: number }>
  readonly checks: number
  readonly violations: number
  readonly warnings: number
  /** Kinds of checks by how often they found something, most often first. */
  readonly flagged: ReadonlyArray<{ readonly type: string; readonly count: number }>
}

export interface Period {
  /** Epoch milliseconds: from, included, to `to`, excluded. */
  readonly from: number
  readonly to: number
}

export class CompositionStore extends Context.Service<
  CompositionStore,
  {
    /** False when the key had been used before: then nothing was written. */
    readonly record: (row: CompositionRow) => Effect.Effect<boolean, SqlError>
    readonly answered: (workspaceId: string, key: string) => Effect.Effect<Answered | undefined, SqlError>
    readonly totals: (workspaceId: string, brandId: string, period: Period) => Effect.Effect<Totals, SqlError>
  }
>()("@loopdrive/voice/CompositionStore") {}
