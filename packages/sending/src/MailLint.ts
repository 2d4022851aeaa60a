/** The deliverability lint of a marketing email, as a decision reads it. */
import type { Message, Outside } from "@loopdrive/person/Published"
import * as EmailText from "./core/EmailText.ts"
import * as Lint from "./core/Lint.ts"
import type { Facts } from "./LintFacts.ts"

/** Nothing for what is no marketing email, or has no words yet. */
export const lintOf = (
  message: Pick<Message, "channel" | "from" | "html" | "purpose" | "subject" | "text">,
  defaultFrom: string,
  facts: Facts = {}
): Outside["lint"] => {
  const { channel, from = defaultFrom, html, purpose, text } = message
  if (channel !== "email" || purpose !== "marketing" || text === undefined) return undefined
  const findings = Lint.check({ subject: message.subject ?? EmailText.subjectOf(text), text, html, from, ...facts })
  return {
    passed: Lint.passes(findings),
    findings: findings.map(({ detail, rule, severity }) => `${severity} ${rule}: ${detail}`)
  }
}
