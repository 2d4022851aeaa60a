/** Identifiers as callers write them, in normal form; what is wrong is said of the field it is wrong with. */
import { normalize } from "@loopdrive/domain/Identifier"
import type { Identifier, IdentityType } from "@loopdrive/domain/Identifier"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Problems from "@loopdrive/api/Problems"
import { invalid } from "./Failures.ts"

export const one = (field: string, type: IdentityType, raw: string): Effect.Effect<Identifier, Problems.Invalid> => {
  const identifier = normalize(type, raw)
  return Result.isSuccess(identifier)
    ? Effect.succeed(identifier.success)
    : Effect.fail(invalid(["payload", field], `"${field}" ${identifier.failure}`))
}

/** At least one. `type` says what `handle` is. */
export const of = Effect.fnUntraced(function* (input: {
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly handle?: string | null | undefined
  readonly type?: IdentityType | null | undefined
}) {
  const identifiers: Array<Identifier> = []
  if (typeof input.email === "string") identifiers.push(yield* one("email", "email", input.email))
  if (typeof input.phone === "string") identifiers.push(yield* one("phone", "phone", input.phone))
  if (typeof input.handle === "string") {
    const type = input.type
    if (type === undefined || type === null)
      return yield* invalid(["payload", "type"], `"type" must say which platform "handle" belongs to`)
    identifiers.push(yield* one("handle", type, input.handle))
  }
  if (identifiers.length === 0)
    return yield* invalid(["payload", "email"], `give at least one of "email", "phone" and "handle"`)
  return identifiers
})
