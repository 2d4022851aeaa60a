/** All that a message is composed from. Gathered by the caller; nothing else is known to the composer. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { BrandVoice } from "@loopdrive/domain/Voice"
import type { Constraints } from "./ComposeRequest.ts"
import type { Chosen } from "./composer/memories/MemoryChoice.ts"
import type { Snippet } from "./SnippetRanking.ts"

export interface Composition {
  readonly voice: BrandVoice
  readonly channel: Channel
  /** One of the eight, or any other text such as `nurture_checkin`. */
  readonly objective: string
  readonly constraints: Constraints
  readonly person: { readonly firstName?: string; readonly lastName?: string }
  /** Most worth saying first, as `MemoryChoice` put them. */
  readonly memories: ReadonlyArray<Pick<Chosen, "id" | "kind" | "text">>
  /** Notes of what the person asked not to hear of: heeded, not told. */
  readonly refusals?: ReadonlyArray<string>
  /** Names of topics the person cares about, weightiest first. */
  readonly topics: ReadonlyArray<string>
  /** Those drawn for this message, at most one for each usage is taken. */
  readonly snippets: ReadonlyArray<Pick<Snippet, "id" | "usage" | "snippet"> & { readonly objective?: string }>
  /** What the caller knows and may be said: names, prices, dates, links. */
  readonly context?: unknown
  /** The caller's own text, to be kept as the body. */
  readonly draft?: string
  /** 0 <= seed < 2^32: the same seed gives the same words. */
  readonly seed: number
}
