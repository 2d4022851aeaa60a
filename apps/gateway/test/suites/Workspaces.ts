/** What one workspace learns of another: nothing. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { personOf, tenant } from "../Served.ts"
import type { Tests } from "../Served.ts"

export const suite = (it: Tests): void => {
  it.effect("refuses another workspace by name, whether or not it exists", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [yield* tenant(), yield* tenant()]
      const asked = (workspaceId: string) => [
        `/api/person?workspaceId=${workspaceId}`,
        `/api/person/search?workspaceId=${workspaceId}&q=ada`
      ]
      for (const [n, path] of asked(theirs.workspaceId).entries()) {
        const existing = yield* ours.get(path)
        const unknown = yield* ours.get(asked("ws_nobody_has")[n] ?? "")
        assert.strictEqual(existing.status, 403, existing.raw)
        assert.strictEqual(existing.at("code"), "workspace_forbidden")
        assert.strictEqual(existing.raw, unknown.raw)
      }
      assert.strictEqual((yield* ours.get(`/api/person?workspaceId=${ours.workspaceId}`)).status, 200)
    })
  )

  it.effect("refuses it also where the route asks for none, and does nothing", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [yield* tenant(), yield* tenant()]
      const { workspaceId } = theirs
      const person = yield* personOf(ours)
      const answers = [
        yield* ours.post("/api/person/resolve", { email: "foreign@example.com", workspaceId }),
        yield* ours.post("/brand-voice/guardrail", {
          text: "Hello",
          channel: "email",
          brandId: "brand_default",
          workspaceId
        }),
        yield* ours.post(`/api/person/${person.id}/notes?workspaceId=${workspaceId}`, { content: "x" }),
        yield* ours.get(`/events/timeline?personId=${person.id}&workspaceId=${workspaceId}`)
      ]
      for (const answer of answers) assert.strictEqual(answer.at("code"), "workspace_forbidden", answer.raw)
      assert.strictEqual((yield* ours.get("/api/person")).at("total"), 1)
      assert.isEmpty((yield* ours.get(`/api/person/${person.id}/notes`)).list())
      const own = { email: "own@example.com", workspaceId: ours.workspaceId }
      assert.strictEqual((yield* ours.post("/api/person/resolve", own)).status, 200)
    })
  )

  it.effect("shows a workspace its own people and nobody else's", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [yield* tenant(), yield* tenant()]
      const email = "shared@customers.example"
      const mine = yield* ours.post("/api/person/resolve", { email })
      const other = yield* theirs.post("/api/person/resolve", { email })
      assert.notStrictEqual(mine.text("person.id"), other.text("person.id"))
      assert.strictEqual(other.text("person.workspaceId"), theirs.workspaceId)
      assert.deepStrictEqual(
        (yield* ours.get("/api/person")).list("persons").map((person) => person["id"]),
        [mine.text("person.id")]
      )
      const found = yield* ours.get(`/api/person/search?workspaceId=${ours.workspaceId}&q=${email}`)
      assert.strictEqual(found.at("total"), 1)
    })
  )

  it.effect("keeps another workspace from writing to a person, and says nothing of it", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [yield* tenant(), yield* tenant()]
      const person = yield* personOf(theirs)
      const note = yield* ours.post(`/api/person/${person.id}/notes`, { content: "a foreign note" })
      assert.strictEqual(note.status, 404)
      assert.isEmpty((yield* theirs.get(`/api/person/${person.id}/notes`)).list())
    })
  )
}
