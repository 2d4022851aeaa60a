/** The From of an email: an address, with or without the name of who sends it. */
import * as Email from "@loopdrive/domain/Email"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Problems from "@loopdrive/api/Problems"
import { invalid } from "./Failures.ts"

/** An address in normal form; what is wrong is said of the field. */
export const address = (field: string, raw: string): Effect.Effect<string, Problems.Invalid> => {
  const normal = Email.normalize(raw)
  return Result.isSuccess(normal)
    ? Effect.succeed(normal.success)
    : Effect.fail(invalid(["payload", field], `"${field}" ${normal.failure}`))
}

/** `"Name" <a@b.example>`, with what would end the name taken out of it. */
export const named = (name: string, from: string): string => {
  const clean = name.replace(/["<>\\]/g, "").trim()
  return clean === "" ? from : `"${clean}" <${from}>`
}

/** The address of a From. */
export const bare = (from: string): string => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from

/** A workspace's own From, as it will stand in the header. Absent stays absent. */
export const of = Effect.fnUntraced(function* (raw: string | undefined) {
  if (raw === undefined) return undefined
  const [, name = "", within = raw] = /^(.*)<([^<>]*)>\s*$/.exec(raw) ?? []
  return named(name, yield* address("defaultFrom", within))
})
