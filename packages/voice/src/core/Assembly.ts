/**
 * One message from its pieces: which are chosen in which turn, in what order they stand, and what each weighs when there
 * is not room for all (`Fitting`). What is dropped last is what makes the message: the memory, and what it asks.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { BrandVoice, SnippetUsage } from "@loopdrive/domain/Voice"
import type { Constraints } from "./ComposeRequest.ts"
import type { Variant } from "./Draft.ts"
import { brief, framed } from "./MemoryLines.ts"
import type { MemoryLine } from "./MemoryLines.ts"
import { contracted, emoji, interests, leads, manners, smallest, urgencies } from "./phrases/Manners.ts"
import { taken } from "./Pool.ts"
import { purposes } from "./phrases/Purposes.ts"
import type { Purpose } from "./phrases/Purposes.ts"
import { sentencesOf } from "./Sentences.ts"
import { gradeOf } from "./Readability.ts"
import { contracts, registerOf } from "./Register.ts"
import { fitted, layout } from "./Fitting.ts"
import type { Piece, Place } from "./Fitting.ts"
import { forbiddenIn, competitorsIn, inOwnWords } from "./Vocabulary.ts"

export interface Plan {
  readonly voice: BrandVoice
  readonly channel: Channel
  readonly constraints: Constraints
  readonly purpose: Purpose
  readonly seed: number
  readonly name?: string
  readonly link?: string
  /** What is asked, where the caller says it. */
  readonly ask?: string
  readonly draft?: string
  readonly draftSubject?: string
  readonly memories: ReadonlyArray<MemoryLine>
  readonly topics: ReadonlyArray<string>
  readonly context: ReadonlyArray<string>
  readonly snippets: ReadonlyArray<{ readonly id: string; readonly usage: SnippetUsage; readonly text: string }>
}

/** A voice's own way to say one of our phrases, or another of them when it forbids this one. */
const speaker = (plan: Plan) => {
  const { voice } = plan
  // Replaced first: who says "the team" instead of "we" does not say "the team've".
  const speak = (phrase: string): string => {
    const own = inOwnWords(phrase, voice)
    return contracts(voice) ? contracted(own) : own
  }
  const allowed = (phrase: string): boolean =>
    forbiddenIn(phrase, voice).length === 0 && competitorsIn(phrase, voice).length === 0
  /** The `turn`-th of the pool that may be said, as the voice says it; where a grade is asked, simple ones come first. */
  return (pool: ReadonlyArray<string>, turn: number): string | undefined => {
    const { grade } = plan.constraints
    const simple = grade === undefined ? pool : pool.filter((phrase) => gradeOf(phrase) <= grade)
    const from = simple.length > 0 ? simple : pool
    for (let step = 0; step < from.length; step++) {
      const phrase = speak(from[(turn + step) % from.length] ?? "")
      if (phrase !== "" && allowed(phrase)) return phrase
    }
    return undefined
  }
}

const isSocial = (channel: Channel): boolean => channel !== "email" && channel !== "sms"

/** The sentence that asks, with the link behind it. */
const askOf = (plan: Plan, turn: number, say: ReturnType<typeof speaker>): string => {
  const { constraints, link, purpose, snippets } = plan
  const written = snippets.find(({ usage }) => usage === "cta")?.text
  const ask =
    plan.ask ?? (turn === 0 && written !== undefined ? written : (say(purpose.asks[constraints.ctaStyle], turn) ?? ""))
  if (link === undefined || ask.includes(link) || plan.draft?.includes(link) === true) return ask
  const lead = say(leads, turn)
  return `${ask}${ask === "" || lead === undefined ? "" : ` ${lead}`} ${link}`.trim()
}

const whoWrites = ({ channel, voice }: Plan): string => {
  const { name } = voice.contact
  return channel === "sms" || isSocial(channel) ? (name === "Our team" ? "" : name) : name
}

const greetingOf = (plan: Plan, turn: number, say: ReturnType<typeof speaker>): string => {
  const manner = manners[registerOf(plan.voice)]
  const hello = say(plan.name === undefined ? manner.nameless : manner.named, turn) ?? ""
  return `${hello.replace("@", () => plan.name ?? "")},`
}

/** Everything that could be said in this turn, in order. */
const pieces = (plan: Plan, turn: number): ReadonlyArray<Piece> => {
  const say = speaker(plan)
  const { constraints, context, draft, memories, purpose, snippets, topics, voice } = plan
  const at = plan.seed + turn
  const manner = manners[registerOf(voice)]
  const made: Array<Piece> = []
  const add = (place: Place, text: string | undefined, more: Omit<Piece, "order" | "place" | "text"> = {}): void => {
    if (text !== undefined && text !== "") made.push({ order: made.length, place, text, ...more })
  }
  const fromLibrary = (usage: SnippetUsage) =>
    turn % 2 === 0 ? snippets.find((snippet) => snippet.usage === usage) : undefined
  const opening = fromLibrary("opening")
  const body = fromLibrary("body")
  const ps = fromLibrary("ps")

  const greeting = greetingOf(plan, at, say)
  const sender = plan.channel === "sms" && whoWrites(plan) !== "" ? ` this is ${whoWrites(plan)}.` : ""
  add("greeting", `${greeting}${sender}`, { weight: plan.name === undefined ? 60 : 85, short: greeting })
  if (opening !== undefined) add("memory", opening.text, { weight: 40, snippetId: opening.id })
  if (purpose.isOccasion === true && draft === undefined && opening === undefined)
    add("memory", say(purpose.openings, at), { weight: 70 })
  for (const [index, line] of memories.entries()) {
    // The brief form is kept longest: a message about nobody is worth less than a short one.
    const text =
      index === 0
        ? framed(line, turn, purpose.isOccasion === true ? "mention" : "reason")
        : line.spoken.kind === "said"
          ? framed(line, turn + 1, "addition")
          : undefined
    add("memory", text, {
      weight: index > 0 ? 20 : purpose.isOccasion === true ? 60 : 95,
      memoryId: line.memoryId,
      ...(index === 0 ? { short: brief(line) } : {})
    })
  }
  if (memories.length === 0 && opening === undefined && draft === undefined) {
    const topic = topics[0]
    add("memory", topic === undefined ? undefined : say(interests, at)?.replace("@", () => topic), { weight: 45 })
    if (purpose.isOccasion !== true) add("memory", say(purpose.openings, at), { weight: 50 })
  }
  if (draft !== undefined) add("body", draft, { weight: 90, short: sentencesOf(draft)[0]?.text ?? "" })
  for (const [index, line] of context.entries()) add("body", line, { weight: 80 - index })
  if (draft === undefined) {
    if (body === undefined) add("body", say(purpose.bodies, at), { weight: 55 })
    else add("body", body.text, { weight: 55, snippetId: body.id })
  }
  add("body", say(urgencies[constraints.urgency], at), { weight: constraints.urgency === "high" ? 58 : 30 })
  const room = constraints.maxChars >= 500
  if (room && draft === undefined && constraints.urgency === "low") add("body", say(manner.asides, at), { weight: 10 })
  for (const extra of fillers(plan, at, say)) add("body", extra, { weight: 5 })
  const cta = plan.ask === undefined ? snippets.find(({ usage }) => usage === "cta") : undefined
  // Asked in another order than greeted: two greetings and two questions are four messages.
  add("ask", askOf(plan, (cta === undefined ? at : turn) + Math.floor(turn / 2), say), {
    ...(plan.link === undefined ? {} : { short: plan.link }),
    ...(turn === 0 && cta !== undefined ? { snippetId: cta.id } : {})
  })
  if (plan.channel === "email")
    add("farewell", `${say(manner.farewells, at) ?? "Best"},\n${whoWrites(plan)}`, { weight: 35 })
  if (ps !== undefined && plan.channel === "email")
    add("ps", `PS: ${ps.text.replace(/^p\.?s\.?:?\s*/i, "")}`, { weight: 15, snippetId: ps.id })
  return made
}

/** More to say, where a least length was asked for. */
const fillers = (
  { constraints, purpose }: Plan,
  at: number,
  say: ReturnType<typeof speaker>
): ReadonlyArray<string> => {
  if (constraints.minLength < 100) return []
  const { bodies, openings } = purpose
  const pool = [...bodies, ...openings, ...manners.warm.asides, ...purposes.general.bodies, ...purposes.nurture.bodies]
  const said = new Set([say(bodies, at), say(openings, at)])
  const more = pool.map((_, step) => say(pool, at + step)).filter((phrase) => phrase !== undefined)
  let length = 0
  return [...new Set(more)].filter((phrase) => {
    if (said.has(phrase) || length >= constraints.minLength) return false
    length += phrase.length + 1
    return true
  })
}

/** A friendly sign after the greeting; in a text message after what is never dropped. */
const decorated = (all: ReadonlyArray<Piece>, sign: string, channel: Channel): ReadonlyArray<Piece> => {
  const at = all.findIndex(({ place }) => place === (channel === "sms" ? "ask" : "greeting"))
  const target = at === -1 ? all.length - 1 : at
  return all.map((piece, index) =>
    index === target ? { ...piece, text: `${piece.text.replace(/,$/, "")} ${sign}` } : piece
  )
}

const subjectOf = (
  plan: Plan,
  turn: number,
  say: ReturnType<typeof speaker>
): Pick<Variant, "subject"> & { readonly snippetId?: string } => {
  if (plan.draftSubject !== undefined) return { subject: plan.draftSubject }
  const snippet = turn === 0 ? plan.snippets.find(({ usage }) => usage === "subject") : undefined
  if (snippet !== undefined) return { subject: snippet.text, snippetId: snippet.id }
  const phrase = say(plan.purpose.subjects, plan.seed + turn) ?? "A short note"
  const named =
    plan.name !== undefined && turn % 2 === 1
      ? `${plan.name}, ${phrase.slice(0, 1).toLowerCase()}${phrase.slice(1)}`
      : phrase
  return { subject: named }
}

const wantsEmoji = ({ constraints, voice }: Plan): boolean => constraints.includeEmoji ?? voice.style.emoji

const pictures = /\s?(?:\p{RGI_Emoji}|\p{Extended_Pictographic})\u{fe0f}?/gv

/** When none of the pieces fits whole. */
const least = (plan: Plan, turn: number): ReadonlyArray<Piece> => {
  const ask = taken(smallest, plan.seed + turn)
  const greeting = greetingOf(plan, plan.seed + turn, speaker(plan))
  return [
    { order: 0, place: "greeting", text: greeting, weight: 50 },
    { order: 1, place: "ask", text: ask }
  ]
}

/** The message of the `turn`-th turn, or undefined when nothing fits. */
export const assemble = (plan: Plan, turn: number): Variant | undefined => {
  const all = pieces(plan, turn)
  const sign = taken(emoji, plan.seed + turn)
  const chosen =
    (wantsEmoji(plan) ? fitted(plan, decorated(all, sign, plan.channel)) : undefined) ??
    fitted(plan, all) ??
    fitted(plan, least(plan, turn))
  if (chosen === undefined) return undefined
  const whole = layout(chosen, plan.channel)
  const text = plan.constraints.includeEmoji === false ? whole.replace(pictures, "") : whole
  const cta = chosen.find(({ place }) => place === "ask")?.text
  const ps = chosen.find(({ place }) => place === "ps")?.text
  const { snippetId, subject } = plan.channel === "email" ? subjectOf(plan, turn, speaker(plan)) : {}
  const ids = chosen.flatMap(({ snippetId: id }) => (id === undefined ? [] : [id]))
  return {
    ...(subject === undefined ? {} : { subject }),
    text,
    ...(cta === undefined ? {} : { cta }),
    ...(ps === undefined ? {} : { ps }),
    snippetIds: snippetId === undefined ? ids : [snippetId, ...ids],
    memoryIds: chosen.flatMap(({ memoryId }) => (memoryId === undefined ? [] : [memoryId]))
  }
}
