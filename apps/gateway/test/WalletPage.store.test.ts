/** The wallet's page in a browser, over a server in memory: what a person sees, and does, and is told. */
import { assert, layer } from "@effect/vitest"
import { Browser, page as openPage } from "@loopdrive/testkit/Browser"
import type { Page } from "@loopdrive/testkit/Browser"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { readFile } from "node:fs/promises"
import { Served, keyOf, layerMemory, tenant, unique } from "./Served.ts"
import type { Caller } from "./Served.ts"

const root = (caller: Caller, rest = ""): string => `/api/budget/wallet/${caller.workspaceId}${rest}`

const post = (caller: Caller, type: string, amount: number, description: string = type) =>
  caller.post(
    root(caller, "/transactions"),
    { type, amount, source: "manual", description },
    { headers: { "idempotency-key": unique("entry") } }
  )

interface Visit {
  readonly width?: number
  readonly key?: string
}

/** Opens the page, gives it the key, and afterwards looks whether it complained. */
const visit = (caller: Caller, look: (page: Page) => Promise<void>, { key = caller.key, width = 1280 }: Visit = {}) =>
  Effect.gen(function* () {
    const { base } = yield* Served
    const { complaints, page } = yield* openPage({ viewport: { width, height: 900 } })
    yield* Effect.promise(async () => {
      await page.goto(`${base}/wallet`)
      await page.getByLabel("API key").fill(key)
      await page.getByLabel("Workspace").fill(caller.workspaceId)
      await page.getByRole("button", { name: "Open" }).click()
      await look(page)
    })
    assert.deepStrictEqual(complaints, [])
  }).pipe(Effect.scoped)

/** Waits until the element says so. */
const says = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector).filter({ hasText: text }).first().waitFor()

const pathOf = (page: Page): Promise<string | null> => page.locator("#plot path.line").getAttribute("d")

const topUp = async (page: Page, dollars: string): Promise<void> => {
  await page.getByLabel("Amount in US dollars").fill(dollars)
  await page.getByRole("button", { name: "Top up", exact: true }).click()
}

const loaded = Layer.merge(layerMemory, Browser.layer)

layer(loaded, { timeout: "60 seconds", excludeTestServices: true })("the wallet's page", (it) => {
  it.effect("tops up in the sandbox: balance, plot and list change without a reload", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 10_000)
      yield* visit(caller, async (page) => {
        await says(page, "#balance", "$100.00")
        await says(page, "#plot-said", "One entry")
        const before = await pathOf(page)
        await topUp(page, "$1,250.5")
        await page.locator("#pending").getByRole("button", { name: "Pay (sandbox)" }).click()
        await says(page, "#balance", "$1,350.50")
        await says(page, "#transactions", "+$1,250.50")
        await says(page, "#payments", "succeeded")
        await says(page, "#top-up-answer", "$1,250.50 was paid")
        assert.notStrictEqual(await pathOf(page), before)
      })
    })
  )

  it.effect("says that a payment was declined, and lets it be paid all the same", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* visit(caller, async (page) => {
        await says(page, "#transactions", "Nothing was posted yet")
        await says(page, "#plot", "No entries")
        await topUp(page, "12,50")
        await says(page, "#top-up-answer", "Enter an amount between")
        await topUp(page, "20")
        await page.locator("#pending").getByRole("button", { name: "Decline (sandbox)" }).click()
        await says(page, "#top-up-answer", "$20.00 was not paid. Your card was declined.")
        await says(page, "#payments", "failed")
        assert.strictEqual(await page.locator("#balance").textContent(), "$0.00")
        await page.locator("#payments").getByRole("button", { name: "Pay (sandbox)" }).click()
        await says(page, "#balance", "$20.00")
      })
    })
  )

  it.effect("pages through transactions, reads the plot with keys, and hands out the statement", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      for (let n = 1; n <= 25; n += 1) yield* post(caller, "credit", 100, `Entry ${n}`)
      yield* visit(caller, async (page) => {
        await says(page, "#transactions-page", "1–20 of 25")
        await page.getByRole("button", { name: "Older" }).click()
        await says(page, "#transactions-page", "21–25 of 25")
        await says(page, "#transactions", "Entry 1")
        assert.isTrue(await page.getByRole("button", { name: "Older" }).isDisabled())
        await page.locator("#plot").focus()
        await page.keyboard.press("Home")
        await says(page, "#plot-said", "Entry 1")
        await page.keyboard.press("ArrowRight")
        await says(page, "#plot-said", "+$1.00 · balance $2.00 · Entry 2")
        await page.getByLabel("24 hours").check()
        await says(page, "#plot-said", "25 entries in the last 24 hours, +$25.00 together")
        const download = page.waitForEvent("download")
        await page.getByRole("button", { name: "Download CSV" }).click()
        const file = await (await download).path()
        assert.strictEqual((await readFile(file, "utf8")).split("\r\n").length, 29)
      })
    })
  )

  it.effect("shows what needs attention, acknowledges it, and freezes after asking", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* post(caller, "credit", 1000)
      yield* post(caller, "debit", 1000)
      yield* visit(caller, async (page) => {
        await says(page, "#alerts .alert", "critical")
        await says(page, "#alerts .alert", "Top the wallet up")
        await page.getByRole("button", { name: "Acknowledge: " }).first().click()
        await says(page, "#alerts-answer", "Acknowledged.")
        await says(page, "#alerts summary", "1 acknowledged")

        await page.getByRole("button", { name: "Freeze" }).click()
        await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click()
        assert.strictEqual(await page.locator("#status").textContent(), "depleted")
        await page.getByRole("button", { name: "Freeze" }).click()
        await page.getByRole("dialog").getByRole("button", { name: "Freeze" }).click()
        await says(page, "#status", "frozen")
        await page.getByRole("button", { name: "Unfreeze" }).click()
        await page.getByRole("dialog").getByRole("button", { name: "Unfreeze" }).click()
        await says(page, "#notice", "open again")
      })
    })
  )

  it.effect("explains why auto-reload needs a saved card, and sets it once there is one", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* visit(caller, async (page) => {
        await says(page, "#reload-card", "No card is saved yet")
        await page.getByLabel("Charge the saved card when low").check()
        await page.getByLabel("When below").fill("20")
        await page.getByRole("button", { name: "Save" }).click()
        await says(page, "#reload-answer", "Enter amounts in dollars")
        await page.getByLabel("Charge", { exact: true }).fill("50")
        await page.getByRole("button", { name: "Save" }).click()
        await says(page, "#reload-answer", "Top up once")
        await topUp(page, "100")
        await page.locator("#pending").getByRole("button", { name: "Pay (sandbox)" }).click()
        await says(page, "#reload-card", "A card is saved")
        await page.getByRole("button", { name: "Save" }).click()
        await says(page, "#reload-answer", "Auto-reload is on")
        await page.reload()
        await says(page, "#balance", "$100.00")
        assert.strictEqual(await page.getByLabel("When below").inputValue(), "20")
      })
    })
  )

  it.effect("shows holds, and markup in a description as the text it is, on a narrow screen", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const markup = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`
      yield* post(caller, "credit", 5000, markup)
      yield* caller.post(root(caller, "/holds"), { amount: 1234, description: `${markup}${"long".repeat(60)}` })
      yield* visit(
        caller,
        async (page) => {
          await says(page, "#transactions", markup)
          await says(page, "#holds", "$12.34")
          await says(page, "#available", "$37.66")
          assert.strictEqual(await page.locator("main img, main script").count(), 0)
          assert.strictEqual(await page.title(), "Wallet · LoopDrive")
          assert.strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 375)
        },
        { width: 375 }
      )
    })
  )

  it.effect("explains a key that is unknown, of another workspace, or without the scope, and keeps none of them", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      const stranger = yield* tenant()
      const reader = yield* keyOf(caller.workspaceId, ["read"])
      const refused = (text: string) => async (page: Page) => {
        await says(page, "#connect-answer", text)
        assert.strictEqual(await page.evaluate(() => sessionStorage.getItem("loopdrive.key")), null)
        assert.notInclude(page.url(), "ld_")
      }
      yield* visit(caller, refused("does not know this key"), { key: "wrong" })
      yield* visit(caller, refused("Enter a key without spaces"), { key: "two words" })
      yield* visit(caller, refused("belongs to another workspace"), { key: stranger.key })
      yield* visit(
        caller,
        async (page) => {
          await topUp(page, "10")
          await says(page, "#top-up-answer", 'lacks the scope "write"')
          await page.getByRole("button", { name: "Forget key" }).click()
          await page.getByLabel("API key").waitFor()
          assert.strictEqual(await page.evaluate(() => sessionStorage.length), 0)
        },
        { key: reader.key }
      )
    })
  )
})
