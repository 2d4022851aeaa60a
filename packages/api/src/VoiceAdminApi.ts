/**
 * Administration of brands: how they speak, what models are told, and what models cost. Needs the scope `admin` or
 * `voice:write`; another workspace of the organization can be named with `admin`.
 */
import { Channel } from "@loopdrive/domain/Channel"
import { BrandVoice } from "@loopdrive/domain/Voice"
import * as Models from "@loopdrive/domain/VoiceModels"
import * as Schema from "effect/Schema"
import * as Struct from "effect/Struct"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"
import * as UnknownFields from "./UnknownFields.ts"
import { faultOf } from "./VoiceFaults.ts"

const isChannel = Schema.is(Channel)
const workspace = field(
  Input.maybe(Input.id),
  "A workspace of the organization, for keys with the scope `admin`. The key's own by default."
)
const asked = { workspaceId: Schema.optional(Input.id) }
const brand = { brandId: Input.id }

export const VoiceRecord = Schema.Struct({ brandId: Schema.String, voice: BrandVoice }).annotate({
  identifier: "VoiceRecord"
})

/** Fields of each group that are given replace what stands there; the others stay. */
const groups = BrandVoice.fields
const partial = <F extends Schema.Struct.Fields>(group: { readonly fields: F }) =>
  Input.maybe(Schema.Struct(group.fields).mapFields(Struct.map(Schema.optionalKey)))

export const VoiceInput = Schema.Struct({
  workspaceId: workspace,
  tone: field(
    partial(groups.tone),
    "Sliders from 0, not at all, to 100, as much as can be; and the names of tones that are preferred and avoided."
  ),
  style: field(partial(groups.style), "How long sentences are, how paragraphs are set, and which signs may be used."),
  vocabulary: field(
    partial(groups.vocabulary),
    "Words that are preferred, forbidden or jargon; `replacements` lead from the word not to use to the one to use."
  ),
  compliance: field(
    partial(groups.compliance),
    "`disclaimers` are by channel, `countries` by ISO 3166-1 alpha-2 code, `quietHours` are `HH:MM` on the person's clock; `required` is what a message must carry by the time it leaves."
  ),
  competitors: field(Input.maybe(groups.competitors), "Names that no message may mention."),
  contact: field(
    partial(groups.contact),
    "The brand's own name and addresses: nobody's private data, and safe to link to. A host among `links` stands for all below it."
  )
}).check(Schema.makeFilter(faultOf))

/** `{channel}_{objective}`, or `{channel}_general`, or `general`: a pack under any other name would never be found. */
const useCase = Schema.String.check(
  Schema.makeFilter((name: string) => {
    const [channel = ""] = name.split("_", 1)
    if (name === "general" || (isChannel(channel) && /^[a-z]+_[a-z0-9][a-z0-9_-]{0,80}$/.test(name))) return undefined
    return `must be general, or a channel and an objective such as email_nurture; channels are ${Channel.literals.join(", ")}`
  })
)

/** Braces that open or close no hole: a model would be told the template's own text. */
const template = Input.text(20_000).check(
  Schema.makeFilter((text: string) => {
    const [stray] = /\{\{|\}\}/.exec(text.replace(/\{\{\s*[A-Za-z_]\w*\s*\}\}/g, "")) ?? []
    return stray === undefined ? undefined : `has a ${stray} that is no part of a hole such as {{objective}}`
  })
)

export const PackInput = Schema.Struct({
  workspaceId: workspace,
  brandId: Input.maybe(Input.id),
  useCase: field(useCase, "`{channel}_{objective}`, `{channel}_general` or `general`."),
  systemPrompt: Input.text(20_000),
  userPromptTemplate: field(template, "With holes such as `{{objective}}`."),
  variables: field(
    Schema.Array(Input.text(64)).check(Schema.isMaxLength(100)),
    "The names of what may stand in holes: every hole of the template is among them."
  ),
  examples: Input.maybe(
    Schema.Array(Schema.Struct({ input: Input.metadata, output: Input.text(10_000) })).check(Schema.isMaxLength(20))
  ),
  constraints: Input.maybe(Input.metadata)
})

const Packs = Schema.Struct({ packs: Schema.Array(Models.PackVersion), total: Schema.Int })
const atUseCase = { useCase: Input.text(120) }
const atBrand = {
  workspaceId: workspace,
  brandId: field(Input.maybe(Input.id), "The workspace's default brand by default.")
}

/** A UTC day. */
const day = Schema.String.check(
  Schema.makeFilter((value: string) =>
    /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : "must be a day as YYYY-MM-DD"
  )
)

export const UsageReport = Schema.Struct({
  from: Schema.String,
  to: Schema.String,
  rows: Schema.Array(
    Schema.Struct({
      day: Schema.String,
      purpose: Schema.String,
      model: Schema.String,
      calls: Schema.Int,
      failures: Schema.Int,
      inputTokens: Schema.Int,
      outputTokens: Schema.Int,
      /** Micro-dollars by list prices; absent where a price is not known. */
      costMicros: Schema.optionalKey(Schema.Int)
    })
  ),
  totals: Schema.Struct({
    calls: Schema.Int,
    failures: Schema.Int,
    inputTokens: Schema.Int,
    outputTokens: Schema.Int,
    costMicros: Schema.Int
  })
}).annotate({ identifier: "UsageReport" })

const brands = HttpApiGroup.make("voiceAdmin")
  .annotate(
    OpenApi.Description,
    "Brands, how they speak, and what models are told. Needs the scope `admin` or `voice:write`."
  )
  .add(
    HttpApiEndpoint.get("brands", "/brands", {
      query: { ...asked, ...Input.page },
      success: Schema.Struct({ brands: Schema.Array(Models.Brand), total: Schema.Int })
    }).annotateMerge(operation("List the brands of a workspace")),
    HttpApiEndpoint.post("createBrand", "/brands", {
      payload: Schema.Struct({ workspaceId: workspace, name: Input.name }),
      success: Models.Brand
    }).annotateMerge(operation("Create a brand", "At most 200 for a workspace.")),
    HttpApiEndpoint.patch("renameBrand", "/brands/:brandId", {
      params: brand,
      payload: Schema.Struct({ workspaceId: workspace, name: Input.name }),
      success: Models.Brand
    }).annotateMerge(operation("Rename a brand")),
    HttpApiEndpoint.get("voices", "/voices", {
      query: { ...asked, ...Input.page },
      success: Schema.Struct({ voices: Schema.Array(VoiceRecord), total: Schema.Int })
    }).annotateMerge(operation("List how each brand speaks")),
    HttpApiEndpoint.get("voice", "/voices/:brandId", {
      params: brand,
      query: asked,
      success: VoiceRecord
    }).annotateMerge(operation("Read how a brand speaks")),
    HttpApiEndpoint.patch("changeVoice", "/voices/:brandId", {
      params: brand,
      payload: VoiceInput,
      success: VoiceRecord
    })
      .annotateMerge(
        operation(
          "Change how a brand speaks",
          "Fields that are given replace what stands there, the others stay. A field that is not known is refused."
        )
      )
      .annotateMerge(UnknownFields.refused)
  )

export const VoiceAdminApi = brands
  .add(
    HttpApiEndpoint.get("packs", "/packs", {
      query: {
        ...asked,
        brandId: Schema.optional(Input.id),
        useCase: Schema.optional(Input.text(120)),
        ...Input.page
      },
      success: Packs
    }).annotateMerge(operation("List the versions of what models are told")),
    HttpApiEndpoint.post("createPack", "/packs", { payload: PackInput, success: Models.PackVersion })
      .annotateMerge(
        operation(
          "Add a version of what models are told",
          "Versions never change. A field that is not known is refused."
        )
      )
      .annotateMerge(UnknownFields.refused),
    HttpApiEndpoint.post("pinPack", "/packs/:useCase/pin", {
      params: atUseCase,
      payload: Schema.Struct({
        ...atBrand,
        version: field(Input.maybe(Schema.Int), "Without it nothing is pinned, and the newest is in force.")
      }),
      success: Models.PackVersion
    }).annotateMerge(
      operation("Put a version of a pack in force", "Without `version` nothing is pinned, and the newest is in force.")
    ),
    HttpApiEndpoint.post("rollBackPack", "/packs/:useCase/rollback", {
      params: atUseCase,
      payload: Schema.Struct(atBrand),
      success: Models.PackVersion
    }).annotateMerge(operation("Put the version before in force", "Pins it, until another one is pinned.")),
    HttpApiEndpoint.get("modelUsage", "/model-usage", {
      query: { ...asked, from: Schema.optional(day), to: Schema.optional(day) },
      success: UsageReport
    }).annotateMerge(
      operation(
        "Read what language models were used for",
        "By UTC day, purpose and model. `costMicros` is in micro-dollars by list prices; unless said otherwise the last 30 days."
      )
    )
  )
  .annotateEndpoints(RequiredScope, ["admin", "voice:write"])
  .prefix("/api/admin")
  .middleware(KeyGate)
  .middleware(ProblemGate)
