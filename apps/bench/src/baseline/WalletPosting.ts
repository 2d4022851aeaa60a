/** What both wallet baselines share: what is asked, how it is known again, and how the entry stands on the wire. */
import { hash, randomBytes } from "node:crypto"

export const path = "/api/budget/wallet/:workspaceId/transactions"

/** Keys of a wallet are unique within all its commands. */
export const scope = "wallet"

/** Connections per process: what the baselines gain most from, see the README of this package. */
export const connectionsMax = Number(process.env.BENCH_POOL ?? 16)

/** The body of a request. */
export interface Posting {
  readonly type: "credit" | "debit" | "refund" | "adjustment"
  readonly amount: number
  readonly source: string
  readonly referenceId?: string
  readonly description: string
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** The entry as it is answered, and kept in the receipt. */
export interface Transaction {
  readonly id: string
  readonly walletId: string
  readonly type: string
  readonly amount: number
  readonly balance: number
  readonly source: string
  readonly referenceId?: string
  readonly description: string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly timestamp: string
}

/** One posting on its way to the books. */
export interface Asked {
  readonly workspaceId: string
  readonly posting: Posting
  readonly key: string
  /** Digest of the payload: the same key with another one is a conflict. */
  readonly digest: string
}

export type Outcome = Transaction | "insufficient" | "conflict"

export const digestOf = (posting: Posting): string => hash("sha256", JSON.stringify(posting), "hex")

/** Cents with their sign. */
export const signed = ({ amount, type }: Posting): number => (type === "debit" ? -Math.abs(amount) : amount)

export const freshId = (): string => `txn_${randomBytes(16).toString("hex")}`

/** The status and the document of a refusal. */
export const refusals = {
  insufficient: [402, { code: "insufficient_funds" }],
  conflict: [409, { code: "idempotency_conflict" }]
} as const
