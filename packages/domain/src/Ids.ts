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

/** The lowest `5 * digits` bits of a whole number below 2^30. */
const base32 = (value: number, digits: number): string => {
  let text = ""
  for (let shift = 5 * (digits - 1); shift >= 0; shift -= 5) text += alphabet.charAt((value >> shift) & 31)
  return text
}

/** The first `5 * digits` bits. */
const leading = (bytes: Uint8Array, digits: number): string => {
  let text = ""
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5 && text.length < digits) {
      bits -= 5
      text += alphabet.charAt((held >> bits) & 31)
    }
  }
  return text
}

/** What a fresh id is made of: epoch milliseconds and at least 80 random bits as hexadecimal digits. */
export interface Source {
  readonly now: number
  readonly seed: string
}

/** 48 bits of time as the upper half and the lower half of 50. */
const timeOf = (now: number): string => base32(Math.floor(now / 2 ** 25), 5) + base32(now % 2 ** 25, 5)

/** 80 bits, given as 20 hexadecimal digits, and `n` more; four digits of 5 bits are five of 4. */
const chanceOf = (seed: string, n: number): string => {
  let text = ""
  let carried = n
  for (let end = 20; end > 0; end -= 5) {
    const sum = Number.parseInt(seed.slice(end - 5, end), 16) + carried
    text = base32(sum % 2 ** 20, 4) + text
    carried = Math.floor(sum / 2 ** 20)
  }
  return text
}

/** The `n`-th fresh id of a source. The same source and `n` give the same id; different `n` never collide. */
export const fresh = (kind: Kind, source: Source, n = 0): string =>
  `${prefixes[kind]}_${timeOf(source.now)}${chanceOf(source.seed.slice(-20), n)}`

const digits = (digest: Uint8Array): string => leading(digest, 26)

/** An id that follows from what it names: the same parts, the same id. */
export const derived = (kind: Kind, ...parts: ReadonlyArray<string>): string =>
  `${prefixes[kind]}_${digits(hash("sha256", JSON.stringify(parts), "buffer"))}`

/** As `derived`, under a secret: the id does not tell a guesser whether the parts are right. */
export const derivedUnder = (secret: string, kind: Kind, ...parts: ReadonlyArray<string>): string =>
  `${prefixes[kind]}_${digits(createHmac("sha256", secret).update(JSON.stringify(parts)).digest())}`

/** Whether a text is an id of this kind as the server issues them. Imported ids may look otherwise. */
export const is = (kind: Kind, text: string): boolean => text.startsWith(`${prefixes[kind]}_`)
