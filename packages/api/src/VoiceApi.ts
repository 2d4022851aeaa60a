/**
 * The brand voice's routes (contract section 3.2). Without `brandId` the workspace's default brand is meant;
 * `brand_default` names it in every workspace.
 */
import { ConsentChannel } from "@loopdrive/domain/Channel"
import { Share } from "@loopdrive/domain/Json"
import { PromptPack, SnippetUsage } from "@loopdrive/domain/Voice"
import * as Models from "@loopdrive/domain/VoiceModels"
import * as Schema from "effect/Schema"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { ComposeInput, brand, channel, objective } from "./ComposeInput.ts"
import { field, operation } from "./Described.ts"
import { KeyGate, ProblemGate, RequiredScope } from "./Gate.ts"
import * as Input from "./Input.ts"

const isConsentChannel = Schema.is(ConsentChannel)
/** Of snippets, which are kept for what consent is given for. */
const shelf = channel.check(
  Schema.makeFilter((name: string) =>
    isConsentChannel(name.trim().toLowerCase()) ? undefined : `must be one of ${ConsentChannel.literals.join(", ")}`
  )
)
/** What is examined: no channel takes more. */
const examined = Input.text(20_000)

/** When the text is not safe, `redacted` is what of it may be sent; absent where nothing is left. */
export const Guarded = Schema.Struct({
  safe: Schema.Boolean,
  violations: Schema.Array(Schema.String),
  redacted: Schema.optionalKey(Schema.String),
  details: Schema.Struct({
    toxicity: Share,
    /** What judged: the moderation service, or the lexicon here. */
    toxicitySource: Schema.Literals(["moderation", "lexicon"]),
    piiDetected: Schema.Array(Schema.String),
    complianceIssues: Schema.Array(Schema.String),
    spam: Share,
    spamParts: Schema.Record(Schema.String, Share),
    checks: Schema.Array(
      Schema.Struct({
        kind: Schema.String,
        severity: Schema.Literals(["block", "warn", "info"]),
        status: Schema.Literals(["passed", "flagged"]),
        details: Schema.Array(Schema.String)
      })
    )
  })
}).annotate({ identifier: "Guarded" })

/** 0 to 1; each line of feedback names its rule. */
export const Alignment = Schema.Struct({ score: Share, feedback: Schema.Array(Schema.String) }).annotate({
  identifier: "Alignment"
})

const whose = "Whose voice counts. The workspace's default brand by default."
const where = "Where it is to go: a channel as `compose` takes it."

const saying = HttpApiGroup.make("voice")
  .annotate(OpenApi.Description, "Composing in a brand's voice, and checking texts.")
  .add(
    HttpApiEndpoint.post("compose", "/brand-voice/compose", {
      payload: ComposeInput,
      success: Models.Composed
    })
      .annotateMerge(
        operation(
          "Compose a message for a person",
          "Answers a primary variant and alternates; nothing is sent. Says nothing that the context, the memory and the brand do not say; what was asked for and is not in it is named in `meta.leftOut`. Also served as `/api/brand-voice/compose`."
        )
      )
      .annotate(RequiredScope, "write"),
    HttpApiEndpoint.post("guardrail", "/brand-voice/guardrail", {
      payload: Schema.Struct({
        text: field(examined, "What is examined: at most 20,000 characters."),
        channel: field(channel, where),
        brandId: field(brand, whose),
        purpose: field(
          Input.maybe(Schema.Literals(["marketing", "transactional"])),
          "Why it is sent. `marketing` by default, of which more is asked."
        ),
        stage: field(
          Input.maybe(Schema.Literals(["draft", "final"])),
          "`final`: what must be in the message by the time it leaves, such as the way out, must be in the text. `draft` by default."
        ),
        maxChars: field(
          Input.maybe(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000 }))),
          "Characters that it may have. What the channel takes by default."
        )
      }),
      success: Guarded
    }).annotateMerge(
      operation(
        "Check whether a text may be sent",
        "Changes nothing. Where the text is not safe, `redacted` is what of it may be sent. Also served as `/api/brand-voice/guardrail`."
      )
    ),
    HttpApiEndpoint.post("testAlignment", "/brand-voice/test-alignment", {
      payload: Schema.Struct({
        text: field(examined, "What is measured: at most 20,000 characters."),
        brandId: field(brand, whose)
      }),
      success: Alignment
    }).annotateMerge(
      operation(
        "Measure how well a text speaks in the brand's voice",
        "The score is 0 to 1, and each line of feedback names its rule. Also served as `/api/brand-voice/test-alignment`."
      )
    )
  )

export const VoiceApi = saying
  .add(
    HttpApiEndpoint.get("prompt", "/brand-voice/prompts/:useCase", {
      params: { useCase: Input.text(120) },
      query: { brandId: Schema.optional(Input.id) },
      success: PromptPack
    }).annotateMerge(
      operation(
        "Read what a model is told for a use case",
        "Use cases are `{channel}_{objective}`, such as `email_nurture`. Also served as `/api/brand-voice/prompt/{useCase}`."
      )
    ),
    HttpApiEndpoint.get("snippets", "/brand-voice/snippets", {
      query: {
        brandId: Schema.optional(Input.id),
        channel: Schema.optional(shelf),
        objective: Schema.optional(objective),
        usage: Schema.optional(SnippetUsage),
        minWinRate: field(Schema.optional(Share), "Snippets that convert less often are left out: 0 to 1."),
        limit: Schema.optional(Input.limit)
      },
      success: Schema.Array(Models.SnippetLibrary)
    }).annotateMerge(
      operation(
        "List snippets, those that work best first",
        "Ranked by what their conversion rate is at least, so few uses do not win."
      )
    ),
    HttpApiEndpoint.post("addSnippet", "/brand-voice/snippets", {
      payload: Schema.Struct({
        brandId: field(brand, whose),
        channel: field(ConsentChannel, "Where it may be used; `dm` is every social platform."),
        objective: field(objective, "What it is for: an objective as `compose` takes it."),
        snippet: field(Input.text(1000), "The words: at most 1,000 characters."),
        usage: field(SnippetUsage, "Which part of a message they are; `ps` is the line below it."),
        metadata: field(Input.maybe(Input.metadata), "Kept with it, at most 16 KiB.")
      }),
      success: Models.SnippetLibrary
    })
      .annotateMerge(
        operation(
          "Add a snippet to a brand",
          "Starts with a win rate of 0.5 and no impressions. At most 2,000 for a brand."
        )
      )
      .annotate(RequiredScope, ["admin", "write", "voice:write"]),
    HttpApiEndpoint.post("snippetUsage", "/brand-voice/snippets/:snippetId/usage", {
      params: { snippetId: Input.id },
      payload: Schema.Struct({
        outcome: field(
          Schema.Literals(["conversion", "no_conversion"]),
          "What came of the use: both count as an impression, `conversion` as a conversion as well."
        )
      }),
      success: Models.SnippetLibrary
    })
      .annotateMerge(
        operation(
          "Count a use of a snippet and its outcome",
          "Without an `Idempotency-Key` every request counts, repeats included."
        )
      )
      .annotate(RequiredScope, ["write", "voice:write"]),
    HttpApiEndpoint.get("analytics", "/brand-voice/:brandId/analytics", {
      params: { brandId: Input.id },
      query: { from: Schema.optional(Input.instant), to: Schema.optional(Input.instant) },
      success: Models.VoiceAnalytics
    }).annotateMerge(
      operation("Read what was composed for a brand and how it fits", "Unless said otherwise the last 30 days.")
    )
  )
  .middleware(KeyGate)
  .middleware(ProblemGate)
