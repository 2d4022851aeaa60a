/**
 * How alike two texts are written, by the groups of three characters they share: PostgreSQL's `word_similarity`
 * (https://www.postgresql.org/docs/current/pgtrgm.html), for the store that has no PostgreSQL.
 */

/** The trigrams of a text in their order: of every word, with two blanks before it and one behind. */
export const trigrams = (text: string): ReadonlyArray<string> =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    const padded = [...`  ${word} `]
    return padded.slice(2).map((_, at) => padded.slice(at, at + 3).join(""))
  })

/**
 * 0 to 1: the greatest share that the trigrams of `query` and those of some extent of `text` have in common, counted
 * once each. Quadratic in the length of `text`, which is a name or an address.
 */
export const wordSimilarity = (query: string, text: string): number => {
  const asked = new Set(trigrams(query))
  const ordered = trigrams(text)
  let best = 0
  for (let from = 0; from < ordered.length; from++) {
    const seen = new Set<string>()
    let shared = 0
    for (const trigram of ordered.slice(from)) {
      if (!seen.has(trigram) && asked.has(trigram)) shared++
      seen.add(trigram)
      best = Math.max(best, shared / (asked.size + seen.size - shared))
    }
  }
  return best
}
