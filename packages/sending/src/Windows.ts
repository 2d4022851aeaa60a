/**
 * WhatsApp takes free text for 24 hours after the person's last message, and approved templates at any time
 * (https://developers.facebook.com/docs/whatsapp/conversation-types). What the person last said is on its timeline.
 */
import { EventStore } from "@loopdrive/events/EventStore"
import { PersonStore } from "@loopdrive/person/Store"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { ChannelLimits } from "./ChannelLimits.ts"
import type { Limited } from "./ChannelLimits.ts"
import { templateOf } from "./DmCarrier.ts"

const openFor = 24 * 60 * 60 * 1000

/** For the platforms that have a window we can know of; the others tell when they are asked. */
export const layer = Layer.effect(
  ChannelLimits,
  Effect.gen(function* () {
    const events = yield* EventStore
    const graph = yield* PersonStore

    const lastHeard = Effect.fnUntraced(function* ({ channel, personId, workspaceId }: Limited) {
      const [last] = yield* events.timeline(workspaceId, yield* graph.lineage(workspaceId, personId), {
        channels: [channel],
        types: ["dm.replied"],
        from: undefined,
        to: undefined,
        limit: 1,
        after: undefined
      })
      return last === undefined ? undefined : Date.parse(last.ts)
    })

    return {
      of: Effect.fnUntraced(function* (message: Limited) {
        if (message.channel !== "whatsapp" || templateOf(message).template !== undefined) return {}
        const heard = yield* lastHeard(message)
        const open = heard !== undefined && heard > (yield* Clock.currentTimeMillis) - openFor
        return { window: heard === undefined ? { open } : { open, lastHeard: heard } }
      })
    }
  })
)
