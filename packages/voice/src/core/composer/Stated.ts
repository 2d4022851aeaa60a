/**
 * What an objective in whole words asks to be said: "announce that our shop reopens on Monday" says "Our shop reopens on
 * Monday." Undefined where it is no such order: a name like `winback`, or words the rules do not know.
 */
import { looksLikeInstruction } from "../text/Injection.ts"
import { bases } from "./phrases/Verbs.ts"
import { capital } from "../text/Sentences.ts"

/** Whoever is written to stands in an objective as "them". */
const whom = "(?: to)?(?: (?:them|people|everyone|everybody|customers|clients|readers|subscribers|users|him|her|you))?"

/** How it is asked for, and what is said: `@` stands for what follows, `^` for the same as a sentence of its own. */
const orders: ReadonlyArray<readonly [RegExp, string]> = [
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
  [new RegExp(`^invite${whom} to (.+)$`, "i"), "You are invited to @."],
  [new RegExp(`^congratulate${whom} (?:on|for) (.+)$`, "i"), "Congratulations on @."],
  [new RegExp(`^wish${whom} (.+)$`, "i"), "We wish you @."],
  [new RegExp(`^remind${whom} (?:of|about) (.+)$`, "i"), "This is a reminder of @."],
  [new RegExp(`^remind${whom} to (.+)$`, "i"), "Please remember to @."],
  [new RegExp(`^ask${whom} for (.+)$`, "i"), "We would like to ask you for @."],
  [new RegExp(`^ask${whom} (to|whether|if|how|about|what|when) (.+)$`, "i"), "We would like to ask you @ @."],
  [new RegExp(`^(?:announce|present|introduce)${whom} (.+)$`, "i"), "We have news: @."],
  [
    new RegExp(`^(?:promote|advertise|sell|pitch|recommend|offer)${whom} (.+)$`, "i"),
    "We would like to tell you about @."
  ]
]

/** In what is said to them, they are "you". */
const addressed = (text: string): string =>
  text
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
  // "They are" is "you are"; what he or she does needs its verb bent, too: better not said than said wrongly.
  if (text.length > longest || /\b(?:he|she)\b/i.test(text)) return undefined
  for (const [order, frame] of orders) {
    const [, ...parts] = order.exec(text) ?? []
    if (parts.length === 0) continue
    const said = parts.map(addressed)
    const first = said[0] ?? ""
    return frame.replace("^", () => capital(first)).replace(/@/g, () => said.shift() ?? "")
  }
  return isOffer(text) ? `${capital(text)}.` : undefined
}
