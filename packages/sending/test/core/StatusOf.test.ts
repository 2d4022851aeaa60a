import { assert, describe, it } from "@effect/vitest"
import { statusOf } from "../../src/core/StatusOf.ts"

const event = (type: string, machine?: boolean) => ({ type, payload: machine === undefined ? {} : { machine } })
const [sent, delivered, opened] = [event("email.sent"), event("email.delivered"), event("email.opened")]

describe("the status of a send", () => {
  it.each([
    ["queued", [], "queued"],
    ["unknown", [], "queued"],
    ["sent", [], "sent"],
    ["sent", [sent, delivered], "delivered"],
    ["sent", [opened, delivered, sent], "opened"],
    ["sent", [sent, event("dm.read")], "opened"],
    ["sent", [sent, opened, event("email.clicked")], "clicked"],
    ["sent", [sent, event("sms.replied")], "replied"],
    ["sent", [sent, event("email.opened", true)], "sent"],
    ["sent", [sent, event("email.bounced")], "failed"],
    ["sent", [sent, opened, event("email.bounced")], "opened"],
    ["failed", [event("email.failed")], "failed"],
    ["cancelled", [], "failed"]
  ] as const)("that is %s with %o is %s", (state, events, status) => {
    assert.strictEqual(statusOf(state, events), status)
  })
})
