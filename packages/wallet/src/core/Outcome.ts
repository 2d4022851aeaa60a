/** What the parts of a decision return, and how their events add up to a state. */
import * as Result from "effect/Result"
import type { Event } from "./Event.ts"
import { evolve } from "./Evolve.ts"
import type { Refusal } from "./Refusal.ts"
import type { Reply } from "./Reply.ts"
import type { Wallet } from "./State.ts"

export interface Decided {
  readonly events: ReadonlyArray<Event>
  readonly reply: Reply
}
export type Outcome = Result.Result<Decided, Refusal>

const done: Reply = { _tag: "Done" }

export const changed = (...events: ReadonlyArray<Event>): Outcome => Result.succeed({ events, reply: done })
export const unchanged: Outcome = Result.succeed({ events: [], reply: done })

/** The wallet after events of one instant. */
export const after = (wallet: Wallet, events: ReadonlyArray<Event>, at: number): Wallet =>
  events.reduce((state, event) => evolve(state, { at, event }), wallet)
