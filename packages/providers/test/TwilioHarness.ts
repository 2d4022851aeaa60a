/** The Twilio layer pointed at the emulator, for its tests. */
import type { Limits } from "../src/VendorCircuit.ts"
import * as TwilioEmulator from "@loopdrive/testkit/TwilioEmulator"
import { Effect, Redacted } from "effect"
import type { SmsMessage } from "../src/SmsProvider.ts"
import * as Twilio from "../src/Twilio.ts"

export const from = "+14155550100"

export const message: SmsMessage = {
  sendId: "send_1",
  workspaceId: "ws_default",
  to: "+14155550123",
  text: "Your table is kept.",
  statusCallback: "https://me.example/api/webhooks/twilio/status"
}

export interface Settings {
  readonly authToken?: string
  readonly limits?: Partial<Limits>
  readonly emulator?: Parameters<typeof TwilioEmulator.make>[0]
}

/** A fresh emulator and a fresh service that talks to it. */
export const start = Effect.fnUntraced(function* (settings: Settings = {}) {
  const emulator = yield* TwilioEmulator.make(settings.emulator)
  const provider = yield* Twilio.make({
    accountSid: emulator.accountSid,
    authToken: Redacted.make(settings.authToken ?? emulator.authToken),
    phoneNumber: from,
    baseUrl: emulator.url,
    ...(settings.limits === undefined ? {} : { limits: settings.limits })
  })
  return { emulator, provider }
})
