/** A server under measurement: a process of its own on a port of its own, with a database of its own where it needs one. */
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { readyLine } from "./Served.ts"

/** The key every contestant knows; it opens nothing but these servers. */
export const bearer = "ld_bench_0123456789abcdef0123456789abcdef"

export interface Entry {
  readonly name: string
  /** The program, relative to this directory. */
  readonly program: string
  readonly env?: Readonly<Record<string, string>>
  /** It does nothing and keeps nothing, so it gets no database even where the others have one each. */
  readonly stateless?: boolean
}

export interface Contestant {
  readonly name: string
  readonly port: number
  /** Its database, where it has one. */
  readonly database: Redacted.Redacted | undefined
  /** What its program was told of what stands around it. */
  readonly surroundings: Readonly<Record<string, string>>
}

/** Starts a server and waits until it listens; it ends with the scope. `profile`: a directory for a CPU profile of it. */
export const start = Effect.fnUntraced(function* (
  entry: Entry,
  options: {
    readonly database?: Redacted.Redacted | undefined
    readonly profile?: string | undefined
    readonly surroundings?: Readonly<Record<string, string>>
  }
): Effect.fn.Return<Contestant, ChildProgram.ChildEnded, Scope.Scope> {
  const { database, profile, surroundings = {} } = options
  const program = yield* ChildProgram.start(new URL(entry.program, import.meta.url), [], {
    BENCH_KEY: bearer,
    ...entry.env,
    ...surroundings,
    ...(database === undefined ? {} : { DATABASE_URL: Redacted.value(database) }),
    ...(profile === undefined
      ? {}
      : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile} --cpu-prof-name=${entry.name}.cpuprofile` })
  })
  const line = yield* program.says(readyLine)
  // A profile is written by an orderly end only.
  if (profile !== undefined) yield* Effect.addFinalizer(() => program.kill("SIGTERM"))
  const port = Number(line.slice(line.indexOf(readyLine) + readyLine.length))
  return { name: entry.name, port, database, surroundings }
})
