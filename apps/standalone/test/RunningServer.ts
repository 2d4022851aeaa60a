/** The server as a process of its own, on a directory that outlives it: for tests of starts, stops and kills. */
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"

const main = new URL("../src/Main.ts", import.meta.url)
export const apiKey = "a-bootstrap-key-of-forty-characters-long"

export interface Where {
  readonly dataDir: string
  /** A PostgreSQL; absent: the embedded database. */
  readonly database?: string
  /** The base URL of a Resend; absent: the sandbox. */
  readonly resend?: string
  /** The base URL of a Stripe; absent: the sandbox. */
  readonly stripe?: string
  /** The base URL of an OpenAI; absent: no model. */
  readonly openai?: string
}

/** What the running server's webhooks are signed with; the second while it takes over from the first. */
export const webhookSecrets = ["whsec_first_of_the_running_server", "whsec_second_of_the_running_server"] as const

/** What its Resend signs with. */
export const resendSecret = `whsec_${Buffer.from("resend of the running server").toString("base64")}`

/** Starts it without waiting. */
export const launch = ({ dataDir, database = "", openai, resend, stripe }: Where) =>
  ChildProgram.start(main, [], {
    LOOPDRIVE_DATA_DIR: dataDir,
    LOOPDRIVE_BOOTSTRAP_KEY: apiKey,
    PORT: "0",
    DATABASE_URL: database,
    RESEND_WEBHOOK_SECRET: resendSecret,
    STRIPE_WEBHOOK_SECRET: webhookSecrets.join(","),
    ...(stripe === undefined ? { STRIPE_SECRET_KEY: "" } : { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_BASE_URL: stripe }),
    ...(openai === undefined ? { OPENAI_API_KEY: "" } : { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: openai }),
    ...(resend === undefined ? { RESEND_API_KEY: "" } : { RESEND_API_KEY: "re_test", RESEND_BASE_URL: resend })
  })

/** Brings its database up to date without it. */
export const migrate = ({ dataDir, database = "" }: Where) =>
  ChildProgram.start(new URL("../src/MigrateCommand.ts", import.meta.url), [], {
    LOOPDRIVE_DATA_DIR: dataDir,
    DATABASE_URL: database
  })

/** Starts it and waits until it is ready; `client` repeats nothing by itself. */
export const start = Effect.fnUntraced(function* (where: Where) {
  const before = yield* Clock.currentTimeMillis
  const child = yield* launch(where)
  const base = (yield* child.says("Base URL")).split(/\s+/).at(-1) ?? ""
  const readyMillis = (yield* Clock.currentTimeMillis) - before
  const client = new LoopDrive({ baseURL: base, apiKey, maxRetries: 0, timeout: 20_000 })
  return { child, base, client, readyMillis }
})

const spaced = Schedule.spaced("50 millis")

/** Asks again and again until the answer is yes; the test's own time limit ends what never comes. */
export const until = <E, R>(look: Effect.Effect<boolean, E, R>) =>
  Effect.repeat(look, { until: (seen) => seen, schedule: spaced })
