import { afterEach, assert, describe, it } from "@effect/vitest"
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as Scripted from "./ScriptedServer.ts"

const open: Array<Scripted.Scripted> = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** A client of a server that answers this. */
const client = async (...steps: ReadonlyArray<Scripted.Step>) => {
  const server = await Scripted.start(...steps)
  open.push(server)
  return { ...new LoopDrive({ baseURL: server.base, apiKey: "ld_key" }), server }
}

describe("client.send", () => {
  it("calls the contract's routes with the contract's names", async () => {
    const { events, send, server } = await client(Scripted.json(200, {}))
    await send.getStatus("send_1")
    await send.explain("send_1")
    assert.isUndefined(await send.cancel("send_1"))
    await send.getHistory("per_1")
    await send.getHistory("per_1", { channels: ["email", "sms"], limit: 5 })
    await send.getAlerts()
    await send.getAlerts({ acknowledged: false })
    await send.acknowledgeAlert("alert/1")
    await send.getBulkStatus("job_1")
    await send.pauseBulk("job_1")
    await send.resumeBulk("job_1")
    await send.cancelBulk("job_1")
    await events.timeline("per_1")
    await events.timeline("per_1", { types: ["email.sent"], dateFrom: new Date(0) })
    assert.deepStrictEqual(
      server.asked.map(({ method, url }) => `${method} ${url}`),
      [
        "GET /send/send_1/status",
        "GET /send/send_1/explain",
        "POST /send/send_1/cancel",
        "GET /person/per_1/sends",
        "GET /person/per_1/sends?channels=email&channels=sms&limit=5",
        "GET /api/sends/alerts",
        "GET /api/sends/alerts?acknowledged=false",
        "POST /api/sends/alerts/alert%2F1/acknowledge",
        "GET /send/bulk/job_1",
        "POST /send/bulk/job_1/pause",
        "POST /send/bulk/job_1/resume",
        "POST /send/bulk/job_1/cancel",
        "GET /events/timeline?personId=per_1",
        "GET /events/timeline?personId=per_1&types=email.sent&dateFrom=1970-01-01T00%3A00%3A00.000Z"
      ]
    )
  })

  it("sends what it is given, to whom it is given, with whatever the sender notes beside", async () => {
    const { send, server } = await client(Scripted.json(200, { id: "send_1" }))
    const metadata = { priority: 9, campaign: { name: "spring" } }
    await send.email({ personId: "per_1", subject: "News", body: "There is some.", metadata })
    await send.sms({ to: "+15005550006", body: "Hello", sendAt: new Date(0) })
    await send.dm({ platform: "x", to: "per_1", objective: "nurture" })
    await send.bulk({ personIds: ["per_1"], body: "Hello", dryRun: true, metadata })
    assert.deepStrictEqual(
      server.asked.map(({ body, url }) => [url, JSON.parse(body)]),
      [
        ["/email/send", { to: "per_1", personId: "per_1", subject: "News", body: "There is some.", metadata }],
        ["/sms/send", { to: "+15005550006", body: "Hello", sendAt: "1970-01-01T00:00:00.000Z" }],
        ["/social/x/dm", { platform: "x", to: "per_1", objective: "nurture" }],
        ["/send/bulk", { personIds: ["per_1"], body: "Hello", dryRun: true, metadata }]
      ]
    )
  })

  it("tells of a bulk each time something has changed, until it has ended", async () => {
    const report = (status: string, sent: number) => Scripted.json(200, { jobId: "job_1", status, sent })
    const { send, server } = await client(
      report("running", 0),
      report("running", 0),
      report("running", 3),
      report("completed", 5)
    )
    const seen: Array<readonly [string, number]> = []
    for await (const { sent, status } of send.bulkProgress("job_1", { every: 1 })) seen.push([status, sent])
    assert.deepStrictEqual(seen, [
      ["running", 0],
      ["running", 3],
      ["completed", 5]
    ])
    assert.strictEqual(server.asked.length, 4)
  })
})
