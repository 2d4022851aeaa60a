/** What other packages may know of the voice's core: how it refuses, which packs it takes, and what reads like spam. */
export type { BadRequest } from "./core/ComposeRequest.ts"
export type { VariableUndeclared } from "./core/PromptPack.ts"
export { check as checkPack } from "./core/PromptPack.ts"
export { spamOf } from "./core/guardrail/SpamScore.ts"
