/**
 * What has to be known of a language other than English to tell what a text in it counts, dates or promises. Names of
 * months and weekdays come from CLDR (`Intl`), number words from `n2words`; the rest is small and stands in one file per
 * language, so that another language is one more file.
 */

/** A promise, and what must have been supplied for it. */
export interface PromiseWords {
  /** Source of a pattern, without regard to case. */
  readonly said: string
  readonly needs: ReadonlyArray<Ground>
}

/** What a promise stands on, in whichever language it was supplied: `ForeignPromises` has the words. */
export type Ground =
  | "free"
  | "shipping"
  | "returns"
  | "guarantee"
  | "no deposit"
  | "scarcity"
  | "fame"
  | "comparison"
  | "today"
  | "organic"
  | "vegan"
  | "gluten-free"
  | "waterproof"
  | "handmade"

export interface Language {
  /** ISO 639-1. */
  readonly code: string
  readonly cardinal: (value: number) => string
  /** Which one of a row, as a day of a month is called in words. */
  readonly ordinals: (value: number) => ReadonlyArray<string>
  /** Number words that `cardinal` does not make. */
  readonly numbers: Readonly<Record<string, number>>
  /** Number words that are other words as well: they count only before money, a share or a unit. */
  readonly homonyms: ReadonlyArray<string>
  /** Units of time, each a pattern for its forms and the English name of the unit. */
  readonly units: Readonly<Record<string, string>>
  /** All that follows are sources of patterns, without regard to case. */
  readonly date: {
    /** Between a day and its month, and a month and its year. */
    readonly of: string
    /** Before the end of a stretch. */
    readonly until: string
    /** Behind a weekday, in one word with it. */
    readonly weekdayEnding: string
    /** Forms that CLDR does not have, in lower case: 1 is January. */
    readonly months?: Readonly<Record<string, number>>
    /** 0 is Sunday. */
    readonly weekdays?: Readonly<Record<string, number>>
  }
  readonly time: {
    /** Before the hour, of times only; may be empty. */
    readonly at: string
    /** Before the hour and of other things as well: it takes a mark, too. */
    readonly around: string
    /** Behind the hour; `(?!)` where there is none. */
    readonly mark: string
    /** How the hour is called in words, where that is no cardinal. */
    readonly hour?: (value: number) => string
    /** Words before the hour, and the minutes they add. */
    readonly before: Readonly<Record<string, number>>
    /** Words behind the hour, and the minutes they add. */
    readonly behind: Readonly<Record<string, number>>
    /** Minutes since midnight of what has a name. */
    readonly named: Readonly<Record<string, number>>
  }
  /** Parts, and the percentages that they stand for. */
  readonly portions: ReadonlyArray<readonly [said: string, percents: ReadonlyArray<number>]>
  readonly promises: ReadonlyArray<PromiseWords>
}
