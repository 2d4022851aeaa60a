import { afterEach, assert, describe, it } from "@effect/vitest"
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as Scripted from "./ScriptedServer.ts"

const open: Array<Scripted.Scripted> = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** A client, and what each call of it puts on the wire. */
const client = async (answer: unknown = {}) => {
  const server = await Scripted.start(Scripted.json(200, answer))
  open.push(server)
  const { budget } = new LoopDrive({ baseURL: server.base, apiKey: "ld_key" })
  const wire = async (call: Promise<unknown>) => {
    await call
    const { body, method, url } = server.asked.at(-1) ?? { body: "", method: "", url: "" }
    return `${method} ${url}${body === "" ? "" : ` ${body}`}`
  }
  return { budget, server, wire }
}

const [from, to] = [new Date("2026-01-01T00:00:00Z"), "2026-02-01"]
const wallet = "/api/budget/wallet/ws%2F1"

describe("the wallet's part of the client", () => {
  it("reads a wallet where the contract says it is", async () => {
    const { budget, wire } = await client({ balance: 7 })
    assert.strictEqual(await wire(budget.getWallet("ws/1")), `GET ${wallet}`)
    assert.strictEqual(await budget.getWalletBalance("ws/1"), 7)
    assert.strictEqual(
      await wire(budget.getBalanceAsOf("ws/1", from)),
      `GET ${wallet}/balance?asOf=2026-01-01T00%3A00%3A00.000Z`
    )
    assert.strictEqual(await wire(budget.getBalanceAsOf("ws/1", to)), `GET ${wallet}/balance?asOf=2026-02-01`)
    assert.strictEqual(await wire(budget.getWalletTransactions("ws/1")), `GET ${wallet}/transactions`)
    assert.strictEqual(
      await wire(budget.getWalletTransactions("ws/1", { limit: 2, offset: 4 })),
      `GET ${wallet}/transactions?limit=2&offset=4`
    )
    assert.strictEqual(await wire(budget.getStatement("ws/1")), `GET ${wallet}/statement`)
    assert.strictEqual(
      await wire(budget.getStatement("ws/1", { from, to })),
      `GET ${wallet}/statement?from=2026-01-01T00%3A00%3A00.000Z&to=2026-02-01`
    )
    assert.strictEqual(await wire(budget.getHolds("ws/1", { status: "open" })), `GET ${wallet}/holds?status=open`)
    assert.strictEqual(await wire(budget.getDrift("ws/1")), `GET ${wallet}/reconciliation`)
  })

  it("reads what belongs to a wallet by its workspace", async () => {
    const { budget, wire } = await client([])
    assert.strictEqual(
      await wire(budget.getPayments("ws", { limit: 1 })),
      "GET /api/budget/payments?workspaceId=ws&limit=1"
    )
    assert.strictEqual(await wire(budget.getPayouts("ws")), "GET /api/budget/payouts?workspaceId=ws")
    assert.strictEqual(await wire(budget.getRecipients("ws")), "GET /api/budget/recipients?workspaceId=ws")
    assert.strictEqual(await wire(budget.getLedger("ws")), "GET /api/budget/ledger?workspaceId=ws")
    assert.strictEqual(
      await wire(budget.getLedger("ws", { to })),
      "GET /api/budget/ledger?workspaceId=ws&to=2026-02-01"
    )
    assert.strictEqual(await wire(budget.getAlerts("ws")), "GET /api/budget/alerts?workspaceId=ws")
    assert.strictEqual(
      await wire(budget.getAlerts("ws", { acknowledged: false, offset: 9 })),
      "GET /api/budget/alerts?workspaceId=ws&acknowledged=false&offset=9"
    )
  })

  it("moves money with the words it was given, and a key for each call", async () => {
    const { budget, server, wire } = await client()
    const credit = { type: "credit", amount: 5, source: "manual", description: "d" } as const
    const hold = { amount: 5, description: "d" }
    const payout = { recipientId: "creator_1", amount: 5, description: "d" }
    const recipient = { connectAccountId: "acct_1", type: "vendor", name: "V" } as const
    const reload = { enabled: true, threshold: 1, amount: 50 }
    for (const [call, path, body] of [
      [budget.topUpWallet("ws/1", 500), `${wallet}/topup`, { amount: 500 }],
      [budget.configureAutoReload("ws/1", reload), `${wallet}/auto-reload`, reload],
      [budget.postTransaction("ws/1", credit), `${wallet}/transactions`, credit],
      [budget.freezeWallet("ws/1"), `${wallet}/freeze`, undefined],
      [budget.unfreezeWallet("ws/1"), `${wallet}/unfreeze`, undefined],
      [budget.setOverdraft("ws/1", 9), `${wallet}/overdraft`, { limit: 9 }],
      [budget.reserve("ws/1", hold), `${wallet}/holds`, hold],
      [budget.captureHold("ws/1", "h/1"), `${wallet}/holds/h%2F1/capture`, {}],
      [
        budget.captureHold("ws/1", "h", { amount: 2, final: true }),
        `${wallet}/holds/h/capture`,
        { amount: 2, final: true }
      ],
      [budget.releaseHold("ws/1", "h"), `${wallet}/holds/h/release`, {}],
      [budget.releaseHold("ws/1", "h", { amount: 3 }), `${wallet}/holds/h/release`, { amount: 3 }],
      [budget.registerRecipient(recipient), "/api/budget/recipients", recipient],
      [budget.payout(payout, { idempotencyKey: "mine" }), "/api/budget/payout", payout],
      [budget.acknowledgeAlert("a/1"), "/api/budget/alerts/a%2F1/acknowledge", undefined]
    ] as const) {
      await call
      const found = server.asked.find(({ body: sent, url }) => url === path && sent === (JSON.stringify(body) ?? ""))
      assert.strictEqual(found?.method, "POST", path)
      assert.isNotEmpty(found?.headers["idempotency-key"])
    }
    assert.strictEqual(
      await wire(budget.payout(payout, { idempotencyKey: "mine" })),
      `POST /api/budget/payout ${JSON.stringify(payout)}`
    )
    assert.strictEqual(server.asked.at(-1)?.headers["idempotency-key"], "mine")
  })
})
