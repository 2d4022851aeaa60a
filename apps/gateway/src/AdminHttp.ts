/** Administration over HTTP. A key with the scope `admin` reaches every workspace of its organization. */
import { Receipts } from "@loopdrive/actor/Receipts"
import { Api } from "@loopdrive/api/Api"
import * as Problems from "@loopdrive/api/Problems"
import { ApiKey, Workspace } from "@loopdrive/domain/Tenancy"
import type { Credential } from "@loopdrive/domain/Tenancy"
import { isZone } from "@loopdrive/domain/TimeZone"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import type { IssuedKey } from "@loopdrive/tenancy/Tenancy"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { HttpApiBuilder } from "effect/http-api"
import { asProblems, invalid } from "./Failures.ts"
import * as Requests from "./Requests.ts"

const issued = ({ key, record }: IssuedKey) => ({ ...record, key: Redacted.value(key) })

export const layer = HttpApiBuilder.group(
  Api,
  "admin",
  Effect.fn(function* (handlers) {
    const tenancy = yield* Tenancy
    const receipts = yield* Receipts

    /** An explicit workspace must be one of the organization's; which of the others exist is not said. */
    const covered = (who: Credential, workspaceId: string | null | undefined) =>
      workspaceId === undefined || workspaceId === null
        ? Effect.succeed(who.workspaceId)
        : Effect.mapBoth(tenancy.workspace(who.organizationId, workspaceId), {
            onSuccess: (workspace) => workspace.id,
            onFailure: (error) =>
              error._tag === "WorkspaceNotFound"
                ? new Problems.Forbidden({
                    code: "workspace_forbidden",
                    detail: "This key does not cover that workspace."
                  })
                : error
          })

    return handlers
      .handle("createWorkspace", ({ payload, request }) =>
        asProblems(
          Effect.gen(function* () {
            const who = yield* Requests.credential
            const { identity } = yield* Requests.identify(request, who, "admin/workspaces", payload)
            const create = tenancy.createWorkspace(who.organizationId, payload.name.trim())
            return (yield* receipts.once(identity, Workspace, create)).value
          })
        )
      )
      .handle("workspaces", ({ query }) =>
        asProblems(
          Effect.flatMap(Requests.credential, (who) => tenancy.workspaces(who.organizationId, Requests.pageOf(query)))
        )
      )
      .handle("settings", ({ query }) =>
        asProblems(
          Effect.gen(function* () {
            return yield* tenancy.settings(yield* covered(yield* Requests.credential, query.workspaceId))
          })
        )
      )
      .handle("changeSettings", ({ payload }) =>
        asProblems(
          Effect.gen(function* () {
            const workspaceId = yield* covered(yield* Requests.credential, payload.workspaceId)
            if (typeof payload.timezone === "string" && !isZone(payload.timezone))
              return yield* invalid(["payload", "timezone"], "must be an IANA time zone such as Europe/Berlin")
            return yield* tenancy.changeSettings(workspaceId, {
              defaultFrom: payload.defaultFrom ?? undefined,
              timezone: payload.timezone ?? undefined,
              postalAddress: payload.postalAddress ?? undefined
            })
          })
        )
      )
      .handle("createKey", ({ payload, request }) =>
        asProblems(
          Effect.gen(function* () {
            const who = yield* Requests.credential
            const workspaceId = yield* covered(who, payload.workspaceId)
            const expiresAt = Requests.millis(payload.expiresAt)
            if (expiresAt !== undefined && expiresAt <= (yield* Clock.currentTimeMillis))
              return yield* invalid(["payload", "expiresAt"], "must be in the future")
            const { identity } = yield* Requests.identify(request, who, "admin/keys", payload)
            let shown: string | undefined
            const create = Effect.map(
              tenancy.createKey(workspaceId, { name: payload.name.trim(), scopes: payload.scopes, expiresAt }),
              ({ key, record }) => {
                shown = Redacted.value(key)
                return record
              }
            )
            // The secret goes into no receipt: a repeat sees the key's record without it.
            const { value } = yield* receipts.once(identity, ApiKey, create)
            return shown === undefined ? value : { ...value, key: shown }
          })
        )
      )
      .handle("keys", ({ query }) =>
        asProblems(
          Effect.gen(function* () {
            const workspaceId = yield* covered(yield* Requests.credential, query.workspaceId)
            return yield* tenancy.keys(workspaceId, Requests.pageOf(query))
          })
        )
      )
      .handle("rotateKey", ({ params }) =>
        asProblems(
          Effect.flatMap(Requests.credential, (who) =>
            Effect.map(tenancy.rotateKey(who.organizationId, params.keyId), issued)
          )
        )
      )
      .handle("revokeKey", ({ params }) =>
        asProblems(Effect.flatMap(Requests.credential, (who) => tenancy.revokeKey(who.organizationId, params.keyId)))
      )
  })
)
