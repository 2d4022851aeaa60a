import { assert, describe, it } from "@effect/vitest"
import * as TestRun from "../src/TestRun.ts"

const report = (passed: number, failed: number, results: ReadonlyArray<unknown> = []): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: results
  })

const broken = { name: "A.test.ts", status: "failed", message: "SyntaxError", assertionResults: [] }

const count = (text: string | undefined, exitCode: number | undefined) => {
  const { passed, failed, skipped } = TestRun.count(text, { exitCode, output: "what it said" })
  return { passed, failed, skipped }
}

describe("TestRun", () => {
  it("counts the tests that passed, failed and were left out", () => {
    assert.deepStrictEqual(count(report(3, 0), 0), { passed: 3, failed: 0, skipped: 2 })
    assert.deepStrictEqual(count(report(3, 2), 1), { passed: 3, failed: 2, skipped: 2 })
  })

  it("counts a file that could not be loaded as a failure", () => {
    assert.deepStrictEqual(count(report(3, 0, [broken]), 1), { passed: 3, failed: 1, skipped: 2 })
  })

  it("counts a file with a failed test once", () => {
    const file = { ...broken, assertionResults: [{ status: "failed" }, { status: "passed" }] }
    assert.deepStrictEqual(count(report(1, 1, [file]), 1), { passed: 1, failed: 1, skipped: 2 })
  })

  it("counts an error outside any test, which only the exit code tells", () => {
    assert.deepStrictEqual(count(report(3, 0), 1), { passed: 3, failed: 1, skipped: 2 })
    assert.deepStrictEqual(count(report(3, 0), undefined), { passed: 3, failed: 1, skipped: 2 })
  })

  it("counts a run without a test as a failure", () => {
    assert.deepStrictEqual(count(report(0, 0), 0), { passed: 0, failed: 1, skipped: 2 })
  })

  it("counts a run without a report, or with a broken one, as a failure and shows what it said", () => {
    for (const text of [undefined, "", '{"numPassedTests":3}']) {
      const counts = TestRun.count(text, { exitCode: 0, output: "what it said" })
      assert.strictEqual(counts.failed, 1)
      assert.include(counts.output, "what it said")
    }
  })
})
