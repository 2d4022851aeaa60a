/** Finding people by what is half remembered. */
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { tenant } from "../Served.ts"
import type { Caller, Tests } from "../Served.ts"

const people = [
  { firstName: "Ada", lastName: "Lovelace", email: "ada.lovelace@engines.example", phone: "+14155552671" },
  { firstName: "Grace", lastName: "Hopper", email: "grace@navy.example", phone: "+442079460958" },
  { firstName: "Alan", lastName: "Turing", email: "alan@engines.example", phone: "+14155557788" },
  { firstName: "Margaret", lastName: "Hamilton", email: "mhamilton@apollo.example", phone: "+14155559900" }
]

const populated = Effect.gen(function* () {
  const caller = yield* tenant()
  for (const { email, firstName, lastName, phone } of people) {
    const id = (yield* caller.post("/api/person/resolve", { email, phone })).text("person.id")
    yield* caller.patch(`/api/person/${id}`, { firstName, lastName })
    const handle = { type: "instagram", value: `@${lastName}${firstName}`, verified: false }
    assert.strictEqual((yield* caller.post(`/api/person/${id}/identities`, handle)).status, 200)
  }
  return caller
})

const finds = (caller: Caller, q: string, more = "") =>
  Effect.map(
    caller.get(`/api/person/search?workspaceId=${caller.workspaceId}&q=${encodeURIComponent(q)}${more}`),
    (answer) => ({ names: answer.list("persons").map((person) => person["firstName"]), total: answer.at("total") })
  )

export const suite = (it: Tests): void => {
  it.effect("finds by parts of a name, beginnings of an address, digits of a number and with typing errors", () =>
    Effect.gen(function* () {
      const caller = yield* populated
      const expected: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
        ["ada", ["Ada"]],
        ["ADA LOVELACE", ["Ada"]],
        ["lovelace", ["Ada"]],
        ["lovelase", ["Ada"]],
        ["hoper", ["Grace"]],
        ["Margret", ["Margaret"]],
        ["grace@navy.example", ["Grace"]],
        ["grace@na", ["Grace"]],
        ["mhamil", ["Margaret"]],
        ["7946 0958", ["Grace"]],
        ["(415) 555-2671", ["Ada"]],
        ["+44", ["Grace"]],
        ["020 7946 0958", ["Grace"]],
        ["+44 (0)20 7946 0958", ["Grace"]],
        ["0044 20 7946 0958", ["Grace"]],
        ["@navy.example", ["Grace"]],
        ["navy.example", ["Grace"]],
        ["@hoppergrace", ["Grace"]],
        ["hopepr", ["Grace"]],
        ["aln", ["Alan"]],
        ["Alna", ["Alan"]],
        ["nobody at all", []],
        ["%", []],
        ["_", []],
        ["\\", []]
      ]
      for (const [q, names] of expected) assert.deepStrictEqual((yield* finds(caller, q)).names, [...names], `"${q}"`)
    })
  )

  it.effect("puts the exact match first", () =>
    Effect.gen(function* () {
      const caller = yield* populated
      yield* caller.post("/api/person/resolve", { email: "ada@other.example" })
      const id = (yield* caller.post("/api/person/resolve", { email: "ad@other.example" })).text("person.id")
      yield* caller.patch(`/api/person/${id}`, { firstName: "Adam" })
      const { names } = yield* finds(caller, "ad@other.example")
      assert.strictEqual(names[0], "Adam")
    })
  )

  it.effect("counts all that match, whatever the page", () =>
    Effect.gen(function* () {
      const caller = yield* populated
      const all = yield* finds(caller, "415555")
      assert.strictEqual(all.total, 3)
      const first = yield* finds(caller, "415555", "&limit=2")
      const rest = yield* finds(caller, "415555", "&limit=2&offset=2")
      assert.strictEqual(first.total, 3)
      assert.deepStrictEqual([...first.names, ...rest.names], all.names)
    })
  )

  it.effect("finds a merged person under what either of the two was called", () =>
    Effect.gen(function* () {
      const caller = yield* populated
      const of = Effect.fnUntraced(function* (email: string) {
        return (yield* caller.post("/api/person/resolve", { email })).text("person.id")
      })
      const [sourceId, targetId] = [yield* of("grace@navy.example"), yield* of("alan@engines.example")]
      yield* caller.post("/api/person/merge", { sourceId, targetId })
      for (const q of ["hopper", "grace@navy.example", "alan"])
        assert.deepStrictEqual(yield* finds(caller, q), { names: ["Alan"], total: 1 }, q)
    })
  )

  it.effect("never finds another workspace's people", () =>
    Effect.gen(function* () {
      yield* populated
      const other = yield* tenant()
      for (const q of ["ada", "grace@navy.example", "+14155552671"])
        assert.deepStrictEqual(yield* finds(other, q), { names: [], total: 0 })
    })
  )
}
