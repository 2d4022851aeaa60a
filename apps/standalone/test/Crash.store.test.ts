import { assert, describe, it } from "@effect/vitest"
import type { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as TemporaryDirectory from "@loopdrive/testkit/TemporaryDirectory"
import * as Effect from "effect/Effect"
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
  const message = { personId: person.id, objective: "welcome", subject: `For ${email}`, body: "Hello!" }
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
