/** The playground of the brand voice in a browser, over a server in memory. */
import { assert, layer } from "@effect/vitest"
import { Browser, page as openPage } from "@loopdrive/testkit/Browser"
import type { Page } from "@loopdrive/testkit/Browser"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Served, keyOf, layerMemory, tenant } from "./Served.ts"
import { bakery, remembered } from "./Voices.ts"

/** Opens the page, gives it the key, and afterwards looks whether it complained. */
const visit = (key: string, look: (page: Page) => Promise<void>, width = 1280) =>
  Effect.gen(function* () {
    const { base } = yield* Served
    const { complaints, page } = yield* openPage({ viewport: { width, height: 900 } })
    yield* Effect.promise(async () => {
      await page.goto(`${base}/voice`)
      await page.getByLabel("API key").fill(key)
      await page.getByRole("button", { name: "Open" }).click()
      await look(page)
    })
    assert.deepStrictEqual(complaints, [])
  }).pipe(Effect.scoped)

const says = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector).filter({ hasText: text }).first().waitFor()

const compose = (page: Page): Promise<void> => page.getByRole("button", { name: "Compose" }).click()

const loaded = Layer.merge(layerMemory, Browser.layer)

layer(loaded, { timeout: "60 seconds", excludeTestServices: true })("the voice's page", (it) => {
  it.effect("shows three variants that speak of the memory, their alignment, the findings and the memory itself", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      yield* visit(caller.key, async (page) => {
        await page.getByLabel("Person").fill(personId)
        await compose(page)
        await says(page, "#memories", bakery)
        await says(page, "#findings", "judged by the lexicon here")
        await says(page, "#results .about", "written here, without a model")
        assert.strictEqual(await page.locator(".variant").count(), 3)
        for (const text of await page.locator(".variant .text").allTextContents()) assert.match(text, /bakery/i)
        await says(page, ".variant", "passes the guardrails")
        assert.strictEqual(await page.locator(".variant meter").count(), 3)
        await page.reload()
        await page.getByLabel("Person").waitFor()
      })
      const analytics = yield* caller.get("/brand-voice/brand_default/analytics")
      assert.deepStrictEqual(analytics.at("byChannel"), {})
    })
  )

  it.effect("finds a person by address, and keeps to limits, context and draft", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      const [identity] = (yield* caller.get(`/api/person/${personId}/identities`)).list()
      yield* visit(
        caller.key,
        async (page) => {
          await page.getByLabel("Person").fill(String(identity?.["value"]))
          await page.getByLabel("Channel").selectOption("sms")
          await page.getByLabel("Objective").fill("spring_menu")
          await page.getByLabel("What may be said").fill("product: Rye loaf\nprice: 4")
          await page.getByText("Limits, tone, brand, your own draft").click()
          await page.getByLabel("Variants").fill("1")
          await page.getByLabel("Reading level").fill("simple")
          await page.getByLabel("Brand").fill("brand_default")
          await page.getByLabel("Emoji").selectOption("false")
          await page.getByLabel("Only a trial").uncheck()
          await compose(page)
          await says(page, "#results .about", "1 SMS segment")
          await says(page, "#person-found", "Ada")
          assert.strictEqual(await page.locator(".variant").count(), 1)
          assert.strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 375)
        },
        375
      )
      const analytics = yield* caller.get("/brand-voice/brand_default/analytics")
      assert.deepInclude(analytics.at("byChannel.sms"), { messagesGenerated: 1 })
    })
  )

  it.effect("says what is wrong, at the field that it is wrong with, and shows markup as the text it is", () =>
    Effect.gen(function* () {
      const markup = `<img src=x onerror="document.title='taken'"> is what Ada sells`
      const { caller, personId } = yield* remembered(markup)
      const reader = yield* keyOf(caller.workspaceId, ["read"])
      yield* visit(caller.key, async (page) => {
        await compose(page)
        await says(page, "#ask-answer", "Name a person.")
        assert.strictEqual(await page.getByLabel("Person").getAttribute("aria-invalid"), "true")
        await page.getByLabel("Person").fill("nobody@example.org")
        await compose(page)
        await says(page, "#ask-answer", "Nobody is found by")
        await page.getByLabel("Person").fill("per_unknown")
        await compose(page)
        await says(page, "#ask-answer", "There is no person per_unknown here. Choose somebody from the list")
        assert.strictEqual(await page.getByLabel("Person").getAttribute("aria-invalid"), "true")
        await page.getByLabel("Person").fill(personId)
        await page.getByLabel("What may be said").fill("no colon")
        await compose(page)
        await says(page, "#ask-answer", "is not of the form name: value")
        await page.getByLabel("What may be said").fill("")
        await page.getByText("Limits, tone, brand, your own draft").click()
        await page.getByLabel("Most characters").fill("3")
        await compose(page)
        await says(page, "#ask-answer", "maxChars")
        assert.strictEqual(await page.getByLabel("Most characters").getAttribute("aria-invalid"), "true")
        await page.getByLabel("Most characters").fill("many")
        await compose(page)
        await says(page, "#ask-answer", "must be a whole number")
        await page.getByLabel("Most characters").fill("")
        await page.getByLabel("Objective").fill("")
        await compose(page)
        await says(page, "#ask-answer", "Say what the message is for.")
        await page.getByLabel("Objective").fill("nurture")
        await compose(page)
        await page.locator(".variant").first().waitFor()
        assert.strictEqual(await page.locator("main img").count(), 0)
        assert.strictEqual(await page.title(), "Voice · LoopDrive")
        await page.getByLabel("Person").fill("per_unknown")
        await compose(page)
        await says(page, "#ask-answer", "There is no person per_unknown here.")
        assert.strictEqual(await page.locator(".variant").count(), 0)
      })
      yield* visit(reader.key, async (page) => {
        await page.getByLabel("Person").fill(personId)
        await compose(page)
        await says(page, "#ask-answer", 'lacks the scope "write"')
        await page.getByRole("button", { name: "Forget key" }).click()
        await page.getByLabel("API key").waitFor()
        assert.strictEqual(await page.evaluate(() => sessionStorage.length), 0)
      })
      yield* visit("wrong", (page) => says(page, "#connect-answer", "does not know this key"))
      yield* visit("two words", (page) => says(page, "#connect-answer", "Enter a key without spaces"))
    })
  )

  it.effect("says what it left out of the message, and why", () =>
    Effect.gen(function* () {
      const { caller, personId } = yield* remembered()
      yield* visit(caller.key, async (page) => {
        await page.getByLabel("Person").fill(personId)
        await page.getByText("Limits, tone, brand, your own draft").click()
        await page.getByLabel("Draft to build on").fill("Your {{plan}} plan renews soon.")
        await compose(page)
        await says(page, "#left-out", "nothing is known for {{plan}}")
        await page.getByLabel("Draft to build on").fill("The new ovens are here, come and see them.")
        await compose(page)
        await says(page, ".variant", "The new ovens are here")
        assert.strictEqual(await page.locator("#left-out").count(), 0)
      })
    })
  )

  it.effect("says so where nobody is known yet", () =>
    Effect.gen(function* () {
      const caller = yield* tenant()
      yield* visit(caller.key, async (page) => {
        await page.getByLabel("Person").fill("ada")
        await compose(page)
        await says(page, "#ask-answer", "Nobody is known in this workspace yet.")
      })
    })
  )
})
