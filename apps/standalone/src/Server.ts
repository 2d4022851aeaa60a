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
import { SandboxMovements } from "@loopdrive/providers/SandboxMovements"
import { SandboxPayments } from "@loopdrive/providers/SandboxPayments"
import { StripeWebhook } from "@loopdrive/providers/StripeWebhook"
import { SandboxOutbox } from "@loopdrive/providers/SandboxOutbox"
import { DefaultFrom } from "@loopdrive/sending/EmailCarrier"
import * as Database from "@loopdrive/storage/Database"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
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
  from: Config.withDefault(Config.String("EMAIL_FROM"), "LoopDrive <no-reply@example.com>")
})

/** Connections that end by themselves get this long after Ctrl-C. */
const drainFor = "5 seconds"

const greeting = (base: string, key: Redacted.Redacted | undefined): string => {
  const shown = key === undefined ? "(the one shown at the first start)" : Redacted.value(key)
  return [
    "",
    "LoopDrive is ready.",
    "",
    `  Base URL  ${base}`,
    `  API key   ${shown}`,
    `  Docs      ${base}/docs`,
    `  Wallet    ${base}/wallet`,
    `  Voice     ${base}/voice`,
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

const announce = (host: string) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const { address } = yield* HttpServer.HttpServer
      const { shown } = yield* BootstrapKey.ensure
      // Every address of the machine is none to type into a client.
      const port = address._tag === "UnixPathAddress" ? 0 : address.port
      const base = `http://${["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host}:${port}`
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
  StripeWebhook.layerConfig
).pipe(Layer.provideMerge(ModelUsage.layer), Layer.provideMerge(SandboxOutbox.layer))

/** Ready when it is built; drains when its scope closes. */
export const layer = Layer.unwrap(
  Effect.map(settings, ({ from, host, origins, port }) => {
    const http = FastServer.layer({ port, host, gracefulShutdownTimeout: drainFor })
    return Layer.mergeAll(
      Gateway.layer({ origins }),
      Services.workers.pipe(Layer.provide(Layer.succeed(DefaultFrom, from))),
      Services.housekeeping,
      announce(host)
    ).pipe(
      Layer.provide(http),
      Layer.provide(Services.layer),
      Layer.provide(providers),
      Layer.provide(Topology.layerEmbedded),
      Layer.provide(Database.layerConfig),
      Layer.provide(NodeServices.layer)
    )
  })
)
