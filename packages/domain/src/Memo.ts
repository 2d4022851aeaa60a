/**
 * What was worked out of a text, kept for when the same text comes again: a wallet's id with every command, a brand's
 * phrases and a person's memories several times while a message is composed. Bounded, in two generations: what was asked
 * for while the younger one filled is kept, and being asked for costs one look.
 */

/** Longer texts are worked out each time: few are, and they would take the room of many. */
const longestKept = 4000

/** `make`, which depends on its text alone, asked once for each of the last `most` texts or, at worst, half of them. */
export const memo = <A>(most: number, make: (text: string) => A): ((text: string) => A) => {
  const generation = Math.max(1, Math.floor(most / 2))
  let young = new Map<string, { readonly value: A }>()
  let old = young
  return (text) => {
    if (text.length > longestKept) return make(text)
    const known = young.get(text)
    if (known !== undefined) return known.value
    const entry = old.get(text) ?? { value: make(text) }
    if (young.size >= generation) {
      old = young
      young = new Map()
    }
    young.set(text, entry)
    return entry.value
  }
}
