/**
 * What one message is made from, and one turn of it: which snippets it takes, and what has been said. What others wrote is
 * heard first, so that no phrase of ours repeats it (`Speech`).
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { BrandVoice, SnippetUsage } from "@loopdrive/domain/Voice"
import type { Constraints } from "../ComposeRequest.ts"
import type { Piece, Place } from "./Fitting.ts"
import type { MemoryLine } from "./memories/MemoryLines.ts"
import type { Purpose } from "./phrases/Purposes.ts"
import { registerOf } from "./Register.ts"
import * as Speech from "./Speech.ts"

export interface Plan {
  readonly voice: BrandVoice
  readonly channel: Channel
  readonly constraints: Constraints
  readonly purpose: Purpose
  readonly seed: number
  readonly name?: string
  readonly link?: string
  /** Before the link, where it is known what it is for. */
  readonly lead?: string
  /** Whether the message may do without the link. */
  readonly isLinkSpare?: boolean
  /** What a subject line may say of what the caller knows. */
  readonly headings: ReadonlyArray<string>
  /** What is asked, where the caller says it. */
  readonly ask?: string
  /** What the objective itself asks to be said. */
  readonly stated?: string
  readonly draft?: string
  readonly draftSubject?: string
  readonly memories: ReadonlyArray<MemoryLine>
  readonly topics: ReadonlyArray<string>
  readonly context: ReadonlyArray<string>
  readonly snippets: ReadonlyArray<{ readonly id: string; readonly usage: SnippetUsage; readonly text: string }>
}

/** How our own phrases are said in a message of this plan. */
export const mannerOf = ({ constraints, context, draft, link, seed, stated, voice }: Plan): Speech.Manner => ({
  voice,
  seed,
  grade: constraints.grade,
  isAboutSomething: context.length > 0 || draft !== undefined || stated !== undefined,
  hasLink: link !== undefined
})

export const speechOf = (plan: Plan): Speech.Speech => Speech.make(mannerOf(plan))

/** One exclamation mark is cheerful. */
export const exclaims = ({ voice }: Plan): boolean => voice.style.exclamationMarks && registerOf(voice) === "playful"

/** Takes a piece of the message; what is empty is none. */
export type Add = (place: Place, text: string | undefined, more?: Omit<Piece, "order" | "place" | "text">) => void

/** What a turn says: its snippets, its number with and without the seed, and what has been said. */
export interface Turn {
  readonly plan: Plan
  readonly turn: number
  /** With the seed of the composition. */
  readonly at: number
  readonly speech: Speech.Speech
  readonly snippetOf: (usage: SnippetUsage) => Plan["snippets"][number] | undefined
}

/** The brand's own snippets stand in the first of the variants; the others are alternatives to it. */
export const turnOf = (plan: Plan, turn: number): Turn => {
  const speech = speechOf(plan)
  const { context, draft, snippets, stated } = plan
  const said = [stated, draft, ...context, plan.ask].filter((text) => text !== undefined)
  for (const text of said) speech.hear(text)
  const usable = new Map<SnippetUsage, Plan["snippets"][number]>()
  if (turn === 0)
    for (const usage of ["opening", "body", "ps", "cta"] as const) {
      // What the objective asks to be said needs no other beginning.
      if (usage === "opening" && stated !== undefined) continue
      const snippet = snippets.find((one) => one.usage === usage)
      if (snippet === undefined || speech.repeats(snippet.text)) continue
      speech.hear(snippet.text)
      usable.set(usage, snippet)
    }
  return { plan, turn, at: plan.seed + turn, speech, snippetOf: (usage) => usable.get(usage) }
}
