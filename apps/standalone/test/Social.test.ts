import { assert, describe, it } from "@effect/vitest"
import * as Topology from "@loopdrive/actor/Topology"
import { EventStore } from "@loopdrive/events/EventStore"
import { PersonStore } from "@loopdrive/person/Store"
import { DmProvider } from "@loopdrive/providers/DmProvider"
import type { Connector, DmPlatform } from "@loopdrive/providers/DmProvider"
import * as LocalEmbedding from "@loopdrive/providers/LocalEmbedding"
import { MailDns } from "@loopdrive/providers/MailDns"
import * as MetaMessaging from "@loopdrive/providers/MetaMessaging"
import { ModelUsage } from "@loopdrive/providers/ModelUsage"
import * as NoModel from "@loopdrive/providers/NoModel"
import * as Reddit from "@loopdrive/providers/Reddit"
import * as SandboxPayments from "@loopdrive/providers/SandboxPayments"
import * as WhatsApp from "@loopdrive/providers/WhatsApp"
import * as DmCarrier from "@loopdrive/sending/DmCarrier"
import { PublicUrl } from "@loopdrive/sending/PublicUrl"
import * as Queue from "@loopdrive/sending/Queue"
import * as RedditPoll from "@loopdrive/sending/RedditPoll"
import { SendStore } from "@loopdrive/sending/SendStore"
import { Sending } from "@loopdrive/sending/Sending"
import * as SendWorker from "@loopdrive/sending/SendWorker"
import * as Workers from "@loopdrive/sending/Workers"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as MetaEmulator from "@loopdrive/testkit/MetaEmulator"
import * as RedditEmulator from "@loopdrive/testkit/RedditEmulator"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { FetchHttpClient } from "effect/http"
import * as MemoryServices from "../src/MemoryServices.ts"

const soon = Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: "20 seconds" }))

const edges = Layer.mergeAll(
  SandboxPayments.layerMemory,
  LocalEmbedding.layer,
  NoModel.layer,
  ModelUsage.layerMemory,
  MailDns.layerRecords({}),
  Topology.layerTest,
  Layer.succeed(PublicUrl, { base: "http://127.0.0.1" })
)
const house = MemoryServices.layer(Redacted.make("a-key-of-the-social-tests-0123456789")).pipe(Layer.provide(edges))

/** The worker of direct messages against these platforms; it works until the scope closes. */
const working = (connectors: Partial<Record<DmPlatform, Connector>>) =>
  SendWorker.layer(DmCarrier.make).pipe(
    Layer.provide(Layer.succeed(DmProvider, providing(connectors))),
    Layer.provide(Layer.succeed(Workers.Options, { concurrency: 8, attemptsMost: 500, failuresMost: 3 })),
    Layer.provide(Layer.succeed(Queue.Backoff, Schedule.spaced("50 millis"))),
    Layer.build
  )

const providing = (connectors: Partial<Record<DmPlatform, Connector>>) =>
  DmProvider.of({
    connector: (platform) => {
      const found = connectors[platform]
      if (found === undefined) throw new Error(`no ${platform} here`)
      return found
    }
  })

let keys = 0
const identity = () => ({ workspaceId: "ws_default", scope: "test", key: `key-${++keys}`, hash: "" })

/** What WhatsApp takes outside its window. */
const template = { name: "order_update", language: "en_US", parameters: [] }

const submit = Effect.fnUntraced(function* (channel: DmPlatform, to: string, text: string) {
  const tenant = yield* (yield* Tenancy).tenant("ws_default")
  const { send } = yield* (yield* Sending).submit(
    tenant,
    {
      channel,
      purpose: "transactional",
      to,
      personId: undefined,
      subject: undefined,
      text,
      html: undefined,
      from: undefined,
      replyTo: undefined,
      brandId: undefined,
      objective: undefined,
      metadata: channel === "whatsapp" ? { template } : undefined,
      notBefore: undefined
    },
    identity()
  )
  return send
})

const left = (sendId: string) =>
  Effect.flatMap(SendStore, (sends) =>
    Effect.repeat(sends.get("ws_default", sendId), { until: ({ state }) => state === "sent", schedule: soon })
  )

describe("direct messages through their workers", () => {
  it.live("reach Reddit, and what it has for us is polled, kept, obeyed and answered, once", () =>
    Effect.gen(function* () {
      const vendor = yield* RedditEmulator.make()
      const reddit = yield* Reddit.make({
        clientId: vendor.clientId,
        clientSecret: Redacted.make(vendor.clientSecret),
        username: vendor.username,
        password: Redacted.make(vendor.password),
        baseUrl: vendor.url
      })
      yield* working({ reddit })
      const sent = yield* left((yield* submit("reddit", "ada_r", "Your table is kept.")).id)
      assert.deepInclude(yield* vendor.messages, {
        ...(yield* vendor.messages)[0],
        name: sent.externalId,
        dest: "ada_r",
        body: "Your table is kept."
      })
      yield* vendor.wrote("ada_r", "When is it?")
      yield* vendor.wrote("ada_r", "Arrêtez vos messages")
      const look = yield* RedditPoll.make.pipe(Effect.provideService(DmProvider, providing({ reddit })))
      assert.strictEqual(yield* look, 2)
      assert.isTrue((yield* vendor.messages).every(({ unread }) => !unread))
      assert.strictEqual(yield* look, 0)
      const events = yield* (yield* EventStore).timeline("ws_default", [sent.personId], {
        channels: [],
        types: ["dm.replied"],
        from: undefined,
        to: undefined,
        limit: 10,
        after: undefined
      })
      assert.sameMembers(
        events.map(({ payload }) => payload["text"]),
        ["When is it?", "Arrêtez vos messages"]
      )
      const graph = yield* PersonStore
      const [standing] = yield* graph.consents("ws_default", sent.personId, "reddit", 0)
      assert.deepInclude(standing, { scope: "both", status: "revoked" })
      const answers = yield* Effect.map(vendor.messages, (all) =>
        all.filter(({ author, body }) => author === vendor.username && /START/.test(body))
      ).pipe(Effect.repeat({ until: (found) => found.length > 0, schedule: soon }))
      assert.match(answers[0]?.body ?? "", /vous ne recevrez plus nos messages/)
      assert.strictEqual(answers.length, 1)
    }).pipe(Effect.scoped, Effect.provide(house), Effect.provide(FetchHttpClient.layer))
  )

  it.live("wait for the quota of a platform's account, which is never asked for more, and all arrive once", () =>
    Effect.gen(function* () {
      const vendor = yield* MetaEmulator.make()
      const credentials = {
        accessToken: Redacted.make("meta-token"),
        baseUrl: vendor.url,
        windows: [{ limit: 2, window: "1 second" }] as const
      }
      const account = { platform: "facebook", senderId: "page_1", profileId: "page_1" } as const
      yield* working({
        facebook: yield* MetaMessaging.make(account, credentials),
        whatsapp: yield* WhatsApp.make("106540352242922", credentials)
      })
      const texts = Array.from({ length: 5 }, (_, n) => `Message ${n}`)
      const submitted = yield* Effect.forEach(
        texts.flatMap((text, n) => [
          ["facebook", `reader-${n}`, text] as const,
          ["whatsapp", `+1415555020${n}`, text] as const
        ]),
        ([platform, to, text]) => submit(platform, to, text),
        { concurrency: "unbounded" }
      )
      const ends = yield* Effect.forEach(submitted, ({ id }) => left(id), { concurrency: "unbounded" })
      assert.deepStrictEqual(
        ends.flatMap(({ error, state }) => (state === "sent" ? [] : [`${state} ${error}`])),
        []
      )
      const sends = yield* SendStore
      const steps = yield* Effect.forEach(submitted, ({ channel, id }) =>
        Effect.map(sends.steps("ws_default", id), (all) => all.map(({ step }) => `${channel} ${step}`))
      )
      for (const [platform, sender] of [
        ["facebook", "page_1"],
        ["whatsapp", "106540352242922"]
      ]) {
        const accepted = (yield* vendor.accepted).filter((message) => message.sender === sender)
        assert.strictEqual(new Set(accepted.map(({ to }) => to)).size, texts.length)
        assert.include(steps.flat(), `${platform} postponed`)
        const asked = (yield* vendor.asked).filter((route) => route.endsWith(`/${sender}/messages`))
        assert.strictEqual(asked.length, texts.length)
        // Five at two a second take two seconds at least; the first answer may have been slow.
        assert.isAbove((accepted[4]?.at ?? 0) - (accepted[0]?.at ?? 0), 1000)
      }
    }).pipe(Effect.scoped, Effect.provide(house), Effect.provide(FetchHttpClient.layer))
  )
})
