/** What a language model is told: immutable packs, known by the hash of what they say. */
import { digestOf } from "@loopdrive/domain/Digest"
import type { PromptPack } from "@loopdrive/domain/Voice"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

/** The template asks for `names`, which nobody gave. */
export class VariablesMissing extends Schema.TaggedError<VariablesMissing>("@loopdrive/voice/VariablesMissing")(
  "VariablesMissing",
  { names: Schema.Array(Schema.String) }
) {}

/** The template and the list of its variables disagree about `name`. */
export class VariableUndeclared extends Schema.TaggedError<VariableUndeclared>("@loopdrive/voice/VariableUndeclared")(
  "VariableUndeclared",
  { name: Schema.String }
) {}

/** SHA-256 of the canonical JSON, in hexadecimal: what was composed with the pack carries it. */
export const versionOf = (pack: PromptPack): string => digestOf(pack)

const hole = /\{\{\s*([A-Za-z_]\w*)\s*\}\}/g

/** Names of the holes of a template, each once, in order. */
export const holesOf = (template: string): ReadonlyArray<string> => [
  ...new Set(Array.from(template.matchAll(hole), (found) => String(found[1])))
]

/** A pack that may be stored: every hole of its template is among its variables. */
export const check = (pack: PromptPack): Result.Result<PromptPack, VariableUndeclared> => {
  const stray = holesOf(pack.userPromptTemplate).find((name) => !pack.variables.includes(name))
  return stray === undefined ? Result.succeed(pack) : Result.fail(new VariableUndeclared({ name: stray }))
}

/** The user's prompt with every hole filled. What is filled in is not looked at again, so it cannot open new holes. */
export const render = (
  pack: PromptPack,
  values: Readonly<Record<string, string>>
): Result.Result<string, VariablesMissing> => {
  const names = [...new Set([...pack.variables, ...holesOf(pack.userPromptTemplate)])]
  const missing = names.filter((name) => !Object.hasOwn(values, name))
  if (missing.length > 0) return Result.fail(new VariablesMissing({ names: missing }))
  return Result.succeed(pack.userPromptTemplate.replace(hole, (_, name: string) => String(values[name])))
}

const useCase = /^[a-z][a-z0-9]*_[a-z0-9][a-z0-9_-]{0,63}$/

/** `{channel}_{objective}` in lower case, words joined by underscores; undefined when it cannot be read as one. */
export const useCaseOf = (channel: string, objective: string): string | undefined => {
  const name = `${channel}_${objective}`
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_")
    .replace(/_+$/, "")
  return useCase.test(name) ? name : undefined
}

/** The names under which a pack is looked for, most particular first: its own, its channel's, everybody's. */
export const fallbacksOf = (name: string): ReadonlyArray<string> => {
  const channel = name.slice(0, Math.max(0, name.indexOf("_"))) || name
  return [...new Set([name, `${channel}_general`, "general"])]
}
