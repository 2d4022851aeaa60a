/**
 * From which day of the week to which: Tuesday to Sunday, du mardi au dimanche, 火曜日から日曜日. The days in between are said
 * as well, and where something is open on those a text may call it closed on the others. Used by `Grounding`.
 */
import type { Day, FoundDay } from "./Dates.ts"

/** Between the two days. */
const connector =
  /^s?\.?,?\s?(?:-|–|—|~|〜|to|till|until|through|thru|bis|au|à|a(?:l| la| el)?|até(?: à| ao)?|às?|ao|tot(?: en met)?|t\/m|do|till och med|hasta(?: el)?|fino a|から|到|至|부터|से|إلى|حتى)\s?(?:einschließlich\s|and including\s)?$/iu
const open =
  /open|hours|öffn|offen|uhr|ouvert|horaire|abiert|horario|abr(?:e|imos)|apert|orari|abert|geopend|openingstijd|otwar|godzin|öppe|営業|开放|营业|開放|營業|영업|\d{1,2}[:.h]\d{2}|\d\s?(?:[ap]\.?m\b|h\b)/iu
/** Around the range: where it is told what happens then. */
const reach = 60

export interface Range {
  /** 0 is Sunday. */
  readonly weekdays: ReadonlyArray<number>
  readonly isOpen: boolean
}

const weekdayOf = (found: FoundDay | undefined): number | undefined => found?.readings[0]?.weekday

/** `days`: those found in `text`. */
export const rangesIn = (days: ReadonlyArray<FoundDay>, text: string): ReadonlyArray<Range> =>
  days.flatMap((first, at): ReadonlyArray<Range> => {
    const last = days[at + 1]
    const [from, until] = [weekdayOf(first), weekdayOf(last)]
    if (last === undefined || from === undefined || until === undefined) return []
    if (last.start - first.end > 24 || !connector.test(text.slice(first.end, last.start))) return []
    const weekdays = Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, n) => (from + n) % 7)
    return [{ weekdays, isOpen: open.test(text.slice(Math.max(0, first.start - reach), last.end + reach)) }]
  })

export const daysOfRanges = (ranges: ReadonlyArray<Range>): ReadonlyArray<Day> =>
  ranges.flatMap(({ weekdays }) => weekdays.map((weekday): Day => ({ weekday })))

/** On which days something is open, where one stretch of the week is known and no other. */
export const openDaysOf = (ranges: ReadonlyArray<Range>): ReadonlySet<number> | undefined => {
  const [one, ...more] = new Map(ranges.map((range) => [range.weekdays.join(), range])).values()
  return one === undefined || more.length > 0 || !one.isOpen ? undefined : new Set(one.weekdays)
}

const closed =
  /(?<!\p{L})(?:closed|shut|geschlossen|zu|ruhetag|fermée?s?|cerrad[oa]s?|cerramos|chius[oaie]|chiudiamo|fechad[oa]s?|fechamos|gesloten|dicht|zamknięt[eyai]|nieczynn[eya]|stängt|stängda)(?!\p{L})|定休|休業|お?休み|休息|关门|關門|휴무|쉽니다|बंद|مغلق/iu

/** "Closed on Mondays", of what is open from Tuesday to Sunday: within a clause. */
export const isClosedOn = (
  { end, readings, start }: FoundDay,
  text: string,
  openDays: ReadonlySet<number> | undefined
): boolean => {
  if (openDays === undefined || !readings.some(({ weekday }) => weekday !== undefined && !openDays.has(weekday)))
    return false
  const before = text.slice(Math.max(0, start - reach), start).replace(/^[^]*[.!?;,\n。！？、]/u, "")
  const behind = text.slice(end, end + reach).replace(/[.!?;,\n。！？、][^]*$/u, "")
  return closed.test(`${before} ${behind}`)
}
