/** Runs an installed command line tool for a gate, with a time limit, and keeps what it says. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as ChildProcess from "effect/process/ChildProcess"
import type { ChildProcessSpawner } from "effect/process/ChildProcessSpawner"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Fs from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/** What a tool did. `exitCode` is undefined where it did not come to an end: `output` then says why. */
export interface Run {
  readonly exitCode: number | undefined
  /** Standard output and error in the order they came, without colours. */
  readonly output: string
}

/** This repository's root; the tools are taken from here also when they judge another tree. */
export const repository: string = join(import.meta.dirname, "..", "..", "..")

const Manifest = Schema.fromJsonString(
  Schema.Struct({ bin: Schema.Union([Schema.String, Schema.Record(Schema.String, Schema.String)]) })
)

/**
 * The file behind a tool's name, run by our own Node: the shims in `.bin` are shells, which outlive a killed parent.
 * Dies where the tool is not installed.
 */
const entryOf = (packageName: string, tool: string, workspace: string): string => {
  const paths = createRequire(join(repository, workspace, "package.json")).resolve.paths(packageName) ?? []
  const found = paths.map((path) => join(path, packageName, "package.json")).find((path) => Fs.existsSync(path))
  if (found === undefined) throw new Error(`${packageName} is not installed`)
  const { bin } = Schema.decodeUnknownSync(Manifest)(Fs.readFileSync(found, "utf8"))
  const file = typeof bin === "string" ? bin : bin[tool]
  if (file === undefined) throw new Error(`${packageName} has no tool ${tool}`)
  return join(dirname(found), file)
}

export interface Ask {
  readonly args: ReadonlyArray<string>
  readonly cwd: string
  /** After this long the tool and everything it started is killed. */
  readonly limit: Duration.Input
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a JavaScript or TypeScript file with this Node. */
export const runFile = (file: string, ask: Ask): Effect.Effect<Run, never, ChildProcessSpawner> => {
  const said: Array<string> = []
  const ended = Effect.gen(function* () {
    const handle = yield* ChildProcess.make(process.execPath, [file, ...ask.args], {
      cwd: ask.cwd,
      env: { NO_COLOR: "1", ...ask.env },
      extendEnv: true,
      stdin: "ignore",
      forceKillAfter: "5 seconds"
    })
    yield* Stream.runForEach(Stream.decodeText(handle.all), (text) => Effect.sync(() => said.push(text)))
    return yield* handle.exitCode
  })
  const unfinished = (why: string): Run => ({ exitCode: undefined, output: `${said.join("")}\n${why}` })
  return Effect.scoped(ended).pipe(
    Effect.timeoutOption(ask.limit),
    Effect.map(
      Option.match({
        onNone: () => unfinished(`Stopped after ${Duration.format(Duration.fromInputUnsafe(ask.limit))}.`),
        onSome: (exitCode) => ({ exitCode, output: said.join("") })
      })
    ),
    Effect.catch((error) => Effect.succeed(unfinished(`It could not be run: ${error.message}`)))
  )
}

/**
 * Runs a tool that this repository, or one workspace of it, has installed. A tool that is not there is a run that did
 * not end.
 */
export const run = (
  packageName: string,
  tool: string,
  ask: Ask,
  workspace = "."
): Effect.Effect<Run, never, ChildProcessSpawner> =>
  Effect.try(() => entryOf(packageName, tool, workspace)).pipe(
    Effect.flatMap((file) => runFile(file, ask)),
    Effect.catch((error) => Effect.succeed({ exitCode: undefined, output: String(error.cause) }))
  )
