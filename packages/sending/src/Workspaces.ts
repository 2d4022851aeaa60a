/** The workspaces that messages are sent for, as far as sending must know them. */
import type { Tenant } from "@loopdrive/person/Resolution"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"

export interface SendingWorkspace extends Tenant {
  readonly name: string
  /** Who stands behind its marketing, and where. */
  readonly postalAddress: string | undefined
}

export class Workspaces extends Context.Service<
  Workspaces,
  {
    /** Undefined: there is no such workspace. */
    readonly of: (workspaceId: string) => Effect.Effect<SendingWorkspace | undefined, SqlError>
  }
>()("@loopdrive/sending/Workspaces") {}
