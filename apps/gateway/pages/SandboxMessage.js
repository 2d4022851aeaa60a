/** One message of the sandbox as its recipient would see it, and why it was allowed to leave. */
import { make, say, time, words, wordsOf } from "./Dom.js"

/**
 * @typedef {object} Message
 * @property {string} id
 * @property {string} sendId
 * @property {string} channel
 * @property {string} to
 * @property {string} [subject]
 * @property {string} text
 * @property {string} [html]
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {string} createdAt
 */
/**
 * @typedef {object} Explanation
 * @property {string} state
 * @property {ReadonlyArray<{ readonly at: string, readonly outcome: string, readonly reason?: string, readonly rules:
 *   ReadonlyArray<{ readonly rule: string, readonly outcome: string, readonly version: number, readonly inputs: object }> }>} decisions
 */

/** @type {{ createHTML: (html: string) => string } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("email", {
  // It goes into a frame that runs no code and has no origin.
  createHTML: (/** @type {string} */ html) => html
})

/** Mail programs open links elsewhere, and so does this. @param {string} html */
const letterOf = (html) => `<base target="_blank">${html}`

/** @param {Message} message */
const frame = ({ html = "", subject = "an email" }) => {
  const shown = make("iframe", {
    sandbox: "",
    title: `The email “${subject}”`,
    loading: "lazy",
    referrerpolicy: "no-referrer"
  })
  shown.srcdoc = /** @type {string} */ (policy?.createHTML(letterOf(html)) ?? letterOf(html))
  return shown
}

/** @param {Message} message */
const seen = (message) => {
  if (message.channel !== "email") return make("p", { class: "bubble" }, message.text)
  return message.html === undefined ? make("p", { class: "letter" }, message.text) : frame(message)
}

/** @type {Readonly<Record<string, string>>} */
const tones = { pass: "good", refuse: "bad", defer: "warn" }

/** @param {unknown} value */
const wordOf = (value) =>
  typeof value === "string"
    ? value
    : Array.isArray(value) && value.every((one) => typeof one === "string")
      ? value.join(", ")
      : JSON.stringify(value)

/** @param {object} inputs */
const inputsOf = (inputs) =>
  Object.entries(inputs)
    .map(([name, value]) => `${name}: ${wordOf(value)}`)
    .join("\n")

/** @param {Explanation["decisions"][number]} decision */
const decided = ({ at, outcome, reason, rules }) =>
  make(
    "li",
    {},
    make("strong", {}, words(outcome)),
    ...(reason === undefined ? [] : [` for ${words(reason)}`]),
    " ",
    time(at),
    make(
      "ul",
      { class: "rules" },
      ...rules.map(({ inputs, outcome: ruling, rule, version }) => {
        const given = inputsOf(inputs)
        return make(
          "li",
          {},
          make("span", {}, `${words(rule)} v${version}`),
          make("span", {}, make("span", { class: "tag", "data-tone": tones[ruling] ?? "plain" }, ruling)),
          ...(given === "" ? [] : [make("span", { class: "inputs" }, given)])
        )
      })
    )
  )

/**
 * @param {Message} message
 * @param {(sendId: string) => Promise<Explanation>} explain
 */
const explanation = ({ sendId }, explain) => {
  const place = make("div")
  const details = make("details", {}, make("summary", {}, "Why it was sent"), place)
  details.addEventListener("toggle", async () => {
    if (!details.open || place.childElementCount > 0) return
    say(place, "Asking …")
    try {
      const { decisions } = await explain(sendId)
      place.replaceChildren(make("ol", { class: "decisions" }, ...decisions.map(decided)))
    } catch (error) {
      say(place, wordsOf(error), "bad")
    }
  })
  return details
}

/** @param {Message} message */
const headersOf = ({ headers = {} }) => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return lines.length === 0
    ? []
    : [make("details", {}, make("summary", {}, "Headers"), make("pre", { class: "headers" }, lines.join("\n")))]
}

/**
 * @param {Message} message
 * @param {(sendId: string) => Promise<Explanation>} explain
 */
export const show = (message, explain) =>
  make(
    "li",
    { class: "card message", "data-channel": message.channel },
    make(
      "header",
      {},
      ...(message.subject === undefined ? [] : [make("h2", {}, message.subject)]),
      make("span", { class: "tag" }, message.channel),
      make("span", {}, `to ${message.to}`),
      time(message.createdAt)
    ),
    seen(message),
    ...headersOf(message),
    explanation(message, explain)
  )
