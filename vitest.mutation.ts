/** The tests Stryker runs against mutants of the pure cores (`npm run mutation`): those that need nothing but memory. */
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts"],
    exclude: ["**/*.store.test.ts", "packages/{testkit,tooling}/**", "**/node_modules/**"]
  }
})
