/** Elements, made and found. Whatever comes from the API becomes a text node: nothing here reads markup. */

/** @typedef {string | Node} Child */

/**
 * An element with attributes and children. A function is a listener of the event that its name tells (`onclick`);
 * `undefined` and `false` leave an attribute out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | boolean | undefined | ((event: Event) => unknown)>>} [attributes]
 * @param {ReadonlyArray<Child>} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const make = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value)
  }
  made.append(...children)
  return made
}

/**
 * The element of the document with this id, which is of this class.
 * @template {Element} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
export const byId = (id, kind) => {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The document has no ${kind.name} with the id ${id}.`)
  return found
}

/**
 * Shows words in a place that is read out as they change.
 * @param {Element} place
 * @param {string} text
 * @param {"good" | "bad" | "plain"} [tone]
 */
export const say = (place, text, tone = "plain") => {
  place.textContent = text
  place.setAttribute("data-tone", tone)
}

/** @param {unknown} error */
export const wordsOf = (error) => (error instanceof Error ? error.message : String(error))

const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" })

/**
 * A time as the reader's clock shows it, and exactly for machines.
 * @param {string} iso
 */
export const time = (iso) => make("time", { datetime: iso, title: iso }, full.format(new Date(iso)))

/** Names of the API in words: `campaign_spend` is `campaign spend`. @param {string} name */
export const words = (name) => name.replaceAll("_", " ")

/**
 * Runs something that a button asked for; the button waits with it.
 * @param {HTMLButtonElement} button
 * @param {() => Promise<unknown>} run
 */
export const busy = async (button, run) => {
  // Not `disabled`: that would take the focus away from whoever uses the keyboard.
  if (button.getAttribute("aria-disabled") === "true") return
  button.setAttribute("aria-disabled", "true")
  try {
    await run()
  } finally {
    button.removeAttribute("aria-disabled")
  }
}
