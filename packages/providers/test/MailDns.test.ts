import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import * as MailRecords from "../src/core/MailRecords.ts"
import { MailDns } from "../src/MailDns.ts"

const good = {
  "send.acme.io": ["v=spf1 include:amazonses.com ~all"],
  "resend._domainkey.acme.io": ["p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ"],
  "_dmarc.acme.io": ["v=DMARC1; p=none;"]
}
const standing = (records: Readonly<Record<string, ReadonlyArray<string> | undefined>>, domain = "acme.io") =>
  Effect.flatMap(MailDns, (dns) => dns.standing(domain)).pipe(
    Effect.provide(Layer.fresh(MailDns.layerRecords(records)))
  )

describe("MailDns", () => {
  it.effect("passes a domain set up as the vendor asks, and its subdomains under its policy", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* standing(good), { spf: "pass", dkim: "pass", dmarc: "pass" })
      assert.strictEqual((yield* standing(good, "news.acme.io")).dmarc, "pass")
    })
  )

  it.effect("fails what has nothing, and does not know what it could not ask", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* standing({}), { spf: "fail", dkim: "fail", dmarc: "fail" })
      const silent = { ...good, "resend._domainkey.acme.io": undefined, "acme.io": undefined }
      assert.deepStrictEqual(yield* standing(silent), { spf: "pass", dkim: "unknown", dmarc: "pass" })
    })
  )

  it.effect("keeps an answer for ten minutes, and one it could not get for half a minute", () =>
    Effect.gen(function* () {
      const records: Record<string, ReadonlyArray<string> | undefined> = { ...good, "_dmarc.acme.io": undefined }
      const dns = yield* Effect.provide(MailDns, MailDns.layerRecords(records))
      const ask = Effect.map(dns.standing("acme.io"), ({ dmarc }) => dmarc)
      assert.strictEqual(yield* ask, "unknown")
      records["_dmarc.acme.io"] = good["_dmarc.acme.io"]
      assert.strictEqual(yield* ask, "unknown")
      yield* TestClock.adjust("31 seconds")
      assert.strictEqual(yield* ask, "pass")
      records["_dmarc.acme.io"] = []
      yield* TestClock.adjust("9 minutes")
      assert.strictEqual(yield* ask, "pass")
      yield* TestClock.adjust("2 minutes")
      assert.strictEqual(yield* ask, "fail")
    })
  )

  it.live("answers for a name that nobody can have, whatever network there is", () =>
    Effect.gen(function* () {
      const dns = yield* Effect.provide(MailDns, Layer.fresh(MailDns.layer))
      const { dkim, dmarc, spf } = yield* dns.standing("nobody.invalid")
      for (const each of [spf, dkim, dmarc]) assert.include(["fail", "unknown"], each)
    })
  )
})

describe("the records of a domain", () => {
  it("name who may send, once, and not everybody", () => {
    for (const [records, expected] of [
      [[["v=spf1 include:a.example ", "-all"]], true],
      [[["V=SPF1"]], true],
      [[["v=spf1 +all"]], false],
      [[["v=spf1 all"]], false],
      [[["v=spf10 -all"]], false],
      [[["v=spf1 -all"], ["v=spf1 ~all"]], false],
      [[], false]
    ] as const)
      assert.strictEqual(MailRecords.hasSpf(records), expected, JSON.stringify(records))
  })

  it("carry a key that was not taken back", () => {
    assert.isTrue(MailRecords.hasDkim([["v=DKIM1; k=rsa; ", "p=MIGf"]]))
    assert.isFalse(MailRecords.hasDkim([["v=DKIM1; k=rsa; p="]]))
    assert.isFalse(MailRecords.hasDkim([["sp=none"]]))
  })

  it("say what receivers shall do, once", () => {
    assert.isTrue(MailRecords.hasDmarc([["v=DMARC1; p=reject; rua=mailto:a@b.example"], ["other"]]))
    assert.isFalse(MailRecords.hasDmarc([["v=DMARC1"]]))
    assert.isFalse(MailRecords.hasDmarc([["v=DMARC1; p=none"], ["v=DMARC1; p=reject"]]))
    assert.deepStrictEqual(MailRecords.parents("a.b.io"), ["a.b.io", "b.io"])
  })
})
