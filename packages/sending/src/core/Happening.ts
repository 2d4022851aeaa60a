/**
 * What a notice about a message of ours comes to: an event of its timeline, and perhaps an address that is not to be
 * written to any more. Every answer follows from the notice and its send alone and bears a name that follows from the
 * notice, so that the order and the number of deliveries make no difference to what stands in the end.
 */
import * as Ids from "@loopdrive/domain/Ids"
import type { Metadata } from "@loopdrive/domain/Json"
import { compact } from "@loopdrive/domain/Json"
import * as EventType from "./EventType.ts"
import * as MachineOpens from "./MachineOpens.ts"
import type { Told } from "./Told.ts"

/** The send, as far as it matters here. */
export interface About {
  readonly id: string
  readonly channel: string
}

export interface Happening {
  readonly id: string
  readonly type: string
  readonly source: string
  readonly payload: Metadata
  /** Epoch milliseconds. */
  readonly ts: number
}

/** The timeline's word for what happened; nothing for what the send itself says when it is settled. */
const wordOf = (kind: Told["kind"]): string | undefined => {
  switch (kind) {
    case "sent":
    case "inbound":
      return undefined
    case "bounced_hard":
    case "bounced_soft":
      return "bounced"
    default:
      return kind
  }
}

const machineOf = ({ at, ip, kind, userAgent }: Told): MachineOpens.Reason | undefined =>
  kind === "opened" || kind === "clicked"
    ? MachineOpens.reasonOf({ kind: kind === "opened" ? "open" : "click", at, userAgent, ip })
    : undefined

const bounces: Readonly<Record<string, string>> = { bounced_hard: "hard", bounced_soft: "soft" }

/** The event of a notice about a send. */
export const eventOf = (told: Told, send: About): Happening | undefined => {
  const word = wordOf(told.kind)
  if (word === undefined) return undefined
  const machine = machineOf(told)
  return {
    id: Ids.derived("event", "notice", told.vendor, told.eventId, send.id),
    type: EventType.named(send.channel, word),
    source: told.vendor,
    payload: compact({
      sendId: send.id,
      externalId: told.externalId,
      bounce: bounces[told.kind],
      link: told.link,
      code: told.code,
      detail: told.detail,
      ...(machine === undefined ? {} : { machine: true, machineReason: machine })
    }),
    ts: told.at
  }
}

/** Twilio's codes of numbers that take no messages, and of those that told its account to stop. */
const deadNumbers = new Set(["30005", "30006", "21211", "21614"])
const stopped = new Set(["21610"])

/** Why the address of a message may not be written to again, or undefined. */
export const suppressionOf = ({ channel, code = "", kind }: Told): "hard_bounce" | "complaint" | "stop" | undefined => {
  if (kind === "bounced_hard") return "hard_bounce"
  if (kind === "complained") return "complaint"
  if (kind !== "failed" || channel !== "sms") return undefined
  return stopped.has(code) ? "stop" : deadNumbers.has(code) ? "hard_bounce" : undefined
}

/** So many in a row, and a mailbox is taken for dead. */
export const softBouncesMost = 5

export interface Arrival {
  readonly kind: "bounced_soft" | "delivered"
  /** Epoch milliseconds. */
  readonly at: number
}

/** Whether somewhere among what reached an address and what did not so many bounced one after the other. */
export const isDead = (arrivals: ReadonlyArray<Arrival>): boolean => {
  let run = 0
  // At one instant what was delivered counts first: a message says both only once.
  const inOrder = arrivals.toSorted((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === "delivered" ? -1 : 1))
  return inOrder.some(({ kind }) => {
    run = kind === "delivered" ? 0 : run + 1
    return run >= softBouncesMost
  })
}

/** What a vendor's word says about a send of which nobody knew whether it left. */
export const settles = (kind: Told["kind"]): "sent" | "failed" | undefined =>
  kind === "inbound" ? undefined : kind === "failed" ? "failed" : "sent"
