/** What a social platform shows of a person before it is written to: the last messages of the thread, recent posts. */
import type { Metadata } from "@loopdrive/domain/Json"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { Send } from "./SendStore.ts"

/** Where no platform tells anything, nothing is known; it never fails a message. */
export const PlatformContext = Context.Reference<{
  readonly of: (
    send: Pick<Send, "channel" | "metadata" | "personId" | "recipient" | "workspaceId">
  ) => Effect.Effect<Metadata>
}>("@loopdrive/sending/PlatformContext", { defaultValue: () => ({ of: () => Effect.succeed({}) }) })
