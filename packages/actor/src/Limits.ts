/** Every bound of the runtime, with its reason. */
import * as Context from "effect/Context"

export interface LimitsShape {
  /**
   * Commands of one actor that may wait for their answer. Twice the burst of 5,000 requests that one key may send at
   * once, so that a burst on one actor is served and a runaway loop is not.
   */
  readonly mailbox: number
  /** Actors kept in memory. At the cap idle ones make room, oldest first; only busy ones are never dropped. */
  readonly residents: number
  /** Commands in one group commit. Larger groups gain nothing once the round trip is shared and raise the latency. */
  readonly group: number
  /** Ids in one load statement. */
  readonly load: number
  /**
   * Receipts of one type that are remembered: the seconds in which a client repeats, at the highest rate measured, for
   * about 1 KiB each.
   */
  readonly recentReceipts: number
  /** How often one command is decided again because the database refused what it decided. */
  readonly poisonAttempts: number
  /** How often one command is decided again because another writer came first. */
  readonly staleAttempts: number
  /** How long the loader keeps trying a database that does not answer before the waiting commands are refused, ms. */
  readonly storagePatience: number
  /**
   * How long a command sent to another process may stay unanswered, ms: somewhat longer than the shards of a runner that
   * stands still take to move. The repeat joins the first if that is still under way.
   */
  readonly answer: number
  /** An actor with nothing in flight leaves memory after this time, ms. */
  readonly idle: number
}

export const defaults: LimitsShape = {
  mailbox: 10_000,
  residents: 50_000,
  group: 512,
  load: 512,
  recentReceipts: 65_536,
  poisonAttempts: 3,
  staleAttempts: 64,
  storagePatience: 2_000,
  answer: 6_000,
  idle: 300_000
}

export const Limits = Context.Reference<LimitsShape>("@loopdrive/actor/Limits", { defaultValue: () => defaults })
