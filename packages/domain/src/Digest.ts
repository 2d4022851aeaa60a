/** A digest that tells two documents apart. */
import { hash } from "node:crypto"

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, canonical(member)])
  )
}

/** 64 hexadecimal digits; the order of members does not count, nor does one that is undefined. */
export const digestOf = (value: unknown): string => hash("sha256", JSON.stringify(canonical(value)), "hex")
