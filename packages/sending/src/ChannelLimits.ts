/** What a platform allows now: whether its window for a person is open, and whether the account's quota is used up. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Metadata } from "@loopdrive/domain/Json"
import type { Outside, PersonNotFound } from "@loopdrive/person/Published"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"

export interface Limited {
  readonly workspaceId: string
  readonly personId: string
  readonly channel: Channel
  readonly metadata: Metadata | undefined
}

/** Channels without limits of their own have none. */
export const ChannelLimits = Context.Reference<{
  readonly of: (message: Limited) => Effect.Effect<Pick<Outside, "quota" | "window">, SqlError | PersonNotFound>
}>("@loopdrive/sending/ChannelLimits", { defaultValue: () => ({ of: () => Effect.succeed({}) }) })
