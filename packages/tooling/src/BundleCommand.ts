/**
 * `node packages/tooling/src/BundleCommand.ts DIRECTORY ENTRY...`: bundles programs, each with all its modules, into a
 * directory that must not exist: of `apps/standalone/src/Main.ts` it gets `apps/standalone/src/Main.mjs` (ADR 0028).
 * Run by `scripts/setup.mjs` and `TestRun`.
 */
import * as Bundle from "./Bundle.ts"

const [directory = "", ...entries] = process.argv.slice(2)
await Bundle.bundle(process.cwd(), directory, entries)
