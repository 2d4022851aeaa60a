/** What a Person answers. Rows are read back by queries; a reply says only what the caller cannot find out otherwise. */
import { Reason } from "@loopdrive/domain/Delivery"
import { IdentityType } from "@loopdrive/domain/Identifier"
import * as Schema from "effect/Schema"

export const Reply = Schema.Union([
  Schema.TaggedStruct("Resolved", { created: Schema.Boolean, added: Schema.Array(IdentityType) }),
  /** The id of what was recorded, or of what it folded into. */
  Schema.TaggedStruct("Recorded", { id: Schema.String }),
  /** `leaving`: an express, on its way since `at`; the worker that asked has it in hand. */
  Schema.TaggedStruct("Admitted", {
    sendId: Schema.String,
    due: Schema.Finite,
    leaving: Schema.optional(
      Schema.Struct({ personId: Schema.String, recipient: Schema.String, eventId: Schema.String, at: Schema.Finite })
    )
  }),
  /** The send is on record as failed; this is why. */
  Schema.TaggedStruct("NotAdmitted", { sendId: Schema.String, reason: Reason }),
  /** What would become of the message. */
  Schema.TaggedStruct("Rehearsed", {
    outcome: Schema.Literals(["leaves", "waits", "refused"]),
    reason: Schema.optional(Reason)
  }),
  /** The send may leave now, and counts from now on. */
  Schema.TaggedStruct("Go", {}),
  /** Not yet: it is handed out again when its time has come. */
  Schema.TaggedStruct("Later", { until: Schema.Finite }),
  /** The send was stopped; this is why. */
  Schema.TaggedStruct("Stopped", { reason: Reason }),
  /** There is nothing to be done any more: it left, failed or was cancelled. */
  Schema.TaggedStruct("Gone", {}),
  /** It was leaving when its worker died, and asking its vendor again might send it twice. */
  Schema.TaggedStruct("Unknown", {}),
  Schema.TaggedStruct("Cancelled", {}),
  /** It is on its way, or has left. */
  Schema.TaggedStruct("TooLate", {}),
  Schema.TaggedStruct("Settled", {})
])
export type Reply = typeof Reply.Type
