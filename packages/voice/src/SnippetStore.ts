/** Words that have worked, and how often they were tried. */
import type { Metadata } from "@loopdrive/domain/Json"
import type { SnippetUsage } from "@loopdrive/domain/Voice"
import type { SnippetLibrary } from "@loopdrive/domain/VoiceModels"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"

export class SnippetNotFound extends Schema.TaggedError<SnippetNotFound>("@loopdrive/voice/SnippetNotFound")(
  "SnippetNotFound",
  { snippetId: Schema.String }
) {}

/** The brand has as many snippets as it can have. */
export class TooManySnippets extends Schema.TaggedError<TooManySnippets>("@loopdrive/voice/TooManySnippets")(
  "TooManySnippets",
  { limit: Schema.Int }
) {}

/** All of a brand's are looked at for every message. */
export const snippetsMost = 2000

export interface NewSnippet {
  readonly channel: string
  readonly objective: string
  readonly snippet: string
  readonly usage: SnippetUsage
  readonly metadata?: Metadata | undefined
}

export class SnippetStore extends Context.Service<
  SnippetStore,
  {
    /** All of the brand's, oldest first. The brand is one of the workspace's. */
    readonly of: (workspaceId: string, brandId: string) => Effect.Effect<ReadonlyArray<SnippetLibrary>, SqlError>
    readonly add: (
      workspaceId: string,
      brandId: string,
      snippet: NewSnippet
    ) => Effect.Effect<SnippetLibrary, TooManySnippets | SqlError>
    /** One more impression, and one more conversion if it was one. Counts every time it is called. */
    readonly count: (
      workspaceId: string,
      snippetId: string,
      converted: boolean
    ) => Effect.Effect<SnippetLibrary, SnippetNotFound | SqlError>
  }
>()("@loopdrive/voice/SnippetStore") {}
