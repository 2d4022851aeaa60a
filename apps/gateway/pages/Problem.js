/** What went wrong, and what to do about it, in words for whoever looks at a page. Pure. */

/**
 * An answer that is a problem document (RFC 9457), or status 0 where no answer came.
 * @typedef {object} Problem
 * @property {number} status
 * @property {string} [code]
 * @property {string} [detail]
 * @property {ReadonlyArray<{ readonly path: ReadonlyArray<string | number>, readonly message: string }>} [errors]
 * @property {string} [requestId]
 */
/** @typedef {{ readonly what: string, readonly next: string }} Explanation */

/** @type {Readonly<Record<string, (problem: Problem) => Explanation>>} */
const byCode = {
  workspace_forbidden: () => ({
    what: "This key belongs to another workspace.",
    next: "Enter the workspace that the key was issued for. The key of a first start belongs to ws_default."
  }),
  scope_missing: ({ detail = "This key may not do that." }) => ({
    what: detail,
    next: "Ask an administrator for a key with that scope, and open the page with it."
  }),
  no_payment_method: () => ({
    what: "There is no saved card to charge.",
    next: "Top up once: the card that pays is kept, and auto-reload charges it later."
  }),
  person_not_found: ({ detail = "Nobody here has that id." }) => ({
    what: detail,
    next: "Choose somebody from the list, or name an email address, a number or a name."
  }),
  brand_not_found: ({ detail = "There is no such brand." }) => ({
    what: detail,
    next: "Leave the brand empty to speak as the workspace's own."
  }),
  wallet_frozen: () => ({
    what: "The wallet is frozen: nothing leaves it.",
    next: "Unfreeze it to go on."
  }),
  balance_limit: ({ detail = "The wallet is full." }) => ({ what: detail, next: "Top up with a smaller amount." }),
  idempotency_key_reused: () => ({
    what: "The server knows this request with other content.",
    next: "Reload the page and try again."
  })
}

/**
 * A field's name as people would say it: "Daily ceiling".
 * @param {string} field
 */
const labelOf = (field) => {
  const words = field.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** @param {Problem} problem */
const byStatus = ({ detail, errors = [], requestId, status }) => {
  if (status === 0) {
    return { what: "The server does not answer.", next: "Look whether it runs, then refresh. Nothing is done twice." }
  }
  if (status === 400) {
    const [fault] = errors
    const field = String(fault?.path.at(-1) ?? "")
    return {
      what:
        fault === undefined || field === ""
          ? (detail ?? "The request was not understood.")
          : `${labelOf(field)} ${fault.message.replace(/\.$/, "")}.`,
      next: "Change it and try again."
    }
  }
  if (status === 401) {
    return {
      what: "The server does not know this key.",
      next: "Paste the key that the first start printed, or one that an administrator issued."
    }
  }
  if (status === 503 || status === 429) {
    return { what: detail ?? "The server is busy.", next: "Try again in a moment. Nothing is done twice." }
  }
  if (status >= 500) {
    const named = requestId === undefined ? "" : ` and give them the request id ${requestId}`
    return { what: "Something went wrong on the server.", next: `Try again; if it stays, tell its operator${named}.` }
  }
  return { what: detail ?? `The server refused (${status}).`, next: "Refresh to see what stands now." }
}

/**
 * What to show of a problem: a sentence that says what is, and one that says what to do.
 * @param {Problem} problem
 * @returns {Explanation}
 */
export const explain = (problem) => {
  const code = problem.code ?? ""
  const known = Object.hasOwn(byCode, code) ? byCode[code] : undefined
  return (known ?? byStatus)(problem)
}
