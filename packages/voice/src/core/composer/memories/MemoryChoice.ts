/**
 * Which memories a message speaks of: those near to what it is about, recent, sure, and different from each other.
 *
 * Diversity is maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): the next one is the best after what it
 * repeats of the chosen ones is taken off.
 */
import { memo } from "@loopdrive/domain/Memo"
import type { MemoryKind } from "@loopdrive/domain/PersonGraph"
import { isManner, isPrivateLife } from "./Bearing.ts"
import { isBookkeeping } from "../unsaid/Bookkeeping.ts"
import { lossesIn, touches } from "../unsaid/Distress.ts"
import { looksLikeInstruction } from "../../text/Injection.ts"
import { refusedIn } from "../unsaid/Refusals.ts"
import { isSensitive } from "../unsaid/Sensitive.ts"
import { isStale } from "./Stale.ts"
import { fold } from "../Worded.ts"

/** A memory as the store found it. */
export interface Candidate {
  readonly id: string
  readonly kind: MemoryKind
  readonly text: string
  /** 0..1 */
  readonly confidence: number
  /** Cosine, to what the message is about. */
  readonly similarity: number
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

export interface Chosen extends Candidate {
  readonly score: number
}

export interface Wish {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly most: number
  /** Memories less sure than this are never spoken of. */
  readonly confidenceFloor: number
  readonly halfLifeDays: number
  /** 1: only the score counts; 0: only that it is different. */
  readonly relevance: number
}

export const usualWish: Omit<Wish, "now"> = { most: 4, confidenceFloor: 0.4, halfLifeDays: 60, relevance: 0.7 }

/** What is worth saying: what somebody wants or minds before what they once wrote. */
const weights: Readonly<Record<MemoryKind, number>> = {
  intent: 1,
  preference: 1,
  objection: 0.95,
  fact: 0.9,
  message: 0.75,
  document: 0.6
}

const day = 86_400_000

/** What can hardly be spoken of gives way to what can. */
const reticence = 0.7

/** What hangs on the words alone: a person's memories are the same with every message. */
const natureOf = memo(5000, (text) => ({
  isUnspoken: text.trim() === "" || looksLikeInstruction(text) || isSensitive(text) || isBookkeeping(fold(text)),
  isReticent: isPrivateLife(text) || isManner(text),
  isRefusal: refusedIn(text) !== undefined
}))

/** 0..1: similarity first, then recency, then how sure it is, all times the kind's weight. */
const scoreOf = (candidate: Candidate, wish: Wish): number => {
  const age = Math.max(0, wish.now - candidate.createdAt) / day
  const recency = 0.5 ** (age / wish.halfLifeDays)
  const similarity = Math.min(1, Math.max(0, candidate.similarity))
  const weight = weights[candidate.kind] * (natureOf(candidate.text).isReticent ? reticence : 1)
  return weight * (0.6 * similarity + 0.25 * recency + 0.15 * candidate.confidence)
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))

/** Jaccard: the share of words two texts have in common. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const common = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 1 : common / (a.size + b.size - common)
}

/** The notes of what somebody asked not to hear of. */
export const refusals = (
  candidates: ReadonlyArray<Candidate>,
  wish: Pick<Wish, "confidenceFloor">
): ReadonlyArray<string> =>
  candidates
    .filter(({ confidence, text }) => confidence >= wish.confidenceFloor && natureOf(text).isRefusal)
    .map(({ text }) => text)

/** Best first. Nothing below the floor, nothing that reads like an instruction or is not spoken of, no text twice. */
export const choose = (candidates: ReadonlyArray<Candidate>, wish: Wish): ReadonlyArray<Chosen> => {
  const losses = lossesIn(candidates.map(({ text }) => text))
  const left = candidates
    .filter(({ confidence, text }) => confidence >= wish.confidenceFloor && !natureOf(text).isUnspoken)
    .filter(({ createdAt, text }) => !touches(text, losses) && !isStale(text, createdAt, wish.now))
    .map((candidate) => ({ chosen: { ...candidate, score: scoreOf(candidate, wish) }, words: wordsOf(candidate.text) }))
  const taken: Array<(typeof left)[number]> = []
  while (taken.length < wish.most) {
    let best: { readonly index: number; readonly value: number } | undefined
    for (const [index, { chosen, words }] of left.entries()) {
      const repeated = Math.max(0, ...taken.map((one) => overlap(one.words, words)))
      if (repeated > 0.9) continue
      const value = wish.relevance * chosen.score - (1 - wish.relevance) * repeated
      if (best === undefined || value > best.value) best = { index, value }
    }
    if (best === undefined) break
    taken.push(...left.splice(best.index, 1))
  }
  return taken.map(({ chosen }) => chosen)
}
