/**
 * `node packages/tooling/src/LinkCommand.ts DIRECTORY ENTRY...`: links programs, each with all its modules, into a
 * directory that must not exist: of `apps/standalone/src/Main.ts` it gets `apps/standalone/src/Main.mjs` (ADR 0028).
 * Run by `scripts/setup.mjs` and `TestRun`.
 */
import * as Link from "./Link.ts"

const [directory = "", ...entries] = process.argv.slice(2)
await Link.link(process.cwd(), directory, entries)
