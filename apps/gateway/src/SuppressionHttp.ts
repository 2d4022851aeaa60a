/** Addresses that may not be written to, over HTTP. */
import { Api } from "@loopdrive/api/Api"
import { Channel } from "@loopdrive/domain/Channel"
import { normalize } from "@loopdrive/domain/Identifier"
import type { IdentityType } from "@loopdrive/domain/Identifier"
import { addressType } from "@loopdrive/domain/Reach"
import { NoticeStore } from "@loopdrive/sending/NoticeStore"
import { SuppressionStore } from "@loopdrive/sending/SuppressionStore"
import type { Suppression } from "@loopdrive/sending/SuppressionStore"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { asProblems, invalid } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

const isChannel = Schema.is(Channel)

/** The channel that writes to addresses of a type. */
const channelOf = (type: IdentityType): Channel => (type === "phone" ? "sms" : isChannel(type) ? type : "site")

const shown = ({ type, value, ...rest }: Suppression) => ({ ...rest, channel: channelOf(type), address: value })

const addressOf = (channel: Channel, address: string, slot: "payload" | "query") => {
  const normal = normalize(addressType(channel), address)
  return Result.isSuccess(normal)
    ? Effect.succeed(normal.success)
    : Effect.fail(invalid([slot, "address"], `"address" ${normal.failure}`))
}

export const layer = RequestContext.group(
  Api,
  "suppressions",
  Effect.fn(function* (handlers) {
    const store = yield* SuppressionStore
    const notices = yield* NoticeStore
    return handlers.handleAll({
      suppress: Effect.fnUntraced(function* ({ payload }) {
        const { keyId, workspaceId } = yield* Requests.credential
        const { type, value } = yield* addressOf(payload.channel, payload.address, "payload")
        const reason = payload.reason ?? "manual"
        return shown(yield* store.add({ workspaceId, type, value, reason, source: keyId }))
      }, asProblems),
      unsuppress: Effect.fnUntraced(function* ({ params }) {
        const { workspaceId } = yield* Requests.credential
        const removed = yield* store.remove(workspaceId, params.suppressionId)
        // What it was suppressed for must not suppress it again.
        if (removed.reason === "soft_bounces")
          yield* notices.forget(workspaceId, channelOf(removed.type), removed.value)
        return shown(removed)
      }, asProblems),
      suppressions: Effect.fnUntraced(function* ({ query }) {
        const { workspaceId } = yield* Requests.credential
        const { address, channel } = query
        // Without a channel the address has to be given in normal form.
        const value =
          address === undefined || channel === undefined ? address : (yield* addressOf(channel, address, "query")).value
        const found = yield* store.list(workspaceId, { value, ...Requests.pageOf(query) })
        return { suppressions: found.suppressions.map(shown), total: found.total }
      }, asProblems)
    })
  })
)
