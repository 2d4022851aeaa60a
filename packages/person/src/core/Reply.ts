/** What a Person answers. Rows are read back by queries; a reply says only what the caller cannot find out otherwise. */
import { Reason } from "@loopdrive/domain/Delivery"
import { IdentityType } from "@loopdrive/domain/Identifier"
import * as Schema from "effect/Schema"

export const Reply = Schema.Union([
  Schema.TaggedStruct("Resolved", { created: Schema.Boolean, added: Schema.Array(IdentityType) }),
  /** The id of what was recorded, or of what it folded into. */
  Schema.TaggedStruct("Recorded", { id: Schema.String }),
  Schema.TaggedStruct("Admitted", { sendId: Schema.String }),
  /** The send is on record as failed; this is why. */
  Schema.TaggedStruct("NotAdmitted", { sendId: Schema.String, reason: Reason }),
  Schema.TaggedStruct("Settled", {})
])
export type Reply = typeof Reply.Type
