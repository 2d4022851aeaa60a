/** What callers of the send routes ask for, as the sending package takes it; what cannot be meant is said of its field. */
import type { DmInput, EmailInput, SmsInput } from "@loopdrive/api/SendApi"
import type { Channel } from "@loopdrive/domain/Channel"
import type { Metadata } from "@loopdrive/domain/Json"
import { windowMost } from "@loopdrive/domain/SendPolicy"
import type { Credential } from "@loopdrive/domain/Tenancy"
import * as BodyLimit from "@loopdrive/sending/BodyLimit"
import { templateOf } from "@loopdrive/sending/DmCarrier"
import type { Outgoing } from "@loopdrive/sending/Outgoing"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { invalid } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as Sender from "./Sender.ts"

const optional = <A>(value: A | null | undefined): A | undefined => value ?? undefined

/** Where direct messages can be sent. */
export const platforms = ["instagram", "facebook", "whatsapp", "x", "reddit"] as const
export type Platform = (typeof platforms)[number]
export const isPlatform = (name: string): name is Platform => platforms.some((platform) => platform === name)

/** Transactional only when asked for and allowed; everything else is marketing. */
export const purposeOf = (metadata: Metadata | undefined, who: Credential): Outgoing["purpose"] =>
  metadata?.["purpose"] === "transactional" && who.scopes.has("send:transactional") ? "transactional" : "marketing"

const member = (metadata: Metadata | undefined, name: string) => metadata?.[name] ?? undefined
const fault = (name: string, problem: string) => Effect.fail(invalid(["payload", "metadata", name], problem))

const number = Effect.fnUntraced(function* (
  metadata: Metadata | undefined,
  name: string,
  range: { readonly least: number; readonly most: number; readonly whole: boolean }
) {
  const value = member(metadata, name)
  if (value === undefined) return undefined
  const { least, most, whole } = range
  const fits = typeof value === "number" && value >= least && value <= most && (!whole || Number.isInteger(value))
  return fits ? value : yield* fault(name, `must be a${whole ? "n integer" : " number"} from ${least} to ${most}`)
})

/** What the keys of `metadata` ask for that change how a message is sent. */
export const wishes = Effect.fnUntraced(function* (metadata: Metadata | undefined) {
  const onBlock = member(metadata, "onBlock")
  if (onBlock !== undefined && onBlock !== "refuse" && onBlock !== "defer")
    return yield* fault("onBlock", `must be "refuse" or "defer"`)
  yield* number(metadata, "segmentsMost", { least: 1, most: 10, whole: true })
  return {
    priority: yield* number(metadata, "priority", { least: 0, most: 9, whole: true }),
    value: yield* number(metadata, "expectedValue", { least: 0, most: 1e12, whole: false }),
    latenessMost: yield* number(metadata, "maxLatenessMs", { least: 0, most: windowMost, whole: true }),
    refuses: onBlock === "refuse",
    // A transactional one would pass a STOP: those are the server's own.
    confirmation: member(metadata, "confirmation") === true && member(metadata, "purpose") !== "transactional"
  }
})

/** An approved message of WhatsApp, which may leave at any time: one that cannot be read must not pass for none. */
const templated = (metadata: Metadata | undefined, channel: Channel) =>
  channel === "whatsapp" &&
  member(metadata, "template") !== undefined &&
  templateOf({ metadata }).template === undefined
    ? fault("template", `must have a "name", a "language" as the platform names it, and "parameters", a list of texts`)
    : Effect.void

/** A request and its repeats come within moments; what lies further back was not meant. */
const pastMost = 60_000

interface Scheduled {
  readonly scheduleFor?: string | null
  readonly sendAt?: string | null
}

/** `scheduleFor` wins. */
export const notBefore = Effect.fnUntraced(function* ({ scheduleFor, sendAt }: Scheduled) {
  const field = typeof scheduleFor === "string" ? "scheduleFor" : "sendAt"
  const millis = Requests.millis(scheduleFor ?? sendAt)
  if (millis !== undefined && millis < (yield* Clock.currentTimeMillis) - pastMost)
    return yield* invalid(["payload", field], `"${field}" lies in the past`)
  return millis
})

/** The words of a message, or `undefined`: they are to be composed for the objective. */
export const words = Effect.fnUntraced(function* (
  payload: { readonly body?: string | null; readonly objective?: string | null; readonly metadata?: Metadata | null },
  channel: Channel
) {
  const text = optional(payload.body)?.trim()
  if (text === "") return yield* invalid(["payload", "body"], `"body" must not be blank`)
  if (text === undefined && typeof payload.objective !== "string")
    return yield* invalid(["payload", "body"], `"body" is needed, or an "objective" to compose one for`)
  const problem =
    text === undefined ? undefined : BodyLimit.faultOf(channel, text, BodyLimit.segmentsOf(optional(payload.metadata)))
  return problem === undefined ? text : yield* invalid(["payload", "body"], `"body" ${problem}`)
})

type Payload = typeof EmailInput.Type | typeof SmsInput.Type | typeof DmInput.Type

const base = Effect.fnUntraced(function* (payload: Payload, channel: Channel, who: Credential, more: Metadata) {
  const given = optional(payload.metadata)
  yield* templated(given, channel)
  const metadata = Object.keys(more).length === 0 ? given : { ...given, ...more }
  const message: Outgoing = {
    channel,
    purpose: purposeOf(given, who),
    to: optional(payload.to),
    personId: optional(payload.personId),
    subject: undefined,
    text: yield* words(payload, channel),
    html: undefined,
    from: undefined,
    replyTo: undefined,
    brandId: optional(payload.brandId),
    objective: optional(payload.objective),
    metadata,
    notBefore: yield* notBefore(payload),
    ...(yield* wishes(given))
  }
  return message
})

/** Who sends where a message does not say it: the workspace's own From, or else the installation's. */
export interface Senders {
  readonly workspace: string | undefined
  readonly installation: string
}

const fromOf = Effect.fnUntraced(function* (payload: typeof EmailInput.Type, { installation, workspace }: Senders) {
  const { fromEmail, fromName } = payload
  if (typeof fromEmail === "string") return Sender.named(fromName ?? "", yield* Sender.address("fromEmail", fromEmail))
  return typeof fromName === "string" ? Sender.named(fromName, Sender.bare(workspace ?? installation)) : workspace
})

/** A number with or without country code, a short code, a name (Twilio, "Alphanumeric Sender ID"), or a service's id. */
const usableNumber = /^(?:\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 +_&-]{1,11}|MG[0-9a-fA-F]{32})$/

export const email = Effect.fnUntraced(function* (payload: typeof EmailInput.Type, who: Credential, senders: Senders) {
  const message = yield* base(payload, "email", who, payload.utmParams == null ? {} : { utmParams: payload.utmParams })
  return {
    ...message,
    subject: optional(payload.subject),
    // Nothing but blanks is no HTML.
    html: payload.html?.trim() === "" ? undefined : optional(payload.html),
    from: yield* fromOf(payload, senders),
    replyTo: typeof payload.replyTo === "string" ? yield* Sender.address("replyTo", payload.replyTo) : undefined
  }
})

export const sms = Effect.fnUntraced(function* (payload: typeof SmsInput.Type, who: Credential) {
  const from = optional(payload.fromNumber)
  if (from !== undefined && !usableNumber.test(from))
    return yield* invalid(
      ["payload", "fromNumber"],
      `"fromNumber" must be a phone number, a short code or a sender's name`
    )
  return { ...(yield* base(payload, "sms", who, {})), from }
})

/** `platform` as the path names it. */
export const dm = Effect.fnUntraced(function* (platform: string, payload: typeof DmInput.Type, who: Credential) {
  if (!isPlatform(platform)) return yield* invalid(["params", "platform"], `must be one of ${platforms.join(", ")}`)
  if (typeof payload.platform === "string" && payload.platform !== platform)
    return yield* invalid(["payload", "platform"], `says ${payload.platform} where the path says ${platform}`)
  return yield* base(payload, platform, who, payload.threadId == null ? {} : { threadId: payload.threadId })
})
