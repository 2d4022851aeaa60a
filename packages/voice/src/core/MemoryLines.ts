/** Sentences that say to a person what is remembered about them. */
import type { Composition } from "./Composition.ts"
import { looksLikeInstruction } from "./Injection.ts"
import { asked, doubts, furthermore, noted, quotes, recalls, remembered } from "./phrases/Manners.ts"
import { bases } from "./phrases/Verbs.ts"
import { taken } from "./Pool.ts"
import { toSecondPerson } from "./SecondPerson.ts"
import { isGrievance } from "./Sensitive.ts"
import type { Spoken } from "./SecondPerson.ts"

export interface MemoryLine {
  readonly memoryId: string
  readonly kind: Composition["memories"][number]["kind"]
  readonly spoken: Spoken
}

/** Something told to be done, by nobody who says I: not a thing to quote to somebody as their own. */
const isOrder = (text: string): boolean => {
  const first = /^(?:please |now |then |just |kindly )?([a-z']+)/i.exec(text)?.[1]?.toLowerCase() ?? ""
  const orders =
    bases.has(first) || /^(?:do|don't|never|always|let|you|your|be|set|put|run|end|stop|output|print)$/.test(first)
  return orders && !/\b(?:i|i'm|i'd|i've|i'll|me|my|mine|we|our|us)\b/i.test(text)
}

/** Words of somebody's that mean something to them when they read them again: not "ok", not "VIP", not a row of signs. */
const isQuotable = (text: string): boolean => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2 && !isOrder(text)

/** Whoever minds something is not offered more of it; helping them, or asking them back, may speak of it. */
const minds = (objective: string): boolean => /support|help|complain|win ?-?_?back|reactivat/i.test(objective)

/** What of the memories can be said, in their order. What reads like an order to the machine is passed over. */
export const linesOf = ({
  memories,
  objective,
  person
}: Pick<Composition, "memories" | "objective" | "person">): ReadonlyArray<MemoryLine> => {
  const names = [person.firstName ?? "", person.lastName ?? ""]
  return memories.flatMap(({ id, kind, text }) => {
    if (looksLikeInstruction(text) || (isGrievance(text) && !minds(objective))) return []
    const spoken = toSecondPerson(text, names)
    return spoken === undefined || (spoken.kind === "quoted" && !isQuotable(spoken.text))
      ? []
      : [{ memoryId: id, kind, spoken }]
  })
}

const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
const unstopped = (text: string): string => text.replace(/[.!?…]+$/, "")

/** Whether the person said it: they wrote it to us, or speak of themselves in it. */
const isOwnWord = (kind: MemoryLine["kind"], text: string): boolean =>
  kind === "message" || /\b(?:i|i['’]m|i['’]d|i['’]ve|i['’]ll|me|my|mine)\b/i.test(text)

/** What a line is to its message: what it is written for, mentioned beside that, or added to another line. */
export type Role = "reason" | "mention" | "addition"

const frames = { reason: recalls, mention: remembered, addition: furthermore }

/** The line in its `turn`-th frame: as it is, or within a sentence that says where we have it from. */
export const framed = ({ kind, spoken }: MemoryLine, turn: number, role: Role = "reason"): string => {
  if (spoken.kind === "quoted")
    return taken(spoken.text.endsWith("?") ? asked : isOwnWord(kind, spoken.text) ? quotes : noted, turn).replace(
      "@",
      () => ended(spoken.text)
    )
  // Two sentences do not fit into another one, nor does one that rests on its own commas.
  const whole = /[.!?]\s/.test(spoken.text) || spoken.text.length > 110
  const frame = whole ? "@" : taken(kind === "objection" ? doubts : frames[role], turn)
  return frame.replace("@", () => spoken.text).replace("~", () => unstopped(lowered(spoken.text)))
}

/** The line as short as it gets: up to where its first clause ends. */
export const brief = ({ spoken }: MemoryLine): string => {
  if (spoken.kind === "quoted") return `"${ended(spoken.text)}"`
  const clause = /^.{12,}?(?=\s+(?:and|but|because|so that|which|who|since|although|while)\s|[,;:(]|\.\s)/.exec(
    spoken.text
  )
  return clause === null ? spoken.text : `${clause[0]}.`
}
