/** Sentences that say to a person what is remembered about them, and which memories are left unsaid. */
import { completed } from "./Articles.ts"
import {
  answers,
  bears,
  sharedOf,
  isBusiness,
  isManner,
  isPrivateLife,
  sournessOf,
  subjectOf,
  withoutCompany
} from "./Bearing.ts"
import type { Subject } from "./Bearing.ts"
import type { Composition } from "../../Composition.ts"
import { lossesIn, touches } from "../unsaid/Distress.ts"
import { looksLikeInstruction } from "../../text/Injection.ts"
import { asked, doubts, happened, quotes, recalls, regrets, tied } from "../phrases/Manners.ts"
import { bases, pasts } from "../phrases/Verbs.ts"
import { taken } from "../Pool.ts"
import { proseOf } from "./Prose.ts"
import { isKind, isQuestion, isSour } from "./Quotable.ts"
import { capital } from "../../text/Sentences.ts"
import { toSecondPerson } from "./SecondPerson.ts"
import { isGrievance, isSensitive } from "../unsaid/Sensitive.ts"
import type { Spoken } from "./SecondPerson.ts"

type Memory = Composition["memories"][number]

export interface MemoryLine {
  readonly memoryId: string
  readonly spoken: Spoken
  /** Whether it is near to what the message is about. */
  readonly isNear: boolean
  /** What somebody minds is not said as what they like. */
  readonly mood: "plain" | "doubt" | "regret"
}

/** Something told to be done, by nobody who says I: not a thing to quote to somebody as their own. */
const isOrder = (text: string): boolean => {
  const first = /^(?:please |now |then |just |kindly )?([a-z']+)/i.exec(text)?.[1]?.toLowerCase() ?? ""
  const orders =
    bases.has(first) || /^(?:do|don't|never|always|let|you|your|be|set|put|run|end|stop|output|print)$/.test(first)
  return orders && !text.endsWith("?") && !/\b(?:i|i'm|i'd|i've|i'll|me|my|mine|we|our|us)\b/i.test(text)
}

/** Words of somebody's that mean something to them when they read them again: not "ok", not "VIP", not a row of signs. */
const isQuotable = (text: string): boolean =>
  (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2 && !isOrder(text) && !isCourtesy(text)

const isCourtesy = (text: string): boolean =>
  text.length <= 60 &&
  /^(?:ok|okay|thanks|thank|great|cool|yes|no|sure|bye|see you|perfect|fine|nice)\b|\bthank(?:s| you)\b/i.test(text)

/** Whoever minds something is not offered more of it; helping them, or asking them back, may speak of it. */
const minds = (objective: string): boolean =>
  /support|help|complain|win ?-?_?back|reactivat|sorry|apolog|outage|feedback/i.test(objective)

/** "Customer said: '...'": what follows is in the person's own words. */
const reported =
  /^(?:(?:the )?[\p{L}]+ )?(?:asked|asks|said|says|wrote|writes|mentioned|question|message|comment|feedback|quote)(?: us)?\s*:\s*(.+)$/iu

const unquoted = (text: string): string => text.replace(/^["'“‘„«]\s*|\s*["'”’»]\.?$/gu, "").trim()

const aboutThem = /\b(?:he|she|him|her|his|hers|they|them|their)\b/i
const ofMyself = /\b(?:i|i['’]m|i['’]d|i['’]ve|i['’]ll|me|my|mine|we|we['’]d|we['’]re|our)\b/i

/** What the person wrote or said of themselves, in their words; undefined where a note by somebody else is quoted. */
const ownWords = (text: string, kind: Memory["kind"]): string | undefined => {
  const words = reported.exec(text)?.[1]
  if (words !== undefined) return unquoted(words)
  if (aboutThem.test(text)) return undefined
  return kind === "message" || (ofMyself.test(text) && !text.endsWith("?")) ? text : undefined
}

/** "that her son starts school and needs a violin": the second verb is the son's. */
const isSubordinate = /\b(?:that|because|so|since|whose) (?:his|her|their|the|an?) .*\band (?:also )?[a-z]+s\b/i

/** As it would be said, if it can be. */
const spokenOf = (
  { kind, text }: Memory,
  names: ReadonlyArray<string>,
  isAnswered: (question: string) => boolean
): Spoken | undefined => {
  // Shouted notes are no sentences.
  if (!/\p{Ll}/u.test(text)) return undefined
  const own = ownWords(text.replace(/\s+/g, " ").trim(), kind)
  // In what somebody wrote to us, "you" is us.
  if (kind === "message" && own === text.trim() && /^your?\b/i.test(own)) return undefined
  const isReported = own !== undefined && own !== text.trim()
  const spoken = toSecondPerson(own ?? text, names)
  if (spoken === undefined) return undefined
  if (spoken.kind === "quoted" || isReported) {
    if (own === undefined || !isQuotable(own)) return undefined
    const words = capital(spoken.kind === "quoted" ? spoken.text : own.replaceAll('"', "'"))
    return isKind(words) || (isQuestion(words) && isAnswered(own)) ? { kind: "quoted", text: words } : undefined
  }
  if (/\b(?:he|she|him)\b/i.test(spoken.text) || isSubordinate.test(text)) return undefined
  const prose = proseOf(spoken.text)
  const sentence = prose === undefined ? undefined : completed(prose)
  return sentence === undefined ? undefined : { kind: "said", text: sentence }
}

/** How it may be said, if at all, by what somebody minds. */
const moodOf = ({ kind, text }: Memory, objective: string): MemoryLine["mood"] | undefined => {
  const sourness = sournessOf(text)
  if (sourness === "leaving") return undefined
  if (kind === "objection") return "doubt"
  if (sourness === "dislike" || (kind !== "message" && isAbsence(text))) return undefined
  if (sourness === "complaint" || isGrievance(text)) return minds(objective) ? "regret" : undefined
  return kind === "message" && !isQuestion(text) && isSour(text) ? undefined : "plain"
}

/** What somebody wrote in anger is not read to them again. */
const thanks: Spoken = { kind: "said", text: "Thank you for telling us what went wrong." }

/** Said of a habit that somebody does not have, or of what they once did not do: we were watching, then. */
const isAbsence = (text: string): boolean =>
  /\b(?:never|hardly|rarely|seldom|no longer|not (?:yet|once|since)|stopped|has ?n['’]?t|has not|have ?n['’]?t|have not|did ?n['’]?t|did not|forgot|failed|ignored|skipped|almost|nearly)\b/i.test(
    text
  )

/** 0 for what is near, 1 for somebody's business, 2 for anything else; undefined for what is left alone. */
const rankOf = ({ kind, text }: Memory, subject: Subject): number | undefined => {
  if (bears(text, subject)) return 0
  if (isPrivateLife(text)) return undefined
  if (isBusiness(kind, text)) return 1
  // Beside something that the caller wants said, what has nothing to do with it sounds as if we were watching.
  return subject.isGiven ? undefined : 2
}

/** What went wrong and was put right is over. */
const isSettled = (text: string): boolean =>
  /,\s*(?:\w+ )?(?:replaced|settled|credited|refunded|resolved|fixed|exchanged|reimbursed|repaired|compensated|sorted|put right)\b/i.test(
    text
  )

/** "Ordered the sofa, delivered in June": the delivering was ours. */
const withoutOurs = (text: string): string =>
  text.replace(
    /,\s*(?:\w+ )?(?:delivered|shipped|dispatched|installed|fitted|sent|confirmed|completed|approved|cancelled|collected|picked up)\b[^.!?]*/i,
    ""
  )

/** Characters of a note among which its first two sentences are looked for. */
const lookedAt = 1000

/** What of the memories can be said: the nearest first, else in their order. */
export const linesOf = ({
  context,
  draft,
  memories,
  objective,
  person
}: Pick<Composition, "context" | "draft" | "memories" | "objective" | "person">): ReadonlyArray<MemoryLine> => {
  const names = [person.firstName ?? "", person.lastName ?? ""]
  const subject = subjectOf(objective, context, draft)
  const losses = lossesIn(memories.map(({ text }) => text))
  return memories
    .flatMap((noted) => {
      const { id } = noted
      if (looksLikeInstruction(noted.text) || isManner(noted.text) || isSensitive(noted.text)) return []
      if (touches(noted.text, losses) || isSettled(noted.text)) return []
      const memory = { ...noted, text: withoutOurs(withoutCompany(noted.text.slice(0, lookedAt))) }
      const mood = moodOf(memory, objective)
      const near = rankOf(memory, subject)
      // What went wrong is never beside the point of a message that cares about it.
      const rank = near === undefined && mood === "regret" && !isPrivateLife(memory.text) ? 1 : near
      if (mood === "regret" && noted.kind === "message")
        return [{ rank: 1, line: { memoryId: id, spoken: thanks, mood, isNear: rank === 0 }, shared: 0 }]
      const spoken =
        mood === undefined || rank === undefined
          ? undefined
          : spokenOf(memory, names, (question) => answers(question, subject))
      // A refund that somebody got is nothing to come back to.
      if (mood === "regret" && spoken?.kind === "said" && !isOpen(spoken.text)) return []
      if (mood === undefined || rank === undefined || spoken === undefined) return []
      // What once happened is a reason to write only about that.
      if (subject.isGiven && rank > 0 && isEvent(spoken.text) && mood === "plain") return []
      return [
        { rank, line: { memoryId: id, spoken, mood, isNear: rank === 0 }, shared: sharedOf(memory.text, subject) }
      ]
    })
    .toSorted((left, right) => left.rank - right.rank || right.shared - left.shared)
    .map(({ line }) => line)
}

const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
const unstopped = (text: string): string => text.replace(/[.!?…]+$/, "")

const faults =
  /\b(?:was|were|arrived|came|did(?: not|n't)|does(?: not|n't)|never|broke|failed|is (?:broken|missing|damaged|wrong|late))\b/i

/** What we are sorry about, behind "We are sorry". */
const regretOf = (text: string): string | undefined => {
  const plain = unstopped(text)
  const [, verb = "", that] =
    /^you (complained|reported|wrote|told us) that (.+)$/i.exec(plain) ??
    /^you (said|mentioned|think|thought|feel|felt) (?:that )?(?!about\b)(.+)$/i.exec(plain) ??
    []
  // An opinion is nothing to be sorry for; what went wrong is.
  const isFault = /^(?:complained|reported|wrote)$/i.test(verb) || faults.test(that ?? "")
  if (that !== undefined && isFault) return `that ${that}`
  const [, about] =
    /^you (?:complained|wrote(?: to us)?|told us) about (.+)$/i.exec(plain) ??
    /^you (?:are|were) (?:very |so |quite )*(?:unhappy|dissatisfied|disappointed|frustrated|annoyed|angry|upset|irritated) (?:with|about|by|at|that) (.+)$/i.exec(
      plain
    ) ??
    []
  return about === undefined ? undefined : `about ${about}`
}

/** Whether there is something to be sorry for, or something still wished. */
const isOpen = (text: string): boolean =>
  regretOf(text) !== undefined || /^You (?:want|need|asked|requested|would like|think|find|say|said)\b/.test(text)

const firstVerb = /^You (?:(?:\w+ly|also|once|twice|already|often|never|always) )?(\w+)/

/** Something that happened, once: "asked us", "bought", "were". */
const isEvent = (text: string): boolean => {
  const verb = firstVerb.exec(text)?.[1]?.toLowerCase() ?? ""
  return verb === "were" || pasts.has(verb) || (!bases.has(verb) && /[^aeiou]ed$|[^aeiou][aeiou]ed$/.test(verb))
}

/** What a line is to its message: what it is written for, mentioned beside that, or a fact of the one thing it is about. */
export type Role = "reason" | "mention" | "aside"

const bare: readonly [string] = ["@"]
const frames = { reason: recalls, mention: tied, aside: bare }

/** What they wanted or had of us may open a letter as it is. */
const isOfUs = /\b(?:us|our|want|need|asked|ordered|bought|mentioned|said|told|tried|booked|looking for)\b/i

/** The line in its `turn`-th frame: as it is, or within a sentence that says where we have it from. */
export const framed = ({ mood, spoken }: MemoryLine, turn: number, role: Role = "reason"): string => {
  if (spoken.text === thanks.text) return spoken.text
  if (spoken.kind === "quoted")
    return taken(spoken.text.endsWith("?") ? asked : quotes, turn).replace("@", () => ended(spoken.text))
  const regret = mood === "regret" ? regretOf(spoken.text) : undefined
  if (regret !== undefined) return taken(regrets, turn).replace("@", () => regret)
  // Two sentences do not fit into another one, nor does one that rests on its own commas.
  const whole = /[.!?]\s/.test(spoken.text) || spoken.text.length > 110
  const pool = mood !== "plain" ? doubts : role !== "aside" && isEvent(spoken.text) ? happened : frames[role]
  // A fact about somebody sounds odd to them without a reason.
  const apt = role === "aside" || isOfUs.test(spoken.text) ? pool : pool.filter((one) => one !== "@")
  const frame = whole ? "@" : (apt[turn % apt.length] ?? "@")
  return frame
    .replace("@", () => spoken.text)
    .replace("^", () => unstopped(spoken.text))
    .replace("~", () => unstopped(lowered(spoken.text)))
}

/** A line behind another one: "You also ...". */
export const added = ({ spoken: { text } }: MemoryLine): string =>
  /^You (?:are|were|have been|are not)\b/.test(text)
    ? text.replace(/^You (are|were|have been)\b/, "You $1 also")
    : text.replace(/^You (?!also\b)/, "You also ")

/** The line as short as it gets: up to where its first clause ends. */
export const brief = (line: MemoryLine): string => {
  const { mood, spoken } = line
  if (spoken.kind === "quoted") return `"${ended(spoken.text)}"`
  if (mood !== "plain") return framed(line, 0)
  const clause = /^.{12,}?(?=\s+(?:and|but|because|so that|which|who|since|although|while)\s|[,;:(]|\.\s)/.exec(
    spoken.text
  )
  // "You asked us" alone is half a sentence.
  return clause === null || /\b(?:asked|asked us|wonder|wondered|know)$/.test(clause[0]) ? spoken.text : `${clause[0]}.`
}
