/**
 * What was worked out of a text, kept for when the same text comes again: a wallet's id with every command, a brand's
 * phrases and a person's memories several times while a message is composed. Bounded; the one unused longest is forgotten
 * first.
 */

/** Longer texts are worked out each time: few are, and they would take the room of many. */
const longestKept = 4000

/** `make`, which depends on its text alone, asked once for each of the last `most` texts. */
export const memo = <A>(most: number, make: (text: string) => A): ((text: string) => A) => {
  const kept = new Map<string, { readonly value: A }>()
  return (text) => {
    if (text.length > longestKept) return make(text)
    const known = kept.get(text)
    const entry = known ?? { value: make(text) }
    // The last one asked for stands last.
    if (known !== undefined) kept.delete(text)
    else if (kept.size >= most) for (const oldest of kept.keys().take(1)) kept.delete(oldest)
    kept.set(text, entry)
    return entry.value
  }
}
