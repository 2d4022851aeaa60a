/** The port to whoever says what must stand below a message: the workspace, or the voice of the brand. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import type { Send } from "./SendStore.ts"

export interface LegalNotice {
  /** What stands below an email; absent: nothing has to. */
  readonly postalAddress: string | undefined
  /** Whether an email must show the link of its List-Unsubscribe header in its text. */
  readonly unsubscribeLink: boolean
  /** Whether an SMS or a direct message must say how to end them. */
  readonly optOut: boolean
}

export const none: LegalNotice = { postalAddress: undefined, unsubscribeLink: false, optOut: false }

export const LegalNotices = Context.Reference<{
  readonly of: (send: Pick<Send, "brandId" | "channel" | "workspaceId">) => Effect.Effect<LegalNotice, SqlError>
}>("@loopdrive/sending/LegalNotices", { defaultValue: () => ({ of: () => Effect.succeed(none) }) })
