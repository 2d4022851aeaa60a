/**
 * The inbox of what vendors tell us: each event once, kept before anything is done about it, and open until somebody has
 * acted on it. Over all workspaces, because the vendors' accounts are the installation's.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import type { Arrival } from "./core/Happening.ts"
import type { Keyword } from "./core/OptOutWords.ts"
import * as Told from "./core/Told.ts"
import type { Send } from "./SendStore.ts"

/** A notice as it is kept. */
export interface Kept {
  readonly told: Told.Told
  readonly address: string | undefined
  readonly keyword: Keyword | undefined
  /** How often acting on it was tried. */
  readonly attempts: number
}

/** A fresh one. */
export const keep = (told: Told.Told): Kept => ({
  told,
  address: Told.addressOf(told),
  keyword: Told.keywordOf(told),
  attempts: 0
})

/** What was done about it: acted on; of a command that a later one replaced; nobody's; given up. */
export type NoticeOutcome = "applied" | "superseded" | "unclaimed" | "failed"

export interface Commanded {
  readonly keyword: Keyword
  /** Epoch milliseconds. */
  readonly at: number
}

export class NoticeStore extends Context.Service<
  NoticeStore,
  {
    /** Durable when it answers. Those that were not known yet; a repeat is left out. */
    readonly receive: (kept: ReadonlyArray<Kept>, now: number) => Effect.Effect<ReadonlyArray<Kept>, SqlError>
    /** Open ones whose time has come, oldest first. */
    readonly due: (now: number, limit: number) => Effect.Effect<ReadonlyArray<Kept>, SqlError>
    readonly settle: (
      kept: Kept,
      outcome: NoticeOutcome,
      workspaceId: string | undefined,
      now: number
    ) => Effect.Effect<void, SqlError>
    /** Tried once more, in vain; again at `next`. */
    readonly postpone: (kept: Kept, next: number) => Effect.Effect<void, SqlError>
    /** Our send that the vendor speaks of, by our own id or by the vendor's. */
    readonly sendOf: (told: Told.Told) => Effect.Effect<Send | undefined, SqlError>
    /** The last send to an address of each workspace, newest first. */
    readonly lastTo: (channel: Channel, address: string) => Effect.Effect<ReadonlyArray<Send>, SqlError>
    /** What was sent to an address up to an instant, newest first. */
    readonly sentTo: (
      channel: Channel,
      address: string,
      upTo: number,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Send>, SqlError>
    /** What reached an address of a workspace lately and what did not, in no order. */
    readonly arrivals: (
      workspaceId: string,
      channel: Channel,
      address: string
    ) => Effect.Effect<ReadonlyArray<Arrival>, SqlError>
    /** From now on these soft bounces count no more. */
    readonly forget: (workspaceId: string, channel: Channel, address: string) => Effect.Effect<void, SqlError>
    /** The commands that came from an address, newest first. */
    readonly commands: (channel: Channel, address: string) => Effect.Effect<ReadonlyArray<Commanded>, SqlError>
  }
>()("@loopdrive/sending/NoticeStore") {}

/** More than anybody sends one address between two looks. */
export const arrivalsMost = 50
