/** Runs one plan in a load generator of its own and waits for what it measured. Used by `Rounds`. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { spawn } from "node:child_process"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { Measurement, Plan } from "./Plan.ts"

/** The generator did not come to an end; `output` is what it said. */
export class LoadFailed extends Schema.TaggedError<LoadFailed>("@loopdrive/bench/LoadFailed")("LoadFailed", {
  output: Schema.String
}) {
  override get message(): string {
    return `The load generator failed:\n${this.output}`
  }
}

const encodePlan = Schema.encodeSync(Schema.fromJsonString(Plan))
const decodeMeasurement = Schema.decodeUnknownEffect(Schema.fromJsonString(Measurement))

const spawned = async (plan: Plan, signal: AbortSignal): Promise<string> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("Load.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "pipe"],
    signal
  })
  const ended = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject))
  child.stdin.end(encodePlan(plan))
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(complaint)
  return output
}

/** Sends the plan's requests and measures the answers. */
export const measure = (plan: Plan): Effect.Effect<Measurement, LoadFailed> =>
  Effect.tryPromise({
    try: (signal) => spawned(plan, signal),
    catch: (error) => new LoadFailed({ output: String(error) })
  }).pipe(Effect.flatMap((output) => Effect.mapError(decodeMeasurement(output), () => new LoadFailed({ output }))))
