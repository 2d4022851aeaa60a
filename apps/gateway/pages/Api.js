/** The public HTTP API as a page calls it: with the key in a header, never in an address. */
import * as Problem from "./Problem.js"

/** How long an answer may take, in milliseconds. */
const patience = 20_000

/** A call that did not succeed, with words for it. */
export class Refused extends Error {
  /** @param {Problem.Problem} problem */
  constructor(problem) {
    const { next, what } = Problem.explain(problem)
    super(`${what} ${next}`)
    this.name = "Refused"
    this.problem = problem
    /** Whether the same request may be sent again as it is. */
    this.repeatable = problem.status === 0 || problem.status >= 500
  }
}

/** A name for one command. Works without a secure context, which `randomUUID` does not. */
export const commandKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")

/**
 * @param {Response} response
 * @returns {Promise<Refused>}
 */
const refusalOf = async (response) => {
  const body = await response.json().catch(() => ({}))
  const requestId = response.headers.get("x-request-id") ?? undefined
  return new Refused({ ...body, status: response.status, ...(requestId === undefined ? {} : { requestId }) })
}

/**
 * @param {string} path
 * @param {RequestInit} request
 */
const send = async (path, request) => {
  const options = { ...request, cache: /** @type {const} */ ("no-store"), signal: AbortSignal.timeout(patience) }
  const response = await fetch(path, options).catch(() => {
    throw new Refused({ status: 0 })
  })
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** What `GET /health` says of the services; it needs no key. */
export const services = async () => {
  const health = await (await send("/health", {})).json()
  return /** @type {Readonly<Record<string, string>>} */ (health.services)
}

/** @typedef {ReturnType<typeof withKey>} Api */

/**
 * Calls under a key.
 * @param {string} key
 */
export const withKey = (key) => {
  const headers = { authorization: `Bearer ${key}` }
  /**
   * @param {string} path
   * @param {Readonly<Record<string, string | number | undefined>>} [query]
   */
  const get = (path, query = {}) => {
    const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
    return send(given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`, { headers })
  }
  return {
    /**
     * @template A
     * @param {string} path
     * @param {Readonly<Record<string, string | number | undefined>>} [query]
     * @returns {Promise<A>}
     */
    read: async (path, query) => (await get(path, query)).json(),
    /**
     * @param {string} path
     * @param {Readonly<Record<string, string | number | undefined>>} [query]
     */
    file: async (path, query) => (await get(path, query)).blob(),
    /**
     * @template A
     * @param {string} path
     * @param {object} [body]
     * @param {string} [commandName] makes a repeat of the same command harmless
     * @returns {Promise<A>}
     */
    ask: async (path, body = {}, commandName) => {
      const all = new Headers({ ...headers, "content-type": "application/json" })
      if (commandName !== undefined) all.set("idempotency-key", commandName)
      return (await send(path, { method: "POST", headers: all, body: JSON.stringify(body) })).json()
    }
  }
}
