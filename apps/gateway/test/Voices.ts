/** What the tests of the brand voice say again and again. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type { Answer } from "./Answer.ts"
import { personOf, tenant, unique } from "./Served.ts"
import type { Caller } from "./Served.ts"

export const bakery = "Runs a bakery in Lisbon and asked for a demo"

/** A caller of its own, and a person of whom something is remembered. */
export const remembered = Effect.fnUntraced(function* (text: string = bakery) {
  const caller = yield* tenant()
  const { id } = yield* personOf(caller)
  yield* caller.patch(`/api/person/${id}`, { firstName: "Ada" })
  const memory = yield* caller.post(`/api/person/${id}/memory`, { kind: "fact", text })
  assert.strictEqual(memory.status, 200, memory.raw)
  return { caller, personId: id, memoryId: memory.text("id") }
})

export const compose = (caller: Caller, body: Record<string, unknown>, key?: string) =>
  caller.post(
    "/brand-voice/compose",
    { channel: "email", objective: "demo_book", ...body },
    key === undefined ? {} : { headers: { "idempotency-key": key } }
  )

/** The texts of all variants, the primary one first. */
export const texts = (answer: Answer): ReadonlyArray<string> => {
  assert.strictEqual(answer.status, 200, answer.raw)
  return answer.list("textVariants") as unknown as ReadonlyArray<string>
}

/** Refused because of that field. */
export const refusedFor = (answer: Answer, ...fields: ReadonlyArray<string>): void => {
  assert.isAtLeast(answer.status, 400, answer.raw)
  assert.isBelow(answer.status, 500, answer.raw)
  assert.includeMembers([...answer.faults], [...fields], answer.raw)
}

export const key = (): string => unique("key")
