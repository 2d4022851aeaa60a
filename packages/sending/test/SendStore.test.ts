import { assert, describe, it } from "@effect/vitest"
import { toAccepted, toPendingEvent, toResult } from "@loopdrive/sending/SendStore"
import type { Send } from "@loopdrive/sending/SendStore"
import { someSend } from "./SomeSend.ts"

const send = (part: Partial<Send> = {}) =>
  someSend({
    recipient: "ada@example.com",
    subject: "Hello",
    text: "Hello Ada",
    metadata: { campaign: "spring" },
    ...part
  })

describe("a send as its caller sees it", () => {
  it.each([
    [{}, "queued", undefined],
    [{ state: "deferred", notBefore: new Date(60_000) }, "queued", undefined],
    [{ state: "sent", provider: "resend" }, "sent", undefined],
    [{ state: "failed", error: "no_consent", reason: "no_consent" }, "failed", "no_consent"],
    [{ state: "cancelled", error: "whatever" }, "failed", "cancelled"]
  ] as const)("with %o is %s", (part, status, error) => {
    const result = toResult(send(part))
    assert.deepStrictEqual([result.status, result.error], [status, error])
    assert.strictEqual(result.metadata?.["campaign"], "spring")
  })

  it("is accepted, however quick its worker was", () => {
    const first = toAccepted(send())
    for (const part of [
      { state: "sent", provider: "resend", externalId: "re_1", sentAt: new Date(1) },
      { state: "leaving" },
      { state: "failed", reason: "provider_rejected", error: "no" }
    ] as const)
      assert.deepStrictEqual(toAccepted(send(part)), first)
    const later = send({ state: "deferred", reason: "quiet_hours", notBefore: new Date(60_000) })
    assert.deepStrictEqual(toAccepted(later), toResult(later))
  })

  const happened = (...types: ReadonlyArray<string>) => types.map((type) => ({ type, payload: {} }))
  it.each([
    [["email.sent"], "sent", undefined],
    [["email.delivered", "email.sent"], "delivered", undefined],
    [["email.sent", "email.opened"], "delivered", undefined],
    [["email.sent", "email.clicked"], "delivered", undefined],
    [["email.replied"], "delivered", undefined],
    [["email.sent", "email.bounced"], "failed", "bounced"]
  ] as const)("is, once %o happened, %s", (types, status, error) => {
    const result = toResult(send({ state: "sent" }), happened(...types))
    assert.deepStrictEqual([result.status, result.error], [status, error])
  })

  it("says until when it is deferred, and carries no key without a value", () => {
    const result = toResult(send({ state: "deferred", notBefore: new Date(60_000) }))
    assert.strictEqual(result.metadata?.["deferredUntil"], "1970-01-01T00:01:00.000Z")
    assert.notInclude(Object.keys(result), "externalId")
  })

  it("stands on the timeline under the id that its event will have", () => {
    const event = toPendingEvent(send())
    assert.deepStrictEqual([event.id, event.type, event.payload["state"]], ["evt_1", "email.sent", "queued"])
  })
})
