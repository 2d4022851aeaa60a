/** Bulks: one message for many people, what of it is done, and what became of everybody. */
import { Channel } from "@loopdrive/domain/Channel"
import { Purpose } from "@loopdrive/domain/Delivery"
import { Metadata } from "@loopdrive/domain/Json"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { Account } from "./core/BulkAccount.ts"

const maybe = <S extends Schema.Constraint>(schema: S) => Schema.optional(schema)

/** What is to be said to everybody, as it was accepted. Times in epoch milliseconds. */
export const BulkRequest = Schema.Struct({
  /** Absent: each person's best consented one. */
  channel: maybe(Channel),
  purpose: Purpose,
  subject: maybe(Schema.String),
  text: maybe(Schema.String),
  html: maybe(Schema.String),
  from: maybe(Schema.String),
  brandId: maybe(Schema.String),
  objective: maybe(Schema.String),
  metadata: maybe(Metadata),
  notBefore: maybe(Schema.Finite),
  /** Minutes after midnight: everybody gets it when their own clock shows them. */
  localMinutes: maybe(Schema.Int),
  ratePerSecond: maybe(Schema.Finite),
  dryRun: Schema.Boolean,
  priority: maybe(Schema.Finite),
  value: maybe(Schema.Finite),
  refuses: maybe(Schema.Boolean),
  latenessMost: maybe(Schema.Finite)
})
export type BulkRequest = typeof BulkRequest.Type

export const BulkStatus = Schema.Literals(["queued", "running", "paused", "completed", "cancelled"])
export type BulkStatus = typeof BulkStatus.Type

export interface Bulk {
  readonly id: string
  readonly workspaceId: string
  readonly status: BulkStatus
  readonly request: BulkRequest
}

export interface Candidate {
  readonly position: number
  readonly personId: string
}

/** What was done about a candidate. */
export interface Done {
  readonly position: number
  readonly channel: string
  readonly sendId: string | undefined
  readonly reason: string | undefined
  readonly outcome: string | undefined
  readonly costCents: number
}

export class BulkNotFound extends Schema.TaggedError<BulkNotFound>("@loopdrive/sending/BulkNotFound")("BulkNotFound", {
  jobId: Schema.String
}) {}

export class BulkStore extends Context.Service<
  BulkStore,
  {
    /** Joins the caller's transaction. `personIds`: distinct. */
    readonly create: (bulk: Omit<Bulk, "status">, personIds: ReadonlyArray<string>) => Effect.Effect<void, SqlError>
    readonly get: (workspaceId: string, jobId: string) => Effect.Effect<Bulk, SqlError | BulkNotFound>
    readonly account: (jobId: string) => Effect.Effect<Account, SqlError>
    /** False: it is in none of those states, and stays as it is. */
    readonly change: (
      jobId: string,
      from: ReadonlyArray<BulkStatus>,
      to: BulkStatus
    ) => Effect.Effect<boolean, SqlError>
    /** Those that nobody works on, for this process to work on for so long. A cancelled one is handed out to be swept. */
    readonly lease: (now: number, forMillis: number, limit: number) => Effect.Effect<ReadonlyArray<Bulk>, SqlError>
    /** Works on for so long; answers the state it is in now. */
    readonly renew: (jobId: string, until: number) => Effect.Effect<BulkStatus, SqlError>
    readonly waiting: (jobId: string, limit: number) => Effect.Effect<ReadonlyArray<Candidate>, SqlError>
    readonly record: (jobId: string, done: ReadonlyArray<Done>) => Effect.Effect<void, SqlError>
    /** Everybody who was not decided about is accounted for as cancelled. */
    readonly abandon: (jobId: string) => Effect.Effect<void, SqlError>
    /** Its sends that are in one of these states. */
    readonly sends: (
      jobId: string,
      states: ReadonlyArray<string>,
      limit: number
    ) => Effect.Effect<ReadonlyArray<string>, SqlError>
    readonly swept: (jobId: string) => Effect.Effect<void, SqlError>
  }
>()("@loopdrive/sending/BulkStore") {}
