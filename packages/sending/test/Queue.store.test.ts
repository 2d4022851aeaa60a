import { assert } from "@effect/vitest"
import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import * as Queue from "../src/Queue.ts"
import { QueueStore } from "../src/QueueStore.ts"
import * as SqlQueueStore from "../src/SqlQueueStore.ts"

const waits = Schema.decodeUnknownSync(Schema.Tuple([Schema.Struct({ synchronous_commit: Schema.String })]))

/** Whether the commit of a transaction with this statement in it waits for the disk. */
const durable = <E, R>(statement: Effect.Effect<unknown, E, R>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    return yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`set local synchronous_commit = on`
        yield* statement
        const [{ synchronous_commit }] = waits(yield* sql`show synchronous_commit`)
        return synchronous_commit === "on"
      })
    )
  })

describeStores(
  "a durable queue",
  (it) => {
    it.effect("waits for the disk as something is added or handed out again, not as it is claimed or done", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const store = yield* QueueStore
        const added = sql`insert into queue_items (id, queue_name, element, state, attempts, visible_at, created_at, updated_at)
          values ('a', 'email.send', '{"sendId":"a"}', 'pending', 0, now(), now(), now())`
        assert.isTrue(yield* durable(added))
        assert.isFalse(yield* durable(sql`update queue_items set acquired_at = now(), attempts = 1 where id = 'a'`))
        assert.isFalse(
          yield* durable(sql`update queue_items set acquired_at = null, state = 'completed' where id = 'a'`)
        )
        assert.isTrue(yield* durable(Effect.exit(store.requeue("email.send", "ws_none", "a"))))
        assert.isTrue(yield* durable(sql`select 1`))
      }).pipe(Effect.provide(Layer.provideMerge(Queue.layer, SqlQueueStore.layer)))
    )

    it.effect("is made ready by as many processes as start", () =>
      Effect.gen(function* () {
        yield* Effect.forEach([1, 2, 3], () => Effect.scoped(Layer.build(Layer.fresh(Queue.layer))), {
          concurrency: "unbounded",
          discard: true
        })
        const sql = yield* SqlClient.SqlClient
        const triggers = yield* sql`select tgname from pg_trigger where tgname = 'queue_bookkeeping'`
        assert.strictEqual(triggers.length, 1)
      })
    )
  },
  { clock: "live" }
)
