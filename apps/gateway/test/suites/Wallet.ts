/** Money over HTTP: what it takes, what it refuses, and that nothing happens twice. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { entry, has, named, post, root } from "../Money.ts"
import { Served, keyOf, many, tenant, unique } from "../Served.ts"
import type { Tests } from "../Served.ts"

const balances = (it: Tests): void => {
  it.effect("is there when it is first looked at, empty, in dollars, and depleted", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const wallet = yield* caller.get(root(caller))
      assert.strictEqual(wallet.status, 200, wallet.raw)
      assert.strictEqual(wallet.text("workspaceId"), caller.workspaceId)
      has(wallet, { balance: 0, currency: "usd", status: "depleted", autoReloadEnabled: false })
      assert.strictEqual((yield* caller.get(root(caller))).raw, wallet.raw)
    })
  )

  it.effect("answers the entry it wrote, signed and with the running balance, and lists it", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const credit = yield* post(caller, "credit", 5000)
      assert.strictEqual(credit.status, 200, credit.raw)
      has(credit, { type: "credit", amount: 5000, balance: 5000, source: "manual" })
      const debit = yield* post(caller, "debit", 1200)
      has(debit, { type: "debit", amount: -1200, balance: 3800, source: "campaign_spend" })
      const correction = yield* caller.post(
        root(caller, "/transactions"),
        entry("adjustment", -300, { corrects: debit.text("id") }),
        named()
      )
      has(correction, { amount: -300, balance: 3500, metadata: { corrects: debit.text("id") } })
      const unknown = yield* caller.post(
        root(caller, "/transactions"),
        entry("adjustment", -1, { corrects: "txn_unknown" }),
        named()
      )
      assert.deepStrictEqual([unknown.status, unknown.faults], [400, ["payload.corrects"]])
      const ofCredit = entry("refund", 1, { corrects: credit.text("id") })
      const noDebit = yield* caller.post(root(caller, "/transactions"), ofCredit, named())
      assert.deepStrictEqual([noDebit.status, noDebit.faults], [400, ["payload.corrects"]])
      const tooMuch = entry("refund", 1201, { corrects: debit.text("id") })
      const exceeded = yield* caller.post(root(caller, "/transactions"), tooMuch, named())
      has(exceeded, { status: 409, code: "refund_exceeded", requested: 1201, refundable: 1200 })
      const page = yield* caller.get(root(caller, "/transactions?limit=2&offset=1"))
      assert.strictEqual(page.at("total"), 3)
      assert.deepStrictEqual(page.at("transactions"), [debit.body, credit.body])
      const wallet = yield* caller.get(root(caller))
      has(wallet, { balance: 3500, status: "active" })
    })
  )

  it.effect("refuses what cannot be spent, says what can, and writes nothing", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 100)
      const refused = yield* post(caller, "debit", 101)
      assert.strictEqual(refused.status, 409)
      has(refused, { code: "insufficient_funds", requested: 101, available: 100 })
      assert.strictEqual((yield* caller.get(root(caller, "/transactions"))).at("total"), 1)
    })
  )

  it.effect("does a key once, for whoever repeats it, and refuses it for another request", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 1000)
      const key = unique("once")
      const answers = yield* Effect.forEach(
        many(100, () => key),
        (same) => post(caller, "debit", 10, same),
        {
          concurrency: "unbounded"
        }
      )
      assert.strictEqual(new Set(answers.map(({ raw }) => raw)).size, 1)
      assert.strictEqual((yield* caller.get(root(caller))).at("balance"), 990)
      const other = yield* post(caller, "debit", 11, key)
      assert.strictEqual(other.status, 422)
      assert.strictEqual(other.text("code"), "idempotency_key_reused")
      const elsewhere = yield* caller.post(root(caller, "/topup"), { amount: 500 }, named(key))
      assert.strictEqual(elsewhere.status, 422)
    })
  )

  it.effect("lets nothing out while it is frozen", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 1000)
      assert.strictEqual((yield* caller.post(root(caller, "/freeze"))).text("status"), "frozen")
      for (const refused of [
        yield* post(caller, "debit", 1),
        yield* caller.post(root(caller, "/holds"), { amount: 1, description: "no" }, named())
      ]) {
        assert.strictEqual(refused.status, 409, refused.raw)
        assert.strictEqual(refused.text("code"), "wallet_frozen")
      }
      assert.strictEqual((yield* post(caller, "credit", 1)).status, 200)
      assert.strictEqual((yield* caller.post(root(caller, "/unfreeze"))).text("status"), "active")
      assert.strictEqual((yield* post(caller, "debit", 1)).status, 200)
    })
  )

  it.effect("spends beyond the balance as far as its overdraft goes", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* caller.post(root(caller, "/overdraft"), { limit: 500 })
      has(yield* post(caller, "debit", 500), { balance: -500 })
      assert.strictEqual((yield* post(caller, "debit", 1)).status, 409)
    })
  )
}

const keys = (it: Tests): void => {
  it.effect("takes the same request of two services for two, with keys and without", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const other = yield* keyOf(caller.workspaceId)
      yield* post(caller, "credit", 1000)
      const hold = { amount: 100, description: "campaign" }
      const held = root(caller, "/holds")
      const first = yield* caller.post(held, hold)
      assert.strictEqual((yield* caller.post(held, hold)).raw, first.raw)
      yield* other.post(held, hold)
      for (const key of [unique("hold"), unique("hold")]) yield* caller.post(held, hold, named(key))
      for (const key of [unique("debit"), unique("debit")]) yield* post(caller, "debit", 7, key)
      has(yield* caller.get(root(caller)), { balance: 986 })
      assert.strictEqual((yield* caller.get(held)).at("total"), 4)
    })
  )
}

const holds = (it: Tests): void => {
  it.effect("sets money aside, spends a part of it, and gives the rest back", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 1000)
      const hold = yield* caller.post(root(caller, "/holds"), {
        amount: 600,
        description: "campaign",
        referenceId: "alloc_1"
      })
      assert.strictEqual(hold.status, 200, hold.raw)
      has(hold, { amount: 600, remaining: 600, status: "open" })
      const wallet = yield* caller.get(root(caller))
      has(wallet, { metadata: { held: 600, available: 400, overdraft: 0, paymentMethodSaved: false } })
      assert.strictEqual(wallet.at("balance"), 1000)
      has(yield* post(caller, "debit", 401), { available: 400 })

      const path = root(caller, `/holds/${hold.text("id")}`)
      const captured = yield* caller.post(`${path}/capture`, { amount: 250 })
      has(captured, { captured: 250, remaining: 350, status: "open" })
      assert.strictEqual(captured.at("transaction.amount"), -250)
      for (const way of ["capture", "release"]) {
        const misspelt = yield* caller.post(`${path}/${way}`, { amout: 10 })
        assert.deepStrictEqual([misspelt.status, misspelt.faults], [400, ["payload.amout"]])
      }
      const much = yield* caller.post(`${path}/capture`, { amount: 351 })
      assert.strictEqual(much.status, 409)
      has(much, { code: "hold_exceeded", requested: 351, remaining: 350 })
      const headers = { "content-type": "application/json" }
      const released = yield* caller.post(`${path}/release`, undefined, { raw: "", headers })
      has(released, { released: 350, remaining: 0, status: "captured" })
      const again = yield* caller.post(`${path}/release`, { amount: 1 })
      assert.strictEqual(again.text("code"), "hold_not_open")
      has(yield* caller.get(root(caller)), { balance: 750 })
      assert.strictEqual((yield* caller.get(root(caller, "/holds?status=captured"))).at("total"), 1)
    })
  )

  it.effect("end by themselves when their time is over, and their money can be spent again", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 100)
      const expiresAt = new Date(Date.now() + 300).toISOString()
      const hold = yield* caller.post(root(caller, "/holds"), { amount: 80, description: "brief", expiresAt })
      assert.strictEqual(hold.status, 200, hold.raw)
      assert.strictEqual((yield* post(caller, "debit", 21)).status, 409)
      const spend = Effect.map(post(caller, "debit", 21), ({ status }) => status)
      yield* Effect.repeat(spend, { until: (status) => status === 200, times: 500 })
      const listed = yield* caller.get(root(caller, "/holds?status=expired"))
      assert.deepInclude(listed.list("holds")[0], { id: hold.text("id"), remaining: 0, released: 80 })
      const past = { amount: 1, description: "late", expiresAt: "2020-01-01" }
      const refused = yield* caller.post(root(caller, "/holds"), past)
      assert.deepStrictEqual([refused.status, refused.faults], [400, ["payload.expiresAt"]])
    })
  )

  it.effect("are over for whoever looks as soon as their time is", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 100)
      const expiresAt = Date.now() + 200
      const body = { amount: 80, description: "brief", expiresAt: new Date(expiresAt).toISOString() }
      assert.strictEqual((yield* caller.post(root(caller, "/holds"), body)).status, 200)
      const look = Effect.gen(function* () {
        const isOver = Date.now() > expiresAt
        const open = yield* caller.get(root(caller, "/holds?status=open"))
        const { available } = (yield* caller.get(root(caller))).at("metadata") as { readonly available: number }
        return { isOver, open: open.at("total"), available }
      })
      const seen = yield* Effect.repeat(look, { until: ({ isOver }) => isOver, times: 2_000 })
      assert.deepStrictEqual(seen, { isOver: true, open: 0, available: 100 })
    })
  )

  it.effect("of another workspace are not found, as unknown ones are not", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const other = yield* tenant()
      yield* post(caller, "credit", 100)
      const hold = yield* caller.post(root(caller, "/holds"), { amount: 60, description: "mine" })
      for (const id of [hold.text("id"), "hold_unknown"]) {
        const refused = yield* other.post(root(other, `/holds/${id}/release`), {})
        assert.strictEqual(refused.status, 404)
        assert.strictEqual(refused.text("code"), "hold_not_found")
      }
    })
  )
}

const bad = (it: Tests): void => {
  it.effect("takes no amount that is not whole cents, positive and possible, and no other currency", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      for (const amount of [0, -5, 1.5, 1e15, "5", null]) {
        for (const [path, body] of [
          ["/transactions", entry("credit", amount as number)],
          ["/topup", { amount }],
          ["/holds", { amount, description: "d" }]
        ] as const) {
          const refused = yield* caller.post(root(caller, path), body, named())
          assert.strictEqual(refused.status, 400, `${path} ${amount}: ${refused.raw}`)
          assert.include(refused.raw, "amount")
        }
      }
      for (const [path, body] of [
        ["/transactions", entry("credit", 5)],
        ["/topup", { amount: 500 }],
        ["/holds", { amount: 5, description: "d" }],
        ["/holds/hold_1/capture", { amount: 5 }],
        ["/holds/hold_1/release", { amount: 5 }]
      ] as const) {
        const foreign = yield* caller.post(root(caller, path), { ...body, currency: "eur" }, named())
        assert.deepStrictEqual([foreign.status, foreign.text("errors.0.path.1")], [400, "currency"], path)
        const own = yield* caller.post(root(caller, path), { ...body, currency: "USD", amount: -1 }, named())
        assert.deepStrictEqual([own.status, own.faults], [400, ["payload.amount"]], path)
      }
      for (const amount of [0.5, -1, 1e15])
        for (const [path, field, body] of [
          ["/overdraft", "limit", { limit: amount }],
          ["/auto-reload", "amount", { enabled: false, amount }],
          ["/auto-reload", "threshold", { enabled: false, threshold: amount }],
          ["/auto-reload", "dailyCeiling", { enabled: false, dailyCeiling: amount }]
        ] as const) {
          const refused = yield* caller.post(root(caller, path), body)
          assert.deepStrictEqual([refused.status, refused.faults], [400, [`payload.${field}`]], `${path} ${amount}`)
        }
      const unkeyed = yield* caller.post(root(caller, "/transactions"), entry("credit", 5))
      assert.deepStrictEqual([unkeyed.status, unkeyed.text("errors.0.path.1")], [400, "Idempotency-Key"])
      assert.strictEqual((yield* caller.get(root(caller, "/transactions"))).at("total"), 0)
    })
  )

  it.effect("keeps to itself what it says of an entry, and reads no date in the zone of its server", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      for (const field of ["cause", "corrects", "holdId", "paymentId", "payoutId"]) {
        const metadata = { [field]: "payment", mine: 1 }
        for (const [path, body] of [
          ["/transactions", entry("credit", 5, { metadata })],
          ["/holds", { amount: 5, description: "d", metadata }]
        ] as const) {
          const refused = yield* caller.post(root(caller, path), body, named())
          assert.deepStrictEqual([refused.status, refused.faults], [400, [`payload.metadata.${field}`]], path)
        }
      }
      yield* post(caller, "credit", 500)
      for (const date of [
        "2026-01-01 10:00:00",
        "2026-01-01T10:00:00 02:00",
        "01/02/2026",
        "2026-1-1",
        "2026-01-01T1"
      ]) {
        const asked = encodeURIComponent(date)
        const refused = yield* caller.get(root(caller, `/balance?asOf=${asked}`))
        assert.deepStrictEqual([refused.status, refused.faults], [400, ["query.asOf"]], date)
        assert.deepStrictEqual((yield* caller.get(root(caller, `/statement?from=${asked}`))).faults, ["query.from"])
      }
      assert.strictEqual((yield* caller.get(root(caller, "/transactions"))).at("total"), 1)
    })
  )

  it.effect("is nobody else's business", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const other = yield* tenant()
      assert.strictEqual((yield* other.get(root(caller))).status, 403)
      const refused = yield* other.post(root(caller, "/transactions"), entry("credit", 5), named())
      assert.strictEqual(refused.status, 403)
      const reader = yield* tenant(["read", "write"])
      const scope = yield* reader.post(root(reader, "/transactions"), entry("credit", 5), named())
      assert.deepStrictEqual([scope.status, scope.text("code")], [403, "scope_missing"])
    })
  )
}

const statements = (it: Tests): void => {
  it.effect("states a period in JSON and CSV, with what stood before and after it", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 900)
      yield* caller.post(
        root(caller, "/transactions"),
        entry("debit", 400, { description: '=1+"1", for you' }),
        named()
      )
      const json = yield* caller.get(root(caller, "/statement"))
      assert.strictEqual(json.status, 200, json.raw)
      has(json, { openingBalance: 0, closingBalance: 500, currency: "usd" })
      assert.strictEqual((json.at("transactions") as ReadonlyArray<unknown>).length, 2)
      const { base } = yield* Served
      const csv = yield* Effect.promise(async () => {
        const response = await fetch(`${base}${root(caller, "/statement?format=csv")}`, {
          headers: { authorization: `Bearer ${caller.key}` }
        })
        return { type: response.headers.get("content-type"), text: await response.text() }
      })
      assert.strictEqual(csv.type, "text/csv; charset=utf-8")
      const lines = csv.text.trimEnd().split("\r\n")
      assert.strictEqual(lines.length, 5)
      assert.match(lines[1] ?? "", /,opening,,,0,usd,,$/)
      assert.match(lines[3] ?? "", /,-400,500,usd,,"'=1\+""1"", for you"$/)
      assert.match(lines[4] ?? "", /,closing,,,500,usd,,$/)
      const past = yield* caller.get(root(caller, "/balance?asOf=2020-01-01T00:00:00Z"))
      has(past, { balance: 0 })
      has(yield* caller.get(root(caller, "/balance")), { balance: 500 })
      assert.strictEqual((yield* caller.get(root(caller, "/statement?from=2026-02-02&to=2026-01-01"))).status, 400)
    })
  )

  it.effect("tells once that it is low, and again after it had recovered", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* caller.post(root(caller, "/auto-reload"), { enabled: false, threshold: 100, amount: 100 })
      yield* post(caller, "credit", 500)
      for (const amount of [401, 10, 10]) yield* post(caller, "debit", amount)
      const listed = `/api/budget/alerts?workspaceId=${caller.workspaceId}`
      const low = (yield* caller.get(`${listed}&acknowledged=false`)).list()
      // The first: the wallet was empty when its threshold was set.
      assert.strictEqual(low.length, 2)
      assert.deepInclude(low[0], { type: "threshold_exceeded", acknowledged: false })
      const id = String(low[0]?.["id"])
      const acknowledged = yield* caller.post(`/api/budget/alerts/${id}/acknowledge`)
      has(acknowledged, { acknowledged: true, acknowledgedBy: caller.keyId })
      const other = yield* keyOf(caller.workspaceId)
      assert.strictEqual((yield* other.post(`/api/budget/alerts/${id}/acknowledge`)).raw, acknowledged.raw)
      assert.strictEqual((yield* caller.get(`${listed}&acknowledged=true`)).list().length, 1)
      assert.deepStrictEqual((yield* caller.get(`${listed}&limit=1&offset=1`)).list().length, 1)
      assert.strictEqual((yield* caller.post("/api/budget/alerts/alert_x/acknowledge")).status, 404)
      yield* post(caller, "credit", 500)
      yield* post(caller, "debit", 500)
      assert.strictEqual((yield* caller.get(listed)).list().length, 3)
    })
  )
}

export const suite = (it: Tests): void => {
  balances(it)
  keys(it)
  holds(it)
  statements(it)
  bad(it)
}
