/**
 * How long what happens outside may go without being looked at: payments, payouts, and what vendors told us. All in
 * milliseconds. Nothing is ever left alone for good; what is old and quiet is only asked about ever more rarely.
 */
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Whoever takes a payout up has it to himself this long: longer than his calls to the vendor may last together. */
export const lease = 3 * minute

/** The same for what two may look at with no harm but the trouble: payments and notices. */
export const turn = 15_000

/** Where something has just begun or changed, more may come. */
export const atFirst = 5_000

/** A top-up whose making was never known to succeed waits this long for its caller to repeat it. */
export const topUpWaits = day

/** A reload decided longer ago than this is not made any more: a new one is decided on what the wallet is then. */
export const reloadFresh = hour

/** The longest that a card's owner may take to dispute a payment. */
const disputable = 120 * day

export interface Looked {
  /** Since it was recorded. */
  readonly age: number
  /** Given up, and looked for all the same, should it turn up. */
  readonly isGivenUp: boolean
  /** Something about it is undecided: it is asked about daily, however old it is. */
  readonly isOpen: boolean
}

/**
 * After a tenth of its age: every few seconds at first, daily in the end; beyond the time in which it may be disputed a
 * tenth of its age again, unless something is open. What was given up is looked for at ever doubled ages.
 */
export const pauseOf = ({ age, isGivenUp, isOpen }: Looked): number => {
  if (isGivenUp) return Math.max(hour, age)
  const tenth = Math.max(atFirst, age / 10)
  return isOpen || age < disputable ? Math.min(day, tenth) : tenth
}

/** A notice that could not be acted on: ten seconds, twice as long after each try, up to an hour. */
export const noticePause = (attempts: number): number => Math.min(hour, 10_000 * 2 ** Math.min(attempts, 9))
