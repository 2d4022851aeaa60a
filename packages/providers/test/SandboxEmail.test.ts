import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { EmailProvider } from "../src/EmailProvider.ts"
import { MessageProviderUnavailable } from "../src/MessageFailure.ts"
import * as SandboxEmail from "../src/SandboxEmail.ts"
import { pageSizeMax, SandboxOutbox, SandboxUnavailable } from "../src/SandboxOutbox.ts"
import { message } from "./ResendHarness.ts"

const memory = Effect.provide(Layer.fresh(SandboxEmail.layerMemory))

describe("SandboxEmail", () => {
  it.effect("keeps the message as it would have left, under an id that names the send", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2030, 0, 1))
      const provider = yield* EmailProvider
      const outbox = yield* SandboxOutbox
      const { html: _html, headers: _headers, ...bare } = message
      assert.strictEqual(provider.name, "sandbox")
      assert.deepStrictEqual(yield* provider.send(message, "key-1"), { externalId: "sandbox_send_1" })
      yield* provider.send({ ...bare, sendId: "send_2" }, "key-2")
      const page = yield* outbox.page("ws_default", { limit: 10, offset: 0 })
      const shared = { workspaceId: "ws_default", channel: "email", to: message.to, subject: message.subject }
      const createdAt = new Date(Date.UTC(2030, 0, 1))
      assert.deepStrictEqual(page, {
        messages: [
          {
            ...shared,
            id: "sandbox_send_2",
            sendId: "send_2",
            text: message.text,
            html: null,
            headers: null,
            createdAt
          },
          {
            ...shared,
            id: "sandbox_send_1",
            sendId: "send_1",
            text: message.text,
            html: message.html ?? null,
            headers: message.headers ?? null,
            createdAt
          }
        ],
        total: 2
      })
    }).pipe(memory)
  )

  it.effect("pages newest first and shows a workspace only its own", () =>
    Effect.gen(function* () {
      const provider = yield* EmailProvider
      const outbox = yield* SandboxOutbox
      for (const n of [1, 2, 3]) yield* provider.send({ ...message, sendId: `send_${n}` }, `key-${n}`)
      yield* provider.send({ ...message, sendId: "send_4", workspaceId: "ws_other" }, "key-4")
      const page = yield* outbox.page("ws_default", { limit: 1, offset: 1 })
      assert.deepStrictEqual([page.total, page.messages.map(({ sendId }) => sendId)], [3, ["send_2"]])
      const all = yield* outbox.page("ws_default", { limit: pageSizeMax + 1, offset: 0 })
      assert.strictEqual(all.messages.length, 3)
    }).pipe(memory)
  )

  it.effect("leaves the outcome open when its store fails", () => {
    const broken = Layer.succeed(SandboxOutbox, {
      put: () => Effect.fail(new SandboxUnavailable({ cause: "down" })),
      page: () => Effect.fail(new SandboxUnavailable({ cause: "down" }))
    })
    return Effect.gen(function* () {
      const error = yield* Effect.flip((yield* EmailProvider).send(message, "key-1"))
      assert.deepStrictEqual(error, new MessageProviderUnavailable({ reason: "store", outcome: "unknown" }))
    }).pipe(Effect.provide(Layer.provide(SandboxEmail.layerNoDeps, broken)))
  })
})
