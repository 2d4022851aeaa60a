/** The OpenAPI document says in words what callers cannot guess. */
import { assert, describe, it } from "@effect/vitest"
import * as OpenApiDocument from "@loopdrive/api/OpenApiDocument"
import { ObjectiveType } from "@loopdrive/domain/Voice"

type Members = Readonly<Record<string, unknown>>

interface Operation {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly parameters: ReadonlyArray<Members>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Members }>> }
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const text = OpenApiDocument.text()
interface Document {
  readonly tags: ReadonlyArray<Members>
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const document: Document = JSON.parse(text)
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

const bodyOf = (operationId: string): Members => {
  const operation = operations.find((one) => one.operationId === operationId)
  return operation?.requestBody?.content["application/json"]?.schema ?? {}
}

/** Fields that nothing is said of, those of fields that are records included. */
const silentIn = (schema: unknown, path = ""): ReadonlyArray<string> => {
  if (!isMembers(schema)) return []
  const choices = Array.isArray(schema["anyOf"]) ? schema["anyOf"] : []
  const fields = isMembers(schema["properties"]) ? Object.entries(schema["properties"]) : []
  return [
    ...choices.flatMap((choice) => silentIn(choice, path)),
    ...fields.flatMap(([name, field]) => {
      const here = `${path}.${name}`
      const isSaid = isMembers(field) && typeof field["description"] === "string"
      return [...(isSaid ? [] : [here]), ...silentIn(field, here)]
    })
  ]
}

describe("the OpenAPI document", () => {
  it("has one line on every operation, different from all others and without a full stop", () => {
    const lines = operations.map(({ operationId, summary = "" }) => {
      assert.match(summary, /^[A-Z][^\n]{3,78}[^.\n]$/, operationId)
      return summary
    })
    assert.strictEqual(new Set(lines).size, lines.length)
  })

  it("says what each group of operations is about", () => {
    assert.deepStrictEqual(
      document.tags.filter(({ description }) => typeof description !== "string"),
      []
    )
  })

  it("describes in whole sentences", () => {
    const unfinished = operations.filter(
      ({ description }) => description !== undefined && !/^[A-Z\d`][^]*\.$/.test(description)
    )
    assert.deepStrictEqual(unfinished, [])
  })

  it("says what every field of a composition means", () => {
    const body = bodyOf("voice.compose")
    assert.containsAllKeys(body["properties"], ["channel", "objective", "context", "constraints"])
    assert.deepStrictEqual(silentIn(body), [])
  })

  it("names every objective that has words of its own", () => {
    const { objective } = bodyOf("voice.compose")["properties"] as Readonly<Record<string, Members>>
    for (const name of ObjectiveType.literals) assert.include(String(objective?.["description"]), `\`${name}\``)
  })

  it("says a description beside the type, and of a parameter beside its schema", () => {
    assert.notMatch(text, /"allOf": \[\s*\{\s*"description"/)
    for (const { operationId, parameters } of operations) {
      for (const { schema } of parameters) if (isMembers(schema)) assert.notProperty(schema, "description", operationId)
    }
  })
})
