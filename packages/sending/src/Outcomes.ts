/**
 * What became of messages of ours, as vendors tell it: events of the timeline, sends of which nobody knew whether they
 * left, and addresses that are not to be written to any more.
 */
import { addressType } from "@loopdrive/domain/Reach"
import { EventStore } from "@loopdrive/events/EventStore"
import type { AskError } from "@loopdrive/person/Client"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import * as Attempt from "./Attempt.ts"
import * as Happening from "./core/Happening.ts"
import type { Told } from "./core/Told.ts"
import { NoticeStore } from "./NoticeStore.ts"
import type { Kept } from "./NoticeStore.ts"
import type { Acted } from "./Replies.ts"
import type { Send } from "./SendStore.ts"
import { SuppressionStore } from "./SuppressionStore.ts"
import type { SuppressionReason } from "./SuppressionStore.ts"

/** Messages of one conversation that are read at one glance. */
const readMost = 200

export class Outcomes extends Context.Service<
  Outcomes,
  {
    /** Undefined: no send of ours is known by that name, yet. May be done twice. */
    readonly take: (kept: Kept) => Effect.Effect<Acted | undefined, AskError | SqlError>
  }
>()("@loopdrive/sending/Outcomes") {
  static readonly layer = Layer.effect(
    Outcomes,
    Effect.suspend(() => make)
  )
}

const make = Effect.gen(function* () {
  const events = yield* EventStore
  const notices = yield* NoticeStore
  const suppressions = yield* SuppressionStore
  const attempt = yield* Attempt.make

  const settle = Effect.fnUntraced(function* (send: Send, told: Told) {
    if (send.state !== "leaving" && send.state !== "unknown") return
    const word = Happening.settles(told.kind)
    const { detail = "", code = "", externalId } = told
    if (word === "failed")
      return yield* attempt.settle(send, send.attempts, {
        _tag: "Failed",
        provider: told.vendor,
        reason: "provider_rejected",
        error: `${code} ${detail}`.trim() || told.kind
      })
    if (word === "sent" && externalId !== undefined)
      yield* attempt.settle(send, send.attempts, { _tag: "Sent", provider: told.vendor, externalId })
  })

  const suppress = Effect.fnUntraced(function* (send: Send, told: Told) {
    const { channel, recipient: value, workspaceId } = send
    if (value === undefined) return
    const type = addressType(channel)
    const add = (reason: SuppressionReason) =>
      suppressions.add({ workspaceId, type, value, reason, source: told.vendor })
    const reason = Happening.suppressionOf(told)
    if (reason !== undefined) return yield* Effect.asVoid(add(reason))
    if (told.kind !== "bounced_soft" && told.kind !== "delivered") return
    if (Happening.isDead(yield* notices.arrivals(workspaceId, channel, value))) yield* add("soft_bounces")
    // One that arrived late may show that they were not in a row.
    else if (told.kind === "delivered") yield* suppressions.lift(workspaceId, { type, value }, "soft_bounces")
  })

  const happened = Effect.fnUntraced(function* (sends: ReadonlyArray<Send>, told: Told) {
    const happenings = sends.flatMap((send) => {
      const happening = Happening.eventOf(told, send)
      if (happening === undefined) return []
      const { channel, id: sendId, personId, workspaceId } = send
      return [{ ...happening, workspaceId, organizationId: undefined, personId, sendId, channel }]
    })
    yield* events.append(happenings)
  })

  return Outcomes.of({
    take: Effect.fn("Outcomes.take")(function* ({ address, told }: Kept) {
      const send = yield* notices.sendOf(told)
      if (told.kind === "read" && told.upTo !== undefined && address !== undefined) {
        const read = yield* notices.sentTo(told.channel, address, told.upTo, readMost)
        yield* happened(read, told)
        return { outcome: read.length === 0 && send === undefined ? "unclaimed" : "applied", workspaceId: undefined }
      }
      if (send === undefined) return undefined
      yield* settle(send, told)
      yield* happened([send], told)
      yield* suppress(send, told)
      return { outcome: "applied", workspaceId: send.workspaceId }
    })
  })
})
