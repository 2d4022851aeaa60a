/**
 * vitest's coverage by instrumentation, told of the source files that a test file touched and of no others. With modules
 * shared by all test files (`isolate: false`) each of two hundred reports would name all five hundred. Named in
 * `vitest.workspace.ts`; the gate that judges the result is `Coverage`.
 *
 * Instrumentation counts in our own files only. V8's block counters, which count in every library too, made the test
 * run half as long again (ADR 0027).
 */
import istanbul from "@vitest/coverage-istanbul"
import type { CoverageProviderModule } from "vitest/node"

/** Where instrumented files count, by their paths; vitest sets it to zero before each test file. */
const store = "__VITEST_COVERAGE__"

/** Istanbul's counters of one file: statements, functions, and the ways of each branch. */
interface Counters {
  readonly s: Readonly<Record<string, number>>
  readonly f: Readonly<Record<string, number>>
  readonly b: Readonly<Record<string, ReadonlyArray<number>>>
}

const touched = ({ s, f, b }: Counters): boolean =>
  Object.values(s).some((count) => count > 0) ||
  Object.values(f).some((count) => count > 0) ||
  Object.values(b).some((ways) => ways.some((count) => count > 0))

const counts = globalThis as { [store]?: Readonly<Record<string, Counters>> }

const provider: CoverageProviderModule = {
  ...istanbul,
  takeCoverage: async (options) => {
    const all = counts[store]
    if (all === undefined) return undefined
    counts[store] = Object.fromEntries(Object.entries(all).filter(([, file]) => touched(file)))
    try {
      return await istanbul.takeCoverage?.(options)
    } finally {
      counts[store] = all
    }
  }
}

export default provider
