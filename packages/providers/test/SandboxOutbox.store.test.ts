import { assert } from "@effect/vitest"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import { Clock, Effect } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import { EmailProvider } from "../src/EmailProvider.ts"
import * as SandboxEmail from "../src/SandboxEmail.ts"
import { SandboxOutbox } from "../src/SandboxOutbox.ts"
import { message } from "./ResendHarness.ts"

const workspace = Effect.fnUntraced(function* (id: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret) values (${id}, 'org_test', ${id}, 's')`
  return id
})

describeStores("the sandbox outbox in the database", (it) => {
  it.effect("keeps one message per send, whole, however often and however much at once it is sent", () =>
    Effect.gen(function* () {
      const workspaceId = yield* workspace("ws_sandbox")
      const provider = yield* EmailProvider
      const outbox = yield* SandboxOutbox
      const send = provider.send({ ...message, workspaceId, sendId: "send_sandbox" }, "key-1")
      const receipts = yield* Effect.all(
        Array.from({ length: 10 }, () => send),
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual([...new Set(receipts.map(({ externalId }) => externalId))], ["sandbox_send_sandbox"])
      assert.deepStrictEqual(yield* outbox.page(workspaceId, { limit: 10, offset: 0 }), {
        messages: [
          {
            id: "sandbox_send_sandbox",
            workspaceId,
            sendId: "send_sandbox",
            channel: "email",
            to: message.to,
            subject: message.subject,
            text: message.text,
            html: message.html ?? null,
            headers: message.headers ?? null,
            createdAt: new Date(yield* Clock.currentTimeMillis)
          }
        ],
        total: 1
      })
    }).pipe(Effect.provide(SandboxEmail.layer))
  )

  it.effect("pages newest first and shows a workspace only its own", () =>
    Effect.gen(function* () {
      const workspaceId = yield* workspace("ws_sandbox_pages")
      const other = yield* workspace("ws_sandbox_other")
      const provider = yield* EmailProvider
      const outbox = yield* SandboxOutbox
      for (const n of [1, 2, 3]) {
        yield* TestClock.adjust(1)
        yield* provider.send({ ...message, workspaceId, sendId: `send_page_${n}` }, `key-${n}`)
      }
      yield* provider.send({ ...message, workspaceId: other, sendId: "send_page_other" }, "key-other")
      const page = yield* outbox.page(workspaceId, { limit: 2, offset: 1 })
      assert.strictEqual(page.total, 3)
      assert.deepStrictEqual(
        page.messages.map(({ sendId }) => sendId),
        ["send_page_2", "send_page_1"]
      )
      const found = (filter: { readonly channel?: string; readonly to?: ReadonlyArray<string> }) =>
        Effect.map(outbox.page(workspaceId, { ...filter, limit: 1, offset: 0 }), ({ total }) => total)
      assert.strictEqual(yield* found({ channel: "email", to: [message.to] }), 3)
      assert.strictEqual(yield* found({ channel: "sms" }), 0)
      assert.strictEqual(yield* found({ to: ["nobody@example.com"] }), 0)
      assert.strictEqual(yield* found({ to: [] }), 0)
    }).pipe(Effect.provide(SandboxEmail.layer))
  )

  it.effect("leaves the outcome open when it cannot be written", () =>
    Effect.gen(function* () {
      const provider = yield* EmailProvider
      // No such workspace: the row refers to nothing.
      const error = yield* Effect.flip(provider.send({ ...message, workspaceId: "ws_none", sendId: "send_none" }, "k"))
      assert.deepInclude(error, { _tag: "MessageProviderUnavailable", reason: "store", outcome: "unknown" })
    }).pipe(Effect.provide(SandboxEmail.layer))
  )
})
