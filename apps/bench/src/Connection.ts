/**
 * One keep-alive HTTP/1.1 connection of the load generator: a request, its answer, the next request. Written on a plain
 * socket because a client library would cost more than the servers it measures. Understands answers with a
 * `Content-Length` (RFC 9112, 6.2), which is all the benchmarked servers send.
 */
import { connect } from "node:net"
import type { Socket } from "node:net"

const headEnd = "\r\n\r\n"
const lengthHeader = /\r\ncontent-length: *(\d+)/i

export class Connection {
  readonly #socket: Socket
  readonly #onAnswer: (status: number, body: string) => void
  #received = ""

  private constructor(
    socket: Socket,
    onAnswer: (status: number, body: string) => void,
    onLost: (error: Error) => void
  ) {
    this.#socket = socket
    this.#onAnswer = onAnswer
    socket.setNoDelay(true)
    socket.setEncoding("latin1")
    socket.on("data", (text: string) => this.#take(text))
    socket.on("error", onLost)
    socket.on("close", () => onLost(new Error("the server closed the connection")))
  }

  static open(
    port: number,
    onAnswer: (connection: Connection) => (status: number, body: string) => void,
    onLost: (error: Error) => void
  ): Promise<Connection> {
    const { promise, reject, resolve } = Promise.withResolvers<Connection>()
    const socket = connect({ host: "127.0.0.1", port })
    socket.once("error", reject)
    socket.once("connect", () => {
      socket.off("error", reject)
      const connection: Connection = new Connection(socket, (status, body) => answered(status, body), onLost)
      const answered = onAnswer(connection)
      resolve(connection)
    })
    return promise
  }

  send(request: string): void {
    this.#socket.write(request, "latin1")
  }

  close(): void {
    this.#socket.removeAllListeners("close")
    this.#socket.destroy()
  }

  #take(text: string): void {
    this.#received = this.#received === "" ? text : this.#received + text
    const head = this.#received.indexOf(headEnd)
    if (head === -1) return
    const length = lengthHeader.exec(this.#received)?.[1]
    if (length === undefined) throw new Error(`an answer without Content-Length: ${this.#received.slice(0, head)}`)
    const end = head + headEnd.length + Number(length)
    if (this.#received.length < end) return
    const status = Number(this.#received.slice(9, 12))
    const body = this.#received.slice(head + headEnd.length, end)
    this.#received = this.#received.slice(end)
    this.#onAnswer(status, body)
  }
}
