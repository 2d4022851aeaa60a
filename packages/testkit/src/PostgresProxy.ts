/**
 * A TCP proxy in front of PostgreSQL that loses a connection at a chosen moment, for tests of what a caller makes of a
 * statement whose fate it does not know. A statement is chosen by a text among its parameters.
 *
 * Framing: PostgreSQL documentation, "Message Formats": a type byte, then a length that counts itself.
 */
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Redacted from "effect/Redacted"
import { connect, createServer } from "node:net"
import type { Socket } from "node:net"

export type Loss =
  /** The statement never reaches the server. */
  | "before"
  /** The statement reaches the server, the connection is lost while it runs. */
  | "during"
  /** The server has answered, the answer is lost. */
  | "after"
  /** The connection is lost at once; the statement reaches the server only when `deliver` is run. */
  | "late"

export interface Laid {
  /** The connection is lost. */
  readonly met: Effect.Effect<void>
  /** For `late`: hands the statement over, and waits until the server has answered it or hung up. */
  readonly deliver: Effect.Effect<void>
}

export interface PostgresProxy {
  readonly url: Redacted.Redacted
  /** Lays a loss for the next statement that has `text` in it. */
  readonly lose: (text: string, loss: Loss) => Effect.Effect<Laid>
  /** Cuts every connection and refuses new ones until `restore`. */
  readonly cut: Effect.Effect<void>
  readonly restore: Effect.Effect<void>
}

interface Pending {
  readonly text: Buffer
  readonly loss: Loss
  readonly met: Deferred.Deferred<void>
  readonly delivered: Deferred.Deferred<void>
  deliver: () => void
}

const readyForQuery = 0x5a

/** Calls back when the server is ready for the next statement. Begins at a message's first byte. */
const whenReady = (then: () => void) => {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk: Buffer): void => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 5) {
      const length = rest.readInt32BE(1) + 1
      if (rest.length < length) return
      if (rest[0] === readyForQuery) then()
      rest = rest.subarray(length)
    }
  }
}

const lose = (pending: Pending, chunk: Buffer, client: Socket, server: Socket): void => {
  const gone = () => {
    client.destroy()
    Deferred.doneUnsafe(pending.met, Effect.void)
  }
  const answered = () => {
    server.destroy()
    Deferred.doneUnsafe(pending.delivered, Effect.void)
  }
  server.removeAllListeners("data")
  switch (pending.loss) {
    case "before":
      server.destroy()
      return gone()
    case "during":
      server.write(chunk)
      return gone()
    case "after":
      server.on(
        "data",
        whenReady(() => [answered(), gone()])
      )
      server.write(chunk)
      return
    case "late":
      server.on("data", whenReady(answered))
      server.on("close", answered)
      pending.deliver = () => server.write(chunk)
      return gone()
  }
}

const pair = (client: Socket, port: number, laid: Array<Pending>, open: Set<Socket>): void => {
  const server = connect(port, "127.0.0.1")
  let kept = false
  for (const socket of [client, server]) {
    socket.setNoDelay(true)
    open.add(socket)
    socket.on("error", () => undefined)
    socket.on("close", () => open.delete(socket))
  }
  client.on("data", (chunk: Buffer) => {
    const at = laid.findIndex(({ text }) => chunk.includes(text))
    const [pending] = at < 0 ? [] : laid.splice(at, 1)
    if (pending === undefined) return server.write(chunk)
    kept = true
    return lose(pending, chunk, client, server)
  })
  server.on("data", (chunk: Buffer) => client.write(chunk))
  client.on("close", () => {
    if (!kept) server.destroy()
  })
  server.on("close", () => client.destroy())
}

/** Stands in front of the server of `url` for the life of the scope. */
export const make = (url: Redacted.Redacted): Effect.Effect<PostgresProxy, never, Scope.Scope> =>
  Effect.gen(function* () {
    const front = new URL(Redacted.value(url))
    const behind = Number(front.port)
    const laid: Array<Pending> = []
    const open = new Set<Socket>()
    let refusing = false
    const destroyAll = () => {
      for (const socket of open) socket.destroy()
    }
    const server = createServer((client) => {
      if (refusing) client.destroy()
      else pair(client, behind, laid, open)
    })
    const port = yield* Effect.acquireRelease(
      Effect.callback<number>((resume) => {
        server.listen(0, "127.0.0.1", () => {
          const address = server.address()
          resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : 0))
        })
      }),
      () =>
        Effect.sync(() => {
          destroyAll()
          server.close()
        })
    )
    front.port = String(port)
    return {
      url: Redacted.make(front.href),
      lose: (text, loss) =>
        Effect.sync(() => {
          const pending: Pending = {
            text: Buffer.from(text),
            loss,
            met: Deferred.makeUnsafe(),
            delivered: Deferred.makeUnsafe(),
            deliver: () => undefined
          }
          laid.push(pending)
          return {
            met: Deferred.await(pending.met),
            deliver: Effect.andThen(
              Effect.sync(() => pending.deliver()),
              Deferred.await(pending.delivered)
            )
          }
        }),
      cut: Effect.sync(() => {
        refusing = true
        destroyAll()
      }),
      restore: Effect.sync(() => {
        refusing = false
      })
    }
  })
