/**
 * What would keep a marketing email out of the inbox, as far as the message and the sender's domain show it. What
 * blocks is what large mailbox providers refuse or file as spam by their own rules for bulk senders
 * (https://support.google.com/mail/answer/81126, https://senders.yahooinc.com/best-practices/); the rest is advice.
 */
import * as Email from "@loopdrive/domain/Email"
import * as Result from "effect/Result"
import * as Utm from "./Utm.ts"

/** What DNS says of a sending domain; `unknown` where it could not be asked. */
export type Standing = "pass" | "fail" | "unknown"

export interface DomainStanding {
  readonly spf: Standing
  readonly dkim: Standing
  readonly dmarc: Standing
}

export interface Draft {
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  /** `a@b.example` or `Name <a@b.example>`. */
  readonly from: string
  /** 0 to 1 as the guardrails have it: the share of what reads like spam. */
  readonly spamScore?: number | undefined
  readonly domain?: DomainStanding | undefined
}

export type Rule =
  | "subject_empty"
  | "subject_too_long"
  | "subject_shouts"
  | "subject_deceives"
  | "text_missing"
  | "text_differs"
  | "links_too_many"
  | "link_hidden"
  | "images_without_text"
  | "images_without_alt"
  | "from_malformed"
  | "from_free_mailbox"
  | "spam_score"
  | "spf"
  | "dkim"
  | "dmarc"

export interface Finding {
  readonly rule: Rule
  readonly severity: "block" | "warn"
  /** What was measured, and the limit it passed. */
  readonly detail: string
}

const limits = {
  /** RFC 5322 allows 998 octets in a line; readers show about 60 characters. */
  subjectBlock: 255,
  subjectWarn: 78,
  linksBlock: 50,
  /** One link for each so many words, beyond the first few. */
  wordsPerLink: 8,
  linksFree: 5,
  /** Words that each picture needs beside it. */
  wordsPerImage: 15,
  imagesFree: 1,
  spamBlock: 0.7,
  spamWarn: 0.4
}

/** Domains reserved for documentation (RFC 2606): nothing is delivered there, nothing can be wrong there. */
export const isDocumentation = (domain: string): boolean =>
  /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/.test(domain)

/** Mailboxes of people: their providers' DMARC forbids others to send in their name. */
const freeMailboxes =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|gmx|web|mail|proton|protonmail)\.[a-z.]{2,6}$/

/** The domain of a From, or undefined where there is no address in it. */
export const domainOf = (from: string): string | undefined => {
  const address = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from
  const normal = Email.normalize(address)
  return Result.isSuccess(normal) ? normal.success.slice(normal.success.lastIndexOf("@") + 1) : undefined
}

const block = (rule: Rule, detail: string): Finding => ({ rule, severity: "block", detail })
const warn = (rule: Rule, detail: string): Finding => ({ rule, severity: "warn", detail })

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

const shouts = (subject: string): boolean => {
  const letters = subject.match(/\p{L}/gu) ?? []
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase())
  return (letters.length >= 8 && capitals.length / letters.length > 0.7) || /[!?]{3,}/.test(subject)
}

const ofSubject = ({ subject }: Draft): ReadonlyArray<Finding> => {
  const length = [...subject.trim()].length
  if (length === 0) return [block("subject_empty", "no subject")]
  const found: Array<Finding> = []
  if (length > limits.subjectBlock)
    found.push(block("subject_too_long", `${length} > ${limits.subjectBlock} characters`))
  else if (length > limits.subjectWarn)
    found.push(warn("subject_too_long", `${length} > ${limits.subjectWarn} characters`))
  if (shouts(subject)) found.push(warn("subject_shouts", "capitals or repeated marks"))
  // "Re:" on what answers nothing is forbidden by 15 U.S.C. 7704(a)(2).
  if (/^\s*(?:re|fwd?|aw|wg|rép|tr)\s*:/i.test(subject))
    found.push(block("subject_deceives", "pretends to be an answer"))
  return found
}

const withoutTags = (html: string): string =>
  html
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:[a-z]+|#\d+|#x[0-9a-f]+);/gi, " ")

/** Somebody shown one address and led to another is being fished for. */
const hiddenLink = (html: string): string | undefined => {
  for (const [, url = "", shown = ""] of html.matchAll(
    /<a\b[^>]*?\shref\s*=\s*["']([^"']*)["'][^>]*>([\s\S]*?)<\/a>/gi
  )) {
    const text = withoutTags(shown).trim()
    if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text) || !URL.canParse(url)) continue
    if (new URL(text).hostname !== new URL(url).hostname) return new URL(text).hostname
  }
  return undefined
}

const ofBody = ({ html, text }: Draft): ReadonlyArray<Finding> => {
  const found: Array<Finding> = []
  const words = wordsIn(html === undefined ? text : withoutTags(html))
  if (text.trim() === "") found.push(block("text_missing", "no text alternative"))
  else if (html !== undefined && words > 40 && wordsIn(text) < words / 4)
    found.push(warn("text_differs", `${wordsIn(text)} words beside ${words} in HTML`))
  const links = html === undefined ? Utm.linksOf(text).length : (html.match(/<a\b[^>]*\shref\s*=/gi)?.length ?? 0)
  if (links > limits.linksBlock) found.push(block("links_too_many", `${links} > ${limits.linksBlock} links`))
  else if (links > limits.linksFree && links * limits.wordsPerLink > words)
    found.push(warn("links_too_many", `${links} links on ${words} words`))
  const hidden = html === undefined ? undefined : hiddenLink(html)
  if (hidden !== undefined) found.push(block("link_hidden", `shows ${hidden} and leads elsewhere`))
  const images = html?.match(/<img\b[^>]*>/gi) ?? []
  if (images.length > 0 && words === 0) found.push(block("images_without_text", `${images.length} pictures, no words`))
  else if (images.length > limits.imagesFree && images.length * limits.wordsPerImage > words)
    found.push(warn("images_without_text", `${images.length} pictures on ${words} words`))
  const mute = images.filter((image) => !/\salt\s*=/i.test(image)).length
  if (mute > 0) found.push(warn("images_without_alt", `${mute} of ${images.length} pictures`))
  return found
}

const ofSender = ({ domain: standing, from }: Draft): ReadonlyArray<Finding> => {
  const domain = domainOf(from)
  if (domain === undefined) return [block("from_malformed", "no address in From")]
  if (isDocumentation(domain)) return []
  const found: Array<Finding> = []
  if (freeMailboxes.test(domain)) found.push(block("from_free_mailbox", `${domain} is a provider of mailboxes`))
  if (standing === undefined) return found
  const { dkim, dmarc, spf } = standing
  // One of the two is what DMARC asks for; without both nobody stands behind the message.
  if (spf === "fail" && dkim === "fail")
    found.push(block("spf", `${domain} names no senders`), block("dkim", `${domain} has no key`))
  else if (spf === "fail") found.push(warn("spf", `${domain} names no senders`))
  else if (dkim === "fail") found.push(warn("dkim", `${domain} has no key`))
  if (dmarc === "fail") found.push(block("dmarc", `${domain} has no DMARC policy`))
  return found
}

const ofScore = ({ spamScore }: Draft): ReadonlyArray<Finding> => {
  if (spamScore === undefined || spamScore < limits.spamWarn) return []
  const detail = `${spamScore.toFixed(2)} >= ${spamScore >= limits.spamBlock ? limits.spamBlock : limits.spamWarn}`
  return [spamScore >= limits.spamBlock ? block("spam_score", detail) : warn("spam_score", detail)]
}

/** Everything found, blocking or not, in the order of the rules. */
export const check = (draft: Draft): ReadonlyArray<Finding> => [
  ...ofSubject(draft),
  ...ofBody(draft),
  ...ofSender(draft),
  ...ofScore(draft)
]

/** Whether nothing blocks: the message may leave. */
export const passes = (findings: ReadonlyArray<Finding>): boolean =>
  findings.every(({ severity }) => severity !== "block")
