/**
 * A `fetch` for vendors' clients that take one: JSON over connections that stay open. The built-in one reads every body as
 * a stream and costs a request about twice the processor time of the client around it.
 */
import { Effect } from "effect"
import type { Scope } from "effect"
import * as Http from "node:http"
import * as Https from "node:https"

/** The part of the built-in one that a vendor's client uses. */
export type VendorFetch = (target: string | URL | Request, init?: RequestInit) => Promise<Response>

const headersOf = (answer: Http.IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct as Readonly<Record<string, Array<string>>>)) {
    for (const value of values) headers.append(name, value)
  }
  return headers
}

const request = (agents: Agents, url: URL, init: RequestInit, body: string | undefined): Promise<Response> => {
  const { promise, reject, resolve } = Promise.withResolvers<Response>()
  const secure = url.protocol === "https:"
  const sent = (secure ? Https : Http).request(
    url,
    {
      method: init.method ?? "GET",
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) })
      },
      agent: secure ? agents.secure : agents.plain,
      ...(init.signal ? { signal: init.signal } : {})
    },
    (answer) => {
      let text = ""
      answer.setEncoding("utf8")
      answer.on("data", (part: string) => {
        text += part
      })
      answer.on("error", reject)
      answer.once("end", () => {
        const status = Number(answer.statusCode)
        // Such an answer has no body, and a `Response` refuses an empty one.
        const bodiless = status === 204 || status === 304
        resolve(new Response(bodiless ? null : text, { status, headers: headersOf(answer) }))
      })
    }
  )
  // More than one may come; the first is told.
  sent.on("error", reject)
  sent.end(body)
  return promise
}

interface Agents {
  readonly plain: Http.Agent
  readonly secure: Https.Agent
}

/** Connections are closed with the scope. What is no JSON (files, streams) goes through the built-in `fetch`. */
export const make: Effect.Effect<VendorFetch, never, Scope.Scope> = Effect.map(
  Effect.acquireRelease(
    Effect.sync((): Agents => ({
      plain: new Http.Agent({ keepAlive: true }),
      secure: new Https.Agent({ keepAlive: true })
    })),
    ({ plain, secure }) =>
      Effect.sync(() => {
        plain.destroy()
        secure.destroy()
      })
  ),
  (agents) =>
    async (target, init = {}) => {
      const { body } = init
      const isText = typeof body === "string" || body === undefined || body === null
      return target instanceof Request || !isText
        ? fetch(target, init)
        : request(agents, new URL(target), init, body ?? undefined)
    }
)
