/** Roman numerals that number a part of a work, as digits: Volume III is the volume 3 that somebody else speaks of. */

const works =
  "Volume|Vol\\.|Part|Chapter|Season|Episode|Act|Book|Phase|Stage|Edition|Issue|Band|Teil|Kapitel|Staffel|Tome|Partie|Chapitre|Saison|Parte|Cap[ií]tulo|Temporada|Capitolo|Stagione|Deel|Hoofdstuk"
/** Up to 39. A single I is more often somebody speaking of themselves. */
const numbered = new RegExp(
  `(?<![\\p{L}\\p{N}])(${works})( )(X{0,3}(?:IX|IV|V?I{0,3}))(?![\\p{L}\\p{N}'’])(?!(?<= I)(?! of\\b| ?[,.:;!?)\\n]|$))`,
  "gu"
)

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

const valueOf = (numeral: string): number =>
  [...numeral].reduce((sum, sign, at) => {
    const [own, next] = [values[sign] ?? 0, values[numeral.charAt(at + 1)] ?? 0]
    return own < next ? sum - own : sum + own
  }, 0)

export const withDigits = (text: string): string =>
  text.replace(numbered, (whole, work: string, gap: string, numeral: string) =>
    numeral === "" ? whole : `${work}${gap}${valueOf(numeral)}`
  )
