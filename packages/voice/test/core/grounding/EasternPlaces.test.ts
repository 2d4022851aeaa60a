/** Cities and teachers in scripts that have no capitals. */
import { describe, expect, it } from "vitest"
import { groundOf, inventedIn } from "../../../src/Invented.ts"

const found = (source: unknown, text: string, locale: string | undefined) =>
  inventedIn(text, groundOf([source], locale), locale).map((claim) => claim.text)

describe("a city that somebody spoke of", () => {
  it.each([
    ["ja", "Cafés in Tokyo and Shibuya", "東京都渋谷区のカフェです。"],
    ["ja", "福岡さん", "福岡へどうぞ。"],
    ["ja", "上海店", "東の上海店です。"],
    ["zh", "Shops in Shanghai and Chengdu", "我们在成都开新店,上海也有。"],
    ["zh", "東京のカフェ", "我们在东京。"],
    ["ko", "Cafe in Seoul", "서울점에서 만나요."],
    ["hi", "Jaipur shop", "हमारी जयपुर वाली दुकान पर आइए।"],
    ["ar", "Shop in Cairo and Riyadh", "نلتقي في القاهرة وبالرياض."],
    ["de", "カフェ東京", "Unser Café in Tokio."],
    [undefined, "हमारी दुकान जयपुर में है", "Our shop in Jaipur."]
  ])("passes in %s: %s: %s", (locale, source, text) => expect(found(source, text, locale)).toEqual([]))
})

describe("a city that nobody spoke of", () => {
  it.each([
    ["ja", "カフェ", "京都のお店へどうぞ。", "京都"],
    ["ja", "東京都のカフェ", "京都のお店へどうぞ。", "京都"],
    ["ja", "カフェ", "ロンドンから届きました。", "ロンドン"],
    ["ja", "カフェ", "パリへどうぞ。", "パリ"],
    ["zh", "咖啡", "我们在成都开新店。", "成都"],
    ["zh", "上海店", "我们的东京店也开了。", "东京"],
    ["ko", "카페", "부산에서 만나요.", "부산"],
    ["ko", "카페", "대구점으로 오세요.", "대구"],
    ["hi", "Delhi shop", "हमारी जयपुर वाली दुकान पर आइए।", "जयपुर"],
    ["ar", "متجر", "نلتقي وبالرياض.", "الرياض"],
    ["ar", "متجر", "فرعنا الجديد في جدة.", "جدة"]
  ])("is found in %s: %s: %s", (locale, source, text, city) => expect(found(source, text, locale)).toContain(city))
})

describe("words that are no city there", () => {
  it.each([
    ["ja", "神戸牛と南京錠とパリパリのローマ字、水仙台。"],
    ["zh", "晚上海鲜特价,变成都市风格,大连锁店,北京烤鸭,平台北边。"],
    ["ko", "대구탕을 부산하게 먹고, 세계대전."],
    ["hi", "शिमला मिर्च ताज़ा है।"],
    ["ar", "جدة سعيدة، القوة القاهرة."]
  ])("%s: %s", (locale, text) => expect(found("nothing", text, locale)).toEqual([]))
})

describe("a teacher in Japanese", () => {
  it.each([
    ["ヨガ教室、月4回", "講師は田中美咲先生です。", "田中美咲"],
    ["ヨガ教室、田中先生", "講師は佐藤先生です。", "佐藤"],
    ["ヨガ教室、田中先生", "今月の講師、田中美咲先生です。", "田中美咲"]
  ])("is found: %s: %s", (source, text, name) => expect(found(source, text, "ja")).toContain(name))

  it.each([
    ["ヨガ教室、講師 田中 美咲", "講師は田中美咲先生です。"],
    ["ヨガ教室、田中先生", "講師は田中先生です。"],
    ["案内", "学校の先生、大学の先生、お子さまの主治医先生、塾の英語先生へ。"]
  ])("passes: %s: %s", (source, text) => expect(found(source, text, "ja")).toEqual([]))

  it("is any man in Chinese, unless the surname tells", () => {
    expect(found("课程", "、各位家长先生您好。", "zh")).toEqual([])
  })
})
