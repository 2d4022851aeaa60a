/**
 * Texts as vectors by signed feature hashing, with no model and no network. Used by `LocalEmbedding.ts`.
 *
 * Every feature of the text adds its weight to one coordinate, chosen by one hash, with a sign chosen by another, so
 * that collisions cancel on average and inner products are kept in expectation (Weinberger, Dasgupta, Langford, Smola,
 * Attenberg: Feature Hashing for Large Scale Multitask Learning, ICML 2009, https://arxiv.org/abs/0902.2206).
 *
 * Features are words, pairs of neighbouring words, and runs of 3 to 5 characters within a word and its edges. Near
 * therefore means: the same or similarly written words. A paraphrase that shares no word stems is not near.
 */
import * as Vector from "./Vector.ts"

/** What one family of features weighs. Words carry meaning, their pieces forgive typing and inflection. */
const weight = { word: 1, pair: 0.5, piece: 0.35 } as const
const pieceShortest = 3
const pieceLongest = 5
/** Words of this length or more count in full; "a" and "the" say little in most languages. */
const fullWordLength = 6

const edge = 0x02
const fnvPrime = 0x01000193
const seed = { word: 0x811c9dc5, pair: 0x3c6ef372, piece: 0x9e3779b9 } as const

/** FNV-1a, one step per UTF-16 unit (http://www.isthe.com/chongo/tech/comp/fnv/). */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, fnvPrime)

/** The finalizer of MurmurHash3 (Appleby, public domain): spreads every input bit over the word. */
const mix = (hash: number): number => {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const hashWord = (word: string, start: number): number => {
  let hash = start
  for (let i = 0; i < word.length; i += 1) hash = step(hash, word.charCodeAt(i))
  return hash
}

/** Adds one feature. The sign's hash is independent of the coordinate's: it mixes the hash once more with other bits. */
const add = (vector: Float64Array, hash: number, amount: number): void => {
  const mixed = mix(hash)
  const at = mixed % vector.length
  const sign = mix(mixed ^ 0x5bd1e995) & 1 ? 1 : -1
  vector[at] = (vector[at] ?? 0) + sign * amount
}

const addPieces = (vector: Float64Array, word: string, amount: number): void => {
  const unit = (i: number): number => (i < 0 || i >= word.length ? edge : word.charCodeAt(i))
  // One unit beyond either end marks the word's edges.
  for (let start = -1; start <= word.length - pieceShortest + 1; start += 1) {
    let hash: number = seed.piece
    for (let length = 1; length <= pieceLongest && start + length <= word.length + 1; length += 1) {
      hash = step(hash, unit(start + length - 1))
      if (length >= pieceShortest) add(vector, step(hash, length), amount)
    }
  }
}

/** Words, digits and lone symbols (an emoji is a word) of the text, compatibility-composed and in lower case. */
export const words = (text: string): ReadonlyArray<string> =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+|\p{S}/gu) ?? []

/**
 * The text as a vector of `dimensions` numbers and of length 1. Deterministic on every machine. Defined for every
 * string: what has no words is the first axis. Time is linear in the length, which the caller bounds.
 */
export const embed = (text: string, dimensions: number): Float32Array => {
  const vector = new Float64Array(dimensions)
  let previous: string | undefined
  for (const word of words(text)) {
    const share = Math.min(1, word.length / fullWordLength)
    add(vector, hashWord(word, seed.word), weight.word * share)
    addPieces(vector, word, weight.piece * share)
    if (previous !== undefined)
      add(vector, hashWord(word, step(hashWord(previous, seed.pair), edge)), weight.pair * share)
    previous = word
  }
  return Vector.normalise(vector)
}
