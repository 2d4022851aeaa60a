/** The sandbox's page in a browser, over a server in memory. */
import { assert, layer } from "@effect/vitest"
import { Browser, page as openPage } from "@loopdrive/testkit/Browser"
import type { Page } from "@loopdrive/testkit/Browser"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Served, layerMemory, tenant } from "./Served.ts"
import { awake, reachable, settled } from "./suites/Channels.ts"

/** Opens the page, gives it the key, and afterwards looks whether it complained. */
const visit = (key: string, look: (page: Page) => Promise<void>, width = 1280) =>
  Effect.gen(function* () {
    const { base } = yield* Served
    const { complaints, page } = yield* openPage({ viewport: { width, height: 900 } })
    yield* Effect.promise(async () => {
      await page.goto(`${base}/sandbox`)
      await page.getByLabel("API key").fill(key)
      await page.getByRole("button", { name: "Open" }).click()
      await look(page)
    })
    // A script in an email is not run, and the browser says so.
    assert.deepStrictEqual(
      complaints.filter((complaint) => !complaint.startsWith("Blocked script execution in 'about:srcdoc'")),
      []
    )
  }).pipe(Effect.scoped)

const html = `<h1 style="color: rgb(10, 90, 70)">Spring menu</h1><p>Rye loaf, 4 €.</p>
  <p><a href="https://acme.example/menu">See the menu</a></p>
  <script>parent.document.title = "taken"</script>`

/** A workspace with an email, an SMS and a direct message in its outbox. */
const filled = Effect.gen(function* () {
  const caller = yield* awake({ postalAddress: "Acme Bakery, 1 High Street, Bath" })
  const person = yield* reachable(caller)
  const sends = [
    yield* caller.post("/email/send", { to: person.id, subject: "Spring menu", body: "Rye loaf, 4 €.", html }),
    yield* caller.post("/sms/send", { to: person.id, body: "Rye is back: https://acme.example/menu" }),
    yield* caller.post("/social/instagram/dm", { personId: person.id, platform: "instagram", body: "Hello Ada" })
  ]
  for (const send of sends) assert.strictEqual((yield* settled(caller, send.text("id"))).at("status"), "sent")
  return { caller, person }
})

const loaded = Layer.merge(layerMemory, Browser.layer)

layer(loaded, { timeout: "60 seconds", excludeTestServices: true })("the sandbox's page", (it) => {
  it.effect("shows each message as its recipient sees it, and why it was sent", () =>
    Effect.gen(function* () {
      const { caller, person } = yield* filled
      yield* visit(caller.key, async (page) => {
        await page.locator(".message").nth(2).waitFor()
        assert.strictEqual(await page.locator("#count").textContent(), "3 messages")
        assert.strictEqual(await page.locator(".bubble").count(), 2)
        const email = page.frameLocator("iframe")
        await email.getByRole("heading", { name: "Spring menu" }).waitFor()
        await email.getByText("1 High Street").waitFor()
        assert.strictEqual(await page.title(), "Sandbox · LoopDrive")
        assert.strictEqual(await page.locator("iframe").getAttribute("sandbox"), "")
        const mail = page.locator('[data-channel="email"]')
        await mail.getByText("Why it was sent").click()
        await mail.getByText("consent v1").first().waitFor()
        await mail.getByText("Headers").click()
        await mail.getByText("List-Unsubscribe=One-Click").waitFor()
        await page.getByLabel("Channel").selectOption("sms")
        await page.getByText("1 message", { exact: true }).waitFor()
        await page.getByLabel("Channel").selectOption("")
        await page.getByLabel("Person").fill("nobody@example.com")
        await page.getByRole("button", { name: "Show", exact: true }).click()
        await page.getByText("No message is here yet.").waitFor()
        await page.getByLabel("Person").fill(person.id)
        await page.getByRole("button", { name: "Show", exact: true }).click()
        await page.getByText("3 messages").waitFor()
      })
    })
  )

  it.effect("fits a telephone, keeps the key for the tab, and says what is wrong with one", () =>
    Effect.gen(function* () {
      const { caller } = yield* filled
      yield* visit(
        caller.key,
        async (page) => {
          await page.locator(".message").nth(2).waitFor()
          assert.strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 375)
          await page.reload()
          await page.locator(".message").nth(2).waitFor()
          await page.getByRole("button", { name: "Forget key" }).click()
          await page.getByLabel("API key").waitFor()
          assert.strictEqual(await page.evaluate(() => sessionStorage.length), 0)
        },
        375
      )
      const empty = yield* tenant()
      yield* visit(empty.key, (page) => page.getByText("No message is here yet.").waitFor())
      yield* visit("wrong", (page) => page.locator("#connect-answer").filter({ hasText: "does not know" }).waitFor())
    })
  )
})
