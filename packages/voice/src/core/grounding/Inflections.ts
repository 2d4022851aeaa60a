/**
 * Names in the cases of Slavic languages: who is called Ada is written to as "Droga Ado", and a bakery in Lizbona is one
 * "w Lizbonie". A form is known by its stem, whose last consonant may have changed (Praga, w Pradze). Used by `Grounding`.
 */

const inflecting = /^(?:pl|cs|sk|sl|hr|sr|bs)(?![a-z])/i

/** Whether names change their endings in the language of `locale`. */
export const isInflecting = (locale: string | undefined): boolean => inflecting.test(locale ?? "")

/** In lower case without marks on letters. */
const bare = (word: string): string => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l")

/** How the last consonant of a stem may sound before an ending. */
const changes: ReadonlyArray<readonly [RegExp, string]> = [
  [/k$/, "c"],
  [/g$/, "dz"],
  [/h$/, "z"],
  [/t$/, "c"],
  [/d$/, "dz"],
  [/r$/, "rz"],
  [/ch$/, "sz"],
  [/c$/, "cz"]
]

const endings =
  "ego emu iego iemu iach iami iech owie owi ach ami ech iem iej ich iom ych ym im om em ej ie ia io iu ii ow a e i o u y"
    .split(" ")
    .toSorted((a, b) => b.length - a.length)

/** Of a word: itself, without its ending, without an e that comes and goes (Wiedeń, w Wiedniu; Marek, Marku). */
const stemsOf = (word: string): ReadonlyArray<string> => {
  const plain = bare(word)
  const stem = plain.replace(/[aeiouy]{1,2}$/, "")
  const all = [plain, stem.length < 2 ? plain : stem, plain.replace(/(?<=[^aeiouy])e(?=[^aeiouy]$)/, "")]
  return all.flatMap((one) => [
    one,
    ...changes.flatMap(([from, to]) => (from.test(one) ? [one.replace(from, to)] : []))
  ])
}

export const stemsIn = (words: Iterable<string>): ReadonlySet<string> =>
  new Set([...words].filter((word) => word.length > 2).flatMap(stemsOf))

export const isFormOf = (word: string, stems: ReadonlySet<string>): boolean => {
  const plain = bare(word)
  return (
    stems.has(plain) ||
    endings.some(
      (ending) =>
        plain.length - ending.length > 1 && plain.endsWith(ending) && stems.has(plain.slice(0, -ending.length))
    )
  )
}
