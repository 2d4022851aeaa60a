/**
 * Messages without a language model: the brand's manners, what is remembered, what the caller knows, and the phrases of
 * `phrases/`. Deterministic. English only, and says so. Nothing is said that was not given, and what does not pass the
 * guardrail is not said either.
 */
import { digestOf } from "@loopdrive/domain/Digest"
import * as Assembly from "./Assembly.ts"
import { inTone } from "../BrandVoice.ts"
import type { BrandVoice } from "../BrandVoice.ts"
import type { Policy } from "../Check.ts"
import type { Composition } from "../Composition.ts"
import * as CallersDraft from "./CallersDraft.ts"
import { stemsIn } from "./memories/Bearing.ts"
import { contextLinesOf } from "./record/ContextLines.ts"
import { askIn, headingsOf, linkIn } from "./record/Headings.ts"
import { subjectMost } from "../Draft.ts"
import type { Draft, Variant } from "../Draft.ts"
import { htmlOf } from "./EmailHtml.ts"
import { filled } from "./HoleFilling.ts"
import { isAcceptable } from "../guardrail/Guardrail.ts"
import { looksLikeInstruction } from "../text/Injection.ts"
import { linesOf } from "./memories/MemoryLines.ts"
import type { MemoryLine } from "./memories/MemoryLines.ts"
import { occasionedIn } from "./objective/Occasioned.ts"
import { statements } from "./phrases/Statements.ts"
import { general, purposeOf } from "./objective/Purpose.ts"
import { against, refusedIn } from "./unsaid/Refusals.ts"
import { greetedAs } from "./Salutation.ts"
import type { Plan } from "./Turn.ts"
import { inOwnWords } from "../Vocabulary.ts"

export const locale = "en"

/** Frames and phrases are turned this often in search of one more variant: of one unlike all before, and of any. */
const turnsUnlike = 12
const turnsMost = 40

const linkFor = ({ constraints, context, voice }: Composition): string | undefined => {
  if (!constraints.includeLink) return constraints.isLinkless === true ? undefined : linkIn(context)?.url
  const own = voice.contact.links[0]
  return (
    constraints.linkUrl ??
    linkIn(context)?.url ??
    (own === undefined ? undefined : /^https?:\/\//.test(own) ? own : `https://${own}`)
  )
}

const policyOf = (composition: Composition): Policy => {
  const link = linkFor(composition)
  const { channel, constraints, voice } = composition
  return {
    voice,
    channel,
    purpose: "marketing",
    stage: "draft",
    maxChars: constraints.maxChars,
    segments: constraints.segments,
    ...(link === undefined ? {} : { ownLinks: [link] })
  }
}

/** The topic as it would be said; some are nobody's words. */
const sayable = (topic: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N} &'’+-]{1,39}$/u.test(topic.trim()) && !looksLikeInstruction(topic)

/** The first `most` that pass; no more are looked at than it takes. */
const firstOf = <A>(all: ReadonlyArray<A>, most: number, passes: (one: A) => boolean): ReadonlyArray<A> => {
  const found: Array<A> = []
  for (const one of all) {
    if (found.length === most) break
    if (passes(one)) found.push(one)
  }
  return found
}

/** Two where both are near to what the message is about: else one that is said well. */
const memoriesOf = (
  composition: Composition,
  voice: BrandVoice,
  ok: (text: string) => boolean
): ReadonlyArray<MemoryLine> => {
  const lines = linesOf(composition).flatMap((line): ReadonlyArray<MemoryLine> => {
    const text = inOwnWords(line.spoken.text, voice)
    // What somebody said themselves is not said in other words.
    return line.spoken.kind === "quoted" && text !== line.spoken.text
      ? []
      : [{ ...line, spoken: { ...line.spoken, text } }]
  })
  const [one, two] = firstOf(lines, 2, ({ spoken }) => ok(spoken.text))
  if (one === undefined) return []
  const isWorthy =
    composition.constraints.personalization === "high" &&
    two !== undefined &&
    two.isNear &&
    two.spoken.kind === "said" &&
    two.mood === "plain" &&
    one.mood === "plain"
  return isWorthy ? [one, two] : [one]
}

/** What has to do with the one thing a message is about, and is no taste of somebody's. */
const belongs = ({ isNear, spoken }: MemoryLine): boolean =>
  isNear && !/^You (?:prefer|like|love|enjoy|are interested)\b/.test(spoken.text)

const planOf = (composition: Composition): Plan => {
  const { channel, constraints, context, draft, objective, person, snippets, topics } = composition
  const voice = inTone(composition.voice, constraints.tone)
  // What cannot be sent is not built in, so that one bad memory does not cost the whole message.
  const policy = { ...policyOf(composition), channel: "email", maxChars: 3000 } as const
  const ok = (text: string): boolean => isAcceptable(text, policy)
  /** In the brand's words, whoever wrote it. */
  const own = <A extends string | undefined>(text: A): A | string =>
    text === undefined ? text : inOwnWords(text, voice)
  const link = linkFor(composition)
  const given = linkIn(context)
  const name = greetedAs(person.firstName)
  const saying = draft === undefined ? occasionedIn(objective, context) : undefined
  const stated = saying?.text
  const ask = askIn(context)
  // What is said already says what it is about.
  const purpose =
    saying === undefined
      ? purposeOf(objective)
      : saying.kind === undefined
        ? purposeOf(general)
        : statements[saying.kind]
  return {
    voice,
    channel,
    constraints,
    purpose,
    seed: composition.seed,
    ...(name === undefined || !ok(name) ? {} : { name }),
    ...(link === undefined ? {} : { link, isLinkSpare: !constraints.includeLink }),
    ...(given?.lead === undefined || given.url !== link ? {} : { lead: given.lead }),
    headings: headingsOf(context).filter(ok).map(own),
    ...(ask === undefined || looksLikeInstruction(ask) || !ok(ask) ? {} : { ask: own(ask) }),
    ...CallersDraft.partsOf(own(draft), { channel, name, brand: voice.contact.name }),
    ...(stated === undefined || looksLikeInstruction(stated) || !ok(stated) ? {} : { stated: own(stated) }),
    memories:
      constraints.personalization === "low"
        ? []
        : memoriesOf(composition, voice, ok).filter((line) =>
            purpose.isTransactional === true
              ? belongs(line)
              : purpose.isOccasion !== true || context === undefined || line.isNear
          ),
    topics:
      constraints.personalization === "low"
        ? []
        : firstOf(topics.filter(sayable), 3, ok).map((topic) => own(topic.trim())),
    context: contextLinesOf(context, [person.firstName ?? "", person.lastName ?? ""], {
      objective,
      except: saying?.uses ?? [],
      // "It" is not many.
      isAbout: stated !== undefined && !/\b(?:are|have)\b/.test(stated)
    })
      .filter((line) => !looksLikeInstruction(line))
      .filter(ok)
      .map(own),
    snippets: snippets.flatMap(({ id, objective: of, snippet, usage }) => {
      // Words that go with anything say less than those of the occasion.
      const isOccasion = purpose.isOccasion === true || saying?.kind !== undefined
      if (isOccasion && of === general && usage !== "body" && usage !== "ps") return []
      if (of === general && usage === "opening" && composition.context !== undefined) return []
      const text = own(filled(snippet, { name, brand: voice.contact.name }))
      return text !== undefined && ok(text) ? [{ id, usage, text }] : []
    })
  }
}

/** Plans to fall back on, each with less that somebody else wrote. */
const poorer = (plan: Plan): ReadonlyArray<Plan> => {
  const { draft: _, ...undrafted } = plan
  const { stated: __, ...unstated } = undrafted
  const bare: Plan = { ...unstated, snippets: [], context: [], topics: [] }
  return [plan, { ...plan, snippets: [] }, undrafted, bare, { ...bare, memories: [] }]
}

const keyOf = ({ subject, text }: Variant): string =>
  digestOf([subject, text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")])

/** How much one variant may have in common with another: no phrase, frame or subject; frames; all but the whole. */
const likenesses = [
  { frames: false, phrases: false },
  { frames: true, phrases: false },
  { frames: true, phrases: true }
] as const

const haveCommon = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.some((phrase) => other.includes(phrase))

/** Messages that hold all of `held`. */
const composed = (composition: Composition, held: ReadonlyArray<string>): ReadonlyArray<Variant> => {
  const policy = policyOf(composition)
  const ofSubject = { ...policy, maxChars: subjectMost }
  const wanted = composition.constraints.maxVariants
  const variants = new Map<string, Assembly.Assembled>()
  const isLike = (built: Assembly.Assembled, may: (typeof likenesses)[number]): boolean =>
    variants
      .values()
      .some(
        ({ frames, phrases, variant }) =>
          (!may.phrases &&
            (haveCommon(phrases, built.phrases) ||
              (variant.subject !== undefined && variant.subject === built.variant.subject))) ||
          (!may.frames && haveCommon(frames, built.frames))
      )
  // Alike only where the same plan has not enough that differ.
  const full = planOf(composition)
  const tries = poorer(full).flatMap((plan) => likenesses.map((may) => ({ plan, may })))
  for (const { may, plan } of tries) {
    // Without what the caller wants said it is another message: only where there would be none.
    const isWhole = plan.stated === full.stated && plan.draft === full.draft && plan.context === full.context
    if (variants.size > 0 && !isWhole) break
    for (let turn = 0; turn < (may.phrases ? turnsMost : turnsUnlike) && variants.size < wanted; turn++) {
      const built = Assembly.assemble(plan, turn)
      if (built === undefined || variants.has(keyOf(built.variant)) || isLike(built, may)) continue
      const { subject, text } = built.variant
      if (!held.every((part) => text.includes(part))) continue
      if (!isAcceptable(text, policy) || (subject !== undefined && !isAcceptable(subject, ofSubject))) continue
      variants.set(keyOf(built.variant), built)
    }
    if (variants.size >= wanted) break
  }
  return [...variants.values()].map(({ variant }) =>
    composition.channel === "email" ? { ...variant, html: htmlOf(variant.text) } : variant
  )
}

/** The same message without what somebody does not want to hear of: a friendly word instead. */
const heeding = (composition: Composition): Composition => {
  const refused = against(composition)
  if (refused.length === 0) return composition
  const { context: _, ...rest } = composition
  const unwanted = new Set(refused.flatMap(stemsIn))
  const memories = rest.memories.filter(
    ({ text }) => refusedIn(text) === undefined && !stemsIn(text).some((stem) => unwanted.has(stem))
  )
  return { ...rest, objective: "nurture", memories, topics: [], snippets: [] }
}

/** Up to `maxVariants` messages, no two alike, the best first. Empty only when the brand forbids every word we have. */
export const compose = (asked: Composition): Draft => {
  const composition = heeding(asked)
  const link = linkFor(composition)
  // A link that nobody asked for is not worth what else there is to say.
  const held = link === undefined || !composition.constraints.includeLink ? [] : [link]
  const whole = composed(composition, held)
  return { locale, variants: whole.length > 0 || held.length === 0 ? whole : composed(composition, []) }
}
