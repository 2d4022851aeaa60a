/**
 * An answer as a caller sees it. Reading one checks what holds for all of them (contract section 1.4 and 1.11), so that
 * every test of the suites is also a test of these rules.
 */
import { assert } from "@effect/vitest"

/** What callers put in, and get back as it was. */
const free = new Set(["metadata", "payload", "context", "profile"])
const isTime = (field: string): boolean =>
  /(At|Until)$/.test(field) || ["ts", "lastSeen", "lastUpdated", "dueDate", "timestamp"].includes(field)
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

const inspect = (value: unknown, where: string): void => {
  if (value === null) assert.fail(`${where} is null: what is absent is left out`)
  if (typeof value !== "object") return
  for (const [field, member] of Object.entries(value)) {
    if (free.has(field)) continue
    if (isTime(field) && !iso.test(String(member))) assert.fail(`${where}.${field} is no time: ${member}`)
    inspect(member, `${where}.${field}`)
  }
}

export class Answer {
  readonly status: number
  readonly headers: Headers
  /** As it came. */
  readonly raw: string
  readonly body: unknown

  private constructor(status: number, headers: Headers, raw: string) {
    this.status = status
    this.headers = headers
    this.raw = raw
    this.body = JSON.parse(raw)
  }

  /** The answer to a request, if it is one that any request may get. */
  static check(method: string, path: string, response: Response, raw: string): Answer {
    const what = `${method} ${path.slice(0, 100)} answered ${response.status} ${raw.slice(0, 500)}`
    assert.isBelow(response.status, 500, what)
    assert.notStrictEqual(response.status, 204, what)
    assert.match(response.headers.get("x-request-id") ?? "", /^[\w.-]{1,64}$/, what)
    assert.match(response.headers.get("content-type") ?? "", /^application\/(problem\+)?json/, what)
    const answer = new Answer(response.status, response.headers, raw)
    inspect(answer.body, what)
    if (response.ok) return answer
    assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/, what)
    assert.strictEqual(answer.at("status"), response.status, what)
    for (const field of ["type", "title", "code", "detail"]) assert.isString(answer.at(field), `${field}: ${what}`)
    return answer
  }

  /** What stands at a path like `person.id` or `events.0.type`; `undefined`: nothing. */
  at(path: string): unknown {
    return path
      .split(".")
      .reduce<unknown>(
        (value, field) => (typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined),
        this.body
      )
  }

  /** The text at a path. */
  text(path: string): string {
    const value = this.at(path)
    assert.isString(value, `${path} in ${this.raw.slice(0, 500)}`)
    return String(value)
  }

  /** The list at a path, or the body itself. */
  list(path?: string): ReadonlyArray<Record<string, unknown>> {
    const value = path === undefined ? this.body : this.at(path)
    assert.isArray(value, `${path ?? "the body"} in ${this.raw.slice(0, 500)}`)
    return value as ReadonlyArray<Record<string, unknown>>
  }

  /** The fields a problem is about, like `payload.email`. */
  get faults(): ReadonlyArray<string> {
    const errors = this.at("errors")
    return Array.isArray(errors) ? errors.map((fault: { path: ReadonlyArray<string> }) => fault.path.join(".")) : []
  }
}
