/**
 * What a language model might write when it is asked for a message: from the facts quoted in its prompt and nothing else.
 * For servers that run beside the emulator; tests that look at one thing say themselves what is written.
 */
import { Option, Schema } from "effect"
import type { Write } from "./OpenAiModel.ts"

const decodeJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))
const decodeMemories = Schema.decodeUnknownOption(
  Schema.NonEmptyArray(Schema.Struct({ id: Schema.String, text: Schema.String }))
)
const decodePerson = Schema.decodeUnknownOption(Schema.Struct({ firstName: Schema.optionalKey(Schema.String) }))

/** What the prompt quotes under a name. */
const quoted = (prompt: string, name: string): unknown => {
  const [, json = ""] = new RegExp(`<data name="${name}">(.*?)</data>`, "s").exec(prompt) ?? []
  return Option.getOrUndefined(decodeJson(json))
}

const frames: ReadonlyArray<readonly [subject: string, before: string, after: string]> = [
  ["A thought for you", "we remember this of you: ", "Shall we talk about it?"],
  ["About what you told us", "you were on our mind. What we know: ", "What would help you most?"],
  ["Is this still so?", "is this still how things stand? ", "Let us know what has changed."]
]

/** Variants that differ and speak of the first memory quoted. */
export const write: Write = ({ user }) => {
  const [, count = "3"] = /Write (\d+) variants/.exec(user) ?? []
  const memory = Option.getOrUndefined(decodeMemories(quoted(user, "memories")))?.[0]
  const { firstName = "there" } = Option.getOrUndefined(decodePerson(quoted(user, "person"))) ?? {}
  const variants = frames.slice(0, Number(count)).map(([subject, before, after]) => ({
    subject,
    text: `Hello ${firstName},\n\n${memory === undefined ? "" : `${before}“${memory.text}”.\n\n`}${after}`,
    cta: after,
    ps: null,
    snippetIds: [],
    memoryIds: memory === undefined ? [] : [memory.id]
  }))
  return { locale: "en", variants }
}
