/**
 * The Stripe layer pointed at the emulator, for its tests.
 */
import * as StripeEmulator from "@loopdrive/testkit/StripeEmulator"
import { Effect, Redacted } from "effect"
import * as Stripe from "../src/Stripe.ts"
import type { Limits } from "../src/VendorCircuit.ts"
import type { Subject } from "./PaymentSubject.ts"

export interface Settings {
  readonly apiKey?: string
  readonly limits?: Partial<Limits>
  readonly emulator?: Parameters<typeof StripeEmulator.make>[0]
}

/** A fresh emulator and a fresh service that talks to it. */
export const start = Effect.fnUntraced(function* (settings: Settings = {}) {
  const emulator = yield* StripeEmulator.make(settings.emulator)
  const provider = yield* Stripe.make({
    apiKey: Redacted.make(settings.apiKey ?? "sk_test_1"),
    baseUrl: new URL(emulator.url),
    ...(settings.limits === undefined ? {} : { limits: settings.limits })
  })
  return { emulator, provider }
})

/** For the contract: a declined confirmation is a confirmation all the same. */
export const subject = Effect.map(start(), ({ emulator, provider }): Subject => {
  return {
    provider,
    workspaceId: "ws_1",
    confirm: (id, { outcome = "succeeded", card } = {}) => {
      if (outcome === "canceled") return emulator.cancel(id)
      if (outcome === "declined") return Effect.flip(emulator.confirm(id, "pm_card_visa_chargeDeclined"))
      return emulator.confirm(id, card)
    },
    refund: (id, amount) => emulator.refund(id, amount),
    dispute: (id, status, amount) => emulator.dispute(id, status, amount),
    reverse: (id, amount) => emulator.reverse(id, amount)
  }
})
