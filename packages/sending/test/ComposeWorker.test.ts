import { assert, describe, it } from "@effect/vitest"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import { PersonClient } from "@loopdrive/person/Client"
import type { Ask } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
import * as Composer from "@loopdrive/sending/Composer"
import * as ComposeWorker from "@loopdrive/sending/ComposeWorker"
import * as MemoryQueue from "@loopdrive/sending/MemoryQueue"
import { PlatformContext } from "@loopdrive/sending/PlatformContext"
import * as Queue from "@loopdrive/sending/Queue"
import { SendStore } from "@loopdrive/sending/SendStore"
import type { Send } from "@loopdrive/sending/SendStore"
import * as Workers from "@loopdrive/sending/Workers"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { TestClock } from "effect/testing"
import { someSend } from "./SomeSend.ts"

const send = someSend({ channel: "sms", purpose: "transactional", recipient: "+15005550006" })

interface World {
  readonly send?: Partial<Send>
  readonly compose: (wanted: Composer.Wanted) => Effect.Effect<string, Composer.NotComposed>
  readonly check?: (message: Composer.Checked) => Effect.Effect<Composer.Reading | undefined, Composer.NotChecked>
  readonly context?: Readonly<Record<string, unknown>>
}

/** A port of which the worker uses these members only. */
const port = <A>(members: Partial<A>): A => members as A

/** What the person is told by a worker that has one send to compose for, within five seconds. */
const told = Effect.fnUntraced(function* (world: World) {
  const asks: Array<Ask> = []
  const wanted: Array<Composer.Wanted> = []
  const people = port<PersonClient["Service"]>({
    ask: (_workspace, _person, ask) => Effect.sync(() => (asks.push(ask), { _tag: "Settled" as const }))
  } as Partial<PersonClient["Service"]>)
  const services = Layer.mergeAll(MemoryQueue.layer, MemoryQueue.layerStore).pipe(
    Layer.provideMerge(MemoryTables.layer),
    Layer.provideMerge(
      Layer.succeedContext(
        Context.empty().pipe(
          Context.add(PersonClient, people),
          Context.add(PersonStore, port<PersonStore["Service"]>({ root: (_, id) => Effect.succeed(id) })),
          Context.add(
            SendStore,
            port<SendStore["Service"]>({ find: () => Effect.succeed({ ...send, ...world.send }) })
          ),
          Context.add(Workers.Options, { concurrency: 1, attemptsMost: 2, failuresMost: 3 }),
          Context.add(Composer.Composer, {
            compose: (message) => {
              wanted.push(message)
              return Effect.map(world.compose(message), (text) => ({
                subject: undefined,
                text,
                html: undefined,
                trail: { source: "test" }
              }))
            }
          }),
          Context.add(Composer.Guardrails, { check: world.check ?? (() => Effect.undefined) }),
          Context.add(PlatformContext, { of: () => Effect.succeed(world.context ?? {}) })
        )
      )
    )
  )
  yield* Effect.gen(function* () {
    yield* Layer.build(ComposeWorker.layer)
    const queue = yield* Queue.make("sms.compose")
    yield* queue.offer({ sendId: send.id }, { id: send.id })
    yield* TestClock.adjust("5 seconds")
  }).pipe(Effect.scoped, Effect.provide(services))
  return { asks, wanted }
})

const objecting = (word: string) => (message: Composer.Checked) =>
  Effect.succeed(
    message.text.includes(word) ? { safe: false, violations: [`no ${word}`] } : { safe: true, violations: [] }
  )

describe("the worker that composes", () => {
  it.effect("writes again without what the guardrails objected to, and keeps the objections with the send", () =>
    Effect.gen(function* () {
      const { asks, wanted } = yield* told({
        compose: ({ violations }) => Effect.succeed(violations.length === 0 ? "A bad word" : "A good one"),
        check: objecting("bad"),
        context: { thread: ["Hello?"] }
      })
      assert.deepStrictEqual(
        wanted.map(({ objective, violations }) => ({ objective, violations })),
        [
          { objective: "nurture", violations: [] },
          { objective: "nurture", violations: ["no bad"] }
        ]
      )
      assert.lengthOf(asks, 1)
      assert.deepInclude(asks[0], {
        _tag: "ComposeSend",
        text: "A good one",
        trail: { source: "test", objections: [{ violations: ["no bad"] }], context: { thread: ["Hello?"] } }
      })
    })
  )

  it.effect("gives up after two more attempts that are no better, and says what was wrong", () =>
    Effect.gen(function* () {
      const { asks, wanted } = yield* told({ compose: () => Effect.succeed("bad"), check: objecting("bad") })
      assert.lengthOf(wanted, 3)
      assert.lengthOf(asks, 1)
      const [ask] = asks
      assert.deepInclude(ask?._tag === "SettleSend" ? ask.outcome : undefined, { _tag: "Failed", reason: "guardrail" })
      assert.include(JSON.stringify(ask), "no bad")
    })
  )

  it.effect("takes text over the channel's limit for an objection", () =>
    Effect.gen(function* () {
      const { asks, wanted } = yield* told({
        compose: ({ violations }) => Effect.succeed(violations.length === 0 ? "long ".repeat(100) : "Short.")
      })
      assert.lengthOf(wanted, 2)
      assert.deepInclude(asks[0], { _tag: "ComposeSend", text: "Short." })
    })
  )

  it.effect("tries again where nobody could compose or check, and then says that nobody could", () =>
    Effect.gen(function* () {
      const failing = new Composer.NotComposed({ error: "the model is away", again: true })
      const { asks } = yield* told({ compose: () => Effect.fail(failing) })
      assert.deepInclude(asks[0], { _tag: "SettleSend", outcome: { _tag: "Postponed", error: "the model is away" } })
      const unchecked = yield* told({
        compose: () => Effect.succeed("Hello"),
        check: () => Effect.fail(new Composer.NotChecked({ error: "the moderator is away" })),
        send: { attempts: 1 }
      })
      const [ask] = unchecked.asks
      assert.deepInclude(ask?._tag === "SettleSend" ? ask.outcome : undefined, {
        _tag: "Failed",
        reason: "provider_unavailable",
        error: "not composed: the moderator is away"
      })
    })
  )

  it.effect("leaves alone what has its words already, and what was taken back", () =>
    Effect.gen(function* () {
      for (const state of [{ text: "Hello" }, { state: "cancelled" as const }, { state: "sent" as const }]) {
        const { asks, wanted } = yield* told({ compose: () => Effect.succeed("Hello"), send: state })
        assert.deepStrictEqual([asks, wanted], [[], []])
      }
    })
  )
})
