/** How much a text would hurt whoever reads it, 0..1, by the lexicon; obfuscated spellings are read through. */
import { readings } from "../../text/Folding.ts"
import { foreign } from "./ForeignHurts.ts"
import { foreignPrejudice } from "./ForeignPrejudice.ts"
import { excluding } from "./Exclusions.ts"
import { spanOf } from "../../text/Folding.ts"
import { find } from "../../text/Lookup.ts"
import type { Finding } from "../../Check.ts"
import type { Folded } from "../../text/Folding.ts"
import { shaming } from "./BodyShaming.ts"
import { coercions } from "./Coercions.ts"
import { contempt } from "./Contempt.ts"
import { contraband } from "./Contraband.ts"
import { denying } from "./Discrimination.ts"
import { inciting } from "./Incitement.ts"
import { intimidations } from "./Intimidations.ts"
import { likenings } from "./Likenings.ts"
import { lures } from "../claims/Lures.ts"
import { isEveryday } from "../../text/Homographs.ts"
import { hurtful } from "./HurtfulMeanings.ts"
import { innuendos } from "./Innuendos.ts"
import { insinuations } from "./Insinuations.ts"
import { isOfPests } from "./Pests.ts"
import { meaningsIn } from "../Meaning.ts"
import { menaces } from "./Menaces.ts"
import { mockery } from "./Mockery.ts"
import { prejudiced } from "./Prejudice.ts"
import { propositions } from "./Propositions.ts"
import { dares } from "./SelfHarmDares.ts"
import { slighting } from "./Slights.ts"
import { soliciting } from "./Solicitation.ts"
import { harmless, lexicon, ofOurselves, ofThings } from "./ToxicLexicon.ts"
import { veiled } from "./VeiledHurts.ts"
import type { Hurt } from "./ToxicLexicon.ts"

export interface Toxicity {
  /** Several weak signs add up: one minus the product of what each leaves. */
  readonly score: number
  readonly categories: ReadonlyArray<Hurt["category"]>
  readonly findings: ReadonlyArray<Finding & { readonly weight: number }>
}

/** At this a text is toxic. */
export const blockedFrom = 0.5

const words = [...lexicon, ...foreign]
const meanings = [
  ...hurtful,
  ...slighting,
  ...prejudiced,
  ...foreignPrejudice,
  ...excluding,
  ...veiled,
  ...insinuations,
  ...innuendos,
  ...coercions,
  ...lures,
  ...contempt,
  ...propositions,
  ...menaces,
  ...likenings,
  ...mockery,
  ...intimidations,
  ...denying,
  ...inciting,
  ...soliciting,
  ...dares,
  ...contraband,
  ...shaming
]

/** A sentence that means harm is as sure as a word that does. */
const meant = 0.8

/** Said of whoever writes, of a kettle, or of rats in the loft: read off what stands before it. */
const isHarmless = (category: Hurt["category"], said: string, text: string, at: number): boolean => {
  if (category !== "insult" && category !== "threat") return false
  if (category === "threat" && said.endsWith(" them") && isOfPests(text, at)) return true
  return (category === "insult" ? ofOurselves : ofThings).test(text.slice(Math.max(0, at - 60), at))
}

/** Letter by letter nobody writes these but to have them pass. */
const spelledOut =
  /pathetic|worthless|disgusting|stupid|useless|liar|loser|scum|ugly|worm|trash|vermin|erbarmlich|wertlos|lugner|versager|minable|menteur|inutil|mentiros|bugiard|fallit|waardeloos|leugenaar|ciccion|grasson|balena|fettsack|schwein|dickwanst|baleine|ballena|baleia|gordinflon|vetzak|dikzak|varken/

const apart = (folded: ReadonlyArray<Folded>) =>
  folded.flatMap((reading) =>
    reading.runs
      .filter(([from, to]) => spelledOut.test(reading.text.slice(from, to)))
      .map(([from, to]) => ({ ...spanOf(reading, from, to), label: "insult" as const, replacement: "", weight: meant }))
  )

/** Spelled with a digit or a sign nobody means anything but what it hides. */
const hidden =
  /sex|sexy|sexting|boobs?|boobies|tits|titties|titten|bruste|nippels?|porno?|nudes?|noods?|naked|horny|milfs?|dicks?|cocks?|penis|pussy|booty|orgasms?|blowjobs?|fetish|kinky|slutty|onlyfans|seins|nichons|tetas/g
/** A model or a code goes on after it. */
const numbered = /^[-/]?\d|^-[a-z]?\d/i

const spelledAround = (text: string, folded: ReadonlyArray<Folded>) =>
  folded.length === 1
    ? []
    : find(folded.slice(1), hidden)
        .filter(({ end, start }) => /[\d@$€!|+]/.test(text.slice(start, end)) && !numbered.test(text.slice(end)))
        .map(({ end, start }) => ({ start, end, label: "harassment" as const, replacement: "", weight: meant }))

export const toxicityOf = (text: string, folded: ReadonlyArray<Folded> = readings(text)): Toxicity => {
  const said = words.flatMap(({ category, pattern, weight }) =>
    find(folded, pattern)
      .filter((found) => !harmless.test(found.text) && !isHarmless(category, found.text, text, found.start))
      .filter((found) => !isEveryday(found.text, text, found.start, found.end))
      .map(({ end, start }) => ({ start, end, label: category, replacement: "", weight }))
  )
  const sentences = meaningsIn(text, folded, meanings).map((heard) => ({ ...heard, replacement: "", weight: meant }))
  const findings = [...said, ...sentences, ...apart(folded), ...spelledAround(text, folded)]
  // One word may be known to several patterns; it hurts once.
  const taken = new Uint8Array(text.length)
  const heaviest = findings
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ end, start }) => {
      const free = !taken.subarray(start, end).includes(1)
      taken.fill(1, start, end)
      return free
    })
  const remaining = heaviest.reduce((left, { weight }) => left * (1 - weight), 1)
  return { score: 1 - remaining, categories: [...new Set(heaviest.map(({ label }) => label))], findings: heaviest }
}
