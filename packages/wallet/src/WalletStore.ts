/** What is asked of the wallet without changing it: committed rows, read past its activation. */
import type * as Wire from "@loopdrive/domain/Wallet"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type * as Stream from "effect/Stream"

/** No alert of this workspace has the id. */
export class AlertNotFound extends Schema.TaggedError<AlertNotFound>("@loopdrive/wallet/AlertNotFound")(
  "AlertNotFound",
  { alertId: Schema.String }
) {}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** Epoch milliseconds: `from` included, `to` not. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Entries of a period with what stood before the first and after the last of them, in cents. */
export interface Statement {
  readonly opening: number
  readonly closing: number
  /** Oldest first, read as they are taken. */
  readonly transactions: Stream.Stream<Wire.WalletTransaction, SqlError>
}

/** All that a wallet's balance is made of, as of one moment, however much is written meanwhile. */
export interface Books {
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly balance: number
  /** Oldest first, read as they are taken. */
  readonly transactions: Stream.Stream<Wire.WalletTransaction, SqlError>
}

/** An entry, and what was given back of it, as of the wallet's entry `upTo`: all in cents, with their signs. */
export interface Original {
  readonly amount: number
  readonly refunded: number
  readonly upTo: number
}

/** A wallet that must look at itself. */
export interface ToReview {
  readonly workspaceId: string
  readonly organizationId: string
  /** When it became due. */
  readonly dueAt: number
}

export class WalletStore extends Context.Service<
  WalletStore,
  {
    /** Undefined where no command has made the wallet yet. */
    readonly wallet: (workspaceId: string) => Effect.Effect<Wire.Wallet | undefined, SqlError>
    /** Newest first. */
    readonly transactions: (
      workspaceId: string,
      page: Page
    ) => Effect.Effect<
      { readonly transactions: ReadonlyArray<Wire.WalletTransaction>; readonly total: number },
      SqlError
    >
    readonly transaction: (
      workspaceId: string,
      transactionId: string
    ) => Effect.Effect<Wire.WalletTransaction | undefined, SqlError>
    readonly original: (workspaceId: string, transactionId: string) => Effect.Effect<Original | undefined, SqlError>
    /**
     * What stood at the end of that instant, in cents: 0 before the first entry. Times only say which entry was the last;
     * the order is that of the entries' numbers, here and in a statement.
     */
    readonly balanceAt: (workspaceId: string, at: number) => Effect.Effect<number, SqlError>
    /** Undefined where no command has made the wallet yet. */
    readonly books: (workspaceId: string) => Effect.Effect<Books | undefined, SqlError>
    /** The entries that refer to something, oldest first. */
    readonly referring: (
      workspaceId: string,
      referenceId: string
    ) => Effect.Effect<ReadonlyArray<Wire.WalletTransaction>, SqlError>
    readonly statement: (workspaceId: string, period: Period) => Effect.Effect<Statement, SqlError>
    /** Newest first; payouts' holds among them. */
    readonly holds: (
      workspaceId: string,
      status: Wire.HoldStatus | undefined,
      page: Page
    ) => Effect.Effect<{ readonly holds: ReadonlyArray<Wire.Hold>; readonly total: number }, SqlError>
    readonly hold: (workspaceId: string, holdId: string) => Effect.Effect<Wire.Hold | undefined, SqlError>
    /** Newest first. */
    readonly alerts: (
      workspaceId: string,
      acknowledged: boolean | undefined,
      page: Page
    ) => Effect.Effect<ReadonlyArray<Wire.SpendAlert>, SqlError>
    /** The first acknowledgement stays. */
    readonly acknowledge: (
      workspaceId: string,
      alertId: string,
      by: { readonly name: string; readonly at: number }
    ) => Effect.Effect<Wire.SpendAlert, AlertNotFound | SqlError>
    /** Oldest first, all of them, read as they are taken. */
    readonly budgetLedger: (workspaceId: string, period: Period) => Stream.Stream<Wire.BudgetLedger, SqlError>
    /** The wallet of a workspace, if its time has come. */
    readonly due: (workspaceId: string, now: number) => Effect.Effect<ToReview | undefined, SqlError>
    /** The wallets whose time has come, longest overdue first; those behind `after` in that order. */
    readonly toReview: (
      now: number,
      limit: number,
      after?: ToReview
    ) => Effect.Effect<ReadonlyArray<ToReview>, SqlError>
  }
>()("@loopdrive/wallet/WalletStore") {}
