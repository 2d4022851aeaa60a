/** What a brand's composing came to over a period, in the contract's shape (section 7.2). */
import type { SnippetLibrary, VoiceAnalytics } from "@loopdrive/domain/VoiceModels"
import type { Period, Totals } from "./CompositionStore.ts"
import * as Ranking from "./core/SnippetRanking.ts"

const topMost = 5

const rateOf = (snippets: ReadonlyArray<SnippetLibrary>): number => {
  const impressions = snippets.reduce((sum, one) => sum + one.impressions, 0)
  return impressions === 0 ? 0 : snippets.reduce((sum, one) => sum + one.conversions, 0) / impressions
}

const iso = (millis: number): string => new Date(millis).toISOString()

/** `speaksOn`: whether a snippet is one for messages on the channel. */
export const of = (
  brandId: string,
  { from, to }: Period,
  totals: Totals,
  snippets: ReadonlyArray<SnippetLibrary>,
  speaksOn: (snippet: SnippetLibrary, channel: string) => boolean
): VoiceAnalytics => ({
  brandId,
  period: { from: iso(from), to: iso(to) },
  byChannel: Object.fromEntries(
    totals.channels.map(({ alignment, channel, messages, sentiment }) => {
      const here = snippets.filter((snippet) => speaksOn(snippet, channel))
      return [
        channel,
        {
          messagesGenerated: messages,
          avgBrandAlignment: alignment,
          avgSentiment: sentiment,
          conversionRate: rateOf(here),
          topPerformingSnippets: Ranking.rank(here.filter(({ impressions }) => impressions > 0))
            .slice(0, topMost)
            .map(({ id }) => id)
        }
      ]
    })
  ),
  byObjective: Object.fromEntries(
    totals.objectives.map(({ messages, objective }) => [
      objective,
      {
        messagesGenerated: messages,
        conversionRate: rateOf(snippets.filter((snippet) => snippet.objective === objective)),
        avgResponseTime: 0
      }
    ])
  ),
  experiments: { active: 0, completed: 0, avgLift: 0 },
  guardrails: {
    totalChecks: totals.checks,
    violations: totals.violations,
    warnings: totals.warnings,
    topViolations: totals.flagged.slice(0, topMost)
  }
})
