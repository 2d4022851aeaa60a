/**
 * Email without a vendor: the message goes to the sandbox outbox and nowhere else. What runs where no credentials are
 * set, so that everything up to the vendor's door can be tried.
 */
import { Effect, Layer } from "effect"
import { EmailProvider } from "./EmailProvider.ts"
import { MessageProviderUnavailable } from "./MessageFailure.ts"
import { SandboxOutbox } from "./SandboxOutbox.ts"

const make = Effect.gen(function* () {
  const outbox = yield* SandboxOutbox
  return EmailProvider.of({
    name: "sandbox",
    // The send itself is the identity here, the key adds nothing: one send leaves one message whatever its key.
    send: Effect.fn("SandboxEmail.send")(
      function* (message, _idempotencyKey) {
        const externalId = yield* outbox.put({
          workspaceId: message.workspaceId,
          sendId: message.sendId,
          channel: "email",
          to: message.to,
          subject: message.subject,
          text: message.text,
          html: message.html ?? null,
          headers: message.headers ?? null
        })
        return { externalId }
      },
      Effect.catchTag("SandboxUnavailable", () =>
        Effect.fail(new MessageProviderUnavailable({ reason: "store", outcome: "unknown" }))
      )
    )
  })
})

/** On a given outbox. */
export const layerNoDeps: Layer.Layer<EmailProvider, never, SandboxOutbox> = Layer.effect(EmailProvider, make)

/** On the outbox in the database, which it provides too. */
export const layer = layerNoDeps.pipe(Layer.provideMerge(SandboxOutbox.layer))

/** On an outbox in memory, which it provides too, to be read by tests. */
export const layerMemory = layerNoDeps.pipe(Layer.provideMerge(SandboxOutbox.layerMemory))
