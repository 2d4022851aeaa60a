/** All HTTP suites: what every way of serving the gateway must pass. */
import { describe } from "@effect/vitest"
import type { Tests } from "./Served.ts"
import * as BadInput from "./suites/BadInput.ts"

export const all = (it: Tests): void => {
  describe("bad input", () => BadInput.suite(it))
}
