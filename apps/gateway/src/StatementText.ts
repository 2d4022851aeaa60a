/** A statement as it is exported: text that is written while the entries are read, so that its length costs no memory. */
import type { WalletTransaction } from "@loopdrive/domain/Wallet"
import * as Stream from "effect/Stream"

/** What stands around the entries. Times are ISO, money is cents. */
export interface Frame {
  readonly walletId: string
  readonly workspaceId: string
  readonly currency: string
  readonly from: string
  readonly to: string
  readonly openingBalance: number
  readonly closingBalance: number
}

const columns = ["timestamp", "id", "type", "source", "amount", "balance", "currency", "referenceId", "description"]

/**
 * RFC 4180, and safe to open: a spreadsheet takes a text that begins with one of these signs for a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const cell = (value: string | number): string => {
  if (typeof value === "number") return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: ReadonlyArray<string | number>): string => `${cells.map(cell).join(",")}\r\n`

/** One row for what stood before, one for each entry, one for what stands after. */
export const csv = <E>(frame: Frame, transactions: Stream.Stream<WalletTransaction, E>): Stream.Stream<string, E> => {
  const { closingBalance, currency, from, openingBalance, to } = frame
  const mark = (at: string, type: string, balance: number): string =>
    line([at, "", type, "", "", balance, currency, "", ""])
  return Stream.succeed(line(columns) + mark(from, "opening", openingBalance)).pipe(
    Stream.concat(
      Stream.map(transactions, (entry) =>
        line([
          entry.timestamp,
          entry.id,
          entry.type,
          entry.source,
          entry.amount,
          entry.balance,
          currency,
          entry.referenceId ?? "",
          entry.description
        ])
      )
    ),
    Stream.concat(Stream.succeed(mark(to, "closing", closingBalance)))
  )
}

/** A list. */
export const list = <A, E>(items: Stream.Stream<A, E>): Stream.Stream<string, E> =>
  Stream.succeed("[").pipe(
    Stream.concat(
      Stream.zipWithIndex(items).pipe(Stream.map(([item, n]) => `${n === 0 ? "" : ","}${JSON.stringify(item)}`))
    ),
    Stream.concat(Stream.succeed("]"))
  )

/** One document, its entries last. */
export const json = <E>(frame: Frame, transactions: Stream.Stream<WalletTransaction, E>): Stream.Stream<string, E> => {
  const head = JSON.stringify(frame).slice(0, -1)
  return Stream.succeed(`${head},"transactions":`).pipe(
    Stream.concat(list(transactions)),
    Stream.concat(Stream.succeed("}"))
  )
}
