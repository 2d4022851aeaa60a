import { assert, describe, it } from "@effect/vitest"
import { NodeServices } from "@effect/platform-node"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { join } from "node:path"
import * as Bundle from "../src/Bundle.ts"
import * as BundledPrograms from "../src/BundledPrograms.ts"
import * as Tool from "../src/Tool.ts"
import * as Tree from "./Tree.ts"

const program = `
import { readFileSync } from "node:fs"
import { greeting } from "./Greeting.ts"
const decodes = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
const name = readFileSync(new URL("name.txt", import.meta.url), "utf8")
console.log(greeting + name + process.argv[2], decodes("%zz"))
`

const tree = Tree.plant({
  "package.json": JSON.stringify({ type: "module" }),
  "packages/one/src/Greeting.ts": "export const greeting: string = `${import.meta.dirname.endsWith('src')}, `\n",
  "packages/one/src/name.txt": "Ada",
  "packages/one/src/SayCommand.ts": program,
  "packages/one/src/core/Command.ts": "throw new Error('no program')\n",
  "packages/one/test/programs/Node.ts": "console.log('node')\n"
})

const say = (root: string, file: string) =>
  Tool.runFile(join(root, file), { args: ["!"], cwd: root, limit: "1 minute" })

describe("BundledPrograms", () => {
  it.live("are files that need none of their modules, find what lay beside these, and do all that these did", () =>
    Effect.gen(function* () {
      const root = yield* tree
      const verdict = yield* BundledPrograms.gate.check(root)
      assert.deepStrictEqual(verdict, { passed: true, output: "", note: "2 bundled" })
      Fs.rmSync(join(root, "packages/one/src/Greeting.ts"))
      const bundled = join("node_modules", ".cache", "loopdrive", "programs-of-tests")
      const said = yield* say(root, join(bundled, "packages/one/src/SayCommand.mjs"))
      assert.deepStrictEqual(said, { exitCode: 0, output: "true, Ada! false\n" })
      assert.strictEqual((yield* say(root, join(bundled, "packages/one/test/programs/Node.mjs"))).output, "node\n")
    }).pipe(Effect.scoped, Effect.provide(NodeServices.layer))
  )

  it.live("fail as a gate where a module cannot be read, which is named, and nothing half bundled stays", () =>
    Effect.gen(function* () {
      const root = yield* tree
      Tree.write(root, { "packages/one/src/Greeting.ts": "export const greeting = (\n" })
      const verdict = yield* BundledPrograms.gate.check(root)
      assert.isFalse(verdict.passed)
      assert.include(verdict.output, "Greeting.ts")
      assert.deepStrictEqual(Fs.readdirSync(join(root, "node_modules", ".cache", "loopdrive")), [])
    }).pipe(Effect.scoped, Effect.provide(NodeServices.layer))
  )

  it.live("stay as the first of several bundled them", () =>
    Effect.gen(function* () {
      const root = yield* tree
      const directory = join(root, "bundled")
      const entries = ["packages/one/src/SayCommand.ts"]
      const twice = [1, 2].map(() => Bundle.bundle(root, directory, entries))
      yield* Effect.promise(() => Promise.all(twice))
      assert.deepStrictEqual(Fs.readdirSync(root).toSorted(), ["bundled", "package.json", "packages"])
      assert.strictEqual((yield* say(root, "bundled/packages/one/src/SayCommand.mjs")).output, "true, Ada! false\n")
    }).pipe(Effect.scoped, Effect.provide(NodeServices.layer))
  )
})
