/**
 * Sentences from what the caller knows: a text as it is, a record by its keys. What belongs together is said together
 * ("The oven is €49 until Friday."), what only steers or measures is not said at all, and what no sentence is known for
 * stands behind its key ("Rate: 4.2%.").
 */
import { momentsIn } from "./ContextValues.ts"
import * as frames from "../phrases/ContextFrames.ts"
import { dayOf, discountOf, isSentence, offerOf, priceOf, spanOf } from "./Offers.ts"
import { proseOf } from "../memories/Prose.ts"
import { toSecondPerson } from "../memories/SecondPerson.ts"
import { capital, sentencesOf } from "../../text/Sentences.ts"
import { isSensitive } from "../unsaid/Sensitive.ts"
import { articled } from "./Things.ts"
import { combined, isFeedback, isTheirs } from "./ToldTogether.ts"
import { frameOf, isPart, isRecord, toldOf } from "./Told.ts"
import type { Told } from "./Told.ts"
import { ofObjective } from "./WhenAndWhere.ts"
import type { Line } from "./WhenAndWhere.ts"

const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

const noun = (name: string): string => name.replace(/ (?:names?|title|at|on)$/, "")

/** What the message is for, and what it says already. */
interface Said {
  readonly objective?: string
  /** Keys that are said. */
  readonly except?: ReadonlyArray<string>
  /** Whether a sentence before these says what "it" is. */
  readonly isAbout?: boolean
}

const isThing = /^(?:product|item|recommendation|recommended|suggestion|feature|book)(?: names?| title)?$/
const isGain = /^(?:saves|cuts|brings|keeps|gives|helps|makes|takes|adds|halves|doubles|frees|lets|comes with|fits) /i

/** How a thing is spoken of: what is to be sold is told about, anything else is what the message is about. */
const tellingOf = (objective: string): string =>
  /demo/i.test(objective)
    ? "Have a look with us at"
    : /^(?:upsell|cross_sell|winback|nurture)$|sell|promot|launch|recommend/i.test(objective)
      ? "We would like to tell you about"
      : "This is about"

/** What is asked about, where the message asks how it was. */
const askedAbout = (told: Told): string | undefined => {
  const [key, { text }] = [noun(told.name), told]
  if (isPart("about", told)) return `How did you find ${articled(told)}?`
  if (!frames.occasions.test(told.name)) return undefined
  const isNamed = /^(?:the|our|your|an?) /i.test(text) || /^\p{Lu}/u.test(text) || text.toLowerCase().includes(key)
  return isNamed ? `How did you find ${articled(told)}?` : `How was your ${key} (${text})?`
}

/** "Rate: 4.2%", and nothing of one word under a key that may be a program's. */
const labelled = ({ isList, isPhrase, name, text }: Told): string | undefined => {
  if (isSensitive(text)) return undefined
  if (frames.plain.test(name) && / /.test(text)) return capital(text)
  if (frames.ours.test(name)) return undefined
  if (isList) return `${capital(name)}: ${text}`
  if (isPhrase && (frames.headings.test(name) || isSentence(text))) return capital(text)
  // A name of one letter, of a number or of many words is a program's.
  if (frames.prose.test(name) || !/^\p{L}{3,}(?: \p{L}+){0,2}$/u.test(name)) return undefined
  const isTelling = / \p{L}|\d|\p{Lu}\p{Ll}/u.test(text) || frames.counted.test(name) || frames.occasions.test(name)
  if (!isTelling || text.length > 120) return undefined
  return frames.leading.test(name) ? `${capital(name)} ${text}` : `${capital(noun(name))}: ${text}`
}

const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** What is given, what it costs, until when, and what is to be done by when. */
const termsOf = (told: Told, isAbout: boolean): string | undefined => {
  const { name, text } = told
  if (/^discount(?: percent| percentage| pct)?$/.test(name)) return discountOf(text)
  if (isPart("offer", told))
    return offerOf(text) ?? (/\p{L}/u.test(text) ? `${capital(noun(name))}: ${text}` : undefined)
  if (name === "price") {
    const cost = priceOf(text)
    return isAbout || cost?.startsWith("It costs ") !== true ? cost : `Price: ${text}`
  }
  if (isPart("hours", told) && /^(?:open|closed)\b/i.test(text)) return `We are ${lowered(text)}`
  const day = text.replace(/^(?:until|till|by|on) /i, "")
  if (isPart("until", told)) return name.includes("ends") ? `Ends ${dayOf(day)}` : `Valid until ${day}`
  if (isPart("renewal", told)) return `Your renewal is due ${dayOf(text)}`
  const act = frames.dueBy.exec(name)?.[1]
  if (act !== undefined) return `Please ${act === "rsvp" ? "reply" : act} by ${day}`
  return /^(?:benefits?|highlights?)$/.test(name) && isGain.test(text) ? `It ${lowered(text)}` : undefined
}

/** In the words that its key stands for. */
const framed = (told: Told, frame: string, objective: string): string => {
  const { name, text } = told
  const due = frame.startsWith("Due") ? ofObjective(objective) : undefined
  if (due !== undefined) return `${due} due ${dayOf(text)}`
  if (frame.startsWith("Included") && isSentence(text)) return capital(text)
  if (frame.startsWith("Reason") && isSentence(text) && text.split(" ").length > 3) return capital(text)
  const isTelling = frame.startsWith("This is about")
  const thing = isTelling || frame.startsWith("You bought") ? articled(told) : text
  const isOwn = isTelling && isTheirs(objective) && !/demo/i.test(objective) && /^(?:the )?\p{Ll}/u.test(thing)
  return (isTelling && isThing.test(name) && !isOwn ? `${tellingOf(objective)} @` : frame)
    .replace("#", () => noun(name))
    .replace("~", () => dayOf(text))
    .replace("@", () => (isOwn ? `your ${thing.replace(/^the /, "")}` : thing))
}

/** What a value is as a sentence of its own. */
const sentenceOf = (told: Told, objective: string, isAbout: boolean): string | undefined => {
  const question = isFeedback(objective) ? askedAbout(told) : undefined
  // A day that is none dates nothing.
  if (isPart("date", told) && spanOf(told.text) === undefined) return undefined
  const said = question ?? termsOf(told, isAbout)
  if (said !== undefined || isPart("offer", told) || told.name.startsWith("discount")) return said
  const frame = frameOf(told.name)
  return frame === undefined ? labelled(told) : framed(told, frame, objective)
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

const thirdPerson = /\b(?:he|she|him|his|hers?|himself|herself)\b/i

/** Said to whom it is about: "she ordered 3 boxes" of a summary becomes "You ordered 3 boxes"; undefined where it cannot. */
const addressed = (line: string, names: ReadonlyArray<string>): string | undefined => {
  const isNamed = names.some(
    (name) => name.trim() !== "" && new RegExp(`^${escaped(name.trim())}(?=['’\\s])`, "i").test(line)
  )
  const isAbout =
    isNamed ||
    /^(?:he|she|they|his|her|their|(?:the |this )?(?:customer|client|user|lead|prospect|subscriber))\b/i.test(line)
  if (!isAbout) return thirdPerson.test(line) ? undefined : line
  const spoken = toSecondPerson(line, names)
  return spoken?.kind === "said" && !thirdPerson.test(spoken.text) ? proseOf(spoken.text) : undefined
}

/** More is a list, and no message. */
const linesMost = 6

/** A few sentences, said to the person whose `names` those are. */
export const contextLinesOf = (
  context: unknown,
  names: ReadonlyArray<string> = [],
  { except = [], isAbout = false, objective = "" }: Said = {}
): ReadonlyArray<string> => {
  const told = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
    lines.map((line) => addressed(line, names)).filter((line) => line !== undefined)
  if (typeof context === "string")
    return told(
      sentencesOf(momentsIn(context))
        .slice(0, 4)
        .map(({ text }) => stopped(capital(text)))
    )
  if (!isRecord(context)) return []
  const all = toldOf(context).filter(({ name }) => !except.includes(name))
  const { lines, taken } = combined(all, objective, isAbout)
  const isAboutIt = isAbout || lines.length > 0 || all.some((one) => isPart("event", one) || isPart("about", one))
  const single = all.flatMap((one, place): ReadonlyArray<Line> => {
    if (taken.has(place)) return []
    const line = sentenceOf(one, objective, isAboutIt)
    // What it is about comes before what else there is to say of it.
    return line === undefined ? [] : [[isPart("about", one) && one.isList !== true ? -1 : place, line]]
  })
  return told(
    [...lines, ...single]
      .toSorted(([left], [right]) => left - right)
      .slice(0, linesMost)
      .map(([, text]) => stopped(text))
  )
}
