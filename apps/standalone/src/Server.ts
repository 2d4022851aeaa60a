/** The standalone server: gateway, actors and workers in one process, on the database that the environment names. */
import * as NodeServices from "@effect/platform-node/NodeServices"
import * as Topology from "@loopdrive/actor/Topology"
import * as Gateway from "@loopdrive/gateway/Gateway"
import * as FastServer from "@loopdrive/http/FastServer"
import { layerConfig as dmProvider } from "@loopdrive/providers/ConfiguredDm"
import { layerConfig as emailProvider } from "@loopdrive/providers/ConfiguredEmail"
import { layerConfig as embedding } from "@loopdrive/providers/ConfiguredEmbedding"
import { layerConfig as model } from "@loopdrive/providers/ConfiguredModel"
import { layerConfig as paymentProvider } from "@loopdrive/providers/ConfiguredPayments"
import { layerConfig as smsProvider } from "@loopdrive/providers/ConfiguredSms"
import { ModelUsage } from "@loopdrive/providers/ModelUsage"
import { MailDns } from "@loopdrive/providers/MailDns"
import { MetaWebhook } from "@loopdrive/providers/MetaWebhook"
import { ResendWebhook } from "@loopdrive/providers/ResendWebhook"
import { TwilioWebhook } from "@loopdrive/providers/TwilioWebhook"
import { XWebhook } from "@loopdrive/providers/XWebhook"
import { SandboxMovements } from "@loopdrive/providers/SandboxMovements"
import { SandboxPayments } from "@loopdrive/providers/SandboxPayments"
import { StripeWebhook } from "@loopdrive/providers/StripeWebhook"
import { SandboxOutbox } from "@loopdrive/providers/SandboxOutbox"
import { DefaultFrom } from "@loopdrive/sending/EmailCarrier"
import { PublicUrl } from "@loopdrive/sending/PublicUrl"
import { StatusCallback } from "@loopdrive/sending/SmsCarrier"
import * as Database from "@loopdrive/storage/Database"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { HttpServer } from "effect/http"
import * as BootstrapKey from "./BootstrapKey.ts"
import * as Services from "./Services.ts"

const settings = Config.all({
  // 0: any free port, printed at the start.
  port: Config.withDefault(
    Config.schema(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 })), "PORT"),
    3001
  ),
  host: Config.withDefault(Config.String("HOST"), "127.0.0.1"),
  origins: Config.withDefault(Config.String("CORS_ORIGINS"), "").pipe(
    Config.map((text) => text.split(",").flatMap((origin) => (origin.trim() === "" ? [] : [origin.trim()])))
  ),
  from: Config.withDefault(Config.String("EMAIL_FROM"), "LoopDrive <no-reply@example.com>"),
  publicUrl: Config.map(Config.option(Config.NonEmptyString("PUBLIC_URL")), (given) =>
    Option.getOrUndefined(Option.map(given, (url) => url.replace(/\/+$/, "")))
  )
})

/** Connections that end by themselves get this long after Ctrl-C. */
const drainFor = "5 seconds"

const greeting = (base: string, key: Redacted.Redacted | undefined): string => {
  const shown = key === undefined ? "(the one shown at the first start, or when it was rotated)" : Redacted.value(key)
  return [
    "",
    "LoopDrive is ready.",
    "",
    `  Base URL  ${base}`,
    `  API key   ${shown}`,
    `  Docs      ${base}/docs`,
    `  Wallet    ${base}/wallet`,
    `  Voice     ${base}/voice`,
    `  Sandbox   ${base}/sandbox`,
    "",
    "Try it:",
    "",
    `  curl -s ${base}/api/person/resolve \\`,
    `    -H 'Authorization: Bearer ${key === undefined ? "<key>" : Redacted.value(key)}' \\`,
    "    -H 'Content-Type: application/json' \\",
    `    -d '{"email":"ada@example.com"}'`,
    ""
  ].join("\n")
}

/** Where the server is found on this machine. */
const localBase = (host: string) =>
  Effect.map(HttpServer.HttpServer, ({ address }) => {
    // Every address of the machine is none to type into a client.
    const port = address._tag === "UnixPathAddress" ? 0 : address.port
    return `http://${["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host}:${port}`
  })

/** Where vendors and recipients find it; without a public address, only who is on this machine does. */
const publicUrl = (host: string, given: string | undefined) =>
  Layer.merge(
    Layer.effect(
      PublicUrl,
      Effect.map(localBase(host), (local) => ({ base: given ?? local }))
    ),
    // A vendor reports to no address that it cannot reach.
    Layer.succeed(StatusCallback, given === undefined ? undefined : `${given}/api/webhooks/twilio/status`)
  )

const announce = (host: string) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const { shown } = yield* BootstrapKey.ensure
      const base = yield* localBase(host)
      yield* Console.log(greeting(base, shown))
    })
  )

const payments = Layer.merge(paymentProvider, SandboxPayments.layerNoDeps).pipe(Layer.provide(SandboxMovements.layer))
const providers = Layer.mergeAll(
  emailProvider,
  smsProvider,
  dmProvider,
  embedding,
  model,
  payments,
  StripeWebhook.layerConfig,
  Layer.mergeAll(
    ResendWebhook.layerConfig,
    TwilioWebhook.layerConfig,
    MetaWebhook.layerConfig,
    XWebhook.layerConfig,
    MailDns.layer
  )
).pipe(Layer.provideMerge(ModelUsage.layer), Layer.provideMerge(SandboxOutbox.layer))

/** Ready when it is built; drains when its scope closes. */
export const layer = Layer.unwrap(
  Effect.map(settings, ({ from, host, origins, port, publicUrl: given }) => {
    const http = FastServer.layer({ port, host, gracefulShutdownTimeout: drainFor })
    return Layer.mergeAll(Gateway.layer({ origins }), Services.workers, Services.housekeeping, announce(host)).pipe(
      Layer.provide(Services.layer),
      Layer.provide(Layer.merge(publicUrl(host, given), Layer.succeed(DefaultFrom, from))),
      Layer.provide(http),
      Layer.provide(providers),
      Layer.provide(Topology.layerEmbedded),
      Layer.provide(Database.layerConfig),
      Layer.provide(NodeServices.layer)
    )
  })
)
