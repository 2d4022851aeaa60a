/** Why a message is written: what is remembered, or cared about, or the occasion. */
import { added, brief, framed } from "./memories/MemoryLines.ts"
import type { MemoryLine, Role } from "./memories/MemoryLines.ts"
import { interests } from "./phrases/Manners.ts"
import { taken } from "./Pool.ts"
import { exclaims } from "./Turn.ts"
import type { Add, Plan, Turn } from "./Turn.ts"

/** What a memory weighs: less than what the caller wants said, more than any words of ours. */
const heaviness = ({ context, draft, purpose, stated }: Plan): number => {
  if (purpose.isOccasion === true || stated !== undefined || draft !== undefined) return 45
  return context.length > 0 ? 56 : 95
}

/** Beside what the caller wants said, one variant of three does without what is remembered. */
const isRecalling = ({ context, stated }: Plan, turn: number): boolean =>
  (context.length === 0 && stated === undefined) || turn % 3 !== 1

const tokensOf = (text: string): ReadonlyArray<string> =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3 || /\d/.test(word))

/** Whether the message says the same already: the renewal that it is about is nothing to be remembered of. */
const isToldBy = ({ spoken }: MemoryLine, texts: ReadonlyArray<string>): boolean => {
  const told = new Set(tokensOf(texts.join(" ")))
  const tokens = tokensOf(spoken.text)
  return spoken.kind === "said" && tokens.filter((token) => told.has(token)).length * 3 >= tokens.length * 2
}

/** What somebody asked for may be what the message is about: it is the answer, and no repetition. */
const isWish = ({ mood, spoken }: MemoryLine): boolean =>
  mood === "plain" && /^You (?:asked|want|wanted|need|are (?:considering|looking|interested))\b/.test(spoken.text)

const roleIn = ({ purpose }: Plan): Role =>
  purpose.isTransactional === true ? "aside" : purpose.isOccasion === true ? "mention" : "reason"

/** Says first what is remembered or cared about, or names the occasion. */
export const addReasons = ({ at, plan, snippetOf, speech, turn }: Turn, add: Add): void => {
  const { context, draft, memories, purpose, stated, topics } = plan
  const isOccasion = purpose.isOccasion === true
  const opening = snippetOf("opening")
  if (opening !== undefined) add("memory", opening.text, { weight: 40, snippetId: opening.id })
  if (isOccasion && draft === undefined && opening === undefined) {
    const phrase = speech.say(purpose.openings, at)
    const isCheerful = exclaims(plan) && purpose.isTransactional !== true
    add("memory", isCheerful ? phrase?.replace(/\.$/, "!") : phrase, { weight: 70, phrase })
  }
  // Nobody is told twice that we are sorry.
  const isSorry = /\bsorry\b/i.test(stated ?? "")
  const isBeside = context.length > 0 || stated !== undefined
  const known = isBeside
    ? memories.slice(0, 1).filter((line) => isWish(line) || !isToldBy(line, [stated ?? "", ...context]))
    : memories
  for (const [index, line] of (isRecalling(plan, turn) ? known : []).entries()) {
    if (isSorry && line.mood === "regret") continue
    // The brief form is kept longest: a message about nobody is worth less than a short one.
    const text =
      index > 0
        ? added(line)
        : opening === undefined
          ? framed(line, isBeside ? Math.floor((turn + 1) / 2) : turn, roleIn(plan))
          : framed(line, 0, "mention")
    if (!isWish(line) && speech.repeats(text)) continue
    speech.hear(text)
    add("memory", text, {
      weight: index > 0 ? 20 : heaviness(plan),
      memoryId: line.memoryId,
      // Beside another occasion the bare fact would say nothing.
      ...(index > 0 ? {} : isOccasion ? { frame: text } : { frame: text, short: brief(line) })
    })
  }
  if (memories.length > 0 || draft !== undefined) return
  // A topic is there to choose by; it is said where there is nothing else to say.
  const topic = isBeside || isOccasion ? undefined : topics[0]
  if (topic !== undefined) {
    const frame = taken(interests, at).replace("@", () => topic)
    speech.hear(frame)
    add("memory", frame, { weight: 57, frame })
  } else if (!isOccasion && opening === undefined) {
    const phrase = stated === undefined ? speech.say(purpose.openings, at) : undefined
    add("memory", phrase, { weight: 50, phrase })
  }
}
