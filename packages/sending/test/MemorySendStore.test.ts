import { assert, layer } from "@effect/vitest"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import * as MemorySendStore from "@loopdrive/sending/MemorySendStore"
import { SendStore } from "@loopdrive/sending/SendStore"
import * as Effect from "effect/Effect"

const row = (id: string, second: number, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  workspace_id: "ws_1",
  person_id: "per_1",
  channel: "email",
  purpose: "marketing",
  body_text: "There is some.",
  state: "queued",
  attempts: 0,
  event_id: `evt_${id}`,
  queued_at: new Date(second * 1000).toISOString(),
  updated_at: new Date(second * 1000).toISOString(),
  ...more
})

const filled = Effect.map(MemoryTables, (tables) => {
  const sends = rowsOf(tables, "sends")
  for (const values of [
    row("send_b", 2),
    row("send_c", 2),
    row("send_a", 2),
    row("send_d", 3, { person_id: "per_2", state: "deferred" }),
    row("send_e", 1),
    row("send_left", 4, { state: "sent" }),
    row("send_foreign", 5, { workspace_id: "ws_2" }),
    row("send_other", 6, { person_id: "per_3" })
  ])
    sends.set(values.id, values)
})

layer(MemoryTables.layer)("the record of sends in memory", (it) => {
  it.effect("lists what has not left yet, newest first and of one moment by id, for the people asked about", () =>
    Effect.gen(function* () {
      yield* filled
      const { waiting } = yield* SendStore
      const ids = (limit: number) =>
        Effect.map(waiting("ws_1", ["per_1", "per_2"], limit), (sends) => sends.map(({ id }) => id))
      assert.deepStrictEqual(yield* ids(10), ["send_d", "send_c", "send_b", "send_a", "send_e"])
      assert.deepStrictEqual(yield* ids(2), ["send_d", "send_c"])
    }).pipe(Effect.provide(MemorySendStore.layer))
  )

  it.effect("shows a workspace its own sends only", () =>
    Effect.gen(function* () {
      yield* filled
      const { find, get } = yield* SendStore
      assert.strictEqual((yield* get("ws_1", "send_left")).state, "sent")
      const foreign = yield* Effect.flip(get("ws_1", "send_foreign"))
      assert.deepInclude(foreign, { _tag: "SendNotFound", sendId: "send_foreign" })
      assert.strictEqual((yield* find("send_foreign"))?.workspaceId, "ws_2")
      assert.isUndefined(yield* find("send_none"))
    }).pipe(Effect.provide(MemorySendStore.layer))
  )

  it.effect("pages through what people were sent, newest first and of one moment by id, on these channels", () =>
    Effect.gen(function* () {
      yield* filled
      const { history } = yield* SendStore
      const page = (channels: ReadonlyArray<string>, limit: number, offset: number) =>
        Effect.map(history("ws_1", ["per_1"], channels, { limit, offset }), ({ sends, total }) => [
          total,
          ...sends.map(({ id }) => id)
        ])
      assert.deepStrictEqual(yield* page([], 3, 0), [5, "send_left", "send_c", "send_b"])
      assert.deepStrictEqual(yield* page(["email", "sms"], 3, 3), [5, "send_a", "send_e"])
      assert.deepStrictEqual(yield* page(["sms"], 3, 0), [0])
    }).pipe(Effect.provide(MemorySendStore.layer))
  )

  it.effect("finds what nothing has happened to since, and leaves what waits for its time", () =>
    Effect.gen(function* () {
      yield* filled
      const sends = rowsOf(yield* MemoryTables, "sends")
      const later = (second: number) => ({ state: "deferred", not_before: new Date(second * 1000).toISOString() })
      sends.set("send_waits", row("send_waits", 1, later(9)))
      sends.set("send_due", row("send_due", 1, later(2)))
      const { stale } = yield* SendStore
      const found = yield* stale(["deferred"], new Date(3500), 10)
      assert.deepStrictEqual(
        found.map(({ id }) => id),
        ["send_d", "send_due"]
      )
      assert.lengthOf(yield* stale(["deferred"], new Date(3500), 1), 1)
      assert.lengthOf(yield* stale(["deferred"], new Date(3000), 10), 1)
      for (const id of ["send_waits", "send_due"]) sends.delete(id)
    }).pipe(Effect.provide(MemorySendStore.layer))
  )

  it.effect("keeps the words a message left with last", () =>
    Effect.gen(function* () {
      const tables = yield* MemoryTables
      const sendStep = (n: number, step: string, words?: unknown) =>
        rowsOf(tables, "send_steps").set(String(n), {
          send_id: "send_words",
          workspace_id: "ws_1",
          step,
          detail: words === undefined ? {} : { words },
          at: new Date(n).toISOString()
        })
      const { left } = yield* SendStore
      sendStep(1, "admitted")
      assert.isUndefined(yield* left("send_words"))
      sendStep(2, "leaving", { text: "One" })
      sendStep(3, "postponed")
      sendStep(4, "leaving", { text: "Two", html: "<p>Two" })
      assert.deepStrictEqual(yield* left("send_words"), { text: "Two", html: "<p>Two" })
    }).pipe(Effect.provide(MemorySendStore.layer))
  )
})
