/** What every store of send alerts promises. */
import { assert } from "@effect/vitest"
import { SendAlertStore } from "@loopdrive/sending/SendAlertStore"
import * as Effect from "effect/Effect"

/** Puts a send where the store looks, or moves it to another state at an instant. */
export type Put<E, R> = (
  workspaceId: string,
  sendId: string,
  state: "leaving" | "sent" | "unknown",
  at: number
) => Effect.Effect<void, E, R>

const minute = 60_000
const start = Date.UTC(2026, 4, 1, 12)
const page = { limit: 10, offset: 0 }

/** Every workspace is looked after; of the others' sends nothing is expected here. */
const reviewOf = (ws: string) => (minutes: number) =>
  Effect.flatMap(SendAlertStore, ({ review: look }) =>
    Effect.map(look(new Date(start + (minutes - 15) * minute), start + minutes * minute), (told) =>
      told.filter((sendId) => sendId.startsWith(ws))
    )
  )
const listed = (workspaceId: string, acknowledged?: boolean) =>
  Effect.flatMap(SendAlertStore, ({ list }) => list(workspaceId, acknowledged, page))
const seen = (workspaceId: string, alertId: string, name: string) =>
  Effect.flatMap(SendAlertStore, ({ acknowledge }) => acknowledge(workspaceId, alertId, { name, at: start }))

/** Told of once, gathered until somebody looks. */
export const gathers = <E, R>(put: Put<E, R>, ws: string) =>
  Effect.gen(function* () {
    const review = reviewOf(ws)
    yield* put(ws, `${ws}_a`, "unknown", start)
    yield* put(ws, `${ws}_b`, "leaving", start + minute)
    yield* put(ws, `${ws}_c`, "sent", start)
    assert.deepStrictEqual(yield* review(14), [])
    assert.deepStrictEqual(yield* review(15.5), [`${ws}_a`])
    assert.deepStrictEqual(yield* review(15.6), [])
    assert.deepStrictEqual(yield* review(16.5), [`${ws}_b`])
    const { alerts, total } = yield* listed(ws)
    assert.strictEqual(total, 1)
    assert.deepInclude(alerts[0], {
      workspaceId: ws,
      type: "unknown_outcome",
      severity: "critical",
      acknowledged: false,
      total: 2,
      open: 2,
      createdAt: new Date(start + 15.5 * minute).toISOString()
    })
    assert.deepStrictEqual(
      alerts[0]?.sends.map(({ open, sendId, since }) => [sendId, since, open]),
      [
        [`${ws}_a`, new Date(start).toISOString(), true],
        [`${ws}_b`, new Date(start + minute).toISOString(), true]
      ]
    )
    assert.strictEqual((yield* listed(`${ws}_other`)).total, 0)
  })

/** What comes after somebody looked is told of by another alert, though the first still stands. */
export const acknowledged = <E, R>(put: Put<E, R>, ws: string) =>
  Effect.gen(function* () {
    const review = reviewOf(ws)
    yield* put(ws, `${ws}_a`, "unknown", start)
    yield* review(16)
    const [first] = (yield* listed(ws)).alerts
    const id = first?.id ?? ""
    const foreign = yield* Effect.flip(seen(`${ws}_other`, id, "key_other"))
    assert.deepInclude(foreign, { _tag: "SendAlertNotFound", alertId: id })
    assert.deepInclude(yield* seen(ws, id, "key_1"), { acknowledged: true, acknowledgedBy: "key_1" })
    assert.deepInclude(yield* seen(ws, id, "key_2"), { acknowledgedBy: "key_1" })
    assert.deepStrictEqual(yield* review(17), [])
    yield* put(ws, `${ws}_b`, "unknown", start + 3 * minute)
    assert.deepStrictEqual(yield* review(19), [`${ws}_b`])
    assert.deepStrictEqual(
      (yield* listed(ws, false)).alerts.map(({ sends }) => sends.map(({ sendId }) => sendId)),
      [[`${ws}_b`]]
    )
    assert.deepStrictEqual(
      (yield* listed(ws, true)).alerts.map((alert) => alert.id),
      [id]
    )
  })

/** An alert ends with what it tells of, and what becomes unknown once more is told of once more. */
export const rearms = <E, R>(put: Put<E, R>, ws: string) =>
  Effect.gen(function* () {
    const review = reviewOf(ws)
    yield* put(ws, `${ws}_a`, "unknown", start)
    yield* put(ws, `${ws}_b`, "unknown", start)
    yield* review(16)
    yield* put(ws, `${ws}_a`, "sent", start + 17 * minute)
    yield* review(18)
    assert.deepInclude((yield* listed(ws)).alerts[0], { total: 2, open: 1 })
    yield* put(ws, `${ws}_b`, "sent", start + 19 * minute)
    yield* review(20)
    const [ended] = (yield* listed(ws)).alerts
    assert.deepInclude(ended, { open: 0, resolvedAt: new Date(start + 20 * minute).toISOString() })
    yield* put(ws, `${ws}_b`, "unknown", start + 21 * minute)
    assert.deepStrictEqual(yield* review(37), [`${ws}_b`])
    const { alerts, total } = yield* listed(ws)
    assert.strictEqual(total, 2)
    assert.deepInclude(alerts[0], { total: 1, open: 1, acknowledged: false })
    assert.isFalse(alerts[1]?.sends.some(({ open }) => open))
  })
