/** Takes direct messages to their platforms. None of them knows a key of ours: what may have left is looked for. */
import { DmPlatform, DmProvider, DmTemplate } from "@loopdrive/providers/DmProvider"
import type { DmMessage } from "@loopdrive/providers/DmProvider"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { CarrierRefused, failureOf } from "./Carrier.ts"
import type { Carrier } from "./Carrier.ts"
import type { Send } from "./SendStore.ts"

const isPlatform = Schema.is(DmPlatform)
const isTemplate = Schema.is(DmTemplate)

/** The conversation that the message is part of, as its sender named it. */
export const threadOf = ({ metadata }: Pick<Send, "metadata">): { readonly threadId?: string } => {
  const threadId = metadata?.["threadId"]
  return typeof threadId === "string" ? { threadId } : {}
}

/** An approved message of the platform, where the sender named one. */
export const templateOf = ({ metadata }: Pick<Send, "metadata">): { readonly template?: DmTemplate } => {
  const template = metadata?.["template"]
  return isTemplate(template) ? { template } : {}
}

/** Before it was noted to be unknown, it was under way for so long at the most. */
const underWayMost = 5 * 60_000

const noPlatform = (channel: string) =>
  Effect.fail(new CarrierRefused({ reason: "provider_rejected", error: `${channel} takes no direct messages` }))

export const make: Effect.Effect<Carrier, never, DmProvider> = Effect.gen(function* () {
  const provider = yield* DmProvider
  return {
    family: "social",
    provider: (channel) => (isPlatform(channel) ? provider.connector(channel).name : "loopdrive"),
    idempotent: (channel) => !isPlatform(channel) || provider.connector(channel).idempotent,
    send: (send, recipient) => {
      const { channel } = send
      if (!isPlatform(channel)) return noPlatform(channel)
      const message: DmMessage = {
        sendId: send.id,
        workspaceId: send.workspaceId,
        platform: channel,
        to: recipient,
        text: send.text,
        ...threadOf(send),
        ...templateOf(send),
        ...(send.subject === undefined ? {} : { subject: send.subject })
      }
      return provider.connector(channel).send(message).pipe(Effect.mapError(failureOf))
    },
    find: (send, recipient) => {
      const { channel } = send
      if (!isPlatform(channel)) return Effect.succeed({ _tag: "Missing" as const })
      const sought = { to: recipient, text: send.text, since: send.updatedAt.getTime() - underWayMost }
      return provider
        .connector(channel)
        .find({ ...sought, ...threadOf(send) })
        .pipe(Effect.mapError(failureOf))
    }
  }
})
