/** Sends that are taken back as they leave: what each side was told, and what the vendor has. */
import type { Tenant } from "@loopdrive/person/Resolution"
import { SendStore } from "@loopdrive/sending/SendStore"
import { Sending } from "@loopdrive/sending/Sending"
import type { ResendEmulator } from "@loopdrive/testkit/ResendEmulator"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import { settled, submit, subscriber, work } from "./Mail.ts"

export interface Tally {
  readonly sent: number
  readonly cancelled: number
  /** Cancelled, and at the vendor all the same. */
  readonly both: number
  /** Neither cancelled nor at the vendor. */
  readonly neither: number
  /** At the vendor, and nobody's. */
  readonly strangers: number
}

export const cancelRaces = Effect.fnUntraced(function* (
  tenant: Tenant,
  vendor: ResendEmulator,
  { count, people }: { readonly count: number; readonly people: number }
) {
  const readers = yield* Effect.forEach(
    Array.from({ length: people }, (_, n) => `racer-${n}`),
    (name) => subscriber(tenant, name),
    { concurrency: 10 }
  )
  const sending = yield* Sending
  const sends = yield* SendStore
  yield* work(vendor)
  const race = Effect.fnUntraced(function* (n: number) {
    const message = { purpose: "transactional" as const, text: `Message ${n}` }
    const { send } = yield* submit(tenant, readers[n % people] ?? "", message)
    // Wide enough that the worker, however slow the machine, is there first about as often.
    yield* Effect.sleep(yield* Random.nextIntBetween(0, 300))
    const told = yield* Effect.match(sending.cancel(tenant.workspaceId, send.id), {
      onFailure: (error) => error._tag,
      onSuccess: () => "cancelled"
    })
    yield* settled(tenant, send.id)
    const { state } = yield* sends.get(tenant.workspaceId, send.id)
    return { id: send.id, told, state }
  })
  const raced = yield* Effect.forEach(
    Array.from({ length: count }, (_, n) => n),
    race,
    { concurrency: 32 }
  )
  const there = new Set((yield* vendor.accepted).map(({ idempotencyKey }) => idempotencyKey))
  const known = new Set(raced.map(({ id }) => id))
  const isCancelled = ({ state, told }: (typeof raced)[number]) => state === "cancelled" && told === "cancelled"
  const tally: Tally = {
    sent: raced.filter(({ id, state, told }) => state === "sent" && told === "SendLeft" && there.has(id)).length,
    cancelled: raced.filter((one) => isCancelled(one) && !there.has(one.id)).length,
    both: raced.filter((one) => isCancelled(one) && there.has(one.id)).length,
    neither: raced.filter((one) => !isCancelled(one) && !there.has(one.id)).length,
    strangers: [...there].filter((id) => id === undefined || !known.has(id)).length
  }
  return tally
})
