/** What a brand's voice cannot mean, though it has the right shape: asked of what comes in, not of what is stored. */
import { Channel } from "@loopdrive/domain/Channel"
import type { BrandVoice } from "@loopdrive/domain/Voice"

interface Fault {
  readonly path: ReadonlyArray<string | number>
  readonly issue: string
}

type Group<Name extends "tone" | "vocabulary" | "compliance" | "contact"> = Partial<BrandVoice[Name]> | null | undefined

/** Groups of a voice, each with the fields that are given. */
interface Given {
  readonly tone?: Group<"tone">
  readonly vocabulary?: Group<"vocabulary">
  readonly compliance?: Group<"compliance">
  readonly contact?: Group<"contact">
  readonly competitors?: BrandVoice["competitors"] | null | undefined
}

/** Somebody at a host; whether anybody reads it is not asked. */
const email = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/
/** Three digits at least, which short codes have, with what people write between them; an extension may follow. */
const phone = /^\+?(?:[\s().\-/]*\d){3,15}[\s)]*(?:\s*(?:ext\.?|x)\s*\d{1,6})?$/i
/** A host, or an address of the web. */
const link = /^(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/iu

const lines = (
  path: ReadonlyArray<string>,
  all: ReadonlyArray<string> | undefined,
  passes: (line: string) => boolean,
  issue: string
): ReadonlyArray<Fault> =>
  (all ?? []).flatMap((line, index) => (passes(line) ? [] : [{ path: [...path, index], issue }]))

const keys = (
  path: ReadonlyArray<string>,
  record: Readonly<Record<string, unknown>> | undefined,
  passes: (key: string) => boolean,
  issue: string
): ReadonlyArray<Fault> =>
  Object.keys(record ?? {}).flatMap((key) => (passes(key) ? [] : [{ path: [...path, key], issue }]))

const isWritten = (line: string): boolean => line.trim() !== ""
const has = (all: ReadonlyArray<string> | undefined, word: string): boolean =>
  (all ?? []).some((one) => one.trim().toLowerCase() === word.trim().toLowerCase())

const channels: ReadonlyArray<string> = Channel.literals

const ofVocabulary = (vocabulary: Given["vocabulary"]): ReadonlyArray<Fault> => {
  const { forbidden, jargon, preferred, replacements = {} } = vocabulary ?? {}
  const at = (list: string) => ["vocabulary", list]
  const replaced = Object.keys(replacements)
  return [
    ...lines(at("preferred"), preferred, isWritten, "must not be blank"),
    ...lines(at("forbidden"), forbidden, isWritten, "must not be blank"),
    ...lines(at("jargon"), jargon, isWritten, "must not be blank"),
    ...lines(at("preferred"), preferred, (word) => !has(forbidden, word), "is forbidden as well"),
    ...keys(
      at("replacements"),
      replacements,
      (word) => !has(forbidden, replacements[word] ?? ""),
      "leads to what is forbidden"
    ),
    ...keys(
      at("replacements"),
      replacements,
      (word) => !has(replaced, replacements[word] ?? ""),
      "leads to what is replaced itself"
    )
  ]
}

/** The first that is found. */
export const faultOf = ({ competitors, compliance, contact, tone, vocabulary }: Given): Fault | undefined =>
  [
    ...lines(["tone", "preferred"], tone?.preferred, (name) => !has(tone?.avoided, name), "is avoided as well"),
    ...ofVocabulary(vocabulary),
    ...lines(["competitors"], competitors ?? undefined, isWritten, "must not be blank"),
    ...keys(["compliance", "disclaimers"], compliance?.disclaimers, (key) => channels.includes(key), "is no channel"),
    ...keys(["compliance", "countries"], compliance?.countries, (key) => /^[A-Z]{2}$/.test(key), "is no ISO 3166 code"),
    ...lines(["contact", "emails"], contact?.emails, (line) => email.test(line), "is no email address"),
    ...lines(["contact", "phones"], contact?.phones, (line) => phone.test(line), "is no telephone number"),
    ...lines(["contact", "links"], contact?.links, (line) => link.test(line), "is no host and no address of the web")
  ][0]
