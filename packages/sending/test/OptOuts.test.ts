import { assert, describe, it } from "@effect/vitest"
import { FactSource } from "@loopdrive/actor/Facts"
import type { Consent } from "@loopdrive/domain/PersonGraph"
import { PersonClient } from "@loopdrive/person/Client"
import type { Ask } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
import * as MemorySuppressionStore from "@loopdrive/sending/MemorySuppressionStore"
import { OptOuts } from "@loopdrive/sending/OptOuts"
import type { Commander } from "@loopdrive/sending/OptOuts"
import type { Outgoing } from "@loopdrive/sending/Outgoing"
import { Sending } from "@loopdrive/sending/Sending"
import { SuppressionStore } from "@loopdrive/sending/SuppressionStore"
import { Workspaces } from "@loopdrive/sending/Workspaces"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { TestClock } from "effect/testing"
import { someSend } from "./SomeSend.ts"

const at = new Date(0).toISOString()
const phone = "+14155550100"
const commander = (part: Partial<Commander> = {}): Commander => ({
  workspaceId: "ws_1",
  personId: "per_1",
  channel: "sms",
  address: phone,
  key: "twilio SM1",
  languages: ["en"],
  answered: false,
  ...part
})

const consent = (part: Partial<Consent>): Consent => ({
  id: "con_1",
  personId: "per_1",
  channel: "sms",
  scope: "both",
  status: "granted",
  source: "form",
  createdAt: at,
  ...part
})

/** Over what stands for the person; what was asked of it and what was sent comes back. */
const house = (standing: ReadonlyArray<Consent>) => {
  const asked: Array<Ask> = []
  const sent: Array<Outgoing> = []
  const people = Layer.mock(PersonClient, {
    ask: (_workspaceId, _personId, ask) =>
      Effect.sync(() => {
        asked.push(ask)
        return { _tag: "Recorded" as const, id: "con_2" }
      })
  })
  const graph = Layer.mock(PersonStore, {
    consents: () => Effect.succeed(standing),
    profile: () =>
      Effect.succeed({
        person: { id: "per_1", workspaceId: "ws_1", locale: "de", createdAt: at, updatedAt: at },
        identities: []
      })
  })
  const sending = Layer.mock(Sending, {
    submit: (_tenant, outgoing) =>
      Effect.sync(() => {
        sent.push(outgoing)
        return { send: someSend({}), refusedFor: undefined }
      })
  })
  const workspaces = Layer.succeed(Workspaces, {
    of: (workspaceId) =>
      Effect.succeed(
        workspaceId === "ws_gone"
          ? undefined
          : { workspaceId, organizationId: undefined, secret: "", name: "Acme", postalAddress: undefined }
      )
  })
  const suppressions = MemorySuppressionStore.layer.pipe(Layer.provide(FactSource.layerCounting))
  const layer = OptOuts.layer.pipe(
    Layer.provideMerge(suppressions),
    Layer.provide([people, graph, sending, workspaces])
  )
  return { asked, sent, layer }
}

const suppressed = (workspaceId = "ws_1") =>
  Effect.gen(function* () {
    const { suppressions } = yield* (yield* SuppressionStore).list(workspaceId, { limit: 10, offset: 0 })
    return suppressions.map(({ reason, value }) => `${reason} ${value}`)
  })

describe("STOP", () => {
  it.effect("revokes and remembers what stood, closes the address, and is answered", () => {
    const { asked, layer, sent } = house([consent({ expiresAt: new Date(5000).toISOString() })])
    return Effect.gen(function* () {
      yield* (yield* OptOuts).obey("stop", commander())
      assert.deepInclude(asked[0], {
        _tag: "RecordConsent",
        status: "revoked",
        metadata: { keyword: "stop", removed: [{ scope: "both", status: "granted", expiresAt: 5000 }] }
      })
      assert.deepStrictEqual(yield* suppressed(), [`stop ${phone}`])
      assert.match(sent[0]?.text ?? "", /^Acme: you will get no more messages/)
    }).pipe(Effect.provide(layer))
  })

  it.effect("said again is recorded once, and a day later owed no answer", () => {
    const { asked, layer, sent } = house([consent({ status: "revoked", metadata: { keyword: "stop", removed: [] } })])
    return Effect.gen(function* () {
      const { obey } = yield* OptOuts
      yield* obey("stop", commander())
      yield* TestClock.adjust("25 hours")
      yield* obey("stop", commander({ key: "twilio SM2" }))
      assert.deepStrictEqual([asked.length, sent.length], [0, 1])
    }).pipe(Effect.provide(layer))
  })

  it.effect("by email ends marketing and gets no answer", () => {
    const { layer, sent } = house([])
    return Effect.gen(function* () {
      yield* (yield* OptOuts).obey("stop", commander({ channel: "email", address: "ada@example.com" }))
      assert.deepStrictEqual(yield* suppressed(), ["unsubscribe ada@example.com"])
      assert.lengthOf(sent, 0)
    }).pipe(Effect.provide(layer))
  })

  it.effect("is obeyed and not answered twice where the vendor answered, nor for a workspace that is gone", () => {
    const { layer, sent } = house([])
    return Effect.gen(function* () {
      const { obey } = yield* OptOuts
      yield* obey("stop", commander({ answered: true }))
      yield* obey("stop", commander({ workspaceId: "ws_gone" }))
      assert.deepStrictEqual(
        [yield* suppressed(), yield* suppressed("ws_gone")],
        [[`stop ${phone}`], [`stop ${phone}`]]
      )
      assert.lengthOf(sent, 0)
    }).pipe(Effect.provide(layer))
  })
})

describe("START", () => {
  it.effect("restores what STOP removed with its ends, opens the address, and is answered", () => {
    const removed = [
      { scope: "marketing", status: "granted", expiresAt: 5000 },
      { scope: "transactional", status: "granted" }
    ]
    const { asked, layer, sent } = house([consent({ status: "revoked", metadata: { keyword: "stop", removed } })])
    return Effect.gen(function* () {
      const { obey } = yield* OptOuts
      yield* obey("stop", commander())
      yield* obey("start", commander({ key: "twilio SM2" }))
      assert.deepStrictEqual(
        asked.map((ask) => (ask._tag === "RecordConsent" ? [ask.scope, ask.status, ask.expiresAt] : ask._tag)),
        [
          ["marketing", "granted", 5000],
          ["transactional", "granted", undefined]
        ]
      )
      assert.deepStrictEqual(yield* suppressed(), [])
      assert.match(sent[1]?.text ?? "", /you get our messages again/)
    }).pipe(Effect.provide(layer))
  })

  it.effect("by email takes back the unsubscribe alone, and says nothing where nothing was stopped", () => {
    const { asked, layer, sent } = house([consent({})])
    return Effect.gen(function* () {
      const { obey } = yield* OptOuts
      const email = { channel: "email", address: "ada@example.com" } as const
      yield* obey("stop", commander(email))
      yield* obey("start", commander({ ...email, key: "resend 2" }))
      assert.deepStrictEqual(yield* suppressed(), [])
      yield* obey("start", commander({ key: "twilio SM3" }))
      assert.deepStrictEqual([asked.length, sent.length], [1, 0])
    }).pipe(Effect.provide(layer))
  })
})

describe("HELP", () => {
  it.effect("is answered in the person's language where the word is the same in several, and changes nothing", () => {
    const { asked, layer, sent } = house([])
    return Effect.gen(function* () {
      yield* (yield* OptOuts).obey("help", commander({ languages: [] }))
      assert.match(sent[0]?.text ?? "", /^Acme: mit STOP erhalten Sie/)
      assert.deepInclude(sent[0], { to: phone, purpose: "transactional", confirmation: true })
      assert.deepStrictEqual([asked, yield* suppressed()], [[], []])
    }).pipe(Effect.provide(layer))
  })
})

describe("an unsubscribe", () => {
  it.effect("revokes marketing on the send's channel, and closes its address where it has one", () => {
    const { asked, layer } = house([])
    return Effect.gen(function* () {
      const { unsubscribe } = yield* OptOuts
      yield* unsubscribe(someSend({}))
      assert.deepStrictEqual(yield* suppressed(), [])
      yield* unsubscribe(someSend({ recipient: "ada@example.com" }))
      assert.deepStrictEqual(yield* suppressed(), ["unsubscribe ada@example.com"])
      for (const ask of asked)
        assert.deepInclude(ask, { _tag: "RecordConsent", channel: "email", scope: "marketing", status: "revoked" })
      assert.lengthOf(asked, 2)
    }).pipe(Effect.provide(layer))
  })
})
