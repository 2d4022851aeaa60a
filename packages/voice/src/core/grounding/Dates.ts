/** Days and times of day in English text, in the forms people write; those of other languages are in `ForeignDates`. */

/** What was said of a day; a month alone has neither day nor year. */
export interface Day {
  readonly year?: number
  /** 1..12 */
  readonly month?: number
  readonly day?: number
  /** 0 is Sunday. */
  readonly weekday?: number
}

export interface FoundDay {
  readonly start: number
  readonly end: number
  /** More than one where the order of day and month cannot be told. */
  readonly readings: ReadonlyArray<Day>
}

export interface FoundTime {
  readonly start: number
  readonly end: number
  /** Minutes since midnight; two where morning or evening is not said. */
  readonly minutes: ReadonlyArray<number>
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
const day = "(\\d{1,2})(?:st|nd|rd|th)?"
const year = "(?:,?\\s+(\\d{4}))?"

const monthOf = (name = ""): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1

export const dayOf = (y: string | undefined, m: number, d: string | undefined): Day | undefined => {
  const number = d === undefined ? undefined : Number(d)
  if (m < 1 || m > 12 || (number !== undefined && (number < 1 || number > 31))) return undefined
  return {
    month: m,
    ...(number === undefined ? {} : { day: number }),
    ...(y === undefined ? {} : { year: y.length === 2 ? 2000 + Number(y) : Number(y) })
  }
}

const until = "\\s?(?:-|–|to|until)\\s?"

type Groups = ReadonlyArray<string | undefined>

/** How a day is written, and what it then says; undefined where it says none. */
export type DayForm = readonly [RegExp, (groups: Groups) => ReadonlyArray<Day | undefined>]

const stamp: DayForm = [
  /\b(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?\b/g,
  ([, y, m, d]) => [dayOf(y, Number(m), d)]
]
const figures: ReadonlyArray<DayForm> = [
  [
    /(?<!\d[.,])\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\b/g,
    ([, a, b, y]) => [dayOf(y, Number(a), b), dayOf(y, Number(b), a)]
  ],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?!\d)/g, ([, d, m, y]) => [dayOf(y, Number(m), d)]]
]

/** The same in every language. */
export const inFigures: ReadonlyArray<DayForm> = [stamp, ...figures]

export const inEnglish: ReadonlyArray<DayForm> = [
  stamp,
  [new RegExp(`\\b${day}\\s+(?:of\\s+)?${month}${year}\\b`, "gi"), ([, d, m, y]) => [dayOf(y, monthOf(m), d)]],
  [
    new RegExp(`\\b${month}\\s+${day}(?![\\d:])${year}(?!\\s*(?:%|percent))`, "gi"),
    ([, m, d, y]) => [dayOf(y, monthOf(m), d)]
  ],
  // The other end of a stretch: 24 to 27 December, December 24-27.
  [
    new RegExp(`\\b${day}(?=${until}${day}\\s+(?:of\\s+)?${month}${year}\\b)`, "gi"),
    ([, d, , m, y]) => [dayOf(y, monthOf(m), d)]
  ],
  [
    new RegExp(`(?<=\\b${month}\\s+${day}${until})${day}\\b(?!:\\d|\\s*(?:%|percent|[ap]\\.?m\\b))`, "gi"),
    ([, m, , d]) => [dayOf(undefined, monthOf(m), d)]
  ],
  ...figures,
  [new RegExp(`\\b${month}\\s+(\\d{4})\\b`, "gi"), ([, m, y]) => [dayOf(y, monthOf(m), undefined)]],
  [
    new RegExp(
      `(?<=\\b(?:in|since|until|till|by|from|through|this|next|last|early|late|mid|of|during|before|after|every|and|to)[ -])${month}(?![\\w'])`,
      "gi"
    ),
    ([, m]) => [dayOf(undefined, monthOf(m), undefined)]
  ],
  [
    /\b(?:January|February|April|June|July|August|September|October|November|December)\b/g,
    ([m]) => [dayOf(undefined, monthOf(m), undefined)]
  ],
  [
    /\b(sun|mon|tues?|wednes|thurs?|fri|satur)days?\b|\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat)\b(?!')/gi,
    ([, long, short]) => [{ weekday: weekdayNames.indexOf((long ?? short ?? "").slice(0, 3).toLowerCase()) }]
  ]
]

/** A short weekday is a word of its own only with its capital: sun, sat, wed are others. */
const isWord = (text: string): boolean => /^(?:sun|sat|wed|mon|fri|thu|tue|may|mar|march|august)$/.test(text)

/** Each stretch once, by the fullest form that it has. A dot behind it may end the sentence, so it is not part of it. */
export const daysIn = (text: string, forms: ReadonlyArray<DayForm> = inEnglish): ReadonlyArray<FoundDay> => {
  const found: Array<FoundDay> = []
  const taken = new Uint8Array(text.length)
  for (const [form, read] of forms) {
    for (const match of text.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].replace(/[\s.]+$/, "").length]
      if (isWord(match[0]) || taken.subarray(start, end).includes(1)) continue
      const readings = read(match).filter((reading) => reading !== undefined)
      if (readings.length === 0) continue
      found.push({ start, end, readings })
      taken.fill(1, start, end)
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const weekdayOf = ({ day: d, month: m, year: y }: Day): number | undefined =>
  y === undefined || m === undefined || d === undefined ? undefined : new Date(Date.UTC(y, m - 1, d)).getUTCDay()

/** Whether what is said follows from what is known. `years` are numbers that stand in the sources by themselves. */
export const agrees = (said: Day, known: Day, years: ReadonlySet<number>): boolean => {
  if (said.weekday !== undefined) return known.weekday === said.weekday || weekdayOf(known) === said.weekday
  if (said.month !== known.month) return false
  if (said.day !== undefined && said.day !== known.day) return false
  return said.year === undefined || said.year === known.year || (known.year === undefined && years.has(said.year))
}

const hours = "twelve one two three four five six seven eight nine ten eleven".split(" ")
const someHour = `(\\d{1,2}|${hours.join("|")})`

const clock = new RegExp(
  `\\b(\\d{1,2})(?:[:.](\\d{2}))?\\s?([ap])\\.?\\s?m\\b\\.?|\\b(\\d{1,2}):(\\d{2})(?!\\d)|\\b${someHour}\\s?o['’]clock\\b|\\b(?:(?:12|twelve)\\s)?(noon|midnight)\\b`,
  "gi"
)

const parts: Readonly<Record<string, number>> = {
  half: 30,
  quarter: 15,
  five: 5,
  ten: 10,
  twenty: 20,
  "twenty-five": 25
}
const dayPart = "(?: (?:at (night)|in the (morning|afternoon|evening)))"
const told = new RegExp(
  `\\b(?:a )?(half|quarter|five|ten|twenty|twenty-five)(?: minutes)? (past|to) ${someHour}${dayPart}?\\b(?! (?:people|guests|of))`,
  "gi"
)

const hourOf = (said: string): number => (/^\d/.test(said) ? Number(said) : hours.indexOf(said.toLowerCase()))

const dayParts = new RegExp(
  `(?<=\\b(?:at|by|from|to|until|till|before|after|around)\\s)${someHour}(?: o['’]clock)?${dayPart}\\b`,
  "gi"
)

/** Till 12 at night, at nine in the evening. */
const partedTimesIn = (text: string): ReadonlyArray<FoundTime> =>
  Array.from(text.matchAll(dayParts)).flatMap(({ 0: whole, 1: said = "", 2: night, 3: part, index }) => {
    const time = hourOf(said) % 12
    if (hourOf(said) > 12) return []
    const isLater = isLate(time * 60, night, part)
    return [{ start: index, end: index + whole.length, minutes: [(time + (isLater ? 12 : 0)) * 60] }]
  })

/** Whether a time by a clock of twelve hours is past noon: ten at night is, two at night is not. */
const isLate = (minute: number, night: string | undefined, part: string | undefined): boolean =>
  night === undefined ? part?.toLowerCase() !== "morning" : minute >= 360

/** Half past two, by night or by day. "Five to ten" says how many as often as when. */
const toldTimesIn = (text: string): ReadonlyArray<FoundTime> =>
  Array.from(text.matchAll(told)).flatMap((match): ReadonlyArray<FoundTime> => {
    const [whole, part = "", way = "", hour = "", night, ofDay] = match
    const offset = parts[part.toLowerCase()] ?? 0
    const isClock = /^past$/i.test(way) || offset === 15
    if (!isClock) return []
    const minute = ((hourOf(hour) % 12) * 60 + (/^past$/i.test(way) ? offset : -offset) + 720) % 720
    const found = { start: match.index, end: match.index + whole.length }
    if (night === undefined && ofDay === undefined) return [{ ...found, minutes: [minute, minute + 720] }]
    return [{ ...found, minutes: [minute + (isLate(minute, night, ofDay) ? 720 : 0)] }]
  })

/** Of times that overlap the fullest: a quarter to seven in the morning is not seven in the morning. */
export const timesIn = (text: string): ReadonlyArray<FoundTime> => {
  const kept: Array<FoundTime> = []
  for (const found of [...toldTimesIn(text), ...partedTimesIn(text), ...clockTimesIn(text)])
    if (!kept.some(({ end, start }) => found.start < end && start < found.end)) kept.push(found)
  return kept
}

const clockTimesIn = (text: string): ReadonlyArray<FoundTime> =>
  Array.from(text.matchAll(clock)).flatMap((match): ReadonlyArray<FoundTime> => {
    const [whole, h12, m12, half, h24, m24, oclock, word] = match
    const found = { start: match.index, end: match.index + whole.replace(/\.$/, "").length }
    if (word !== undefined) return [{ ...found, minutes: [word.toLowerCase() === "noon" ? 720 : 0] }]
    const hour = hourOf(h12 ?? h24 ?? oclock ?? "")
    const minute = Number(m12 ?? m24 ?? 0)
    if (hour > 24 || minute > 59) return []
    if (half !== undefined)
      return [{ ...found, minutes: [((hour % 12) + (half.toLowerCase() === "p" ? 12 : 0)) * 60 + minute] }]
    const minutes = [hour * 60 + minute]
    if (hour <= 12) minutes.push((((hour % 12) + 12) * 60 + minute) % 1440)
    return [{ ...found, minutes }]
  })

/** The time on the clock in an ISO 8601 stamp, as it is written: whichever the zone, there it is this time. */
export const stampedTimesIn = (text: string): ReadonlyArray<FoundTime> =>
  Array.from(
    text.matchAll(/(?<=\b\d{4}-\d{2}-\d{2}T)(\d{2}):?(\d{2})/g),
    ({ 0: whole, 1: hour, 2: minute, index }) => ({
      start: index,
      end: index + whole.length,
      minutes: [Number(hour) * 60 + Number(minute)]
    })
  )
