/**
 * Ids as they stand on the wire: a prefix that says what they name, and 26 digits of Crockford's base 32, URL-safe and
 * in the order of their creation. A fresh id is the ULID layout (https://github.com/ulid/spec): 48 bits of time, 80 of
 * chance.
 */
import { createHmac, hash } from "node:crypto"

export const prefixes = {
  person: "per",
  identity: "ident",
  consent: "consent",
  memory: "mem",
  topic: "topic",
  note: "note",
  objective: "obj",
  event: "evt",
  send: "send",
  workspace: "ws",
  organization: "org",
  brand: "brand",
  key: "key",
  merge: "merge",
  proposal: "prop",
  wallet: "wallet",
  transaction: "txn",
  hold: "hold",
  payment: "pay",
  payout: "payout",
  recipient: "creator",
  ledger: "led",
  alert: "alert",
  suppression: "supp",
  bulk: "bulk",
  snippet: "snip",
  composition: "comp"
} as const
export type Kind = keyof typeof prefixes

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

const base32 = (value: bigint, digits: number): string => {
  let rest = value
  let text = ""
  for (let i = 0; i < digits; i++) {
    text = alphabet.charAt(Number(rest & 31n)) + text
    rest >>= 5n
  }
  return text
}

/** What a fresh id is made of: epoch milliseconds and at least 80 random bits as hexadecimal digits. */
export interface Source {
  readonly now: number
  readonly seed: string
}

/** The `n`-th fresh id of a source. The same source and `n` give the same id; different `n` never collide. */
export const fresh = (kind: Kind, source: Source, n = 0): string => {
  const chance = (BigInt(`0x${source.seed.slice(-20)}`) + BigInt(n)) & ((1n << 80n) - 1n)
  return `${prefixes[kind]}_${base32(BigInt(source.now), 10)}${base32(chance, 16)}`
}

const digits = (digest: Buffer): string => base32(BigInt(`0x${digest.subarray(0, 17).toString("hex")}`) >> 6n, 26)

/** An id that follows from what it names: the same parts, the same id. */
export const derived = (kind: Kind, ...parts: ReadonlyArray<string>): string =>
  `${prefixes[kind]}_${digits(hash("sha256", JSON.stringify(parts), "buffer"))}`

/** As `derived`, under a secret: the id does not tell a guesser whether the parts are right. */
export const derivedUnder = (secret: string, kind: Kind, ...parts: ReadonlyArray<string>): string =>
  `${prefixes[kind]}_${digits(createHmac("sha256", secret).update(JSON.stringify(parts)).digest())}`

/** Whether a text is an id of this kind as the server issues them. Imported ids may look otherwise. */
export const is = (kind: Kind, text: string): boolean => text.startsWith(`${prefixes[kind]}_`)
