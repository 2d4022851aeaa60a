/**
 * Links that recipients follow: to the end of marketing, and from an SMS to where its author meant. Both are signed, so
 * only who was sent one has it.
 */
import * as Ids from "@loopdrive/domain/Ids"
import { compact } from "@loopdrive/domain/Json"
import { EventStore } from "@loopdrive/events/EventStore"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import * as EventType from "./core/EventType.ts"
import * as MachineOpens from "./core/MachineOpens.ts"
import * as RecipientToken from "./core/RecipientToken.ts"
import { LinkStore } from "./LinkStore.ts"
import type { ShortLink } from "./LinkStore.ts"
import { OptOuts } from "./OptOuts.ts"
import type { SubmitError } from "./Sending.ts"
import { SendStore } from "./SendStore.ts"
import type { Send } from "./SendStore.ts"
import { Workspaces } from "./Workspaces.ts"

/** Who followed a link, as its request shows. */
export type Visitor = Pick<MachineOpens.Hit, "ip" | "method" | "purpose" | "userAgent">

export class RecipientLinks extends Context.Service<
  RecipientLinks,
  {
    /** The send whose marketing the token ends; undefined: it is not genuine. Changes nothing. */
    readonly unsubscribing: (token: string) => Effect.Effect<Send | undefined, SqlError>
    /** Ends marketing; false: the token is not genuine. In force when it answers. */
    readonly unsubscribe: (token: string) => Effect.Effect<boolean, SubmitError>
    /** Where a short link leads; undefined: it is not genuine. */
    readonly target: (token: string) => Effect.Effect<ShortLink | undefined, SqlError>
    /** Notes that somebody followed it: a person counts once, a machine is flagged and does not count. */
    readonly followed: (link: ShortLink, visitor: Visitor) => Effect.Effect<void, SqlError>
  }
>()("@loopdrive/sending/RecipientLinks") {
  static readonly layer = Layer.effect(
    RecipientLinks,
    Effect.suspend(() => make)
  ).pipe(Layer.provide(OptOuts.layer))
}

const make = Effect.gen(function* () {
  const events = yield* EventStore
  const links = yield* LinkStore
  const optOuts = yield* OptOuts
  const sends = yield* SendStore
  const workspaces = yield* Workspaces

  const unsubscribing = Effect.fn("RecipientLinks.unsubscribing")(function* (token: string) {
    const sendId = RecipientToken.sendIdOf(token)
    const send = sendId === undefined ? undefined : yield* sends.find(sendId)
    if (send === undefined) return undefined
    const workspace = yield* workspaces.of(send.workspaceId)
    return workspace !== undefined && RecipientToken.isUnsubscribe(workspace.secret, send.id, token) ? send : undefined
  })

  const event = (send: Send, word: string, id: string, ts: number, payload: Record<string, unknown>) => ({
    id,
    workspaceId: send.workspaceId,
    organizationId: undefined,
    personId: send.personId,
    sendId: send.id,
    type: EventType.named(send.channel, word),
    channel: send.channel,
    source: "loopdrive",
    payload: compact({ sendId: send.id, ...payload }),
    ts
  })

  const unsubscribe = Effect.fn("RecipientLinks.unsubscribe")(function* (token: string) {
    const send = yield* unsubscribing(token)
    if (send === undefined) return false
    yield* optOuts.unsubscribe(send)
    const id = Ids.derived("event", "unsubscribed", send.id)
    yield* events.append([event(send, "unsubscribed", id, yield* Clock.currentTimeMillis, {})])
    return true
  })

  const target = Effect.fn("RecipientLinks.target")(function* (token: string) {
    const link = yield* links.get(token)
    const workspace = link === undefined ? undefined : yield* workspaces.of(link.workspaceId)
    const holds =
      link !== undefined &&
      workspace !== undefined &&
      RecipientToken.isLink(workspace.secret, link.sendId, link.target, token)
    return holds ? link : undefined
  })

  const followed = Effect.fn("RecipientLinks.followed")(function* (link: ShortLink, visitor: Visitor) {
    const send = yield* sends.find(link.sendId)
    if (send === undefined) return
    const at = yield* Clock.currentTimeMillis
    const machine = MachineOpens.reasonOf({ kind: "click", at, ...visitor })
    const id = Ids.derived("event", "click", link.token, machine === undefined ? "person" : "machine")
    const flag = machine === undefined ? {} : { machine: true, machineReason: machine }
    yield* events.append([event(send, "clicked", id, at, { link: link.target, ...flag })])
  })

  return RecipientLinks.of({ unsubscribing, unsubscribe, target, followed })
})
