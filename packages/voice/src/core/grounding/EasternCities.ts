/**
 * Cities in scripts without capitals: what those of India, the Arab world, China, Japan and Korea, and a few that everybody
 * travels to, are called in Devanagari, Arabic, Han, kana and Hangul; in English first, as in `Cities`. Used by `Places`.
 */

const table = `Delhi|दिल्ली|नई दिल्ली|دلهي|नयी दिल्ली|デリー|德里|델리
Mumbai|मुंबई|मुम्बई|بومباي|مومباي|ムンバイ|孟买|孟買|뭄바이
Kolkata|Calcutta|कोलकाता|कलकत्ता
Chennai|Madras|चेन्नई
Bengaluru|Bangalore|बेंगलुरु|बेंगलुरू|बैंगलोर|बंगलौर
Hyderabad|हैदराबाद
Ahmedabad|अहमदाबाद
Pune|पुणे
Jaipur|जयपुर
Jodhpur|जोधपुर
Udaipur|उदयपुर
Lucknow|लखनऊ
Kanpur|कानपुर
Nagpur|नागपुर
Indore|इंदौर|इन्दौर
Bhopal|भोपाल
Varanasi|Benares|वाराणसी|बनारस
Agra|आगरा
Amritsar|अमृतसर
Chandigarh|चंडीगढ़|चंडीगढ़
Dehradun|देहरादून
Shimla|शिमला
Goa|गोवा
Dubai|دبي|दुबई|ドバイ|迪拜|두바이
Abu Dhabi|أبوظبي|أبو ظبي|ابوظبي
Sharjah|الشارقة
Riyadh|الرياض
Jeddah|Jidda|جدة
Mecca|مكة|مكة المكرمة
Medina|المدينة المنورة
Dammam|الدمام
Doha|الدوحة
Manama|المنامة
Muscat|مسقط
Amman|عمّان
Beirut|بيروت
Damascus|دمشق
Baghdad|بغداد
Basra|البصرة
Erbil|أربيل
Jerusalem|القدس
Cairo|القاهرة|カイロ|开罗|開羅|카이로
Alexandria|الإسكندرية|الاسكندرية
Giza|الجيزة
Luxor|الأقصر
Tripoli|طرابلس
Rabat|الرباط
Casablanca|الدار البيضاء
Marrakesh|مراكش
Fes|Fez|فاس
Tangier|طنجة
Khartoum|الخرطوم
Sanaa|صنعاء
Aden|عدن
Istanbul|إسطنبول|اسطنبول|イスタンブール|이스탄불
Tokyo|東京|东京|도쿄|टोक्यो|طوكيو
Kyoto|京都|교토
Osaka|大阪|오사카
Yokohama|横浜|橫濱|横滨
Nagoya|名古屋
Sapporo|札幌|삿포로
Fukuoka|福岡|福冈|후쿠오카
Kobe|神戸|神户
Sendai|仙台
Hiroshima|広島|广岛
Nara|奈良
Kanazawa|金沢
Nagasaki|長崎
Kamakura|鎌倉
Kawasaki|川崎
Okinawa|沖縄|冲绳|오키나와
Hokkaido|北海道|홋카이도
Shibuya|渋谷|시부야
Shinjuku|新宿
Ginza|銀座
Beijing|北京|베이징|बीजिंग|بكين
Shanghai|上海|상하이|शंघाई|شنغهاي
Guangzhou|Canton|广州|廣州
Shenzhen|深圳
Hong Kong|香港|홍콩|हांगकांग|هونغ كونغ
Macau|Macao|澳门|澳門|マカオ
Taipei|台北|臺北|타이베이
Kaohsiung|高雄
Chengdu|成都
Chongqing|重庆|重慶
Wuhan|武汉|武漢
Xi'an|西安
Hangzhou|杭州
Suzhou|苏州|蘇州
Nanjing|南京
Tianjin|天津
Qingdao|青岛|青島
Xiamen|厦门|廈門
Dalian|大连|大連
Shenyang|沈阳|瀋陽
Kunming|昆明
Changsha|长沙|長沙
Guilin|桂林
Sanya|三亚
Harbin|哈尔滨|哈爾濱
Seoul|서울|首尔|首爾
Busan|부산|釜山|プサン
Incheon|인천|仁川
Daegu|대구
Daejeon|대전
Gwangju|광주
Suwon|수원
Ulsan|울산
Changwon|창원
Pohang|포항
Jeju|제주|제주도
Chuncheon|춘천
Gangneung|강릉
Gangnam|강남
Pangyo|판교
London|ロンドン|伦敦|倫敦|런던|लंदन|لندن
Paris|パリ|巴黎|파리|पेरिस|باريس
New York|ニューヨーク|纽约|紐約|뉴욕|न्यूयॉर्क|نيويورك
Berlin|ベルリン|柏林|베를린|बर्लिन|برلين
Rome|ローマ|罗马|羅馬|روما
Lisbon|リスボン|里斯本|리스본|लिस्बन|لشبونة
Madrid|マドリード|马德里|馬德里|마드리드|मैड्रिड|مدريد
Barcelona|バルセロナ|巴塞罗那|바르셀로나|برشلونة
Milan|ミラノ|米兰|米蘭|밀라노|ميلانو
Vienna|ウィーン|维也纳|維也納|فيينا
Moscow|モスクワ|莫斯科|모스크바|मॉस्को|موسكو
Bangkok|バンコク|曼谷|방콕|बैंकॉक|بانكوك`

/** Each with all that it is called, Latin forms first. */
export const easternCities: ReadonlyArray<ReadonlyArray<string>> = table.split("\n").map((line) => line.split("|"))

const native = easternCities.flatMap((forms) => forms.filter((form) => !/^[A-Za-z]/.test(form)))

/** Other words as well: grandmother, waterfall, axe, bond, hose; cod, a match, a fly, which need a place's word beside them. */
const unsure = new Set(
  "جدة مسقط فاس الرباط الخرطوم 대구 대전 파리 成都 西安 大连 大連 南京 天津 台北 パリ 奈良 수원".split(" ")
)

const alternatives = (script: RegExp, ofSure: boolean): string =>
  native
    .filter((form) => script.test(form) && unsure.has(form) !== ofSure)
    .toSorted((a, b) => b.length - a.length)
    .join("|")

const [devanagari, arabic, han, kana, hangul] = [
  /\p{Script=Devanagari}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Han}/u,
  /\p{Script=Katakana}/u,
  /\p{Script=Hangul}/u
]

const edge = ["(?<![\\p{L}\\p{M}])", "(?![\\p{L}\\p{M}])"] as const
/** People and dishes that are called by a city, and words that run across its signs. */
const notHan =
  "(?!さん|さま|ちゃん|くん|様|氏|先生|君|牛|風|焼|烧|菜|漬|弁|语|語|话|話|烤|ダック|コーチン|カステラ|ラーメン|蕎麦|甘栗|飯|錠|豆|虫|鲜|鮮|浪|量|报|報|锁|鎖)"
const kanaEdge = ["(?<![\\p{Script=Katakana}ー])", "(?![\\p{Script=Katakana}ー字])"] as const
/** A particle or a shop behind it. */
const behindHangul = "(?=에서|에|으로|로|의|점|시|역|은|는|이|가|을|를|과|와|도|까지|부터|지점|매장|[^가-힣]|$)"
const surely = "(?=에서|으로|지점|매장|점|시(?![가-힣])|역)"

/** Made when such a text is first read. */
const patternsOf = (): ReadonlyArray<RegExp> =>
  [
    `${edge[0]}(${alternatives(devanagari, true)})${edge[1]}(?! मिर्च)`,
    `(?<!القوة )${edge[0]}(?:[وف]?[بكل]?)(${alternatives(arabic, true)})${edge[1]}`,
    `(?<=${edge[0]}(?:في|إلى|من|مدينة|بمدينة|فرع|فرعنا في) )(${alternatives(arabic, false)})${edge[1]}`,
    `(?<![東东](?=京)|[晚早线線路街网網船岸](?=上海)|[水鳳](?=仙)|[江陕](?=西))(${alternatives(han, true)})${notHan}`,
    `(?<=(?:^|[\\s、。，！？,.!?「（(]|在|到|去|来|來|从|從|于|於|赴|往|的|は|が|の|に|で|と|へ|も))(${alternatives(han, false)})(?=[\\s、。，！？,.!?」）)]|$|店|市|站|駅|に|で|の|へ|から|まで|と|は|が|を|门店|門市|分店|开|開|举|舉|有|等|见|見|新|本|也|和)${notHan}`,
    `${kanaEdge[0]}(${[alternatives(kana, true), alternatives(kana, false)].join("|")})${kanaEdge[1]}`,
    `(?<![가-힣])(${alternatives(hangul, true)})${behindHangul}`,
    `(?<![가-힣])(${alternatives(hangul, false)})${surely}`
  ].map((source) => new RegExp(source, "gu"))

let patterns: ReadonlyArray<RegExp> | undefined

/** Where a text of such a script names one. */
export const easternCitiesIn = (
  text: string
): ReadonlyArray<{ readonly start: number; readonly end: number; readonly name: string }> => {
  patterns ??= patternsOf()
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => {
      const [end, name] = [match.index + match[0].length, String(match[1])]
      return { start: end - name.length, end, name }
    })
  )
}
