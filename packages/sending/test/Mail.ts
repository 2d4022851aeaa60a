/** Sending on a database and against an emulated vendor, as the server puts it together: for this package's store tests. */
import { Activations, Projections } from "@loopdrive/actor/Activations"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as Topology from "@loopdrive/actor/Topology"
import { EventStore } from "@loopdrive/events/EventStore"
import * as SqlEventStore from "@loopdrive/events/SqlEventStore"
import * as Client from "@loopdrive/person/Client"
import { PersonClient } from "@loopdrive/person/Client"
import type { Ask } from "@loopdrive/person/Published"
import { Resolution } from "@loopdrive/person/Resolution"
import type { Tenant } from "@loopdrive/person/Resolution"
import * as SqlMerging from "@loopdrive/person/SqlMerging"
import * as SqlPersonStore from "@loopdrive/person/SqlPersonStore"
import * as Resend from "@loopdrive/providers/Resend"
import * as ConfirmationProjection from "@loopdrive/sending/ConfirmationProjection"
import * as EmailCarrier from "@loopdrive/sending/EmailCarrier"
import type { Outgoing } from "@loopdrive/sending/Outgoing"
import { OutsideFacts } from "@loopdrive/sending/OutsideFacts"
import * as Queue from "@loopdrive/sending/Queue"
import { SendStore } from "@loopdrive/sending/SendStore"
import { projection } from "@loopdrive/sending/SendProjection"
import * as SendWorker from "@loopdrive/sending/SendWorker"
import { Sending } from "@loopdrive/sending/Sending"
import * as SqlQueueStore from "@loopdrive/sending/SqlQueueStore"
import * as SqlSendAlertStore from "@loopdrive/sending/SqlSendAlertStore"
import * as SqlSendStore from "@loopdrive/sending/SqlSendStore"
import * as SqlSuppressionStore from "@loopdrive/sending/SqlSuppressionStore"
import * as Workers from "@loopdrive/sending/Workers"
import { Database } from "@loopdrive/storage/Database"
import { SmsProvider } from "@loopdrive/providers/SmsProvider"
import * as Twilio from "@loopdrive/providers/Twilio"
import * as SmsCarrier from "@loopdrive/sending/SmsCarrier"
import * as SqlBulkStore from "@loopdrive/sending/SqlBulkStore"
import type { ResendEmulator } from "@loopdrive/testkit/ResendEmulator"
import type { TwilioEmulator } from "@loopdrive/testkit/TwilioEmulator"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"

const actors = Activations.layer.pipe(
  Layer.provide(Layer.succeed(Projections, [projection, ConfirmationProjection.projection])),
  Layer.provideMerge(Journal.layer),
  Layer.provide(SqlJournalStore.layer)
)

type People = PersonClient["Service"]

/** As `layer`, with something between the person and everybody who asks it. */
export const layerTapped = (tap: (people: People) => People) =>
  Layer.unwrap(
    Effect.map(Database, ({ vectors }) =>
      Sending.layer.pipe(
        Layer.provideMerge(OutsideFacts.layer),
        Layer.provideMerge(Resolution.layer),
        Layer.provideMerge(SqlMerging.layer),
        Layer.provideMerge(
          Layer.effect(PersonClient, Effect.map(PersonClient, tap)).pipe(
            Layer.provide(Client.layer(vectors)),
            Layer.provide(actors)
          )
        ),
        Layer.provideMerge(
          Layer.mergeAll(
            SqlPersonStore.layer(vectors),
            SqlEventStore.layer,
            SqlSendStore.layer,
            SqlSendAlertStore.layer,
            SqlSuppressionStore.layer,
            SqlQueueStore.layer,
            SqlBulkStore.layer,
            Queue.layer
          )
        ),
        Layer.provideMerge(FactSource.layer),
        Layer.provide(Topology.layerTest)
      )
    )
  ).pipe(
    Layer.provide(Layer.succeed(Queue.PollInterval, "50 millis")),
    Layer.provideMerge(Layer.succeed(Queue.Backoff, Schedule.spaced(0)))
  )

/** Everything but the worker. What failed is handed out again at once. */
export const layer = layerTapped((people) => people)

/** Starts a worker against the vendor; it works until the scope closes. */
export const work = (vendor: ResendEmulator, attemptsMost = 6) =>
  SendWorker.layer(EmailCarrier.make).pipe(
    Layer.provide(
      Resend.layerWith({
        apiKey: Redacted.make("re_test"),
        baseUrl: vendor.url,
        // The circuit has tests of its own; here every attempt is to reach the vendor.
        limits: { failures: 1000 }
      })
    ),
    Layer.provide(Layer.succeed(Workers.Options, { concurrency: 4, attemptsMost, failuresMost: 3 })),
    Layer.provide(Layer.succeed(EmailCarrier.DefaultFrom, "Acme <hello@acme.example>")),
    Layer.fresh,
    Layer.build
  )

/** As `work`, for SMS. */
export const text = (vendor: TwilioEmulator) =>
  SendWorker.layer(SmsCarrier.make).pipe(
    Layer.provide(twilio(vendor)),
    Layer.provide(Layer.succeed(Workers.Options, { concurrency: 4, attemptsMost: 6, failuresMost: 3 })),
    Layer.fresh,
    Layer.build
  )

/** The provider against the vendor. */
export const twilio = (vendor: Pick<TwilioEmulator, "accountSid" | "authToken" | "url">) =>
  Layer.effect(
    SmsProvider,
    Twilio.make({
      accountSid: vendor.accountSid,
      authToken: Redacted.make(vendor.authToken),
      phoneNumber: "+15005550006",
      baseUrl: vendor.url,
      limits: { failures: 1000 }
    })
  )

/** A workspace of its own for a test. */
export const workspace = Effect.fnUntraced(function* (
  name: string
): Effect.fn.Return<Tenant, unknown, SqlClient.SqlClient> {
  const sql = yield* SqlClient.SqlClient
  yield* sql`insert into organizations (id, name) values ('org_test', 'Test') on conflict do nothing`
  yield* sql`insert into workspaces (id, organization_id, name, secret)
    values (${`ws_${name}`}, 'org_test', ${name}, 'a secret of tests')`
  return { workspaceId: `ws_${name}`, organizationId: "org_test", secret: "a secret of tests" }
})

let keys = 0
const fresh = (tenant: Tenant) => ({ workspaceId: tenant.workspaceId, scope: "test", key: `key-${++keys}`, hash: "" })

export const tell = (tenant: Tenant, personId: string, ask: Ask) =>
  Effect.flatMap(PersonClient, (people) => people.ask(tenant.workspaceId, personId, ask, fresh(tenant)))

export const consent = (tenant: Tenant, personId: string, status: "granted" | "revoked") =>
  tell(tenant, personId, { _tag: "RecordConsent", channel: "email", scope: "marketing", status, source: "test" })

/** Somebody with a phone; answers the id. */
export const reachable = Effect.fnUntraced(function* (tenant: Tenant, phone: string) {
  const identifiers = [{ type: "phone" as const, value: phone }]
  return (yield* (yield* Resolution).resolve(tenant, identifiers, fresh(tenant))).personId
})

/** Somebody who may be written to; answers the id. */
export const subscriber = Effect.fnUntraced(function* (tenant: Tenant, name: string) {
  const identifiers = [{ type: "email" as const, value: `${name}@example.com` }]
  const { personId } = yield* (yield* Resolution).resolve(tenant, identifiers, fresh(tenant))
  yield* consent(tenant, personId, "granted")
  return personId
})

/** Asks for an email to be sent, under a key; answers the send. */
export const submitAs = Effect.fnUntraced(function* (
  tenant: Tenant,
  personId: string,
  more: Partial<Outgoing>,
  key: string
) {
  const outgoing: Outgoing = {
    channel: "email",
    purpose: "marketing",
    to: undefined,
    personId,
    subject: "News",
    text: "There is some.",
    html: undefined,
    from: undefined,
    replyTo: undefined,
    brandId: undefined,
    objective: undefined,
    metadata: undefined,
    notBefore: undefined,
    ...more
  }
  return yield* (yield* Sending).submit(tenant, outgoing, { ...fresh(tenant), key })
})

/** As `submitAs`, under a key of its own. */
export const submit = (tenant: Tenant, personId: string, more: Partial<Outgoing> = {}) =>
  submitAs(tenant, personId, more, fresh(tenant).key)

const ends: ReadonlyArray<string> = ["sent", "failed", "unknown", "cancelled"]

/** Waits until the send has come to its end, and answers it with its events. */
export const settled = Effect.fnUntraced(function* (
  tenant: Tenant,
  sendId: string,
  until: ReadonlyArray<string> = ends
) {
  const sends = yield* SendStore
  const send = yield* Effect.repeat(sends.get(tenant.workspaceId, sendId), {
    until: ({ state }) => until.includes(state),
    schedule: Schedule.spaced("20 millis")
  })
  const events = yield* (yield* EventStore).ofSend(tenant.workspaceId, sendId)
  return { send, events: events.map(({ id, payload, type }) => ({ id, type, reason: payload["reason"] })) }
})
