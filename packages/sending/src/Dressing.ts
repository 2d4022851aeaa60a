/**
 * What is done to a message's words as they leave, the same however often it is done: its links say where they come from.
 * `LeavingWords` does more.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import * as Utm from "./core/Utm.ts"
import type { Send } from "./SendStore.ts"

export type Worded = Send & {
  readonly text: string
  /** Of an email. */
  readonly headers?: Readonly<Record<string, string>>
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string")

/** What the sender asked for, or what is known of the message. */
export const paramsOf = ({ channel, metadata, objective }: Pick<Send, "channel" | "metadata" | "objective">) => {
  const asked = metadata?.["utmParams"]
  return isTexts(asked)
    ? asked
    : { source: "loopdrive", medium: channel, ...(objective === undefined ? {} : { campaign: objective }) }
}

/** The words with their links marked. */
export const marked = (send: Worded): Worded => {
  const params = paramsOf(send)
  return {
    ...send,
    text: Utm.applyToText(send.text, params),
    html: send.html === undefined ? undefined : Utm.applyToHtml(send.html, params)
  }
}

export const Dressing = Context.Reference<{
  readonly dress: (send: Worded) => Effect.Effect<Worded, SqlError>
}>("@loopdrive/sending/Dressing", { defaultValue: () => ({ dress: (send) => Effect.succeed(marked(send)) }) })
