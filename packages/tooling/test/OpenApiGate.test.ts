import { NodeServices } from "@effect/platform-node"
import { assert, layer } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { join } from "node:path"
import * as OpenApiGate from "../src/OpenApiGate.ts"
import * as Tree from "./Tree.ts"

const committed = "packages/api/openapi.json"
const types = "packages/sdk/src/Wire.gen.ts"

const writes = (text: string): string =>
  `import { writeFileSync } from "node:fs"\nwriteFileSync(new URL("../openapi.json", import.meta.url), ${JSON.stringify(text)})\n`

const planted = (command: string, openapi?: string) =>
  Effect.gen(function* () {
    const root = yield* Tree.plant({
      "packages/api/src/OpenApiCommand.ts": command,
      ...(openapi === undefined ? {} : { [committed]: openapi })
    })
    const verdict = yield* OpenApiGate.document.check(root)
    const left = Fs.existsSync(join(root, committed)) ? Fs.readFileSync(join(root, committed), "utf8") : undefined
    return { verdict, left }
  })

layer(NodeServices.layer)("OpenApiGate", (it) => {
  it.effect("takes the file the code would write", () =>
    Effect.gen(function* () {
      const { verdict } = yield* planted(writes("{}\n"), "{}\n")
      assert.isTrue(verdict.passed)
    })
  )

  it.effect("refuses a file that is behind, says where, and leaves it as it was", () =>
    Effect.gen(function* () {
      const { verdict, left } = yield* planted(writes('{\n  "a": 2\n}\n'), '{\n  "a": 1\n}\n')
      assert.isFalse(verdict.passed)
      assert.include(verdict.output, 'line 2:\n-   "a": 1\n+   "a": 2')
      assert.strictEqual(left, '{\n  "a": 1\n}\n')
    })
  )

  it.effect("refuses a missing file, and leaves it missing", () =>
    Effect.gen(function* () {
      const { verdict, left } = yield* planted(writes("{}\n"))
      assert.isFalse(verdict.passed)
      assert.strictEqual(left, undefined)
    })
  )

  it.effect("does not pass where the command fails, although it wrote the same", () =>
    Effect.gen(function* () {
      const { verdict } = yield* planted(`${writes("{}\n")}throw new Error("no contract")\n`, "{}\n")
      assert.isFalse(verdict.passed)
      assert.include(verdict.output, "no contract")
    })
  )

  it.effect("has nothing to say where there is no api package", () =>
    Effect.gen(function* () {
      assert.isTrue((yield* OpenApiGate.document.check(yield* Tree.plant({}))).passed)
      assert.isTrue((yield* OpenApiGate.sdk.check(yield* Tree.plant({}))).passed)
    })
  )

  // That it takes what the document does say is shown by each run of `npm test`; one run of the tool takes seconds.
  it.effect("refuses types that the document does not say", () =>
    Effect.gen(function* () {
      const document = JSON.stringify({ openapi: "3.1.0", info: { title: "Small", version: "1" }, paths: {} })
      const root = yield* Tree.plant({ [committed]: document, [types]: "export interface components {}\n" })
      const { output, passed } = yield* OpenApiGate.sdk.check(root)
      assert.isFalse(passed)
      assert.include(output, types)
    })
  )
})
