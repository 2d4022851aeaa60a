import { assert } from "@effect/vitest"
import { EventStore } from "@loopdrive/events/EventStore"
import { PersonStore } from "@loopdrive/person/Store"
import { SendStore, toPendingEvent, toResult } from "@loopdrive/sending/SendStore"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import { layer, submit, subscriber, workspace } from "./Mail.ts"

describeStores(
  "the record of sends",
  (it) => {
    it.effect("is there as soon as a send is accepted, for its own workspace only", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("record")
        const sends = yield* SendStore
        const person = yield* subscriber(tenant, "ada")
        const { refusedFor, send } = yield* submit(tenant, person, { metadata: { campaign: "spring" } })
        assert.isUndefined(refusedFor)
        assert.deepInclude(send, { state: "queued", recipient: "ada@example.com", attempts: 0, personId: person })
        assert.deepStrictEqual(yield* sends.get(tenant.workspaceId, send.id), send)
        assert.deepStrictEqual(yield* sends.find(send.id), send)
        const foreign = yield* Effect.flip(sends.get("ws_other", send.id))
        assert.deepInclude(foreign, { _tag: "SendNotFound", sendId: send.id })
        assert.isUndefined(yield* sends.find("send_none"))
        assert.deepInclude(toResult(send), { id: send.id, status: "queued", personId: person })
        assert.deepStrictEqual(toResult(send).metadata, { campaign: "spring", purpose: "marketing", state: "queued" })
        assert.deepInclude(toPendingEvent(send), { id: send.eventId, type: "email.sent", personId: person })
      }).pipe(Effect.provide(layer))
    )

    it.effect("lists what has not left yet, newest first, for several people at once", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("waiting")
        const sends = yield* SendStore
        const [a, b] = [yield* subscriber(tenant, "a"), yield* subscriber(tenant, "b")]
        const later = Date.UTC(2099, 0, 1)
        const submitted = [
          yield* submit(tenant, a),
          yield* submit(tenant, b),
          yield* submit(tenant, a, { notBefore: later })
        ]
        const [, , deferred] = submitted
        assert.deepInclude(deferred?.send, { state: "deferred", notBefore: new Date(later) })
        const waiting = yield* sends.waiting(tenant.workspaceId, [a, b], 10)
        assert.deepStrictEqual(waiting.map(({ id }) => id).toSorted(), submitted.map(({ send }) => send.id).toSorted())
        assert.strictEqual((yield* sends.waiting(tenant.workspaceId, [a, b], 1)).length, 1)
        assert.deepStrictEqual(yield* sends.waiting("ws_other", [a, b], 10), [])
      }).pipe(Effect.provide(layer))
    )

    it.effect("keeps a refused send too, as failed, with its reason and its event", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("refused")
        const person = yield* subscriber(tenant, "ada")
        const { refusedFor, send } = yield* submit(tenant, person, { channel: "sms" })
        assert.strictEqual(refusedFor, "no_identity")
        assert.deepInclude(send, { state: "failed", reason: "no_identity" })
        assert.deepInclude(toResult(send), { status: "failed" })
        const log = yield* EventStore
        const opened = (n: number) => ({
          id: `evt_${send.id}_${n}`,
          workspaceId: tenant.workspaceId,
          organizationId: undefined,
          personId: person,
          sendId: send.id,
          type: "email.opened",
          channel: "email",
          source: "test",
          payload: { machine: true },
          ts: n
        })
        yield* log.append([opened(1), opened(2)])
        const kinds = (yield* log.kindsOf(tenant.workspaceId, [send.id, "send_none"])).get(send.id) ?? []
        assert.sameDeepMembers(
          [...kinds],
          [
            { type: "sms.failed", payload: {} },
            { type: "email.opened", payload: { machine: true } }
          ]
        )
        assert.strictEqual((yield* log.kindsOf("ws_other", [send.id])).size, 0)
      }).pipe(Effect.provide(layer))
    )

    it.effect("takes an address as its channel writes them", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("channels")
        const graph = yield* PersonStore
        const channels = [
          ["sms", "+1 415 555 2671", "phone"],
          ["site", "visitor-42", "anonymous_id"],
          ["instagram", "@ada", "instagram"]
        ] as const
        for (const [channel, to, type] of channels) {
          const { refusedFor, send } = yield* submit(tenant, "", {
            channel,
            to,
            personId: undefined,
            purpose: "transactional"
          })
          assert.isUndefined(refusedFor)
          const [identity] = yield* graph.identities(tenant.workspaceId, send.personId)
          assert.deepInclude(identity, { type, value: send.recipient })
        }
      }).pipe(Effect.provide(layer))
    )

    it.effect("knows a person by an imported id, which looks like none of its own", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("imported")
        const sql = yield* SqlClient.SqlClient
        yield* sql`insert into persons (id, version, workspace_id, created_at, updated_at)
          values ('crm-42', 1, ${tenant.workspaceId}, now(), now())`
        const { refusedFor, send } = yield* submit(tenant, "", { personId: undefined, to: "crm-42" })
        assert.strictEqual(refusedFor, "no_identity")
        assert.strictEqual(send.personId, "crm-42")
      }).pipe(Effect.provide(layer))
    )

    it.effect("finds or makes the person of an address, and says what is wrong with one that is none", () =>
      Effect.gen(function* () {
        const tenant = yield* workspace("address")
        const person = yield* subscriber(tenant, "ada")
        const to = { personId: undefined, to: "ADA@Example.com" }
        assert.strictEqual((yield* submit(tenant, "", to)).send.personId, person)
        const fresh = yield* submit(tenant, "", { personId: undefined, to: "new@example.com" })
        assert.strictEqual(fresh.refusedFor, "no_consent")
        const other = yield* submit(tenant, person, { to: "office@acme.example", purpose: "transactional" })
        assert.deepInclude(other.send, { personId: person, recipient: "office@acme.example" })
        const borrowed = yield* Effect.flip(submit(tenant, person, { to: "office@acme.example" }))
        assert.deepInclude(borrowed, { _tag: "RecipientUnusable", field: "to" })
        const own = yield* submit(tenant, person, { to: "ADA@example.com", metadata: { own: true } })
        assert.deepInclude(own.send, { personId: person, recipient: "ada@example.com" })
        const another = yield* subscriber(tenant, "bob")
        const both = yield* Effect.flip(submit(tenant, person, { to: another }))
        assert.deepInclude(both, { _tag: "RecipientUnusable", field: "personId" })
        const nowhere = yield* Effect.flip(submit(tenant, "", { personId: undefined, to: "not an address" }))
        assert.deepInclude(nowhere, { _tag: "RecipientUnusable", field: "to" })
        const nobody = yield* Effect.flip(submit(tenant, "", { personId: undefined }))
        assert.strictEqual(nobody._tag, "RecipientUnusable")
      }).pipe(Effect.provide(layer))
    )
  },
  { clock: "live" }
)
