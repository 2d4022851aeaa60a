/**
 * A vendor's secret in the environment. Used by the vendor layers and by the layers that choose between a vendor and
 * its sandbox.
 */
import { Config, Effect, Option, Redacted, Schema } from "effect"

/** Production was started without a vendor's secret and without saying that a sandbox is meant. */
export class MissingCredential extends Schema.TaggedError<MissingCredential>()("MissingCredential", {
  /** The variable that is not set. */
  variable: Schema.String,
  /** The variable that, set to `true`, allows the sandbox instead. */
  sandboxVariable: Schema.String
}) {
  override get message(): string {
    return `${this.variable} is not set; set it, or ${this.sandboxVariable}=true to run without the vendor`
  }
}

/** Visible ASCII: a header cannot carry anything else, and the failed header would quote the secret in its error. */
const Secret = Schema.Redacted(Schema.Trim.check(Schema.isPattern(/^[\x21-\x7e]*$/)))

/** The secret without surrounding white space; `None` where the variable is absent or blank, as in a copied example file. */
export const config = (variable: string): Config.Config<Option.Option<Redacted.Redacted<string>>> =>
  Config.option(Config.schema(Secret, variable)).pipe(
    Config.map(Option.filter((secret) => Redacted.value(secret) !== ""))
  )

/** The variable under which a deployment says that it means to run without vendors. */
export const sandboxVariable = "LOOPDRIVE_SANDBOX"

/** The secret, or `MissingCredential`. */
export const required = Effect.fnUntraced(function* (variable: string) {
  const secret = yield* config(variable)
  if (Option.isSome(secret)) return secret.value
  return yield* new MissingCredential({ variable, sandboxVariable })
})

/** Succeeds where a sandbox may stand in for the vendor whose `variable` is not set. */
export const allowSandbox = Effect.fnUntraced(function* (variable: string) {
  const environment = yield* Config.String("NODE_ENV").pipe(Config.withDefault(""))
  const sandbox = yield* Config.Boolean(sandboxVariable).pipe(Config.withDefault(false))
  if (environment === "production" && !sandbox) return yield* new MissingCredential({ variable, sandboxVariable })
})
