/**
 * Messages that come in: whose they are, what they want and how they feel, remembered by the person who sent them; and
 * the commands among them, which are obeyed.
 */
import type { CommandIdentity } from "@loopdrive/actor/Receipt"
import { compact } from "@loopdrive/domain/Json"
import { normalize } from "@loopdrive/domain/Identifier"
import type { Identifier } from "@loopdrive/domain/Identifier"
import * as Ids from "@loopdrive/domain/Ids"
import { addressType, reachedBy } from "@loopdrive/domain/Reach"
import { EventStore } from "@loopdrive/events/EventStore"
import { PersonClient } from "@loopdrive/person/Client"
import { Holders } from "@loopdrive/person/Holders"
import { Resolution } from "@loopdrive/person/Resolution"
import type { ResolveError } from "@loopdrive/person/Resolution"
import { PersonStore } from "@loopdrive/person/Store"
import { Embedding } from "@loopdrive/providers/Embedding"
import type { EmbeddingUnavailable } from "@loopdrive/providers/Embedding"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as EventType from "./core/EventType.ts"
import * as OptOut from "./core/OptOut.ts"
import * as OptOutWords from "./core/OptOutWords.ts"
import * as ReplyIntent from "./core/ReplyIntent.ts"
import * as ReplyTopics from "./core/ReplyTopics.ts"
import type { Told } from "./core/Told.ts"
import * as Confirmation from "./core/Confirmation.ts"
import { Confirmations } from "./Confirmations.ts"
import { NoticeStore } from "./NoticeStore.ts"
import type { Kept, NoticeOutcome } from "./NoticeStore.ts"
import { OptOuts } from "./OptOuts.ts"
import type { SubmitError } from "./Sending.ts"
import type { Send } from "./SendStore.ts"
import { Workspaces } from "./Workspaces.ts"

/** What was made of a notice, and whose it was. */
export interface Acted {
  readonly outcome: NoticeOutcome
  readonly workspaceId: string | undefined
}

/** Somebody who may have written it, with what we last wrote to the address. */
interface Writer {
  readonly workspaceId: string
  readonly personId: string
  readonly last: Send | undefined
}

export type ReplyError = SubmitError | ResolveError | EmbeddingUnavailable

/** What answers a message that lies further back answers another one. */
const answersFor = 30 * 24 * 60 * 60 * 1000
/** What is remembered of a long message. */
const lettersMost = 2000

export class Replies extends Context.Service<
  Replies,
  {
    /** May be done twice. */
    readonly take: (kept: Kept) => Effect.Effect<Acted, ReplyError>
  }
>()("@loopdrive/sending/Replies") {
  static readonly layer = Layer.effect(
    Replies,
    Effect.suspend(() => make)
  )
}

const keyOf = ({ eventId, vendor }: Told): string => `${vendor} ${eventId}`

const identityOf = (workspaceId: string, scope: string, told: Told): CommandIdentity => ({
  workspaceId,
  scope,
  key: keyOf(told),
  hash: ""
})

const kindOf = ({ intent }: ReplyIntent.Reading): "intent" | "objection" | "message" =>
  intent === "objection" || intent === "opt_out"
    ? "objection"
    : intent === "interested" || intent === "question" || intent === "not_now"
      ? "intent"
      : "message"

const identifiersOf = ({ channel }: Told, address: string): ReadonlyArray<Identifier> =>
  reachedBy(channel).flatMap((type) => {
    const normal = normalize(type, address)
    return Result.isSuccess(normal) ? [normal.success] : []
  })

const makeWriters = Effect.gen(function* () {
  const notices = yield* NoticeStore
  const holders = yield* Holders
  const resolution = yield* Resolution
  const workspaces = yield* Workspaces

  /** A caller who says whose it is may name somebody new. */
  const named = Effect.fnUntraced(function* (told: Told, workspaceId: string, address: string) {
    const tenant = yield* workspaces.of(workspaceId)
    if (tenant === undefined) return []
    const identifier = { type: addressType(told.channel), value: address }
    const known = yield* Effect.map(holders.of(identifiersOf(told, address)), (all) =>
      all.find((holder) => holder.workspaceId === workspaceId)
    )
    const { personId } =
      known ?? (yield* resolution.resolve(tenant, [identifier], identityOf(workspaceId, "inbound/resolve", told)))
    return [{ workspaceId, personId }]
  })

  return Effect.fnUntraced(function* (told: Told, address: string) {
    const last = yield* notices.lastTo(told.channel, address)
    const found =
      told.workspaceId === undefined
        ? yield* holders.of(identifiersOf(told, address))
        : yield* named(told, told.workspaceId, address)
    const ours = last.filter((send) => told.workspaceId === undefined || send.workspaceId === told.workspaceId)
    const writers = ours.map((send): Writer => {
      const here = found.filter(({ workspaceId }) => workspaceId === send.workspaceId)
      // Whoever we wrote to answers, if the address is still theirs; else whoever has it as just what it is here.
      const holder = here.find(({ personId }) => personId === send.personId) ?? here[0]
      return { workspaceId: send.workspaceId, personId: holder?.personId ?? send.personId, last: send }
    })
    // One message is one person's: a number may be one's telephone and another's WhatsApp.
    const others = found.filter(
      ({ workspaceId }, n) =>
        !writers.some((writer) => writer.workspaceId === workspaceId) &&
        found.findIndex((holder) => holder.workspaceId === workspaceId) === n
    )
    return [...writers, ...others.map((holder): Writer => ({ ...holder, last: undefined }))]
  })
})

const make = Effect.gen(function* () {
  const people = yield* PersonClient
  const graph = yield* PersonStore
  const events = yield* EventStore
  const embedding = yield* Embedding
  const notices = yield* NoticeStore
  const optOuts = yield* OptOuts
  const confirmations = yield* Confirmations
  const writersOf = yield* makeWriters

  const record = Effect.fnUntraced(function* (told: Told, writer: Writer, reading: Record<string, unknown>) {
    const { last, personId, workspaceId } = writer
    const answered = last !== undefined && told.at - last.queuedAt.getTime() < answersFor ? last : undefined
    const base = {
      workspaceId,
      organizationId: undefined,
      personId,
      sendId: answered?.id,
      channel: told.channel,
      source: told.vendor,
      ts: told.at
    }
    const id = (word: string) => Ids.derived("event", "notice", told.vendor, told.eventId, workspaceId, word)
    const said = compact({
      sendId: answered?.id,
      text: told.text ?? "",
      from: told.from,
      externalId: told.externalId,
      threadId: told.threadId,
      ...reading
    })
    // Who answers a direct message has read it.
    const hasRead = told.vendor === "api" && EventType.named(told.channel, "read") === "dm.read"
    yield* events.append([
      ...(hasRead ? [{ ...base, id: id("read"), type: "dm.read", payload: compact({ sendId: answered?.id }) }] : []),
      {
        ...base,
        id: id("replied"),
        type: EventType.named(told.channel, "replied"),
        payload: said,
        metadata: { ...told.metadata, ...reading }
      }
    ])
    return id("replied")
  })

  const remember = Effect.fnUntraced(function* (
    told: Told,
    { last, personId, workspaceId }: Writer,
    reading: ReplyIntent.Reading,
    eventId: string
  ) {
    const text = (told.text ?? "").trim().slice(0, lettersMost)
    if (text === "") return
    const [vector] = yield* embedding.embed([text])
    yield* people.ask(
      workspaceId,
      personId,
      {
        _tag: "Remember",
        kind: kindOf(reading),
        text,
        confidence: reading.confidence,
        embedding: [...(vector ?? [])],
        embeddingModel: embedding.model,
        metadata: compact({ ...reading, channel: told.channel, sendId: last?.id }),
        sourceEventId: eventId
      },
      identityOf(workspaceId, "inbound/remember", told)
    )
    const topics = ReplyTopics.weigh(
      text,
      reading,
      yield* graph.topics(workspaceId, personId),
      last?.metadata?.["topic"]
    )
    for (const { name, weight } of topics)
      yield* people.ask(
        workspaceId,
        personId,
        { _tag: "WeighTopic", name, weight, source: "inferred" },
        { ...identityOf(workspaceId, "inbound/topic", told), key: `${keyOf(told)} ${name}` }
      )
  })

  const obey = Effect.fnUntraced(function* (kept: Kept, address: string, writers: ReadonlyArray<Writer>) {
    const { keyword, told } = kept
    if (keyword === undefined) return false
    const overtaken = OptOut.isOvertaken({ keyword, at: told.at }, yield* notices.commands(told.channel, address))
    if (overtaken) return true
    const languages = OptOutWords.recognise(told.text ?? "")?.languages ?? []
    // A command is to whoever writes there. An answer to HELP comes from the one that wrote last.
    for (const { personId, workspaceId } of keyword === "help" ? writers.slice(0, 1) : writers)
      yield* optOuts.obey(keyword, {
        workspaceId,
        personId,
        channel: told.channel,
        address,
        key: keyOf(told),
        languages,
        answered: told.code !== undefined
      })
    return false
  })

  const take = Effect.fn("Replies.take")(function* (kept: Kept): Effect.fn.Return<Acted, ReplyError> {
    const { address, keyword, told } = kept
    const writers = address === undefined ? [] : yield* writersOf(told, address)
    const [writer] = writers
    if (address === undefined || writer === undefined) return { outcome: "unclaimed", workspaceId: undefined }
    const overtaken = yield* obey(kept, address, writers)
    // A yes is to whoever asked.
    if (keyword === undefined && Confirmation.isYes(told.text ?? ""))
      for (const { personId, workspaceId } of writers)
        yield* confirmations.answered(workspaceId, personId, told.channel)
    const reading = ReplyIntent.read(told.text ?? "")
    const eventId = yield* record(told, writer, keyword === undefined ? { ...reading } : { ...reading, keyword })
    if (keyword === undefined) yield* remember(told, writer, reading, eventId)
    return { outcome: overtaken ? "superseded" : "applied", workspaceId: writer.workspaceId }
  })

  return Replies.of({ take })
})
