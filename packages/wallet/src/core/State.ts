/** What a Wallet knows of itself: enough to decide about money without asking anybody. */

/** Money set aside for something to come. Only open holds are part of the state. */
export interface Hold {
  readonly id: string
  /** `payout`: made and ended by a payout, out of reach of callers. */
  readonly purpose: "campaign" | "payout"
  /** Cents set aside at first; `captured` and `released` of them are no longer. */
  readonly amount: number
  readonly captured: number
  readonly released: number
  readonly referenceId: string | undefined
  readonly description: string
  readonly metadata: Readonly<Record<string, unknown>> | undefined
  /** Epoch milliseconds. */
  readonly expiresAt: number | undefined
  readonly createdAt: number
}

/** How the wallet fills itself. Thresholds count against what is available, in cents. */
export interface AutoReload {
  readonly enabled: boolean
  /** Below it the wallet is low: an alert, and a reload where enabled. */
  readonly threshold: number
  /** What one reload charges, or more where that would not lift the wallet over the threshold. */
  readonly amount: number
  /** What all reloads of a UTC day, and of a UTC month, may charge together; absent: `ceilingsOf` says. */
  readonly dailyCeiling: number | undefined
  readonly monthlyCeiling: number | undefined
}

/** What one reload of an empty wallet charges, in cents. */
export const usualReload = ({ amount, threshold }: Pick<AutoReload, "amount" | "threshold">): number =>
  Math.max(amount, threshold)

/** Unless the owner says otherwise, a day may bring five reloads of an empty wallet and a month thirty. */
export const ceilingsOf = (settings: AutoReload) => ({
  day: settings.dailyCeiling ?? 5 * usualReload(settings),
  month: settings.monthlyCeiling ?? 30 * usualReload(settings)
})

/** A card that may be charged while its owner is away: that of the last top-up that was confirmed. */
export interface SavedMethod {
  readonly customerId: string
  readonly paymentMethodId: string
  /** The top-up, and when its customer confirmed it. Absent where that was not noted yet. */
  readonly paymentId?: string | undefined
  readonly confirmedAt?: number | undefined
}

/** The latest refunds of named entries, oldest first; `before`: those up to this entry are not among them. */
export interface Refunds {
  readonly before: number
  readonly latest: ReadonlyArray<{ readonly corrects: string; readonly number: number }>
}

/** What moved on one UTC day, `YYYY-MM-DD`. */
export interface Day {
  readonly day: string
  readonly spent: number
  readonly reloaded: number
}

/** The crossings an alert is raised for, once each until the wallet has recovered. */
export const alertKeys = [
  "low_balance",
  "depleted",
  "reload_declined",
  "reload_ceiling",
  "reload_burst",
  "reload_silence",
  "pace_high",
  "pace_low",
  "anomaly",
  "reload_cardless"
] as const
export type AlertKey = (typeof alertKeys)[number]

/** A reload under way, and the card it charges. */
export interface Reloading {
  readonly paymentId: string
  readonly amount: number
  readonly startedAt: number
  readonly paymentMethodId?: string | undefined
}

/** What the wallet watches in itself between one command and the next. */
export interface Watch {
  /** Oldest first, without the days nothing moved; no older than `daysKept`. */
  readonly days: ReadonlyArray<Day>
  readonly raised: ReadonlyArray<AlertKey>
  /** The reload under way: at most one. */
  readonly reloading: Reloading | undefined
  /** When the latest reloads began, for a burst; the last hour's. */
  readonly reloads: ReadonlyArray<number>
  /** Declines in a row, and when the next try may begin. */
  readonly declines: number
  readonly retryAt: number | undefined
  /** Since when the wallet has been below the threshold. */
  readonly lowSince: number | undefined
  /** Since when it may reload itself: when that was last enabled, or the wallet unfrozen. */
  readonly reloadsSince: number | undefined
  /** When it last looked at itself without being asked for anything. */
  readonly reviewedAt: number
}

/** A month and its longest neighbour: ceilings look back a month, paces a week. */
export const daysKept = 32

export interface Wallet {
  readonly id: string
  readonly exists: boolean
  readonly workspaceId: string
  readonly organizationId: string
  readonly currency: string
  /** Posted cents: always the sum of the entries. */
  readonly balance: number
  /** Cents on hold: the sum of what remains of the open holds. */
  readonly held: number
  /** Cents that may be spent beyond the balance. */
  readonly overdraft: number
  readonly frozen: boolean
  /** How many entries there are: the number of the last one. */
  readonly entries: number
  /** Not stored: what is read from the database has seen all of them. */
  readonly refunds: Refunds
  readonly holds: ReadonlyArray<Hold>
  readonly autoReload: AutoReload | undefined
  /** Who the workspace is at the payment provider. */
  readonly customer: string | undefined
  readonly saved: SavedMethod | undefined
  readonly watch: Watch
  readonly createdAt: number
  readonly updatedAt: number
}

export const initial = (id: string): Wallet => ({
  id,
  exists: false,
  workspaceId: "",
  organizationId: "",
  currency: "",
  balance: 0,
  held: 0,
  overdraft: 0,
  frozen: false,
  entries: 0,
  refunds: { before: 0, latest: [] },
  holds: [],
  autoReload: undefined,
  customer: undefined,
  saved: undefined,
  watch: {
    days: [],
    raised: [],
    reloading: undefined,
    reloads: [],
    declines: 0,
    retryAt: undefined,
    lowSince: undefined,
    reloadsSince: undefined,
    reviewedAt: 0
  },
  createdAt: 0,
  updatedAt: 0
})

/** Cents that are still set aside. */
export const remaining = (hold: Hold): number => hold.amount - hold.captured - hold.released

/** Cents that can be spent. */
export const available = (wallet: Pick<Wallet, "balance" | "held" | "overdraft">): number =>
  wallet.balance - wallet.held + wallet.overdraft

export const dayMillis = 86_400_000

// Every decision names today and the oldest day that is kept; writing a date out was 6 % of its time.
const dayNames = new Map<number, string>()
const dayNamesMost = 1000

/** The UTC day of an instant. */
export const dayOf = (millis: number): string => {
  const day = Math.floor(millis / dayMillis)
  const known = dayNames.get(day)
  if (known !== undefined) return known
  if (dayNames.size >= dayNamesMost) dayNames.clear()
  const name = new Date(millis).toISOString().slice(0, 10)
  dayNames.set(day, name)
  return name
}

const none = (day: string): Day => ({ day, spent: 0, reloaded: 0 })

/** What moved on a day. */
export const on = (watch: Watch, day: string): Day => watch.days.find((known) => known.day === day) ?? none(day)

/** The days with more added to the one of `at`. */
export const moved = (
  watch: Watch,
  at: number,
  more: { readonly spent?: number; readonly reloaded?: number }
): Watch => {
  const day = dayOf(at)
  const known = on(watch, day)
  const oldest = dayOf(at - daysKept * dayMillis)
  const others = watch.days.filter((other) => other.day !== day && other.day >= oldest)
  const today = {
    day,
    spent: known.spent + (more.spent ?? 0),
    reloaded: known.reloaded + (more.reloaded ?? 0)
  }
  // Today is the last: a wallet's time never goes back.
  return { ...watch, days: [...others, today] }
}
