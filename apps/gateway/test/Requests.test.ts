import { assert, describe, it } from "@effect/vitest"
import * as RequestIdentity from "../src/RequestIdentity.ts"
import * as Requests from "../src/Requests.ts"

describe("a time on the wire", () => {
  it.each([
    ["2026-01-31T09:30:00Z", "2026-01-31T09:30:00.000Z"],
    ["2026-01-31T09:30:00.250+02:00", "2026-01-31T07:30:00.250Z"],
    ["2026-01-31T09:30", "2026-01-31T09:30:00.000Z"],
    ["2026-01-31", "2026-01-31T00:00:00.000Z"]
  ])("%s is %s, in whatever zone the server runs", (given, expected) => {
    assert.strictEqual(new Date(Requests.millis(given) ?? 0).toISOString(), expected)
  })
})

describe("the key of a command about money", () => {
  const asked = { workspaceId: "ws_1", keyId: "key_1", route: "holds", key: undefined, input: { amount: 1 } }
  const of = (more: Partial<RequestIdentity.Asked>) => RequestIdentity.ofMoney({ ...asked, ...more }, "wallet")
  const name = ({ key, scope }: { readonly key: string; readonly scope: string }) => `${scope} ${key}`

  it("counts for ever where the caller gave it, whatever route and credential it came by", () => {
    const given = of({ key: "k" })
    assert.isUndefined(given.windowMillis)
    assert.strictEqual(name(of({ key: "k", keyId: "key_2", route: "topup" })), name(given))
    assert.notStrictEqual(name(of({ key: "l" })), name(given))
    assert.deepStrictEqual(RequestIdentity.ofMoneySetting({ ...asked, key: "k" }, "wallet", "1"), given)
  })

  it("is of the credential, the route and the body where it is derived, and no caller can name it", () => {
    const derived = of({})
    assert.strictEqual(derived.windowMillis, RequestIdentity.derivedWindow)
    assert.deepStrictEqual(of({}), derived)
    for (const other of [{ keyId: "key_2" }, { route: "topup" }, { input: { amount: 2 } }, { key: derived.key }])
      assert.notStrictEqual(name(of(other)), name(derived))
    const [one, two] = ["1", "2"].map((nonce) => RequestIdentity.ofMoneySetting(asked, "wallet", nonce))
    assert.notStrictEqual(one?.key, two?.key)
  })
})
