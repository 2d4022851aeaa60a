import { assert, describe, it } from "@effect/vitest"
import { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import { MemoryTables, rowsOf } from "@loopdrive/actor/MemoryTables"
import { standard } from "@loopdrive/domain/SendPolicy"
import { PersonNotFound, TooMany } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
import * as BulkRunner from "@loopdrive/sending/BulkRunner"
import { BulkStore } from "@loopdrive/sending/BulkStore"
import type { BulkRequest } from "@loopdrive/sending/BulkStore"
import * as MemoryBulkStore from "@loopdrive/sending/MemoryBulkStore"
import type { Outgoing } from "@loopdrive/sending/Outgoing"
import { Policies } from "@loopdrive/sending/Policies"
import { RecipientUnusable, SendLeft, Sending } from "@loopdrive/sending/Sending"
import type { SubmitError } from "@loopdrive/sending/Sending"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { ConnectionError, SqlError } from "effect/sql/SqlError"
import { TestClock } from "effect/testing"
import { request } from "./Bulks.ts"
import { someSend } from "./SomeSend.ts"

const sends = ["send_1", "send_2", "send_3"]

describe("a cancelled bulk", () => {
  it.effect("takes back what waits, passes over what left, and tries again and says so where it was not heard", () => {
    const said: Array<string> = []
    const asked: Array<string> = []
    const log = Logger.make(({ logLevel, message }) => void said.push(`${logLevel} ${String([message].flat()[0])}`))
    const cancelling = Layer.effect(
      Sending,
      Effect.map(MemoryTables, (tables) => {
        const end = (id: string, state: string) => {
          const rows = rowsOf(tables, "sends")
          rows.set(id, { ...rows.get(id), state })
        }
        return Sending.of({
          submit: () => Effect.die("nobody is sent anything"),
          rehearse: () => Effect.die("nobody asks"),
          cancel: (_workspaceId, sendId) =>
            Effect.suspend((): Effect.Effect<void, ActorUnavailable | SendLeft> => {
              asked.push(sendId)
              if (sendId === "send_1" && asked.filter((id) => id === sendId).length < 3)
                return Effect.fail(new ActorUnavailable({ entity: "per_1", reason: "storage" }))
              end(sendId, sendId === "send_2" ? "sent" : "cancelled")
              return sendId === "send_2" ? Effect.fail(new SendLeft({ sendId, state: "sent" })) : Effect.void
            })
        })
      })
    )
    const stores = Layer.mergeAll(cancelling, MemoryBulkStore.layer, Layer.mock(PersonStore, {}))
    return Effect.gen(function* () {
      const store = yield* BulkStore
      const rows = rowsOf(yield* MemoryTables, "sends")
      for (const id of sends) rows.set(id, { id, job_id: "bulk_1", state: "deferred" })
      yield* store.create({ id: "bulk_1", workspaceId: "ws_1", request }, [])
      yield* store.change("bulk_1", ["queued"], "cancelled")
      yield* Layer.build(BulkRunner.layer)
      yield* TestClock.adjust("5 seconds")
      assert.deepStrictEqual(
        sends.map((id) => rows.get(id)?.["state"]),
        ["cancelled", "sent", "cancelled"]
      )
      assert.deepStrictEqual(asked, ["send_1", "send_2", "send_3", "send_1", "send_1"])
      const warned = said.filter((line) => line.startsWith("Warn"))
      assert.deepStrictEqual(
        warned,
        Array.from({ length: 2 }, () => "Warn sends of a cancelled bulk could not be taken back yet")
      )
      // Nothing is left of it to lease.
      assert.deepStrictEqual(yield* store.lease(Number.MAX_SAFE_INTEGER, 1, 1), [])
    }).pipe(
      Effect.scoped,
      Effect.provide(stores.pipe(Layer.provideMerge(MemoryTables.layer))),
      Effect.provide(Logger.layer([log]))
    )
  })
})

describe("a database that is away", () => {
  it.effect("is spoken of once when it goes and once when it is back, however often one looks", () => {
    const said: Array<string> = []
    const log = Logger.make(({ logLevel, message }) => void said.push(`${logLevel} ${String([message].flat()[0])}`))
    let looks = 0
    const reason = new ConnectionError({ cause: new Error("down"), operation: "query" })
    const away = Layer.mock(BulkStore, {
      lease: () => Effect.suspend(() => (++looks < 40 ? Effect.fail(new SqlError({ reason })) : Effect.succeed([])))
    })
    return Effect.gen(function* () {
      yield* Layer.build(BulkRunner.layer)
      yield* TestClock.adjust("1 minute")
      assert.isAbove(looks, 40)
      assert.deepStrictEqual(said, ["Warn bulks cannot be looked for now", "Info bulks can be looked for again"])
    }).pipe(
      Effect.scoped,
      Effect.provide(Layer.mergeAll(away, Layer.mock(Sending, {}), Layer.mock(PersonStore, {}))),
      Effect.provide(Logger.layer([log]))
    )
  })
})

/** The zones and numbers of people, by their ids. */
const homes: Readonly<Record<string, { readonly timezone?: string; readonly phone?: string }>> = {
  per_tokyo: { timezone: "Asia/Tokyo", phone: "+14155550100" },
  per_paris: { phone: "+33612345678" }
}

const graph = Layer.mock(PersonStore, {
  identities: (_workspaceId, personId) =>
    personId === "per_gone" ? Effect.fail(new PersonNotFound({ personId })) : Effect.succeed([]),
  consents: () => Effect.succeed([]),
  profile: (workspaceId, personId) => {
    const { phone, timezone } = homes[personId] ?? {}
    const times = { createdAt: "", updatedAt: "" }
    const number = { id: "idn_1", personId, type: "phone" as const, value: phone ?? "", verified: true, ...times }
    const person = { id: personId, workspaceId, ...(timezone === undefined ? {} : { timezone }), ...times }
    return Effect.succeed({ person, identities: phone === undefined ? [] : [number] })
  }
})

/** Runs a bulk of these people; `state`: what becomes of a send, `refuse`: why somebody is not sent one. */
const running = (
  bulk: Partial<BulkRequest>,
  people: ReadonlyArray<string>,
  more: {
    readonly refuse?: (personId: string | undefined, time: number) => SubmitError | undefined
    readonly options?: Partial<BulkRunner.Options>
    readonly zone?: string
    readonly state?: string
  } = {}
) => {
  const submitted: Array<Outgoing> = []
  let asked = 0
  const sending = Layer.effect(
    Sending,
    Effect.map(MemoryTables, (tables) =>
      Sending.of({
        submit: (_tenant, outgoing) =>
          Effect.suspend(() => {
            const { personId } = outgoing
            const error = more.refuse?.(personId, ++asked)
            if (error !== undefined) return Effect.fail(error)
            submitted.push(outgoing)
            const id = `send_${personId}`
            rowsOf(tables, "sends").set(id, { id, job_id: "bulk_1", state: more.state ?? "sent" })
            return Effect.succeed({ send: someSend({ id }), refusedFor: undefined })
          }),
        rehearse: () => Effect.succeed({ outcome: "leaves", reason: undefined }),
        cancel: () => Effect.void
      })
    )
  )
  const policy = () => Effect.succeed(more.zone === undefined ? standard : { ...standard, zone: more.zone })
  const policies = Layer.succeed(Policies, { of: policy, latest: policy })
  const options = Layer.succeed(BulkRunner.Options, { lease: 2000, underWayMost: 64, batch: 32, ...more.options })
  const begin = Effect.gen(function* () {
    const store = yield* BulkStore
    yield* store.create({ id: "bulk_1", workspaceId: "ws_1", request: { ...request, ...bulk } }, people)
    yield* Layer.build(BulkRunner.layer)
    return {
      store,
      rows: rowsOf(yield* MemoryTables, "sends"),
      account: store.account("bulk_1"),
      status: Effect.map(store.get("ws_1", "bulk_1"), ({ status }) => status)
    }
  })
  const layer = Layer.mergeAll(sending, MemoryBulkStore.layer, graph, policies, options).pipe(
    Layer.provideMerge(MemoryTables.layer)
  )
  return { submitted, begin, layer }
}

describe("a bulk at everybody's own time", () => {
  it.effect("leaves by each person's zone, else its number's, else the workspace's", () => {
    const { begin, layer, submitted } = running(
      { localMinutes: 9 * 60, notBefore: Date.UTC(2026, 6, 1) },
      ["per_tokyo", "per_paris", "per_nowhere"],
      { zone: "America/New_York" }
    )
    return Effect.gen(function* () {
      yield* begin
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(
        submitted.map(({ notBefore, personId }) => [personId, new Date(notBefore ?? 0).toISOString()]),
        [
          ["per_tokyo", "2026-07-01T00:00:00.000Z"],
          ["per_paris", "2026-07-01T07:00:00.000Z"],
          ["per_nowhere", "2026-07-01T13:00:00.000Z"]
        ]
      )
    }).pipe(Effect.scoped, Effect.provide(layer))
  })

  it.effect("leaves by Greenwich's where nobody says a zone", () => {
    const { begin, layer, submitted } = running({ localMinutes: 9 * 60 }, ["per_nowhere"])
    return Effect.gen(function* () {
      yield* begin
      yield* TestClock.adjust("1 second")
      assert.strictEqual(submitted[0]?.notBefore, 9 * 60 * 60_000)
    }).pipe(Effect.scoped, Effect.provide(layer))
  })
})

describe("a bulk that runs", () => {
  it.effect("accounts for whoever cannot be written to, and tries again what passes", () => {
    const { begin, layer, submitted } = running(
      { text: undefined, objective: "win_back" },
      ["per_unusable", "per_many", "per_1"],
      {
        refuse: (personId, time) =>
          personId === "per_unusable"
            ? new RecipientUnusable({ field: "to", problem: "is none" })
            : personId === "per_many"
              ? new TooMany({ what: "sends", limit: 1 })
              : time < 6
                ? new ActorUnavailable({ entity: "per_1", reason: "storage" })
                : undefined
      }
    )
    return Effect.gen(function* () {
      const { account, status } = yield* begin
      yield* TestClock.adjust("10 seconds")
      assert.deepInclude(yield* account, { sent: 1, refused: 2, reasons: { no_identity: 1, capped: 1 } })
      assert.strictEqual(yield* status, "completed")
      assert.deepStrictEqual(
        submitted.map(({ personId }) => personId),
        ["per_1"]
      )
    }).pipe(Effect.scoped, Effect.provide(layer), Effect.provide(Logger.layer([])))
  })

  it.effect("passes over whoever is gone before a channel was chosen for them", () => {
    const { begin, layer, submitted } = running({ channel: undefined }, ["per_gone", "per_1"])
    return Effect.gen(function* () {
      const { status } = yield* begin
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* status, "completed")
      assert.deepStrictEqual(
        submitted.map(({ channel, personId }) => `${channel} ${personId}`),
        ["email per_1"]
      )
    }).pipe(Effect.scoped, Effect.provide(layer))
  })

  it.effect("keeps to its rate, and is paused within a moment all the same", () => {
    const { begin, layer, submitted } = running({ ratePerSecond: 1 }, ["per_1", "per_2", "per_3", "per_4"])
    return Effect.gen(function* () {
      const { status, store } = yield* begin
      yield* TestClock.adjust("1900 millis")
      assert.lengthOf(submitted, 2)
      yield* store.change("bulk_1", ["running"], "paused")
      yield* TestClock.adjust("5 seconds")
      assert.deepStrictEqual([submitted.length, yield* status], [2, "paused"])
    }).pipe(Effect.scoped, Effect.provide(layer))
  })

  it.effect("waits while enough of its messages are under way, and ends when the last has left", () => {
    const { begin, layer, submitted } = running({}, ["per_1", "per_2", "per_3"], {
      state: "queued",
      options: { underWayMost: 2 }
    })
    return Effect.gen(function* () {
      const { rows, status } = yield* begin
      yield* TestClock.adjust("1 second")
      assert.lengthOf(submitted, 2)
      for (const [id, row] of rows) rows.set(id, { ...row, state: "sent" })
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual([submitted.length, yield* status], [3, "running"])
      for (const [id, row] of rows) rows.set(id, { ...row, state: "sent" })
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* status, "completed")
    }).pipe(Effect.scoped, Effect.provide(layer))
  })
})
