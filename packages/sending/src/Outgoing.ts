/** A message as its sender asks for it, and what it is answered. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason } from "@loopdrive/domain/Delivery"
import type { Metadata } from "@loopdrive/domain/Json"
import type { Send } from "./SendStore.ts"

/** What a caller asks to be sent. Times in epoch milliseconds. */
export interface Outgoing {
  readonly channel: Channel
  readonly purpose: Purpose
  /** A person's id, or an address of the channel. */
  readonly to: string | undefined
  readonly personId: string | undefined
  readonly subject: string | undefined
  /** Absent: to be composed. */
  readonly text: string | undefined
  readonly html: string | undefined
  readonly from: string | undefined
  readonly replyTo: string | undefined
  readonly brandId: string | undefined
  readonly objective: string | undefined
  readonly metadata: Metadata | undefined
  readonly notBefore: number | undefined
  /** 0 to 9; what goes first where slots are short, before `value`. */
  readonly priority?: number | undefined
  readonly value?: number | undefined
  /** Rather not at all than later. */
  readonly refuses?: boolean | undefined
  /** How late it may be, ms. */
  readonly latenessMost?: number | undefined
  /** Asks the person to confirm its consent. */
  readonly confirmation?: boolean | undefined
  /** Its words are the server's own, with links of its own: no guardrail reads them. */
  readonly ownWords?: boolean | undefined
  /** The bulk it is part of. */
  readonly jobId?: string | undefined
}

/** The record of a send, and why it will not leave, if it will not. */
export interface Submitted {
  readonly send: Send
  readonly refusedFor: Reason | undefined
}

/** What would become of a message. */
export interface Rehearsal {
  readonly outcome: "leaves" | "waits" | "refused"
  readonly reason: Reason | undefined
}
