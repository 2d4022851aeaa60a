/**
 * The reference flow against a running server: `npm run smoke`. `LOOPDRIVE_URL` and `LOOPDRIVE_API_KEY` say which;
 * without them it is the local one with the key beside its database.
 */
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as ReferenceFlow from "./ReferenceFlow.ts"

const address = process.env["LOOPDRIVE_URL"] ?? `http://127.0.0.1:${process.env["PORT"] ?? "3001"}`

const localKey = (): string => {
  const file = join(process.env["LOOPDRIVE_DATA_DIR"] ?? ".loopdrive", "api-key")
  try {
    return readFileSync(file, "utf8").trim()
  } catch (cause) {
    throw new Error(
      `no key for ${address}: ${file} could not be read. Set LOOPDRIVE_API_KEY, or LOOPDRIVE_DATA_DIR to where the server keeps its data.`,
      { cause }
    )
  }
}

try {
  const client = new LoopDrive({
    baseURL: address,
    apiKey: process.env["LOOPDRIVE_API_KEY"] ?? process.env["LOOPDRIVE_BOOTSTRAP_KEY"] ?? localKey(),
    timeout: 10_000
  })
  const email = `smoke-${crypto.randomUUID()}@example.com`
  await ReferenceFlow.run(client, email, (step) => console.log(`ok  ${step}`))
} catch (error) {
  console.error(`FAILED  ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
