/**
 * The reference flow against a running server: `npm run smoke`. `LOOPDRIVE_URL` and `LOOPDRIVE_API_KEY` say which;
 * without them it is the local one with the key beside its database.
 */
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as ReferenceFlow from "./ReferenceFlow.ts"

const localKey = (): string => {
  const file = join(process.env["LOOPDRIVE_DATA_DIR"] ?? ".loopdrive", "api-key")
  try {
    return readFileSync(file, "utf8").trim()
  } catch (cause) {
    throw new Error(`Set LOOPDRIVE_API_KEY to a key of the server; ${file} could not be read.`, { cause })
  }
}

const client = new LoopDrive({
  baseURL: process.env["LOOPDRIVE_URL"] ?? `http://127.0.0.1:${process.env["PORT"] ?? "3001"}`,
  apiKey: process.env["LOOPDRIVE_API_KEY"] ?? process.env["LOOPDRIVE_BOOTSTRAP_KEY"] ?? localKey(),
  timeout: 10_000
})

try {
  const email = `smoke-${crypto.randomUUID()}@example.com`
  await ReferenceFlow.run(client, email, (step) => console.log(`ok  ${step}`))
} catch (error) {
  console.error(`FAILED  ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
