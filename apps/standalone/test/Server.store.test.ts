import { assert, describe, it } from "@effect/vitest"
import * as TestDatabase from "@loopdrive/testkit/TestDatabase"
import * as Redacted from "effect/Redacted"
import * as Server from "../src/Server.ts"
import * as Startup from "../src/Startup.ts"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import { mkdtemp, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

const directory = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "loopdrive-server-"))),
  (path) => Effect.promise(() => rm(path, { recursive: true, force: true }))
)

/** What a start printed, by stream. */
const heard = () => {
  const out: Array<string> = []
  const err: Array<string> = []
  const console: Console.Console = {
    ...globalThis.console,
    log: (...words: ReadonlyArray<unknown>) => void out.push(words.join(" ")),
    error: (...words: ReadonlyArray<unknown>) => void err.push(words.join(" "))
  }
  return { console, out: () => out.join("\n"), err: () => err.join("\n") }
}

/** Starts the whole server in this process, and calls it while it runs. */
const started = <A>(env: Readonly<Record<string, string>>, use: (base: string, said: string) => Promise<A>) =>
  Effect.suspend(() => {
    const { console, err, out } = heard()
    const run = Effect.scoped(
      Effect.gen(function* () {
        yield* Layer.build(Server.layer)
        const base = /Base URL\s+(\S+)/.exec(out())?.[1] ?? ""
        return yield* Effect.promise(() => use(base, out()))
      })
    )
    return Startup.explained(run).pipe(
      Effect.provideService(Console.Console, console),
      Effect.provideService(ConfigProvider.ConfigProvider, ConfigProvider.fromUnknown({ PORT: "0", ...env })),
      Effect.exit,
      Effect.map((exit) => ({ exit, err: err(), out: out() }))
    )
  })

interface Health {
  readonly database: { readonly store: string }
  readonly services: Readonly<Record<string, string>>
}
const health = async (base: string): Promise<Health> => (await (await fetch(`${base}/health`)).json()) as Health

describe("a start", () => {
  it.live("makes a key that only its owner can read, and shows it at every start", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const home = yield* directory
        const env = { LOOPDRIVE_DATA_DIR: home }
        const call = async (base: string, said: string) => {
          const key = (await readFile(join(home, "api-key"), "utf8")).trim()
          assert.include(said, key)
          const headers = { authorization: `Bearer ${key}` }
          const listed = await fetch(`${base}/api/person`, { headers })
          assert.strictEqual(listed.status, 200)
          return { key, mode: (await stat(join(home, "api-key"))).mode & 0o777, health: await health(base) }
        }
        const first = yield* started(env, call)
        const second = yield* started(env, call)
        assert.isTrue(Exit.isSuccess(first.exit), first.err)
        assert.isTrue(Exit.isSuccess(second.exit), second.err)
        if (Exit.isFailure(first.exit) || Exit.isFailure(second.exit)) return
        assert.strictEqual(first.exit.value.key, second.exit.value.key)
        assert.strictEqual(first.exit.value.mode, 0o600)
        assert.strictEqual(first.exit.value.health.database.store, "pglite")
        assert.deepInclude(first.exit.value.health.services, { email: "sandbox", embedding: "local" })
      })
    )
  )

  it.live("takes the operator's key instead of making one", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const home = yield* directory
        const key = "operator_key_operator_key_operator_key"
        const { exit } = yield* started({ LOOPDRIVE_DATA_DIR: home, LOOPDRIVE_BOOTSTRAP_KEY: key }, (base) =>
          fetch(`${base}/api/person`, { headers: { authorization: `Bearer ${key}` } })
        )
        assert.isTrue(Exit.isSuccess(exit) && exit.value.status === 200)
      })
    )
  )

  it.live("on PostgreSQL shows the key once, and lets the browsers in that it was told of", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const url = Redacted.value(yield* TestDatabase.fresh("empty"))
        const env = { DATABASE_URL: url, HOST: "0.0.0.0", CORS_ORIGINS: "https://a.example, https://b.example" }
        const origin = async (base: string) => {
          const headers = { origin: "https://b.example" }
          return (await fetch(`${base}/health`, { headers })).headers.get("access-control-allow-origin")
        }
        const first = yield* started(env, origin)
        const second = yield* started(env, origin)
        assert.match(first.out, /API key +ld_/)
        assert.match(first.out, /Base URL +http:\/\/127\.0\.0\.1:/)
        assert.include(second.out, "the one shown at the first start")
        assert.notMatch(second.out, /ld_[A-Za-z0-9_-]{20}/)
        assert.isTrue(Exit.isSuccess(first.exit) && first.exit.value === "https://b.example")
      })
    )
  )

  it.live("says in a sentence why it cannot succeed", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const home = yield* directory
        const refused = (env: Readonly<Record<string, string>>) =>
          Effect.map(
            started({ LOOPDRIVE_DATA_DIR: home, ...env }, async () => "started"),
            ({ err, exit }) => (Exit.isFailure(exit) ? err : "started")
          )
        assert.include(yield* refused({ PORT: "banana" }), "PORT")
        assert.include(yield* refused({ PORT: "70000" }), "PORT")
        assert.include(yield* refused({ LOOPDRIVE_BOOTSTRAP_KEY: "short" }), "LOOPDRIVE_BOOTSTRAP_KEY")
        assert.include(yield* refused({ NODE_ENV: "production" }), "RESEND_API_KEY")
        assert.include(yield* refused({ HOST: "203.0.113.1" }), "HOST")
        assert.include(yield* refused({ DATABASE_URL: "postgres://127.0.0.1:1/none" }), "LoopDrive did not start")
      })
    )
  )
})
