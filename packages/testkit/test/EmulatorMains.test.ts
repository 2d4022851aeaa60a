import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as ChildProgram from "../src/ChildProgram.ts"

/** An emulator's program, and a call that its vendor answers with 401, for it carries no key. */
const emulators = [
  { vendor: "OpenAi", path: "/moderations", method: "GET" },
  { vendor: "Resend", path: "/emails", method: "POST" },
  { vendor: "Stripe", path: "/v1/events", method: "GET" },
  { vendor: "Twilio", path: "/2010-04-01/Accounts/AC0/Messages.json", method: "GET" }
] as const

describe("an emulator in a process of its own", () => {
  for (const { method, path, vendor } of emulators) {
    it.live(`prints its URL and answers there as ${vendor} does`, () =>
      Effect.gen(function* () {
        const entry = new URL(`../src/${vendor}EmulatorMain.ts`, import.meta.url)
        const program = yield* ChildProgram.start(entry, [], { PORT: "0" })
        const url = yield* program.says("http://")
        const response = yield* Effect.promise(() => fetch(`${url.trim()}${path}`, { method }))
        assert.strictEqual(response.status, 401)
        yield* Effect.promise(() => response.text())
      }).pipe(Effect.scoped)
    )
  }
})
