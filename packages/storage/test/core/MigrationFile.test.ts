import { assert, describe, it } from "@effect/vitest"
import * as Result from "effect/Result"
import { render, sequence } from "../../src/core/MigrationFile.ts"

const migration = (text: string) => ({ number: 1, name: "0001_first", text })

describe("sequence", () => {
  it("orders files by number and drops their ending", () => {
    const sorted = sequence([
      { file: "0002_b.sql", text: "two" },
      { file: "0001_a.sql", text: "one" }
    ])
    assert.deepStrictEqual(
      Result.getOrThrow(sorted).map(({ name }) => name),
      ["0001_a", "0002_b"]
    )
  })

  it("refuses a hole, a number given twice and a foreign name", () => {
    const files = (...names: ReadonlyArray<string>) => sequence(names.map((file) => ({ file, text: "" })))
    assert.isTrue(Result.isFailure(files("0001_a.sql", "0003_c.sql")))
    assert.isTrue(Result.isFailure(files("0001_a.sql", "0001_b.sql")))
    assert.isTrue(Result.isFailure(files("first.sql")))
    assert.isTrue(Result.isSuccess(files("0001_a.sql", "0002_c.sql")))
  })

  it("reads a checkout with Windows line ends as the same migration", () => {
    const [read] = Result.getOrThrow(sequence([{ file: "0001_a.sql", text: "a;\r\nb;\r\n" }]))
    assert.strictEqual(read?.text, "a;\nb;\n")
  })
})

describe("render", () => {
  const text = "a {{embedding}};\n-- only: pgvector\nhnsw;\n-- end\n-- only: exact\nplain;\n-- end\nz;"

  it("keeps what is for pgvector and its column type", () => {
    assert.strictEqual(Result.getOrThrow(render(migration(text), "pgvector")), "a vector(1536);\n\nhnsw;\n\n\n\n\nz;")
  })

  it("keeps what is for exact search and its column type", () => {
    assert.strictEqual(Result.getOrThrow(render(migration(text), "exact")), "a real[];\n\n\n\n\nplain;\n\nz;")
  })

  it("refuses marks that do not pair up and names their line", () => {
    for (const [broken, line] of [
      ["-- only: exact\nx;", "without"],
      ["x;\n-- end", "line 2"],
      ["-- only: exact\n-- only: pgvector\n-- end", "line 2"],
      ["-- only: everything\n-- end", "line 1"]
    ] as const) {
      const rendered = render(migration(broken), "exact")
      assert.isTrue(Result.isFailure(rendered))
      if (Result.isFailure(rendered)) assert.include(rendered.failure, line)
    }
  })
})
