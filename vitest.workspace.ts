import { defineConfig } from "vitest/config"

/**
 * Two projects. `unit` needs nothing but memory; `stores` needs the databases, PGlite and a real PostgreSQL
 * that its global set-up starts once.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts"],
          exclude: ["**/*.store.test.ts", "**/node_modules/**"]
        }
      },
      {
        test: {
          name: "stores",
          include: ["packages/*/test/**/*.store.test.ts", "apps/*/test/**/*.store.test.ts"],
          globalSetup: ["packages/testkit/src/PostgresSetup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
})
