/** What somebody asked not to hear of: it is heeded, and not told to them. */
import { sharesMost, subjectOf } from "../memories/Bearing.ts"

const refusing: ReadonlyArray<RegExp> = [
  /\b(?:does(?: not|n['’]?t)|do(?: not|n['’]?t)|did(?: not|n['’]?t)) (?:\w+ly )?(?:want|need|wish|care)(?: to (?:hear|know|be \w+|get|see|have|book|buy|receive))?(?: (?:about|for|of))? (.+)/i,
  /\bnot (?:to be |be )?(?:contacted|called|asked|reminded|emailed|bothered|messaged|approached|written to|pitched)(?: again)? (?:about|for|on|regarding|with|of) (.+)/i,
  /\b(?:not interested in|no interest in|no more|stop (?:sending|writing|asking|pushing|pitching|offering|mentioning)(?: (?:me|her|him|them|us))?(?: about)?|never (?:send|offer|ask|pitch|mention)(?: (?:me|her|him|them|us))?(?: about)?) (.+)/i
]

/** What the note refuses, or undefined where it refuses nothing. */
export const refusedIn = (note: string): string | undefined => {
  for (const pattern of refusing) {
    const [, what] = pattern.exec(note) ?? []
    if (what !== undefined) return what.split(/[,.;!?]| but | only | because | anymore| any more/)[0]
  }
  return undefined
}

interface About {
  readonly objective: string
  readonly context?: unknown
  readonly draft?: string
  readonly memories: ReadonlyArray<{ readonly text: string }>
  readonly refusals?: ReadonlyArray<string>
}

/** The refusals that the objective, or what it is about, runs against. A draft is the caller's own decision. */
export const against = ({ context, draft, memories, objective, refusals = [] }: About): ReadonlyArray<string> => {
  if (draft !== undefined) return []
  const notes = [...refusals, ...memories.map(({ text }) => text)]
  const refused = notes.map(refusedIn).filter((what) => what !== undefined)
  if (refused.length === 0) return []
  const subject = subjectOf(objective, context)
  return refused.filter((what) => sharesMost(what, subject))
}
