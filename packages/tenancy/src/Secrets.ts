/** What only its holder may know: 256 random bits each. */
import * as SecureRandom from "effect/crypto/SecureRandom"
import * as Key from "./core/Key.ts"

const bytes = (): Uint8Array => SecureRandom.randomBytesUnsafe(32)

/** A new API key. */
export const apiKey = (): string => Key.make(bytes())

/** What a workspace derives its people's ids with. */
export const ofWorkspace = (): string => Buffer.from(bytes()).toString("base64url")
