/**
 * Two projects. `unit` needs nothing but memory; `stores` needs the databases, PGlite and a real PostgreSQL that its
 * global set-up starts once. `npm test` has both as one, `whole`: a worker runs files of one project only, and reads all
 * modules for it. Coverage is judged by the gate in `packages/tooling`, not here.
 */
import { defineConfig } from "vitest/config"
import { entryPoints, unmeasured } from "./packages/tooling/src/EntryPoints.ts"
import LongestFirst from "./packages/tooling/src/LongestFirst.ts"

const tests = ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"]
const ofStores = ["packages/*/test/**/*.store.test.ts", "apps/*/test/**/*.store.test.ts"]

/** Only to end what hangs: gates start tools, and the embedded database, which take their time on a busy machine. */
const limits = { testTimeout: 240_000, hookTimeout: 120_000 }
const globalSetup = ["packages/testkit/src/PostgresSetup.ts"]

const unit = { test: { name: "unit", include: tests, exclude: ["**/node_modules/**", ...ofStores], ...limits } }
const stores = { test: { name: "stores", include: ofStores, globalSetup, ...limits } }
const whole = { test: { name: "whole", include: tests, globalSetup, ...limits } }

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
    projects: process.env["LOOPDRIVE_WHOLE"] === undefined ? [unit, stores] : [whole]
  }
})
