/**
 * How much we may ask of one account at a vendor: windows in which so many calls are made and no more. Asked before the
 * circuit, so that what the vendor would refuse is not sent to be refused. Used by the vendor layers of social platforms.
 */
import { Duration, Effect } from "effect"
import { RateLimiter } from "effect/persistence"

export interface Window {
  readonly limit: number
  readonly window: Duration.Input
}

export interface Quota {
  /** Takes one from every window, or fails with the milliseconds until the first full one has room. */
  readonly take: Effect.Effect<void, QuotaSpent>
}

/** Nothing was asked. */
export interface QuotaSpent {
  readonly _tag: "QuotaSpent"
  readonly retryAfterMillis: number
}

const spent = (wait: Duration.Duration): QuotaSpent => ({
  _tag: "QuotaSpent",
  retryAfterMillis: Math.max(1, Math.ceil(Duration.toMillis(wait)))
})

/** Counted in this process only: several share an account by each having its part of the windows. */
export const make = Effect.fnUntraced(function* (account: string, windows: ReadonlyArray<Window>) {
  const limiter = yield* RateLimiter.make.pipe(Effect.provide(RateLimiter.layerStoreMemory))
  const quota: Quota = {
    take: Effect.forEach(
      windows,
      ({ limit, window }, index) => limiter.consume({ key: `${account}/${index}`, limit, window, onExceeded: "fail" }),
      { discard: true }
    ).pipe(
      Effect.catchTag("RateLimiterError", ({ reason }) =>
        // The store is memory: it does not fail.
        reason._tag === "RateLimitExceeded" ? Effect.fail(spent(reason.retryAfter)) : Effect.die(reason)
      )
    )
  }
  return quota
})
