/** The server's types by the name of the operation, taken from the generated ones. */
import type { components, operations } from "./Wire.gen.ts"

type Schemas = components["schemas"]
export type Person = Schemas["Person"]
export type Identity = Schemas["Identity"]
export type Consent = Schemas["Consent"]
export type Note = Schemas["Note"]
export type Topic = Schemas["Topic"]
export type Memory = Schemas["Memory"]
export type Objective = Schemas["Objective"]
export type MergeProposal = Schemas["MergeProposal"]
export type MergePreview = Schemas["MergePreview"]
export type Event = Schemas["Event"]
export type SendResult = Schemas["SendResult"]
export type SendStatus = Schemas["SendStatus"]
export type SendAlert = Schemas["SendAlert"]
export type SendExplanation = Schemas["SendExplanation"]
export type BulkReport = Schemas["BulkReport"]
export type Wallet = Schemas["Wallet"]
export type WalletTransaction = Schemas["WalletTransaction"]
export type Statement = Schemas["Statement"]
export type SpendAlert = Schemas["SpendAlert"]
export type Composed = Schemas["Composed"]
export type PromptPack = Schemas["PromptPack"]
export type SnippetLibrary = Schemas["SnippetLibrary"]
export type VoiceAnalytics = Schemas["VoiceAnalytics"]
export type Health = Schemas["Health"]

type Name = keyof operations

/** What an operation is sent. */
export type Body<N extends Name> = operations[N] extends {
  readonly requestBody: { readonly content: { readonly "application/json": infer B } }
}
  ? B
  : never

/** What an operation is asked with in the query. */
export type QueryOf<N extends Name> = operations[N] extends { readonly parameters: { readonly query?: infer Q } }
  ? NonNullable<Q>
  : never

/** What an operation answers. */
export type Answer<N extends Name> = operations[N] extends {
  readonly responses: { readonly 200: { readonly content: { readonly "application/json": infer A } } }
}
  ? A
  : never
