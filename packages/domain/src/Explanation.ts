/** Why a message may go, must wait or may not: the rules that were asked, in their order, with what each looked at. */
import * as Schema from "effect/Schema"
import { Metadata } from "./Json.ts"

export const Rule = Schema.Literals([
  "identity",
  "merge",
  "consent",
  "suppression",
  "guardrail",
  "lint",
  "lateness",
  "schedule",
  "cap",
  "quiet_hours",
  "window",
  "quota"
])
export type Rule = typeof Rule.Type

export const Finding = Schema.Struct({
  rule: Rule,
  version: Schema.Int,
  inputs: Metadata,
  outcome: Schema.Literals(["pass", "defer", "refuse"])
})
export type Finding = typeof Finding.Type
