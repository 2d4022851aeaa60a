/**
 * The socket that is not one: a Duplex that cuts frontend messages out of what `PgClient` writes and hands them to
 * PGlite. Used by `Database.layerPglite` through the client's `stream` option.
 *
 * Framing and request codes: PostgreSQL documentation, "Message Formats" (StartupMessage, SSLRequest, CancelRequest).
 */
import { Duplex } from "node:stream"

/** Answers whole frontend messages with whatever the backend says to them. */
export interface Backend {
  readonly open: (startup: Uint8Array) => Promise<Uint8Array>
  readonly execute: (messages: Uint8Array) => Promise<Uint8Array>
}

const sslRequestCode = 80877103
const cancelRequestCode = 80877102
const terminateType = 0x58

/** Splits `bytes` into whole messages and the rest. Before the startup message, messages carry no type byte. */
const cut = (bytes: Buffer, started: boolean): { readonly whole: Buffer; readonly rest: Buffer } => {
  let end = 0
  for (;;) {
    const typeBytes = started ? 1 : 0
    if (bytes.length - end < typeBytes + 4) break
    const length = bytes.readInt32BE(end + typeBytes) + typeBytes
    if (bytes.length - end < length) break
    end += length
    // One at a time: what follows a startup message is framed differently.
    if (!started) break
  }
  return { whole: bytes.subarray(0, end), rest: bytes.subarray(end) }
}

/**
 * One connection to the backend. An error of the backend destroys the stream, which the client reports as a
 * connection error. A cancel request is dropped, because the one session cannot be interrupted from beside, and its stream
 * is closed, as a server closes the connection it came on: the client waits for that, and reads nothing meanwhile.
 */
export const make = (backend: Backend): Duplex => {
  let buffered: Buffer = Buffer.alloc(0)
  let started = false

  const startup = async (message: Buffer): Promise<Uint8Array | null> => {
    const code = message.readInt32BE(4)
    if (code === sslRequestCode) return Buffer.from("N")
    if (code === cancelRequestCode) return null
    started = true
    return backend.open(message)
  }

  const drain = async (stream: Duplex): Promise<void> => {
    for (;;) {
      const { rest, whole } = cut(buffered, started)
      if (whole.length === 0) return
      buffered = rest
      if (started && whole[0] === terminateType) return
      const answer = started ? await backend.execute(whole) : await startup(whole)
      if (stream.destroyed) return
      if (answer === null) {
        stream.destroy()
        return
      }
      if (answer.length > 0) stream.push(answer)
    }
  }

  const stream: Duplex = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
      drain(stream).then(() => done(), done)
    },
    final(done) {
      stream.push(null)
      done()
    }
  })
  return stream
}
