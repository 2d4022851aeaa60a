/**
 * A program in a process of its own, for tests of what only another process can show: locks, several starts at once,
 * `kill -9`. What it says on standard output, line by line, is how a test knows how far it is.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join, relative } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** The program ended before it said what the test waits for. */
export class ChildEnded extends Schema.TaggedError<ChildEnded>()("ChildEnded", {
  waitedFor: Schema.String,
  output: Schema.String
}) {
  override get message(): string {
    return `The program ended before saying "${this.waitedFor}":\n${this.output}`
  }
}

export interface ChildProgram {
  readonly pid: number
  /** Waits for a line that contains the text (also one said before), and returns the line. */
  readonly says: (text: string) => Effect.Effect<string, ChildEnded>
  /** Gives it a line on standard input; lost when it has ended. */
  readonly tell: (line: string) => void
  /** Calls back with every line it says from now on. */
  readonly hear: (listener: (line: string) => void) => void
  /** Everything it has said so far, standard error included, in lines. */
  readonly output: () => ReadonlyArray<string>
  /** Ends it (`SIGKILL` is `kill -9`) and waits until it is gone. */
  readonly kill: (signal: NodeJS.Signals) => Effect.Effect<void>
  /** Its exit code once it has ended; null when a signal ended it. */
  readonly exit: Effect.Effect<number | null>
}

/**
 * Such a program lives for seconds: to optimise the embedded database's program, as V8 does in the background, takes more
 * of the processor than it could ever give back.
 */
const flags = ["--liftoff-only"]

const repository = fileURLToPath(new URL("../../../", import.meta.url))

/** The file, or what `npm test` bundled of it beforehand (`BundledPrograms`). */
const programOf = (file: URL): string => {
  const source = fileURLToPath(file)
  const directory = process.env.LOOPDRIVE_PROGRAMS
  if (directory === undefined) return source
  const bundled = join(directory, `${relative(repository, source).slice(0, -".ts".length)}.mjs`)
  return existsSync(bundled) ? bundled : source
}

/** Starts a TypeScript file with this Node; killed when the scope closes. */
export const start = (
  file: URL,
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string>> = {}
): Effect.Effect<ChildProgram, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync((): ChildProgram => {
      const child = spawn(process.execPath, [...flags, programOf(file), ...args], {
        env: { ...process.env, ...env },
        stdio: ["pipe", "pipe", "pipe"]
      })
      const lines: Array<string> = []
      const waiting = new Set<() => void>()
      const listeners: Array<(line: string) => void> = []
      // Writing to a program that was killed is what fault tests do.
      child.stdin.on("error", () => undefined)
      const wake = () => {
        for (const waiter of waiting) waiter()
      }
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on("line", (line) => {
          lines.push(line)
          for (const listener of listeners) listener(line)
          wake()
        })
      }
      let code: number | null | undefined
      // "close" comes after the last line, "exit" may not.
      child.on("close", (exitCode) => {
        code = exitCode
        wake()
      })
      const until = <A>(look: () => A | undefined): Effect.Effect<A> =>
        Effect.callback<A>((resume) => {
          const waiter = () => {
            const seen = look()
            if (seen === undefined) return
            waiting.delete(waiter)
            resume(Effect.succeed(seen))
          }
          waiting.add(waiter)
          waiter()
          return Effect.sync(() => waiting.delete(waiter))
        })
      const exit = Effect.map(
        until(() => (code === undefined ? undefined : { code })),
        (ended) => ended.code
      )
      return {
        pid: child.pid ?? -1,
        output: () => lines,
        tell: (line) => child.stdin.write(`${line}\n`),
        hear: (listener) => listeners.push(listener),
        exit,
        says: (text) =>
          until(() => {
            const line = lines.find((said) => said.includes(text))
            if (line !== undefined) return Effect.succeed(line)
            if (code === undefined) return undefined
            return Effect.fail(new ChildEnded({ waitedFor: text, output: lines.join("\n") }))
          }).pipe(Effect.flatten),
        kill: (signal) =>
          Effect.andThen(
            Effect.sync(() => child.kill(signal)),
            exit
          )
      }
    }),
    (child) => child.kill("SIGKILL")
  )
