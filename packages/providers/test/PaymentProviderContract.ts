/**
 * What every payment provider promises, as one suite. Each implementation runs it in its own test file.
 */
import { describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Scope } from "effect"
import { TestClock } from "effect/testing"
import { afterwards, refusals, transfers } from "./LaterPromises.ts"
import { offSession, onSession } from "./PaymentPromises.ts"
import type { Subject } from "./PaymentSubject.ts"

/** Each promise as a sentence, for suites that share a database between tests. */
export const paymentPromises = [onSession, offSession, afterwards, transfers, refusals].flatMap((promises) =>
  Object.entries(promises)
)

/** `subject` makes a provider and a fresh workspace. */
export const paymentProviderContract = <E>(name: string, subject: Effect.Effect<Subject, E, Scope.Scope>): void => {
  describe(`${name} as a payment provider`, () => {
    for (const [sentence, promise] of paymentPromises) {
      it.effect(sentence, () => TestClock.adjust("1 hour").pipe(Effect.andThen(subject), Effect.flatMap(promise)))
    }
  })
}
