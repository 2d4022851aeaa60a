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
 */
import { ServerResponse } from "node:http"
import type { IncomingMessage } from "node:http"

let gathered: Array<() => void> = []

const writeAll = (): void => {
  const writes = gathered
  gathered = []
  for (const write of writes) write()
}

export class GatheredResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  #streamed = false

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
