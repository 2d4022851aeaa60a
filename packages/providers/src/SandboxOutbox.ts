/**
 * What sandbox providers would have sent, kept to be looked at. Filled by the sandbox layers, read by
 * `GET /sandbox/messages`.
 */
import { Clock, Context, Effect, Layer, Schema } from "effect"
import { SqlClient, SqlSchema } from "effect/sql"

/** One message. `id` names the send, so a send has at most one. `createdAt` is when it was first stored. */
export const SandboxMessage = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  sendId: Schema.String,
  channel: Schema.String,
  to: Schema.String,
  subject: Schema.NullOr(Schema.String),
  text: Schema.NullOr(Schema.String),
  html: Schema.NullOr(Schema.String),
  headers: Schema.NullOr(Schema.Record(Schema.String, Schema.String)),
  createdAt: Schema.Date
})
export type SandboxMessage = typeof SandboxMessage.Type

/** The outbox's store failed: the message may or may not be kept. */
export class SandboxUnavailable extends Schema.TaggedError<SandboxUnavailable>()("SandboxUnavailable", {
  cause: Schema.Defect()
}) {}

export interface Page {
  readonly messages: ReadonlyArray<SandboxMessage>
  /** All of the workspace's messages, on this page or not. */
  readonly total: number
}

/** The most messages one page holds. */
export const pageSizeMax = 1000

/** What is looked for; absent: everything. */
export interface Filter {
  readonly channel?: string | undefined
  /** Addresses of which it is to be one. */
  readonly to?: ReadonlyArray<string> | undefined
}

export interface Service {
  /** Keeps the message unless its send has one; either way answers the id under which it is kept. */
  readonly put: (message: Omit<SandboxMessage, "id" | "createdAt">) => Effect.Effect<string, SandboxUnavailable>
  /** The workspace's messages, newest first; `limit` above `pageSizeMax` is `pageSizeMax`. */
  readonly page: (
    workspaceId: string,
    options: Filter & { readonly limit: number; readonly offset: number }
  ) => Effect.Effect<Page, SandboxUnavailable>
}

/** Deterministic, so that a repeated send is told the same. */
const idOf = (sendId: string): string => `sandbox_${sendId}`

const unavailable = (cause: unknown) => new SandboxUnavailable({ cause })

const Row = Schema.Struct({
  id: Schema.String,
  workspaceId: Schema.String,
  sendId: Schema.String,
  channel: Schema.String,
  to: Schema.String,
  subject: Schema.NullOr(Schema.String),
  text: Schema.NullOr(Schema.String),
  html: Schema.NullOr(Schema.String),
  headers: Schema.NullOr(Schema.fromJsonString(Schema.Record(Schema.String, Schema.String))),
  createdAtMillis: Schema.Finite
})

const asked = {
  workspaceId: Schema.String,
  channel: Schema.optional(Schema.String),
  to: Schema.optional(Schema.Array(Schema.String))
}

const makeSql = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient

  const all = sql`true`
  const where = ({ channel, to, workspaceId }: Filter & { readonly workspaceId: string }) =>
    sql`workspace_id = ${workspaceId} AND ${channel === undefined ? all : sql`channel = ${channel}`}
      AND ${to === undefined ? all : to.length === 0 ? sql`false` : sql`recipient IN ${sql.in([...to])}`}`

  const rows = SqlSchema.findAll({
    Request: Schema.Struct({ ...asked, limit: Schema.Int, offset: Schema.Int }),
    Result: Row,
    // Every name is quoted and every value of a plain type, so that no client setting changes what is decoded here.
    execute: ({ limit, offset, ...filter }) => sql`
      SELECT id, workspace_id AS "workspaceId", send_id AS "sendId", channel, recipient AS "to", subject,
        body_text AS "text", body_html AS "html", headers::text AS "headers",
        (extract(epoch FROM created_at) * 1000)::float8 AS "createdAtMillis"
      FROM sandbox_messages WHERE ${where(filter)}
      ORDER BY created_at DESC, id DESC LIMIT ${limit} OFFSET ${offset}`
  })

  const count = SqlSchema.findOne({
    Request: Schema.Struct(asked),
    Result: Schema.Struct({ total: Schema.Int }),
    execute: (filter) => sql`SELECT count(*)::int4 AS total FROM sandbox_messages WHERE ${where(filter)}`
  })

  return SandboxOutbox.of({
    put: Effect.fn("SandboxOutbox.put")(function* (message) {
      const id = idOf(message.sendId)
      const createdAt = new Date(yield* Clock.currentTimeMillis).toISOString()
      const headers = message.headers === null ? null : JSON.stringify(message.headers)
      yield* sql`
        INSERT INTO sandbox_messages
          (id, workspace_id, send_id, channel, recipient, subject, body_text, body_html, headers, created_at)
        VALUES (${id}, ${message.workspaceId}, ${message.sendId}, ${message.channel}, ${message.to},
          ${message.subject}, ${message.text}, ${message.html}, ${headers}::jsonb, ${createdAt}::timestamptz)
        ON CONFLICT (send_id) DO NOTHING`.pipe(Effect.mapError(unavailable))
      return id
    }),
    page: Effect.fn("SandboxOutbox.page")(function* (workspaceId, { channel, limit, offset, to }) {
      const filter = { workspaceId, channel, to }
      const found = yield* rows({ ...filter, limit: Math.min(limit, pageSizeMax), offset })
      const { total } = yield* count(filter)
      const messages = found.map(({ createdAtMillis, ...row }) => ({ ...row, createdAt: new Date(createdAtMillis) }))
      return { messages, total }
    }, Effect.mapError(unavailable))
  })
})

const makeMemory = Effect.sync(() => {
  const kept = new Map<string, SandboxMessage>()
  return SandboxOutbox.of({
    put: Effect.fnUntraced(function* (message) {
      const id = idOf(message.sendId)
      const createdAt = new Date(yield* Clock.currentTimeMillis)
      if (!kept.has(id)) kept.set(id, { ...message, id, createdAt })
      return id
    }),
    page: (workspaceId, { channel, limit, offset, to }) =>
      Effect.sync(() => {
        const all = [...kept.values()]
          .filter(
            (message) =>
              message.workspaceId === workspaceId &&
              (channel === undefined || message.channel === channel) &&
              (to === undefined || to.includes(message.to))
          )
          .toReversed()
        return { messages: all.slice(offset, offset + Math.min(limit, pageSizeMax)), total: all.length }
      })
  })
})

export class SandboxOutbox extends Context.Service<SandboxOutbox, Service>()("@loopdrive/providers/SandboxOutbox") {
  /** In the table `sandbox_messages` (unique by `send_id`); this module alone touches it. */
  static readonly layer: Layer.Layer<SandboxOutbox, never, SqlClient.SqlClient> = Layer.effect(SandboxOutbox, makeSql)
  /** In this process, gone with it. */
  static readonly layerMemory: Layer.Layer<SandboxOutbox> = Layer.effect(SandboxOutbox, makeMemory)
}
