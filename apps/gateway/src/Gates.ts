/** The gates every request passes: problems for what goes wrong, and the key. */
import { KeyGate, ProblemGate, RequiredScope } from "@loopdrive/api/Gate"
import { CurrentCredential } from "@loopdrive/api/Gate"
import * as Problems from "@loopdrive/api/Problems"
import type { Credential, Scope } from "@loopdrive/domain/Tenancy"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as SchemaIssue from "effect/SchemaIssue"
import type { unhandled } from "effect/Types"
import { HttpApiError } from "effect/http-api"
import type { HttpApiEndpoint } from "effect/http-api"
import { HttpServerError, HttpServerRequest } from "effect/http"
import type { HttpServerResponse } from "effect/http"
import * as FieldFaults from "./FieldFaults.ts"
import * as NamedFields from "./core/NamedFields.ts"
import * as NamedWorkspaces from "./core/NamedWorkspaces.ts"
import { invalid, toProblem } from "./Failures.ts"
import type { Problem } from "./Failures.ts"

/** Names every field that is not as it should be. `slot`: `payload`, `query` or another part of the request. */
export const malformed = (slot: string, issue: SchemaIssue.Issue): Problems.Invalid => {
  const errors = FieldFaults.of(issue).map(({ message, path }) => ({ path: [slot, ...path], message }))
  const [first] = errors
  const detail = first === undefined ? "The request is malformed." : `${first.path.join(".")}: ${first.message}`
  return new Problems.Invalid({ code: "invalid_request", detail, errors })
}

const internal = new Problems.Internal({ code: "internal", detail: "Something went wrong here. It has been logged." })

/** A body sent in chunks shows its size only as it is read. */
const tooLarge = new Problems.TooLarge({ code: "body_too_large", detail: "The body is larger than 1 MiB." })

/** A body that could not be read is the caller's affair; any other defect is ours and is logged. */
const defectProblem = (defect: unknown): Effect.Effect<never, Problem> => {
  if (HttpServerError.isHttpServerError(defect) && defect.reason._tag === "RequestParseError") {
    if (defect.reason.reason === "BodyTooLarge") return Effect.fail(tooLarge)
    return Effect.fail(
      new Problems.Invalid({ code: "invalid_request", detail: "The body could not be read.", errors: [] })
    )
  }
  return Effect.andThen(Effect.logError("a request failed", defect), Effect.fail(internal))
}

/** Says which field of the request named what is not there. */
const located = Effect.fnUntraced(function* (missing: Problems.NotFound, id: string, template: string) {
  const { method, text, url } = yield* HttpServerRequest.HttpServerRequest
  const body = method === "GET" ? "" : yield* Effect.orElseSucceed(text, () => "")
  const path = NamedFields.naming(id, { template, url, body })
  if (path === undefined) return yield* missing
  const { code, detail = "" } = missing
  return yield* new Problems.NotFound({ code, detail, id, errors: [{ path, message: detail }] })
})

export const problemGate: Layer.Layer<ProblemGate> = Layer.succeed(ProblemGate, (httpEffect, { endpoint }) =>
  httpEffect.pipe(
    Effect.catch(
      (
        error
      ): Effect.Effect<
        HttpServerResponse.HttpServerResponse,
        unhandled | Problem,
        HttpServerRequest.HttpServerRequest
      > => {
        if (error instanceof Problems.NotFound && error.id !== undefined) return located(error, error.id, endpoint.path)
        if (!HttpApiError.HttpApiSchemaError.is(error)) return Effect.fail(error)
        return error.kind === "Body" || error.kind === "ResponseHeaders"
          ? defectProblem(error)
          : Effect.fail(malformed(error.kind.toLowerCase(), error.cause.issue))
      }
    ),
    Effect.catchDefect(defectProblem)
  )
)

/** Whether or not it exists. */
export const otherWorkspace = new Problems.Forbidden({
  code: "workspace_forbidden",
  detail: "This key does not cover that workspace."
})

const unauthorized = new Problems.Unauthorized({
  code: "unauthorized",
  detail: "Send a valid key as `Authorization: Bearer <key>`."
})

/** Whose key it is, if it has one of the scopes. `header`: what stands behind `Authorization`. */
export const authenticated = (
  tenancy: Tenancy["Service"],
  header: string | undefined,
  ...needed: ReadonlyArray<Scope>
): Effect.Effect<Credential, Problems.Unauthorized | Problems.Unavailable | Problems.Forbidden> => {
  // Another scheme is not a key.
  const key = /^bearer (.*)$/i.exec(header ?? "")?.[1]?.trim()
  if (key === undefined || key === "") return Effect.fail(unauthorized)
  return tenancy.authenticate(key).pipe(
    Effect.catchTags({
      KeyRejected: () => Effect.fail(unauthorized),
      SqlError: (error) => Effect.fail(toProblem(error) as Problems.Unavailable)
    }),
    Effect.flatMap((found) =>
      needed.some((scope) => found.scopes.has(scope))
        ? Effect.succeed(found)
        : Effect.fail(
            new Problems.Forbidden({
              code: "scope_missing",
              detail: `This key lacks the scope ${needed.map((scope) => `"${scope}"`).join(" or ")}.`
            })
          )
    )
  )
}

/** What administers reaches every workspace; everything else its key's alone (contract section 2). */
const isAdministration = (path: string): boolean => path.startsWith("/api/admin/")

/**
 * Refuses what names another workspace anywhere, also where the route does not ask for one, and a body that is no JSON,
 * also where the route has no use for one.
 */
const admitted = (
  { method, text, url }: HttpServerRequest.HttpServerRequest,
  { path, payload }: HttpApiEndpoint.Top,
  { workspaceId }: Credential
): Effect.Effect<void, Problems.Forbidden | Problems.Invalid> => {
  const covers = (named: ReadonlyArray<string>): Effect.Effect<void, Problems.Forbidden | Problems.Invalid> =>
    isAdministration(path) || named.every((name) => name === workspaceId) ? Effect.void : Effect.fail(otherWorkspace)
  const query = covers(NamedWorkspaces.inQuery(url))
  if (method === "GET") return query
  // A body that cannot be read is told of where it is decoded; where it is not, it is no JSON.
  const body = Effect.orElseSucceed(text, () => (payload.size === 0 ? "" : "{}"))
  return Effect.flatMap(Effect.andThen(query, body), (read) =>
    payload.size === 0 && NamedWorkspaces.documentOf(read) === undefined
      ? Effect.fail(invalid(["payload"], "the body must be JSON, or left out"))
      : covers(NamedWorkspaces.inBody(read))
  )
}

export const keyGate: Layer.Layer<KeyGate, never, Tenancy> = Layer.effect(
  KeyGate,
  Effect.gen(function* () {
    const tenancy = yield* Tenancy
    return KeyGate.of({
      bearer: (httpEffect, { endpoint }) =>
        Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
          const needed = [Context.get(endpoint.annotations, RequiredScope)].flat()
          // From the header itself: the decoder cuts off a prefix of the right length whatever it says.
          return Effect.flatMap(authenticated(tenancy, request.headers["authorization"], ...needed), (found) =>
            Effect.andThen(
              admitted(request, endpoint, found),
              Effect.provideService(httpEffect, CurrentCredential, found)
            )
          )
        })
    })
  })
)
