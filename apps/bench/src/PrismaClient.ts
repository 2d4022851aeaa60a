/** The client of the Express + Prisma baseline: generated before the bench, never committed. */
import * as Effect from "effect/Effect"
import { execFile } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { BuildFailed } from "./Bench.ts"

const directory = fileURLToPath(new URL("..", import.meta.url))

/** Where it is once it has been generated. */
export const location = new URL("../generated/prisma/client.ts", import.meta.url)

const generated = (signal: AbortSignal) =>
  promisify(execFile)(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve("prisma/build/index.js")),
      "generate",
      "--schema",
      join("prisma", "schema.prisma")
    ],
    {
      cwd: directory,
      signal,
      // The client needs no engine, but `generate` would download one unless it is told that it has it.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" }
    }
  )

export const generate: Effect.Effect<void, BuildFailed> = Effect.tryPromise({
  try: generated,
  catch: (error) => new BuildFailed({ output: String(error) })
}).pipe(Effect.asVoid)
