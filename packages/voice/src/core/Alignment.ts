/**
 * How well a text speaks in a brand's voice: 0..1, with the rule behind every point lost. Each rule is satisfied in part;
 * the score is their weighted mean. Only rules that apply to the voice are counted.
 */
import type { BrandVoice } from "@loopdrive/domain/Voice"
import { cues } from "./ToneCues.ts"
import { illegibilityOf } from "./guardrail/Legibility.ts"
import { memo } from "@loopdrive/domain/Memo"
import { measure } from "./text/Readability.ts"
import { sentencesOf, wordsOf } from "./text/Sentences.ts"
import { readings } from "./text/Folding.ts"
import type { Folded } from "./text/Folding.ts"
import { competitorsIn, forbiddenIn, replaceableIn, usedIn } from "./Vocabulary.ts"

export interface Aligned {
  readonly score: number
  /** `rule: what is off and what would help`; empty when nothing is. */
  readonly feedback: ReadonlyArray<string>
}

interface Mark {
  readonly rule: string
  readonly weight: number
  /** 0..1: how far the rule is kept. */
  readonly kept: number
  readonly advice: string
}

const share = (value: number): number => Math.min(1, Math.max(0, value))
const emoji = /\p{Extended_Pictographic}/u

/** Words per sentence that a length means. */
const lengths = { short: [3, 12], medium: [8, 20], long: [14, 32], varied: [4, 28] } as const

const sentenceLength = (text: string, wanted: BrandVoice["style"]["sentenceLength"]): Mark => {
  const { perSentence } = measure(text)
  const [least, most] = lengths[wanted]
  // A line or two may always be short.
  const under = sentencesOf(text).length > 2 ? share((least - perSentence) / least) : 0
  const over = share((perSentence - most) / most)
  return {
    rule: "sentence length",
    weight: 1.5,
    kept: 1 - Math.max(under, over),
    advice: `${perSentence.toFixed(0)} words per sentence; ${wanted} sentences have ${least} to ${most}`
  }
}

/** What the brand switched off and the text has. */
const switches = (text: string, { style }: BrandVoice): ReadonlyArray<Mark> => {
  const mark = (rule: string, weight: number, off: boolean, found: number, most: number, advice: string) =>
    off && found > most ? [{ rule, weight, kept: share(1 - (found - most) / (most + 2)), advice }] : []
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const marks = count(/!/g)
  return [
    ...mark("exclamation marks", 2, !style.exclamationMarks, marks, 0, "the brand uses none"),
    ...mark(
      "exclamation marks",
      1,
      style.exclamationMarks,
      marks,
      Math.max(2, sentencesOf(text).length / 2),
      "fewer would do"
    ),
    ...mark("emoji", 1.5, !style.emoji, count(new RegExp(emoji, "gu")), 0, "the brand uses none"),
    ...mark("dashes", 0.5, !style.dashes, count(/ [-–—] |—/g), 0, "the brand uses none"),
    ...mark("ellipses", 0.5, !style.ellipses, count(/\.{3}|…/g), 0, "the brand uses none"),
    ...mark("bullets", 0.5, !style.bullets, count(/^[ \t]*[-*•] /gm), 0, "the brand uses none"),
    ...mark("numbered lists", 0.5, !style.numberedLists, count(/^[ \t]*\d{1,3}[.)] /gm), 1, "the brand uses none"),
    ...mark("bold", 0.5, !style.bold, count(/\*\*[^*]+\*\*|<(?:b|strong)>/g), 0, "the brand uses none"),
    ...mark("italic", 0.5, !style.italic, count(/<(?:i|em)>|(?<![*\w])_[^_\s][^_]*_(?!\w)/g), 0, "the brand uses none")
  ]
}

const vocabulary = (text: string, voice: BrandVoice, folded: ReadonlyArray<Folded>): ReadonlyArray<Mark> => {
  const names = (findings: ReadonlyArray<{ readonly label: string }>): string =>
    [...new Set(findings.map(({ label }) => label))].join(", ")
  const marks: Array<Mark> = []
  const forbidden = forbiddenIn(text, voice, folded)
  if (forbidden.length > 0) marks.push({ rule: "forbidden words", weight: 5, kept: 0, advice: names(forbidden) })
  const rivals = competitorsIn(text, voice, folded)
  if (rivals.length > 0) marks.push({ rule: "competitors", weight: 4, kept: 0, advice: names(rivals) })
  const replaceable = replaceableIn(text, voice, folded)
  if (replaceable.length > 0) {
    const advice = replaceable.map(({ label, replacement }) => `"${replacement}" instead of "${label}"`)
    marks.push({ rule: "replacements", weight: 1.5, kept: 0.2, advice: [...new Set(advice)].join(", ") })
  }
  const jargon = voice.tone.technical < 60 ? usedIn(folded, voice.vocabulary.jargon) : []
  if (jargon.length > 0) marks.push({ rule: "jargon", weight: 1, kept: 0.3, advice: jargon.join(", ") })
  if (voice.vocabulary.preferred.length > 0) {
    const kept = usedIn(folded, voice.vocabulary.preferred).length > 0 ? 1 : 0.6
    marks.push({
      rule: "preferred words",
      weight: 1,
      kept,
      advice: `none of ${voice.vocabulary.preferred.slice(0, 5).join(", ")}`
    })
  }
  return marks
}

const slang =
  /\b(?:lol|lmao|rofl|omg|wtf|wanna|gonna|gotta|kinda|lemme|gimme|thx|plz|pls|btw|idk|imo|ur|u|r u|bro|yo|dude|sup)\b/gi
const shouted = /(?<![\p{L}\p{N}])\p{Lu}{5,}(?![\p{L}\p{N}])/gu

/** What no brand but the most playful writes: the spelling of chats, a row of marks, shouting, sentences begun in small letters. */
const careful = (text: string, { tone }: BrandVoice): ReadonlyArray<Mark> => {
  if (tone.playful >= 70 && tone.formal <= 25) return []
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const sentences = sentencesOf(text)
  const small = sentences.filter((sentence) => /^\p{Ll}[\p{Ll}\s,]/u.test(sentence.text)).length
  const mark = (rule: string, weight: number, found: number, advice: string): ReadonlyArray<Mark> =>
    found === 0 ? [] : [{ rule, weight, kept: share(0.6 - found * 0.3), advice }]
  return [
    ...mark("slang", 2, count(slang), "words of chats; the brand writes them out"),
    ...mark("punctuation", 1.5, count(/[!?]{2,}/g), "one mark is enough"),
    ...mark("capitals", 1.5, Math.max(0, count(shouted) - 1), "words in capitals shout"),
    ...mark("sentence starts", 1, small * 2 > sentences.length ? 1 : 0, "sentences begin with a capital")
  ]
}

/** What a slider asks for, against what the words of the text say: each 0..100. */
const sliders = (text: string, { tone }: BrandVoice): ReadonlyArray<Mark> => {
  const words = Math.max(12, wordsOf(text).length)
  return (["formal", "playful", "confident", "empathetic", "technical"] as const).flatMap(
    (name): ReadonlyArray<Mark> => {
      const { against, least, toward } = cues[name]
      const count = (patterns: RegExp): number => text.match(patterns)?.length ?? 0
      // A text that gives no sign stands in the middle where much is wanted, and shows nothing of what is not.
      const still = tone[name] >= 70 ? 50 : 0
      const heard = still + ((count(toward) - count(against)) / words) * 100 * least
      const level = Math.min(100, Math.max(0, heard))
      const off = tone[name] >= 70 ? tone[name] - level : tone[name] <= 30 ? level - tone[name] : 0
      const slack = 25
      if (tone[name] > 30 && tone[name] < 70) return []
      const advice = `${tone[name] >= 70 ? "less" : "more"} ${name} than the brand, which is at ${tone[name]}`
      return [{ rule: `tone ${name}`, weight: 1.5, kept: 1 - share((off - slack) / 50), advice }]
    }
  )
}

/** At most this grade for everyday writing; a technical brand may ask for more. */
const readable = (text: string, { tone }: BrandVoice): Mark => {
  const { perSentence, perWord } = measure(text)
  const grade = perSentence === 0 ? 0 : 0.39 * perSentence + 11.8 * perWord - 15.59
  const most = 9 + tone.technical / 20 + tone.formal / 40
  return {
    rule: "readability",
    weight: 1,
    kept: 1 - share((grade - most) / 8),
    advice: `grade ${grade.toFixed(0)}; the voice asks for at most ${most.toFixed(0)}`
  }
}

const judged = (text: string, voice: BrandVoice): Aligned => {
  const folded = readings(text)
  const illegible = illegibilityOf(text)
  if (illegible !== undefined) return { score: 0, feedback: [`text: ${illegible}`] }
  const marks = [
    sentenceLength(text, voice.style.sentenceLength),
    readable(text, voice),
    ...switches(text, voice),
    ...careful(text, voice),
    ...vocabulary(text, voice, folded),
    ...sliders(text, voice)
  ]
  const weight = marks.reduce((sum, mark) => sum + mark.weight, 0)
  const lost = marks.reduce((sum, mark) => sum + mark.weight * (1 - mark.kept), 0)
  return {
    // Two gross faults in a long list of small virtues must show.
    score: share(1 - lost / Math.max(3, Math.min(weight, 6))),
    feedback: marks
      .filter(({ kept }) => kept < 0.85)
      .toSorted((a, b) => b.weight * (1 - b.kept) - a.weight * (1 - a.kept))
      .map(({ advice, rule }) => `${rule}: ${advice}`)
  }
}

const judges = new WeakMap<BrandVoice, (text: string) => Aligned>()

/** A message is asked about as it is checked and again as it is answered. */
export const alignmentOf = (text: string, voice: BrandVoice): Aligned => {
  const known = judges.get(voice)
  if (known !== undefined) return known(text)
  const judge = memo(100, (one) => judged(one, voice))
  judges.set(voice, judge)
  return judge(text)
}
