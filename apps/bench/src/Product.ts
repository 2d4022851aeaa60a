/** The product as `npm start` puts it together, on PostgreSQL, with vendors in the sandbox. For the subjects. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Topology from "@loopdrive/actor/Topology"
import type * as Gateway from "@loopdrive/gateway/Gateway"
import * as FastServer from "@loopdrive/http/FastServer"
import type { Classification } from "@loopdrive/providers/Classification"
import type { Completion } from "@loopdrive/providers/Completion"
import * as LocalEmbedding from "@loopdrive/providers/LocalEmbedding"
import type { Moderation } from "@loopdrive/providers/Moderation"
import { MailDns } from "@loopdrive/providers/MailDns"
import { MetaWebhook, make as makeMeta } from "@loopdrive/providers/MetaWebhook"
import { ResendWebhook, make as makeResend } from "@loopdrive/providers/ResendWebhook"
import { TwilioWebhook, make as makeTwilio } from "@loopdrive/providers/TwilioWebhook"
import { XWebhook, make as makeX } from "@loopdrive/providers/XWebhook"
import { ModelUsage } from "@loopdrive/providers/ModelUsage"
import * as NoModel from "@loopdrive/providers/NoModel"
import { DmProvider } from "@loopdrive/providers/DmProvider"
import type { EmailProvider } from "@loopdrive/providers/EmailProvider"
import * as SandboxDm from "@loopdrive/providers/SandboxDm"
import * as SandboxEmail from "@loopdrive/providers/SandboxEmail"
import { SandboxOutbox } from "@loopdrive/providers/SandboxOutbox"
import * as SandboxPayments from "@loopdrive/providers/SandboxPayments"
import * as SandboxSms from "@loopdrive/providers/SandboxSms"
import { StripeWebhook } from "@loopdrive/providers/StripeWebhook"
import * as Services from "@loopdrive/standalone/Services"
import * as Database from "@loopdrive/storage/Database"
import * as Bootstrap from "@loopdrive/tenancy/Bootstrap"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { given } from "./Served.ts"
import * as Announced from "./subject/Announced.ts"

const database = Database.layerPostgres({ url: Redacted.make(given("DATABASE_URL")), maxConnections: 10 })
const vendors = Layer.mergeAll(
  SandboxSms.layerNoDeps,
  Layer.effect(
    DmProvider,
    Effect.map(SandboxDm.make, (connector) => ({ connector: () => connector }))
  ),
  LocalEmbedding.layer,
  SandboxPayments.layer,
  StripeWebhook.layerWith([]),
  // Nobody calls in, and nobody follows a link.
  Layer.mergeAll(
    Layer.succeed(ResendWebhook, makeResend([])),
    Layer.succeed(TwilioWebhook, makeTwilio(Option.none())),
    Layer.succeed(MetaWebhook, makeMeta(Option.none(), Option.none())),
    Layer.succeed(XWebhook, makeX(Option.none())),
    Services.unreachable,
    MailDns.layerRecords({})
  )
)

/** `model` writes and `email` carries, where they are given; `works`: the queues are worked, too. */
interface Options {
  readonly model?: Layer.Layer<Completion | Classification | Moderation, never, ModelUsage>
  readonly email?: Layer.Layer<EmailProvider>
  readonly works?: boolean
}

/** Serves a gateway over everything below it. */
export const run = (gateway: ReturnType<typeof Gateway.layer>, options: Options = {}): void => {
  const { email = SandboxEmail.layerNoDeps, model = NoModel.layer, works = false } = options
  const outside = Layer.merge(vendors, email).pipe(Layer.provideMerge(SandboxOutbox.layer))
  const served = Layer.merge(gateway, Announced.layer)
  return Layer.merge(served, works ? Services.workers : Layer.empty).pipe(
    Layer.provide(FastServer.layer({ host: "127.0.0.1", port: 0 })),
    Layer.provide(Layer.effectDiscard(Bootstrap.run(Redacted.make(given("BENCH_KEY"))))),
    Layer.provide(Services.layer),
    Layer.provide(Layer.merge(outside, Layer.provideMerge(model, ModelUsage.layer))),
    Layer.provide(Topology.layerEmbedded),
    Layer.provide(database),
    Layer.launch,
    NodeRuntime.runMain
  )
}
