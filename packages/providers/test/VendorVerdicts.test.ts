import { assert, describe, it } from "@effect/vitest"
import * as GraphError from "../src/core/GraphError.ts"
import * as RedditError from "../src/core/RedditError.ts"
import * as TwilioError from "../src/core/TwilioError.ts"
import { ofStatus } from "../src/core/VendorVerdict.ts"
import * as XError from "../src/core/XError.ts"

describe("what a vendor's refusal comes down to", () => {
  it("is told by the status where its code says nothing", () => {
    for (const [status, verdict] of [
      [302, "server"],
      [400, "request"],
      [401, "credential"],
      [403, "credential"],
      [404, "request"],
      [429, "rate_limited"],
      [500, "server"],
      [503, "server"]
    ] as const) {
      assert.strictEqual(ofStatus(status), verdict)
      assert.strictEqual(TwilioError.verdict(status, undefined), verdict)
      assert.strictEqual(TwilioError.verdict(status, 99999), verdict)
      assert.strictEqual(GraphError.verdict(status, undefined, undefined), verdict)
      assert.strictEqual(GraphError.verdict(status, 99999, 1), verdict)
    }
  })

  it("is told by Twilio's codes, but never of a server error that anything was refused", () => {
    assert.strictEqual(TwilioError.verdict(400, 21610), "unsubscribed")
    assert.strictEqual(TwilioError.verdict(400, 21614), "recipient")
    assert.strictEqual(TwilioError.verdict(400, 30007), "content")
    assert.strictEqual(TwilioError.verdict(400, 14107), "rate_limited")
    assert.strictEqual(TwilioError.verdict(500, 21610), "server")
  })

  it("is told by Meta's codes and subcodes", () => {
    for (const [code, subcode, verdict] of [
      [10, 2018278, "outside_window"],
      [10, undefined, "credential"],
      [200, undefined, "credential"],
      [299, undefined, "credential"],
      [100, 2018001, "recipient"],
      [551, undefined, "recipient"],
      [131047, undefined, "outside_window"],
      [131050, undefined, "unsubscribed"],
      [132000, undefined, "content"],
      [4, undefined, "rate_limited"],
      [17, undefined, "rate_limited"],
      [32, undefined, "rate_limited"],
      [613, undefined, "rate_limited"],
      [190, undefined, "credential"],
      [2, undefined, "server"],
      [100, undefined, "request"]
    ] as const)
      assert.strictEqual(GraphError.verdict(400, code, subcode), verdict, `${code}/${subcode}`)
  })

  it("is told by X's codes and words", () => {
    assert.strictEqual(XError.verdict(429, undefined, ""), "rate_limited")
    assert.strictEqual(XError.verdict(403, undefined, "You cannot send messages to this user."), "recipient")
    assert.strictEqual(XError.verdict(403, undefined, "Your app is suspended."), "credential")
    assert.strictEqual(XError.verdict(404, undefined, ""), "recipient")
    assert.strictEqual(XError.verdict(403, 187, ""), "content")
    assert.strictEqual(XError.verdict(403, 326, ""), "credential")
  })

  it("is told by Reddit's names", () => {
    assert.strictEqual(RedditError.verdict("RATELIMIT"), "rate_limited")
    assert.strictEqual(RedditError.verdict("NOT_WHITELISTED_BY_USER_MESSAGE"), "recipient")
    assert.strictEqual(RedditError.verdict("whatever"), "request")
  })
})
