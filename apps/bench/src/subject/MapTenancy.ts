/** Keys in a map in memory, as the baselines keep theirs: SHA-256 and a look, no statement. */
import { scopes } from "@loopdrive/domain/Tenancy"
import type { Credential } from "@loopdrive/domain/Tenancy"
import * as Bootstrap from "@loopdrive/tenancy/Bootstrap"
import { KeyRejected, Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ApiKeys from "../ApiKeys.ts"
import { given } from "../Served.ts"
import * as Tenants from "../Tenants.ts"

const every: Credential["scopes"] = new Set(scopes)
const absent = Effect.die(new Error("the bench asks for credentials only"))

export const layer = Layer.sync(Tenancy, () => {
  const principalOf = ApiKeys.make(Tenants.keys(given("BENCH_KEY")))
  return Tenancy.of({
    authenticate: (key) => {
      const principal = principalOf(key)
      return principal === undefined
        ? Effect.fail(new KeyRejected())
        : Effect.succeed({
            keyId: Bootstrap.keyId,
            workspaceId: principal.workspaceId,
            organizationId: Bootstrap.organizationId,
            secret: "s",
            scopes: every
          })
    },
    createWorkspace: () => absent,
    workspaces: () => absent,
    workspace: () => absent,
    tenant: () => absent,
    settings: () => absent,
    latestSettings: () => absent,
    changeSettings: () => absent,
    createKey: () => absent,
    keys: () => absent,
    rotateKey: () => absent,
    revokeKey: () => absent
  })
})
