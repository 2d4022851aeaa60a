/** Days and times in Chinese, Japanese and Korean text, 5月14日, 周五, 午後3時, 오후 3시, and days that any other language names. */
import type { Day, DayForm, FoundTime } from "./Dates.ts"
import { dayOf } from "./Dates.ts"
import { isEastern, valueOf } from "./EasternScripts.ts"

const figure = "(\\d{1,2}|[一二三四五六七八九十]{1,3})"

const numberOf = (said: string | undefined): number =>
  said === undefined ? 0 : /^\d/.test(said) ? Number(said) : valueOf(said)

const weekdays = ["日天일", "月一월", "火二화", "水三수", "木四목", "金五금", "土六토"]
const weekdayOf = (sign = ""): ReadonlyArray<Day> => [{ weekday: weekdays.findIndex((signs) => signs.includes(sign)) }]

/** The day of `Dates.dayOf`; a word for it is a figure there. */
const read = (year: string | undefined, month: string | undefined, day: string | undefined): Day | undefined =>
  dayOf(year, numberOf(month), day === undefined ? undefined : String(numberOf(day)))

export const easternDays: ReadonlyArray<DayForm> = [
  [
    new RegExp(`(?<![\\d.])(?:(\\d{4})\\s?[年년]\\s?)?${figure}\\s?[月월]\\s?${figure}\\s?[日号號일](?![間间])`, "gu"),
    ([, y, m, d]) => [read(y, m, d)]
  ],
  [
    new RegExp(`(?<![\\d.])(?:(\\d{4})\\s?[年년]\\s?)?${figure}\\s?[月월](?![曜間间])`, "gu"),
    ([, y, m]) => [read(y, m, undefined)]
  ],
  [/([日月火水木金土])曜日?|([월화수목금토일])요일/gu, ([, a, b]) => weekdayOf(a ?? b)],
  [/(?:星期|礼拜|禮拜)([一二三四五六日天])/gu, ([, sign]) => weekdayOf(sign)],
  // "每周一次" is once a week, "本周日程" the plan of this one.
  [/(?<!每)[周週]([一二三四五六日])(?![次回篇期封个個本程报報间間年])/gu, ([, sign]) => weekdayOf(sign)],
  [/(?<=[日号號일]\s?[（(])([日月火水木金土월화수목금토일])(?=[)）])/gu, ([, sign]) => weekdayOf(sign)]
]

const clock = new RegExp(
  `(?<![\\d.])(?:(?<part>午前|午後|上午|下午|早上|晚上|凌晨|傍晚|中午|夜|오전|오후|저녁|밤|새벽|아침)\\s?(?:の)?)?(?<hour>\\d{1,2}|[一二两兩三四五六七八九十]{1,3})\\s?(?:(?<sure>時(?!間)|시(?!간)|[点點](?=钟|鐘|半|整|左右|[至到前后後开開]|\\d{1,2}分)|(?<=[至到]\\d{1,2})[点點])|(?<point>[点點时時]))(?:钟|鐘|整)?(?:(?<half>半|반)|\\s?(?<minute>\\d{1,2})[分분])?`,
  "gu"
)

/** الساعة 10 صباحا, शाम 4 बजे, 10.00 น. */
const others: ReadonlyArray<RegExp> = [
  /الساعة\s(?<hour>\d{1,2})(?::(?<minute>\d{2}))?(?:\s(?<part>صباحًا|صباحا|مساءً|مساء|ظهرا))?/gu,
  /(?:(?<part>सुबह|दोपहर|शाम|रात)\s)?(?<![\d.,:])(?<hour>\d{1,2})(?::(?<minute>\d{2}))?\sबजे/gu,
  /(?<![\d.,:])(?<hour>\d{1,2})[.:](?<minute>\d{2})\s?น(?![\p{L}\p{M}])/gu
]

const isLate = (part: string): boolean =>
  /^(?:午後|下午|晚上|傍晚|夜|오후|저녁|밤|مساءً|مساء|दोपहर|शाम|रात)$/u.test(part)

type Groups = Readonly<Record<string, string | undefined>>

const timeOf = ({ half, hour, minute, part, point, sure }: Groups): ReadonlyArray<number> => {
  // 3点 alone are three things in Japanese: it is a time behind a part of the day only.
  if (part === undefined && sure === undefined && point !== undefined) return []
  const [h, m] = [numberOf(hour), half === undefined ? Number(minute ?? 0) : 30]
  if (h > 24 || m > 59) return []
  const [early, late] = [(h * 60 + m) % 1440, (h * 60 + m + 720) % 1440]
  if (part === undefined) return h <= 12 ? [early, late] : [early]
  return isLate(part) && h < 12 ? [late] : [early]
}

export const easternTimesIn = (text: string): ReadonlyArray<FoundTime> =>
  isEastern(text)
    ? [clock, ...others]
        .flatMap((pattern) => Array.from(text.matchAll(pattern)))
        .flatMap(({ 0: whole, groups, index }): ReadonlyArray<FoundTime> => {
          const minutes = timeOf(groups ?? {})
          return minutes.length === 0 ? [] : [{ start: index, end: index + whole.trimEnd().length, minutes }]
        })
    : []
