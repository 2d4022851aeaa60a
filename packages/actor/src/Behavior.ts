/**
 * What makes an actor: its state, what it accepts, what it decides and what it writes. A behavior is plain data and
 * pure functions; the runtime supplies order, durability, idempotency and placement.
 *
 * To build a third entity, write a `Behavior`, a `Load` that reads its state back, and give both to
 * `Activations.register`. The README of this package carries a complete one.
 */
import type * as Effect from "effect/Effect"
import type * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import type { Facts } from "./Facts.ts"
import type { Head, Table } from "./Table.ts"

/** One row for one of the behavior's tables. Values must survive `JSON.stringify`; dates are ISO strings. */
export interface Row {
  readonly table: string
  readonly values: Readonly<Record<string, unknown>>
}

/** What a command did: events for the state, an answer for the caller. No events: nothing is written but the receipt. */
export interface Decision<Event, Reply> {
  readonly events: ReadonlyArray<Event>
  readonly reply: Reply
}

/** Codecs of the three things that cross a process boundary or are stored in a receipt. */
export interface Wire<Command, Reply, Refusal> {
  readonly command: Schema.Codec<Command, unknown>
  readonly reply: Schema.Codec<Reply, unknown>
  readonly refusal: Schema.Codec<Refusal, unknown>
}

export interface Behavior<State, Command, Event, Reply, Refusal> {
  /** The name of the entity type, unique in the process and part of the wire format. */
  readonly type: string
  readonly wire: Wire<Command, Reply, Refusal>
  /** The table with one row and one `version` per actor. */
  readonly head: Head
  /** The other tables this behavior, or a projection of its events, writes to. */
  readonly tables: ReadonlyArray<Table>
  /** The state of an actor nothing was ever written for. */
  readonly initial: (id: string) => State
  /** Pure and synchronous. A thrown error is a defect of this command alone. */
  readonly decide: (state: State, command: Command, facts: Facts) => Result.Result<Decision<Event, Reply>, Refusal>
  /** Total: every event can be applied to every state. */
  readonly evolve: (state: State, event: Event) => State
  /** The head's columns for a state, without `id` and `version`. */
  readonly headRow: (state: State) => Readonly<Record<string, unknown>>
  /** The rows an event adds or replaces. `state` is the state after the event. */
  readonly rows: (id: string, event: Event, state: State, facts: Facts) => ReadonlyArray<Row>
  /** The refusal to answer when the guard of `table` found that another actor holds what this command claims. */
  readonly conflict: (command: Command, table: string) => Refusal
}

/** A state as it was committed. `version` 0: no row exists yet. */
export interface Loaded<State> {
  readonly version: number
  readonly state: State
}

/**
 * Reads states back, many ids at once. An id without a row is left out of the answer. What it returns must be of one
 * moment: read head and satellites in one statement, or in one snapshot.
 */
export type Load<State, E> = (ids: ReadonlyArray<string>) => Effect.Effect<ReadonlyMap<string, Loaded<State>>, E>

/** A behavior whose types are no longer of interest: what the runtime's inner parts handle. */
export type AnyBehavior = Behavior<unknown, unknown, unknown, unknown, unknown>
