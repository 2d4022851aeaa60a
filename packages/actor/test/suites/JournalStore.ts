/** What every store of the journal does with the rows of a group. */
import { assert } from "@effect/vitest"
import type { Vitest } from "@effect/vitest"
import { JournalStore } from "@loopdrive/actor/JournalStore"
import type { Entry, Group, Part } from "@loopdrive/actor/JournalStore"
import type { Table } from "@loopdrive/actor/Table"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { identity } from "../Counters.ts"

const columns = { id: "text", owner: "text", text: "text", first: "text" }
const tables: ReadonlyArray<Table> = [
  { name: "things", alias: "replaced", columns, mode: "replace", key: ["id"], immutable: ["owner", "first"] },
  { name: "things", alias: "kept", columns, mode: "keep", key: ["id"] },
  { name: "things", alias: "updated", columns: { id: "text", text: "text" }, mode: "update", key: ["id"] },
  {
    name: "names",
    columns: { name: "text", owner: "text" },
    mode: "append",
    claim: { on: ["name"], owner: "owner" }
  }
]

const part = (entity: string, expected: number, next: number): Part => ({
  entity,
  head: { name: "owners", columns: { total: "bigint" } },
  tables: new Map(tables.map((table) => [table.alias ?? table.name, table])),
  expected,
  next,
  headRow: { total: next },
  isUsual: false
})

const entry = (entity: string, key: string, rows: Entry["rows"], refused = false): Entry => ({
  entity,
  identity: identity(key),
  outcome: refused ? undefined : { key },
  refused,
  rows
})

const group = (entries: ReadonlyArray<Entry>, ...parts: ReadonlyArray<Part>): Group => ({
  entries,
  parts: new Map(parts.map((one) => [one.entity, one]))
})

const thing = (table: string, text: string, id = "thing_1") => ({
  table,
  values: { id, owner: "o", text, first: text }
})

export interface Subject<Outer> {
  readonly layer: Layer.Layer<JournalStore, never, Outer>
  /** The texts of a thing: the one that changes, and the one that stays as it was first. */
  readonly thing: (id: string) => Effect.Effect<readonly [unknown, unknown], unknown, Outer>
}

export const suite = <Outer>(it: Vitest.MethodsNonLive<Outer>, subject: Subject<Outer>): void => {
  const { layer } = subject
  const commit = (one: Group) => Effect.flatMap(JournalStore, (store) => store.commit(one))

  it.effect("lets a later row of a group replace an earlier one, but for what stays", () =>
    Effect.gen(function* () {
      const rows = (text: string) => [thing("replaced", text)]
      yield* commit(group([entry("o_1", "a-1", rows("one")), entry("o_1", "a-2", rows("two"))], part("o_1", 0, 2)))
      assert.deepStrictEqual(yield* subject.thing("thing_1"), ["two", "one"])
      yield* commit(group([entry("o_1", "a-3", rows("three"))], part("o_1", 2, 3)))
      assert.deepStrictEqual(yield* subject.thing("thing_1"), ["three", "one"])
    }).pipe(Effect.provide(layer))
  )

  it.effect("keeps the first row where the table says so, and updates only what is there", () =>
    Effect.gen(function* () {
      const kept = (text: string) => [thing("kept", text, "thing_2")]
      const updated = (text: string, id: string) => [{ table: "updated", values: { id, text } }]
      yield* commit(group([entry("o_2", "b-1", kept("one")), entry("o_2", "b-2", kept("two"))], part("o_2", 0, 2)))
      yield* commit(group([entry("o_2", "b-3", kept("three"))], part("o_2", 2, 3)))
      assert.deepStrictEqual(yield* subject.thing("thing_2"), ["one", "one"])
      yield* commit(group([entry("o_2", "b-4", updated("four", "thing_2"))], part("o_2", 3, 4)))
      yield* commit(group([entry("o_2", "b-5", updated("five", "thing_9"))], part("o_2", 4, 5)))
      assert.deepStrictEqual(yield* subject.thing("thing_2"), ["four", "one"])
      assert.deepStrictEqual(yield* subject.thing("thing_9"), [undefined, undefined])
    }).pipe(Effect.provide(layer))
  )

  it.effect("writes an actor's part whole or not at all, whatever becomes of the others", () =>
    Effect.gen(function* () {
      const name = (owner: string) => [{ table: "names", values: { name: "one of a kind", owner } }]
      yield* commit(group([entry("o_3", "c-1", name("o_3"))], part("o_3", 0, 1)))
      const outcome = yield* commit(
        group(
          [
            entry("o_4", "c-2", name("o_4")),
            entry("o_4", "c-3", [thing("kept", "four", "thing_4")]),
            entry("o_5", "c-4", [thing("kept", "five", "thing_5")]),
            entry("o_3", "c-1", []),
            entry("o_6", "c-5", [thing("kept", "six", "thing_6")])
          ],
          part("o_4", 0, 2),
          part("o_5", 0, 1),
          part("o_3", 1, 2),
          part("o_6", 7, 8)
        )
      )
      assert.deepStrictEqual([...outcome.applied], ["o_5"])
      assert.deepStrictEqual([...outcome.claimed.keys()], [0])
      assert.deepStrictEqual([...outcome.duplicates.keys()], [3])
      assert.deepStrictEqual(yield* subject.thing("thing_4"), [undefined, undefined])
      assert.deepStrictEqual(yield* subject.thing("thing_5"), ["five", "five"])
      assert.deepStrictEqual(yield* subject.thing("thing_6"), [undefined, undefined])
    }).pipe(Effect.provide(layer))
  )

  it.effect("tells a refusal whether the state it rests on still stands", () =>
    Effect.gen(function* () {
      yield* commit(group([entry("o_7", "d-1", [])], part("o_7", 0, 1)))
      const stands = yield* commit(group([entry("o_7", "d-2", [], true)], part("o_7", 1, 1)))
      assert.deepStrictEqual([...stands.applied], ["o_7"])
      const overtaken = yield* commit(group([entry("o_7", "d-2", [], true)], part("o_7", 0, 0)))
      assert.deepStrictEqual([...overtaken.applied], [])
    }).pipe(Effect.provide(layer))
  )

  it.effect("takes a key for ever whose window is over", () =>
    Effect.gen(function* () {
      const passing = { ...entry("o_8", "e-1", []), identity: { ...identity("e-1"), windowMillis: 0 } }
      yield* commit(group([passing], part("o_8", 0, 1)))
      const again = yield* commit(group([entry("o_8", "e-1", [])], part("o_8", 1, 2)))
      assert.deepStrictEqual([...again.applied], ["o_8"])
      const repeated = yield* commit(group([entry("o_8", "e-1", [])], part("o_8", 2, 3)))
      assert.deepStrictEqual([...repeated.duplicates.keys()], [0])
    }).pipe(Effect.provide(layer))
  )
}
