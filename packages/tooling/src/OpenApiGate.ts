/**
 * What is generated from the contract and committed is what the contract says today: `openapi.json`, and from it the
 * SDK's types. The command that writes `openapi.json` is run, what it wrote is compared, and the file is put back, so
 * that a gate never changes the tree it judges.
 */
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { join } from "node:path"
import * as Gate from "./Gate.ts"
import * as Tool from "./Tool.ts"

const command = join("packages", "api", "src", "OpenApiCommand.ts")
const committed = join("packages", "api", "openapi.json")
const sdkTypes = join("packages", "sdk", "src", "Wire.gen.ts")

const contents = (file: string): string | undefined => (Fs.existsSync(file) ? Fs.readFileSync(file, "utf8") : undefined)

const putBack = (file: string, text: string | undefined): void => {
  if (text === undefined) Fs.rmSync(file, { force: true })
  else if (contents(file) !== text) Fs.writeFileSync(file, text)
}

const firstDifference = (before: string, after: string): string => {
  const [was, is] = [before.split("\n"), after.split("\n")]
  const index = is.findIndex((line, at) => line !== was[at])
  const at = index === -1 ? is.length : index
  return `line ${at + 1}:\n- ${was[at] ?? "(end)"}\n+ ${is[at] ?? "(end)"}`
}

const verdict = (before: string | undefined, after: string | undefined, run: Tool.Run): Gate.Verdict => {
  if (run.exitCode !== 0) return Gate.failed(run.output)
  if (before === undefined) return Gate.failed(`${committed} is missing: npm run openapi`)
  if (after === undefined) return Gate.failed(`${command} wrote no ${committed}`)
  if (before !== after) {
    return Gate.failed(`${committed} is not what the code says: npm run openapi\n${firstDifference(before, after)}`)
  }
  return { passed: true, output: "", note: "" }
}

export const document: Gate.Gate = {
  name: "openapi.json",
  check: (root) =>
    Fs.existsSync(join(root, "packages", "api"))
      ? Effect.acquireUseRelease(
          Effect.sync(() => contents(join(root, committed))),
          (before) =>
            Effect.map(Tool.runFile(join(root, command), { args: [], cwd: root, limit: "1 minute" }), (run) =>
              verdict(before, contents(join(root, committed)), run)
            ),
          (before) => Effect.sync(() => putBack(join(root, committed), before))
        )
      : Effect.succeed({ passed: true, output: "", note: "there is no packages/api" })
}

/** Judges the committed document only: that it is fresh is the other gate's matter. */
export const sdk: Gate.Gate = {
  name: "sdk types",
  check: (root) =>
    Fs.existsSync(join(root, "packages", "sdk"))
      ? Effect.map(
          Tool.run(
            "openapi-typescript",
            "openapi-typescript",
            { args: [committed, "-o", sdkTypes, "--empty-objects-unknown", "--check"], cwd: root, limit: "1 minute" },
            join("packages", "sdk")
          ),
          (run) =>
            run.exitCode === 0
              ? { passed: true, output: "", note: "" }
              : Gate.failed(`${sdkTypes} is not what ${committed} says: npm run openapi\n${run.output}`)
        )
      : Effect.succeed({ passed: true, output: "", note: "there is no packages/sdk" })
}
