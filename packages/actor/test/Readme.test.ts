import { assert, it } from "@effect/vitest"
import { readFileSync } from "node:fs"

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8")

// The example's behaviour is tested by the runtime's suites; here, that the page shows what they run.
it("the README shows the example that the tests run", () => {
  assert.include(read("../README.md"), read("./example/Counter.ts").trimEnd())
})
