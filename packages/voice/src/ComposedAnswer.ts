/** What is answered of a composition, and what is kept of it. */
import { compact } from "@loopdrive/domain/Json"
import type {
  Composed,
  ComposeSource,
  DrawnSnippet,
  GuardrailItem,
  LeftOut,
  PackVersion
} from "@loopdrive/domain/VoiceModels"
import type { CompositionRow } from "./CompositionStore.ts"
import * as Alignment from "./core/Alignment.ts"
import type { Verdict } from "./core/Check.ts"
import type { Variant } from "./core/Draft.ts"
import { htmlOf } from "./core/composer/EmailHtml.ts"
import * as Sentiment from "./core/text/Sentiment.ts"
import { segmentsOf } from "./core/text/SmsFitting.ts"
import type { Gathered, Wish } from "./Gathering.ts"
import type { Passed } from "./ModelComposer.ts"

/** What was written, by whom. */
export interface Written {
  readonly source: ComposeSource
  readonly model: string
  readonly fallbackReason?: string
  readonly locale: string
  /** The primary one first. */
  readonly passed: ReadonlyArray<Passed>
  readonly failed: ReadonlyArray<Verdict>
  readonly dropped: number
  readonly ungrounded: number
  readonly tokens: number
  readonly leftOut: ReadonlyArray<LeftOut>
}

export interface Made {
  readonly id: string
  readonly wish: Wish
  readonly gathered: Gathered
  readonly pack: PackVersion
  readonly written: Written
  readonly latencyMs: number
}

const version = ({ cta, ps, subject, text }: Variant) => compact({ subject, body: text, cta, ps })

/** The checks of the text that goes out, and whether anything was written that nobody had said. */
const itemsOf = ({ checks }: Verdict["details"], { dropped, ungrounded }: Written): ReadonlyArray<GuardrailItem> => [
  ...checks.map(({ details, kind, status }) =>
    compact({ name: kind, status, details: details.length === 0 ? undefined : details.join("; ") })
  ),
  ungrounded === 0
    ? { name: "grounding", status: "passed" }
    : { name: "grounding", status: "flagged", details: `${ungrounded} written, ${dropped} dropped` }
]

/** The drawn snippets that a variant makes use of, with their propensities. */
const used = (variants: ReadonlyArray<Variant>, { drawn }: Gathered): ReadonlyArray<DrawnSnippet> => {
  const ids = new Set(variants.flatMap(({ snippetIds }) => snippetIds))
  return drawn
    .filter(({ snippet }) => ids.has(snippet.id))
    .map(({ propensity, snippet }) => ({ id: snippet.id, usage: snippet.usage, propensity }))
}

export const of = (made: Made): Composed => {
  const { gathered, id, latencyMs, pack, wish, written } = made
  const variants = written.passed.map(({ variant }) => variant)
  const [first] = written.passed
  if (first === undefined) throw new Error("a composition without a variant is none")
  const { variant: primary, verdict } = first
  const snippets = used(variants, gathered)
  const { voice } = gathered.composition
  const isEmail = wish.channel === "email"
  return compact({
    subjectLines: isEmail ? variants.flatMap(({ subject }) => (subject === undefined ? [] : [subject])) : [],
    htmlVariants: isEmail ? variants.map(({ html, text }) => html ?? htmlOf(text)) : [],
    textVariants: variants.map(({ text }) => text),
    body: primary.text,
    meta: compact({
      compositionId: wish.constraints.testMode ? undefined : id,
      brandId: gathered.brandId,
      model: written.model,
      source: written.source,
      fallbackReason: written.fallbackReason,
      tokensUsed: written.tokens,
      latencyMs,
      guardrails: itemsOf(verdict.details, written),
      toxicitySource: verdict.details.toxicitySource,
      snippets,
      packVersion: pack.hash,
      useCase: pack.useCase,
      memoryIds: [...new Set(variants.flatMap(({ memoryIds }) => memoryIds))],
      locale: written.locale,
      alignment: Alignment.alignmentOf(primary.text, voice).score,
      dropped: written.dropped,
      leftOut: written.leftOut.length === 0 ? undefined : written.leftOut,
      segments: wish.channel === "sms" ? segmentsOf(primary.text) : undefined,
      testMode: wish.constraints.testMode
    }),
    subject: primary.subject,
    cta: primary.cta,
    primary: version(primary),
    variants: variants.slice(1).map(version),
    metadata: {
      model: written.model,
      tokensUsed: written.tokens,
      latencyMs,
      snippetsUsed: snippets.map((snippet) => snippet.id)
    }
  })
}

/** How often each kind of check found something, in all that was written. */
const flaggedIn = (verdicts: ReadonlyArray<Verdict>, ungrounded: number): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = ungrounded === 0 ? {} : { grounding: ungrounded }
  for (const { details } of verdicts)
    for (const { kind, status } of details.checks) if (status === "flagged") counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

export const rowOf = (
  { gathered, id, latencyMs, pack, wish, written }: Made,
  answer: Composed,
  repeat: { readonly key: string; readonly hash: string } | undefined
): CompositionRow => {
  const verdicts = [...written.passed.map(({ verdict }) => verdict), ...written.failed]
  const checks = verdicts.flatMap(({ details }) => details.checks)
  const flagged = checks.filter(({ status }) => status === "flagged")
  return {
    id,
    workspaceId: wish.workspaceId,
    brandId: gathered.brandId,
    personId: wish.personId,
    channel: wish.channel,
    objective: wish.objective,
    useCase: pack.useCase,
    packHash: pack.hash,
    source: written.source,
    model: written.model,
    locale: written.locale,
    snippets: answer.meta.snippets,
    memoryIds: answer.meta.memoryIds,
    variants: written.passed.length,
    alignment: answer.meta.alignment,
    sentiment: Sentiment.sentimentOf(answer.body),
    // Grounding is looked at in each of them, too.
    checks: checks.length + verdicts.length,
    violations: flagged.filter(({ severity }) => severity === "block").length + written.ungrounded,
    warnings: flagged.filter(({ severity }) => severity === "warn").length,
    flagged: flaggedIn(verdicts, written.ungrounded),
    tokens: written.tokens,
    latencyMs,
    createdAt: gathered.now,
    ...(repeat === undefined ? {} : { repeat: { ...repeat, answer } })
  }
}
