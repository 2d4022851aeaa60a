/**
 * The order in which vitest begins test files, named in `vitest.workspace.ts`: what takes longest first, so that no worker
 * is left alone with it at the end. Without times of an earlier run, as in a fresh clone, vitest goes by a file's size,
 * and the suites that run over HTTP are named in the smallest of files.
 */
import { BaseSequencer } from "vitest/node"
import type { TestSpecification } from "vitest/node"

/** Files that took longest as this was written, the longest first. */
const longest = [
  "apps/gateway/test/Http.store.test.ts",
  "apps/gateway/test/Http.test.ts",
  "apps/standalone/test/Crash.store.test.ts",
  "packages/sending/test/Kill.store.test.ts",
  "packages/actor/test/Kill.store.test.ts",
  "packages/storage/test/Backup.store.test.ts",
  "packages/storage/test/Database.store.test.ts",
  "packages/sending/test/SendWorker.store.test.ts",
  "packages/wallet/test/Kill.store.test.ts",
  "packages/actor/test/Cluster.store.test.ts",
  "packages/tooling/test/Setup.test.ts",
  "packages/tooling/test/ToolGates.test.ts"
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = longest.findIndex((file) => moduleId.endsWith(file))
  return rank === -1 ? longest.length : rank
}

export default class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    // Projects stay together: a worker of one cannot run files of another.
    // oxlint-disable-next-line unicorn/no-array-sort -- vitest's own method
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project)
    return [...projects.values()].flatMap((specs) => specs.toSorted((a, b) => rankOf(a) - rankOf(b)))
  }
}
