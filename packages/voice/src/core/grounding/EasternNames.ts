/**
 * Names of people in Chinese, Japanese, Korean, Hindi and Arabic text, which has no capitals: before an honorific (田中さん,
 * 王先生, 김민수 씨, 프리야님, प्रिया जी), behind a title (السيد كريم), and where somebody gives a name (担当の田中, 我叫王芳). Used by
 * `Invented`.
 */
import { isEastern } from "./EasternScripts.ts"

const han = "\\p{Script=Han}"
const katakana = "[\\p{Script=Katakana}ー・]"

/** The hundred commonest, and some of two signs: Chinese writes no space before them. */
const surnames =
  "欧阳|司马|诸葛|上官|歐陽|[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭谭廖邹熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万段雷钱錢汤湯尹黎易常武乔賀贺赖龚文]"
const chineseTitles = "先生|女士|小姐|太太|老师|老師|经理|經理|医生|醫生|教练|教練|顾问|顧問|总监"
const places: ReadonlyArray<RegExp> = [
  // A surname right before the title; a given name in between where something else tells that a name begins.
  new RegExp(`(${surnames})(?=${chineseTitles})`, "gu"),
  new RegExp(
    `(?<=^|[\\n。，、！？：,.!?:\\s]|请|找|由|联系|聯繫|聯絡|是|叫|和|与|與|向|跟|让|讓|的|顾问|經理|经理|同事)((?:${surnames})${han}{1,2})(?=${chineseTitles})`,
    "gu"
  ),
  new RegExp(
    `(?<=我叫|我是|名叫|顾问|同事|經理|经理|专员|客服)((?:${surnames})${han}{1,2})(?=[。，、！？,.!?\\s]|会|會|将|為|为|给|給|$)`,
    "gu"
  ),
  new RegExp(
    `(?<!${han}|[おご])(?!王様)(${han}{1,4}|${katakana}{2,12}|[A-Za-z][A-Za-z'’-]{1,30})(?=さん|さま|ちゃん|くん|氏(?!名)|様(?![々子式相]))`,
    "gu"
  ),
  new RegExp(
    `(?<=担当の|店長の|スタッフの|代表の|わたくし|私は)(${han}{2,4}|${katakana}{2,12})(?=が|です|より|と申|から|まで)`,
    "gu"
  ),
  new RegExp(`(?<!${han})(${han}{2,4}|${katakana}{2,12})(?=と申します|と申す)`, "gu"),
  /(?<![가-힣])([가-힣]{2,4}|[A-Za-z][A-Za-z'’-]{1,30})(?=\s?(?:씨|님)(?=$|[^가-힣]|[이가은는을를의께도과와에]))/gu,
  /(?<![가-힣])((?:[김박최강조윤장임서권황안송류홍][가-힣]{0,2}|[이정한오신전][가-힣]{1,2}))(?=\s(?:선생님|과장|대리|팀장|부장|원장|매니저|상담사|기사님))/gu,
  /(?<![\p{L}\p{M}])([\p{Script=Devanagari}\p{M}]{2,20})(?= जी(?![\p{L}\p{M}]))/gu,
  /(?<=(?<![\p{L}\p{M}])(?:श्री|श्रीमती|सुश्री|डॉ\.?|डॉक्टर) )([\p{Script=Devanagari}\p{M}]{2,20})/gu,
  /(?<=(?<![\p{L}\p{M}])(?:السيد|السيدة|الأستاذ|الأستاذة|الدكتور|الدكتورة|الآنسة) )([\p{Script=Arabic}\p{M}]{2,20})/gu
]

/**
 * 田中美咲先生: before a teacher's title where something else tells that a name begins. In Japanese only, as Chinese has this
 * title of every man, behind surnames that are known.
 */
const teacher = new RegExp(`(?<=^|[\\n\\sはがのとや、。！？「（(]|または|および)(${han}{2,5})(?=先生)`, "gu")
const isKana = /\p{Script=Hiragana}/u

/** What teachers and doctors are called by what they do, or where. */
const trades =
  /(?:学校|学園|大学|小学|中学|高校|学年|校|園|塾|教室|道場|病院|医院|診療所|研究所|医|医師|師|科|担任|担当|校長|教頭|教授|講師|顧問|監督|主任|英語|国語|日本語|外国語|数学|算数|理科|社会|音楽|美術|体育|書道|習字|華道|茶道|柔道|剣道|空手|料理|水泳|体操|舞踊|漫画|作家|家庭教師|恩師|新任|新人|専門|専任|専属|人気|有名|著名|同じ|女性|男性|若手|初代|一流|全員|複数|各|毎回|経験豊富|豊富|皆|指導|施術|整体|鍼灸|漢方|弁護士|外国人|日本人|常勤|非常勤|研修|特別|臨時|代理)$/u

/** Whom nobody is called by: customers, members, everybody, kin, those of a trade. */
const anybody =
  /^(?:お?客|皆|みな|母|父|兄|姉|弟|妹|子|子供|孫|奥|嬢|嫁|婿|神|仏|殿|何|名|同|模|仕|多|異|有|一|両親|.*屋|店員|店長|社長|部長|担当者|会員|読者|利用者|業者|農家|屋|職人|先輩|看護師|医者|大家|隣|友達|若者|主人|旦那|娘|息子|赤|患者|貴方|本人|学生|職員|運転手|ユーザー|メンバー|スタッフ|オーナー|パパ|ママ|サンタ|ゲスト|お?得意|고객|회원|선생|사장|손|부모|어머|아버|할머|할아버|누|형|임|달|해|점장|점주|원장|대표|대표이사|이웃|팀장|담당자|매니저|기사|작가|교수|의사|환자|구독자|독자|여러분|사용자|이용자|가입자|하느|하나|주인|따|아드|며느|도련|스승|벗|각|날|마나|हाँ|हां|नहीं|माता|पिता|गुरु|दादा|दादी|नाना|नानी|चाचा|मामा|भाई|बहन|ग्राहक|सदस्य|मित्र|ال.+|عميل.*|زبون.*|مدير.*)$/u

/** Words of everyday trade that begin with a sign of a surname. */
const words =
  /^(?:周[末年边日一二三四五六]|高[级級端品跟档贵雅定]|许多|許多|马上|馬上|万能|万千|金[牌色属领]|白[色领金]|黄[金色]|黃[金色]|石油|龙头|文艺|常[见用]|任何|钟爱|毛[衣呢绒]|史上|孔雀|武汉|唐装|韩[国式]|何种|江南|方便|龙年|钱包|田园|夏[季日天])/u

const namesBy = (pattern: RegExp, text: string): ReadonlyArray<string> =>
  Array.from(text.matchAll(pattern), (match) => String(match[1]))

/** As they stand in the text. */
export const easternNamesIn = (text: string): ReadonlyArray<string> => {
  if (!isEastern(text)) return []
  const teachers = isKana.test(text) ? namesBy(teacher, text).filter((name) => !trades.test(name)) : []
  return [...places.flatMap((place) => namesBy(place, text)), ...teachers].filter(
    (name) => !anybody.test(name) && !words.test(name)
  )
}

/** Sounds that start a syllable, as Latin letters write them, in tens of the code chart or by the chart of Hangul. */
const kana: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ["カキクケコヵヶ", "k"],
      ["ガギグゲゴ", "k"],
      ["サシスセソザズゼゾ", "s"],
      ["ジ", "s"],
      ["タチツテトダヂデド", "t"],
      ["ナニヌネノン", "n"],
      ["フヴ", "p"],
      ["バビブベボパピプペポ", "p"],
      ["マミムメモ", "m"],
      ["ラリルレロ", "l"],
      ["कखगघक़ख़ग़", "k"],
      ["चछजझशषस", "s"],
      ["टठडढतथदध", "t"],
      ["णनङञं", "n"],
      ["पफबभव", "p"],
      ["म", "m"],
      ["रल", "l"],
      ["كقغگ", "k"],
      ["سصشزجثچ", "s"],
      ["تطدضذ", "t"],
      ["кгх", "k"],
      ["сзжцчшщ", "s"],
      ["тд", "t"],
      ["н", "n"],
      ["фвбп", "p"],
      ["м", "m"],
      ["лр", "l"],
      ["ن", "n"],
      ["فبپ", "p"],
      ["م", "m"],
      ["رل", "l"]
    ] as const
  ).flatMap(([row, sound]) => Array.from(row, (sign): [string, string] => [sign, sound]))
)
const hangulFirst = ["k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "s", "s", "s", "s", "k", "t", "p", ""]
const hangulLast = ",k,k,k,n,n,n,t,l,l,l,l,l,l,l,l,m,p,p,s,s,,s,s,k,t,p,".split(",")

/** Of one sign a consonant and a vowel; the others are letters. */
const isSyllable = /[ァ-ヲヴ]/u
/** Not with a vowel in between, which is a hyphen. */
const doubled = /(\p{L})\1+/gu

/** What Latin letters and those of other scripts have in common when they write one name: what its consonants are like. */
const soundsOf = (name: string): string =>
  Array.from(name.toLowerCase().normalize("NFC"), (sign) => {
    const syllable = (sign.codePointAt(0) ?? 0) - 0xac00
    if (syllable >= 0 && syllable < 11_172)
      return `${hangulFirst[Math.floor(syllable / 588)] ?? ""}-${hangulLast[syllable % 28] ?? ""}`
    const sound = kana[sign]
    return sound === undefined ? "-" : isSyllable.test(sign) ? `${sound}-` : sound
  })
    .join("")
    .replace(doubled, "$1")
    .replaceAll("-", "")

const latin: ReadonlyArray<readonly [RegExp, string]> = [
  [/ph|f|v|b/g, "p"],
  [/ch|sh|[cxg](?=[ei])|j|z/g, "s"],
  [/[gqcx]/g, "k"],
  [/d/g, "t"],
  [/r/g, "l"],
  [/h/g, ""],
  [/[^a-z]|[aeiouyw]/g, "-"],
  [doubled, "$1"],
  [/-/g, ""]
]

const latinSoundsOf = (word: string): string =>
  latin.reduce((sounds, [from, to]) => sounds.replace(from, to), word.normalize("NFD").replace(/\p{M}/gu, ""))

const startsOpen = (name: string): boolean =>
  /^[aeiouyаеиоуэюяёअआइईउऊएऐओऔاأإآعアイウエオユヤヨ]/iu.test(name) ||
  (hangulInitial(name) === "" && /^[가-힣]/.test(name))

const hangulInitial = (name: string): string | undefined =>
  hangulFirst[Math.floor(((name.codePointAt(0) ?? 0) - 0xac00) / 588)]

/** Whether a name is one of `names`, in lower case, in another script: Ada is アダ and 에이다. Han signs do not tell. */
export const isTransliterated = (name: string, names: ReadonlySet<string>): boolean => {
  const sounds = soundsOf(name)
  const isOpen = startsOpen(name)
  return (
    sounds.length > 0 &&
    [...names].some(
      (word) => /^[a-z]{3}/.test(word) && /^[aeiouy]/.test(word) === isOpen && latinSoundsOf(word) === sounds
    )
  )
}
