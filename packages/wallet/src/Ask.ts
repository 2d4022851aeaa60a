/** What can be asked of a wallet, for those who ask. */
export type { Ask } from "./core/Command.ts"
