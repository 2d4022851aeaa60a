/** Takes SMS to the SMS provider. Twilio knows no key of ours: what may have left is looked for, never sent again. */
import { SmsProvider } from "@loopdrive/providers/SmsProvider"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { failureOf } from "./Carrier.ts"
import type { Carrier } from "./Carrier.ts"

/** Where the vendor reports what becomes of a message; absent: nowhere. */
export const StatusCallback = Context.Reference<string | undefined>("@loopdrive/sending/SmsCarrier/StatusCallback", {
  defaultValue: () => undefined
})

/** Before it was noted to be unknown, it was under way for so long at the most. */
const underWayMost = 5 * 60_000

export const make: Effect.Effect<Carrier, never, SmsProvider> = Effect.gen(function* () {
  const provider = yield* SmsProvider
  const statusCallback = yield* StatusCallback
  return {
    family: "sms",
    provider: () => provider.name,
    idempotent: () => provider.idempotent,
    send: (send, recipient) =>
      provider
        .send({
          sendId: send.id,
          workspaceId: send.workspaceId,
          to: recipient,
          text: send.text,
          ...(send.from === undefined ? {} : { from: send.from }),
          ...(statusCallback === undefined ? {} : { statusCallback: `${statusCallback}?send=${send.id}` })
        })
        .pipe(Effect.mapError(failureOf)),
    find: (send, recipient) =>
      provider
        .find({
          to: recipient,
          text: send.text,
          since: send.updatedAt.getTime() - underWayMost,
          ...(send.from === undefined ? {} : { from: send.from })
        })
        .pipe(
          Effect.map(([newest]) =>
            newest === undefined
              ? { _tag: "Missing" as const }
              : { _tag: "Found" as const, externalId: newest.externalId }
          ),
          Effect.mapError(failureOf)
        )
  }
})
