/** A digest that tells two documents apart. */
import { hash } from "node:crypto"

/** What an object keeps before all other names, whatever the order they were given in (ECMA-262, array index). */
const isIndex = (name: string): boolean => /^(?:0|[1-9]\d{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1

const inOrder = (value: object): ReadonlyArray<string> => {
  const names = Object.keys(value)
  const indices = names.findIndex((name) => !isIndex(name))
  if (indices < 0) return names
  return indices === 0 ? names.toSorted() : [...names.slice(0, indices), ...names.slice(indices).toSorted()]
}

/** JSON with the members of every object in order, written at once: it is done for every command. */
const canonical = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return `[${value.map((member) => canonical(member) ?? "null").join()}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  let members = ""
  for (const name of inOrder(value)) {
    const member = canonical(value[name as keyof typeof value])
    if (member !== undefined) members += `${members === "" ? "" : ","}${JSON.stringify(name)}:${member}`
  }
  return `{${members}}`
}

/** 64 hexadecimal digits; the order of members does not count, nor does one that is undefined. */
export const digestOf = (value: unknown): string => hash("sha256", canonical(value) ?? "", "hex")
