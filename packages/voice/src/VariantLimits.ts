/** What a request asked of a message's form, where a guardrail has no view of it. */
import { isBlank } from "@loopdrive/domain/Blank"
import type { Composition } from "./core/Composition.ts"
import { subjectMost } from "./core/Draft.ts"
import type { Variant } from "./core/Draft.ts"

const emoji = /\p{Extended_Pictographic}/u
const links = /\bhttps?:\/\/[^\s<>"']+/gi

/** Empty: it is as it was asked for. */
export const faultsOf = (
  { subject, text }: Variant,
  { channel, constraints: { includeEmoji, includeLink, linkUrl, minLength }, draft = "" }: Composition
): ReadonlyArray<string> => [
  ...(isBlank(text) ? ["has no text"] : []),
  ...(text.length < minLength ? [`is shorter than ${minLength} characters`] : []),
  ...(channel === "email" && isBlank(subject ?? "") ? ["has no subject"] : []),
  ...((subject?.length ?? 0) > subjectMost ? [`its subject is longer than ${subjectMost} characters`] : []),
  ...(includeEmoji === false && emoji.test(`${subject ?? ""}${text}`) ? ["has an emoji"] : []),
  ...(includeLink && linkUrl !== undefined && !text.includes(linkUrl) ? [`lacks the link ${linkUrl}`] : []),
  // Those of the caller's own text stay.
  ...(!includeLink && (text.match(links) ?? []).some((link) => !draft.includes(link)) ? ["has a link"] : [])
]
