import { assert, describe, it } from "@effect/vitest"
import { DmProvider } from "@loopdrive/providers/DmProvider"
import type { Connector, DmMessage } from "@loopdrive/providers/DmProvider"
import { MessageRejected } from "@loopdrive/providers/MessageFailure"
import * as DmCarrier from "@loopdrive/sending/DmCarrier"
import { PlatformContext, layer as contextLayer } from "@loopdrive/sending/PlatformContext"
import type { Worded } from "@loopdrive/sending/Dressing"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { someSend } from "./SomeSend.ts"

const message = (more: Partial<Worded>): Worded => ({
  ...someSend({ channel: "reddit", recipient: "ada" }),
  text: "Hello",
  ...more
})

/** A carrier over one connector that has these members only. */
const over = (members: Partial<Connector>) => {
  const connector = { name: "reddit", idempotent: false, ...members } as Connector
  return Layer.succeed(DmProvider, DmProvider.of({ connector: () => connector }))
}

const refusal = new MessageRejected({ reason: "unsubscribed", status: 403, name: "BLOCKED", message: "no" })

describe("the carrier of direct messages", () => {
  it.effect("hands over the subject, the thread and the template where there is one", () =>
    Effect.gen(function* () {
      const seen: Array<DmMessage> = []
      const send: Connector["send"] = (given) => Effect.sync(() => (seen.push(given), { externalId: "t4_1" }))
      const carrier = yield* Effect.provide(DmCarrier.make, over({ send }))
      const template = { name: "order_update", language: "en", parameters: ["42"] }
      yield* carrier.send(message({ subject: "News", metadata: { threadId: "t1", template } }), "ada")
      yield* carrier.send(message({}), "ada")
      assert.deepInclude(seen[0], { subject: "News", threadId: "t1", template })
      assert.notProperty(seen[1], "subject")
      assert.notProperty(seen[1], "template")
    })
  )

  it.effect("carries nothing of another channel, and looks nowhere for it", () =>
    Effect.gen(function* () {
      const carrier = yield* Effect.provide(DmCarrier.make, over({}))
      assert.strictEqual(carrier.provider("email"), "loopdrive")
      assert.isTrue(carrier.idempotent("email"))
      const error = yield* Effect.flip(carrier.send(message({ channel: "email" }), "ada"))
      assert.deepInclude(error, { _tag: "CarrierRefused", reason: "provider_rejected" })
      assert.deepStrictEqual(yield* carrier.find?.(message({ channel: "email" }), "ada") ?? Effect.void, {
        _tag: "Missing"
      })
    })
  )

  it.effect("takes the platform's word that the person wants no more as a suppression", () =>
    Effect.gen(function* () {
      const carrier = yield* Effect.provide(DmCarrier.make, over({ send: () => Effect.fail(refusal) }))
      assert.deepInclude(yield* Effect.flip(carrier.send(message({}), "ada")), { reason: "suppressed" })
    })
  )
})

describe("what a platform shows of a person", () => {
  type Service = Context.Service.Shape<typeof PlatformContext>
  const of = (members: Partial<Connector>, about: Parameters<Service["of"]>[0]) =>
    Effect.flatMap(PlatformContext, (context) => context.of(about)).pipe(
      Effect.provide(Layer.provide(contextLayer, over(members)))
    )

  it.effect("is read before a message is composed, and a platform that does not answer shows nothing", () =>
    Effect.gen(function* () {
      const shown = { posts: [{ id: "p1", text: "A post" }], comments: [], thread: [] }
      assert.deepStrictEqual(yield* of({ context: () => Effect.succeed(shown) }, message({})), shown)
      assert.deepStrictEqual(yield* of({ context: () => Effect.fail(refusal) }, message({})), {})
    })
  )

  it.effect("is nothing for an email, and for somebody without an address there", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* of({}, message({ channel: "email" })), {})
      assert.deepStrictEqual(yield* of({}, message({ recipient: undefined })), {})
    })
  )
})
