/** The workspace a request of the administration is about. */
import * as Problems from "@loopdrive/api/Problems"
import type { Credential } from "@loopdrive/domain/Tenancy"
import type { Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as Effect from "effect/Effect"
import * as Requests from "./Requests.ts"

/**
 * The credential's own, unless another one is named: with the scope `admin` it may be any of the organization's. Which of
 * those it may not be exist is not said.
 */
export const covered = (tenancy: Tenancy["Service"], who: Credential, workspaceId: string | null | undefined) =>
  workspaceId === undefined || workspaceId === null || !who.scopes.has("admin")
    ? Requests.ownWorkspace(who, workspaceId)
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
