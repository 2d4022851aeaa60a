/** What other packages may know of a Person's turn: its events, to project them into rows of their own. */
export type { Fact } from "./core/Event.ts"
export type { About, AdmitSend, Message, Outside, SettleSend } from "./core/Command.ts"
export { Words } from "./core/Command.ts"
export type { Person } from "./core/State.ts"
export type { Ask } from "./core/Command.ts"
export { PersonNotFound, TooMany } from "./core/Refusal.ts"
export type { Reply } from "./core/Reply.ts"
