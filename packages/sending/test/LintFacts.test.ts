import { assert, describe, it } from "@effect/vitest"
import { MailDns } from "@loopdrive/providers/MailDns"
import * as LintFacts from "@loopdrive/sending/LintFacts"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

const asked = {
  workspaceId: "ws",
  channel: "email",
  purpose: "marketing",
  from: "Us <us@acme.dev>",
  subject: "News",
  text: "Hello"
} as const

const facts = LintFacts.layer.pipe(
  Layer.provide(MailDns.layerRecords({ "acme.dev": ["v=spf1 -all"], "_dmarc.acme.dev": ["v=DMARC1; p=none"] })),
  Layer.provide(Layer.succeed(LintFacts.SpamScore, { of: () => Effect.succeed(0.1) }))
)

describe("LintFacts", () => {
  it.effect("asks how the domain of a marketing email stands, and how much of it reads like spam", () =>
    Effect.gen(function* () {
      const { of } = yield* LintFacts.LintFacts
      assert.deepStrictEqual(yield* of(asked), {
        domain: { spf: "pass", dkim: "fail", dmarc: "pass" },
        spamScore: 0.1
      })
      assert.deepStrictEqual(yield* of({ ...asked, from: "us@example.com" }), { domain: undefined, spamScore: 0.1 })
      assert.deepStrictEqual(yield* of({ ...asked, from: "nobody" }), { domain: undefined, spamScore: 0.1 })
    }).pipe(Effect.provide(facts))
  )

  it.effect("asks nothing about what is no marketing email, or has no words yet", () =>
    Effect.gen(function* () {
      const { of } = yield* LintFacts.LintFacts
      for (const other of [{ channel: "sms" }, { purpose: "transactional" as const }, { text: undefined }])
        assert.deepStrictEqual(yield* of({ ...asked, ...other }), {})
    }).pipe(Effect.provide(facts))
  )
})
