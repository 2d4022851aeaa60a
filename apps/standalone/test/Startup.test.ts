import { assert, describe, it } from "@effect/vitest"
import * as Startup from "../src/Startup.ts"
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { ConnectionError, SqlError } from "effect/sql/SqlError"

/** What a start that ends this way prints. */
const told = (start: Effect.Effect<never, unknown>) =>
  Effect.suspend(() => {
    const lines: Array<string> = []
    const console: Console.Console = {
      ...globalThis.console,
      error: (...words: ReadonlyArray<unknown>) => void lines.push(words.join(" "))
    }
    return Startup.explained(start).pipe(
      Effect.provideService(Console.Console, console),
      Effect.exit,
      Effect.map(() => lines.join("\n"))
    )
  })

const unreachable = new SqlError({
  reason: new ConnectionError({ cause: new Error("connect ECONNREFUSED 127.0.0.1:1"), operation: "connect" })
})

const forbidden = new SqlError({
  reason: new ConnectionError({
    cause: new Error('permission denied to create extension "pg_trgm"'),
    operation: "query"
  })
})

describe("a start that fails", () => {
  it.effect.each([
    [{ _tag: "ServeError" }, "Set PORT or HOST"],
    [{ _tag: "HttpServerError" }, "Set PORT or HOST"],
    [{ _tag: "ConfigError" }, ".env.example"],
    [{ _tag: "BootstrapKeyUnusable" }, "LOOPDRIVE_BOOTSTRAP_KEY"],
    [new Error("The disk is full"), "The disk is full"],
    [
      Object.assign(new Error("not served"), { _tag: "ServeError", cause: new Error("address already in use") }),
      "listened on: address already in use. Set PORT"
    ],
    [forbidden, "Have a superuser create it"],
    [unreachable, "connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL."],
    ["no", "did not start. no"],
    [null, "did not start. null"]
  ] as const)("with %o says what to do", ([failure, sentence]) =>
    Effect.gen(function* () {
      const said = yield* told(Effect.fail(failure))
      assert.include(said, sentence)
      assert.notInclude(said, "    at ")
    })
  )

  it.effect("with a defect shows where it comes from", () =>
    Effect.gen(function* () {
      assert.include(yield* told(Effect.die(new Error("a bug"))), "a bug")
    })
  )

  it.effect("because it was told to stop says nothing", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* told(Effect.interrupt), "")
    })
  )
})

describe("the exit code", () => {
  const codeOf = (exit: Exit.Exit<unknown, unknown>): number | undefined => {
    let code: number | undefined
    Startup.teardown(exit, (given) => {
      code = given
    })
    return code
  }
  it("is 0 after a stop that was asked for", () => {
    assert.strictEqual(codeOf(Exit.failCause(Cause.interrupt())), 0)
    assert.strictEqual(codeOf(Exit.succeed(undefined)), 0)
  })
  it("is 1 after a failure", () => {
    assert.strictEqual(codeOf(Exit.fail("no")), 1)
  })
})
