/**
 * What Meta's webhooks say, for Messenger and Instagram (https://developers.facebook.com/docs/messenger-platform/webhooks)
 * and for WhatsApp (https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components). Only what is read; the
 * rest may be anything.
 */
import * as Schema from "effect/Schema"

const End = Schema.Struct({ id: Schema.String })

const Messaging = Schema.Struct({
  sender: Schema.optional(End),
  recipient: Schema.optional(End),
  /** Milliseconds. */
  timestamp: Schema.optional(Schema.Finite),
  message: Schema.optional(
    Schema.Struct({
      mid: Schema.optional(Schema.String),
      text: Schema.optional(Schema.String),
      is_echo: Schema.optional(Schema.Boolean),
      metadata: Schema.optional(Schema.String)
    })
  ),
  delivery: Schema.optional(
    Schema.Struct({ mids: Schema.optional(Schema.Array(Schema.String)), watermark: Schema.optional(Schema.Finite) })
  ),
  read: Schema.optional(
    Schema.Struct({ mid: Schema.optional(Schema.String), watermark: Schema.optional(Schema.Finite) })
  )
})
export type Messaging = typeof Messaging.Type

const Titled = Schema.Struct({ title: Schema.optional(Schema.String) })

const Value = Schema.Struct({
  metadata: Schema.optional(Schema.Struct({ phone_number_id: Schema.String })),
  messages: Schema.optional(
    Schema.Array(
      Schema.Struct({
        id: Schema.String,
        from: Schema.String,
        /** Seconds, as text. */
        timestamp: Schema.String,
        text: Schema.optional(Schema.Struct({ body: Schema.String })),
        button: Schema.optional(Schema.Struct({ text: Schema.optional(Schema.String) })),
        interactive: Schema.optional(
          Schema.Struct({ button_reply: Schema.optional(Titled), list_reply: Schema.optional(Titled) })
        )
      })
    )
  ),
  statuses: Schema.optional(
    Schema.Array(
      Schema.Struct({
        id: Schema.String,
        status: Schema.String,
        timestamp: Schema.String,
        recipient_id: Schema.optional(Schema.String),
        biz_opaque_callback_data: Schema.optional(Schema.String),
        errors: Schema.optional(
          Schema.Array(Schema.Struct({ code: Schema.Int, title: Schema.optional(Schema.String) }))
        )
      })
    )
  )
})
export type Value = typeof Value.Type

const Entry = Schema.Struct({
  id: Schema.optional(Schema.String),
  messaging: Schema.optional(Schema.Array(Messaging)),
  changes: Schema.optional(Schema.Array(Schema.Struct({ field: Schema.String, value: Schema.Unknown })))
})

const Event = Schema.Struct({ object: Schema.String, entry: Schema.Array(Entry) })

export const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Event))
export const decodeValue = Schema.decodeUnknownOption(Value)
