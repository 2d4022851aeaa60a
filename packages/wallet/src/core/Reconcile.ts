/** Compares the books with what the payment provider has: every difference is named once, and nothing else is. */

/** What can be different. */
export const driftKinds = [
  "payment_not_credited",
  "credit_without_payment",
  "credit_differs",
  "credited_twice",
  "refund_differs",
  "dispute_differs",
  "transfer_not_booked",
  "payout_without_transfer",
  "payout_differs",
  "chain_broken",
  "balance_differs"
] as const
export type DriftKind = (typeof driftKinds)[number]

/** `expected` is what the other side says, `found` what the books say, in cents. `reference` names what it is about. */
export interface Drift {
  readonly kind: DriftKind
  readonly reference: string
  readonly expected: number
  readonly found: number
}

/** An entry, reduced to what can be compared. `cause` says why money of a payment moved. */
export interface BookedEntry {
  readonly id: string
  readonly amount: number
  readonly balance: number
  readonly reference: string | undefined
  readonly cause: "payment" | "refund" | "dispute" | "payout" | "payout_reversal" | undefined
}

/** A payment at the provider, in cents; `received` 0 until it has succeeded. */
export interface ProvidedPayment {
  readonly reference: string
  readonly received: number
  readonly refunded: number
  readonly withheld: number
}

/** Less what came back of it. */
export interface ProvidedTransfer {
  readonly reference: string
  readonly amount: number
}

export interface Compared {
  readonly walletId: string
  readonly balance: number
  /** Oldest first. */
  readonly entries: ReadonlyArray<BookedEntry>
  readonly payments: ReadonlyArray<ProvidedPayment>
  readonly transfers: ReadonlyArray<ProvidedTransfer>
}

const isOfPayout = (cause: BookedEntry["cause"]): boolean => cause === "payout" || cause === "payout_reversal"

const sum = (entries: ReadonlyArray<BookedEntry>): number => entries.reduce((total, { amount }) => total + amount, 0)

/** The books of one payment against the payment; a payment that is not there has received nothing. */
const ofPayment = (
  reference: string,
  entries: ReadonlyArray<BookedEntry>,
  payment: ProvidedPayment | undefined
): ReadonlyArray<Drift> => {
  const caused = (cause: BookedEntry["cause"]) => entries.filter((entry) => entry.cause === cause)
  const drift = (kind: DriftKind, expected: number, found: number): ReadonlyArray<Drift> =>
    expected === found ? [] : [{ kind, reference, expected, found }]
  const credits = caused("payment")
  const credited = sum(credits)
  if (payment === undefined) return drift("credit_without_payment", 0, credited)
  const arrived = (): ReadonlyArray<Drift> => {
    if (credits.length === 0) return drift("payment_not_credited", payment.received, 0)
    return drift(credits.length > 1 ? "credited_twice" : "credit_differs", payment.received, credited)
  }
  return [
    ...arrived(),
    ...drift("refund_differs", payment.refunded, -sum(caused("refund"))),
    ...drift("dispute_differs", payment.withheld, -sum(caused("dispute")))
  ]
}

const ofPayments = ({ entries, payments }: Compared): ReadonlyArray<Drift> => {
  const known = new Map(payments.map((payment) => [payment.reference, payment]))
  const booked = Map.groupBy(
    entries.filter(({ cause }) => cause !== undefined && !isOfPayout(cause)),
    ({ reference }) => reference ?? ""
  )
  const references = new Set([...known.keys(), ...booked.keys()])
  return [...references].flatMap((reference) => ofPayment(reference, booked.get(reference) ?? [], known.get(reference)))
}

const ofTransfers = ({ entries, transfers }: Compared): ReadonlyArray<Drift> => {
  const known = new Map(transfers.map((transfer) => [transfer.reference, transfer.amount]))
  const booked = Map.groupBy(
    entries.filter(({ cause }) => isOfPayout(cause)),
    ({ reference }) => reference ?? ""
  )
  return [...new Set([...known.keys(), ...booked.keys()])].flatMap((reference): ReadonlyArray<Drift> => {
    const expected = known.get(reference)
    const mine = booked.get(reference)
    const found = -sum(mine ?? [])
    if (expected === undefined) return [{ kind: "payout_without_transfer", reference, expected: 0, found }]
    if (mine === undefined) return [{ kind: "transfer_not_booked", reference, expected, found }]
    return expected === found ? [] : [{ kind: "payout_differs", reference, expected, found }]
  })
}

/** Where a running balance does not follow from the one before, and whether the last one is the wallet's. */
const ofLedger = ({ balance, entries, walletId }: Compared): ReadonlyArray<Drift> => {
  const broken = entries.flatMap((entry, n): ReadonlyArray<Drift> => {
    const expected = (entries[n - 1]?.balance ?? 0) + entry.amount
    return entry.balance === expected
      ? []
      : [{ kind: "chain_broken", reference: entry.id, expected, found: entry.balance }]
  })
  const last = entries.at(-1)?.balance ?? 0
  return last === balance
    ? broken
    : [...broken, { kind: "balance_differs", reference: walletId, expected: last, found: balance }]
}

export const reconcile = (compared: Compared): ReadonlyArray<Drift> => [
  ...ofPayments(compared),
  ...ofTransfers(compared),
  ...ofLedger(compared)
]
