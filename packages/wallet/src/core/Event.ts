/** What a decision of a Wallet changes. Events are internal: rows are written from them, and nothing else reads them. */
import type { AlertSeverity, AlertType, PaymentStatus, PayoutStatus, RecipientType } from "@loopdrive/domain/Wallet"
import type { TransactionSource, TransactionType } from "@loopdrive/domain/Wallet"
import type { Booked, Settled } from "./Command.ts"
import type { AlertKey, AutoReload, Hold, SavedMethod } from "./State.ts"

/** One entry of the ledger; `amount` carries its sign, `balance` is what it leaves, `number` counts from 1. */
export interface Entry {
  readonly id: string
  readonly number: number
  readonly type: TransactionType
  readonly amount: number
  readonly balance: number
  readonly source: TransactionSource
  readonly referenceId: string | undefined
  readonly description: string
  readonly corrects: string | undefined
  readonly holdId: string | undefined
  readonly metadata: Readonly<Record<string, unknown>> | undefined
}

/** What the provider is asked for, besides the amount: the customer who confirms, or the card that is charged. */
export interface Asked {
  readonly customerId?: string | undefined
  readonly saved?: Pick<SavedMethod, "customerId" | "paymentMethodId"> | undefined
}

export interface Alert {
  readonly id: string
  readonly key: AlertKey
  readonly type: AlertType
  readonly severity: AlertSeverity
  readonly message: string
  readonly currentSpend: number
  readonly thresholdSpend: number | undefined
  readonly recommendedAction: string | undefined
}

export type Event =
  | {
      readonly _tag: "Opened"
      readonly workspaceId: string
      readonly organizationId: string
      readonly currency: string
    }
  | { readonly _tag: "Posted"; readonly entry: Entry }
  | { readonly _tag: "HoldOpened"; readonly hold: Hold }
  | { readonly _tag: "HoldChanged"; readonly hold: Hold }
  | { readonly _tag: "HoldEnded"; readonly hold: Hold; readonly status: "captured" | "released" | "expired" }
  | { readonly _tag: "FrozenChanged"; readonly frozen: boolean }
  | { readonly _tag: "OverdraftChanged"; readonly limit: number }
  | { readonly _tag: "ReloadConfigured"; readonly autoReload: AutoReload }
  | { readonly _tag: "MethodSaved"; readonly saved: SavedMethod }
  /** It is charged no more: a payment by it was disputed, or the one that left it was given back. */
  | { readonly _tag: "MethodForgotten" }
  | {
      readonly _tag: "PaymentStarted"
      readonly paymentId: string
      readonly purpose: "top_up" | "auto_reload"
      readonly amount: number
      readonly asked: Asked
    }
  | { readonly _tag: "CustomerKnown"; readonly customerId: string }
  | { readonly _tag: "PaymentAttached"; readonly paymentId: string; readonly paymentIntentId: string }
  | {
      readonly _tag: "PaymentSettled"
      readonly paymentId: string
      readonly step: number
      readonly status: PaymentStatus
      readonly settled: Settled
      readonly disputeOpen: boolean
      /** Nothing can happen to it any more. */
      readonly isOver: boolean
      readonly paymentMethodId: string | undefined
      readonly receiptUrl: string | undefined
      readonly failure: string | undefined
    }
  | {
      readonly _tag: "ReloadEnded"
      readonly paymentId: string
      readonly outcome: "succeeded" | "declined" | "withdrawn"
      readonly amount: number
    }
  | {
      readonly _tag: "PayoutStarted"
      readonly payoutId: string
      readonly holdId: string
      readonly recipientId: string
      readonly connectAccountId: string
      readonly recipientType: RecipientType
      readonly recipientName: string
      readonly amount: number
      readonly description: string
    }
  | {
      readonly _tag: "PayoutSettled"
      readonly payoutId: string
      readonly step: number
      readonly status: PayoutStatus
      readonly booked: Booked
      readonly transferId: string | undefined
      readonly failure: string | undefined
      /** Posted beside this: money that left, or came back. */
      readonly entries: ReadonlyArray<Entry>
    }
  | { readonly _tag: "AlertRaised"; readonly alert: Alert }
  | { readonly _tag: "AlertCleared"; readonly key: AlertKey }
  | { readonly _tag: "LowSince"; readonly since: number | undefined }
  | { readonly _tag: "Reviewed" }

/** An event and when it happened, epoch milliseconds. */
export interface Fact {
  readonly at: number
  readonly event: Event
}
