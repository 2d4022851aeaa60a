/** Sentences that say to a person what is remembered about them. */
import type { Composition } from "./Composition.ts"
import { looksLikeInstruction } from "./Injection.ts"
import { quotes, recalls } from "./phrases/Manners.ts"
import { toSecondPerson } from "./SecondPerson.ts"
import type { Spoken } from "./SecondPerson.ts"

export interface MemoryLine {
  readonly memoryId: string
  readonly spoken: Spoken
}

/** What of the memories can be said, in their order. What reads like an order to the machine is passed over. */
export const linesOf = ({ memories, person }: Pick<Composition, "memories" | "person">): ReadonlyArray<MemoryLine> => {
  const names = [person.firstName ?? "", person.lastName ?? ""]
  return memories.flatMap(({ id, text }) => {
    if (looksLikeInstruction(text)) return []
    const spoken = toSecondPerson(text, names)
    return spoken === undefined ? [] : [{ memoryId: id, spoken }]
  })
}

const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
const unstopped = (text: string): string => text.replace(/[.!?…]+$/, "")

/** The line in its `turn`-th frame: as it is, or within a sentence that says where we have it from. */
export const framed = ({ spoken }: MemoryLine, turn: number): string => {
  const pick = (pool: ReadonlyArray<string>): string => pool[turn % pool.length] ?? "@"
  if (spoken.kind === "quoted") return pick(quotes).replace("@", () => ended(spoken.text))
  // Two sentences do not fit into another one, nor does one that rests on its own commas.
  const whole = /[.!?]\s/.test(spoken.text) || spoken.text.length > 110
  const frame = whole ? "@" : pick(recalls)
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
