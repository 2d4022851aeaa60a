/**
 * Node's response, with the writes of one turn of the event loop gathered and made together at its end. Used by
 * `FastServer`.
 *
 * Two costs go away, both measured in docs/adr/0007-http-overhead.md:
 * - A write wakes the process at the other end. Written one by one, with work in between, every answer pays for a wake-up;
 *   written in a row only the first does, because the reader is awake for the rest.
 * - Effect's server has Node check every body against its `Content-Length`. With that check on, Node follows the body
 *   with an empty write and hands both to `writev`. A body handed over whole had its length computed from itself, so
 *   there the check is left out; streamed bodies keep it, and are not delayed.
 *
 * An answer waits for the other requests of the same turn and never longer: `setImmediate` runs when the sockets that
 * had something to read have been read.
 *
 * And a server that has stopped listening says so with its last answer on each connection (`Connection: close`, RFC 9112
 * section 9.6). Node closes only what is idle: a client that never pauses would go on asking until it is cut off.
 */
import { Server, ServerResponse } from "node:http"
import type { IncomingMessage } from "node:http"

let gathered: Array<() => void> = []

const writeAll = (): void => {
  const writes = gathered
  gathered = []
  for (const write of writes) write()
}

const isListening = ({ socket }: IncomingMessage): boolean => {
  const server: unknown = Reflect.get(socket, "server")
  return !(server instanceof Server) || server.listening
}

export class GatheredResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  #streamed = false

  override writeHead(...args: Array<unknown>): this {
    if (!isListening(this.req)) this.shouldKeepAlive = false
    return Reflect.apply(super.writeHead, this, args)
  }

  override write(...args: Array<unknown>): boolean {
    this.#streamed = true
    return Reflect.apply(super.write, this, args)
  }

  override end(...args: Array<unknown>): this {
    const [body] = args
    if (args.length !== 1 || typeof body !== "string" || this.#streamed) return Reflect.apply(super.end, this, args)
    this.strictContentLength = false
    if (gathered.push(() => super.end(body)) === 1) setImmediate(writeAll)
    return this
  }
}
