/** Administration over HTTP. A key with the scope `admin` reaches every workspace of its organization. */
import { Receipts } from "@loopdrive/actor/Receipts"
import { Api } from "@loopdrive/api/Api"
import { ApiKey, Settings, Workspace } from "@loopdrive/domain/Tenancy"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { isZone } from "@loopdrive/domain/TimeZone"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import type { IssuedKey } from "@loopdrive/tenancy/Tenancy"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { asProblems, invalid } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import { covered as coveredOf } from "./Covered.ts"
import * as Sender from "./Sender.ts"
import * as RequestContext from "./RequestContext.ts"

export const layer = RequestContext.group(
  Api,
  "admin",
  Effect.fn(function* (handlers) {
    const tenancy = yield* Tenancy
    const receipts = yield* Receipts

    const covered = (who: Credential, workspaceId: string | null | undefined) => coveredOf(tenancy, who, workspaceId)

    /** The secret goes into no receipt: a repeat sees the key's record without it. */
    const shownOnce = Effect.fnUntraced(function* <E>(
      identified: Requests.Identified,
      issue: Effect.Effect<IssuedKey, E>
    ) {
      let secret: string | undefined
      const record = Effect.map(issue, (issued) => {
        secret = Redacted.value(issued.key)
        return issued.record
      })
      const value = yield* Requests.onceIfNamed(receipts, identified, ApiKey, record)
      return secret === undefined ? value : { ...value, key: secret }
    })

    return handlers.handleAll({
      createWorkspace: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const { identity } = yield* Requests.identify(request, who, "admin/workspaces", payload)
        const create = tenancy.createWorkspace(who.organizationId, payload.name.trim())
        return (yield* receipts.once(identity, Workspace, create)).value
      }, asProblems),
      workspaces: ({ query }) =>
        asProblems(
          Effect.flatMap(Requests.credential, (who) => tenancy.workspaces(who.organizationId, Requests.pageOf(query)))
        ),
      settings: Effect.fnUntraced(function* ({ query }) {
        return yield* tenancy.latestSettings(yield* covered(yield* Requests.credential, query.workspaceId))
      }, asProblems),
      changeSettings: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const workspaceId = yield* covered(who, payload.workspaceId)
        if (typeof payload.timezone === "string" && !isZone(payload.timezone))
          return yield* invalid(["payload", "timezone"], "must be an IANA time zone such as Europe/Berlin")
        const change = tenancy.changeSettings(workspaceId, {
          defaultFrom: yield* Sender.of(payload.defaultFrom ?? undefined),
          timezone: payload.timezone ?? undefined,
          postalAddress: payload.postalAddress ?? undefined,
          caps: payload.caps ?? undefined,
          quietHours: payload.quietHours ?? undefined,
          contestMillis: payload.contestMillis ?? undefined,
          doubleOptIn: payload.doubleOptIn ?? undefined
        })
        const identified = yield* Requests.identify(request, who, "admin/settings", payload)
        return yield* Requests.onceIfNamed(receipts, identified, Settings, change)
      }, asProblems),
      createKey: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const workspaceId = yield* covered(who, payload.workspaceId)
        const expiresAt = Requests.millis(payload.expiresAt)
        if (expiresAt !== undefined && expiresAt <= (yield* Clock.currentTimeMillis))
          return yield* invalid(["payload", "expiresAt"], "must be in the future")
        const { identity } = yield* Requests.identify(request, who, "admin/keys", payload)
        const key = { name: payload.name.trim(), scopes: payload.scopes, expiresAt }
        // Made anew, it would be a second key.
        return yield* shownOnce({ identity, named: true }, tenancy.createKey(workspaceId, key))
      }, asProblems),
      keys: Effect.fnUntraced(function* ({ query }) {
        const workspaceId = yield* covered(yield* Requests.credential, query.workspaceId)
        return yield* tenancy.keys(workspaceId, Requests.pageOf(query))
      }, asProblems),
      rotateKey: Effect.fnUntraced(function* ({ params, request }) {
        const who = yield* Requests.credential
        const identified = yield* Requests.identify(request, who, "admin/keys/rotate", params)
        return yield* shownOnce(identified, tenancy.rotateKey(who.organizationId, params.keyId))
      }, asProblems),
      revokeKey: Effect.fnUntraced(function* ({ params, request }) {
        const who = yield* Requests.credential
        const identified = yield* Requests.identify(request, who, "admin/keys/revoke", params)
        const revoke = tenancy.revokeKey(who.organizationId, params.keyId)
        return yield* Requests.onceIfNamed(receipts, identified, ApiKey, revoke)
      }, asProblems)
    })
  })
)
