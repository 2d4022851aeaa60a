/** What workspaces send by, asked whenever a message is decided about. */
import { standard } from "@loopdrive/domain/SendPolicy"
import type { SendPolicy } from "@loopdrive/domain/SendPolicy"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"

/** Without a tenancy, everybody sends by the standard. */
export const Policies = Context.Reference<{
  readonly of: (workspaceId: string) => Effect.Effect<SendPolicy, SqlError>
  /** Read anew, and so are the next of `of`: for what is decided once and for all, where a second ago is too long ago. */
  readonly latest: (workspaceId: string) => Effect.Effect<SendPolicy, SqlError>
}>("@loopdrive/sending/Policies", {
  defaultValue: () => ({ of: () => Effect.succeed(standard), latest: () => Effect.succeed(standard) })
})
