/** Sentences from what the caller knows: a text as it is, a record by its keys. */
import { sentencesOf } from "./Sentences.ts"

/** Keys whose values are sentences of their own. */
const prose =
  /^(?:message|text|note|notes|summary|details?|description|context|body|content|offer|reason|announcement)$/i
/** Keys that address, steer or identify, and are not meant to be read out. */
const silent =
  /(?:^|_)(?:id|ids|key|token|url|link|links|href|email|phone|locale|timezone|channel|segment|source|campaign|utm\w*|tags?|score|internal|first_?name|last_?name|name|test|debug|version|objective|tone|type|status|metadata|instructions?|prompt|system)$/i

const longest = 240

const words = (key: string): string =>
  key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase()

const stopped = (text: string): string => {
  const plain = text.replace(/\s+/g, " ").trim()
  return /[.!?…]$/.test(plain) ? plain : `${plain}.`
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const scalar = (value: unknown): string | undefined => {
  if (typeof value === "string" && value.trim() !== "" && value.length <= longest)
    return value.replace(/\s+/g, " ").trim()
  if (typeof value === "number" && Number.isFinite(value)) return String(value)
  if (Array.isArray(value) && value.length > 0 && value.length <= 6) {
    const items = value.map(scalar)
    return items.every((item) => item !== undefined) ? items.join(", ") : undefined
  }
  return undefined
}

const isSilent = (key: string): boolean => silent.test(words(key).replaceAll(" ", "_"))

/** Keys that read better in a sentence. */
const sentences: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:product|plan|item|service|subject|topic|theme)(?: name)?$/, "It is about @."],
  [/^(?:new |current |special |monthly |annual |regular )?price$/, "The # is @."],
  [/^(?:event|webinar|workshop|class|course)(?: name| title)?$/, "The # is @."],
  [/^(?:(?:event|start|end|due|delivery|renewal|appointment) )?(?:date|time|day)$/, "The # is @."],
  [/^(?:place|location|venue|deadline|budget|goal)$/, "The # is @."],
  [/^(?:discount |coupon |promo |voucher )?code$/, "Your # is @."]
]

const told = (key: string, value: string): string => {
  const name = words(key)
  const frame = sentences.find(([pattern]) => pattern.test(name))?.[1]
  if (frame === undefined) return stopped(`${capital(name)}: ${value}`)
  return frame.replace("#", () => name.replace(/ (?:name|title)$/, "")).replace("@", () => value.replace(/[.]+$/, ""))
}

/** At most four sentences. */
export const contextLinesOf = (context: unknown): ReadonlyArray<string> => {
  if (typeof context === "string")
    return sentencesOf(context)
      .slice(0, 4)
      .map(({ text }) => stopped(capital(text)))
  if (typeof context !== "object" || context === null || Array.isArray(context)) return []
  return Object.entries(context)
    .flatMap(([key, value]): ReadonlyArray<string> => {
      const text = isSilent(key) ? undefined : scalar(value)
      if (text === undefined || /^https?:\/\//.test(text)) return []
      if (prose.test(key) && /\s/.test(text)) return [stopped(capital(text))]
      return [told(key, text)]
    })
    .slice(0, 4)
}

/** The first address that the caller gave under a key that means one. */
export const linkOf = (context: unknown): string | undefined => {
  if (typeof context !== "object" || context === null) return undefined
  for (const [key, value] of Object.entries(context)) {
    if (/url|link|href/i.test(key) && typeof value === "string" && /^https?:\/\/\S+$/.test(value)) return value
  }
  return undefined
}
