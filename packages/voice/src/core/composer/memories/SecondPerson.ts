/**
 * Notes about somebody, said to them: "Runs a bakery in Lisbon and asked for a demo" becomes "You run a bakery in Lisbon
 * and asked us for a demo". By rules, for the ways such notes are usually written; what the rules do not know is quoted
 * by whoever asks, never bent.
 */
import { sentencesOf } from "../../text/Sentences.ts"
import { ofTelegram } from "./Telegrams.ts"
import { adverbs, bases, irregular, pasts, states, terse } from "../phrases/Verbs.ts"

/** The base of a verb in the third person of the present, if it is one we know. */
const baseOf = (word: string): string | undefined => {
  const known = irregular[word]
  if (known !== undefined) return known
  const candidates = [
    word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : "",
    word.endsWith("es") ? word.slice(0, -2) : "",
    word.endsWith("ies") ? `${word.slice(0, -3)}y` : ""
  ]
  return candidates.find((candidate) => bases.has(candidate))
}

/** Begin a question or an order where nobody stands before them. */
const modal = /^(?:must|should|shall|will|can|may|might|could|would)$/

const isPast = (word: string): boolean =>
  pasts.has(word) || (!word.includes("-") && /(?:[aeiouy].*[^e]|agre|guarante|fre)ed$/.test(word) && !states.has(word))

const saying: Readonly<Record<string, string>> = {
  asks: "asked",
  says: "said",
  tells: "told",
  mentions: "mentioned",
  complains: "complained",
  requests: "requested",
  reports: "reported",
  inquires: "inquired",
  enquires: "enquired"
}

/** "prefers" is "prefer"; "bought" stays; undefined where no verb can stand. */
const conjugated = (word: string): string | undefined => {
  const lower = word.toLowerCase().replaceAll("’", "'")
  // What somebody says is said once.
  const spoken = saying[lower]
  if (spoken !== undefined) return spoken
  return baseOf(lower) ?? (isPast(lower) ? lower : undefined)
}

const roles =
  "customer|client|person|user|lead|prospect|contact|member|subscriber|buyer|visitor|recipient|guest|patient|account holder|shopper"

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/** Whoever a note is about, as its first words. */
const subject = (names: ReadonlyArray<string>): RegExp => {
  const known = names.filter((name) => name.trim() !== "").map((name) => escaped(name.trim()))
  const whole = known.length > 1 ? [known.join("\\s+"), ...known] : known
  return new RegExp(
    `^(?:${[...whole, "he", "she", "they", `(?:(?:the|this|our|a)\\s+)?(?:${roles})`].join("|")})(?=['’\\s])`,
    "i"
  )
}

/** After these another verb of the same person may follow. */
const joints =
  /([,;]\s+(?=(?:[a-z]+ly )?[a-z]+s\b)|(?:,\s*)?\b(?:and|but|or|then|who|because (?:he|she|they)|so (?:he|she|they)|that (?:he|she|they)|if (?:he|she|they)|when (?:he|she|they)|while (?:he|she|they)|although (?:he|she|they)|since (?:he|she|they)|as (?:he|she|they))\s+)((?:(?:also|already|often|usually|now|still|never|always|recently|currently|really)\s+)?)([A-Za-z'’]+)/g

/** Nouns more often than verbs after "and": only taken for verbs with an object behind them. */
const doubtful = new Set(
  "books builds calls changes claims cooks costs counts deals drinks exercises fears forms gardens heads helps hopes hosts likes looks minds needs offers opens orders phones plans plays posts programs questions races raises reads reports requests returns rides runs searches shares shops starts stores studies supplies supports talks tracks trains travels treats tries turns uses values views visits walks watches works worries".split(
    " "
  )
)
const objectAfter =
  /^\s+(?:(?:a|an|the|to|for|with|about|from|his|her|their|it|that|more|less|every|daily|weekly|online|us|our|not|\d\w*)\b|[a-z]+ing\b)/i
const placeAfter =
  /^\s+(?:in|on|at|as|near|around|abroad|nights?|days|evenings|mornings|weekends|shifts|late|early|alone|remotely|part-time|full-time|from home)\b/i
/** Of those, the ones done somewhere. */
const placed = new Set("helps plays shops starts trains travels turns views visits walks works posts".split(" "))

/** Another word behind it that is neither of a place nor of a time: "prints posters", and yet "cakes and drinks in a shop". */
const wordAfter =
  /^\s+(?!(?:in|on|at|as|near|around|and|or|but|for|of|with|from|to|by|about|who|which|that|when|while|since|because|before|after|until|under|over|per|than|is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|may|might|most|more|best|too|only|also|alone|together|again|well|very|nearby|instead|all|both|each|every|daily|weekly|online|there|here|now|today)\b)[a-z]{3,}/

/** By its ending alone: "executes" is "execute". */
const guessed = (word: string): string | undefined => {
  if (!/^[a-z]{3,}s$/.test(word) || /(?:ss|us|is)$/.test(word)) return undefined
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  return /(?:s|x|z|ch|sh)es$/.test(word) && !/[aeiou]ses$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

const isVerbBefore = (word: string, after: string): boolean =>
  wordAfter.test(after) || objectAfter.test(after) || (placed.has(word.toLowerCase()) && placeAfter.test(after))

const rest = (text: string): string =>
  text
    .replace(joints, (whole, joint: string, adverb: string, word: string, at: number) => {
      const pronoun = /\b(?:he|she|they)\s+$/i.test(joint)
      const after = text.slice(at + whole.length)
      const known = baseOf(word.toLowerCase().replaceAll("’", "'"))
      const base = known ?? (wordAfter.test(after) ? guessed(word) : undefined)
      if (!pronoun && base !== undefined && doubtful.has(word.toLowerCase()) && !isVerbBefore(word, after)) return whole
      if (base !== undefined && /^[,;]\s+$/.test(joint)) return ` and ${adverb}${base}`
      const kept = joint.replace(/\b(?:he|she|they)\s+$/i, "you ")
      return `${kept}${adverb}${base === undefined || word === word.toUpperCase() ? word : base}`
    })
    .replace(/\b(?:he|she)(?:['’]s| is)\b/gi, "you are")
    .replace(/\b(?:he|she) has\b/gi, "you have")
    .replace(/\b(?:he|she) was\b/gi, "you were")
    .replace(/\b(?:himself|herself|themselves|themself)\b/gi, "yourself")
    .replace(
      /\b(he|she)\s+([a-z'’]+)/gi,
      (_, _who: string, verb: string) => `you ${baseOf(verb.toLowerCase()) ?? verb}`
    )
    .replace(/\bhis\b/gi, "your")
    .replace(
      /\bher(?=\s+[a-z])(?!\s+(?:to|for|with|about|in|on|at|and|or|but|if|when|because|that|a|an|the|back|again|by)\b)/gi,
      "your"
    )
    .replace(/\b(?:him|her)\b/gi, "you")
    .replace(/\btheir\b/gi, "your")

/** Things people do towards us: "asked for a demo" is said to somebody as "asked us for a demo". */
const towards = (text: string): string =>
  text
    .replace(/\b(asked|ask)(?= (?:for|about|whether|if|how|what|when|why|which)\b)/gi, "$1 us")
    .replace(
      /\b(told|tell|reminded|emailed|called|contacted|thanked|asked) (?:the )?(?:team|sales|support|agent|company|staff)\b/gi,
      "$1 us"
    )

/** A day that was near when the note was written says something else by now. */
const timeless = (text: string): string =>
  text.replace(
    /,? (?:yesterday|today|tonight|just now|earlier today|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month))(?=[.,;!?]|$)/gi,
    ""
  )

const finished = (text: string): string => {
  const whole = timeless(text)
    .replace(/\s+/g, " ")
    .replace(/[\s,;:–-]+$/, "")
    .trim()
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`
}

const things =
  "favou?rite|budget|main|biggest|preferred|birthday|current|contract|team|company|business|subscription|goals?|plan|trial|shop|store|priority|priorities|concern|role|job|family|daughter|son|kids|children|dog|cat|renewal|deadline|size|order|industry|website|address|schedule"
const verbs =
  "is|are|was|were|ends?|starts?|expires?|renews?|has|have|opens?|closes?|includes?|will|can|needs?|uses?|runs?|comes?"
const possession = new RegExp(`^(?:the\\s+)?((?:${things})\\b(?:\\s+[\\w'-]+){0,4}?\\s+(?:${verbs})\\b.*)$`, "i")
const office =
  /^((?:[A-Z]{2,4}|(?:co-?)?founder|owner|co-?owner|head|director|manager|president|partner|chair|leader|editor|teacher|nurse|doctor|student|developer|engineer|designer|chef|baker|freelancer|consultant|accountant|lawyer|marketer|photographer|parent|mother|father|runner|cyclist|gardener|[A-Za-z]+ (?:manager|director|engineer|developer|designer|teacher|consultant|owner|lead))) (of|at|in|for|from|with|to)\b(.*)$/

/** What belongs to somebody, or what they are: notes that begin with no verb. */
const without = (text: string): string | undefined => {
  const owned = /^(?:his|her|their)\s+(.+)$/i.exec(text)?.[1] ?? possession.exec(text)?.[1]
  if (owned !== undefined) return finished(`Your ${owned.slice(0, 1).toLowerCase()}${rest(owned.slice(1))}`)
  const held = office.exec(/^[A-Z][a-z]/.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text)
  if (held === null) return undefined
  const [, role = "", link = "", tail = ""] = held
  const title = /^[A-Z]{2,}$/.test(role) ? role : role.toLowerCase()
  const isOne =
    /^(?:teacher|nurse|doctor|student|developer|engineer|designer|chef|baker|parent|mother|father|fan|member|photographer|lover)$/i
  const article =
    link === "of" && !isOne.test(role)
      ? "the "
      : title === role && /^[A-Z]/.test(role)
        ? ""
        : /^[aeiou]/.test(title)
          ? "an "
          : "a "
  return finished(`You are ${article}${title} ${link}${rest(tail)}`)
}

/** After a name: "Ada's planning" says what she does, "Ada's shop" what she has. */
const doing =
  /^['’]s\s+(?:(?:not|still|now|currently|also|always|already|very|really|too|so)\s+)?(?:\w+ing|\w+ed|a|an|the|in|on|at|from|based|happy|sad|unhappy|new|sure|unsure|worried)\b/i

const attributive = /^(?:new|open|free|due|single|close|certain|used|moving|active|loyal)$/i
const behind = /^\s+(?:to|in|at|here|with|about|for|and|on|until|from|of|by|again|now|this|next|that)\b/i

/** One sentence about the person, or undefined when the rules do not know its shape. */
const sentence = (text: string, about: RegExp): string | undefined => {
  // A question is the person's own, whoever "you" is in it.
  if (text.trim().endsWith("?")) return undefined
  const unlisted = text.replace(/^[-*•]\s*/, "").trim()
  const telegram = ofTelegram(unlisted.replace(/[.\s]+$/, ""), (more) => sentence(more, about)?.replace(/\.$/, ""))
  if (telegram !== undefined) return finished(telegram)
  const stripped = unlisted.replace(about, "").trim()
  const named = stripped !== unlisted
  if (/^['’]s\s/.test(stripped) && !doing.test(stripped))
    return finished(`Your ${rest(stripped.replace(/^['’]s\s+/, ""))}`)
  // "He's", "Ada's looking": the rest of a contraction.
  const open = stripped.replace(/^['’]s\s+/, "is ")
  const words = open.split(/\s+/)
  const leading: Array<string> = []
  while (words.length > 1 && adverbs.has((words[0] ?? "").toLowerCase()))
    leading.push((words.shift() ?? "").toLowerCase())
  const first = (words[0] ?? "").replace(/[,;:]$/, "")
  const tail = open.slice(open.indexOf(words[0] ?? "") + first.length)
  const before = leading.length === 0 ? "" : `${leading.join(" ")} `
  const said = towards(rest(tail))
  // "Used to work" is past; "used to early mornings" is how somebody is.
  if (/^used to/i.test(open) && bases.has((words[2] ?? "").toLowerCase())) return finished(`You used${said}`)
  // "New CFO", "Open invoice": not how somebody is.
  if (attributive.test(first) && /^\s+\p{L}/u.test(tail) && !behind.test(tail)) return undefined
  // "Acquired by Delta" was done to them.
  if (
    isPast(first.toLowerCase()) &&
    !named &&
    /^\s+by\s/.test(tail) &&
    !/^(?:stopp|pass|dropp|walk|stood|went|came)/i.test(first)
  )
    return finished(`You were ${before}${first.toLowerCase()}${said}`)
  if (states.has(first.toLowerCase()) && !named) return finished(`You are ${before}${first.toLowerCase()}${said}`)
  const verb = terse.has(first.toLowerCase()) ? first.toLowerCase() : conjugated(first)
  if (modal.test(first.toLowerCase()) && !named) return undefined
  if (verb === undefined && !named && leading.length === 0) return without(open)
  if (verb === undefined || (named && words.length < 2 && leading.length === 0)) return undefined
  return finished(towards(`You ${before}${verb}${said}`))
}

const firstPerson = /\b(?:i|i'm|i've|i'd|i'll|my|me|mine|we|our|us)\b/i

export interface Spoken {
  /** Sentences that begin with "You", or the person's own words. */
  readonly kind: "said" | "quoted"
  readonly text: string
}

/** The longest note that is said as it is. */
const longest = 220

const quoted = (text: string): Spoken | undefined => {
  const plain = text
    .replace(/\s+/g, " ")
    .replaceAll('"', "'")
    .trim()
    .replace(/[.,;:]+$/, "")
  return plain === "" || plain.length > longest ? undefined : { kind: "quoted", text: plain }
}

/**
 * What a note says, said to the person it is about; `names` are theirs. At most its first two sentences. Undefined for
 * what is too long to quote.
 */
export const toSecondPerson = (note: string, names: ReadonlyArray<string>): Spoken | undefined => {
  const text = note.replace(/\s+/g, " ").trim()
  const sentences = sentencesOf(text)
    .slice(0, 2)
    .map(({ text: one }) => one)
  // Their own words to us, in which "you" is us: turned round they would promise something.
  if (/^you\b/i.test(text) && /\b(?:i|i'm|i've|i'd|i'll|my|me|mine)\b/i.test(text)) return undefined
  if (/^you\b/i.test(text) && text.length <= longest && isVerb(text))
    return { kind: "said", text: finished(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}`) }
  if (sentences.length === 0) return undefined
  if (firstPerson.test(text.replace(/\b(?:US|U\.S\.)/g, ""))) {
    // "asked us for" is ours; "I need" is theirs.
    return /\b(?:i|i'm|i've|i'd|i'll|my|me|mine)\b/i.test(text)
      ? quoted(sentences.join(" "))
      : (said(sentences, names) ?? quoted(sentences.join(" ")))
  }
  return said(sentences, names) ?? quoted(sentences.join(" "))
}

/** Whether what "you" do is something people do, and not something they are told to. */
const isVerb = (text: string): boolean => {
  const verb = /^you\s+(?:don't\s+|do\s+not\s+)?([a-z']+)/i.exec(text)?.[1]?.toLowerCase() ?? ""
  return bases.has(verb) || /^(?:are|were|have|had)$/.test(verb) || (isPast(verb) && !modal.test(verb))
}

const said = (sentences: ReadonlyArray<string>, names: ReadonlyArray<string>): Spoken | undefined => {
  const about = subject(names)
  const spoken: Array<string> = []
  for (const one of sentences) {
    const rewritten = sentence(one, about)
    if (rewritten === undefined) break
    if (!spoken.includes(rewritten)) spoken.push(rewritten)
  }
  const text = spoken.join(" ")
  if (spoken.length === 0) return undefined
  return text.length <= longest
    ? { kind: "said", text }
    : spoken[0] !== undefined && spoken[0].length <= longest
      ? { kind: "said", text: spoken[0] }
      : undefined
}
