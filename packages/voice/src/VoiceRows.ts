/** Rows of the voice's tables as the database answers them, and what they are on the wire. */
import * as Decoded from "@loopdrive/actor/Decoded"
import { Metadata, compact, optional } from "@loopdrive/domain/Json"
import { BrandVoice, PromptPack, SnippetUsage } from "@loopdrive/domain/Voice"
import type { Brand, PackVersion, SnippetLibrary } from "@loopdrive/domain/VoiceModels"
import * as Schema from "effect/Schema"
import type { Voiced } from "./BrandStore.ts"

const dated = { created_at: Schema.Date, updated_at: Schema.Date }

export const BrandRow = Schema.Struct({
  id: Schema.String,
  workspace_id: Schema.String,
  name: Schema.String,
  is_default: Schema.Boolean,
  ...dated
})
export const VoicedRow = Schema.Struct({ ...BrandRow.fields, voice: BrandVoice })
export const PackRow = Schema.Struct({
  brand_id: Schema.String,
  use_case: Schema.String,
  number: Schema.Int,
  hash: Schema.String,
  pack: PromptPack,
  created_by: Schema.String,
  created_at: Schema.Date,
  in_force: Schema.Boolean,
  pinned: Schema.Boolean
})
export const SnippetRow = Schema.Struct({
  id: Schema.String,
  brand_id: Schema.String,
  channel: Schema.String,
  objective: Schema.String,
  usage: SnippetUsage,
  snippet: Schema.String,
  impressions: Schema.Int,
  conversions: Schema.Int,
  metadata: Schema.NullOr(Metadata),
  ...dated
})

export const brands = Decoded.all(BrandRow)
export const voiced = Decoded.all(VoicedRow)
export const packs = Decoded.all(PackRow)
export const snippets = Decoded.all(SnippetRow)

export const toBrand = (row: typeof BrandRow.Type): Brand => ({
  id: row.id,
  workspaceId: row.workspace_id,
  name: row.name,
  isDefault: row.is_default,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString()
})

export const toVoiced = (row: typeof VoicedRow.Type): Voiced => ({ brand: toBrand(row), voice: row.voice })

export const toPack = (row: typeof PackRow.Type): PackVersion => ({
  brandId: row.brand_id,
  useCase: row.use_case,
  version: row.number,
  hash: row.hash,
  inForce: row.in_force,
  pinned: row.pinned,
  pack: row.pack,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString()
})

/** Conversions for each impression; a half before there are any (contract section 7.2). */
export const winRateOf = (impressions: number, conversions: number): number =>
  impressions === 0 ? 0.5 : conversions / impressions

export const toSnippet = (row: typeof SnippetRow.Type): SnippetLibrary =>
  compact({
    id: row.id,
    brandId: row.brand_id,
    channel: row.channel,
    objective: row.objective,
    snippet: row.snippet,
    usage: row.usage,
    winRate: winRateOf(row.impressions, row.conversions),
    impressions: row.impressions,
    conversions: row.conversions,
    metadata: optional(row.metadata),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString()
  })
