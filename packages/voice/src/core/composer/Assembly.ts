/**
 * One message from its pieces: which are chosen in which turn, in what order they stand, and what each weighs when there
 * is not room for all (`Fitting`). What is dropped last is what makes the message: what the caller wants said, the memory,
 * and what it asks. What others wrote is heard first, so that no phrase of ours repeats it (`Speech`).
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { BrandVoice, SnippetUsage } from "@loopdrive/domain/Voice"
import type { Constraints } from "../ComposeRequest.ts"
import type { Variant } from "../Draft.ts"
import { fitted, layout } from "./Fitting.ts"
import type { Piece, Place } from "./Fitting.ts"
import { added, brief, framed } from "./MemoryLines.ts"
import type { MemoryLine, Role } from "./MemoryLines.ts"
import { elaborations, emoji, interests, leads, manners, smallest, urgencies } from "./phrases/Manners.ts"
import type { Purpose } from "./phrases/Purposes.ts"
import { taken } from "./Pool.ts"
import { registerOf } from "./Register.ts"
import { sentencesOf } from "../text/Sentences.ts"
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

export interface Assembled {
  readonly variant: Variant
  /** The phrases of ours in it, by which one variant is told from another. */
  readonly phrases: ReadonlyArray<string>
  /** How what is remembered is framed in it. */
  readonly frames: ReadonlyArray<string>
}

const mannerOf = ({ constraints, context, draft, link, seed, stated, voice }: Plan): Speech.Manner => ({
  voice,
  seed,
  grade: constraints.grade,
  isAboutSomething: context.length > 0 || draft !== undefined || stated !== undefined,
  hasLink: link !== undefined
})

const speechOf = (plan: Plan): Speech.Speech => Speech.make(mannerOf(plan))

const isSocial = (channel: Channel): boolean => channel !== "email" && channel !== "sms"

const whoWrites = ({ channel, voice }: Plan): string => {
  const { name } = voice.contact
  return channel === "sms" || isSocial(channel) ? (name === "Our team" ? "" : name) : name
}

/** One exclamation mark is cheerful. */
const exclaims = ({ voice }: Plan): boolean => voice.style.exclamationMarks && registerOf(voice) === "playful"

const greetingOf = (plan: Plan, turn: number): string => {
  const manner = manners[registerOf(plan.voice)]
  const hello = speechOf(plan).say(plan.name === undefined ? manner.nameless : manner.named, turn) ?? ""
  return `${hello.replace("@", () => plan.name ?? "")}${exclaims(plan) ? "!" : ","}`
}

type Add = (place: Place, text: string | undefined, more?: Omit<Piece, "order" | "place" | "text">) => void

/** What a turn says: its snippets, its number with and without the seed, and what has been said. */
interface Turn {
  readonly plan: Plan
  readonly turn: number
  /** With the seed of the composition. */
  readonly at: number
  readonly speech: Speech.Speech
  readonly snippetOf: (usage: SnippetUsage) => Plan["snippets"][number] | undefined
}

/** The brand's own snippets stand in the first of the variants; the others are alternatives to it. */
const turnOf = (plan: Plan, turn: number): Turn => {
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

/** Why we write: what is remembered, or cared about, or the occasion. */
const addReasons = ({ at, plan, snippetOf, speech, turn }: Turn, add: Add): void => {
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

/** What it says: the caller's words, or ours for the purpose. */
const addSubstance = ({ at, plan, snippetOf, speech }: Turn, add: Add): void => {
  const { constraints, context, draft, purpose, stated } = plan
  if (draft !== undefined) add("body", draft, { weight: 96, short: sentencesOf(draft)[0]?.text ?? "" })
  if (stated !== undefined) add("body", stated, { weight: 97 })
  for (const [index, line] of context.entries()) add("body", line, { weight: 80 - index })
  const body = snippetOf("body")
  // Whoever has something to say needs no words of ours around it.
  const isFull = (context.length > 0 || draft !== undefined) && constraints.minLength === 0
  if (body !== undefined && draft === undefined) add("body", body.text, { weight: 55, snippetId: body.id })
  else if (!isFull && draft === undefined) {
    const phrase = speech.say(purpose.bodies, at)
    add("body", phrase, { weight: 55, phrase })
  }
  const pressing = speech.say(urgencies[constraints.urgency], at)
  add("body", pressing, { weight: constraints.urgency === "high" ? 58 : 30 })
}

/** Where the facts are said and the link is there, a question of ours between them is in the way; an invitation is one. */
const isLinkEnough = ({ constraints, context, link, purpose }: Plan): boolean =>
  link !== undefined &&
  context.length > 0 &&
  constraints.ctaStyle === "soft" &&
  (purpose.isOccasion !== true || purpose.isTransactional === true)

/** The sentence that asks, with the link behind it. */
const addAsk = ({ at, plan, snippetOf, speech, turn }: Turn, add: Add): void => {
  const { constraints, draft, link, purpose } = plan
  const written = plan.ask === undefined ? snippetOf("cta") : undefined
  const given = plan.ask ?? written?.text
  // Asked in another order than greeted: two greetings and two questions are four messages.
  // One question is enough.
  const isAsked = [plan.stated, ...plan.context].some((text) => text?.endsWith("?") === true)
  const style = isAsked ? "direct" : constraints.ctaStyle
  const phrase = given ?? (isLinkEnough(plan) ? undefined : speech.say(purpose.asks[style], at + Math.floor(turn / 3)))
  const ask = phrase ?? ""
  const hasLink = link === undefined || ask.includes(link) || draft?.includes(link) === true
  const lead = hasLink ? undefined : speech.say(plan.lead === undefined ? (purpose.leads ?? leads) : [plan.lead], at)
  const text = hasLink ? ask : `${ask}${lead === undefined ? "" : ` ${lead}`} ${link}`.trim()
  // Where the objective's own words leave no room for it, a question of ours is not asked.
  const isGiven = plan.stated !== undefined || draft !== undefined || plan.context.length > 0
  const isSpare = isGiven && link === undefined && plan.ask === undefined
  add("ask", text, {
    ...(link === undefined ? {} : { short: link }),
    ...(isSpare ? { weight: 62 } : link !== undefined && plan.isLinkSpare === true ? { weight: 79.5 } : {}),
    ...(given === undefined ? { phrase } : {}),
    ...(written === undefined ? {} : { snippetId: written.id })
  })
}

/** Everything that could be said in this turn, in order. */
const pieces = (plan: Plan, number: number): ReadonlyArray<Piece> => {
  const turn = turnOf(plan, number)
  const { at, snippetOf, speech } = turn
  const made: Array<Piece> = []
  const add: Add = (place, text, more = {}) => {
    if (text !== undefined && text !== "") made.push({ order: made.length, place, text, ...more })
  }
  const greeting = greetingOf(plan, at)
  add("greeting", greeting, { weight: plan.name === undefined ? 60 : 85 })
  if (plan.channel === "sms" && whoWrites(plan) !== "")
    add("greeting", `${exclaims(plan) ? "This" : "this"} is ${whoWrites(plan)}.`, { weight: 50 })
  addReasons(turn, add)
  addSubstance(turn, add)
  const asked = made.length
  addAsk(turn, add)
  if (plan.channel === "email")
    add("farewell", `${speech.say(manners[registerOf(plan.voice)].farewells, at) ?? "Best"},\n${whoWrites(plan)}`, {
      weight: 35
    })
  const ps = snippetOf("ps")
  if (ps !== undefined && plan.channel === "email")
    add("ps", `PS: ${ps.text.replace(/^p\.?s\.?:?\s*/i, "")}`, { weight: 15, snippetId: ps.id })
  const more = fillers(turn, made).map((text): Piece => ({ order: 0, place: "more", text, weight: 5 }))
  return [...made.slice(0, asked), ...more, ...made.slice(asked)].map((piece, order) => ({ ...piece, order }))
}

/** With more than this the message is a different one: it stays shorter than was asked for. */
const elaborationsMost = 7

/** More to say, where a least length was asked for: each about something new, and no more than is missing. */
const fillers = ({ at, plan, speech }: Turn, made: ReadonlyArray<Piece>): ReadonlyArray<string> => {
  const { constraints, purpose } = plan
  let missing = constraints.minLength - made.reduce((sum, { text }) => sum + text.length + 1, 0)
  if (constraints.minLength < 100 || missing <= 0) return []
  const more: Array<string> = []
  const manner = { ...mannerOf(plan), isAboutSomething: false }
  for (const echoed of [0, 1]) {
    for (const pool of [elaborations, purpose.bodies]) {
      for (let step = 0; step < pool.length && missing > 0 && more.length < elaborationsMost; step++) {
        const phrase = Speech.make(manner).say(pool, at + step)
        if (phrase === undefined || speech.repeats(phrase) || speech.echoes(phrase) > echoed) continue
        speech.hear(phrase)
        more.push(phrase)
        missing -= phrase.length + 1
      }
    }
  }
  return more
}

/** A friendly sign after the greeting; in a text message after what is never dropped. */
const decorated = (all: ReadonlyArray<Piece>, sign: string, channel: Channel): ReadonlyArray<Piece> => {
  const at = all.findIndex(({ place }) => place === (channel === "sms" ? "ask" : "greeting"))
  const target = at === -1 ? all.length - 1 : at
  return all.map((piece, index) =>
    index === target ? { ...piece, text: `${piece.text.replace(/,$/, "")} ${sign}` } : piece
  )
}

/** Longer than this a subject line is cut on many screens. */
const subjectUsual = 60

const subjectOf = (plan: Plan, turn: number): Pick<Variant, "subject"> & { readonly snippetId?: string } => {
  if (plan.draftSubject !== undefined) return { subject: plan.draftSubject }
  const stated = plan.stated?.replace(/[.!]$/, "")
  const own = [...(stated !== undefined && stated.length <= subjectUsual ? [stated] : []), ...plan.headings]
  const heading = own[turn]
  if (heading !== undefined) return { subject: heading }
  const snippet = turn === 0 ? plan.snippets.find(({ usage }) => usage === "subject") : undefined
  if (snippet !== undefined) return { subject: snippet.text, snippetId: snippet.id }
  const phrase = speechOf(plan).say(plan.purpose.subjects, plan.seed + turn) ?? "A short note"
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
  const greeting = greetingOf(plan, plan.seed + turn)
  return [
    { order: 0, place: "greeting", text: greeting, weight: 50 },
    { order: 1, place: "ask", text: ask }
  ]
}

/** The message of the `turn`-th turn, or undefined when nothing fits. */
export const assemble = (plan: Plan, turn: number): Assembled | undefined => {
  const all = pieces(plan, turn)
  const sign = taken(emoji, plan.seed + turn)
  const plain = fitted(plan, all, turn % 2 === 1)
  const signed = wantsEmoji(plan) ? fitted(plan, decorated(all, sign, plan.channel), false) : undefined
  // A sign in a text message leaves room for less than half: not at the cost of what there is to say.
  const isAsked = plan.channel !== "sms" || plan.constraints.includeEmoji === true
  const isWorth =
    signed !== undefined &&
    (isAsked || (signed.length >= (plain?.length ?? 0) && signed.some(({ text }) => text.includes(sign))))
  const chosen = (isWorth ? signed : plain) ?? signed ?? fitted(plan, least(plan, turn), false)
  if (chosen === undefined) return undefined
  const whole = layout(chosen, plan.channel)
  const text = plan.constraints.includeEmoji === false ? whole.replace(pictures, "") : whole
  const cta = chosen.find(({ place }) => place === "ask")?.text
  const ps = chosen.find(({ place }) => place === "ps")?.text
  const { snippetId, subject } = plan.channel === "email" ? subjectOf(plan, turn) : {}
  const ids = chosen.flatMap(({ snippetId: id }) => (id === undefined ? [] : [id]))
  return {
    variant: {
      ...(subject === undefined ? {} : { subject }),
      text,
      ...(cta === undefined ? {} : { cta }),
      ...(ps === undefined ? {} : { ps }),
      snippetIds: snippetId === undefined ? ids : [snippetId, ...ids],
      memoryIds: chosen.flatMap(({ memoryId }) => (memoryId === undefined ? [] : [memoryId]))
    },
    phrases: chosen.flatMap(({ phrase }) => (phrase === undefined ? [] : [phrase])),
    frames: chosen.flatMap(({ frame }) => (frame === undefined ? [] : [frame]))
  }
}
