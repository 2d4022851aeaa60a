/** Takes emails to the email provider, under the id of their send: asked twice, the vendor sends one. */
import { EmailProvider } from "@loopdrive/providers/EmailProvider"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { failureOf } from "./Carrier.ts"
import type { Carrier } from "./Carrier.ts"
import * as EmailText from "./core/EmailText.ts"

/** The From of a send that names none and whose workspace names none. */
export const DefaultFrom = Context.Reference<string>("@loopdrive/sending/EmailCarrier/DefaultFrom", {
  defaultValue: () => "LoopDrive <no-reply@example.com>"
})

export const make: Effect.Effect<Carrier, never, EmailProvider> = Effect.gen(function* () {
  const provider = yield* EmailProvider
  const defaultFrom = yield* DefaultFrom
  return {
    family: "email",
    provider: () => provider.name,
    idempotent: () => true,
    express: true,
    send: (send, recipient) =>
      provider
        .send(
          {
            sendId: send.id,
            workspaceId: send.workspaceId,
            from: send.from ?? defaultFrom,
            to: recipient,
            subject: send.subject ?? EmailText.subjectOf(send.text),
            text: send.text,
            ...(send.html === undefined ? {} : { html: send.html }),
            ...(send.replyTo === undefined ? {} : { replyTo: send.replyTo }),
            ...(send.headers === undefined ? {} : { headers: send.headers })
          },
          send.id
        )
        .pipe(Effect.mapError(failureOf))
  }
})
