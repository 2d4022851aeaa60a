import { NodeServices } from "@effect/platform-node"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { join } from "node:path"
import * as Coverage from "../src/Coverage.ts"
import * as EntryPoints from "../src/EntryPoints.ts"
import * as Tree from "./Tree.ts"

const of = (covered: number) => ({ total: 1000, covered })

const summary = (lines: number, branches: number): string =>
  JSON.stringify({
    total: { lines: of(lines), branches: of(branches) },
    [join("/", "tree", "packages", "person", "src", "Store.ts")]: { lines: of(lines), branches: of(branches) }
  })

const judge = (text: string) => Coverage.judge(join("/", "tree"), text)

describe("Coverage", () => {
  it("takes 95 % of lines and of branches", () => {
    assert.deepInclude(judge(summary(950, 950)), { passed: true, note: "lines 95.0 %, branches 95.0 %, 1 files" })
  })

  it("refuses too few lines or too few branches, and names where they are missing", () => {
    for (const verdict of [judge(summary(949, 1000)), judge(summary(1000, 949))]) {
      assert.isFalse(verdict.passed)
      assert.include(verdict.output, "packages/person/src/Store.ts")
    }
  })

  it("does not pass where nothing was measured, or the summary is not one", () => {
    const nothing = { lines: { total: 0, covered: 0 }, branches: { total: 0, covered: 0 } }
    assert.isFalse(judge(JSON.stringify({ total: nothing })).passed)
    assert.isFalse(judge("{}").passed)
    assert.isFalse(judge('{"total":').passed)
  })

  it.effect("does not pass where the tests left no summary", () =>
    Effect.gen(function* () {
      const root = yield* Tree.plant({})
      assert.isFalse((yield* Coverage.gate.check(root)).passed)
      Tree.write(root, { [Coverage.summaryFile]: summary(1000, 1000) })
      assert.isTrue((yield* Coverage.gate.check(root)).passed)
    }).pipe(Effect.provide(NodeServices.layer))
  )
})

describe("EntryPoints", () => {
  it("are programs, told by their names", () => {
    for (const file of [
      "packages/storage/src/BackupCommand.ts",
      "packages/testkit/src/ResendEmulatorMain.ts",
      "apps/standalone/src/Main.ts"
    ]) {
      assert.isTrue(EntryPoints.isEntryPoint(file), file)
    }
  })

  it("are not modules that happen to end alike", () => {
    for (const file of [
      "packages/person/src/core/Command.ts",
      "packages/person/src/Command.ts",
      "packages/person/src/core/SendCommand.ts",
      "packages/person/src/Main.ts",
      "packages/person/src/Domain.ts",
      "packages/storage/test/BackupCommand.ts"
    ]) {
      assert.isFalse(EntryPoints.isEntryPoint(file), file)
    }
  })
})
