import { afterEach, assert, describe, it } from "@effect/vitest"
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as Scripted from "./ScriptedServer.ts"

const open: Array<Scripted.Scripted> = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

describe("client.voice", () => {
  it("calls the contract's routes with the contract's names", async () => {
    const server = await Scripted.start(...Array.from({ length: 9 }, () => Scripted.json(200, {})))
    open.push(server)
    const { voice } = new LoopDrive({ baseURL: server.base, apiKey: "ld_key" })
    await voice.compose({ channel: "sms", objective: "nurture_checkin", personId: "per_1" })
    await voice.guardrail("Hello", "sms", "brand_1")
    await voice.getPromptPack("email_nurture", "brand_1")
    await voice.getSnippets({ brandId: "brand_1", limit: 5 })
    await voice.getSnippets()
    await voice.addSnippet({ channel: "sms", objective: "nurture", snippet: "Hello", usage: "cta" })
    assert.isUndefined(await voice.recordSnippetUsage("snip_1", "conversion"))
    await voice.testAlignment("Hello", "brand_1")
    await voice.getAnalytics("brand_1", { from: new Date(0), to: "2026-01-01" })
    assert.deepStrictEqual(
      server.asked.map(({ method, url }) => `${method} ${url}`),
      [
        "POST /brand-voice/compose",
        "POST /brand-voice/guardrail",
        "GET /brand-voice/prompts/email_nurture?brandId=brand_1",
        "GET /brand-voice/snippets?brandId=brand_1&limit=5",
        "GET /brand-voice/snippets",
        "POST /brand-voice/snippets",
        "POST /brand-voice/snippets/snip_1/usage",
        "POST /brand-voice/test-alignment",
        "GET /brand-voice/brand_1/analytics?from=1970-01-01T00%3A00%3A00.000Z&to=2026-01-01"
      ]
    )
  })
})
