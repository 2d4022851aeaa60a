/** What the playground's form asks for, as the API takes it. */
import { byId } from "./Dom.js"

/** Something that a field holds and no request can. */
export class Unusable extends Error {
  /** @param {string} field @param {string} message */
  constructor(field, message) {
    super(message)
    this.name = "Unusable"
    this.field = field
  }
}

/** @param {string} id */
const valueOf = (id) => {
  const field = document.getElementById(id)
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
    ? field.value.trim()
    : ""
}

/** A whole number, or nothing. @param {string} id @param {string} what */
const numberOf = (id, what) => {
  const text = valueOf(id)
  if (text === "") return undefined
  if (!/^\d{1,9}$/u.test(text)) throw new Unusable(id, `${what} must be a whole number.`)
  return Number(text)
}

/** Lines of `name: value`. A number stays a number. @param {string} text */
export const contextOf = (text) => {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const entries = lines.map((line) => {
    const [, name = "", value = ""] = /^\s*([\w -]+?)\s*:\s*(.+?)\s*$/u.exec(line) ?? []
    if (name === "") throw new Unusable("context", `“${line.trim()}” is not of the form name: value.`)
    return /** @type {const} */ ([name.replaceAll(" ", "_"), /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) : value])
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** What is empty is not said. @param {Readonly<Record<string, unknown>>} members */
const said = (members) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== ""))

/** The request for a message to a person. @param {string} personId */
export const requestFor = (personId) => {
  const emoji = valueOf("includeEmoji")
  const linkUrl = valueOf("linkUrl")
  const objective = valueOf("objective")
  if (objective === "") throw new Unusable("objective", "Say what the message is for.")
  return said({
    personId,
    channel: valueOf("channel"),
    objective,
    context: contextOf(valueOf("context")),
    draft: valueOf("draft"),
    brandId: valueOf("brandId"),
    constraints: said({
      maxVariants: numberOf("maxVariants", "The number of variants"),
      maxChars: numberOf("maxChars", "The number of characters"),
      tone: valueOf("tone"),
      readingLevel: valueOf("readingLevel"),
      includeEmoji: emoji === "" ? undefined : emoji === "true",
      linkUrl,
      includeLink: linkUrl === "" ? undefined : true,
      testMode: byId("testMode", HTMLInputElement).checked
    })
  })
}

/** Whom the form names: an id, or words to find somebody by. */
export const wanted = () => valueOf("person")
