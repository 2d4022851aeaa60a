import { assert, describe, it } from "@effect/vitest"
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import * as Tree from "./Tree.ts"

/** In npx's place: notes how it was called, and "installs" this Node. */
const npx = `
import * as Fs from "node:fs"
const { NODE_ENV = "none" } = process.env
Fs.appendFileSync("calls", [...process.argv.slice(2), NODE_ENV].join(" ") + "\\n")
if (Fs.existsSync("fail")) {
  console.log("the registry is down")
  process.exit(9)
}
Fs.mkdirSync("node_modules/node/bin", { recursive: true })
if (!Fs.existsSync("node_modules/node/bin/node")) Fs.symlinkSync(process.execPath, "node_modules/node/bin/node")
`

const snapshot = `
import * as Fs from "node:fs"
Fs.appendFileSync("calls", "snapshot\\n")
`

/** In the bundler's place: what it makes of the server's program says so. */
const bundler = `
import * as Fs from "node:fs"
Fs.appendFileSync("calls", "bundle\\n")
if (Fs.existsSync("no-bundling")) process.exit(1)
const directory = process.argv[2] + "/apps/standalone/src"
Fs.mkdirSync(directory, { recursive: true })
Fs.writeFileSync(directory + "/Main.mjs", "console.log('bundled')")
`

const server = `
process.on("SIGTERM", () => {
  console.log("stopping")
  process.exit(5)
})
setInterval(() => {}, 1000)
console.log("serving " + process.argv.slice(2).join(" "))
`

const install = "--yes pnpm@1.2.3 install --frozen-lockfile --prod=false --config.confirm-modules-purge=false none"

const clone = Tree.plant({
  ...Tree.configuration("scripts/setup.mjs"),
  "package.json": JSON.stringify({ type: "module", packageManager: "pnpm@1.2.3" }),
  "pnpm-lock.yaml": "lockfileVersion: 9\n",
  "pnpm-workspace.yaml": "packages: []\n",
  "npm/npx-cli.js": npx,
  "packages/storage/src/SnapshotCommand.ts": snapshot,
  "packages/storage/src/Snapshot.ts": "export {}\n",
  "packages/storage/migrations/0001_one.sql": "SELECT 1;\n",
  "packages/tooling/src/BundleCommand.ts": bundler,
  "apps/standalone/src/Main.ts": "console.log('as it is')\n",
  "Exit.ts": "process.exit(Number(process.argv[2]))\n",
  "Server.ts": server
})

const start = (root: string, ...args: ReadonlyArray<string>) =>
  ChildProgram.start(pathToFileURL(join(root, "scripts/setup.mjs")), args, {
    npm_execpath: join(root, "npm", "npm-cli.js"),
    NODE_ENV: "production"
  })

const exitOf = (root: string, ...args: ReadonlyArray<string>) =>
  Effect.flatMap(start(root, ...args), (program) =>
    Effect.map(program.exit, (code) => ({ code, output: program.output().join("\n") }))
  )

const calls = (root: string): ReadonlyArray<string> =>
  Fs.existsSync(join(root, "calls")) ? Fs.readFileSync(join(root, "calls"), "utf8").trim().split("\n") : []

describe("setup", { concurrent: true }, () => {
  it.live("installs in a fresh clone, development dependencies too, makes what starts need, and runs the entry", () =>
    Effect.gen(function* () {
      const root = yield* clone
      assert.strictEqual((yield* exitOf(root, "Exit.ts", "7")).code, 7)
      assert.deepStrictEqual(calls(root), [install, "snapshot", "bundle"])
    })
  )

  it.live("does none of it again, until the lockfile or a migration changes", () =>
    Effect.gen(function* () {
      const root = yield* clone
      yield* exitOf(root, "Exit.ts", "0")
      assert.deepStrictEqual(yield* exitOf(root, "Exit.ts", "0"), { code: 0, output: "" })
      assert.strictEqual(calls(root).length, 3)
      Tree.write(root, { "pnpm-lock.yaml": "lockfileVersion: 10\n" })
      yield* exitOf(root, "Exit.ts", "0")
      assert.deepStrictEqual(calls(root).slice(3), [install, "snapshot", "bundle"])
      Tree.write(root, { "packages/storage/migrations/0002_two.sql": "SELECT 2;\n" })
      yield* exitOf(root, "Exit.ts", "0")
      assert.deepStrictEqual(calls(root).slice(6), ["snapshot"])
    })
  )

  it.live("runs a program as it was bundled, and bundles it again once a source changed", () =>
    Effect.gen(function* () {
      const root = yield* clone
      const main = "apps/standalone/src/Main.ts"
      assert.include((yield* exitOf(root, main)).output, "bundled")
      assert.strictEqual((yield* exitOf(root, main)).output, "bundled")
      assert.deepStrictEqual(calls(root), [install, "snapshot", "bundle"])
      Tree.write(root, { "packages/storage/src/Other.ts": "export {}\n" })
      assert.strictEqual((yield* exitOf(root, main)).output, "bundled")
      assert.deepStrictEqual(calls(root).slice(3), ["bundle"])
      assert.strictEqual(Fs.readdirSync(join(root, "node_modules/.cache/loopdrive/programs")).length, 1)
    })
  )

  it.live("runs a program as it is where it cannot be bundled", () =>
    Effect.gen(function* () {
      const root = yield* clone
      Tree.write(root, { "no-bundling": "" })
      assert.include((yield* exitOf(root, "apps/standalone/src/Main.ts")).output, "as it is")
    })
  )

  it.live("installs once when two are started at once", () =>
    Effect.gen(function* () {
      const root = yield* clone
      const codes = yield* Effect.all([exitOf(root, "Exit.ts", "3"), exitOf(root, "Exit.ts", "4")], { concurrency: 2 })
      assert.deepStrictEqual(
        codes.map(({ code }) => code),
        [3, 4]
      )
      assert.strictEqual(calls(root).filter((call) => call === install).length, 1)
    })
  )

  it.live("takes over from one that died while installing", () =>
    Effect.gen(function* () {
      const root = yield* clone
      // No process has this number: it is above every system's highest.
      Tree.write(root, { "node_modules/.loopdrive-installing": "99999999" })
      assert.strictEqual((yield* exitOf(root, "Exit.ts", "0")).code, 0)
    })
  )

  it.live("shows why an installation failed, ends with its code, and tries again the next time", () =>
    Effect.gen(function* () {
      const root = yield* clone
      Tree.write(root, { fail: "" })
      const { code, output } = yield* exitOf(root, "Exit.ts", "0")
      assert.strictEqual(code, 9)
      assert.include(output, "the registry is down")
      Fs.rmSync(join(root, "fail"))
      assert.strictEqual((yield* exitOf(root, "Exit.ts", "0")).code, 0)
    })
  )

  it.live("passes a signal on to the entry, and its answer back", () =>
    Effect.gen(function* () {
      const root = yield* clone
      const program = yield* start(root, "Server.ts", "on", "3001")
      yield* program.says("serving on 3001")
      yield* program.kill("SIGTERM")
      yield* program.says("stopping")
      assert.strictEqual(yield* program.exit, 5)
    })
  )

  it.live("ends the entry when npm is told to end, although the shell between them says nothing", () =>
    Effect.gen(function* () {
      const root = yield* clone
      // As npm starts a script: a shell, which waits for it in a process of its own.
      Tree.write(root, {
        "Npm.mjs": `
          import { spawn } from "node:child_process"
          const shell = spawn("sh", ["-c", "node scripts/setup.mjs Server.ts; true"], {
            cwd: import.meta.dirname,
            env: { ...process.env, npm_lifecycle_event: "start" },
            stdio: "inherit"
          })
          process.on("SIGTERM", () => shell.kill("SIGTERM"))
          shell.on("exit", () => console.log("the shell is gone"))
        `
      })
      const program = yield* ChildProgram.start(pathToFileURL(join(root, "Npm.mjs")), [], {
        npm_execpath: join(root, "npm", "npm-cli.js")
      })
      yield* program.says("serving")
      yield* program.kill("SIGTERM")
      // The output ends when nobody is left to write to it, so this is all there will be.
      assert.include(program.output(), "stopping")
    })
  )

  it.live("puts Node itself in the place of the shell that pnpm makes of it", () =>
    Effect.gen(function* () {
      const root = yield* clone
      Tree.write(root, { "node_modules/.bin/node": "#!/bin/sh\n" })
      yield* exitOf(root, "Exit.ts", "0")
      assert.strictEqual(Fs.realpathSync(join(root, "node_modules/.bin/node")), Fs.realpathSync(process.execPath))
    })
  )

  it.live("says by its exit code which signal ended the entry", () =>
    Effect.gen(function* () {
      const root = yield* clone
      Tree.write(root, { "Dies.ts": 'process.kill(process.pid, "SIGKILL")\n' })
      assert.strictEqual((yield* exitOf(root, "Dies.ts")).code, 137)
    })
  )
})
