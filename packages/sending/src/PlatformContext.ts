/** What a social platform shows of a person before it is written to: the last messages of the thread, recent posts. */
import type { Metadata } from "@loopdrive/domain/Json"
import { DmPlatform, DmProvider } from "@loopdrive/providers/DmProvider"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { threadOf } from "./DmCarrier.ts"
import type { Send } from "./SendStore.ts"

/** Where no platform tells anything, nothing is known; it never fails a message. */
export const PlatformContext = Context.Reference<{
  readonly of: (
    send: Pick<Send, "channel" | "metadata" | "personId" | "recipient" | "workspaceId">
  ) => Effect.Effect<Metadata>
}>("@loopdrive/sending/PlatformContext", { defaultValue: () => ({ of: () => Effect.succeed({}) }) })

const isPlatform = Schema.is(DmPlatform)

/** Asked of the platform's own connector. One that does not answer leaves us with nothing known. */
export const layer = Layer.effect(
  PlatformContext,
  Effect.map(DmProvider, (provider) => ({
    of: (send: Pick<Send, "channel" | "metadata" | "personId" | "recipient" | "workspaceId">) => {
      const { channel, recipient } = send
      if (!isPlatform(channel) || recipient === undefined) return Effect.succeed({})
      return provider
        .connector(channel)
        .context({ to: recipient, ...threadOf(send) })
        .pipe(
          Effect.map(({ comments, posts, thread }): Metadata => ({ comments, posts, thread })),
          Effect.catch((error) => Effect.as(Effect.logWarning("a platform's context could not be read", error), {}))
        )
    }
  }))
)
