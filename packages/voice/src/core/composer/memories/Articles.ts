/**
 * Notes leave out what a sentence needs: "Owns landscaping company, returned mat on 4 June". Where it is plain what is
 * missing it is put in; where it is not, the note is no sentence, and nobody reads it.
 */

/** Things of which there is one or many: without an article they do not stand alone. */
const countable =
  "shop|store|table|desk|lamp|chair|sofa|bed|mat|duvet|kettle|rug|tool|company|business|salon|bakery|café|cafe|restaurant|hotel|hostel|studio|clinic|practice|agency|farm|garden|gym|school|office|bar|pub|workshop|demo|quote|ticket|pass|permit|webinar|course|class|lesson|plan|loaf|cake|box|bag|bike|car|van|house|flat|room|assistant|system|platform|app|website|oven|machine|printer|camera|phone|laptop|guitar|violin|piano|bouquet|dress|coat|jacket|marathon|tour|trip|table|booth|stand|startup|team|trial|subscription|membership|newsletter|catalogue|catalog|sample|consultation|appointment|kit|set|charity|store|brewery|vineyard|nursery|gallery|magazine|podcast|blog|channel|choir|band|orchestra|club|firm|warehouse|branch|location|manager|coach|trainer|teacher|tutor|designer|developer|photographer|supplier|string|reader|scanner|scooter|mixer|grinder|drill|saw|ladder|hammer|stroller|heater|boiler|freezer|fridge|dishwasher|terminal|screen|monitor|keyboard|router|licence|license|seat|spot|slot|loan|book|jar|mug|cup|knife|pan|pot|tent|boat|kayak|helmet|saddle"

const takes =
  "own|run|manage|have|want|need|book|booked|buy|bought|order|ordered|return|returned|attend|attended|rent|rented|hire|hired|open|opened|opening|started|start|use|visit|visited|finished|finish|reserved|reserve|bring|brought|wanted|needed|tried|try|lead|download|downloaded|looking for|asked us for|searching for|seeking|considering|planning"

const free =
  "a|an|the|my|your|his|her|their|our|its|this|that|these|those|some|any|all|no|one|two|three|four|five|six|seven|eight|nine|ten|twelve|every|each|more|less|many|several|both|another|other|lots|plenty|enough|up|out|it|them|us|what|which|to"

const missing = new RegExp(
  `\\b(${takes}|and|for) ((?:(?!(?:${free}|and|or|for|in|on|at|with|from|by|of|is|are|was|were|because|when|since|after|before|about)\\b)\\p{Ll}[\\p{L}'’-]*\\s+){0,3}?)(${countable})(?![\\p{L}'’-])(?=$|[.,;!?"“]| (?:and|or|for|in|on|at|with|from|by|of|that|which|who|because|before|after|until|when|as|to|called|near|about|again|online|every|each|“|")|\\s\\d)`,
  "giu"
)
const taking = new RegExp(`\\b(?:${takes})\\b`, "i")

const isVowel = (text: string): boolean => /^(?:[aeio]|un(?!i)|hour|honest)/i.test(text) && !/^(?:one|eu)/i.test(text)

/** What is behind a taking verb: one word in small letters, no plural, and then where, when or for whom. */
const single = new RegExp(
  `\\b(?:own|manage|booked|bought|ordered|returned|attended|rented|hired|reserved) (?!(?:${free})\\b)(\\p{Ll}[\\p{Ll}'’-]*[^s\\W\\d])(?=$|[.,;]| (?:on|in|at|for|with|from|by|and)\\b)`,
  "iu"
)
const mass =
  /^(?:\w+ing|bread|coffee|rye|tea|wine|beer|food|flour|milk|cheese|honey|help|support|time|information|advice|music|software|yoga|chocolate|jewellery|jewelry|furniture|equipment|insurance|clothing|linen|rice|fish|meat|kibble|compost|soap|paint|wood|paper|gold|silver|cotton|wool|land|property|online|direct|early|twice|once|again|locally|everything|something|people|stock|gear|fabric|yarn|oil|fuel|sourdough)$/i

/** What no letter says: "2x", "w/", a measure without its thing. */
const shorthand =
  /\b\d+x\b|\bw\/|\bw\/o\b|\byr\b|\by\.o\b|~|\b(?:til|approx|ca|incl|excl|resp|mth|wks?|yrs?|qty|pcs|no)\.|\bno\. ?\d/i

const months: Readonly<Record<string, string>> = {
  jan: "January",
  feb: "February",
  mar: "March",
  apr: "April",
  jun: "June",
  jul: "July",
  aug: "August",
  sep: "September",
  sept: "September",
  oct: "October",
  nov: "November",
  dec: "December"
}
const calendar =
  /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?<=\b(?:in|by|since|until|from|\d) )(?:march|may)|christmas|easter)\b/g

const kin =
  /\b(with|for) (?=(?:son|daughter|wife|husband|partner|family|mother|father|mum|dad|brother|sister|dog|colleague|boss|friend|kids|children|in-laws|parents)\b)/gi

const written = (text: string): string =>
  text
    .replace(
      /\b(\d{1,2}) (jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?:\.(?= \S))?|\b(?<=(?:in|since|by|until|from) )(jan|feb|apr|aug|sept?|oct|nov|dec)\b(?:\.(?= \S))?/giu,
      (_, day: string | undefined, name: string | undefined, alone: string | undefined) => {
        const month = months[(name ?? alone ?? "").toLowerCase()] ?? ""
        return day === undefined ? month : `${day} ${month}`
      }
    )
    .replace(kin, "$1 your ")
    .replace(calendar, (word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .replace(
      /\b(for|at|in) (?=\p{Lu}\p{L}+ (?:marathon|festival|fair|exhibition|conference|philharmonic)\b)/giu,
      "$1 the "
    )

/** "You subscribed since 2020" has begun and goes on. */
const lasting = (text: string): string | undefined => {
  if (!/\bsince (?:\d|\p{Lu}|last|the\b)/u.test(text) || /\b(?:have|had|has)\b/.test(text)) return text
  const [, verb, rest = ""] = /^You (\w+ed)\b(.*)$/s.exec(text) ?? []
  return verb === undefined ? undefined : `You have ${verb}${rest}`
}

/** "bought Larsen A string": a thing by its name. */
const named = new RegExp(
  `\\b(bought|ordered|took|booked|tried|attended|visited|returned|joined) (?=\\p{Lu}[^.,;]*? (?:${countable})(?=$|[.,;]| (?:and|on|in|at|for|with|from|by|\\d)))`,
  "gu"
)

/** The sentence with its articles, its months and its tense, or undefined where it stays a note. */
export const completed = (text: string): string | undefined => {
  if (shorthand.test(text)) return undefined
  const articled = text.replace(missing, (match, before: string, between: string, noun: string) => {
    // "bread and table": only behind a verb that takes a thing.
    if (/^(?:and|for)$/i.test(before) && (!taking.test(text) || /^for$/i.test(before))) return match
    const thing = `${between}${noun}`
    return `${before} ${isVowel(thing) ? "an" : "a"} ${thing}`
  })
  const word = single.exec(articled)?.[1]
  if (word !== undefined && !mass.test(word)) return undefined
  return lasting(written(articled.replace(named, "$1 the ")))
}
