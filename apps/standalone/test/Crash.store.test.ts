import { assert, describe, it } from "@effect/vitest"
import type { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as RunningServer from "./RunningServer.ts"

interface Acknowledged {
  readonly persons: Map<string, string>
  readonly sends: Map<string, string>
}

const customers = Array.from({ length: 60 }, (_, n) => `customer-${n}@example.com`)

/** The whole flow for one customer, every step under a key of its own; what was answered is noted at once. */
const flow = async (client: LoopDrive, email: string, { persons, sends }: Acknowledged): Promise<void> => {
  const { person } = await client.person.resolve({ email }, { idempotencyKey: `resolve-${email}` })
  persons.set(email, person.id)
  const consent = { channel: "email", scope: "marketing", status: "granted", source: "test" } as const
  await client.person.updateConsent(person.id, consent, { idempotencyKey: `consent-${email}` })
  const message = { personId: person.id, objective: "welcome", subject: "For you", body: "Hello!" }
  const send = await client.send.email(message, { idempotencyKey: `send-${email}` })
  sends.set(email, send.id)
}

const flows = (client: LoopDrive, acknowledged: Acknowledged, after: (done: number) => Effect.Effect<unknown>) =>
  Effect.forEach(
    customers,
    (email) =>
      Effect.exit(Effect.tryPromise(() => flow(client, email, acknowledged))).pipe(
        Effect.tap(() => after(acknowledged.sends.size))
      ),
    { concurrency: 12 }
  )

const nothing = (): Acknowledged => ({ persons: new Map(), sends: new Map() })

describe("the server, killed with -9 under a load of resolves and sends", () => {
  it.live("comes back with everything it acknowledged, and no message is sent twice", () =>
    Effect.gen(function* () {
      const vendor = yield* ResendEmulator.make()
      const where = { dataDir: yield* TemporaryDirectory.make, resend: vendor.url }
      for (const kind of ["accept-then-drop", "drop-before", "accept-then-drop"] as const)
        yield* vendor.fault.next({ kind })
      const first = yield* RunningServer.start(where)
      const before = nothing()
      let killed = false
      const killAt = (done: number) => {
        if (killed || done < 25) return Effect.void
        killed = true
        return first.child.kill("SIGKILL")
      }
      const exits = yield* flows(first.client, before, killAt)
      assert.isAbove(exits.filter(Exit.isFailure).length, 0)

      const second = yield* RunningServer.start(where)
      const after = nothing()
      for (const exit of yield* flows(second.client, after, () => Effect.void)) assert.deepStrictEqual(exit, Exit.void)
      for (const [email, id] of before.persons) assert.strictEqual(after.persons.get(email), id)
      for (const [email, id] of before.sends) assert.strictEqual(after.sends.get(email), id)

      for (const id of after.sends.values()) {
        const status = Effect.promise(() => second.client.send.getStatus(id))
        yield* RunningServer.until(Effect.map(status, (send) => send.status === "sent"))
      }
      const accepted = yield* vendor.accepted
      const recipients = accepted.map(({ email }) => String(email.to)).toSorted()
      assert.deepStrictEqual(recipients, customers.toSorted())
      const ids = accepted.map(({ idempotencyKey }) => idempotencyKey)
      assert.deepStrictEqual(ids.toSorted(), [...after.sends.values()].toSorted())
      for (const id of after.persons.values()) {
        const { events } = yield* Effect.promise(() => second.client.events.timeline(id))
        assert.deepStrictEqual(
          events.map(({ type }) => type),
          ["email.sent"]
        )
      }
    }).pipe(Effect.scoped)
  )
})

describe("starting and stopping the server", () => {
  it.live("refuses a second start at once, and a stop answers what was taken, keeps it and ends with 0", () =>
    Effect.gen(function* () {
      const where = { dataDir: yield* TemporaryDirectory.make }
      const first = yield* RunningServer.start(where)
      // 5 s are promised on a quiet machine.
      assert.isBelow(first.readyMillis, 20_000)
      const second = yield* RunningServer.launch(where)
      assert.strictEqual(yield* second.exit, 1)
      assert.include(second.output().join("\n"), `in use by process ${first.child.pid}`)
      const migrating = yield* RunningServer.migrate(where)
      assert.strictEqual(yield* migrating.exit, 1)
      const said = migrating.output().filter((line) => line !== "")
      assert.lengthOf(said, 1)
      assert.match(said.join(), new RegExp(`^Nothing was migrated\\. .*in use by process ${first.child.pid}`))

      const before = nothing()
      const stopAt = (done: number) => Effect.sync(() => done === 15 && process.kill(first.child.pid, "SIGINT"))
      yield* flows(first.client, before, stopAt)
      assert.isAtLeast(before.sends.size, 15)
      assert.strictEqual(yield* Effect.timeout(first.child.exit, "15 seconds"), 0)

      const third = yield* RunningServer.start(where)
      for (const [email, id] of before.sends) {
        const send = yield* Effect.promise(() => third.client.send.getStatus(id))
        assert.include(["queued", "sent"], send.status, email)
      }
      yield* third.child.kill("SIGTERM")
      assert.strictEqual(yield* third.child.exit, 0)
    }).pipe(Effect.scoped)
  )
})
