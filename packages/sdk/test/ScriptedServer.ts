/** A loopback server that answers what a test tells it to, one answer after the other, and keeps what it was asked. */
import { createServer } from "node:http"
import type { IncomingHttpHeaders, ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What the server does with one request; the last one is repeated. */
export type Step = (response: ServerResponse) => void

export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Step =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body))

export const text =
  (status: number, body: string): Step =>
  (response) =>
    response.writeHead(status, { "content-type": "text/plain" }).end(body)

/** Closes the connection without an answer. */
export const drop: Step = (response) => response.socket?.destroy()

/** Never answers. */
export const hang: Step = () => {}

export interface Scripted {
  readonly base: string
  readonly asked: ReadonlyArray<Asked>
  readonly close: () => Promise<void>
}

export const start = async (...steps: ReadonlyArray<Step>): Promise<Scripted> => {
  const asked: Array<Asked> = []
  const server = createServer((request, response) => {
    const chunks: Array<Buffer> = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const step = steps[Math.min(asked.length, steps.length - 1)]
      const { headers, method = "", url = "" } = request
      asked.push({ method, url, headers, body: Buffer.concat(chunks).toString("utf8") })
      step?.(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
