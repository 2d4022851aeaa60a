/**
 * Credentials remembered for a moment, so that a burst of requests with one key asks the store once. What a revoked key
 * opens meanwhile: nothing in this process, where it is forgotten at once; a moment longer in others.
 */
import type { Credential } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import * as Key from "./core/Key.ts"

/** `expiresAt` in epoch milliseconds. */
export interface Found {
  readonly credential: Credential
  readonly expiresAt: number | undefined
}

/** How long another process may go on accepting a key that was revoked, ms. */
const rememberedFor = 2_000
const rememberedMost = 10_000

/** `look` finds the credential of a key's hash and notes its use; `now` in epoch milliseconds. */
export const make = <E>(look: (hash: string, now: number) => Effect.Effect<Found, E>, now: () => number) => {
  const remembered = new Map<string, { readonly credential: Credential; readonly until: number }>()
  // What was looked up before a change must not be remembered after it.
  let changes = 0
  return {
    authenticate: (key: string): Effect.Effect<Credential, E> =>
      Effect.suspend(() => {
        const hash = Key.hash(key)
        const known = remembered.get(hash)
        if (known !== undefined && known.until > now()) return Effect.succeed(known.credential)
        const before = changes
        return Effect.map(look(hash, now()), ({ credential, expiresAt }) => {
          if (changes !== before) return credential
          if (remembered.size >= rememberedMost) remembered.clear()
          const until = Math.min(now() + rememberedFor, expiresAt ?? Number.MAX_SAFE_INTEGER)
          remembered.set(hash, { credential, until })
          return credential
        })
      }),
    /** After any change of a key. */
    forget: (): void => {
      changes++
      remembered.clear()
    }
  }
}
