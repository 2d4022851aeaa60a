/** Scripts whose letters stand beside figures without a space, or do so between words as well. */

/** For a class of a pattern with the flag u. */
export const letters =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Devanagari}\\p{Script=Arabic}"

const some = new RegExp(`[${letters}]`, "u")

export const isEastern = (text: string): boolean => some.test(text)

const each = new RegExp(`[${letters}]`, "gu")

/** The same length with spaces in their place, so that a name of Latin letters ends where they begin. */
export const withoutEastern = (text: string): string =>
  isEastern(text) ? text.replace(each, (letter) => " ".repeat(letter.length)) : text

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from("〇一二三四五六七八九", (sign, value): [string, number] => [sign, value])
)
const more: Readonly<Record<string, number>> = {
  零: 0,
  两: 2,
  兩: 2,
  ...Object.fromEntries(Array.from("일이삼사오육칠팔구", (sign, n): [string, number] => [sign, n + 1]))
}
const tens: Readonly<Record<string, number>> = { 십: 10, 十: 10, 百: 100, 千: 1000, 천: 1000, 백: 100 }
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 만: 1e4, 億: 1e8, 亿: 1e8, 억: 1e8 }

/** For a class: what a number in words is made of. */
export const numerals = "〇零一二两兩三四五六七八九十百千万萬億亿"

/** 万 of 4.9万, 千 of 3千. */
export const scaleOf = (signs: string): number =>
  [...signs].reduce((product, sign) => product * (tens[sign] ?? myriads[sign] ?? 1), 1)

/** 四千九百, 三十, 二〇二六. */
export const valueOf = (words: string): number => {
  const isRow = ![...words].some((sign) => sign in tens || sign in myriads)
  if (isRow) return Number([...words].map((sign) => digits[sign] ?? more[sign] ?? 0).join(""))
  let [total, part, digit] = [0, 0, 0]
  for (const sign of words) {
    const [ten, myriad] = [tens[sign], myriads[sign]]
    if (myriad !== undefined) {
      total += Math.max(1, part + digit) * myriad
      part = digit = 0
    } else if (ten !== undefined) {
      part += Math.max(1, digit) * ten
      digit = 0
    } else digit = digits[sign] ?? more[sign] ?? 0
  }
  return total + part + digit
}
