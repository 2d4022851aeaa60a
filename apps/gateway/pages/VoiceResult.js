/** What was written, and what was checked of it, as elements. */
import { make, words } from "./Dom.js"

/** @typedef {import("@loopdrive/domain/VoiceModels").Composed} Composed */
/**
 * @typedef {object} Verdict
 * @property {boolean} safe
 * @property {ReadonlyArray<string>} violations
 * @property {{ readonly toxicitySource: string, readonly spam: number, readonly checks: ReadonlyArray<{ readonly kind: string, readonly status: string, readonly severity: string, readonly details: ReadonlyArray<string> }> }} details
 */
/** @typedef {{ readonly score: number, readonly feedback: ReadonlyArray<string> }} Aligned */
/** @typedef {{ readonly id: string, readonly kind: string, readonly text: string }} Memory */
/**
 * A variant with what was said of it.
 * @typedef {object} Looked
 * @property {{ readonly subject?: string, readonly body: string }} variant
 * @property {Verdict} verdict
 * @property {Aligned} aligned
 */

/** @type {Readonly<Record<string, readonly [string, string]>>} */
const sources = {
  model: ["good", "written by the model"],
  local: ["plain", "written here, without a model"],
  fallback: ["warn", "written here: the model failed"]
}

/** @param {string} tone @param {string} text */
const badge = (tone, text) => make("span", { class: "badge", "data-tone": tone }, text)

/** @param {Composed["meta"]} meta */
const about = (meta) => {
  const [tone, text] = sources[meta.source] ?? ["plain", meta.source]
  const parts = [
    `${meta.model}, ${meta.latencyMs} ms`,
    ...(meta.tokensUsed > 0 ? [`${meta.tokensUsed.toLocaleString()} tokens`] : []),
    `language ${meta.locale}`,
    `pack ${meta.useCase} ${meta.packVersion.slice(0, 8)}`,
    ...(meta.segments === undefined ? [] : [`${meta.segments} SMS segment${meta.segments === 1 ? "" : "s"}`]),
    ...(meta.dropped > 0 ? [`${meta.dropped} dropped`] : []),
    ...(meta.fallbackReason === undefined ? [] : [words(meta.fallbackReason)])
  ]
  return make(
    "p",
    { class: "card about" },
    badge(tone, text),
    ...parts.map((part) => make("span", { class: "quiet" }, part))
  )
}

/** What was asked for and could not be had. @param {Composed["meta"]["leftOut"]} leftOut */
const missing = (leftOut = []) =>
  leftOut.length === 0
    ? []
    : [
        make(
          "section",
          { class: "card found", id: "left-out" },
          make("h3", {}, "Left out"),
          make(
            "ul",
            {},
            ...leftOut.map(({ field, reason }) => make("li", {}, badge("warn", field), make("span", {}, words(reason))))
          )
        )
      ]

/** @param {Looked} looked @param {number} n */
const variant = ({ aligned, variant: { body, subject }, verdict }, n) => {
  const share = `${Math.round(aligned.score * 100)} %`
  return make(
    "article",
    { class: "card variant" },
    make("h3", {}, n === 0 ? "Primary" : `Alternate ${n}`),
    ...(subject === undefined ? [] : [make("p", { class: "subject" }, subject)]),
    make("p", { class: "text" }, body),
    make(
      "p",
      { class: "about quiet" },
      verdict.safe ? badge("good", "passes the guardrails") : badge("bad", "blocked"),
      make(
        "span",
        {},
        "alignment ",
        make("meter", { min: "0", max: "1", low: "0.5", high: "0.8", optimum: "1", value: String(aligned.score) }),
        ` ${share}`
      ),
      make("span", {}, `${body.length.toLocaleString()} characters`)
    ),
    ...(aligned.feedback.length === 0
      ? []
      : [make("ul", { class: "said" }, ...aligned.feedback.map((line) => make("li", {}, line)))])
  )
}

/** What was found in any of the variants. @param {ReadonlyArray<Looked>} looked */
const findings = (looked) => {
  const lines = looked.flatMap(({ verdict }, n) =>
    verdict.details.checks
      .filter(({ status }) => status === "flagged")
      .map(({ details, kind, severity }) =>
        make(
          "li",
          {},
          badge(severity === "block" ? "bad" : severity === "warn" ? "warn" : "plain", words(kind)),
          make("span", {}, details.join("; ")),
          make("span", { class: "quiet" }, n === 0 ? "primary" : `alternate ${n}`)
        )
      )
  )
  const [first] = looked
  const judge = first?.verdict.details.toxicitySource === "moderation" ? "the moderation service" : "the lexicon here"
  const count = first?.verdict.details.checks.length ?? 0
  return make(
    "section",
    { class: "card found", id: "findings" },
    make("h3", {}, "Guardrails"),
    make("p", { class: "quiet" }, `${count} checks for each variant; manners judged by ${judge}.`),
    lines.length === 0 ? make("p", {}, "Nothing was found.") : make("ul", {}, ...lines)
  )
}

/** @param {ReadonlyArray<string>} ids @param {ReadonlyArray<Memory>} known */
const memories = (ids, known) => {
  const lines = ids.map((id) => {
    const memory = known.find((one) => one.id === id)
    return make(
      "li",
      {},
      ...(memory === undefined ? [make("code", {}, id)] : [badge("plain", memory.kind), make("span", {}, memory.text)])
    )
  })
  return make(
    "section",
    { class: "card found", id: "memories" },
    make("h3", {}, "Memories used"),
    lines.length === 0
      ? make("p", { class: "quiet" }, "None: nothing that fits is remembered.")
      : make("ul", {}, ...lines)
  )
}

/**
 * @param {Element} place
 * @param {Composed} composed
 * @param {ReadonlyArray<Looked>} looked
 * @param {ReadonlyArray<Memory>} known
 */
export const show = (place, composed, looked, known) => {
  place.replaceChildren(
    about(composed.meta),
    ...looked.map(variant),
    ...missing(composed.meta.leftOut),
    make("div", { class: "sides" }, findings(looked), memories(composed.meta.memoryIds, known))
  )
}
