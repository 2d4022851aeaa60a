/**
 * Everything a text must pass before it may be used. Pure: what a moderation service thought of the text is passed in,
 * and when it was to be asked and did not answer, marketing does not leave (fail closed).
 */
import * as Alignment from "../Alignment.ts"
import type { Check, CheckKind, Finding, Policy, Verdict } from "../Check.ts"
import { claimsIn } from "./claims/Claims.ts"
import { elementIssues, lengthIssues, tagIssues } from "./Compliance.ts"
import { isCut, readings } from "../text/Folding.ts"
import type { Folded } from "../text/Folding.ts"
import { holesIn } from "./Holes.ts"
import { linksIn, isOwnHost, unsafeIn } from "../text/Links.ts"
import { memo } from "@loopdrive/domain/Memo"
import { privateIn } from "./Pii.ts"
import { gradeOf } from "../text/Readability.ts"
import * as Redaction from "./Redaction.ts"
import * as Sentiment from "../text/Sentiment.ts"
import * as SpamScore from "./SpamScore.ts"
import * as Toxicity from "./hurts/Toxicity.ts"
import { competitorsIn, forbiddenIn } from "../Vocabulary.ts"

/** What the checks found, before any of it is judged. */
interface Examination {
  readonly folded: ReadonlyArray<Folded>
  readonly toxicity: Toxicity.Toxicity
  readonly spam: SpamScore.Spam
  readonly found: Readonly<
    Record<"pii" | "links" | "forbidden" | "competitors" | "claims" | "holes", ReadonlyArray<Finding>>
  >
  readonly linkProblems: ReadonlyArray<string>
}

/** What is heard in a text, whoever writes it. */
const heardIn = memo(500, (text) => {
  const folded = readings(text)
  return {
    folded,
    toxicity: Toxicity.toxicityOf(text, folded),
    spam: SpamScore.spamOf(text, folded),
    claims: claimsIn(text, folded),
    holes: holesIn(text).map(({ end, start, text: label }) => ({ start, end, label, replacement: "" }))
  }
})

/** Beyond this a text is not examined: no channel takes it, so that its length blocks it. */
const examinedMost = 10_000

/** Beyond this nothing is redacted: it takes several examinations, and somebody has to write a shorter one anyhow. */
const redactedMost = 5000

const own = ({ ownLinks = [], voice }: Policy): ReadonlyArray<string> => [...voice.contact.links, ...ownLinks]

const examine = (whole: string, policy: Policy): Examination => {
  const text = whole.slice(0, examinedMost)
  const links = unsafeIn(text, own(policy))
  const { claims, folded, holes, spam, toxicity } = heardIn(text)
  return {
    folded,
    toxicity,
    spam,
    found: {
      pii: privateIn(text, policy.voice.contact),
      links,
      forbidden: forbiddenIn(text, policy.voice, folded),
      competitors: competitorsIn(text, policy.voice, folded),
      claims,
      holes
    },
    linkProblems: links.map(({ problem }) => problem)
  }
}

const check = (kind: CheckKind, severity: Check["severity"], details: ReadonlyArray<string>): Check => ({
  kind,
  severity: details.length === 0 ? "info" : severity,
  status: details.length === 0 ? "passed" : "flagged",
  details: [...new Set(details)]
})

const labels = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> => [
  ...new Set(findings.map(({ label }) => label))
]

/** What is said about people, and how. A service's word counts beside the lexicon's: the worse of the two. */
const manners = ({ toxicity }: Examination, { moderation, purpose }: Policy): ReadonlyArray<Check> => {
  const insults = toxicity.categories.filter((category) => category !== "profanity")
  const swearing = toxicity.findings.filter(({ label }) => label === "profanity")
  const moderated = typeof moderation === "number" && moderation >= Toxicity.blockedFrom
  const toxic = moderated || (toxicity.score >= Toxicity.blockedFrom && insults.length > 0)
  const details = moderated && insults.length === 0 ? ["by the moderation service"] : insults
  const unanswered = moderation === "unavailable"
  return [
    unanswered
      ? check("toxicity", purpose === "marketing" ? "block" : toxic ? "block" : "warn", [
          "could not be checked",
          ...insults
        ])
      : check("toxicity", toxic ? "block" : "warn", details),
    check(
      "profanity",
      swearing.reduce((left, { weight }) => left * (1 - weight), 1) <= 1 - Toxicity.blockedFrom ? "block" : "warn",
      swearing.map(() => "profanity")
    )
  ]
}

const spamCheck = ({ spam }: Examination, { purpose }: Policy): Check => {
  const loud = spam.score >= SpamScore.blockedFrom
  const worst = Object.entries(spam.parts)
    .filter(([, part]) => part > 0.2)
    .map(([name]) => name)
  const details = spam.score >= SpamScore.warnedFrom ? [`${spam.score.toFixed(2)}: ${worst.join(", ")}`] : []
  return check("spam_score", loud && purpose === "marketing" ? "block" : "warn", details)
}

/** What could be better without being wrong: told, never a reason to stop. */
const style = (text: string, { voice }: Policy): ReadonlyArray<Check> => {
  const grade = gradeOf(text)
  const alignment = Alignment.alignmentOf(text, voice)
  return [
    check("readability", "warn", grade > 16 ? [`asks for ${grade.toFixed(0)} years of school`] : []),
    check("brand_alignment", "warn", alignment.score < 0.5 ? alignment.feedback : []),
    check("sentiment_check", "warn", Sentiment.sentimentOf(text) < -0.5 ? ["sounds unfriendly"] : [])
  ]
}

const strangers = (text: string, policy: Policy): ReadonlyArray<string> =>
  linksIn(text.slice(0, examinedMost))
    .filter(({ host }) => !isOwnHost(host, own(policy)))
    .map(({ host }) => `${host} is not known to be the brand's`)

/** Those that can block. */
const blockingChecks = (text: string, examination: Examination, policy: Policy): ReadonlyArray<Check> => {
  const { found, linkProblems } = examination
  const compliance = [
    ...labels(found.claims),
    ...elementIssues(text, policy),
    ...tagIssues(text, policy),
    ...labels(found.holes).map((hole) => `has a hole: ${hole}`)
  ]
  const links = linkProblems.length > 0 ? linkProblems : strangers(text, policy)
  return [
    ...manners(examination, policy),
    check("pii", "block", labels(found.pii)),
    check("compliance", "block", compliance),
    check("forbidden_word", "block", labels(found.forbidden)),
    check("competitor_mention", "block", labels(found.competitors)),
    check("link_validation", linkProblems.length > 0 ? "block" : "info", links),
    check("length_check", "block", [
      ...lengthIssues(text, policy),
      ...(examination.folded.some(isCut) ? ["is longer than can be read"] : [])
    ]),
    spamCheck(examination, policy)
  ]
}

const checksOf = (text: string, examination: Examination, policy: Policy): ReadonlyArray<Check> => [
  ...blockingChecks(text, examination, policy),
  ...style(text, policy)
]

const blocks = ({ severity, status }: Check): boolean => severity === "block" && status === "flagged"

interface Judged {
  readonly examination: Examination
  readonly checks: ReadonlyArray<Check>
}

const judge = (text: string, policy: Policy): Judged => {
  const examination = examine(text, policy)
  return { examination, checks: checksOf(text, examination, policy) }
}

/** Sentences that a finding spoils altogether; the others only need the finding itself taken out. */
const spoiling = ({ found, toxicity }: Examination): ReadonlyArray<Finding> => [
  ...toxicity.findings,
  ...found.claims,
  ...found.links,
  ...found.competitors,
  ...found.holes,
  ...found.forbidden.filter(({ replacement }) => replacement === "")
]

const mendable = ({ found }: Examination): ReadonlyArray<Finding> => [
  ...found.pii,
  ...found.forbidden.filter(({ replacement }) => replacement !== "")
]

/** A moderation score is about the text as it was; what is left of it is judged by the lexicon. */
const relaxed = ({ moderation, ...policy }: Policy): Policy =>
  moderation === "unavailable" ? { ...policy, moderation } : policy

/** Nothing of such a text is to be sent: what surrounds it is there for its sake. */
const beyond = new Set(["hate", "threat", "self-harm"])

const redact = (text: string, policy: Policy, { toxicity }: Examination): string | undefined => {
  if (toxicity.findings.some(({ label }) => beyond.has(label))) return undefined
  const after = relaxed(policy)
  return Redaction.redact(text, {
    length: (candidate) => lengthIssues(candidate, after).length === 0,
    safe: (candidate) => isAcceptable(candidate, after),
    maskable: (candidate) => {
      const { found, toxicity: hurts } = examine(candidate, after)
      return hurts.findings.length === 0 && found.claims.length === 0
    },
    spam: (candidate) => SpamScore.spamOf(candidate).score,
    findings: (candidate) => {
      const examination = examine(candidate, after)
      return { spoiling: spoiling(examination), mendable: mendable(examination) }
    }
  })
}

/** Whether nothing blocks `text`: the short answer, for composers. */
export const isAcceptable = (text: string, policy: Policy): boolean => {
  const examination = examine(text, policy)
  return !blockingChecks(text, examination, policy).some(blocks)
}

/** The verdict on `text`, and what of it could be sent if it cannot. */
export const guard = (text: string, policy: Policy): Verdict => {
  const { checks, examination } = judge(text, policy)
  const violations = checks.filter(blocks).flatMap(({ details, kind }) => details.map((detail) => `${kind}: ${detail}`))
  const safe = violations.length === 0
  const redacted = safe || text.length > redactedMost ? undefined : redact(text, policy, examination)
  const { moderation } = policy
  const { found, spam, toxicity } = examination
  return {
    safe,
    violations,
    ...(redacted === undefined ? {} : { redacted }),
    details: {
      toxicity: typeof moderation === "number" ? Math.max(moderation, toxicity.score) : toxicity.score,
      toxicitySource: typeof moderation === "number" ? "moderation" : "lexicon",
      piiDetected: labels(found.pii),
      complianceIssues: checks
        .filter(({ kind }) => kind === "compliance" || kind === "length_check")
        .flatMap(({ details }) => details),
      spam: spam.score,
      spamParts: spam.parts,
      checks
    }
  }
}
