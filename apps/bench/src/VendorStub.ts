/**
 * A stand-in for the email vendor, a process of its own beside each contestant of the `send` bench: `POST /emails` as
 * Resend takes it, with its idempotency keys. Two answers in a hundred are 500, drawn with a fixed seed, and then nothing
 * was accepted. It writes down what it saw, for the bench to compare. Written on plain Node, so that it costs little.
 */
import { createServer } from "node:http"
import type { IncomingMessage, ServerResponse } from "node:http"
import { text } from "node:stream/consumers"
import * as Monotonic from "./Monotonic.ts"
import { announce } from "./Served.ts"
import { makeDraw } from "./Draw.ts"
import type { Seen } from "./Vendor.ts"

const refusedShare = 0.02

/** What was seen of a message, as it goes on. */
type Written = { -readonly [Name in keyof Seen]: Seen[Name] }

const seen = new Map<string, Written>()
const draw = makeDraw()
let delay = { millis: 0, spread: 0 }

const answer = (response: ServerResponse, status: number, document: object): void => {
  const body = JSON.stringify(document)
  response
    .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
    .end(body)
}

/** What the vendor would say, decided as the request arrives. */
const take = (key: string, to: string): readonly [number, object] => {
  const known = seen.get(key)
  const record = known ?? { key, to, arrivedMicros: Monotonic.micros(), acceptedMicros: 0, refused: 0, repeated: 0 }
  if (known === undefined) seen.set(key, record)
  if (record.acceptedMicros > 0) {
    record.repeated++
    return [200, { id: `vendor_${key}` }]
  }
  if (draw(1_000_000) < refusedShare * 1_000_000) {
    record.refused++
    return [500, { statusCode: 500, name: "internal_server_error", message: "try again" }]
  }
  record.acceptedMicros = Monotonic.micros()
  return [200, { id: `vendor_${key}` }]
}

const emails = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { to } = JSON.parse(await text(request)) as { readonly to: string | ReadonlyArray<string> }
  const key = request.headers["idempotency-key"]
  if (typeof key !== "string") return answer(response, 400, { statusCode: 400, name: "no_key", message: "no key" })
  const [status, document] = take(key, String(to))
  const wait = delay.millis + (delay.spread * (draw(2_000_001) - 1_000_000)) / 1_000_000
  if (wait <= 0) answer(response, status, document)
  else setTimeout(() => answer(response, status, document), wait)
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://vendor")
  if (url.pathname === "/emails") void emails(request, response)
  else if (url.pathname === "/delay") {
    delay = { millis: Number(url.searchParams.get("millis")), spread: Number(url.searchParams.get("spread")) }
    answer(response, 200, {})
  } else if (url.pathname === "/count") answer(response, 200, { count: seen.size })
  else answer(response, 200, [...seen.values()].slice(Number(url.searchParams.get("from") ?? 0)))
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("the vendor has no port")
  announce(address.port)
})
