/**
 * What an objective in whole words asks to be said: "announce that our shop reopens on Monday" says "Our shop reopens on
 * Monday." Undefined where it is no such order: a name like `winback`, or words the rules do not know.
 */
import { looksLikeInstruction } from "../../text/Injection.ts"
import { bases } from "../phrases/Verbs.ts"
import { capital } from "../../text/Sentences.ts"

/** Whoever is written to stands in an objective as "them". */
const whom =
  "(?: to)?(?: (?:them|people|everyone|everybody|customers|clients|readers|subscribers|users|him|her|you|(?:(?:the|our|all|all the|all our) )?(?:parents|members|guests|patients|students|pupils|families|donors|volunteers|players|owners|regulars|visitors|friends|neighbou?rs)))?"

/** How it is asked for, and what is said: `@` stands for what follows, other signs as `inFrame` has them. */
const orders: ReadonlyArray<readonly [RegExp, string]> = [
  [new RegExp(`^(?:tell|inform|remind)${whom},? ((?:we|you|it|there|our) .+)$`, "i"), "^."],
  [
    new RegExp(
      `^(?:tell|inform|remind|notify|alert)${whom},? (?:that )?((?:the|our|your|his|her|their|an?) .+ (?:is|are|was|were|has|have|will|can|may) .+)$`,
      "i"
    ),
    "^."
  ],
  [
    new RegExp(`^(?:announce|tell|say|inform|remind|mention|share|explain|let)${whom}(?: know)?,? that (.+)$`, "i"),
    "^."
  ],
  [
    new RegExp(
      `^let${whom} know,? (?!about\\b)(.+ (?:is|are|was|were|will|has|have|can|may|starts?|ends?|opens?|reopens?|closes?|comes?|arrives?|ships?|moved|moves?)(?: .+)?)$`,
      "i"
    ),
    "^."
  ],
  [new RegExp(`^let${whom} know (?:about )?(.+)$`, "i"), "We would like you to know about @."],
  [
    new RegExp(`^(?:tell|inform|write|talk|speak)${whom} (?:about|of) (.+)$`, "i"),
    "We would like to tell you about @."
  ],
  [new RegExp(`^(?:say sorry|apologi[sz]e)${whom} (?:for|about) (.+)$`, "i"), "We are sorry for @."],
  [new RegExp(`^(?:thank|say thank you)${whom} for (.+)$`, "i"), "Thank you for @."],
  [new RegExp(`^invite${whom} to (.+)$`, "i"), "You are invited to %."],
  [new RegExp(`^congratulate${whom} (?:on|for) (.+)$`, "i"), "Congratulations on @."],
  [new RegExp(`^wish${whom} (.+)$`, "i"), "We wish you @."],
  [new RegExp(`^remind${whom} (?:of|about) (.+)$`, "i"), "This is a reminder of @."],
  [new RegExp(`^remind${whom} to (.+)$`, "i"), "Please remember to @."],
  [/^(?:a )?reminder that (.+)$/i, "^."],
  [/^(?:it is |it['’]s )?time (to|for) (.+)$/i, "It is time @ @."],
  [
    new RegExp(
      `^ask(?: [\\p{L}]+)? (?:whether|if) (?:they|he|she|you|people|customers|everyone) (would|will|can|could|are|is) (.+)$`,
      "iu"
    ),
    "? you @?"
  ],
  [
    new RegExp(
      `^ask(?: [\\p{L}]+)? (?:whether|if) (?:they|he|she|you|people|customers|everyone) (want|like|need|have|still want|know)s? (.+)$`,
      "iu"
    ),
    "Do you @ @?"
  ],
  [new RegExp(`^ask${whom} for (.+)$`, "i"), "We would like to ask you for @."],
  [new RegExp(`^ask${whom} (to|whether|if|how|about|what|when) (.+)$`, "i"), "We would like to ask you @ @."],
  [
    new RegExp(
      `^(?:announce|present|introduce)${whom} ((?:(?:the|our|my) )?(?:[\\p{L}\\d'’-]+ ){0,3}[\\p{L}\\d'’-]+)$`,
      "iu"
    ),
    "^ & here."
  ],
  [new RegExp(`^(?:announce|present|introduce)${whom} (.+)$`, "i"), "We have news: @."],
  [
    new RegExp(`^(?:offer|give)${whom} ((?:an?|free|\\d+ ?%|one|two|the|your|his|her|their) ?.+)$`, "i"),
    "We would like to offer you @."
  ],
  [
    new RegExp(`^(?:promote|advertise|sell|pitch|recommend|offer)${whom} (.+)$`, "i"),
    "We would like to tell you about @."
  ]
]

/** In what is said to them, they are "you". */
const addressed = (text: string): string =>
  text
    .replace(
      /\b(?:he|she|they) (?=(?:asked|wanted|ordered|bought|liked|booked|saved|reserved|mentioned|viewed|requested|needed|chose|left|paid|sent|wrote|would|will|can|could|may|might|should|had)\b)/gi,
      "you "
    )
    .replace(/\b(?:he|she) (?=(?:has|is|was)\b)/gi, "you ")
    .replace(/\byou has\b/gi, "you have")
    .replace(/\byou is\b/gi, "you are")
    .replace(/\byou was\b/gi, "you were")
    .replace(/\b(?:him)\b/gi, "you")
    .replace(/\b(?:theirs?|his|her(?= \p{L}))\b/giu, "your")
    .replace(/\b(?:themselves|themself)\b/gi, "yourself")
    .replace(/\b(?:them|they)\b/gi, "you")
    .replace(/\bthey(['’](?:re|ve|ll|d))\b/gi, "you$1")

/** "Spring sale on ovens, 10% off until Sunday": figures, and nothing that is said among ourselves. */
const isOffer = (text: string): boolean =>
  text.split(" ").length >= 4 &&
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(text) &&
  !/_|\b(?:them|they|their|customers?|clients?|users?|leads?|people|segments?|campaign|e-?mails?|sms|message|reminder|follow|inactive|lapsed|churn\w*|who|nurtur\w*|drip|sequence|step|variant|phase|cohort)\b/i.test(
    text
  ) &&
  !bases.has(text.split(" ")[0]?.toLowerCase() ?? "") &&
  !looksLikeInstruction(text)

const determined = /^(?:the|an?|our|your|my|this|that|all|any|some|one|two|three|\d|https?:)/i

/** What somebody is invited to: something to do, or an occasion with its article. */
const invitation = (text: string): string =>
  determined.test(text) || bases.has(text.split(" ")[0]?.toLowerCase() ?? "") ? text : `the ${text}`

const isMany = (text: string): boolean => /[^s'’]s$/i.test(text) && !/(?:news|series|business)$/i.test(text)

/** `^` begins a sentence with the first part, `&` is its verb, `?` begins a question with it, `%` is what one is invited to. */
const inFrame = (frame: string, parts: ReadonlyArray<string>): string => {
  const said = [...parts]
  const first = said[0] ?? ""
  if (frame.startsWith("?")) {
    const verb = capital(said.shift()?.replace(/^is$/i, "are") ?? "")
    return frame.replace("?", () => verb).replace("@", () => said[0] ?? "")
  }
  const subject = frame.includes("&") && !determined.test(first) && !isMany(first) ? `the ${first}` : first
  return frame
    .replace("^", () => capital(subject))
    .replace("&", isMany(first) ? "are" : "is")
    .replace("%", () => invitation(first))
    .replace(/@/g, () => said.shift() ?? "")
}

/** Longer than this it is a message of its own, and belongs into `draft`. */
const longest = 300

export const statedIn = (objective: string): string | undefined => {
  const text = objective
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^please /i, "")
    .replace(/[.!]+$/, "")
    // Whom it is for is no part of what is said to them.
    .replace(
      /(?<=\w) to (?:(?:all|our|the|loyal|existing|new|current|regular|my|every|each) )+(?:customers?|clients?|members?|subscribers?|readers?|users?|people|followers|audience)$/i,
      ""
    )
    .replace(
      /^(sell|offer|promote|present|introduce|announce|pitch|recommend) (.+) to (?:them|people|everyone|everybody)$/i,
      "$1 $2"
    )
  if (text.length > longest) return undefined
  for (const [order, frame] of orders) {
    const [, ...parts] = order.exec(text) ?? []
    if (parts.length === 0) continue
    const said = parts.map(addressed)
    // "They are" is "you are"; what he or she does needs its verb bent, too: better not said than said wrongly.
    if (said.some((part) => /\b(?:he|she)\b/i.test(part))) return undefined
    return inFrame(frame, said)
  }
  if (/\b(?:he|she)\b/i.test(text)) return undefined
  return isOffer(text) ? `${capital(text)}.` : undefined
}
