/**
 * Two projects. `unit` needs nothing but memory; `stores` needs the databases, PGlite and a real PostgreSQL that its
 * global set-up starts once. Coverage is judged by the gate in `packages/tooling`, not here.
 */
import { defineConfig } from "vitest/config"
import { entryPoints, unmeasured } from "./packages/tooling/src/EntryPoints.ts"
import LongestFirst from "./packages/tooling/src/LongestFirst.ts"

export default defineConfig({
  test: {
    // By itself vitest leaves one core to others; of two that is half.
    maxWorkers: 2,
    // Modules are read once per worker, not once per file: that was two fifths of the time. Tests share no state in modules.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: "custom",
      customProviderModule: "./packages/tooling/src/TouchedCoverage.ts",
      include: ["packages/*/src/**/*.ts", "apps/*/src/**/*.ts"],
      exclude: [...entryPoints, ...unmeasured].map(({ glob }) => glob),
      reporter: ["json-summary"],
      // What the tests that did run cover is worth knowing when one fails.
      reportOnFailure: true
    },
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"],
          exclude: ["**/*.store.test.ts", "**/node_modules/**"],
          // Only to end what hangs; the gates' tests start tools, which take their time on a busy machine.
          testTimeout: 120_000
        }
      },
      {
        test: {
          name: "stores",
          include: ["packages/*/test/**/*.store.test.ts", "apps/*/test/**/*.store.test.ts"],
          globalSetup: ["packages/testkit/src/PostgresSetup.ts"],
          // Only to end what hangs: a start of the embedded database takes many seconds on a busy machine.
          testTimeout: 240_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
})
