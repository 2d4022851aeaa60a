/**
 * WhatsApp through the Cloud API (https://developers.facebook.com/docs/whatsapp/cloud-api/messages): free text within 24
 * hours of the person's last message, approved templates at any time. The status webhook gives our send's id back, and
 * is the only way to settle an unknown outcome: the API shows no sent messages.
 */
import { Effect, Schema } from "effect"
import { nothingPolled } from "./DmProvider.ts"
import type { Connector, DmMessage } from "./DmProvider.ts"
import * as MetaGraph from "./MetaGraph.ts"

const Sent = Schema.Struct({
  messages: Schema.NonEmptyArray(Schema.Struct({ id: Schema.NonEmptyString }))
})

const payload = ({ sendId, template, text, to }: DmMessage) => {
  const base = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: to.replace(/^\+/, ""),
    biz_opaque_callback_data: sendId
  }
  if (template === undefined) return { ...base, type: "text", text: { body: text, preview_url: false } }
  const { language, name, parameters } = template
  const filled = parameters.map((parameter) => ({ type: "text", text: parameter }))
  const components = filled.length === 0 ? [] : [{ type: "body", parameters: filled }]
  return { ...base, type: "template", template: { name, language: { code: language }, components } }
}

/** The platform's throughput for a number, https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput. */
const windows = [{ limit: 80, window: "1 second" }] as const

/** `phoneNumberId` is the number's id, not its digits. */
export const make = Effect.fnUntraced(function* (phoneNumberId: string, credentials: MetaGraph.Credentials) {
  const graph = yield* MetaGraph.make("whatsapp", credentials, windows)
  const connector: Connector = {
    name: "meta",
    idempotent: false,
    send: Effect.fn("WhatsApp.send")(function* (message) {
      const { messages } = yield* graph.post(`${phoneNumberId}/messages`, payload(message), Sent)
      return { externalId: messages[0].id }
    }),
    context: () => Effect.succeed({ posts: [], comments: [], thread: [] }),
    find: () => Effect.succeed({ _tag: "Unanswerable" }),
    poll: Effect.succeed(nothingPolled)
  }
  return connector
})
