/**
 * What a vendor told us of a message, as the inbox keeps it: a provider's notice, and where we already know it, whose.
 */
import { Channel } from "@loopdrive/domain/Channel"
import { normalize } from "@loopdrive/domain/Identifier"
import { Metadata } from "@loopdrive/domain/Json"
import { addressType } from "@loopdrive/domain/Reach"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as OptOutWords from "./OptOutWords.ts"
import type { Keyword } from "./OptOutWords.ts"

const Text = Schema.optional(Schema.String)

export const Told = Schema.Struct({
  vendor: Schema.String,
  channel: Channel,
  /** The same in every delivery of the same event, and of no other event of the vendor. */
  eventId: Schema.String,
  kind: Schema.Literals([
    "sent",
    "delayed",
    "delivered",
    "bounced_hard",
    "bounced_soft",
    "complained",
    "opened",
    "clicked",
    "read",
    "failed",
    "inbound"
  ]),
  /** Epoch milliseconds, like `upTo`. */
  at: Schema.Finite,
  externalId: Text,
  sendId: Text,
  from: Text,
  to: Text,
  text: Text,
  threadId: Text,
  upTo: Schema.optional(Schema.Finite),
  link: Text,
  userAgent: Text,
  ip: Text,
  code: Text,
  detail: Text,
  /** Where the caller's key says whose it is. */
  workspaceId: Text,
  metadata: Schema.optional(Metadata)
})
export type Told = typeof Told.Type

/** PostgreSQL keeps no NUL, and half of a surrogate pair is no character in any encoding. */
const wellFormed = (text: string): string => text.replaceAll("\u0000", "").toWellFormed()

/** Beyond these years a database and a calendar may disagree about what a date is. */
const earliest = Date.UTC(1900, 0, 1)
const latest = Date.UTC(9999, 0, 1)

/**
 * As a database can keep it. Strangers write what vendors pass on, and one unusable character or time must not cost the
 * other notices of its delivery, a STOP among them. A time that is none becomes `now`.
 */
export const storable = (told: Told, now: number): Told => {
  const instant = (millis: number) => (millis >= earliest && millis < latest ? Math.trunc(millis) : now)
  const texts = Object.entries(told).map(([name, value]) => [
    name,
    typeof value === "string" ? wellFormed(value) : value
  ])
  const upTo = told.upTo === undefined ? {} : { upTo: instant(told.upTo) }
  return { ...(Object.fromEntries(texts) as Told), at: instant(told.at), ...upTo }
}

/** The person's side of it, in normal form; undefined where the vendor did not say, or said nothing usable. */
export const addressOf = ({ channel, from, kind, to }: Pick<Told, "channel" | "from" | "kind" | "to">) => {
  const raw = kind === "inbound" || kind === "read" ? from : to
  if (raw === undefined) return undefined
  const bare = channel === "email" ? (/<([^<>]*)>\s*$/.exec(raw)?.[1] ?? raw) : raw
  // WhatsApp names numbers without their plus sign.
  const full = channel === "whatsapp" && /^\d{7,15}$/.test(bare) ? `+${bare}` : bare
  const normal = normalize(addressType(channel), full)
  return Result.isSuccess(normal) ? normal.success.value : undefined
}

const commands: Readonly<Record<string, Keyword>> = { STOP: "stop", HELP: "help", START: "start" }

/** The command in it, or undefined for a reply. A vendor that knows its own words of an account is believed. */
export const keywordOf = ({ code, kind, text = "" }: Pick<Told, "code" | "kind" | "text">): Keyword | undefined =>
  kind === "inbound" ? (commands[code ?? ""] ?? OptOutWords.read(text)) : undefined
