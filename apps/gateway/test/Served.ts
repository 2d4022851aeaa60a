/** The gateway on a loopback socket over some services, and the calls that the suites make. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import * as Topology from "@loopdrive/actor/Topology"
import * as Gateway from "@loopdrive/gateway/Gateway"
import * as FastServer from "@loopdrive/http/FastServer"
import { PersonClient } from "@loopdrive/person/Client"
import * as LocalEmbedding from "@loopdrive/providers/LocalEmbedding"
import { DmProvider } from "@loopdrive/providers/DmProvider"
import { MailDns } from "@loopdrive/providers/MailDns"
import { MetaWebhook, make as makeMeta } from "@loopdrive/providers/MetaWebhook"
import { ResendWebhook, make as makeResend } from "@loopdrive/providers/ResendWebhook"
import { TwilioWebhook, make as makeTwilio } from "@loopdrive/providers/TwilioWebhook"
import { XWebhook, make as makeX } from "@loopdrive/providers/XWebhook"
import * as SandboxDm from "@loopdrive/providers/SandboxDm"
import type { Completion } from "@loopdrive/providers/Completion"
import { ModelUsage } from "@loopdrive/providers/ModelUsage"
import type { Moderation } from "@loopdrive/providers/Moderation"
import * as NoModel from "@loopdrive/providers/NoModel"
import * as SandboxEmail from "@loopdrive/providers/SandboxEmail"
import * as SandboxSms from "@loopdrive/providers/SandboxSms"
import * as SandboxPayments from "@loopdrive/providers/SandboxPayments"
import { StripeWebhook } from "@loopdrive/providers/StripeWebhook"
import * as MemoryServices from "@loopdrive/standalone/MemoryServices"
import * as Services from "@loopdrive/standalone/Services"
import { PublicUrl } from "@loopdrive/sending/PublicUrl"
import * as NoticeInbox from "@loopdrive/sending/NoticeInbox"
import * as Confirmations from "@loopdrive/sending/Confirmations"
import * as BulkRunner from "@loopdrive/sending/BulkRunner"
import * as ComposeWorker from "@loopdrive/sending/ComposeWorker"
import * as DmCarrier from "@loopdrive/sending/DmCarrier"
import * as EmailCarrier from "@loopdrive/sending/EmailCarrier"
import * as SmsCarrier from "@loopdrive/sending/SmsCarrier"
import * as SendWorker from "@loopdrive/sending/SendWorker"
import * as Bootstrap from "@loopdrive/tenancy/Bootstrap"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { HttpServer } from "effect/http"
import { once } from "node:events"
import * as Http from "node:http"
import { text as textOf } from "node:stream/consumers"
import { Answer } from "./Answer.ts"

const bootstrapKey = "test-key-of-the-http-suites-0123456789"

/** A running server: where it is, and the key with every scope of its default workspace. */
export class Served extends Context.Service<Served, { readonly base: string; readonly key: string }>()(
  "@loopdrive/gateway/test/Served"
) {}

/** What the suites are given. */
export type Tests = Vitest.MethodsNonLive<Served>

const here = Layer.effect(
  Served,
  Effect.map(HttpServer.HttpServer, ({ address }) => ({
    base: HttpServer.formatAddress(address),
    key: bootstrapKey
  }))
)
const http = FastServer.layer({ port: 0, host: "127.0.0.1", gracefulShutdownTimeout: "1 millis" })
const running = Layer.merge(Gateway.layer({ origins: [] }), here).pipe(Layer.provide(http))

const inMemory = MemoryServices.layer(Redacted.make(bootstrapKey))
/** What webhooks of the suites are signed with. */
export const webhookSecret = "whsec_of_the_http_suites"
const webhooks = StripeWebhook.layerWith([Redacted.make(webhookSecret)])
const dms = Layer.effect(
  DmProvider,
  Effect.map(SandboxDm.make, (sandbox) => DmProvider.of({ connector: () => sandbox }))
)
/** What the vendors of messages sign with in the suites. */
export const secrets = {
  resend: `whsec_${Buffer.from("resend of the http suites").toString("base64")}`,
  twilio: "twilio-token",
  meta: "meta-app-secret",
  metaVerify: "meta-verify-token",
  x: "x-api-secret"
}
const some = (text: string) => Option.some(Redacted.make(text))
const signed = Layer.mergeAll(
  Layer.succeed(ResendWebhook, makeResend([Redacted.make(secrets.resend)])),
  Layer.succeed(TwilioWebhook, makeTwilio(some(secrets.twilio))),
  Layer.succeed(MetaWebhook, makeMeta(some(secrets.meta), some(secrets.metaVerify))),
  Layer.succeed(XWebhook, makeX(some(secrets.x)))
)
/** A domain that nobody stands behind is every one but these of documentation. */
const outside = Layer.mergeAll(
  signed,
  MailDns.layerRecords({}),
  Layer.effect(
    PublicUrl,
    Effect.map(HttpServer.HttpServer, ({ address }) => ({ base: HttpServer.formatAddress(address) }))
  ).pipe(Layer.provide(http))
)
const vendors = Layer.mergeAll(
  outside,
  Layer.mergeAll(SandboxSms.layerNoDeps, dms).pipe(Layer.provideMerge(SandboxEmail.layerMemory)),
  SandboxPayments.layerMemory,
  webhooks,
  LocalEmbedding.layer,
  Topology.layerTest
)
const edges = Layer.mergeAll(vendors, NoModel.layer, ModelUsage.layerMemory)

/** Everything in memory. */
export const layerMemory = Layer.mergeAll(
  running,
  SendWorker.layer(EmailCarrier.make),
  SendWorker.layer(SmsCarrier.make),
  SendWorker.layer(DmCarrier.make),
  ComposeWorker.layer,
  BulkRunner.layer,
  NoticeInbox.layerWorker,
  Confirmations.layerWorker
).pipe(Layer.provide(inMemory), Layer.provide(edges))

/** Everything in memory, with a language model. */
export const layerMemoryWithModel = <E, R>(model: Layer.Layer<Completion | Moderation, E, R>) =>
  running.pipe(
    Layer.provide(inMemory),
    Layer.provide(vendors),
    Layer.provide(model),
    Layer.provide(ModelUsage.layerMemory)
  )

/** Everything in memory, but other people. */
export const layerMemoryWith = (people: PersonClient["Service"]) =>
  running.pipe(Layer.provide(Layer.succeed(PersonClient, people)), Layer.provide(inMemory), Layer.provide(edges))

/** Everything in memory, but these services, which come first. */
export const layerMemoryUnder = <A>(first: Layer.Layer<A>) =>
  running.pipe(Layer.provide(first), Layer.provide(inMemory), Layer.provide(edges))

/** On a database. */
export const layerStore = Layer.mergeAll(
  running,
  Services.workers,
  Layer.effectDiscard(Bootstrap.run(Redacted.make(bootstrapKey)))
).pipe(
  Layer.provide(Services.layer),
  Layer.provide([
    Layer.mergeAll(SandboxSms.layerNoDeps, dms).pipe(Layer.provideMerge(SandboxEmail.layer)),
    SandboxPayments.layer,
    webhooks,
    LocalEmbedding.layer,
    NoModel.layer,
    ModelUsage.layer,
    outside,
    Topology.layerTest
  ]),
  Layer.orDie
)

export interface Request {
  /** `null`: none. Default: the key of `Served`. */
  readonly key?: string | null | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

interface Sent {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
}

/** Over a connection of its own. */
const alone = async (url: string, { body, ...options }: Sent): Promise<Response> => {
  const asked = Http.request(url, { ...options, agent: false }).end(body)
  const [answer] = (await once(asked, "response")) as [Http.IncomingMessage]
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value])
  )
  return new Response(await textOf(answer), { status: answer.statusCode ?? 0, headers })
}

const bytesMax = 1_048_576

/**
 * The answer to what is too large closes its connection, and for as long as requests keep coming, Node's `fetch` opens
 * another one for each of them.
 */
const sent = (url: string, options: Sent): Promise<Response> =>
  (options.body?.length ?? 0) > bytesMax ? alone(url, options) : fetch(url, options)

/** One request, with what every answer must be checked. */
export const call = Effect.fnUntraced(function* (method: string, path: string, asked: Request = {}) {
  const { base, key } = yield* Served
  const bearer = asked.key === undefined ? key : asked.key
  const body = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body))
  const headers = {
    ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    ...(method === "GET" ? {} : { "content-type": "application/json" }),
    ...asked.headers
  }
  const response = yield* Effect.promise(() =>
    sent(base + path, { method, headers, ...(body === undefined ? {} : { body: Buffer.from(body) }) })
  )
  return Answer.check(method, path, response, yield* Effect.promise(() => response.text()))
})

/** Calls under one key. */
export interface Caller {
  readonly workspaceId: string
  readonly keyId: string
  readonly key: string
  readonly get: (path: string, request?: Request) => Effect.Effect<Answer, never, Served>
  readonly post: (path: string, body?: unknown, request?: Request) => Effect.Effect<Answer, never, Served>
  readonly patch: (path: string, body: unknown, request?: Request) => Effect.Effect<Answer, never, Served>
}

let made = 0
/** A text nobody else in this run uses. */
export const unique = (what: string): string => `${what}-${++made}`

export const everyScope = ["read", "write", "send", "send:transactional", "voice:write", "wallet:write", "admin"]

/** A new key of a workspace. */
export const keyOf = Effect.fnUntraced(function* (workspaceId: string, scopes: ReadonlyArray<string> = everyScope) {
  const issued = yield* call("POST", "/api/admin/keys", { body: { workspaceId, name: unique("key"), scopes } })
  assert.strictEqual(issued.status, 200, issued.raw)
  const key = issued.text("key")
  const caller: Caller = {
    workspaceId,
    keyId: issued.text("id"),
    key,
    get: (path, request) => call("GET", path, { key, ...request }),
    post: (path, body, request) => call("POST", path, { key, body, ...request }),
    patch: (path, body, request) => call("PATCH", path, { key, body, ...request })
  }
  return caller
})

/** A workspace of its own, so that a test meets nobody else's people. */
export const tenant = Effect.fnUntraced(function* (scopes: ReadonlyArray<string> = everyScope) {
  const workspace = yield* call("POST", "/api/admin/workspaces", { body: { name: unique("workspace") } })
  return yield* keyOf(workspace.text("id"), scopes)
})

/** A person with an email address nobody else has, and perhaps a consent for marketing by email. */
export const personOf = Effect.fnUntraced(function* (caller: Caller, options: { readonly consent?: boolean } = {}) {
  const email = `${unique("person")}@example.com`
  const id = (yield* caller.post("/api/person/resolve", { email })).text("person.id")
  if (options.consent === true) {
    const consent = { channel: "email", scope: "marketing", status: "granted", source: "test" }
    assert.strictEqual((yield* caller.post(`/api/person/${id}/consent`, consent)).status, 200)
  }
  return { id, email }
})

export const many = <A>(count: number, make: (n: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, n) => make(n))
