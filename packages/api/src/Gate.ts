/**
 * What every route with a key passes: the credential is checked, its scope and workspace are checked, and what went wrong
 * becomes a problem document.
 */
import type { Credential, Scope } from "@loopdrive/domain/Tenancy"
import * as Context from "effect/Context"
import { HttpApiMiddleware, HttpApiSecurity } from "effect/http-api"
import * as Problems from "./Problems.ts"

/** Who is asking. Provided to handlers by the gate. */
export class CurrentCredential extends Context.Service<CurrentCredential, Credential>()(
  "@loopdrive/api/CurrentCredential"
) {}

/** The scope a route needs, or those of which it needs one; an annotation of the endpoint. */
export const RequiredScope = Context.Reference<Scope | ReadonlyArray<Scope>>("@loopdrive/api/RequiredScope", {
  defaultValue: () => "read"
})

/** Turns decoding errors and failures into problem documents. On every route, with or without a key. */
export class ProblemGate extends HttpApiMiddleware.Service<ProblemGate>()("@loopdrive/api/ProblemGate", {
  error: Problems.all
}) {}

export class KeyGate extends HttpApiMiddleware.Service<KeyGate, { provides: CurrentCredential }>()(
  "@loopdrive/api/KeyGate",
  {
    // In lower case: a page of the reference takes another spelling for a name with a password.
    security: { bearer: HttpApiSecurity.http({ scheme: "bearer" }) },
    error: [Problems.Unauthorized, Problems.Forbidden, Problems.Invalid, Problems.Unavailable]
  }
) {}
