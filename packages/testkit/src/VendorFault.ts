/**
 * Faults a test lays in the way of the next requests to a vendor emulator. Each is used once, in the order laid.
 */
import { Deferred, Effect } from "effect"
import type { Latch } from "effect"
import { HttpServerResponse } from "effect/http"
import type { HttpServerRequest } from "effect/http"
import * as LoopbackServer from "./LoopbackServer.ts"

export type VendorFault =
  /** Answered at once with this status and the vendor's error shape; nothing is accepted. */
  | {
      readonly kind: "status"
      readonly status: number
      readonly name: string
      /** Sent as `retry-after`, as given: delay seconds or an HTTP date. */
      readonly retryAfter?: string
    }
  /** The connection is destroyed before the request is looked at. */
  | { readonly kind: "drop-before" }
  /** The request takes effect, then the connection is destroyed without an answer. */
  | { readonly kind: "accept-then-drop" }
  /** The request takes effect at once; the answer waits for the latch. */
  | { readonly kind: "slow"; readonly latch: Latch.Latch }
  /** The request takes effect, then is answered with this status and the vendor's error shape. */
  | { readonly kind: "accept-then-status"; readonly status: number; readonly name: string }
  /** Answered at once with this status and body, whatever the vendor would say; nothing is accepted. */
  | {
      readonly kind: "body"
      readonly status: number
      readonly contentType: string
      readonly body: string
      readonly headers?: Record<string, string>
    }

/** A fault that was laid. */
export interface Laid {
  /** Waits until a request has run into it: past its effect for `slow` and `accept-then-…`. */
  readonly reached: Effect.Effect<void>
}

interface Pending {
  readonly fault: VendorFault
  readonly hit: Deferred.Deferred<void>
}

/** The test's side. */
export interface VendorFaults {
  /** Lays a fault for the next request that meets none laid before it. */
  readonly next: (fault: VendorFault) => Effect.Effect<Laid>
  /** How many laid faults no request has met yet. */
  readonly pending: Effect.Effect<number>
}

/** The emulator's side: the fault for this request, and the signal that it was met. */
export interface Met {
  readonly fault: VendorFault
  readonly signal: Effect.Effect<void>
}

export interface Queue extends VendorFaults {
  readonly take: Effect.Effect<Met | undefined>
}

export const makeUnsafe = (): Queue => {
  const pending: Array<Pending> = []
  return {
    next: (fault) =>
      Effect.sync(() => {
        const hit = Deferred.makeUnsafe<void>()
        pending.push({ fault, hit })
        return { reached: Deferred.await(hit) }
      }),
    pending: Effect.sync(() => pending.length),
    take: Effect.sync(() => {
      const first = pending.shift()
      return first && { fault: first.fault, signal: Effect.asVoid(Deferred.succeed(first.hit, undefined)) }
    })
  }
}

export const make: Effect.Effect<Queue> = Effect.sync(makeUnsafe)

/** An error in the shape of the emulated vendor. */
export type Refuse = (
  status: number,
  name: string,
  message: string,
  headers: Record<string, string>
) => HttpServerResponse.HttpServerResponse

/** The answer in the vendor's place, before the request is looked at; undefined where the fault comes later. */
export const instead = (
  met: Met,
  request: HttpServerRequest.HttpServerRequest,
  refuse: Refuse
): Effect.Effect<HttpServerResponse.HttpServerResponse> | undefined => {
  const fault = met.fault
  switch (fault.kind) {
    case "status": {
      const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter }
      return Effect.as(met.signal, refuse(fault.status, fault.name, "Laid by a test.", headers))
    }
    case "body": {
      const { status, contentType, headers = {} } = fault
      return Effect.as(met.signal, HttpServerResponse.text(fault.body, { status, contentType, headers }))
    }
    case "drop-before":
      return Effect.andThen(met.signal, LoopbackServer.drop(request))
    case "accept-then-drop":
    case "accept-then-status":
    case "slow":
      return undefined
  }
}

/** What happens between the effect of a request and its answer. */
export const afterEffect = (met: Met, request: HttpServerRequest.HttpServerRequest): Effect.Effect<void> => {
  if (met.fault.kind === "slow") return Effect.andThen(met.signal, Effect.asVoid(met.fault.latch.await))
  if (met.fault.kind === "accept-then-drop") return Effect.andThen(met.signal, LoopbackServer.drop(request))
  return met.fault.kind === "accept-then-status" ? met.signal : Effect.void
}

/** The answer in place of the one the request earned, once it has taken effect; undefined where that one stands. */
export const insteadOfAnswer = (
  met: Met | undefined,
  refuse: Refuse
): HttpServerResponse.HttpServerResponse | undefined =>
  met?.fault.kind === "accept-then-status"
    ? refuse(met.fault.status, met.fault.name, "Laid by a test, after the effect.", {})
    : undefined
