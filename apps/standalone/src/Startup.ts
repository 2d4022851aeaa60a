/** A start that cannot succeed says why in a sentence or two, and what to do, instead of a stack of calls. */
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Runtime from "effect/Runtime"

/** What lies below a failure: "connect ECONNREFUSED", "password authentication failed". */
const rootOf = (error: Error, depth = 0): Error =>
  error.cause instanceof Error && depth < 8 ? rootOf(error.cause, depth + 1) : error

/** What PostgreSQL refuses a role that may not create extensions. */
const remedyFor = (why: string): string =>
  /permission denied to create extension/.test(why)
    ? "Have a superuser create it in this database, or give the role the right to create in it."
    : "Check DATABASE_URL."

const sentence = (failure: unknown): string => {
  if (typeof failure === "object" && failure !== null && "_tag" in failure) {
    if (failure._tag === "ServeError" || failure._tag === "HttpServerError")
      return `The address could not be listened on: ${failure instanceof Error ? rootOf(failure).message : String(failure)}. Set PORT or HOST to another one.`
    if (failure._tag === "ConfigError")
      return `A setting of the environment is malformed: ${String(failure).replace(/\s+/g, " ")}. See .env.example.`
    if (failure._tag === "BootstrapKeyUnusable")
      return "LOOPDRIVE_BOOTSTRAP_KEY must be 32 to 200 characters that are safe in a URL: letters, digits, - _ ~ and ."
  }
  if (!(failure instanceof Error)) return String(failure)
  const why = rootOf(failure).message
  const said = why === "" || why === failure.message ? failure.message : `${failure.message}: ${why}`
  return "_tag" in failure && failure._tag === "SqlError" ? `${said}. ${remedyFor(why)}` : said
}

/** Prints expected failures as sentences, after `headline`, and defects with their stack; the process exits with 1. */
export const explained = <A, E, R>(
  effect: Effect.Effect<A, E, R>,
  headline = "LoopDrive did not start."
): Effect.Effect<A, E, R> =>
  Effect.tapCause(effect, (cause) => {
    if (Cause.hasInterruptsOnly(cause)) return Effect.void
    const failures = cause.reasons.filter(Cause.isFailReason).map((reason) => sentence(reason.error))
    return Console.error(failures.length === 0 ? Cause.pretty(cause) : `\n${headline} ${failures.join(" ")}\n`)
  })

/** Told to stop (SIGINT, SIGTERM), having drained: 0, so that no supervisor takes it for a crash. */
export const teardown: Runtime.Teardown = (exit, onExit) =>
  Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause) ? onExit(0) : Runtime.defaultTeardown(exit, onExit)
