import { assert, describe, it } from "@effect/vitest"
import { lay, nameOf } from "@loopdrive/actor/GroupLayout"
import * as GroupStatement from "@loopdrive/actor/GroupStatement"
import type { Entry, Group, Part } from "@loopdrive/actor/JournalStore"
import { differsAsUsual } from "@loopdrive/actor/Table"
import type { Head, Table } from "@loopdrive/actor/Table"
import { identity } from "./Counters.ts"

const head: Head = {
  name: "owners",
  columns: { kind: "text", total: "bigint", note: "jsonb" },
  immutable: ["kind"],
  usual: ["total"]
}
const lines: Table = {
  name: "lines",
  columns: { id: "text", text: "text", aside: "text" },
  mode: "append",
  seldom: ["aside"]
}

const part = (entity: string, expected: number, next: number, isUsual: boolean): Part => ({
  entity,
  head,
  tables: new Map([["lines", lines]]),
  expected,
  next,
  headRow: { kind: "a", total: next, note: { of: entity } },
  isUsual
})
const line = (entity: string, values: Readonly<Record<string, unknown>> = {}, windowMillis?: number): Entry => ({
  entity,
  identity: { ...identity(`${entity}-${JSON.stringify(values)}`), windowMillis },
  outcome: {},
  refused: false,
  rows: [{ table: "lines", values: { id: entity, text: "t", ...values } }]
})
const group = (entries: ReadonlyArray<Entry>, ...parts: ReadonlyArray<Part>): Group => ({
  entries,
  parts: new Map(parts.map((one) => [one.entity, one]))
})
const columnsOf = (one: Group) => lay(one).shape.heads.map((laid) => Object.keys(laid.head.columns))
const rowsOf = (one: Group, at: number): unknown => lay(one).rows[at]

describe("a group laid out", () => {
  it("holds the usual columns alone where nothing else has changed", () => {
    const usual = group([line("o_1"), line("o_2")], part("o_1", 1, 2, true), part("o_2", 4, 4, true))
    assert.deepStrictEqual(columnsOf(usual), [["total"]])
    assert.deepStrictEqual(rowsOf(usual, 1), [
      { id: "o_1", expected: 1, next: 2, total: 2 },
      { id: "o_2", expected: 4, next: 4, total: 4 }
    ])
  })

  it("holds every column where an actor of the group has changed more, or is new", () => {
    const more = group([line("o_1"), line("o_2")], part("o_1", 1, 2, true), part("o_2", 1, 2, false))
    const fresh = group([line("o_1"), line("o_2")], part("o_1", 0, 1, true), part("o_2", 1, 2, true))
    for (const one of [more, fresh]) assert.deepStrictEqual(columnsOf(one), [["kind", "total", "note"]])
    assert.deepStrictEqual(rowsOf(fresh, 1), [
      { id: "o_1", expected: 0, next: 1, kind: "a", total: 1, note: { of: "o_1" } },
      { id: "o_2", expected: 1, next: 2, kind: "a", total: 2, note: { of: "o_2" } }
    ])
  })

  it("leaves columns out that no row of the group has anything in", () => {
    const without = lay(group([line("o_1", { aside: null })], part("o_1", 1, 2, true)))
    const having = lay(group([line("o_1"), line("o_1", { aside: "yes" })], part("o_1", 1, 3, true)))
    assert.deepStrictEqual(
      [without, having].map(({ shape }) => Object.keys(shape.tables[0]?.columns ?? {})),
      [
        ["id", "text"],
        ["id", "text", "aside"]
      ]
    )
    assert.notStrictEqual(nameOf(without.shape), nameOf(having.shape))
  })

  it("looks for keys whose window is over as soon as one has a window", () => {
    const lasting = lay(group([line("o_1")], part("o_1", 1, 2, true)))
    const passing = lay(group([line("o_1"), line("o_1", {}, 5)], part("o_1", 1, 3, true)))
    assert.deepStrictEqual([lasting.shape.isLasting, passing.shape.isLasting], [true, false])
    assert.notStrictEqual(nameOf(lasting.shape), nameOf(passing.shape))
  })

  it("has one name for groups of one shape", () => {
    const pair = (entity: string) => [line(entity), line(entity, { text: "u" })]
    const [one, other] = [group(pair("o_1"), part("o_1", 1, 3, true)), group(pair("o_2"), part("o_2", 7, 9, true))]
    assert.strictEqual(nameOf(lay(one).shape), nameOf(lay(other).shape))
    const [alone, next] = [group([line("o_1")], part("o_1", 1, 2, true)), group([line("o_2")], part("o_2", 7, 8, true))]
    assert.strictEqual(nameOf(lay(alone).shape), nameOf(lay(next).shape))
    assert.notStrictEqual(nameOf(lay(alone).shape), nameOf(lay(one).shape))
  })
})

describe("the parameters of a group", () => {
  const columns = { at: "timestamptz", bits: "real[]", count: "bigint", is: "bool", more: "jsonb", none: "float8" }
  const values = { at: "2026-01-01T00:00:00.000Z", bits: [0.5, -1], count: 7, is: true, more: "x", none: Number.NaN }
  const tables = new Map<string, Table>([["lines", { name: "lines", columns, mode: "append" }]])
  const one: Entry = { ...line("o_1"), rows: [{ table: "lines", values }] }
  const parametersOf = (entries: ReadonlyArray<Entry>, next: number) => {
    const { rows, shape } = lay(group(entries, { ...part("o_1", 1, next, true), tables }))
    return GroupStatement.make(shape).parameters(rows)
  }

  it("are a value for each column where there is one row of each", () => {
    const { hash, key, scope, workspaceId } = one.identity
    const command = ["o_1", workspaceId, scope, key, hash, null, "{}", "false"]
    const owner = ["o_1", "1", "2", "2"]
    const itsLine = ["2026-01-01T00:00:00.000Z", "{0.5,-1}", "7", "true", '"x"', null]
    assert.deepStrictEqual(parametersOf([one], 2), [...command, ...owner, ...itsLine])
  })

  it("are a document for each table otherwise", () => {
    const [commands, heads, itsLines, ...more] = parametersOf([one, { ...one, identity: identity("b") }], 3)
    assert.deepStrictEqual(more, [])
    assert.deepStrictEqual(
      [commands, heads, itsLines].map((document) => (JSON.parse(document ?? "") as ReadonlyArray<unknown>).length),
      [2, 1, 2]
    )
  })
})

describe("two rows of a head", () => {
  const row = { kind: "a", total: 1, note: { a: 1 } }
  it("differ as usual in usual columns, and by value in the others", () => {
    assert.isTrue(differsAsUsual(head, row, { kind: "b", total: 2, note: { a: 1 } }))
    assert.isFalse(differsAsUsual(head, row, { ...row, note: { a: 2 } }))
    assert.isFalse(differsAsUsual({ name: "h", columns: head.columns }, row, row))
  })
})
