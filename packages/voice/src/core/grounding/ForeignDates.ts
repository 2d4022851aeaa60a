/** Days and times of day in languages other than English. The names of months and weekdays are those of CLDR. */
import type { Day, DayForm, FoundTime } from "./Dates.ts"
import { dayOf } from "./Dates.ts"
import type { Language } from "./languages/Language.ts"
import { perLanguage } from "./languages/Languages.ts"

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** In lower case and without a dot. */
const bare = (name: string): string => name.toLowerCase().replace(/\.$/, "")

const partOf = (format: Intl.DateTimeFormat, type: "month" | "weekday", at: number): string =>
  bare(format.formatToParts(at).find((part) => part.type === type)?.value ?? "")

const monthsBy = (code: string, options: Intl.DateTimeFormatOptions): ReadonlyArray<[string, number]> => {
  const format = new Intl.DateTimeFormat(code, { ...options, timeZone: "UTC" })
  return Array.from({ length: 12 }, (_, n) => [partOf(format, "month", Date.UTC(2026, n, 1)), n + 1])
}

/** 4 January 1970 was a Sunday. */
const weekdaysOf = (code: string): ReadonlyArray<string> => {
  const format = new Intl.DateTimeFormat(code, { weekday: "long", timeZone: "UTC" })
  return Array.from({ length: 7 }, (_, n) => partOf(format, "weekday", Date.UTC(1970, 0, 4 + n)))
}

const longestFirst = (names: Iterable<string>): string =>
  [...names]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join("|")

const free = "(?<![\\p{L}\\p{N}])"
const closed = "(?![\\p{L}\\p{N}])"
const day = "(\\d{1,2})(?:\\.|º|°|er|ère|e)?"

const formsFor = ({ cardinal, code, date, ordinals }: Language): ReadonlyArray<DayForm> => {
  const { of, until, weekdayEnding } = date
  const inWords = new Map(
    Array.from({ length: 31 }, (_, n) =>
      [cardinal(n + 1), ...ordinals(n + 1)].map((words): [string, number] => [words.toLowerCase(), n + 1])
    ).flat()
  )
  const long = [...monthsBy(code, { month: "long" }), ...Object.entries(date.months ?? {})]
  const besideDays = [
    ...monthsBy(code, { day: "numeric", month: "long" }),
    ...monthsBy(code, { day: "numeric", month: "short" })
  ]
  const months = new Map([...long, ...besideDays])
  const weekdays = new Map([
    ...weekdaysOf(code).map((name, n): [string, number] => [name, n]),
    ...Object.entries(date.weekdays ?? {})
  ])
  const month = `(${longestFirst(months.keys())})\\.?`
  const ofMonth = `\\s?(?:${of === "" ? "" : `(?:${of})?`})`
  const year = `(?:,?\\s(?:${of === "" ? "" : `(?:${of})?`})(\\d{4}))?`
  const numberOf = (name = ""): number => months.get(bare(name)) ?? 0
  return [
    [new RegExp(`${free}${day}${ofMonth}${month}${year}${closed}`, "giu"), ([, d, m, y]) => [dayOf(y, numberOf(m), d)]],
    // le douze juin, vinte e cinco de março
    [
      new RegExp(`${free}(${longestFirst(inWords.keys())})${ofMonth}${month}${year}${closed}`, "giu"),
      ([, d = "", m, y]) => [dayOf(y, numberOf(m), String(inWords.get(d.toLowerCase())))]
    ],
    [
      new RegExp(`${free}${day}(?=\\s?${until}\\s?${day}${ofMonth}${month}${year}${closed})`, "giu"),
      ([, d, , m, y]) => [dayOf(y, numberOf(m), d)]
    ],
    [
      new RegExp(`${free}(${longestFirst(long.map(([name]) => name))})${year}${closed}`, "giu"),
      ([, m, y]) => [dayOf(y, numberOf(m), undefined)]
    ],
    [
      new RegExp(`${free}(${longestFirst(weekdays.keys())})${weekdayEnding}${closed}`, "giu"),
      ([, name = ""]): ReadonlyArray<Day> => [{ weekday: weekdays.get(bare(name)) ?? -1 }]
    ]
  ]
}

const formsMade = new Map<string, ReadonlyArray<DayForm>>()

/** Scripts that write no space between words. */
const isUnspaced = (name: string): boolean =>
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(name)

/** Days in a language of which nothing is known but what CLDR calls its months and weekdays. Numbered months are not named. */
export const namedForms = (locale: string): ReadonlyArray<DayForm> => {
  const code = /^[a-z]{2,3}(?![a-z])/i.exec(locale)?.[0].toLowerCase() ?? ""
  if (code === "" || Intl.DateTimeFormat.supportedLocalesOf(code).length === 0) return []
  const made = formsMade.get(code) ?? formsByName(code)
  formsMade.set(code, made)
  return made
}

const formsByName = (code: string): ReadonlyArray<DayForm> => {
  const calendar = `${code}-u-ca-gregory`
  const names = [
    ...monthsBy(calendar, { month: "long" }),
    ...monthsBy(calendar, { day: "numeric", month: "long" })
  ].filter(
    ([name]) => name.length > (/^[a-z]/.test(name) ? 2 : 1) && !/\p{N}|\p{Script=Han}|\p{Script=Hangul}/u.test(name)
  )
  const months = new Map(names)
  const weekdays = weekdaysOf(calendar).filter(
    (name) => name.length > 2 && !/\p{Script=Han}|\p{Script=Hangul}/u.test(name)
  )
  const all = [...months.keys(), ...weekdays]
  if (all.length === 0) return []
  const [open, shut] = all.some(isUnspaced) ? ["", ""] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{M}\\p{N}])"]
  const month = `${open}(${longestFirst(months.keys())})${shut}`
  const numberOf = (name = ""): number => months.get(bare(name)) ?? 0
  return [
    ...(months.size === 0
      ? []
      : ([
          [
            new RegExp(`(?<![\\d.,])(\\d{1,2})\\.?\\s?(?:${month})(?:\\s(\\d{4})(?!\\d))?`, "giu"),
            ([, d, m, y]) => [dayOf(y, numberOf(m), d)]
          ],
          [new RegExp(month, "giu"), ([, m]) => [dayOf(undefined, numberOf(m), undefined)]]
        ] satisfies ReadonlyArray<DayForm>)),
    ...(weekdays.length === 0
      ? []
      : ([
          [
            new RegExp(`${open}(${longestFirst(weekdays)})${shut}`, "giu"),
            ([, name = ""]) => [{ weekday: weekdaysOf(calendar).indexOf(bare(name)) }]
          ]
        ] satisfies ReadonlyArray<DayForm>))
  ]
}

interface Clock {
  /** Groups: hour and minute. */
  readonly figures: ReadonlyArray<RegExp>
  /** Groups: words before, the hour in words or digits, minutes in words behind its mark, or other words behind. */
  readonly told: RegExp
  readonly hours: ReadonlyMap<string, number>
  /** Behind an hour with its mark: vingt heures trente. */
  readonly minutes: ReadonlyMap<string, number>
  readonly named: RegExp
  /** Of what was told: that it begins with a word for times only, or for times as well, and has a mark. */
  readonly at: RegExp
  readonly around: RegExp
  readonly mark: RegExp
  readonly before: Offsets
  readonly behind: Offsets
}

/** Words beside an hour, and the minutes that they add. */
type Offsets = ReadonlyArray<readonly [RegExp, number]>

const offsetsOf = (table: Readonly<Record<string, number>>): Offsets =>
  Object.entries(table).map(([words, minutes]) => [new RegExp(`^(?:${words})$`, "iu"), minutes])

/** Between the two ends of some hours. */
const betweenHours = "(?:\\s?[-–]\\s?|\\s(?:bis|à|a|al|alle|às|até|tot|till|do|hasta|und|et|y|e|en|och|i)(?: las?)?\\s)"
const someHour = "\\d{1,2}(?:[.:h]\\d{2})?"

/** Half a dozen is no time. */
const dozens = /dozijn|dizaine|dou?zain|dutzend|dozzin|decin|tuzin|dúzia|docena|decena|dussin/

const clockFor = ({ cardinal, numbers, time }: Language): Clock => {
  const { hour = cardinal } = time
  const hours = new Map(Array.from({ length: 24 }, (_, n): [string, number] => [hour(n + 1).toLowerCase(), n + 1]))
  for (const one of ["una", "uma", "une", "ein", "een"]) hours.set(one, 1)
  for (const [words, value] of time.hour === undefined ? Object.entries(numbers) : [])
    if (Number.isInteger(value) && value < 13 && !dozens.test(words)) hours.set(words, value)
  const minutes = new Map(
    // Fewer than ten are said of what is counted.
    Array.from({ length: 50 }, (_, n): [string, number] => [cardinal(n + 10).toLowerCase(), n + 10])
  )
  const mark = `\\s?(?:${time.mark})${closed}`
  const [before, behind] = [Object.keys(time.before).join("|"), Object.keys(time.behind).join("|")]
  const at = time.at === "" ? [] : [time.at]
  const near = [...at, time.around].join("|")
  return {
    figures: [
      // 18.30 Uhr, 14:00 uur; 19 h 30, 18 Uhr 30.
      new RegExp(`${free}(\\d{1,2})[.:](\\d{2})${mark}`, "giu"),
      new RegExp(`${free}(\\d{1,2})\\s?(?:${time.mark})\\s?(\\d{2})${closed}`, "giu"),
      // à 19 h, um 18 Uhr, tot 14 uur. Two hours may be long, too, but not of the clock.
      new RegExp(`(?<=${free}(?:${near})\\s)(\\d{1,2})()${mark}`, "giu"),
      // von 10 bis 16 Uhr, kl. 10-16: what is said of one end is said of the other.
      new RegExp(
        `${free}(\\d{1,2})(?:[.:h](\\d{2}))?(?:\\s?(?:${time.mark}))?(?=${betweenHours}${someHour}${mark})`,
        "giu"
      ),
      ...at.map(
        (words) =>
          new RegExp(
            `(?<=${free}(?:${words})\\s${someHour}${betweenHours})(\\d{1,2})(?:[.:h](\\d{2}))?${closed}(?!\\s?[%€$£])`,
            "giu"
          )
      ),
      ...(time.mark === "Uhr" ? [new RegExp(`${free}(\\d{1,2})()${mark}`, "giu")] : []),
      // alle 19, a las 18.30, às 19h.
      ...at.map(
        (words) =>
          new RegExp(
            `(?<=${free}(?:${words})\\s)(\\d{1,2})(?:[.:,h]\\s?(\\d{2}))?(?:${mark}|${closed}(?![.,]\\d|\\s?[%€$£]))`,
            "giu"
          )
      )
    ],
    told: new RegExp(
      `${free}(?:(?:${near})\\s)?(?:(${before})\\s)?(\\d{1,2}|${longestFirst(hours.keys())})(?:${mark}\\s(${longestFirst(minutes.keys())})${closed}|(?:${mark})?(?:\\s(${behind}))?${closed})`,
      "giu"
    ),
    hours,
    minutes,
    named: new RegExp(`${free}(${longestFirst(Object.keys(time.named))})${closed}`, "giu"),
    at: new RegExp(`^(?:${time.at === "" ? "(?!)" : time.at})\\s`, "iu"),
    around: new RegExp(`^(?:${time.around})\\s`, "iu"),
    mark: new RegExp(`[\\s\\d](?:${time.mark})(?!\\p{L})`, "iu"),
    before: offsetsOf(time.before),
    behind: offsetsOf(time.behind)
  }
}

const readings = (hour: number, minute: number): ReadonlyArray<number> => {
  const first = (hour * 60 + minute + 1440) % 1440
  return hour <= 12 ? [first, (first + 720) % 1440] : [first]
}

interface Almanac {
  readonly forms: ReadonlyArray<DayForm>
  readonly clock: Clock
}

const almanacOf = perLanguage((language): Almanac => ({ forms: formsFor(language), clock: clockFor(language) }))

/** To be read like those of `Dates`. */
export const dayForms = (language: Language): ReadonlyArray<DayForm> => almanacOf(language).forms

const offsetIn = (offsets: Offsets, said: string | undefined): number | undefined =>
  said === undefined || said === "" ? undefined : offsets.find(([words]) => words.test(said))?.[1]

const figuresIn = (text: string, { figures }: Clock): ReadonlyArray<FoundTime> =>
  figures.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: whole, 1: h, 2: m, index }): ReadonlyArray<FoundTime> => {
      const [hour, minute] = [Number(h), Number(m === undefined || m === "" ? 0 : m)]
      if (hour > 24 || minute > 59) return []
      return [{ start: index, end: index + whole.length, minutes: readings(hour, minute) }]
    })
  )

/** Behind an hour: what may follow it. Behind one, two or three of something stands what they are of. */
const followsHour =
  /^(?:$|[^\s]|\s+(?:[^\p{L}\s]|\p{Lu}|(?:a|à|ai|al|als|alle|am|at|au|avec|bei|bij|com|con|da|dans|de|del|della|den|der|des|di|die|do|du|e|el|em|en|et|i|il|im|in|ist|kl|le|les|maar|mais|man|met|mit|mot|na|nas|no|och|om|op|over|para|per|pero|po|por|pour|pra|przy|på|rano|sind|sont|tot|u|uhr|um|und|uur|van|vi|voor|w|we|wieczorem|wij|wir|y|z|för|från|hos|i|med|till)(?!\p{L})))/u

/** "om een demo", "de las dos tiendas": the word for an hour is an article, or says how many. */
const isOfSomething = (hour: number, said: string, behind: string): boolean =>
  hour <= 3 && !/^\d/.test(said) && !followsHour.test(behind)

/** halb acht, a las siete y media, om zes uur: with a word that tells that it is a time. */
const toldIn = (text: string, clock: Clock): ReadonlyArray<FoundTime> =>
  Array.from(text.matchAll(clock.told)).flatMap((match): ReadonlyArray<FoundTime> => {
    const [whole, lead, said = "", counted, behind] = match
    const inMinutes = counted === undefined ? undefined : clock.minutes.get(counted.toLowerCase())
    const [before, after] = [offsetIn(clock.before, lead), inMinutes ?? offsetIn(clock.behind, behind)]
    const isBehindWord = clock.at.test(whole) || (clock.around.test(whole) && clock.mark.test(whole))
    const isInFigures = /^\d/.test(said)
    const isTime =
      before !== undefined || inMinutes !== undefined || (isBehindWord && (after !== undefined || !isInFigures))
    const hour = isInFigures ? Number(said) : (clock.hours.get(said.toLowerCase()) ?? 99)
    if (!isTime || hour > 24) return []
    const isPlain = before === undefined && after === undefined && !clock.mark.test(whole)
    if (isPlain && isOfSomething(hour, said, text.slice(match.index + whole.length, match.index + whole.length + 16)))
      return []
    return [{ start: match.index, end: match.index + whole.length, minutes: readings(hour, before ?? after ?? 0) }]
  })

/** The fullest form of each: half past seven is not seven as well. */
export const timesIn = (text: string, language: Language): ReadonlyArray<FoundTime> => {
  const { clock } = almanacOf(language)
  const named = Array.from(text.matchAll(clock.named), ({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    minutes: [language.time.named[whole.toLowerCase()] ?? 0]
  }))
  const kept: Array<FoundTime> = []
  for (const found of [...toldIn(text, clock), ...figuresIn(text, clock), ...named])
    if (!kept.some(({ end, start }) => found.start < end && start < found.end)) kept.push(found)
  return kept
}
