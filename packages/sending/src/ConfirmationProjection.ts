/**
 * A consent that becomes pending is to be confirmed: noted in the statement of the turn that records it, so that nobody
 * who is to be asked is forgotten. Whether the workspace asks at all is looked up when it is worked off.
 */
import type { Projection } from "@loopdrive/actor/Turn"
import type { Table } from "@loopdrive/actor/Table"
import { Channel } from "@loopdrive/domain/Channel"
import type { Fact, Person } from "@loopdrive/person/Published"
import * as Schema from "effect/Schema"

export const confirmations: Table = {
  name: "confirmations",
  columns: {
    consent_id: "text",
    workspace_id: "text",
    person_id: "text",
    channel: "text",
    created_at: "timestamptz",
    next_try_at: "timestamptz"
  },
  mode: "append"
}

/** `dm` and `ads` name no channel that could be asked on. */
const isAddressed = Schema.is(Channel)

const rows = ({ at, event, personId }: Fact, { workspaceId }: Person) => {
  if (event._tag !== "ConsentRecorded") return []
  const { channel, id, scope, status } = event.entry
  if (status !== "pending" || scope === "transactional" || channel === "site" || !isAddressed(channel)) return []
  const now = new Date(at).toISOString()
  return [
    {
      table: confirmations.name,
      values: {
        consent_id: id,
        workspace_id: workspaceId,
        person_id: personId,
        channel,
        created_at: now,
        next_try_at: now
      }
    }
  ]
}

/** Joins the turns of the Person. */
export const projection: Projection = {
  type: "Person",
  tables: [confirmations],
  rows: (_id, fact, person) => rows(fact as Fact, person as Person)
}
