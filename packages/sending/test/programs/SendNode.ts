/**
 * A process that sends, against a vendor that lives elsewhere, until it is done or dies: by its parent's hand, or by its
 * own at a chosen point. Started again it does what is left, under the same keys.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { PersonClient } from "@loopdrive/person/Client"
import * as Resend from "@loopdrive/providers/Resend"
import { BulkStore } from "@loopdrive/sending/BulkStore"
import type { Carrier } from "@loopdrive/sending/Carrier"
import * as EmailCarrier from "@loopdrive/sending/EmailCarrier"
import * as Express from "@loopdrive/sending/Express"
import * as SmsCarrier from "@loopdrive/sending/SmsCarrier"
import * as Queue from "@loopdrive/sending/Queue"
import { SendStore } from "@loopdrive/sending/SendStore"
import * as SendSweep from "@loopdrive/sending/SendSweep"
import * as SendWorker from "@loopdrive/sending/SendWorker"
import * as AnsweringNode from "@loopdrive/testkit/AnsweringNode"
import type { TwilioEmulator } from "@loopdrive/testkit/TwilioEmulator"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as SqlClient from "effect/sql/SqlClient"
import { createInterface } from "node:readline"
import { ended, request, runner } from "../Bulks.ts"
import { layerTapped, reachable, settled, submitAs, subscriber, twilio, workspace } from "../Mail.ts"

const [target = "", vendor = "", name = "", what = "", count = "0", point = ""] = process.argv.slice(2)

const seen = new Map<string, number>()
/** `point`: `before BeginSend 7`. */
const pass = (place: string) =>
  Effect.sync(() => {
    const times = (seen.get(place) ?? 0) + 1
    seen.set(place, times)
    if (`${place} ${times}` === point) process.kill(process.pid, "SIGKILL")
  })

const around = <A, E, R>(place: string, effect: Effect.Effect<A, E, R>) =>
  Effect.andThen(
    pass(`before ${place}`),
    Effect.tap(effect, () => pass(`after ${place}`))
  )

const tapped = (people: PersonClient["Service"]): PersonClient["Service"] => ({
  ...people,
  ask: (workspaceId, personId, ask, identity) => around(ask._tag, people.ask(workspaceId, personId, ask, identity))
})

const carrier = Effect.map(EmailCarrier.make, (own): Carrier => ({
  ...own,
  send: (send, recipient) => around("vendor", own.send(send, recipient))
}))
const mails = SendWorker.layer(carrier).pipe(
  Layer.provide(Resend.layerWith({ apiKey: Redacted.make("re_test"), baseUrl: vendor, limits: { failures: 1000 } })),
  Layer.build
)

/** Twilio knows no key of ours: what may have left is looked for, and only what it has not is sent again. */
const texts = Effect.gen(function* () {
  const tappedSms = Effect.map(SmsCarrier.make, (own): Carrier => ({
    ...own,
    send: (send, recipient) => around("vendor", own.send(send, recipient))
  }))
  const sweep = Effect.flatMap(tappedSms, (own) => SendSweep.make([own]))
  const looking = Layer.effectDiscard(
    Effect.flatMap(sweep, (round) => Effect.forkScoped(Effect.repeat(round, Schedule.spaced("500 millis"))))
  )
  yield* Layer.mergeAll(SendWorker.layer(tappedSms), looking).pipe(
    Layer.provide(twilio(JSON.parse(vendor) as TwilioEmulator)),
    Layer.provide(
      Layer.succeed(SendSweep.Options, { settleAfter: 500, alertAfter: 15 * 60_000, lostAfter: 10 * 60_000 })
    ),
    Layer.build
  )
})

const numbers = Array.from({ length: Number(count) }, (_, n) => n)
const home = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const tenant = { workspaceId: `ws_${name}`, organizationId: "org_test", secret: "a secret of tests" }
  const known = yield* sql`select id from workspaces where id = ${tenant.workspaceId}`
  return known.length > 0 ? tenant : yield* workspace(name)
})

const singles = Effect.fnUntraced(function* (channel: "email" | "sms") {
  const tenant = yield* home
  yield* channel === "email" ? mails : texts
  const person = yield* channel === "email" ? subscriber(tenant, "ada") : reachable(tenant, "+15005550011")
  const ids = yield* Effect.forEach(
    numbers,
    (n) =>
      Effect.map(
        submitAs(tenant, person, { channel, purpose: "transactional", text: `Message ${n}` }, `message-${n}`),
        ({ send }) => send.id
      ),
    { concurrency: 16 }
  )
  const ends = yield* Effect.forEach(ids, (id) => settled(tenant, id, ["sent", "failed"]), { concurrency: 16 })
  const sends = yield* SendStore
  const { total } = yield* sends.history(tenant.workspaceId, [person], [], { limit: 1, offset: 0 })
  return { total, sent: ends.filter(({ send }) => send.state === "sent").length }
})

const bulk = Effect.gen(function* () {
  const tenant = yield* home
  const store = yield* BulkStore
  const jobId = `bulk_${name}`
  if (Option.isNone(yield* Effect.option(store.get(tenant.workspaceId, jobId)))) {
    const people = yield* Effect.forEach(numbers, (n) => subscriber(tenant, `reader-${n}`), { concurrency: 64 })
    yield* store.create({ id: jobId, workspaceId: tenant.workspaceId, request }, people)
  }
  yield* mails
  yield* runner
  // One after the other: a pause that is done after the resume behind it is for ever.
  let done: Promise<unknown> = Promise.resolve()
  createInterface({ input: process.stdin }).on("line", (line) => {
    const [from, to] = line === "pause" ? (["running", "paused"] as const) : (["paused", "running"] as const)
    done = done.then(() => Effect.runPromise(store.change(jobId, [from], to)))
  })
  yield* Console.log("running")
  return yield* ended(tenant, jobId)
})

const told = (result: object) => Console.log(`done ${JSON.stringify(result)}`)
const program = Effect.gen(function* () {
  if (what === "bulk") yield* told(yield* bulk)
  else yield* told(yield* singles(what === "texts" ? "sms" : "email"))
  process.exit(0)
})

NodeRuntime.runMain(
  Effect.scoped(
    Effect.provide(
      program,
      layerTapped(tapped).pipe(
        // Their queue hands singles out; expresses leave as they are admitted.
        Layer.provideMerge(what === "expresses" ? Express.layer : Layer.empty),
        // Who takes over after a kill does not wait as long as in earnest.
        Layer.provide(Layer.succeed(Queue.Locks, { refresh: "500 millis", expire: "2 seconds" })),
        Layer.provideMerge(AnsweringNode.database(target))
      )
    )
  )
)
