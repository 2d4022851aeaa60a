/**
 * The Resend layer pointed at the emulator, for its tests.
 */
import type { Limits } from "../src/VendorCircuit.ts"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import { Effect, Redacted } from "effect"
import type { EmailMessage } from "../src/EmailProvider.ts"
import * as Resend from "../src/Resend.ts"

export const message: EmailMessage = {
  sendId: "send_1",
  workspaceId: "ws_default",
  from: "Acme <hello@acme.example>",
  to: "ada@example.com",
  subject: "Your order",
  text: "It is on its way.",
  html: "<p>It is on its way.</p>",
  replyTo: "help@acme.example",
  headers: { "List-Unsubscribe": "<https://acme.example/u/1>" }
}

export interface Settings {
  readonly apiKey?: string
  readonly limits?: Partial<Limits>
  readonly emulator?: Parameters<typeof ResendEmulator.make>[0]
}

/** A fresh emulator and a fresh service that talks to it. */
export const start = Effect.fnUntraced(function* (settings: Settings = {}) {
  const emulator = yield* ResendEmulator.make(settings.emulator)
  const provider = yield* Resend.make({
    apiKey: Redacted.make(settings.apiKey ?? "re_test"),
    baseUrl: emulator.url,
    ...(settings.limits === undefined ? {} : { limits: settings.limits })
  })
  return { emulator, provider }
})
