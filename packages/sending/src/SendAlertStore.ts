/**
 * Alerts of sends whose outcome nobody has known for long. Every send is told of once for each time this comes to it: an
 * alert that nobody has acknowledged gathers what is added to it; once it is acknowledged, or nothing of it is unknown any
 * more, the next send is told of by a new one.
 */
import type { SendAlert } from "@loopdrive/domain/Delivery"
import { compact } from "@loopdrive/domain/Json"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlError } from "effect/sql/SqlError"
import type { Page, Send } from "./SendStore.ts"

/** No alert of this workspace has the id. */
export class SendAlertNotFound extends Schema.TaggedError<SendAlertNotFound>("@loopdrive/sending/SendAlertNotFound")(
  "SendAlertNotFound",
  { alertId: Schema.String }
) {}

/** States of which nobody knows whether the message has left. */
export const states: ReadonlyArray<Send["state"]> = ["unknown", "leaving"]

/** Sends told of in one look; the next takes what is left. */
export const most = 500

/** Sends shown with an alert. */
export const shownMost = 20

export class SendAlertStore extends Context.Service<
  SendAlertStore,
  {
    /**
     * Tells of the sends that nothing has happened to since `before`, each once however often and by however many
     * processes it is asked; and closes the alerts that nothing is left of. Answers the ids of the sends that are new.
     */
    readonly review: (before: Date, now: number) => Effect.Effect<ReadonlyArray<string>, SqlError>
    /** Newest first. */
    readonly list: (
      workspaceId: string,
      acknowledged: boolean | undefined,
      page: Page
    ) => Effect.Effect<{ readonly alerts: ReadonlyArray<SendAlert>; readonly total: number }, SqlError>
    /** The first acknowledgement stays. */
    readonly acknowledge: (
      workspaceId: string,
      alertId: string,
      by: { readonly name: string; readonly at: number }
    ) => Effect.Effect<SendAlert, SendAlertNotFound | SqlError>
  }
>()("@loopdrive/sending/SendAlertStore") {}

/** An alert without its words. */
export interface Bare {
  readonly id: string
  readonly workspaceId: string
  readonly createdAt: Date
  readonly acknowledgedBy: string | undefined
  readonly acknowledgedAt: Date | undefined
  readonly resolvedAt: Date | undefined
}

/** `sends`: longest unknown first, as many as are shown of `total`, of which `open` are unknown still. */
export const toAlert = (bare: Bare, { open, sends, total }: Pick<SendAlert, "open" | "sends" | "total">): SendAlert =>
  compact({
    id: bare.id,
    workspaceId: bare.workspaceId,
    type: "unknown_outcome" as const,
    severity: "critical" as const,
    message: `${total} ${total === 1 ? "send" : "sends"} may have left, and nobody knew for 15 minutes; ${open} unknown still.`,
    recommendedAction:
      "Look for them in the vendor's own log. A receipt settles them by itself; they are never sent again unasked.",
    sends,
    total,
    open,
    acknowledged: bare.acknowledgedAt !== undefined,
    acknowledgedBy: bare.acknowledgedBy,
    acknowledgedAt: bare.acknowledgedAt?.toISOString(),
    resolvedAt: bare.resolvedAt?.toISOString(),
    createdAt: bare.createdAt.toISOString()
  })
