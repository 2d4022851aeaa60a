/** What other packages may know of the voice's core: how it refuses, and which packs it takes. */
export type { BadRequest } from "./core/ComposeRequest.ts"
export type { VariableUndeclared } from "./core/PromptPack.ts"
export { check as checkPack } from "./core/PromptPack.ts"
