/** SMS without a vendor: the message goes to the sandbox outbox and nowhere else. */
import * as SmsSegments from "@loopdrive/domain/SmsSegments"
import { Effect, Layer } from "effect"
import { MessageProviderUnavailable } from "./MessageFailure.ts"
import { SandboxOutbox } from "./SandboxOutbox.ts"
import { SmsProvider } from "./SmsProvider.ts"

const make = Effect.gen(function* () {
  const outbox = yield* SandboxOutbox
  return SmsProvider.of({
    name: "sandbox",
    idempotent: true,
    send: Effect.fn("SandboxSms.send")(
      function* ({ sendId, text, to, workspaceId }) {
        const externalId = yield* outbox.put({
          workspaceId,
          sendId,
          channel: "sms",
          to,
          subject: null,
          text,
          html: null,
          headers: null
        })
        return { externalId, segments: Math.max(1, SmsSegments.of(text).count) }
      },
      Effect.catchTag("SandboxUnavailable", () =>
        Effect.fail(new MessageProviderUnavailable({ reason: "store", outcome: "unknown" }))
      )
    ),
    // Nothing needs to be looked up: a send may be repeated.
    find: () => Effect.succeed([]),
    get: () => Effect.as(Effect.void, undefined)
  })
})

/** On a given outbox. */
export const layerNoDeps: Layer.Layer<SmsProvider, never, SandboxOutbox> = Layer.effect(SmsProvider, make)
