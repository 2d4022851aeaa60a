/**
 * Numbers in Chinese, Japanese, Korean, Thai, Hindi and Arabic text, where a letter may stand right before the figure and
 * right behind it: 今だけ30%オフ, 价格49元, 打7折, 三割引, 4900원. Used by `Grounding`, which looks for others in what is left.
 */
import { unitOf } from "./Durations.ts"
import { isEastern, numerals, scaleOf, valueOf } from "./EasternScripts.ts"
import type { Quantity } from "./Quantities.ts"
import { ofDigits } from "./Quantities.ts"

const dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"]
/** What each word stands for, the likeliest first. */
const money: Readonly<Record<string, ReadonlyArray<string>>> = {
  "米ドル|ドル|美元|美金|달러|ดอลลาร์|डॉलर|دولار": dollars,
  "ユーロ|欧元|歐元|유로|ยูโร|यूरो|يورو": ["EUR"],
  "ポンド|英镑|英鎊|파운드|ปอนด์|पाउंड": ["GBP"],
  "日元|日圓|円|엔": ["JPY"],
  "人民币|人民幣|元|块(?!儿)|塊|圆|圓|위안": ["CNY", "TWD", "HKD"],
  "원(?!칙|인|하|래|본)": ["KRW"],
  บาท: ["THB"],
  "रुपये|रुपए|रुपया|रुपयों|रु\\.?": ["INR"],
  "درهما?ً?|دراهم": ["AED", "MAD"],
  "ريالا?ً?|ريالات": ["SAR", "QAR", "OMR"],
  "جنيها?ً?|جنيهات": ["EGP"],
  "دينارا?ً?|دنانير": ["KWD", "JOD", "TND"]
}
const signs: Readonly<Record<string, ReadonlyArray<string>>> = {
  NT$: ["TWD"],
  HK$: ["HKD"],
  US$: ["USD"],
  RMB: ["CNY"],
  "¥": ["JPY", "CNY"],
  "￥": ["JPY", "CNY"],
  $: dollars,
  "€": ["EUR"],
  "£": ["GBP"],
  "₩": ["KRW"],
  "฿": ["THB"],
  "₹": ["INR"]
}
const percent = "%|٪|パーセント|퍼센트|프로(?![가-힣])|เปอร์เซ็นต์|प्रतिशत|फ़?ीसदी|फीसदी|بالمئة|بالمائة|في المئة|في المائة"
const units: Readonly<Record<string, string>> = {
  "日間|天|일간|วัน|दिनों|दिन|يوما?ً?|أيام": "day",
  "週間|週(?!末)|周(?!末|年)|星期|주(?:일|간)?(?![가-힣]*말)|สัปดาห์|हफ़्ते|हफ्ते|सप्ताह|أسابيع|أسبوعا?ً?": "week",
  "[かカヶヵケ箇]月間?|个月|個月|개월|달|เดือน|महीने|महीनों|أشهر|شهرا?ً?": "month",
  "年間?|년간?|ปี|साल|वर्ष|سنوات|سنة|عاما?ً?": "year",
  "時間|小时|小時|시간|ชั่วโมง|घंटे|घंटों|ساعات|ساعة": "hour",
  "分間|分钟|分鐘|分|분|นาที|मिनट|دقائق|دقيقة": "minute",
  "泊|晚|박": "night"
}
const counters = "人|名|個|个|件|枚|杯|位|席|台|本|点|點|種|种|倍|歳|岁|회|명|개|배|번|日|号|號|일"

const alternatives = (words: Iterable<string>): string => [...words].join("|").replaceAll("$", "\\$")

const pattern = new RegExp(
  `(?<![A-Za-z\\d.,])(?<sign>(?:${alternatives(Object.keys(signs))})\\s?)?(?:(?<share>百分之)?(?<figure>\\d[\\d,]*(?:\\.\\d+)?)\\s?(?<scale>[千百万萬億亿천백만억]{1,2})?|(?<of>百分之)?(?<words>(?!十人十色|三日坊主)[${numerals}]{1,12}|(?<![가-힣])(?=[일이삼사오육칠팔구]{0,4}[십백천만억])[일이삼사오육칠팔구십백천만억]{1,8}(?=\\s?(?:원|퍼센트|프로|달러|유로))))(?:\\s?(?<percent>${percent})|\\s?(?<tenth>割|折)|\\s?(?<money>${alternatives(Object.keys(money))})|\\s?(?<unit>${alternatives(Object.keys(units))})|\\s?(?<counter>${counters}))?`,
  "gu"
)

/** Half of a price, where no numeral says so. */
const half = /半額|半价|半價|半值|五折|5折|반값|ครึ่งราคา|आधी क़?ीमत|आधी कीमत|आधे दाम|نصف (?:السعر|الثمن)/gu

const entire = <A>(table: Readonly<Record<string, A>>): ReadonlyArray<readonly [RegExp, A]> =>
  Object.entries(table).map(([words, value]) => [new RegExp(`^(?:${words})$`, "u"), value])

const sums = entire(money)
const lengths = entire(units)

const currenciesOf = (said: string): ReadonlyArray<string> => sums.find(([words]) => words.test(said))?.[1] ?? []

const unitIn = (said: string): Pick<Quantity, "unit"> => {
  const unit = unitOf(lengths.find(([words]) => words.test(said))?.[1] ?? "")
  return unit === undefined ? {} : { unit }
}

/** Words that are no number: very, together, altogether, anything but. */
const idioms = /^(?:十分|一[块塊]|千万|萬一|万一|百分)$/u

/** What a price of 7折 or 85折 is less; of 三割引 what is taken off. */
const offOf = (tenth: string, value: number): number =>
  tenth === "割" ? value * 10 : value < 10 ? Math.round((10 - value) * 100) / 10 : 100 - value

/** Fewer are a manner of speaking: one of us, a word or two. */
const few = 3

/** As written in figures, or before a sum. */
const isWritten = ({ index, 0: whole, groups }: RegExpMatchArray, text: string): boolean => {
  const at = index ?? 0
  const beside = text.slice(Math.max(0, at - 1), at) + text.slice(at + whole.length, at + whole.length + 1)
  return groups?.["scale"] !== undefined || groups?.["counter"] !== undefined || isEastern(beside)
}

const quantityOf = (match: RegExpMatchArray, text: string): ReadonlyArray<Quantity> => {
  const {
    counter,
    figure,
    money: sum,
    of,
    percent: share,
    scale,
    share: ofHundred,
    sign,
    tenth,
    unit,
    words
  } = match.groups ?? {}
  const [whole, start] = [match[0].trimEnd(), match.index ?? 0]
  const end = start + whole.length
  if (idioms.test(whole)) return []
  const said = figure === undefined ? valueOf(words ?? "") : ofDigits(figure.replaceAll(",", "")) * scaleOf(scale ?? "")
  if (share !== undefined || of !== undefined || ofHundred !== undefined)
    return [{ start, end, kind: "percent", value: said }]
  if (tenth !== undefined) return [{ start, end, kind: "percent", value: offOf(tenth, said) }]
  if (sign !== undefined || sum !== undefined) {
    const [currency = "", ...alike] = sign === undefined ? currenciesOf(sum ?? "") : (signs[sign.trim()] ?? [])
    return [{ start, end, kind: "money", value: said, currency, alike }]
  }
  // A year of the calendar is no length.
  const isYear = said > 1900 && said < 2200
  if (figure === undefined && ((unit === undefined && counter === undefined) || (said <= few && counter !== undefined)))
    return []
  if (
    figure === undefined &&
    said <= few &&
    !/^(?:日間|天|週間|小时|小時|時間|年間|泊|晚|个月|個月|[かカヶヵケ箇]月)/u.test(unit ?? "")
  )
    return []
  if (figure === undefined && said === 1) return []
  if (figure !== undefined && unit === undefined && !isWritten(match, text)) return []
  const day = /^[日号號일]$/u.test(counter ?? "") ? { ordinal: true as const } : {}
  return [{ start, end, kind: "number", value: said, ...(isYear || unit === undefined ? {} : unitIn(unit)), ...day }]
}

export const easternQuantitiesIn = (text: string): ReadonlyArray<Quantity> => {
  if (!isEastern(text)) return []
  const halves = Array.from(text.matchAll(half), ({ 0: whole, index }): Quantity => ({
    start: index,
    end: index + whole.length,
    kind: "percent",
    value: 50
  }))
  const isFree = ({ end, start }: Quantity): boolean => !halves.some((one) => start < one.end && one.start < end)
  return [
    ...halves,
    ...Array.from(text.matchAll(pattern))
      .flatMap((match) => quantityOf(match, text))
      .filter(isFree)
  ]
}
