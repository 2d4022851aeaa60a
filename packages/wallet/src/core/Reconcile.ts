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
  /** Whether it says of itself that it is money of a payment. */
  readonly isClaimed?: boolean
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
export const ofPayment = (
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

/** The books of one transfer against the transfer. */
export const ofTransfer = (
  reference: string,
  entries: ReadonlyArray<BookedEntry>,
  transfer: ProvidedTransfer | undefined
): ReadonlyArray<Drift> => {
  const mine = entries.filter(({ cause }) => isOfPayout(cause))
  const found = -sum(mine)
  if (transfer === undefined)
    return found === 0 ? [] : [{ kind: "payout_without_transfer", reference, expected: 0, found }]
  const expected = transfer.amount
  if (expected === found) return []
  return [{ kind: mine.length === 0 ? "transfer_not_booked" : "payout_differs", reference, expected, found }]
}

/** One side with the entries that name it, each reference once. */
const matched = <A extends { readonly reference: string }>(
  provided: ReadonlyArray<A>,
  entries: ReadonlyArray<BookedEntry>,
  compare: (reference: string, mine: ReadonlyArray<BookedEntry>, theirs: A | undefined) => ReadonlyArray<Drift>
): ReadonlyArray<Drift> => {
  const known = new Map(provided.map((one) => [one.reference, one]))
  const booked = Map.groupBy(entries, ({ reference }) => reference ?? "")
  const references = new Set([...known.keys(), ...booked.keys()])
  return [...references].flatMap((reference) => compare(reference, booked.get(reference) ?? [], known.get(reference)))
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

/** What calls itself money of a payment, and was not booked for one. */
const ofClaims = (entries: ReadonlyArray<BookedEntry>): ReadonlyArray<Drift> =>
  entries.flatMap(({ amount, cause, id, isClaimed }): ReadonlyArray<Drift> =>
    isClaimed === true && cause === undefined
      ? [{ kind: "credit_without_payment", reference: id, expected: 0, found: amount }]
      : []
  )

/**
 * `certain` is a matter of the books alone, read as of one moment. What the two sides say of `payments` and `transfers` may
 * differ only because they were read one after the other: that is to be looked at again before it is believed.
 */
export const reconcile = (compared: Compared) => {
  const caused = compared.entries.filter(({ cause }) => cause !== undefined)
  const [ofPayouts, others] = [
    caused.filter(({ cause }) => isOfPayout(cause)),
    caused.filter(({ cause }) => !isOfPayout(cause))
  ]
  return {
    certain: [...ofLedger(compared), ...ofClaims(compared.entries)],
    payments: matched(compared.payments, others, ofPayment),
    transfers: matched(compared.transfers, ofPayouts, ofTransfer)
  }
}
