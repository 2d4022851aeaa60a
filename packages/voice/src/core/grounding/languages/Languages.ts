/** The languages other than English that are known by more than their capitals. */
import { dutch } from "./Dutch.ts"
import { french } from "./French.ts"
import { german } from "./German.ts"
import { italian } from "./Italian.ts"
import type { Language } from "./Language.ts"
import { polish } from "./Polish.ts"
import { portuguese } from "./Portuguese.ts"
import { spanish } from "./Spanish.ts"
import { swedish } from "./Swedish.ts"

const known = new Map(
  [dutch, french, german, italian, polish, portuguese, spanish, swedish].map((one) => [one.code, one])
)

/** Nobody says which language: it is English. */
export const isEnglish = (locale: string | undefined): boolean => locale === undefined || /^en(?![a-z])/i.test(locale)

/** By a language tag (BCP 47) such as `de-AT`; undefined for English and for what is not known. */
export const languageOf = (locale: string | undefined): Language | undefined =>
  known.get((locale ?? "").slice(0, 2).toLowerCase())

/** What is made of a language once, when it is first spoken. */
export const perLanguage = <A>(make: (language: Language) => A): ((language: Language) => A) => {
  const made = new WeakMap<Language, { readonly of: A }>()
  return (language) => {
    const one = made.get(language) ?? { of: make(language) }
    made.set(language, one)
    return one.of
  }
}
