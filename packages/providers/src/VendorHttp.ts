/**
 * Requests to a vendor that has no client of its own worth using: JSON over Effect's HttpClient, behind the quota of the
 * account and the circuit of the vendor. Used by the connectors of social platforms. Nothing is repeated here.
 */
import { Clock, Effect, Option, Schema } from "effect"
import type { Result, Scope } from "effect"
import { HttpClient, HttpClientRequest } from "effect/http"
import * as NetworkFailure from "./core/NetworkFailure.ts"
import { quotaSpent } from "./DmProvider.ts"
import { MessageProviderUnavailable, ofCircuit } from "./MessageFailure.ts"
import type { MessageFailure } from "./MessageFailure.ts"
import * as VendorCircuit from "./VendorCircuit.ts"
import * as VendorQuota from "./VendorQuota.ts"

export interface Asked {
  readonly method: "GET" | "POST"
  /** With its query, encoded. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Undefined where the body is no JSON. */
  readonly body: unknown
  readonly nowMillis: number
}

/** What an answer means: decided by each vendor's own module. */
export type Read<A> = (answer: Answer) => Result.Result<A, MessageFailure>

export interface VendorHttp {
  readonly call: <A>(asked: Asked, read: Read<A>) => Effect.Effect<A, MessageFailure>
}

export interface Options {
  readonly vendor: string
  readonly windows: ReadonlyArray<VendorQuota.Window>
  /** Which requests the windows are about; all of them by default. */
  readonly counted?: (asked: Asked) => boolean
  readonly limits?: Partial<VendorCircuit.Limits> | undefined
}

/** 4 at once: social platforms count requests by the hour and notice bursts. 10 s as for the other channels. */
const defaults: VendorCircuit.Limits = { concurrency: 4, timeout: "10 seconds", failures: 5, openFor: "30 seconds" }

const decodeJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

const toRequest = ({ form, headers, json, method, url }: Asked): HttpClientRequest.HttpClientRequest => {
  const request = HttpClientRequest.make(method)(url, { headers })
  if (json !== undefined) return HttpClientRequest.bodyJsonUnsafe(request, json)
  return form === undefined ? request : HttpClientRequest.bodyUrlParams(request, form)
}

export const make = Effect.fnUntraced(function* (
  options: Options
): Effect.fn.Return<VendorHttp, never, HttpClient.HttpClient | Scope.Scope> {
  const client = yield* HttpClient.HttpClient
  const circuit = yield* VendorCircuit.make(options.vendor, { ...defaults, ...options.limits })
  const quota = yield* VendorQuota.make(options.vendor, options.windows)
  const counted = options.counted ?? (() => true)

  const answer = Effect.fnUntraced(
    function* (asked: Asked) {
      const response = yield* client.execute(toRequest(asked))
      const text = yield* response.text
      const body = Option.getOrUndefined(decodeJson(text))
      return { status: response.status, headers: response.headers, body, nowMillis: yield* Clock.currentTimeMillis }
    },
    Effect.mapError((error): MessageFailure => {
      const outcome = NetworkFailure.neverLeft(error) ? "not_sent" : "unknown"
      return new MessageProviderUnavailable({ reason: "network", outcome })
    })
  )

  return {
    call: (asked, read) =>
      (counted(asked) ? Effect.mapError(quota.take, quotaSpent) : Effect.void).pipe(
        Effect.andThen(
          circuit.run(
            Effect.flatMap(answer(asked), (got) => Effect.fromResult(read(got))),
            ofCircuit
          )
        )
      )
  }
})
