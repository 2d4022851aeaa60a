/**
 * A text that the caller wrote, taken apart: its subject, and what it says. The greeting and the farewell are left out,
 * because every message gets its own.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import { filled } from "./HoleFilling.ts"
import type { Known } from "./HoleFilling.ts"
import { capital } from "../text/Sentences.ts"

interface Parts {
  readonly draft?: string
  readonly draftSubject?: string
}

const greeting = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b[^,!.\n]{0,40}(?:[,!]|\n)\s*/i

const farewell =
  /\n\s*(?:(?:(?:with )?(?:kind|best|warm|many|kindest|warmest) (?:regards|wishes|greetings)|regards|sincerely|yours(?: truly| sincerely| faithfully)?|cheers|thanks|thank you|many thanks|best|warmly|love|take care|all the best|see you(?: soon)?|talk soon)[,!.]?)\s*(?:\n[^\n]{0,60}){0,3}\s*$/i

/** Nothing where there is no draft, or one with a hole that nobody can fill. */
export const partsOf = (draft: string | undefined, known: Known & { readonly channel: Channel }): Parts => {
  const text = draft?.replaceAll("\r\n", "\n").trim() ?? ""
  const [, subject, below = text] = /^subject:[ \t]*([^\n]{1,150})\n([\s\S]*)$/i.exec(text) ?? []
  const ungreeted = below.trim().replace(greeting, "")
  const body = known.channel === "email" ? ungreeted.replace(farewell, "") : ungreeted
  const said = filled(body.trim() === "" ? below : body, known)
  const called = subject === undefined ? undefined : filled(subject, known)
  return {
    ...(said === undefined ? {} : { draft: capital(said) }),
    ...(called === undefined || known.channel !== "email" ? {} : { draftSubject: called })
  }
}
