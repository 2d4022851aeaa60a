/**
 * What both sides of every bench do with a bearer key: SHA-256 of the key, looked up in a map in memory, as the gateway
 * does with keys it has read from the database.
 */
import { hash } from "node:crypto"

export interface Principal {
  readonly workspaceId: string
}

const digest = (key: string): string => hash("sha256", key, "hex")

/** The principal of a key, or undefined; `keys` with their workspaces. */
export const make = (keys: Iterable<readonly [string, string]>): ((key: string) => Principal | undefined) => {
  const known = new Map(Array.from(keys, ([key, workspaceId]) => [digest(key), { workspaceId }]))
  return (key) => known.get(digest(key))
}
