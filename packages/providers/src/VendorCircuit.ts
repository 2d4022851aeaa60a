/**
 * What stands between us and one vendor: at most so many calls at once, a time limit on each, and a circuit breaker.
 * Used by every vendor layer.
 */
import { Cause, Duration, Effect, Exit, Option, Semaphore } from "effect"
import type { Scope } from "effect"
import { CircuitBreaker } from "effect/persistence"

export interface Limits {
  /** Calls to the vendor at the same time; more wait their turn. */
  readonly concurrency: number
  /** From the start of a call (after its turn came) to its end. */
  readonly timeout: Duration.Input
  /** Failures in a row that open the circuit. */
  readonly failures: number
  /** How long the circuit stays open before one call may try again. */
  readonly openFor: Duration.Input
}

/** The circuit did not let the call through: nothing left this process. */
export interface Refused {
  readonly retryAfterMillis: number
}

export interface RunOptions<E> {
  /** The call's failure when time is up; the call is interrupted. */
  readonly onTimeout: () => E
  /** The call's failure when the circuit is open and the call was not made. */
  readonly onRefused: (refused: Refused) => E
  /**
   * Whether a failure speaks against the vendor's health: `true` adds up to an open circuit, `false` proves that the
   * vendor answers, undefined says nothing either way.
   */
  readonly counts: (error: E) => boolean | undefined
}

export interface Circuit {
  /** Runs one call in its turn. Interruption of the caller interrupts the call and never counts. */
  readonly run: <A, E>(call: Effect.Effect<A, E>, options: RunOptions<E>) => Effect.Effect<A, E>
}

/** A probe is under way: a call takes at most the time limit, so ask again after a second. */
const probeWaitMillis = 1000

const refusal = (error: CircuitBreaker.CircuitBreakerError): Refused => ({
  retryAfterMillis:
    error.reason._tag === "CircuitOpen" ? Math.ceil(Duration.toMillis(error.reason.retryAfter)) : probeWaitMillis
})

const outcome = <A, E>(exit: Exit.Exit<A, E>, counts: (error: E) => boolean | undefined): CircuitBreaker.Outcome => {
  if (Exit.isSuccess(exit)) return CircuitBreaker.success
  const error = Cause.findErrorOption(exit.cause)
  if (Option.isNone(error)) return CircuitBreaker.failure()
  const verdict = counts(error.value)
  if (verdict === undefined) return CircuitBreaker.ignored
  return verdict ? CircuitBreaker.failure() : CircuitBreaker.success
}

/** One circuit, its state in this process only: a vendor that is down for one node is not proven down for another. */
export const make = Effect.fnUntraced(function* (
  vendor: string,
  limits: Limits
): Effect.fn.Return<Circuit, never, Scope.Scope> {
  const breaker = yield* CircuitBreaker.make({
    tripPolicy: CircuitBreaker.consecutive(limits.failures),
    openDuration: limits.openFor
  }).pipe(Effect.provide(CircuitBreaker.layerStoreMemory()))
  const turns = yield* Semaphore.make(limits.concurrency)
  return {
    run: <A, E>(call: Effect.Effect<A, E>, options: RunOptions<E>) =>
      call.pipe(
        Effect.timeoutOrElse({ duration: limits.timeout, orElse: () => Effect.fail(options.onTimeout()) }),
        breaker.execute({ key: vendor, classify: (exit: Exit.Exit<A, E>) => outcome(exit, options.counts) }),
        Effect.catchIf(
          (error): error is CircuitBreaker.CircuitBreakerError => error instanceof CircuitBreaker.CircuitBreakerError,
          (error) => Effect.fail(options.onRefused(refusal(error)))
        ),
        turns.withPermits(1)
      )
  }
})
