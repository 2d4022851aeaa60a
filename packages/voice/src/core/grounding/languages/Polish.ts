/** Polish: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/pl-PL"
import type { Language } from "./Language.ts"

const free = "(?:gratis|darmow\\p{L}+|bezpłatn\\p{L}+|za darmo|nieodpłatn\\p{L}+)"

/** An ordinal is an adjective in each of its words: czternasty, czternastego maja, o czternastej. */
const ending = (value: number, own: string): string =>
  toOrdinal(value)
    .replace(/y(?=\s|$)/g, own)
    .replace(/i(?=\s|$)/g, `i${own}`)

export const polish: Language = {
  code: "pl",
  cardinal: toCardinal,
  ordinals: (value) => [toOrdinal(value), ending(value, "ego")],
  numbers: {
    dwie: 2,
    dwóch: 2,
    trzech: 3,
    czterech: 4,
    pięciu: 5,
    sześciu: 6,
    siedmiu: 7,
    ośmiu: 8,
    dziewięciu: 9,
    dziesięciu: 10,
    dwunastu: 12,
    czternastu: 14,
    piętnastu: 15,
    dwudziestu: 20,
    trzydziestu: 30,
    czterdziestu: 40,
    pięćdziesięciu: 50,
    sześćdziesięciu: 60,
    siedemdziesięciu: 70,
    osiemdziesięciu: 80,
    dziewięćdziesięciu: 90,
    stu: 100,
    tuzin: 12,
    "pół tuzina": 6,
    półtora: 1.5,
    półtorej: 1.5
  },
  homonyms: ["sto", "stu", "tysiąc"],
  units: {
    "minut[ayę]?": "minute",
    "godzin[ayę]?": "hour",
    "dzień|dni|dniach": "day",
    "tydzień|tygodni[ae]?|tygodniach": "week",
    "noc[ey]?": "night",
    "miesiąc[ae]?|miesięcy|miesiącach": "month",
    "rok|roku|lat[a]?|latach": "year"
  },
  date: {
    of: "",
    until: "(?:-|–|do|i|lub)",
    weekdayEnding: "",
    months: {
      styczniu: 1,
      lutym: 2,
      marcu: 3,
      kwietniu: 4,
      maju: 5,
      czerwcu: 6,
      lipcu: 7,
      sierpniu: 8,
      wrześniu: 9,
      październiku: 10,
      listopadzie: 11,
      grudniu: 12
    },
    weekdays: {
      niedzielę: 0,
      niedzieli: 0,
      niedziele: 0,
      poniedziałku: 1,
      poniedziałki: 1,
      wtorku: 2,
      wtorki: 2,
      środę: 3,
      środy: 3,
      czwartku: 4,
      czwartki: 4,
      piątku: 5,
      piątki: 5,
      sobotę: 6,
      soboty: 6
    }
  },
  time: {
    // "o 20 procent" is by how much.
    at: "o(?! \\d{1,3} ?(?:procent|proc|zł|euro|minut|dni|dzień|tydz|tygod|mies|lat|rok|sztuk))|o godzinie|od godziny|do godziny|godz\\.?|przed|około",
    around: "od|do|po",
    mark: "(?!)",
    hour: (value) => ending(value, "ej"),
    before: { "wpół do": -30, "kwadrans po": 15, "za kwadrans": -15, "za piętnaście": -15 },
    behind: { trzydzieści: 30, piętnaście: 15, "czterdzieści pięć": 45 },
    named: { południe: 720, północ: 0, północy: 0 }
  },
  portions: [
    ["połow[aęy]|pół ceny|za pół ceny|półdarmo", [50]],
    ["(?:jedn[aąą]|o jedną) trzeci[aą]|dwie trzecie", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["(?:jedn[aą]|o jedną) czwart[aą]|o ćwierć|ćwierć ceny|trzy czwarte", [25, 75]],
    ["jedn[aą] piąt[aą]", [20]],
    ["jedn[aą] dziesiąt[aą]", [10]]
  ],
  promises: [
    {
      said: `${free} (?:dostaw|wysył|przesył)\\p{L}+|(?:dostaw|wysył|przesył)\\p{L}+ (?:jest )?${free}`,
      needs: ["free", "shipping"]
    },
    { said: `${free} zwrot\\p{L}*|zwrot\\p{L}* (?:jest |są )?${free}`, needs: ["free", "returns"] },
    { said: `${free}|w prezencie|na koszt firmy|bez (?:dodatkowych )?opłat`, needs: ["free"] },
    { said: "gwaran(?:cj|tuj|towan)\\p{L}+|zwrot\\p{L}* pieniędzy|zwracamy pieniądze", needs: ["guarantee"] },
    { said: "bez (?:kaucji|zaliczki|przedpłaty|zadatku|umowy|zobowiązań)", needs: ["no deposit"] },
    {
      said: "ostatni(?:e|ch) (?:sztuk\\p{L}*|miejsc\\p{L}*|egzemplarz\\p{L}*)|prawie wyprzedan\\p{L}*|do wyczerpania zapasów|zostało (?:tylko )?kilka",
      needs: ["scarcity"]
    },
    {
      said: "najpopularniejsz\\p{L}+|najlepiej sprzedając\\p{L}+|bestseller\\p{L}*|nagrodzon\\p{L}+|wybran\\p{L}+ (?:na |jako )|(?:tysiące?|tysiąc|setki|miliony) (?:klient|os|użytkownik)\\p{L}*",
      needs: ["fame"]
    },
    {
      said: "(?:tańsz\\p{L}+|szybsz\\p{L}+|taniej|szybciej|lepsz\\p{L}+) niż|najtańsz\\p{L}+|najszybsz\\p{L}+",
      needs: ["comparison"]
    },
    { said: "(?:tylko|do|kończy się|wygasa) (?:dziś|dzisiaj|jutra|jutro)", needs: ["today"] },
    { said: "ekologiczn\\p{L}+|organiczn\\p{L}+", needs: ["organic"] },
    { said: "wegańsk\\p{L}+", needs: ["vegan"] },
    { said: "bezglutenow\\p{L}+|bez glutenu", needs: ["gluten-free"] },
    { said: "wodoodporn\\p{L}+|wodoszczeln\\p{L}+", needs: ["waterproof"] },
    {
      said: "ręcznie (?:robion|wykonan|malowan|szyt)\\p{L}+|ręcznej roboty|rękodzieł\\p{L}+",
      needs: ["handmade"]
    }
  ]
}
