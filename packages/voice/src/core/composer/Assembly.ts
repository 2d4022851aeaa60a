/**
 * One message from its pieces: which are chosen in which turn, in what order they stand, and what each weighs when there
 * is not room for all (`Fitting`). What is dropped last is what makes the message: what the caller wants said, the memory,
 * and what it asks.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Variant } from "../Draft.ts"
import { fitted, layout } from "./Fitting.ts"
import type { Piece } from "./Fitting.ts"
import { elaborations, emoji, leads, manners, smallest, urgencies } from "./phrases/Manners.ts"
import { taken } from "./Pool.ts"
import { addReasons } from "./Reasons.ts"
import { registerOf } from "./Register.ts"
import { sentencesOf } from "../text/Sentences.ts"
import * as Speech from "./Speech.ts"
import { exclaims, mannerOf, speechOf, turnOf } from "./Turn.ts"
import type { Add, Plan, Turn } from "./Turn.ts"

export interface Assembled {
  readonly variant: Variant
  /** The phrases of ours in it, by which one variant is told from another. */
  readonly phrases: ReadonlyArray<string>
  /** How what is remembered is framed in it. */
  readonly frames: ReadonlyArray<string>
}

const isSocial = (channel: Channel): boolean => channel !== "email" && channel !== "sms"

const whoWrites = ({ channel, voice }: Plan): string => {
  const { name } = voice.contact
  return channel === "sms" || isSocial(channel) ? (name === "Our team" ? "" : name) : name
}

const greetingOf = (plan: Plan, turn: number): string => {
  const manner = manners[registerOf(plan.voice)]
  const hello = speechOf(plan).say(plan.name === undefined ? manner.nameless : manner.named, turn) ?? ""
  return `${hello.replace("@", () => plan.name ?? "")}${exclaims(plan) ? "!" : ","}`
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
