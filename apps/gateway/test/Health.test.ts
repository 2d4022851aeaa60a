import { assert, layer } from "@effect/vitest"
import { EmailProvider } from "@loopdrive/providers/EmailProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Served, layerMemoryUnder } from "./Served.ts"

const withVendor = layerMemoryUnder(
  Layer.succeed(
    EmailProvider,
    EmailProvider.of({ name: "resend", send: () => Effect.die(new Error("nothing is sent here")) })
  )
)

const json = (path: string, body?: object) =>
  Effect.flatMap(Served, ({ base, key }) =>
    Effect.promise(async () => {
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
      const request = body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) }
      return JSON.parse(await (await fetch(`${base}${path}`, request)).text())
    })
  )

layer(withVendor, { timeout: "60 seconds", excludeTestServices: true })("a gateway with a vendor's key", (it) => {
  it.effect("says that email is configured", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* json("/health")).services.email, "configured")
    })
  )

  it.effect("tells the history of one channel alone", () =>
    Effect.gen(function* () {
      const { person } = yield* json("/api/person/resolve", { email: "history@example.com" })
      const consent = { scope: "marketing", status: "granted", source: "test" }
      yield* json(`/api/person/${person.id}/consent`, { ...consent, channel: "email" })
      yield* json(`/api/person/${person.id}/consent`, { ...consent, channel: "sms" })
      const log = yield* json(`/api/person/${person.id}/consent?history=true&channel=sms`)
      assert.deepStrictEqual(
        log.map(({ channel }: { channel: string }) => channel),
        ["sms"]
      )
    })
  )
})
