/** Wallets over HTTP, for the suites about money. */
import { assert } from "@effect/vitest"
import type { Answer } from "./Answer.ts"
import { unique } from "./Served.ts"
import type { Caller } from "./Served.ts"

export const named = (key = unique("money")) => ({ headers: { "idempotency-key": key } })
export const root = (caller: Caller, rest = ""): string => `/api/budget/wallet/${caller.workspaceId}${rest}`

/** The answer has these members, among others. */
export const has = (answer: Answer, members: object): void => assert.deepInclude(Object(answer.body), members)

export const entry = (type: string, amount: number, more: object = {}) => ({
  type,
  amount,
  source: type === "debit" ? "campaign_spend" : "manual",
  description: `${type} of a test`,
  ...more
})
export const post = (caller: Caller, type: string, amount: number, key?: string) =>
  caller.post(root(caller, "/transactions"), entry(type, amount), named(key))
