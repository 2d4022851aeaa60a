import { NodeServices } from "@effect/platform-node"
import { assert, layer } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Gate from "../src/Gate.ts"
import * as ToolGates from "../src/ToolGates.ts"
import * as Tree from "./Tree.ts"

const configurations = Tree.configuration(
  ".oxfmtrc.json",
  ".oxlintrc.json",
  "knip.jsonc",
  "tsconfig.base.json",
  "apps/gateway/pages/tsconfig.json",
  "tsconfig.json"
)

const thing = "packages/thing/src/Thing.ts"
const page = "apps/gateway/pages/Page.js"

const healthy: Readonly<Record<string, string>> = {
  ...configurations,
  "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
  "package.json": `${JSON.stringify({ name: "tree", private: true, type: "module" }, undefined, 2)}\n`,
  "packages/thing/package.json": `${JSON.stringify({ name: "thing", type: "module", exports: { "./*": "./src/*.ts" } }, undefined, 2)}\n`,
  [thing]: "export const thing = 1\n",
  [page]: "document.title = document.title.trim()\n",
  "packages/thing/test/Thing.test.ts": 'import { thing } from "../src/Thing.ts"\n\nprocess.exitCode = thing\n'
}

/** What the gate says about the healthy tree with these files on top. */
const verdict = (gate: Gate.Gate, files: Readonly<Record<string, string>>) =>
  Effect.gen(function* () {
    const root = yield* Tree.plant({ ...healthy, ...files })
    // Only the compiler reads what is installed: the types of Node.
    if (gate === types) Tree.installed(root)
    return yield* gate.check(root)
  })

const { deadCode, format, lint, pageTypes, types } = ToolGates

/** Gate, what it must refuse, and what it must say about it. */
const planted: ReadonlyArray<readonly [Gate.Gate, string, Readonly<Record<string, string>>, string]> = [
  [format, "a semicolon", { [thing]: "export const thing = 1;\n" }, "Thing.ts"],
  [lint, "any", { [thing]: "export const thing: any = 1\n" }, "no-explicit-any"],
  [lint, "a silenced type error", { [thing]: "// @ts-ignore\nexport const thing = 1\n" }, "ban-ts-comment"],
  [lint, "a variable nobody reads", { [thing]: "const other = 2\nexport const thing = 1\n" }, "no-unused-vars"],
  [lint, "an array sorted in place", { [thing]: "export const thing = [2, 1].sort()\n" }, "no-array-sort"],
  [
    lint,
    "a test that keeps all others from running",
    { "packages/thing/test/A.test.ts": 'import { it } from "vitest"\nit.only("works", () => {})\n' },
    "no-focused-tests"
  ],
  [
    lint,
    "a disabling comment that disables nothing",
    { [thing]: "// oxlint-disable-next-line no-new -- not needed\nexport const thing = 1\n" },
    "Unused"
  ],
  [types, "a value of the wrong type", { [thing]: 'export const thing: number = "one"\n' }, "TS2322"],
  [types, "syntax that cannot be erased", { [thing]: "export enum thing {\n  One\n}\n" }, "TS1294"],
  [
    pageTypes,
    "a page that takes what may be missing for there",
    { [page]: 'document.querySelector("h1").remove()\n' },
    "TS2531"
  ],
  [pageTypes, "a page that takes itself for the server", { [page]: "process.exit(1)\n" }, "TS2591"],
  [deadCode, "an export nobody imports", { [thing]: "export const thing = 1\nexport const spare = 2\n" }, "spare"],
  [
    deadCode,
    "a file of a test that no test uses",
    { "packages/thing/test/Lost.ts": "export const a = 1\n" },
    "Lost.ts"
  ],
  [
    deadCode,
    "a dependency nobody imports",
    { "packages/thing/package.json": '{ "name": "thing", "dependencies": { "effect": "4.1.0" } }\n' },
    "effect"
  ],
  [
    deadCode,
    "an import of what is not a dependency",
    { [thing]: 'import "effect"\n\nexport const thing = 1\n' },
    "effect"
  ]
]

layer(NodeServices.layer)("the gates that are tools", (it) => {
  for (const gate of [format, lint, types, pageTypes, deadCode]) {
    it.effect(`${gate.name} takes a healthy tree`, () =>
      Effect.gen(function* () {
        assert.deepInclude(yield* verdict(gate, {}), { passed: true })
      })
    )
  }

  for (const [gate, what, files, says] of planted) {
    it.effect(`${gate.name} refuses ${what}`, () =>
      Effect.gen(function* () {
        const { passed, output } = yield* verdict(gate, files)
        assert.include(output, says)
        assert.isFalse(passed)
      })
    )
  }

  for (const gate of [format, lint, types, pageTypes, deadCode]) {
    it.effect(`${gate.name} does not pass where there is nothing to read`, () =>
      Effect.gen(function* () {
        const { passed } = yield* gate.check(yield* Tree.plant({}))
        assert.isFalse(passed)
      })
    )
  }
})
