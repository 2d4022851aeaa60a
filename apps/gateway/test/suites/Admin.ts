/** Workspaces, their settings and their keys. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { call, keyOf, personOf, tenant, unique } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"

const works = (key: string) => Effect.map(call("GET", "/api/person", { key }), (answer) => answer.status)
const issue = (caller: Caller, more: object = {}) =>
  caller.post("/api/admin/keys", { workspaceId: caller.workspaceId, name: unique("key"), scopes: ["read"], ...more })

const keys = (it: Tests): void => {
  it.effect("shows a key's secret once, and only to its maker", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const issued = yield* issue(caller)
      assert.match(issued.text("key"), /^ld_[\w-]{43}$/)
      assert.deepStrictEqual(issued.at("scopes"), ["read"])
      assert.strictEqual(yield* works(issued.text("key")), 200)
      const listed = yield* caller.get("/api/admin/keys")
      assert.strictEqual(listed.at("total"), 2)
      assert.strictEqual(listed.text("keys.0.id"), issued.text("id"))
      assert.notInclude(listed.raw, issued.text("key"))
      assert.notInclude(listed.raw, "hash")
    })
  )

  it.effect("revokes a key at once and for good", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const issued = yield* issue(caller)
      const [id, key] = [issued.text("id"), issued.text("key")]
      assert.strictEqual(yield* works(key), 200)
      const revoked = yield* caller.post(`/api/admin/keys/${id}/revoke`)
      assert.isString(revoked.at("revokedAt"))
      assert.strictEqual(yield* works(key), 401)
      assert.strictEqual((yield* caller.post(`/api/admin/keys/${id}/revoke`)).at("revokedAt"), revoked.at("revokedAt"))
      assert.strictEqual((yield* caller.post(`/api/admin/keys/${id}/rotate`)).status, 404)
      assert.strictEqual(yield* works(key), 401)
    })
  )

  it.effect("rotates a key: the new secret opens what the old one opened, the old one nothing", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const issued = yield* issue(caller)
      assert.strictEqual(yield* works(issued.text("key")), 200)
      const rotated = yield* caller.post(`/api/admin/keys/${issued.text("id")}/rotate`)
      assert.strictEqual(rotated.text("id"), issued.text("id"))
      assert.strictEqual(rotated.text("name"), issued.text("name"))
      assert.notStrictEqual(rotated.text("key"), issued.text("key"))
      assert.strictEqual(yield* works(issued.text("key")), 401)
      assert.strictEqual(yield* works(rotated.text("key")), 200)
    })
  )

  it.effect("lets a key end at its time", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const { body } = yield* call("GET", "/health", { key: null })
      const now = Date.parse(String(Reflect.get(Object(body), "timestamp")))
      const issued = yield* issue(caller, { expiresAt: new Date(now + 1200).toISOString() })
      const key = issued.text("key")
      assert.strictEqual(yield* works(key), 200)
      const later = yield* works(key).pipe(
        Effect.repeat({
          until: (status) => status !== 200,
          schedule: Schedule.spaced("50 millis").pipe(Schedule.upTo({ duration: "5 seconds" }))
        })
      )
      assert.strictEqual(later, 401)
      const past = yield* issue(caller, { expiresAt: "2020-01-01T00:00:00.000Z" })
      assert.deepStrictEqual(past.faults, ["payload.expiresAt"])
    })
  )

  it.effect("refuses scopes nobody knows, and no scopes at all", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      for (const scopes of [[], ["everything"], "read", null]) {
        const answer = yield* issue(caller, { scopes })
        assert.strictEqual(answer.status, 400, answer.raw)
        assert.isTrue(answer.faults.every((fault) => fault.startsWith("payload.scopes")))
      }
      const foreign = yield* issue(caller, { workspaceId: "ws_nobody" })
      assert.strictEqual(foreign.status, 403)
    })
  )
}

const workspaces = (it: Tests): void => {
  it.effect("makes a workspace with nobody in it and lists it", () =>
    Effect.gen(function* () {
      const name = unique("made")
      const made = yield* call("POST", "/api/admin/workspaces", { body: { name: ` ${name} ` } })
      assert.match(made.text("id"), /^ws_/)
      assert.strictEqual(made.text("name"), name)
      const listed = yield* call("GET", "/api/admin/workspaces?limit=1000")
      assert.include(
        listed.list("workspaces").map((workspace) => workspace["id"]),
        made.text("id")
      )
      assert.notInclude(listed.raw, "secret")
      const key = yield* keyOf(made.text("id"))
      assert.strictEqual((yield* key.get("/api/person")).at("total"), 0)
    })
  )

  it.effect("keeps settings, changes those that are given, and sends in the workspace's name", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const path = "/api/admin/settings"
      assert.deepStrictEqual((yield* caller.get(path)).body, {})
      yield* caller.patch(path, { timezone: "Europe/Berlin", defaultFrom: "Ada <ada@Engines.example>" })
      const changed = yield* caller.patch(path, { postalAddress: "1 Main Street" })
      assert.deepStrictEqual(changed.body, {
        timezone: "Europe/Berlin",
        defaultFrom: '"Ada" <ada@engines.example>',
        postalAddress: "1 Main Street"
      })
      assert.strictEqual((yield* caller.get(`${path}?workspaceId=${caller.workspaceId}`)).raw, changed.raw)
      const person = yield* personOf(caller, { consent: true })
      const sent = yield* caller.post("/email/send", { personId: person.id, body: "Hello" })
      assert.strictEqual(sent.status, 200, sent.raw)
    })
  )

  it.effect("refuses settings that cannot be meant, and workspaces of nobody", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const bad: ReadonlyArray<readonly [object, string]> = [
        [{ timezone: "Mars/Olympus" }, "payload.timezone"],
        [{ defaultFrom: "nobody" }, "payload.defaultFrom"],
        [{ defaultFrom: "Ada <ada@example.com>\r\nBcc: all@example.com" }, "payload.defaultFrom"],
        [{ defaultFrom: "a@example.com, b@example.com" }, "payload.defaultFrom"],
        [{ postalAddress: " " }, "payload.postalAddress"]
      ]
      for (const [body, field] of bad) {
        const answer = yield* caller.patch("/api/admin/settings", body)
        assert.deepStrictEqual(answer.faults, [field], `${JSON.stringify(body)}: ${answer.raw}`)
      }
      assert.deepStrictEqual((yield* caller.get("/api/admin/settings")).body, {})
      assert.strictEqual((yield* caller.get("/api/admin/settings?workspaceId=ws_nobody")).status, 403)
      assert.strictEqual((yield* caller.get("/api/admin/keys?workspaceId=ws_nobody")).status, 403)
    })
  )
}

export const suite = (it: Tests): void => {
  keys(it)
  workspaces(it)
}
