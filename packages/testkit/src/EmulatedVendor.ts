/**
 * What the emulators of social platforms have in common: a loopback server, faults in the way of all requests or of one
 * route, and a record of what was asked.
 */
import { Clock, Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import * as LoopbackServer from "./LoopbackServer.ts"
import * as VendorFault from "./VendorFault.ts"

export interface Received {
  readonly method: string
  /** Without its query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
  readonly nowMillis: number
}

export type Response = HttpServerResponse.HttpServerResponse

/** `effect`: the request was carried out, so that a fault may lose its answer. */
export interface Answered {
  readonly response: Response
  readonly effect: boolean
}

export interface EmulatedVendor {
  readonly url: string
  /** In the way of the next request, whatever it asks. */
  readonly fault: VendorFault.VendorFaults
  /** In the way of the next request to a route: `POST /path`, without the query. */
  readonly faultOn: (route: string) => VendorFault.VendorFaults
  /** Every request, faults and refusals included, as `METHOD /path`. */
  readonly asked: Effect.Effect<ReadonlyArray<string>>
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  HttpServerResponse.jsonUnsafe(body, { status, headers })

export interface Options {
  readonly port?: number | undefined
  readonly refuse: VendorFault.Refuse
  readonly handle: (received: Received) => Answered
}

/** Serves for the life of the scope. */
export const make = Effect.fnUntraced(function* ({ handle, port, refuse }: Options) {
  const faults = yield* VendorFault.make
  const faultsOn = new Map<string, VendorFault.Queue>()
  const asked: Array<string> = []

  const app: LoopbackServer.App = Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const { pathname: path, searchParams: query } = new URL(request.url, "http://emulator")
    const route = `${request.method} ${path}`
    asked.push(route)
    const laid = faultsOn.get(route)
    const met = (laid && (yield* laid.take)) ?? (yield* faults.take)
    const instead = met && VendorFault.instead(met, request, refuse)
    if (instead !== undefined) return yield* instead
    const text = yield* request.text
    const nowMillis = yield* Clock.currentTimeMillis
    const { method, headers } = request
    const { effect, response } = handle({ method, path, query, headers, text, nowMillis })
    if (!effect || met === undefined) return response
    yield* VendorFault.afterEffect(met, request)
    return VendorFault.insteadOfAnswer(met, refuse) ?? response
  })

  const url = yield* LoopbackServer.serve(app, port)
  const vendor: EmulatedVendor = {
    url,
    fault: { next: faults.next, pending: faults.pending },
    faultOn: (route) => {
      const laid = faultsOn.get(route) ?? VendorFault.makeUnsafe()
      faultsOn.set(route, laid)
      return { next: laid.next, pending: laid.pending }
    },
    asked: Effect.sync(() => [...asked])
  }
  return vendor
})
