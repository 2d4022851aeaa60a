/** Events as they stand on the wire (contract section 7.3): an immutable log. */
import * as Schema from "effect/Schema"
import { Metadata, Timestamp } from "./Json.ts"

/** Types outside the contract's fifteen are stored too (its section 9.14), so this is text. */
export const Event = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  organizationId: Schema.optionalKey(Schema.String),
  personId: Schema.optionalKey(Schema.String),
  type: Schema.String,
  channel: Schema.optionalKey(Schema.String),
  source: Schema.String,
  payload: Metadata,
  ts: Timestamp,
  metadata: Schema.optionalKey(Metadata)
}).annotate({ identifier: "Event" })
export type Event = typeof Event.Type
