/** The tables of sends as the journal writes them. */
import type { Table } from "@loopdrive/actor/Table"

export const sends: Table = {
  name: "sends",
  columns: {
    id: "text",
    workspace_id: "text",
    person_id: "text",
    channel: "text",
    brand_id: "text",
    objective: "text",
    purpose: "text",
    recipient: "text",
    subject: "text",
    body_text: "text",
    body_html: "text",
    from_address: "text",
    reply_to: "text",
    metadata: "jsonb",
    job_id: "text",
    state: "text",
    reason: "text",
    error: "text",
    attempts: "int",
    event_id: "text",
    not_before: "timestamptz",
    queued_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "append"
}

/** The same table as its state changes. Every change names all of it, so that the last one of a group stands. */
export const changed: Table = {
  name: "sends",
  alias: "sends.changed",
  columns: {
    id: "text",
    state: "text",
    reason: "text",
    error: "text",
    provider: "text",
    external_id: "text",
    attempts: "int",
    not_before: "timestamptz",
    sent_at: "timestamptz",
    updated_at: "timestamptz"
  },
  mode: "update",
  key: ["id"]
}

/** The same table as a message gets its words. */
export const composed: Table = {
  name: "sends",
  alias: "sends.composed",
  columns: { id: "text", subject: "text", body_text: "text", body_html: "text" },
  mode: "update",
  key: ["id"]
}

/** What was decided about a send and done with it. */
export const steps: Table = {
  name: "send_steps",
  columns: { send_id: "text", workspace_id: "text", step: "text", detail: "jsonb", at: "timestamptz" },
  mode: "append"
}
