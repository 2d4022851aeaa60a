import { afterEach, assert, describe, it, vi } from "@effect/vitest"
import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  ConnectionError,
  LoopDriveError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError
} from "@loopdrive/sdk/Errors"
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import { Transport, retryAfterMillis } from "@loopdrive/sdk/Transport"
import type { Options } from "@loopdrive/sdk/Transport"
import * as Scripted from "./ScriptedServer.ts"

const open: Array<Scripted.Scripted> = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** A server that answers these steps, and a transport to it that notes its pauses instead of waiting. */
const scripted = async (steps: ReadonlyArray<Scripted.Step>, options: Options = {}) => {
  const server = await Scripted.start(...steps)
  open.push(server)
  const pauses: Array<number> = []
  const pause = (millis: number): Promise<void> => {
    pauses.push(millis)
    return Promise.resolve()
  }
  const transport = new Transport({ baseURL: server.base, apiKey: "ld_key", pause, ...options })
  return { server, pauses, transport }
}

const failure = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise
  } catch (error) {
    return error
  }
  return assert.fail("the call succeeded")
}
const failed = async (promise: Promise<unknown>): Promise<LoopDriveError> => {
  const error = await failure(promise)
  assert.instanceOf(error, LoopDriveError)
  return error as LoopDriveError
}

const down = Scripted.json(503, { code: "unavailable" })
const fine = Scripted.json(200, { fine: true })
const post = { method: "POST", path: "/email/send", body: { a: 1 } } as const
const get = { method: "GET", path: "/health" } as const

describe("a browser", () => {
  // On an origin without TLS there is no `randomUUID`, and `AbortSignal.any` is younger than many browsers.
  it("is not asked for what it may not have", async () => {
    const { getRandomValues } = crypto
    vi.stubGlobal("crypto", { getRandomValues: getRandomValues.bind(crypto) })
    vi.stubGlobal("AbortSignal", {})
    try {
      const { server, transport } = await scripted([fine])
      assert.deepStrictEqual(await transport.call(post, { signal: new AbortController().signal }), { fine: true })
      assert.lengthOf(server.asked, 1)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe("a call", () => {
  it("goes to the port of a server on this machine where no address is given", async () => {
    const asked: Array<string> = []
    const answer = (input: string | URL | Request): Promise<Response> => {
      asked.push(input instanceof Request ? input.url : String(input))
      return Promise.resolve(Response.json({ fine: true }))
    }
    assert.deepStrictEqual(await new Transport({ fetch: answer }).call(get), { fine: true })
    assert.deepStrictEqual(asked, ["http://localhost:3001/health"])
  })

  it("reads a failure whose JSON is no problem document by its status alone", async () => {
    const { transport } = await scripted([Scripted.json(502, ["bad", "gateway"])], { maxRetries: 0 })
    const error = await failed(transport.call(get))
    assert.instanceOf(error, ServerError)
    assert.strictEqual(error.status, 502)
  })

  it("does not pause for a caller who gave up as the answer came", async () => {
    const controller = new AbortController()
    const asked: Array<number> = []
    const answer = (): Promise<Response> => {
      asked.push(503)
      controller.abort(new Error("enough"))
      return Promise.resolve(Response.json({ code: "unavailable" }, { status: 503 }))
    }
    const error = await failure(new Transport({ fetch: answer }).call(get, { signal: controller.signal }))
    assert.deepInclude(error, { message: "enough" })
    assert.deepStrictEqual(asked, [503])
  })

  it("sends its key, its body and what the options add", async () => {
    const { server, transport } = await scripted([fine], { headers: { "X-Extra": "1", Authorization: "mine" } })
    assert.deepStrictEqual(await transport.call(post), { fine: true })
    const [asked] = server.asked
    assert.strictEqual(asked?.method, "POST")
    assert.strictEqual(asked?.body, '{"a":1}')
    assert.strictEqual(asked?.headers["authorization"], "Bearer ld_key")
    assert.strictEqual(asked?.headers["content-type"], "application/json")
    assert.strictEqual(asked?.headers["x-extra"], "1")
    assert.match(asked?.headers["idempotency-key"]?.toString() ?? "", /^[0-9a-f]{32}$/)
  })

  it("uses the access token where there is no key, and neither where there is none", async () => {
    const { server, transport } = await scripted([fine], { apiKey: undefined as never, accessToken: "token" })
    await transport.call(get)
    const bare = new Transport({ baseURL: server.base })
    await bare.call(get)
    assert.deepStrictEqual(
      server.asked.map((asked) => asked.headers["authorization"]),
      ["Bearer token", undefined]
    )
  })

  it("writes lists as repeated keys, dates as ISO text, and leaves out what is absent", async () => {
    const { server, transport } = await scripted([fine])
    const query = { kinds: ["fact", "intent"], from: new Date(0), yes: true, none: undefined, nil: null, empty: [] }
    await transport.call({ ...get, query })
    assert.strictEqual(
      server.asked[0]?.url,
      "/health?kinds=fact&kinds=intent&from=1970-01-01T00%3A00%3A00.000Z&yes=true"
    )
    assert.isUndefined(server.asked[0]?.headers["idempotency-key"])
  })

  it("keeps the path of the base URL and bears a slash at its end", async () => {
    const { server } = await scripted([fine])
    await new Transport({ baseURL: `${server.base}/prefix/` }).call(get)
    assert.strictEqual(server.asked[0]?.url, "/prefix/health")
    assert.throws(() => new Transport({ baseURL: "" }), TypeError)
  })
})

describe("a failed attempt", () => {
  it("is repeated under the same key with the same body", async () => {
    const { server, transport } = await scripted([down, Scripted.drop, Scripted.text(200, "no json"), fine])
    assert.deepStrictEqual(await transport.call(post), { fine: true })
    assert.strictEqual(server.asked.length, 4)
    assert.strictEqual(new Set(server.asked.map((asked) => asked.headers["idempotency-key"])).size, 1)
    assert.strictEqual(new Set(server.asked.map((asked) => asked.body)).size, 1)
  })

  it("has another key in another call, and the caller's where it has one", async () => {
    const { server, transport } = await scripted([fine])
    await transport.call(post)
    await transport.call(post)
    await transport.call(post, { idempotencyKey: "order-1" })
    const keys = server.asked.map((asked) => asked.headers["idempotency-key"])
    assert.strictEqual(new Set(keys).size, 3)
    assert.strictEqual(keys[2], "order-1")
  })

  it("is repeated after pauses that double at the most", async () => {
    const { pauses, server, transport } = await scripted([down], { maxRetries: 8 })
    await failed(transport.call(post))
    assert.strictEqual(server.asked.length, 9)
    for (const [attempt, millis] of pauses.entries()) {
      assert.isAtLeast(millis, 0)
      assert.isAtMost(millis, Math.min(8_000, 250 * 2 ** attempt))
    }
  })

  it("is repeated when the server says, and not before", async () => {
    const { pauses, transport } = await scripted([
      Scripted.json(503, {}, { "retry-after": "7" }),
      Scripted.json(429, {}, { "retry-after": "0" }),
      fine
    ])
    await transport.call(post)
    assert.deepStrictEqual(pauses, [7_000, 0])
  })

  it("is not repeated when the server says longer than anybody waits", async () => {
    const { pauses, server, transport } = await scripted([Scripted.json(503, {}, { "retry-after": "3600" })])
    assert.instanceOf(await failed(transport.call(post)), ServerError)
    assert.strictEqual(server.asked.length, 1)
    assert.isEmpty(pauses)
  })

  it("is not repeated with no retries, and as often as the call says", async () => {
    const { server, transport } = await scripted([down], { maxRetries: 0 })
    await failed(transport.call(post))
    assert.strictEqual(server.asked.length, 1)
    await failed(transport.call(post, { maxRetries: 2 }))
    assert.strictEqual(server.asked.length, 4)
  })

  it("is not repeated where a repeat would fail again", async () => {
    for (const status of [400, 401, 403, 404, 409, 413, 422]) {
      const { server, transport } = await scripted([Scripted.json(status, {})])
      await failed(transport.call(post))
      assert.strictEqual(server.asked.length, 1, String(status))
    }
  })
})

describe("an error", () => {
  it("says what, with which status and under which request id", async () => {
    const problem = { code: "send_refused", detail: "Not sent.", reason: "no_consent", sendId: "send_1" }
    const { transport } = await scripted([Scripted.json(409, problem, { "x-request-id": "req_1" })])
    const error = await failed(transport.call(post))
    assert.instanceOf(error, ConflictError)
    assert.strictEqual(error.name, "ConflictError")
    assert.strictEqual(error.message, "Not sent.")
    assert.strictEqual(error.code, "send_refused")
    assert.strictEqual(error.status, 409)
    assert.strictEqual(error.requestId, "req_1")
    assert.deepStrictEqual(error.details, problem)
  })

  it("has a type of its own for what a program may want to tell apart", async () => {
    const types: ReadonlyArray<readonly [number, typeof LoopDriveError]> = [
      [400, ValidationError],
      [413, ValidationError],
      [422, ValidationError],
      [401, AuthenticationError],
      [403, AuthorizationError],
      [404, NotFoundError],
      [409, ConflictError],
      [429, RateLimitError],
      [500, ServerError],
      [503, ServerError]
    ]
    for (const [status, type] of types) {
      const { transport } = await scripted([Scripted.text(status, "no problem document")], { maxRetries: 0 })
      const error = await failed(transport.call(post))
      assert.instanceOf(error, type)
      assert.strictEqual(error.status, status)
      assert.strictEqual(error.code, `http_${status}`)
      assert.strictEqual(error.message, `HTTP ${status}`)
    }
  })

  it("tells an answer that is no JSON from a server that is not there", async () => {
    const { server, transport } = await scripted([Scripted.text(200, "<html>")], { maxRetries: 1 })
    const unread = await failed(transport.call(post))
    assert.instanceOf(unread, ConnectionError)
    assert.strictEqual(unread.code, "invalid_answer")
    assert.strictEqual(server.asked.length, 2)
    await server.close()
    const unreachable = await failed(transport.call(post))
    assert.instanceOf(unreachable, ConnectionError)
    assert.strictEqual(unreachable.code, "connection")
    assert.strictEqual(unreachable.status, 0)
  })
})

describe("waiting", () => {
  it("ends at the timeout of the call, and the attempt with it", async () => {
    const { server, transport } = await scripted([Scripted.hang], { maxRetries: 1, timeout: 60_000 })
    const error = await failed(transport.call(post, { timeout: 20 }))
    assert.instanceOf(error, TimeoutError)
    assert.strictEqual(error.code, "timeout")
    assert.isAtMost(server.asked.length, 2)
  })

  it("ends at the timeout although the answer has begun", async () => {
    const { transport } = await scripted(
      [(response) => response.writeHead(200, { "content-type": "application/json" }).write("{")],
      { maxRetries: 0 }
    )
    assert.instanceOf(await failed(transport.call(get, { timeout: 50 })), TimeoutError)
  })

  it("ends when the caller gives up, with the caller's reason and no further attempt", async () => {
    const controller = new AbortController()
    const reason = new Error("changed my mind")
    const { server, transport } = await scripted([() => controller.abort(reason)])
    assert.strictEqual(await failure(transport.call(post, { signal: controller.signal })), reason)
    assert.strictEqual(server.asked.length, 1)
  })

  it("ends in the pause before the next attempt, too", async () => {
    const controller = new AbortController()
    const reason = new Error("changed my mind")
    const server = await Scripted.start(down)
    open.push(server)
    const fetching: typeof fetch = async (...request) => {
      const response = await fetch(...request)
      queueMicrotask(() => setImmediate(() => controller.abort(reason)))
      return new Response(await response.text(), { status: 503, headers: { "retry-after": "30" } })
    }
    const transport = new Transport({ baseURL: server.base, fetch: fetching })
    assert.strictEqual(await failure(transport.call(post, { signal: controller.signal })), reason)
    assert.strictEqual(server.asked.length, 1)
  })

  it("does not begin for a caller that gave up before", async () => {
    const { server, transport } = await scripted([fine])
    const reason = new Error("never mind")
    assert.strictEqual(await failure(transport.call(post, { signal: AbortSignal.abort(reason) })), reason)
    assert.isEmpty(server.asked)
  })
})

describe("Retry-After", () => {
  it("is seconds or a date, and nothing else", () => {
    const now = Date.parse("2026-01-01T00:00:00Z")
    assert.strictEqual(retryAfterMillis("2", now), 2_000)
    assert.isUndefined(retryAfterMillis("-2", now))
    assert.strictEqual(retryAfterMillis("Thu, 01 Jan 2026 00:00:05 GMT", now), 5_000)
    assert.strictEqual(retryAfterMillis("Wed, 31 Dec 2025 00:00:00 GMT", now), 0)
    assert.isUndefined(retryAfterMillis("soon", now))
    assert.isUndefined(retryAfterMillis(" ", now))
    assert.isUndefined(retryAfterMillis(null, now))
  })
})

describe("the client", () => {
  it("asks at the paths of the contract, with ids that cannot leave their place", async () => {
    const { server } = await scripted([fine])
    const client = new LoopDrive({ baseURL: server.base, apiKey: "ld_key" })
    const id = "a/b?c"
    const calls: ReadonlyArray<readonly [Promise<unknown>, string]> = [
      [client.ping(), "GET /health"],
      [client.person.resolve({ email: "a@example.com" }), "POST /api/person/resolve"],
      [client.person.get(id), "GET /api/person/a%2Fb%3Fc"],
      [client.person.list({ limit: 5 }), "GET /api/person?limit=5"],
      [client.person.search({ workspaceId: "ws_1", q: "ada" }), "GET /api/person/search?workspaceId=ws_1&q=ada"],
      [client.person.update(id, { firstName: null }), "PATCH /api/person/a%2Fb%3Fc"],
      [client.person.getIdentities("p"), "GET /api/person/p/identities"],
      [client.person.addIdentity("p", { type: "x", value: "a", verified: true }), "POST /api/person/p/identities"],
      [client.person.getMemory("p", { kinds: ["fact"] }), "GET /api/person/p/memory?kinds=fact"],
      [client.person.addMemory("p", { kind: "fact", text: "t" }), "POST /api/person/p/memory"],
      [client.person.getTopics("p"), "GET /api/person/p/topics"],
      [client.person.updateTopic("p", "bread", 0.5), "POST /api/person/p/topics"],
      [client.person.getConsent("p", "email"), "GET /api/person/p/consent?channel=email"],
      [
        client.person.updateConsent("p", { channel: "email", scope: "both", status: "granted", source: "test" }),
        "POST /api/person/p/consent"
      ],
      [client.person.getNotes("p"), "GET /api/person/p/notes"],
      [client.person.addNote("p", "note"), "POST /api/person/p/notes"],
      [client.person.getObjectives("p"), "GET /api/person/p/objectives"],
      [client.person.addObjective("p", { type: "upsell" }), "POST /api/person/p/objectives"],
      [client.person.merge("a", "b"), "POST /api/person/merge"],
      [client.person.previewMerge("a", "b"), "POST /api/person/merge"],
      [client.person.unmerge("p"), "POST /api/person/p/unmerge"],
      [client.person.getMergeProposals({ status: "open" }), "GET /api/person/merge-proposals?status=open"],
      [client.person.acceptMergeProposal("m"), "POST /api/person/merge-proposals/m/accept"],
      [client.person.rejectMergeProposal("m"), "POST /api/person/merge-proposals/m/reject"],
      [client.send.email({ personId: "p", body: "b", sendAt: new Date(0) }), "POST /email/send"],
      [client.send.getStatus(id), "GET /send/a%2Fb%3Fc/status"],
      [client.send.getAlerts({ acknowledged: false }), "GET /api/sends/alerts?acknowledged=false"],
      [client.send.acknowledgeAlert(id), "POST /api/sends/alerts/a%2Fb%3Fc/acknowledge"],
      [client.events.timeline("p", { limit: 50 }), "GET /events/timeline?personId=p&limit=50"]
    ]
    for (const [call] of calls) await call
    assert.deepStrictEqual(
      server.asked.map(({ method, url }) => `${method} ${url}`).toSorted(),
      calls.map(([, expected]) => expected).toSorted()
    )
    const sent = server.asked.find(({ url }) => url === "/email/send")
    assert.deepStrictEqual(JSON.parse(sent?.body ?? ""), {
      personId: "p",
      body: "b",
      sendAt: "1970-01-01T00:00:00.000Z",
      to: "p"
    })
  })
})
