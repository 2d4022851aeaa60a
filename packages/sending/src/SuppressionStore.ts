/**
 * Addresses that may not be written to, kept apart from consent: a person may agree and its address not. An address may be
 * suppressed for several reasons; taking one back leaves the others.
 */
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"

export const SuppressionReason = Schema.Literals([
  "hard_bounce",
  "soft_bounces",
  "complaint",
  "manual",
  "unsubscribe",
  "stop"
])
export type SuppressionReason = typeof SuppressionReason.Type

export interface Suppression {
  readonly id: string
  readonly type: Identifier["type"]
  /** In normal form. */
  readonly value: string
  readonly reason: SuppressionReason
  /** Transactional messages may still go. */
  readonly marketingOnly: boolean
  readonly source: string
  readonly createdAt: string
}

export interface NewSuppression extends Pick<Suppression, "reason" | "source" | "type" | "value"> {
  readonly workspaceId: string
}

export class SuppressionNotFound extends Schema.TaggedError<SuppressionNotFound>(
  "@loopdrive/sending/SuppressionNotFound"
)("SuppressionNotFound", { suppressionId: Schema.String }) {}

/** An unsubscribe ends marketing; every other reason ends all. */
export const isMarketingOnly = (reason: SuppressionReason): boolean => reason === "unsubscribe"

export class SuppressionStore extends Context.Service<
  SuppressionStore,
  {
    /** Those that stand for these addresses. */
    readonly among: (
      workspaceId: string,
      addresses: ReadonlyArray<Identifier>
    ) => Effect.Effect<ReadonlyArray<Suppression>, SqlError>
    /** Those that stand for what reaches a person, under any id that was merged into one; nobody has none. */
    readonly reaching: (workspaceId: string, personId: string) => Effect.Effect<ReadonlyArray<Suppression>, SqlError>
    /** Suppressing twice for one reason is one suppression. */
    readonly add: (suppression: NewSuppression) => Effect.Effect<Suppression, SqlError>
    /** Takes one back. */
    readonly remove: (
      workspaceId: string,
      suppressionId: string
    ) => Effect.Effect<Suppression, SqlError | SuppressionNotFound>
    /** Takes back what an address was suppressed for, if it was. */
    readonly lift: (
      workspaceId: string,
      address: Identifier,
      reason: SuppressionReason
    ) => Effect.Effect<boolean, SqlError>
    /** Newest first. */
    readonly list: (
      workspaceId: string,
      filter: { readonly value?: string | undefined; readonly limit: number; readonly offset: number }
    ) => Effect.Effect<{ readonly suppressions: ReadonlyArray<Suppression>; readonly total: number }, SqlError>
  }
>()("@loopdrive/sending/SuppressionStore") {}
