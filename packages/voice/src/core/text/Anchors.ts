/**
 * Words that a pattern cannot match without, read off its source: a text that has none of them need not be searched. So
 * hundreds of patterns cost little on a text that means no harm (the literal prefilters of RE2 and ripgrep do the same).
 *
 * For patterns in lower case that meet folded text. What is not understood of a pattern asks for nothing, so that nothing
 * is ever overlooked.
 */

/** Each set is one condition: at least one of its words stands in every text that matches. */
export type Anchors = ReadonlyArray<ReadonlyArray<string>>

/** What is known of a part of a pattern. */
interface Part {
  /** All that it can match, while that is a few words. */
  readonly exact: ReadonlyArray<string> | undefined
  readonly needed: Anchors
}

const anything: Part = { exact: undefined, needed: [] }
const nothing: Part = { exact: [""], needed: [] }

/** More spellings of one stretch than these are not followed. */
const spellingsMost = 64
/** A condition of more words is not worth asking. */
const wordsMost = 400
/** Shorter ones stand everywhere. */
const shortest = 3

const shortestOf = (words: ReadonlyArray<string>): number =>
  words.reduce((least, word) => Math.min(least, word.length), Number.POSITIVE_INFINITY)

const isUseful = (words: ReadonlyArray<string>): boolean =>
  words.length > 0 && words.length <= wordsMost && shortestOf(words) >= shortest

const distinct = (words: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(words)]

/** What every match of a part contains, a few words of all it can be included. */
const neededBy = ({ exact, needed }: Part): Anchors =>
  exact !== undefined && isUseful(exact) ? [...needed, exact] : needed

/** The condition that is met least often: long words, and few of them. */
const strictest = (needed: Anchors): ReadonlyArray<string> | undefined =>
  needed.toSorted((a, b) => shortestOf(b) - shortestOf(a) || a.length - b.length)[0]

const crossed = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<string> =>
  a.flatMap((head) => b.map((tail) => head + tail))

/** One part after the other. */
const sequence = (parts: ReadonlyArray<Part>): Part => {
  const needed: Array<ReadonlyArray<string>> = []
  let run: ReadonlyArray<string> = [""]
  let whole = true
  const flush = (): void => {
    if (isUseful(run)) needed.push(run)
    run = [""]
    whole = false
  }
  for (const part of parts) {
    needed.push(...part.needed)
    if (part.exact === undefined) flush()
    else if (run.length * part.exact.length <= spellingsMost) run = distinct(crossed(run, part.exact))
    else {
      flush()
      run = part.exact
    }
  }
  if (whole) return { exact: run, needed }
  if (isUseful(run)) needed.push(run)
  return { exact: undefined, needed }
}

/** One part or the other. */
const choice = (parts: ReadonlyArray<Part>): Part => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const all = parts.flatMap(({ exact }) => exact ?? [])
  const few = parts.every(({ exact }) => exact !== undefined) && all.length <= spellingsMost
  if (few) return { exact: distinct(all), needed: [] }
  const each = parts.map((part) => strictest(neededBy(part)))
  const union = each.every((words) => words !== undefined) ? distinct(each.flat()) : []
  return { exact: undefined, needed: isUseful(union) ? [union] : [] }
}

const repeated = (part: Part, least: number, most: number): Part => {
  if (most === 1 && least === 0) return { exact: part.exact && distinct(["", ...part.exact]), needed: [] }
  if (least === 0) return anything
  return most === 1 ? part : { exact: undefined, needed: neededBy(part) }
}

/** What a pattern is written in. */
const signs = {
  or: /\|/uy,
  times: /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy,
  open: /\((?:\?(?:[:]|<?[=!]|<\w+>))?/uy,
  close: /\)/uy,
  set: /\[((?:\\[^]|[^\]\\])*)\]/uy,
  edge: /\^|\$|\\[bB]/uy,
  any: /\\(?:u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|k<\w+>|\w)|\./uy,
  literal: /\\([^])|([^])/uy
}

/** Reads a pattern from its left to its right. */
class Reader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  /** `sticky` matches where it is told to begin, or not at all. */
  private taken(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at
    const match = sticky.exec(this.source)
    if (match !== null) this.at = sticky.lastIndex
    return match
  }

  /** Up to the end or to a bracket that closes. */
  choice(): Part {
    const parts = [this.sequence()]
    while (this.taken(signs.or) !== null) parts.push(this.sequence())
    return choice(parts)
  }

  private sequence(): Part {
    const parts: Array<Part> = []
    while (this.at < this.source.length && !/[|)]/.test(this.source.charAt(this.at))) parts.push(this.quantified())
    return sequence(parts)
  }

  private quantified(): Part {
    const part = this.atom()
    const times = this.taken(signs.times)
    if (times === null) return part
    const [, sign, least = "", comma, most = ""] = times
    if (sign !== undefined) return repeated(part, sign === "+" ? 1 : 0, sign === "?" ? 1 : Number.POSITIVE_INFINITY)
    const upper = comma === "" ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most)
    return repeated(part, Number(least), upper)
  }

  private atom(): Part {
    // Looking around takes nothing of the text; what it asks for is left unasked.
    const group = this.taken(signs.open)
    if (group !== null) {
      const inner = this.choice()
      this.taken(signs.close)
      return /^\(\?<?[=!]/.test(group[0]) ? nothing : inner
    }
    const set = this.taken(signs.set)
    if (set !== null) {
      const members = String(set[1])
      return /^[^\\^-]{1,8}$/.test(members) ? { exact: [...members], needed: [] } : anything
    }
    if (this.taken(signs.edge) !== null) return nothing
    if (this.taken(signs.any) !== null) return anything
    const literal = this.taken(signs.literal)
    return { exact: [String(literal?.[1] ?? literal?.[2])], needed: [] }
  }
}

const known = new WeakMap<RegExp, Anchors>()

/** The conditions for a pattern, worked out once for each. */
export const anchorsOf = (pattern: RegExp): Anchors => {
  const before = known.get(pattern)
  if (before !== undefined) return before
  const made = pattern.ignoreCase ? [] : neededBy(new Reader(pattern.source).choice())
  known.set(pattern, made)
  return made
}

/** Which three characters in a row a text has, by a number for each three: a false yes is possible, a false no is not. */
const gram = (text: string, at: number): number =>
  text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)

interface Index {
  readonly text: string
  readonly grams: Uint8Array
  readonly answers: Map<ReadonlyArray<string>, boolean>
}

const indexOf = (text: string): Index => {
  const grams = new Uint8Array(text.length < 600 ? 1 << 11 : 1 << 14)
  const last = grams.length - 1
  for (let at = 0; at + shortest <= text.length; at++) grams[gram(text, at) & last] = 1
  return { text, grams, answers: new Map() }
}

const contains = ({ grams, text }: Index, word: string): boolean => {
  const last = grams.length - 1
  return (
    grams[gram(word, 0) & last] === 1 && grams[gram(word, word.length - shortest) & last] === 1 && text.includes(word)
  )
}

const meets = (index: Index, words: ReadonlyArray<string>): boolean => {
  const before = index.answers.get(words)
  if (before !== undefined) return before
  const met = words.some((word) => contains(index, word))
  index.answers.set(words, met)
  return met
}

const indexes = new WeakMap<{ readonly text: string }, Index>()

/** False only where `pattern` matches nowhere in the text. What is asked of the same object again is remembered. */
export const mayMatch = (reading: { readonly text: string }, pattern: RegExp): boolean => {
  let index = indexes.get(reading)
  if (index === undefined) {
    index = indexOf(reading.text)
    indexes.set(reading, index)
  }
  const held = index
  return anchorsOf(pattern).every((words) => meets(held, words))
}
