import { NodeServices } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as BannedCode from "../src/BannedCode.ts"
import * as FileShape from "../src/FileShape.ts"
import * as FunctionLength from "../src/FunctionLength.ts"
import * as Tidy from "../src/Tidy.ts"
import * as Tree from "./Tree.ts"

const head = "/** A head. */\n"
const module = "packages/person/src/Thing.ts"

const filler = (lines: number): string =>
  Array.from({ length: lines }, (_, line) => `const a${line} = ${line}\n`).join("")

/** `export const work = () => {` ... `}` over so many lines. */
const longFunction = (lines: number): string => `export const work = () => {\n${filler(lines - 2)}}\n`

/** The rules a tree breaks, each as often as it does. */
const broken = (files: Readonly<Record<string, string>>) =>
  Effect.map(Tree.plant(files), (root) => Tidy.inspect(root, []).findings.map(({ rule }) => rule))

/** The same for the body of one product module. */
const brokenBy = (body: string, file = module) => broken({ [file]: head + body })

describe("Tidy", () => {
  it.effect("leaves a healthy tree alone", () =>
    Effect.gen(function* () {
      const root = yield* Tree.plant({
        ...Object.fromEntries(
          BannedCode.exemptions.map(({ file }) => [file, `${head}export const x = setImmediate\n`])
        ),
        [module]: `${head}import * as Clock from "effect/Clock"\nexport const now = Clock.currentTimeMillis\n`,
        "packages/person/test/Thing.test.ts": "const x = 1\n",
        "packages/person/migrations/0001_first.sql": "select 1;\n".repeat(FileShape.linesMax + 1),
        "packages/sdk/src/Api.gen.ts": "export type A = any\n".repeat(FileShape.linesMax + 1),
        "README.md": "See https://example.com/home/docs and /api/health.\n"
      })
      const exempted = BannedCode.exemptions.length
      assert.deepStrictEqual(Tidy.inspect(root, BannedCode.exemptions), { findings: [], long: [], read: 1 + exempted })
      assert.isTrue((yield* Tidy.gate.check(root)).passed)
    }).pipe(Effect.provide(NodeServices.layer))
  )

  it.effect("does not pass a tree in which it found nothing to read", () =>
    Effect.gen(function* () {
      const verdict = yield* Tidy.gate.check(yield* Tree.plant({ "README.md": "empty\n" }))
      assert.isFalse(verdict.passed)
    }).pipe(Effect.provide(NodeServices.layer))
  )

  it.effect("says where a rule is broken", () =>
    Effect.gen(function* () {
      const verdict = yield* Tidy.gate.check(yield* Tree.plant({ [module]: `${head}\nexport const at = Date.now()\n` }))
      assert.isFalse(verdict.passed)
      assert.include(verdict.output, `${module}:3 no-date-now`)
    }).pipe(Effect.provide(NodeServices.layer))
  )
})

describe("Tidy on files", () => {
  it.effect("warns of a long file and refuses one that is longer", () =>
    Effect.gen(function* () {
      const root = yield* Tree.plant({
        "packages/person/src/Long.ts": head + filler(FileShape.linesWarn),
        "packages/person/src/Short.ts": head + filler(FileShape.linesWarn - 1),
        "packages/person/test/Longest.test.ts": filler(FileShape.linesMax + 1)
      })
      const { findings, long } = Tidy.inspect(root, [])
      assert.deepStrictEqual(long, ["packages/person/src/Long.ts"])
      assert.deepStrictEqual(
        findings.map(({ file, rule }) => [file, rule]),
        [["packages/person/test/Longest.test.ts", "file-size"]]
      )
    })
  )

  for (const file of ["src/Utils.ts", "src/types.ts", "src/helpers/Thing.ts", "test/common.ts", "src/index.ts"]) {
    it.effect(`refuses a file named ${file}`, () =>
      Effect.gen(function* () {
        assert.include(yield* broken({ [`packages/person/${file}`]: head }), "empty-name")
      })
    )
  }

  it.effect("refuses a module that is not named in PascalCase", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* broken({ "packages/person/src/person-store.ts": head }), ["file-name"])
    })
  )

  it.effect("refuses a module that does not say what it is", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* broken({ [module]: "export const a = 1\n" }), ["head-comment"])
    })
  )

  it.effect("refuses a function that does not fit on a screen, and takes one that just does", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* brokenBy(longFunction(FunctionLength.linesMax)), [])
      assert.deepStrictEqual(yield* brokenBy(longFunction(FunctionLength.linesMax + 1)), ["function-length"])
      assert.deepStrictEqual(
        yield* broken({ "packages/person/test/A.test.ts": longFunction(FunctionLength.linesMax + 1) }),
        []
      )
    })
  )
})

describe("Tidy on pages", () => {
  it.effect("holds what a browser runs to the shape of a module", () =>
    Effect.gen(function* () {
      const page = "apps/gateway/pages/Thing.js"
      assert.deepStrictEqual(yield* broken({ [page]: head }), [])
      assert.deepStrictEqual(yield* broken({ "apps/gateway/pages/the-thing.js": head }), ["file-name"])
      assert.deepStrictEqual(yield* broken({ [page]: "export const a = 1\n" }), ["head-comment"])
      assert.deepStrictEqual(yield* brokenBy(longFunction(FunctionLength.linesMax + 1), page), ["function-length"])
    })
  )
})

describe("Tidy on product code", () => {
  const banned: ReadonlyArray<readonly [string, string]> = [
    ["Date.now()", "no-date-now"],
    ["later(Date.now)", "no-date-now"],
    ["new Date()", "no-new-date"],
    ["new Date", "no-new-date"],
    ["Math.random()", "no-math-random"],
    ["setTimeout(f, 1)", "no-settimeout"],
    ["globalThis.setTimeout(f, 1)", "no-settimeout"],
    ["setInterval(f, 1)", "no-setinterval"],
    ["setImmediate(f)", "no-setimmediate"],
    ["(x as any)", "no-any"],
    ["((x: any) => x)", "no-any"],
    ["console.log(1)", "no-console"],
    ["Effect.runPromise(x)", "no-run"],
    ["Effect.runPromiseExit(x)", "no-run"],
    ["Effect.runSync(x)", "no-run"],
    ["Effect.runSyncWith(services)(x)", "no-run"],
    ["Effect.runFork(x)", "no-run"],
    ["(id: string) => Effect.gen(function* () { yield* read(id) })", "no-generator-per-call"],
    ["() => asProblems(Effect.gen(function* () { yield* x }).pipe(Effect.retry(often)))", "no-generator-per-call"],
    ["1 // fine\n// @ts-ignore", "no-ts-silencer"],
    ["1\n// @ts-expect-error", "no-ts-silencer"]
  ]
  for (const [code, rule] of banned) {
    it.effect(`refuses ${JSON.stringify(code)}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* brokenBy(`export const a = ${code}\n`), [rule])
        assert.deepStrictEqual(yield* brokenBy(`export const a = ${code}\n`, "apps/gateway/src/Thing.ts"), [rule])
      })
    )
  }

  const free = [
    "new Date(millis)",
    "'Date.now()'",
    "1 // setTimeout(f, 1) and : any",
    "vendor.setTimeout(1)",
    "{ setTimeout: 1 }",
    "Effect.runForkWith(services)(x)",
    "Effect.gen(function* () { yield* x })",
    "Effect.fnUntraced(function* (id: string) { yield* read(id) })",
    "(url: string) => Layer.unwrap(Effect.gen(function* () { yield* read(url) }))",
    "(url: string) => Layer.effect(Thing, Effect.gen(function* () { yield* read(url) }))"
  ]
  for (const code of free) {
    it.effect(`takes ${code}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* brokenBy(`export const a = ${code}\n`), [])
      })
    )
  }

  it.effect("lets programs print and run effects, but not read the clock", () =>
    Effect.gen(function* () {
      const body = "console.log(1)\nEffect.runPromise(x)\nDate.now()\n"
      for (const file of ["apps/standalone/src/Main.ts", "packages/storage/src/BackupCommand.ts"]) {
        assert.deepStrictEqual(yield* brokenBy(body, file), ["no-date-now"])
      }
      assert.deepStrictEqual(yield* brokenBy(body, "packages/person/src/core/Command.ts"), [
        "no-console",
        "no-run",
        "no-date-now"
      ])
    })
  )

  it.effect("leaves the testkit, the gates and the benchmarks alone", () =>
    Effect.gen(function* () {
      for (const file of ["packages/testkit/src/A.ts", "packages/tooling/src/A.ts", "apps/bench/src/A.ts"]) {
        assert.deepStrictEqual(yield* brokenBy("export const a = Date.now()\n", file), [])
      }
    })
  )

  it.effect("lets the SDK, which has no Effect, take time from the platform, but not open a hole in its types", () =>
    Effect.gen(function* () {
      const body = "setTimeout(f, Date.now() + Math.random())\nconst a: any = new Date()\nconsole.log(a)\n"
      assert.deepStrictEqual(yield* brokenBy(body, "packages/sdk/src/Transport.ts"), ["no-any", "no-console"])
    })
  )

  it.effect("honours an exemption, and refuses one that exempts nothing", () =>
    Effect.gen(function* () {
      const exemption = { file: module, rule: "no-date-now", reason: "a test" }
      const guilty = yield* Tree.plant({ [module]: `${head}export const a = Date.now()\n` })
      assert.deepStrictEqual(Tidy.inspect(guilty, [exemption]).findings, [])
      const innocent = yield* Tree.plant({ [module]: head })
      assert.deepStrictEqual(
        Tidy.inspect(innocent, [exemption]).findings.map(({ rule }) => rule),
        ["stale-exemption"]
      )
    })
  )
})

describe("Tidy on any text", () => {
  // Put together here, so that this file does not break the rules it plants.
  const homes = ["home", "Users"].map((top) => `/${top}/somebody/project`)
  const hosts = ["registry.npmjs.org", "artifactory.example.com"].map((host) => `https:/${"/"}${host}/x.tgz`)

  for (const text of [...homes, ["C:", "work"].join("\\"), ["", "root", "x"].join("/")]) {
    it.effect(`refuses the directory ${text}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* broken({ "README.md": `Look into "${text}".\n` }), ["machine-path"])
      })
    )
  }

  it.effect("refuses the directory the tree itself is in", () =>
    Effect.gen(function* () {
      const root = yield* Tree.plant({})
      Tree.write(root, { "docs/a.md": `cd ${root}\n` })
      assert.deepStrictEqual(
        Tidy.inspect(root, []).findings.map(({ rule }) => rule),
        ["machine-path"]
      )
    })
  )

  for (const text of hosts) {
    it.effect(`refuses the registry in ${text}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* broken({ ".npmrc": `fetch=${text}\n` }), ["registry-host"])
      })
    )
  }

  it.effect("refuses a lockfile that says where packages came from, and takes a deprecation's link", () =>
    Effect.gen(function* () {
      const link = `https:/${"/"}example.com/a`
      assert.deepStrictEqual(yield* broken({ "pnpm-lock.yaml": `  resolution: {tarball: ${link}.tgz}\n` }), [
        "registry-host"
      ])
      assert.deepStrictEqual(yield* broken({ "pnpm-lock.yaml": `    deprecated: moved to ${link}\n` }), [])
    })
  )

  it.effect("refuses to disable a lint rule without a reason", () =>
    Effect.gen(function* () {
      const comment = `/${"/"} oxlint-disable-next-line no-new`
      assert.deepStrictEqual(yield* brokenBy(`${comment}\nexport const a = 1\n`), ["disable-reason"])
      assert.deepStrictEqual(yield* brokenBy(`${comment} -- it only checks\nexport const a = 1\n`), [])
      assert.deepStrictEqual(yield* broken({ ".oxlintrc.json": `{\n  "no-new": "off"\n}\n` }), ["disable-reason"])
      assert.deepStrictEqual(yield* broken({ ".oxlintrc.json": `{\n  // Why.\n  "no-new": "off"\n}\n` }), [])
    })
  )
})
