/** The workspaces of the wallet benches and their keys, as the load generator, the servers and the databases know them. */
import * as Bootstrap from "@loopdrive/tenancy/Bootstrap"
import { tenant } from "./Plan.ts"

/** Opened by the key that every contestant knows. */
export const main = Bootstrap.workspaceId

const workspace = (number: string): string => `ws_bench_${number}`
const key = (number: string): string => `ld_bench_${number}_456789abcdef0123456789abcdef`
const numbered = (n: number): string => String(n).padStart(6, "0")

/** What a plan calls the workspace, and the bearer, of the tenant that a request is about. */
export const planned = { workspaceId: workspace(tenant), bearer: key(tenant) }

/** The ids of the first `count` workspaces beside the main one. */
export const workspaces = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, n) => workspace(numbered(n)))

/** Keys with their workspaces: the main one's, and those of as many tenants as `BENCH_TENANTS` says. */
export const keys = (mainKey: string): ReadonlyArray<readonly [string, string]> => [
  [mainKey, main],
  ...workspaces(Number(process.env.BENCH_TENANTS ?? 0)).map((id, n) => [key(numbered(n)), id] as const)
]
