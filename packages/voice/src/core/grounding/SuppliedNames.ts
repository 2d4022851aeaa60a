/** Which words of what was supplied are names, and which places it speaks of. Used by `Grounding`. */
import * as Names from "./Names.ts"
import * as Places from "./Places.ts"

export const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => (made ??= { value: make() }).value
}

/** More words than these are a sentence, which begins with a capital. */
const nameMost = 3

export const namesOf = (supplied: string): ReadonlySet<string> =>
  new Set(
    supplied.split("\n").flatMap((line) => {
      const isName = line.split(" ", nameMost + 1).length <= nameMost
      return (isName ? (line.match(Names.capital) ?? []) : Names.namesIn(line)).flatMap(Names.wordsOf)
    })
  )

/** By name, or by the code of a country that stands alone. */
export const placesOf = (supplied: string, locale: string | undefined): ReadonlySet<string> =>
  new Set([
    ...Places.placesIn(supplied, locale).flatMap(({ ids }) => ids),
    ...Array.from(supplied.matchAll(/^[A-Z]{2}$/gm), ([code]) => `country ${code.toLowerCase()}`)
  ])
