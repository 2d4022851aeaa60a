import { assert, it } from "@effect/vitest"
import * as Requests from "../src/Requests.ts"

it.each([
  ["2026-01-31T09:30:00Z", "2026-01-31T09:30:00.000Z"],
  ["2026-01-31T09:30:00.250+02:00", "2026-01-31T07:30:00.250Z"],
  ["2026-01-31T09:30", "2026-01-31T09:30:00.000Z"],
  ["2026-01-31", "2026-01-31T00:00:00.000Z"]
])("the time %s is %s, in whatever zone the server runs", (given, expected) => {
  assert.strictEqual(new Date(Requests.millis(given) ?? 0).toISOString(), expected)
})
