import { assert, describe, it } from "@effect/vitest"
import { EventStore } from "@loopdrive/events/EventStore"
import type { Metadata } from "@loopdrive/domain/Json"
import { PersonClient } from "@loopdrive/person/Client"
import { Holders } from "@loopdrive/person/Holders"
import type { Holder } from "@loopdrive/person/Holders"
import type { Ask } from "@loopdrive/person/Published"
import { Resolution } from "@loopdrive/person/Resolution"
import { PersonStore } from "@loopdrive/person/Store"
import { Embedding } from "@loopdrive/providers/Embedding"
import { Confirmations } from "@loopdrive/sending/Confirmations"
import type { Told } from "../src/core/Told.ts"
import { NoticeStore, keep } from "@loopdrive/sending/NoticeStore"
import type { Commanded } from "@loopdrive/sending/NoticeStore"
import { OptOuts } from "@loopdrive/sending/OptOuts"
import { Replies } from "@loopdrive/sending/Replies"
import type { Acted } from "@loopdrive/sending/Replies"
import type { Send } from "@loopdrive/sending/SendStore"
import { Workspaces } from "@loopdrive/sending/Workspaces"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { someSend } from "./SomeSend.ts"

const days = 24 * 60 * 60 * 1000
const phone = "+14155550100"
const told = (part: Partial<Told>): Told => ({
  vendor: "twilio",
  channel: "sms",
  eventId: "SM1",
  kind: "inbound",
  at: 10 * days,
  from: phone,
  text: "Thanks",
  ...part
})

interface Known {
  readonly last?: ReadonlyArray<Send>
  readonly holders?: ReadonlyArray<Holder>
  readonly commands?: ReadonlyArray<Commanded>
  readonly vectors?: ReadonlyArray<Float32Array>
  readonly topics?: ReadonlyArray<string>
}

/** What a message that comes in does, given what is known of its address. */
const taken = (notice: Told, known: Known) => {
  const remembered: Array<Ask> = []
  const events: Array<{ readonly type: string; readonly personId: string | undefined; readonly payload: Metadata }> = []
  const done: Array<string> = []
  const note = (line: string) => Effect.sync(() => void done.push(line))
  const layers = Layer.mergeAll(
    Layer.mock(NoticeStore, {
      lastTo: () => Effect.succeed(known.last ?? []),
      commands: () => Effect.succeed(known.commands ?? [])
    }),
    Layer.succeed(Holders, { of: () => Effect.succeed(known.holders ?? []) }),
    Layer.mock(Resolution, {
      resolve: (_tenant, [identifier]) =>
        Effect.as(note(`resolves ${identifier?.value}`), {
          personId: "per_new",
          created: true,
          matchedOn: [],
          confidence: 1
        })
    }),
    Layer.succeed(Workspaces, {
      of: (workspaceId) =>
        Effect.succeed(
          workspaceId === "ws_gone"
            ? undefined
            : { workspaceId, organizationId: undefined, secret: "", name: "Acme", postalAddress: undefined }
        )
    }),
    Layer.mock(PersonClient, {
      ask: (_workspaceId, _personId, ask) =>
        Effect.sync(() => {
          remembered.push(ask)
          return { _tag: "Recorded" as const, id: "mem_1" }
        })
    }),
    Layer.mock(PersonStore, {
      topics: () =>
        Effect.succeed(
          (known.topics ?? []).map((name) => ({
            id: name,
            personId: "per_1",
            name,
            weight: 0.5,
            source: "explicit" as const,
            createdAt: "",
            updatedAt: ""
          }))
        )
    }),
    Layer.mock(EventStore, { append: (fresh) => Effect.sync(() => void events.push(...fresh)) }),
    Layer.succeed(Embedding, {
      model: "m",
      source: "local",
      dimensions: 1536,
      embed: () => Effect.succeed(known.vectors ?? [new Float32Array([1])])
    }),
    Layer.mock(OptOuts, {
      obey: (keyword, { answered, personId }) => note(`${keyword} of ${personId}${answered ? ", answered" : ""}`)
    }),
    Layer.mock(Confirmations, {
      answered: (_workspaceId, personId) => Effect.as(note(`yes of ${personId}`), true)
    })
  )
  return Effect.gen(function* () {
    const acted = yield* (yield* Replies).take(keep(notice))
    return { acted, done, events, remembered }
  }).pipe(Effect.provide(Replies.layer.pipe(Layer.provide(layers))))
}

const sent = (part: Partial<Send> = {}) =>
  someSend({ channel: "sms", state: "sent", queuedAt: new Date(9 * days), ...part })

describe("whose a message is that comes in", () => {
  it.effect("nobody's without a usable address or with nobody behind it", () =>
    Effect.gen(function* () {
      const unclaimed: Acted = { outcome: "unclaimed", workspaceId: undefined }
      assert.deepStrictEqual((yield* taken(told({ from: undefined }), {})).acted, unclaimed)
      assert.deepStrictEqual((yield* taken(told({}), {})).acted, unclaimed)
      assert.deepStrictEqual((yield* taken(told({ workspaceId: "ws_gone" }), {})).acted, unclaimed)
    })
  )

  it.effect("its holder's, before whoever the message went to that it answers", () =>
    Effect.gen(function* () {
      const held = yield* taken(told({}), { last: [sent()], holders: [{ workspaceId: "ws_1", personId: "per_2" }] })
      assert.strictEqual(held.events[0]?.personId, "per_2")
      const unheld = yield* taken(told({}), { last: [sent()] })
      assert.strictEqual(unheld.events[0]?.personId, "per_1")
      assert.deepStrictEqual(unheld.acted, { outcome: "applied", workspaceId: "ws_1" })
    })
  )

  it.effect("in the workspace that passes it on, its own person's or a new one's, whoever else wrote there", () =>
    Effect.gen(function* () {
      const notice = told({ vendor: "api", workspaceId: "ws_2" })
      const fresh = yield* taken(notice, { last: [sent()], holders: [{ workspaceId: "ws_1", personId: "per_1" }] })
      assert.deepStrictEqual([fresh.done, fresh.acted.workspaceId], [[`resolves ${phone}`], "ws_2"])
      const known = yield* taken(notice, { holders: [{ workspaceId: "ws_2", personId: "per_9" }] })
      assert.deepStrictEqual([known.done, known.events[0]?.personId], [[], "per_9"])
    })
  )
})

describe("what is recorded of it", () => {
  it.effect("names the message it answers within thirty days, and none after", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* taken(told({}), { last: [sent()] })).events[0]?.payload["sendId"], "send_1")
      const late = yield* taken(told({ at: 39 * days }), { last: [sent()] })
      assert.notProperty(late.events[0]?.payload, "sendId")
    })
  )

  it.effect("says that a direct message was read which a caller passes the answer to", () =>
    Effect.gen(function* () {
      const notice = told({ vendor: "api", channel: "x", from: "ada", workspaceId: "ws_1" })
      const { events } = yield* taken(notice, { last: [sent({ channel: "x" })] })
      assert.deepStrictEqual(
        events.map(({ payload, type }) => [type, payload["sendId"]]),
        [
          ["dm.read", "send_1"],
          ["dm.replied", "send_1"]
        ]
      )
    })
  )
})

describe("what is remembered of it", () => {
  it.effect.each([
    ["I am very interested, please call me", "intent"],
    ["How much does it cost?", "intent"],
    ["It is too expensive for us", "objection"],
    ["Please take me off your list and never contact me again", "objection"],
    ["The parcel lies by the door", "message"]
  ] as const)("%s: as %s", ([text, kind]) =>
    Effect.gen(function* () {
      const { remembered } = yield* taken(told({ text }), { last: [sent()] })
      assert.deepInclude(remembered[0], { _tag: "Remember", kind, text, embedding: [1] })
    })
  )

  it.effect("is nothing where it says nothing, and the words alone where there is no vector for them", () =>
    Effect.gen(function* () {
      assert.lengthOf((yield* taken(told({ text: " " }), { last: [sent()] })).remembered, 0)
      const blank = yield* taken(told({ text: undefined }), { last: [sent()] })
      assert.deepStrictEqual([blank.remembered.length, blank.events[0]?.payload["text"]], [0, ""])
      const wordless = yield* taken(told({}), { last: [sent()], vectors: [] })
      assert.deepInclude(wordless.remembered[0], { _tag: "Remember", embedding: [] })
    })
  )

  it.effect("moves the topics that it names and the one of the message it answers", () =>
    Effect.gen(function* () {
      const { remembered } = yield* taken(told({ text: "I am very interested in hiking, please call me" }), {
        last: [sent({ metadata: { topic: "Tents" } })],
        topics: ["hiking", "cooking"]
      })
      assert.deepStrictEqual(
        remembered.flatMap((ask) => (ask._tag === "WeighTopic" ? [`${ask.name} ${ask.weight}`] : [])),
        ["hiking 0.63", "Tents 0.63"]
      )
    })
  )
})

describe("a command among them", () => {
  const two = { last: [sent(), sent({ workspaceId: "ws_2", personId: "per_2" })] }

  it.effect("is obeyed for everybody who wrote there; HELP is answered by the one who wrote last", () =>
    Effect.gen(function* () {
      const stop = yield* taken(told({ text: "STOP" }), two)
      assert.deepStrictEqual(stop.done, ["stop of per_1", "stop of per_2"])
      assert.deepStrictEqual([stop.remembered, stop.events[0]?.payload["sendId"]], [[], "send_1"])
      assert.deepStrictEqual((yield* taken(told({ text: "help" }), two)).done, ["help of per_1"])
    })
  )

  it.effect("that the vendor knows is one in words we do not, and answered", () =>
    Effect.gen(function* () {
      const { done } = yield* taken(told({ text: "BASTA!!", code: "STOP" }), { last: [sent()] })
      assert.deepStrictEqual(done, ["stop of per_1, answered"])
      const bare = yield* taken(told({ text: undefined, code: "STOP" }), { last: [sent()] })
      assert.deepStrictEqual(bare.done, ["stop of per_1, answered"])
    })
  )

  it.effect("that a later one has overtaken changes nothing any more", () =>
    Effect.gen(function* () {
      const late = { ...two, commands: [{ keyword: "start" as const, at: 11 * days }] }
      const { acted, done } = yield* taken(told({ text: "STOP" }), late)
      assert.deepStrictEqual([acted.outcome, done], ["superseded", []])
    })
  )

  it.effect("is none where somebody says yes: that is to whoever asked", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* taken(told({ text: "Si, confermo" }), two)).done, ["yes of per_1", "yes of per_2"])
    })
  )
})
