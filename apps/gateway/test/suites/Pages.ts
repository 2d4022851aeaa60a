/** The pages as files: what a browser is told about them, and that they name nothing from elsewhere. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { Served } from "../Served.ts"
import type { Tests } from "../Served.ts"

const bytesMost = 100_000

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  Effect.flatMap(Served, ({ base }) => Effect.promise(() => fetch(base + path, { headers })))

const text = (response: Response) => Effect.promise(() => response.text())

/** What a document names, as a browser would ask for it. */
const named = (document: string): ReadonlyArray<string> =>
  [...document.matchAll(/<(?:link|script)\b[^>]*\s(?:href|src)="([^"]+)"/gu)].map(([, address = ""]) => address)

/** A page is there, and what it names, and all of it is small. */
const complete = Effect.fnUntraced(function* (path: string) {
  const page = yield* get(path)
  assert.strictEqual(page.status, 200)
  assert.strictEqual(page.headers.get("content-type"), "text/html; charset=utf-8")
  const document = yield* text(page)
  const files = named(document)
  assert.isAbove(files.length, 5)
  let bytes = document.length
  for (const file of files) {
    assert.match(file, /^\/pages\/\w+\.(?:css|js|svg)$/u)
    const response = yield* get(file)
    assert.strictEqual(response.status, 200, file)
    assert.match(response.headers.get("content-type") ?? "", /^(?:text\/(?:css|javascript); charset=utf-8|image\/svg)/u)
    const content = yield* text(response)
    // Beside the namespace of SVG no address leads out; a module that is imported is also named, so nothing is late.
    assert.notMatch(content.replaceAll("http://www.w3.org/2000/svg", ""), /(?:https?:)?\/\/[a-z]+\.[a-z]/u, file)
    for (const [, module = ""] of content.matchAll(/^import .* from "\.\/(\w+\.js)"$/gmu)) {
      assert.include(files, `/pages/${module}`)
    }
    bytes += content.length
  }
  assert.isBelow(bytes, bytesMost)
})

export const suite = (it: Tests): void => {
  it.effect("are there without a key, with everything they name, and small", () =>
    Effect.forEach(["/wallet", "/voice", "/sandbox"], complete, { discard: true })
  )

  it.effect("may load and call nothing else, and may not be framed", () =>
    Effect.gen(function* () {
      const { headers } = yield* get("/voice")
      const policy = headers.get("content-security-policy") ?? ""
      for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
        assert.include(policy, rule)
      }
      assert.notInclude(policy, "unsafe")
      assert.strictEqual(headers.get("x-content-type-options"), "nosniff")
      assert.strictEqual(headers.get("referrer-policy"), "no-referrer")
    })
  )

  it.effect("are asked for again each time, and sent again only when they have changed", () =>
    Effect.gen(function* () {
      const first = yield* get("/pages/Money.js")
      const etag = first.headers.get("etag") ?? ""
      assert.strictEqual(first.headers.get("cache-control"), "no-cache")
      assert.strictEqual(first.headers.get("content-encoding"), "gzip")
      const plain = yield* get("/pages/Money.js", { "accept-encoding": "identity" })
      assert.isNull(plain.headers.get("content-encoding"))
      assert.strictEqual(yield* text(plain), yield* text(first))
      const again = yield* get("/pages/Money.js", { "if-none-match": etag })
      assert.strictEqual(again.status, 304)
      assert.strictEqual(again.headers.get("etag"), etag)
    })
  )

  it.effect("can be asked for without their body, as everything that can be read", () =>
    Effect.gen(function* () {
      const { base, key } = yield* Served
      for (const path of ["/wallet", "/pages/Money.js", "/health", "/docs", "/api/budget/wallet/ws_default"]) {
        const headers = { authorization: `Bearer ${key}` }
        const response = yield* Effect.promise(() => fetch(base + path, { method: "HEAD", headers }))
        assert.strictEqual(response.status, 200, path)
        assert.strictEqual(yield* text(response), "")
      }
      const nowhere = yield* Effect.promise(() => fetch(`${base}/nowhere`, { method: "HEAD" }))
      assert.strictEqual(nowhere.status, 404)
    })
  )

  it.effect("show the reference so that a key can be tried in it, and fetch nothing of its makers", () =>
    Effect.gen(function* () {
      const document = JSON.parse(yield* text(yield* get("/openapi.json")))
      // Other spellings pass for a name with a password there.
      assert.deepStrictEqual(document.components.securitySchemes, { bearer: { type: "http", scheme: "bearer" } })
      const reference = yield* text(yield* get("/docs"))
      for (const setting of ['"withDefaultFonts":false', '"showDeveloperTools":"never"', '"telemetry":false'])
        assert.include(reference, setting)
    })
  )

  it.effect("say which operations take a key of the caller's, and which need one", () =>
    Effect.gen(function* () {
      const document = JSON.parse(yield* text(yield* get("/openapi.json")))
      interface Operation {
        readonly operationId: string
        readonly parameters: ReadonlyArray<{ readonly name: string; readonly required: boolean }>
      }
      const operations = Object.values<Record<string, Operation>>(document.paths).flatMap((path) => Object.values(path))
      const keyOf = ({ parameters }: Operation) => parameters.find(({ name }) => name === "Idempotency-Key")
      const taking = operations.filter((operation) => keyOf(operation) !== undefined)
      const idsOf = (some: ReadonlyArray<Operation>) => some.map(({ operationId }) => operationId)
      assert.sameMembers(idsOf(taking.filter((one) => keyOf(one)?.required)), ["money.post", "money.payout"])
      assert.includeMembers(idsOf(taking), ["person.resolve", "send.email", "voice.compose", "money.topUp"])
      for (const other of ["wallet.wallet", "stripe.webhook", "send.cancel"]) assert.notInclude(idsOf(taking), other)
    })
  )

  it.effect("say of a body that it takes no other fields only where a misspelt one is refused", () =>
    Effect.gen(function* () {
      const { paths } = JSON.parse(yield* text(yield* get("/openapi.json")))
      const bodyOf = (path: string) => paths[path].post.requestBody.content["application/json"].schema
      const holds = "/api/budget/wallet/{workspaceId}/holds"
      for (const path of [holds, `${holds}/{holdId}/capture`, `${holds}/{holdId}/release`])
        assert.isFalse(bodyOf(path).additionalProperties, path)
      const transactions = bodyOf("/api/budget/wallet/{workspaceId}/transactions")
      assert.notProperty(transactions, "additionalProperties")
    })
  )

  it.effect("are the only files there", () =>
    Effect.gen(function* () {
      for (const path of ["/pages/tsconfig.json", "/pages/wallet.html", "/pages/", "/pages/%2e%2e/package.json"]) {
        assert.strictEqual((yield* get(path)).status, 404, path)
      }
    })
  )
}
