/** Ids that are nobody's, or another workspace's, on every operation of the contract: never more than that they are unknown. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Operations from "../Operations.ts"
import { call, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"

const keyed = Operations.all.filter((operation) => operation.needsKey)

export const suite = (it: Tests): void => {
  it.effect("finds nobody under an id that no server issued, however it is written", () =>
    Operations.onEach(
      keyed.filter((operation) => operation.params.length > 0),
      (operation) =>
        Effect.gen(function* () {
          const odd = [
            "unknown",
            "per_%00",
            "%F0%9F%A6%8A",
            "..",
            "%2e%2e%2f",
            "a%2Fb",
            "x".repeat(300),
            "'--",
            "%zz",
            "%"
          ]
          for (const id of odd) {
            const params = Object.fromEntries(operation.params.map((name) => [name, id]))
            const answer = yield* call(operation.method, Operations.urlOf(operation, params), {
              body: Operations.bodyOf(operation)
            })
            const workspace = operation.params.includes("workspaceId") ? [403] : []
            // The client takes two dots for a step up, to where another method may be answered.
            const moved = id === ".." ? [405] : []
            assert.include([400, 404, ...workspace, ...moved], answer.status, `${operation.id} ${id}: ${answer.raw}`)
          }
        })
    )
  )

  it.effect("says of another workspace's id what it says of an unknown one", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [yield* tenant(), yield* tenant()]
      const person = yield* theirs.post("/api/person/resolve", { email: "theirs@example.com" })
      const id = person.text("person.id")
      const unknown = `per_${"0".repeat(26)}`
      const told = (raw: string, asked: string) => raw.replaceAll(asked, "<id>")
      yield* Operations.onEach(
        keyed.filter((operation) => operation.params.includes("personId")),
        (operation) =>
          Effect.gen(function* () {
            const ask = (personId: string) =>
              call(operation.method, Operations.urlOf(operation, { personId }), {
                key: ours.key,
                body: Operations.bodyOf(operation)
              })
            const [foreign, nobody] = [yield* ask(id), yield* ask(unknown)]
            assert.strictEqual(foreign.status, 404, `${operation.id}: ${foreign.raw}`)
            assert.strictEqual(told(foreign.raw, id), told(nobody.raw, unknown))
          })
      )
      const merge = yield* ours.post("/api/person/merge", { sourceId: id, targetId: unknown })
      assert.strictEqual(merge.status, 404)
      const timeline = yield* ours.get(`/events/timeline?personId=${id}`)
      assert.strictEqual(timeline.status, 404)
      for (const field of ["to", "personId"]) {
        const sent = yield* ours.post("/email/send", { [field]: id, body: "Hello" })
        assert.strictEqual(sent.status, 404, sent.raw)
      }
    })
  )
}
