import { NodeServices } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { join } from "node:path"
import * as DependencyGate from "../src/DependencyGate.ts"
import { rules } from "../src/DependencyRules.ts"
import * as Tree from "./Tree.ts"

const workspaces = [
  ...["domain", "actor", "person", "wallet", "sending", "providers", "storage", "api", "sdk", "testkit"].map(
    (name) => `packages/${name}`
  ),
  ...["gateway", "standalone"].map((name) => `apps/${name}`)
]

const installed: Readonly<Record<string, ReadonlyArray<string>>> = {
  effect: ["Result", "Schema", "Effect", "Clock", "Random", "Layer", "sql/SqlClient", "index"],
  openai: ["index"],
  pg: ["index"],
  "@effect/sql-pg": ["index"],
  "@electric-sql/pglite": ["index"],
  "libphonenumber-js": ["index"]
}

const ours = (directory: string): Readonly<Record<string, string>> => ({
  [`${directory}/package.json`]: JSON.stringify({
    name: `@loopdrive/${directory.split("/")[1]}`,
    type: "module",
    exports: { ".": null, "./core/*": null, "./*": "./src/*.ts" }
  }),
  // Something to import; a test imports it, so it is used.
  [`${directory}/src/Value.ts`]: "export const value = 1\n",
  [`${directory}/src/core/State.ts`]: "export const state = 1\n",
  [`${directory}/test/Value.test.ts`]: `import "../src/Value.ts"\nimport "../src/core/State.ts"\n`
})

const foreign = ([name, modules]: readonly [string, ReadonlyArray<string>]): Readonly<Record<string, string>> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    type: "module",
    exports: { ".": "./dist/index.js", "./*": "./dist/*.js" }
  }),
  ...Object.fromEntries(modules.map((module) => [`node_modules/${name}/dist/${module}.js`, "export const it = 1\n"]))
})

const healthy: Readonly<Record<string, string>> = Object.assign(
  {},
  ...workspaces.map(ours),
  ...Object.entries(installed).map(foreign)
)

/** The healthy tree with these files on top. */
const plant = (files: Readonly<Record<string, string>>) =>
  Effect.map(Tree.plant({ ...healthy, ...files }), (root) => {
    Fs.mkdirSync(join(root, "node_modules", "@loopdrive"))
    for (const workspace of workspaces) {
      Fs.symlinkSync(
        join(root, workspace),
        join(root, "node_modules", "@loopdrive", workspace.split("/")[1] ?? ""),
        "dir"
      )
    }
    return root
  })

/** The rules broken by one more file, which a test of its package imports. */
const brokenBy = (file: string, text: string) =>
  Effect.gen(function* () {
    const directory = file.split("/").slice(0, 2).join("/")
    const uses = `import "../${file.slice(directory.length + 1)}"\n`
    const root = yield* plant({ [file]: text, [`${directory}/test/Uses.test.ts`]: uses })
    const { findings } = yield* Effect.promise(() => DependencyGate.inspect(root))
    return findings.filter((finding) => finding.file === file).map(({ rule }) => rule)
  })

const from = (specifier: string): string => `import "${specifier}"\n`

/** File, what it says, and the rule that forbids it. */
const planted: ReadonlyArray<readonly [file: string, text: string, rule: string]> = [
  ["packages/domain/src/Bad.ts", from("@loopdrive/actor/Value"), "domain-alone"],
  ["packages/domain/src/Bad.ts", from("effect/Effect"), "domain-pure"],
  ["packages/domain/src/Bad.ts", from("node:fs"), "domain-pure"],
  ["packages/person/src/core/Bad.ts", from("effect/Effect"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("effect/Clock"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("effect/Random"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("effect/Layer"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("effect/sql/SqlClient"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("effect"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("node:fs"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("../Value.ts"), "core-pure"],
  ["packages/person/src/core/Bad.ts", from("@loopdrive/actor/Value"), "core-pure"],
  ["apps/gateway/src/core/Bad.ts", from("effect/Effect"), "core-pure"],
  ["packages/actor/src/Bad.ts", from("@loopdrive/storage/Value"), "actor-domain-only"],
  ["packages/person/src/Bad.ts", from("@loopdrive/wallet/Value"), "entities-apart"],
  ["packages/wallet/src/Bad.ts", from("@loopdrive/person/Value"), "entities-apart"],
  [
    "packages/wallet/src/Bad.ts",
    `import type { V } from "@loopdrive/person/Value"\nexport type B = V\n`,
    "entities-apart"
  ],
  ["packages/person/src/Bad.ts", from("@loopdrive/sending/Value"), "entity-below-process"],
  ["packages/person/src/Bad.ts", from("@loopdrive/api/Value"), "entity-below-process"],
  ["packages/person/src/Bad.ts", from("@loopdrive/gateway/Value"), "entity-below-process"],
  ["packages/api/src/Bad.ts", from("@loopdrive/person/Value"), "api-domain-only"],
  ["packages/sdk/src/Bad.ts", from("@loopdrive/api/Value"), "sdk-alone"],
  ["packages/sdk/src/Bad.ts", from("@loopdrive/domain/Value"), "sdk-alone"],
  ["packages/sending/src/Bad.ts", from("@loopdrive/gateway/Value"), "apps-on-top"],
  ["packages/sending/src/Bad.ts", from("@loopdrive/testkit/Value"), "testkit-for-tests"],
  ["apps/gateway/src/Bad.ts", from("@loopdrive/testkit/Value"), "testkit-for-tests"],
  ["packages/sending/src/Bad.ts", from("openai"), "vendors-in-providers"],
  ["apps/gateway/src/Bad.ts", from("stripe"), "vendors-in-providers"],
  ["packages/person/src/Bad.ts", from("@effect/sql-pg"), "drivers-in-storage"],
  ["packages/person/src/Bad.ts", from("pg"), "drivers-in-storage"],
  ["packages/providers/src/Bad.ts", from("@electric-sql/pglite"), "drivers-in-storage"],
  ["packages/sending/src/Bad.ts", from("../../person/src/core/State.ts"), "core-is-private"],
  ["packages/sending/src/Bad.ts", from("../../person/src/Value.ts"), "relative-across"],
  ["packages/sending/src/Bad.ts", from("@loopdrive/person/core/State"), "resolvable"],
  ["packages/sending/src/Bad.ts", from("./Missing.ts"), "resolvable"]
]

const allowed: ReadonlyArray<readonly [file: string, text: string]> = [
  ["packages/person/src/core/Good.ts", from("effect/Result") + from("@loopdrive/domain/Value") + from("./State.ts")],
  [
    "packages/person/src/Good.ts",
    from("effect/sql/SqlClient") + from("@loopdrive/actor/Value") + from("./core/State.ts")
  ],
  ["packages/domain/src/Good.ts", from("effect/Schema") + from("node:crypto") + from("libphonenumber-js")],
  ["packages/providers/src/Good.ts", from("openai") + from("@loopdrive/domain/Value")],
  ["packages/storage/src/Good.ts", from("@effect/sql-pg") + from("node:fs")],
  ["packages/testkit/src/Good.ts", from("pg") + from("@loopdrive/storage/Value")],
  ["packages/sending/src/Good.ts", from("@loopdrive/person/Value") + from("@loopdrive/wallet/Value")],
  ["apps/standalone/src/Good.ts", from("@loopdrive/gateway/Value") + from("@loopdrive/api/Value") + from("pg")]
]

describe("DependencyGate", () => {
  it.effect("reads a healthy tree and finds nothing", () =>
    Effect.gen(function* () {
      const root = yield* plant({})
      const inspection = yield* Effect.promise(() => DependencyGate.inspect(root))
      assert.deepStrictEqual(inspection, { findings: [], read: workspaces.length * 3 })
    })
  )

  for (const [file, text, rule] of planted) {
    it.effect(`${rule} refuses ${JSON.stringify(text)} in ${file}`, () =>
      Effect.gen(function* () {
        assert.include(yield* brokenBy(file, text), rule)
      })
    )
  }

  for (const [file, text] of allowed) {
    it.effect(`takes ${JSON.stringify(text)} in ${file}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* brokenBy(file, text), [])
      })
    )
  }

  it.effect("no-cycle refuses two modules that import each other, be it for types only", () =>
    Effect.gen(function* () {
      const root = yield* plant({
        "packages/person/src/One.ts": `import type { Two } from "./Two.ts"\nexport interface One { two: Two }\n`,
        "packages/person/src/Two.ts": `import type { One } from "./One.ts"\nexport interface Two { one: One }\n`
      })
      const { findings } = yield* Effect.promise(() => DependencyGate.inspect(root))
      assert.deepStrictEqual(
        findings.map(({ rule }) => rule),
        ["no-cycle"]
      )
    })
  )

  it.effect("unused-file refuses a module nothing imports, unless it is a program", () =>
    Effect.gen(function* () {
      const root = yield* plant({
        "packages/person/src/Forgotten.ts": "export const a = 1\n",
        "packages/storage/src/BackupCommand.ts": "export const a = 1\n",
        "apps/standalone/src/Main.ts": "export const a = 1\n"
      })
      const { findings } = yield* Effect.promise(() => DependencyGate.inspect(root))
      assert.deepStrictEqual(
        findings.map(({ file, rule }) => [file, rule]),
        [["packages/person/src/Forgotten.ts", "unused-file"]]
      )
    })
  )

  it("has a planted violation for every rule", () => {
    const tested = new Set(planted.map(([, , rule]) => rule))
    const untested = rules.map(({ name }) => name ?? "").filter((name) => name !== "no-cycle" && !tested.has(name))
    assert.deepStrictEqual(untested, [])
  })

  it.effect("does not pass where it read next to nothing, as under a TypeScript it cannot use", () =>
    Effect.gen(function* () {
      const verdict = yield* DependencyGate.gate.check(yield* plant({}))
      assert.isFalse(verdict.passed)
      assert.include(verdict.output, "Only 36 modules were read")
    }).pipe(Effect.provide(NodeServices.layer))
  )
})
