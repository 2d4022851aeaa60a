import { assert, describe, it } from "@effect/vitest"
import { once } from "node:events"
import * as PgliteStream from "../src/PgliteStream.ts"

const framed = (type: string, body: string): Buffer => {
  const message = Buffer.alloc(5 + body.length)
  message.write(type, 0, "latin1")
  message.writeInt32BE(4 + body.length, 1)
  message.write(body, 5, "latin1")
  return message
}

const request = (code: number, rest = ""): Buffer => {
  const message = Buffer.alloc(8 + rest.length)
  message.writeInt32BE(message.length, 0)
  message.writeInt32BE(code, 4)
  message.write(rest, 8, "latin1")
  return message
}

const startup = request(196608, "user\0me\0\0")

const recording = () => {
  const seen: Array<string> = []
  const backend: PgliteStream.Backend = {
    open: (bytes) => {
      seen.push(`open ${bytes.length}`)
      return Promise.resolve(Buffer.from("O"))
    },
    execute: (bytes) => {
      seen.push(`execute ${bytes.length}`)
      return Promise.resolve(Buffer.from("E"))
    }
  }
  return { seen, backend }
}

const write = (stream: ReturnType<typeof PgliteStream.make>, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => stream.write(bytes, (error) => (error ? reject(error) : resolve())))

describe("PgliteStream", () => {
  it("hands over whole messages only, however the bytes arrive", async () => {
    const { backend, seen } = recording()
    const stream = PgliteStream.make(backend)
    const query = framed("Q", "select 1\0")
    for (const byte of Buffer.concat([startup, query])) await write(stream, Buffer.of(byte))
    assert.deepStrictEqual(seen, [`open ${startup.length}`, `execute ${query.length}`])
    await write(stream, Buffer.concat([query, query, query.subarray(0, 3)]))
    await write(stream, query.subarray(3))
    assert.deepStrictEqual(seen.slice(2), [`execute ${query.length * 2}`, `execute ${query.length}`])
    assert.strictEqual(String(stream.read()), "OEEE")
  })

  it("declines TLS and goes on in the clear", async () => {
    const { backend, seen } = recording()
    const stream = PgliteStream.make(backend)
    await write(stream, request(80877103))
    assert.strictEqual(String(stream.read()), "N")
    await write(stream, startup)
    assert.lengthOf(seen, 1)
  })

  it("closes on a cancel request, read or not, without disturbing the session", async () => {
    const { backend, seen } = recording()
    const stream = PgliteStream.make(backend)
    const closed = once(stream, "close")
    stream.write(request(80877102, "12345678"))
    await closed
    assert.deepStrictEqual(seen, [])
  })

  it("keeps a client's farewell from the backend", async () => {
    const { backend, seen } = recording()
    const stream = PgliteStream.make(backend)
    await write(stream, startup)
    await write(stream, framed("X", ""))
    assert.lengthOf(seen, 1)
  })

  it("says nothing where the backend says nothing, and goes on", async () => {
    const { backend } = recording()
    const stream = PgliteStream.make({ ...backend, execute: () => Promise.resolve(Buffer.alloc(0)) })
    await write(stream, startup)
    await write(stream, framed("H", ""))
    assert.strictEqual(String(stream.read()), "O")
    assert.isNull(stream.read())
  })

  it("keeps an answer to itself whose client has gone meanwhile", async () => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>()
    const stream = PgliteStream.make({ ...recording().backend, open: () => promise })
    const heard: Array<Buffer> = []
    stream.on("data", (bytes: Buffer) => heard.push(bytes))
    const closed = once(stream, "close")
    stream.write(startup)
    stream.destroy()
    resolve(Buffer.from("O"))
    await closed
    await promise
    assert.deepStrictEqual(heard, [])
  })

  it("fails when the backend fails", async () => {
    const stream = PgliteStream.make({ ...recording().backend, execute: () => Promise.reject(new Error("gone")) })
    const failed = once(stream, "error")
    await write(stream, startup)
    stream.write(framed("Q", "\0"))
    const [error] = await failed
    assert.include(String(error), "gone")
  })
})
