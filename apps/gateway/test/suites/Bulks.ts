/** Bulks and queues over HTTP. */
import { assert } from "@effect/vitest"
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { Served, many, personOf, tenant } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"
import { awake, reachable } from "./Channels.ts"

const ended = (caller: Caller, jobId: string) =>
  caller.get(`/send/bulk/${jobId}`).pipe(
    Effect.repeat({
      until: (answer) => ["completed", "cancelled"].includes(String(answer.at("status"))) && answer.at("queued") === 0,
      schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: "20 seconds" }))
    })
  )

const total = (report: Record<string, unknown>): number =>
  ["sent", "deferred", "refused", "failed"].reduce((sum, name) => sum + Number(report[name]), 0)

const bulks = (it: Tests): void => {
  it.effect("rehearses a bulk, sends it, and accounts for everybody", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const readers = yield* Effect.forEach(
        many(5, (n) => n),
        () => personOf(caller, { consent: true }),
        { concurrency: 5 }
      )
      const strangers = yield* Effect.forEach(
        many(2, (n) => n),
        () => personOf(caller)
      )
      const personIds = [...readers, ...strangers, ...readers.slice(0, 2)].map(({ id }) => id)
      const body = { personIds, body: "News for you", subject: "News" }

      const rehearsal = yield* caller.post("/send/bulk", { ...body, dryRun: true })
      assert.strictEqual(rehearsal.at("queued"), 0, rehearsal.raw)
      const would = yield* ended(caller, rehearsal.text("jobId"))
      assert.deepInclude(would.body, {
        status: "completed",
        candidates: 7,
        sent: 5,
        refused: 2,
        reasons: { no_consent: 2 },
        dryRun: true,
        costCents: 5
      })
      assert.isEmpty((yield* caller.get("/sandbox/messages")).list("messages"))

      const started = yield* caller.post("/api/send/bulk", body)
      assert.strictEqual(started.at("queued"), 7)
      const done = yield* ended(caller, started.text("jobId"))
      assert.deepInclude(done.body, { status: "completed", candidates: 7, sent: 5, refused: 2, failed: 0, deferred: 0 })
      const messages = (yield* caller.get("/sandbox/messages")).list("messages")
      assert.sameMembers(
        messages.map(({ to }) => to),
        readers.map(({ email }) => email)
      )
      assert.strictEqual(
        (yield* caller.get(`/person/${strangers[0]?.id}/sends`)).at("sends.0.metadata.reason"),
        "no_consent"
      )
    })
  )

  it.effect("without a hint writes to everybody where they agreed, and pays what each channel costs", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const everywhere = yield* reachable(caller)
      const phone = "+14155557999"
      const byPhone = (yield* caller.post("/api/person/resolve", { phone })).text("person.id")
      const consent = { channel: "sms", scope: "marketing", status: "granted", source: "test" }
      yield* caller.post(`/api/person/${byPhone}/consent`, consent)
      const job = yield* caller.post("/send/bulk", { personIds: [everywhere.id, byPhone], body: "Hello" })
      const done = yield* ended(caller, job.text("jobId"))
      assert.deepInclude(done.body, { sent: 2, costCents: 6 })
      const messages = (yield* caller.get("/sandbox/messages")).list("messages")
      assert.sameMembers(
        messages.map(({ channel }) => channel),
        ["email", "sms"]
      )
    })
  )

  it.effect("keeps a bulk until everybody's own hour, and takes all of it back when it is cancelled", () =>
    Effect.gen(function* () {
      const caller = yield* awake()
      const [east, west] = [yield* personOf(caller, { consent: true }), yield* personOf(caller, { consent: true })]
      yield* caller.patch(`/api/person/${east.id}`, { timezone: "Asia/Tokyo" })
      yield* caller.patch(`/api/person/${west.id}`, { timezone: "America/Los_Angeles" })
      const personIds = [east.id, west.id]
      const scheduleFor = "2099-06-01T00:00:00.000Z"
      const job = yield* caller.post("/send/bulk", {
        personIds,
        body: "Morning",
        channel: "email",
        localTime: "09:00",
        scheduleFor
      })
      const jobId = job.text("jobId")
      const done = yield* ended(caller, jobId)
      assert.deepInclude(done.body, { status: "completed", deferred: 2 })
      const due = (id: string) =>
        Effect.map(caller.get(`/person/${id}/sends`), (sends) => sends.at("sends.0.metadata.deferredUntil"))
      assert.strictEqual(yield* due(east.id), "2099-06-01T00:00:00.000Z")
      assert.strictEqual(yield* due(west.id), "2099-06-01T16:00:00.000Z")
      // Everybody was decided about, and nobody has got it yet.
      assert.strictEqual((yield* caller.post(`/send/bulk/${jobId}/cancel`)).at("status"), "cancelled")
      const back = yield* Effect.repeat(caller.get(`/send/bulk/${jobId}`), {
        until: (answer) => answer.at("failed") === 2,
        schedule: Schedule.spaced("20 millis")
      })
      assert.deepInclude(back.body, { deferred: 0, reasons: { cancelled: 2 } })

      const other = (yield* caller.post("/send/bulk", {
        personIds,
        body: "Slowly",
        channel: "email",
        ratePerSecond: 0.01
      })).text("jobId")
      // The next of it is more than a minute away.
      yield* Effect.repeat(caller.get(`/send/bulk/${other}`), {
        until: (answer) => answer.at("sent") === 1,
        schedule: Schedule.spaced("20 millis")
      })
      assert.strictEqual((yield* caller.post(`/send/bulk/${other}/pause`)).at("status"), "paused")
      assert.strictEqual((yield* caller.post(`/send/bulk/${other}/pause`)).at("status"), "paused")
      assert.include(["running", "queued"], (yield* caller.post(`/send/bulk/${other}/resume`)).at("status"))
      yield* caller.post(`/send/bulk/${other}/cancel`)
      const cancelled = yield* ended(caller, other)
      assert.strictEqual(cancelled.at("status"), "cancelled")
      assert.strictEqual(total(cancelled.body as Record<string, unknown>), 2, cancelled.raw)
    })
  )

  it.effect("starts one job for repeats of one request, and shows it to its workspace alone", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [yield* awake(), yield* tenant()]
      const person = yield* personOf(ours, { consent: true })
      const body = { personIds: [person.id], body: "Once", channel: "email" }
      const [one, two] = [yield* ours.post("/send/bulk", body), yield* ours.post("/send/bulk", body)]
      assert.strictEqual(one.text("jobId"), two.text("jobId"))
      assert.strictEqual((yield* theirs.get(`/send/bulk/${one.text("jobId")}`)).status, 404)
      assert.strictEqual((yield* theirs.post("/send/bulk", body)).status, 400)
      yield* ended(ours, one.text("jobId"))
      assert.strictEqual((yield* ours.get("/sandbox/messages")).at("total"), 1)
      assert.strictEqual((yield* ours.post(`/send/bulk/${one.text("jobId")}/cancel`)).at("code"), "bulk_ended")
      const unbranded = yield* ours.post("/send/bulk", { ...body, brandId: "brand_nobody" })
      assert.deepStrictEqual([unbranded.status, unbranded.at("code")], [404, "brand_not_found"])
    })
  )

  it.effect("passes through the SDK, with its progress", () =>
    Effect.gen(function* () {
      const { base } = yield* Served
      const caller = yield* awake()
      const person = yield* reachable(caller)
      const client = new LoopDrive({ baseURL: base, apiKey: caller.key })
      const flow = async () => {
        const sms = await client.send.sms({ to: person.id, body: "By SDK" })
        const dm = await client.send.dm({ personId: person.id, platform: "x", body: "By SDK" })
        const later = await client.send.email({ to: person.id, body: "Later", scheduleFor: new Date("2099-01-01") })
        await client.send.cancel(later.id)
        const { jobId } = await client.send.bulk({ personIds: [person.id], body: "To all", channel: "email" })
        const seen: Array<string> = []
        for await (const report of client.send.bulkProgress(jobId, { every: 20 })) seen.push(report.status)
        const history = await client.send.getHistory(person.id, { channels: ["sms"] })
        const explained = await client.send.explain(sms.id)
        return {
          dm,
          seen,
          history,
          explained,
          paused: await client.send.pauseBulk(jobId).catch((error: Error) => error.name)
        }
      }
      const result = yield* Effect.promise(flow)
      assert.strictEqual(result.dm.channel, "x")
      assert.strictEqual(result.seen.at(-1), "completed")
      assert.strictEqual(result.history.total, 1)
      assert.isNotEmpty(result.explained.decisions)
      assert.strictEqual(result.paused, "ConflictError")
    })
  )
}

const queues = (it: Tests): void => {
  it.effect("tells how all eleven queues run, and that nothing is dead", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const stats = (yield* caller.get("/api/queues/stats")).list("queues")
      assert.strictEqual(stats.length, 11)
      assert.deepStrictEqual(Object.keys(stats[0] ?? {}), [
        "name",
        "depth",
        "delayed",
        "oldestMillis",
        "completedLastMinute",
        "dead"
      ])
      const dead = yield* caller.get("/api/queues/email.send/dead")
      assert.deepStrictEqual(dead.body, { items: [], total: 0 })
      assert.strictEqual((yield* caller.get("/api/queues/nowhere/dead")).at("code"), "queue_not_found")
      assert.strictEqual(
        (yield* caller.post("/api/queues/email.send/dead/none/requeue")).at("code"),
        "queue_item_not_found"
      )
    })
  )
}

export const suite = (it: Tests): void => {
  bulks(it)
  queues(it)
}
