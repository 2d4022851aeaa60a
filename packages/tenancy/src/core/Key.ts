/** API keys as text: `ld_` and 256 random bits. Only their SHA-256 is stored; a key this long needs no slow hash. */
import * as Crypto from "node:crypto"

/** A new key from 32 random bytes. */
export const make = (random: Uint8Array): string => `ld_${Buffer.from(random).toString("base64url")}`

/** 64 hexadecimal digits. */
export const hash = (key: string): string => Crypto.hash("sha256", key, "hex")

/** What a key chosen by the operator must look like: long enough to be no guess, and safe in a header. */
export const isAcceptable = (key: string): boolean => /^[A-Za-z0-9_~.-]{32,200}$/.test(key)
