/**
 * What tokens cost: list prices in US dollars per million tokens, which is micro-dollars per token
 * (https://platform.openai.com/docs/pricing). The vendor's invoice decides; this is for seeing who spends what.
 */

interface Price {
  readonly input: number
  readonly output: number
}

const prices: Readonly<Record<string, Price>> = {
  "gpt-5.5": { input: 5, output: 30 },
  "gpt-5.4": { input: 2.5, output: 15 },
  "gpt-5.4-mini": { input: 0.75, output: 4.5 },
  "gpt-4.1": { input: 2, output: 8 },
  "gpt-4.1-mini": { input: 0.4, output: 1.6 },
  "gpt-4o": { input: 2.5, output: 10 },
  "gpt-4o-mini": { input: 0.15, output: 0.6 },
  "text-embedding-3-small": { input: 0.02, output: 0 },
  "omni-moderation-latest": { input: 0, output: 0 }
}

/** The name without the date of a snapshot: `gpt-4.1-2025-04-14` costs what `gpt-4.1` costs. */
const family = (model: string): string => model.replace(/-\d{4}-\d\d-\d\d$/, "")

/** Micro-dollars, rounded up; undefined for a model whose price is not known here. */
export const costMicros = (model: string, inputTokens: number, outputTokens: number): number | undefined => {
  const price = prices[family(model)]
  return price && Math.ceil(inputTokens * price.input + outputTokens * price.output)
}
